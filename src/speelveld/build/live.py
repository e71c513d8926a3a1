"""A casus that stays open: what looks otherwise since it was last looked at, what was changed itself first.

For a page or program that shows a kit while its casus is written. A look goes in steps, so that who shows the cards can
do so between them, and stop when there is something newer to look at:

    live = Live(path, "casus.yaml", options)
    for found in live.look():       # after each change of the casus, a layout, or whatever the kit is made of
        match found:
            case Changed(): …       # one side of a card, or one page of a paper
            case Refused(): …       # an onderdeel in which something is wrong
            case Looked(): …        # the last one: the whole kit, or why there is none; and remarks

Nothing is drawn here. What a look gives is what a kit made from nothing has, frame for frame.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from speelveld.build.blame import of_the_font
from speelveld.build.checking import WordCheck, check_words
from speelveld.build.kept import Kept
from speelveld.build.pipeline import Built, Prepared, finish, load, prepare
from speelveld.build.studio import Loaded, Studio, set_anyhow
from speelveld.casus.ids import CARD_KINDS
from speelveld.deck import OnderdeelFaces
from speelveld.errors import AuthorError, KitError, Problem, SpeelveldError
from speelveld.files import ReadFile, Store
from speelveld.options import Options
from speelveld.pages import SetOnderdeel
from speelveld.profiles.profile import Profile
from speelveld.typeset import Frame

Side = Literal["voor", "achter", "leeg", "bladzijde"]
"""The front of a card, a back (cards may share one), a blank card, or a page of a paper."""
_Place = tuple[str, Side, int]
# A look leaves about 1 MB of garbage behind, and looking for that takes as long as some looks.
_MOST_UNTIDY = 50
_OF_A_CASUS = frozenset(("opgaven", *CARD_KINDS))


@dataclass(frozen=True, slots=True)
class Changed:
    """One side of a card or page of a paper that looks otherwise; `number` counts from 0 within its side."""

    onderdeel: str
    side: Side
    number: int
    frame: Frame | None
    """How it looks now; None: it is there no more."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An onderdeel that cannot be set, and why, as far as is known before all has been looked at."""

    onderdeel: str
    mistakes: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is when all has been looked at."""

    built: Built | None
    """The kit; None where a mistake is in the way. What was shown last then still stands."""
    mistakes: tuple[Problem, ...]
    words: WordCheck | None
    """The remarks on the words; None if the casus cannot be read."""


class Live:
    """One casus, looked at again and again in one process, by one caller at a time."""

    def __init__(
        self,
        path: Path,
        name: str,
        options: Options,
        profiles: Sequence[Profile] = (),
        huisstijl: tuple[Path, str] | None = None,
        store: Store | None = None,
    ) -> None:
        """Look at nothing yet; all is as for `load` and `build`, and `store` as for `Kept`."""
        self._path, self._name, self._options = path, name, options
        self._profiles, self._huisstijl = profiles, huisstijl
        self._kept = Kept(store, stays=True)
        self._shown: dict[_Place, Frame] = {}
        self._cards: Mapping[str, Sequence[object]] = {}
        self._first = True
        self._read_since = 0
        self._titles: Mapping[str, str] = {}
        self._lists: Mapping[str, str] = {}
        self._fonts: Mapping[str, ReadFile] = {}

    @property
    def titles(self) -> Mapping[str, str]:
        """What each onderdeel is called, by its name, in the order of the kit that was looked at last."""
        return self._titles

    @property
    def lists(self) -> Mapping[str, str]:
        """The list of a casus that the cards of an onderdeel come from, by the name of that; of others there is none.

        Of some kinds, such as roles, there are more cards than a casus has: those of the deck.
        """
        return self._lists

    @property
    def fonts(self) -> Mapping[str, ReadFile]:
        """The fonts that all is set in, by the names of their faces; nothing before the first look."""
        return self._fonts

    def look(self, data: bytes | None = None) -> Iterator[Changed | Refused | Looked]:
        """Yield what looks otherwise than it was last given, cards that were changed themselves first; then the whole.

        With `data` the file of the casus is taken to hold that, as a text that is typed and not written yet. Who stops
        halfway gets the rest the next time. Of a mistake no more is yielded than what is not touched by it.
        """
        words: WordCheck | None = None
        try:
            loaded = self._loaded(data)
            prepared = prepare(loaded, self._options, _silent, self._profiles, self._kept)
            self._titles = {faces.onderdeel.naam: faces.onderdeel.titel for faces in prepared.every}
            cards = [faces.onderdeel for faces in reversed(prepared.every) if faces.onderdeel.letter]
            first = {each.van: each.naam for each in cards if each.van in _OF_A_CASUS}
            self._lists = {naam: van for van, naam in first.items()}
            self._fonts = prepared.studio.fonts
            there: set[_Place] = set()
            for faces in self._in_order(prepared):
                try:
                    setting = prepared.studio.shelf.onderdeel(faces)
                except (AuthorError, KitError) as error:
                    # All mistakes are told at the end, together.
                    there |= {place for place in self._shown if place[0] == faces.onderdeel.naam}
                    yield Refused(faces.onderdeel.naam, tuple(of_the_font(error, loaded.casus).problems))
                    continue
                yield from self._other(setting, there)
            words = check_words(loaded, self._kept)
            built = finish(prepared)
            for setting in built.onderdelen:
                yield from self._other(setting, there)
            for place in [place for place in self._shown if place not in there]:
                del self._shown[place]
                yield Changed(*place, None)
        except SpeelveldError as error:
            yield Looked(None, tuple(error.problems), words)
            return
        self._cards = _cards_of(prepared.every)
        yield Looked(built, (), words)
        self._settle()

    def fits(self, data: bytes, onderdeel: str) -> bool:
        """Tell whether all that is on the cards or pages of an onderdeel fits, if the file of the casus held `data`.

        What was shown stays shown. A casus that cannot be read fits nowhere.
        """
        try:
            studio, faces = self._faces(data, onderdeel)
            if faces is not None:
                studio.shelf.onderdeel(faces)
        except SpeelveldError:
            return False
        return True

    def anyhow(self, data: bytes, onderdeel: str, side: Side, number: int) -> Frame | None:
        """Return a side of a card in the smallest letters, whether it fits or not; None where nothing can be set.

        It is for who has to see by how much it does not fit, and is never printed.
        """
        try:
            studio, faces = self._faces(data, onderdeel)
            if faces is None:
                return None
            sides = {"voor": [kaart.front for kaart in faces.kaarten], "achter": list(faces.achterkanten)}
            found = sides.get(side, [])
            return set_anyhow(studio, found[number]) if number < len(found) else None
        except SpeelveldError:
            return None

    def _faces(self, data: bytes, onderdeel: str) -> tuple[Studio, OnderdeelFaces | None]:
        """Return what an onderdeel is set with, and its faces if it has any, if the file of the casus held `data`."""
        prepared = prepare(self._loaded(data), self._options, _silent, self._profiles, self._kept)
        return prepared.studio, next((each for each in prepared.chosen if each.onderdeel.naam == onderdeel), None)

    def tidy(self, least: int = 1) -> None:
        """Give back the memory of what was read since, if the casus was read `least` times: when nobody waits.

        What one look makes refers to itself in many places, and Python finds that only when it looks for it.
        """
        if self._read_since >= least:
            self._read_since = 0
            gc.collect()

    def _loaded(self, data: bytes | None) -> Loaded:
        self.tidy(_MOST_UNTIDY)
        self._read_since += 1
        style, options = self._huisstijl, self._options
        return load(
            self._path,
            self._name,
            options.decks,
            duur=options.duration,
            huisstijl=style,
            kept=self._kept,
            data=data,
        )

    def _in_order(self, prepared: Prepared) -> list[OnderdeelFaces]:
        """Return what is set before anything is counted: first the cards whose own texts are others than before."""
        now = _cards_of(prepared.chosen)
        early = [faces for faces in prepared.chosen if not faces.onderdeel.laat]
        same = {naam: list(self._cards.get(naam, ())) == list(cards) for naam, cards in now.items()}
        return sorted(early, key=lambda faces: same[faces.onderdeel.naam] or not now[faces.onderdeel.naam])

    def _other(self, setting: SetOnderdeel, there: set[_Place]) -> Iterator[Changed]:
        """Yield the sides of an onderdeel that look otherwise than they did, and note in `there` all it has."""
        sides: dict[Side, Sequence[Frame]] = {
            "voor": setting.fronts,
            "achter": setting.backs,
            "leeg": [frame for frame, _ in setting.blanks],
            "bladzijde": setting.pages,
        }
        for side, frames in sides.items():
            for number, frame in enumerate(frames):
                place = setting.naam, side, number
                there.add(place)
                before = self._shown.get(place)
                self._shown[place] = frame
                if before is not frame and before != frame:
                    yield Changed(*place, frame)

    def _settle(self) -> None:
        """Let Python look no more for garbage among what stays: it would go through all of it time and again."""
        if self._first:
            self._first = False
            self.tidy()
            gc.freeze()


def _cards_of(every: Sequence[OnderdeelFaces]) -> dict[str, list[object]]:
    return {faces.onderdeel.naam: [kaart.front.data["kaart"] for kaart in faces.kaarten] for faces in every}


def _silent(_: str) -> None:
    """Tell nobody what is set."""
