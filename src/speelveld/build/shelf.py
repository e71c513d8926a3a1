"""The onderdelen of a kit as they are set, each once: when a job needs it, or a layout shows it small."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from speelveld.build.pictures import CasusPictures
from speelveld.deck import OnderdeelFaces
from speelveld.errors import AuthorError, KitError
from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.pages import SetOnderdeel
from speelveld.typeset import Frame
from speelveld.written.hints import PLAIN, suggest

SetOne = Callable[[OnderdeelFaces], SetOnderdeel]


@dataclass(slots=True)
class Shelf:
    """Holds what is set with the same data: for the office printer, or for one profile."""

    _faces: dict[str, OnderdeelFaces] = field(default_factory=dict)
    _ready: dict[str, SetOnderdeel] = field(default_factory=dict)
    _busy: list[str] = field(default_factory=list)
    _refused: dict[str, AuthorError | KitError] = field(default_factory=dict)
    _set: SetOne | None = None
    _keys: dict[str, str] = field(default_factory=dict)

    def open(self, every: Iterable[OnderdeelFaces], set_one: SetOne) -> None:
        """Take all onderdelen of the kit, and what sets one of them."""
        self._faces = {faces.onderdeel.naam: faces for faces in every}
        self._set = set_one

    def onderdeel(self, faces: OnderdeelFaces) -> SetOnderdeel:
        """Return an onderdeel, set.

        Raises:
            AuthorError: a text of the author does not fit.
            KitError: a layout is wrong.
        """
        naam = faces.onderdeel.naam
        if naam in self._refused:
            raise self._refused[naam]
        if naam not in self._ready:
            assert self._set is not None, "a shelf is opened before anything is taken from it"
            self._busy.append(naam)
            try:
                self._ready[naam] = self._set(faces)
            except (AuthorError, KitError) as error:
                # What shows it small may fail in another way while it is not known why.
                if len(self._busy) == 1:
                    self._refused[naam] = error
                raise
            finally:
                self._busy.pop()
        return self._ready[naam]

    @property
    def keys(self) -> Mapping[str, str]:
        """Of each onderdeel that is set, by name, what tells that apart from any other setting."""
        return dict(self._keys)

    def note(self, naam: str, key: str) -> None:
        """Take what tells this setting of an onderdeel apart from any other."""
        self._keys[naam] = key

    def key(self, naam: str) -> str:
        """Return what tells the setting of an onderdeel apart from any other; it is set for that.

        Raises:
            AuthorError, KitError: as for `onderdeel`.
            LookupError: it is not there, or nothing tells it apart.
        """
        faces = self._faces.get(naam)
        if faces is None or naam in self._busy or faces.onderdeel.laat:
            raise LookupError(naam)
        self.onderdeel(faces)
        return self._keys[naam]

    def name_of(self, frame: Frame) -> list[object]:
        """Return by what name `named` finds a frame that was shown small; LookupError if it is none of these."""
        for naam, setting in self._ready.items():
            for row, frames in enumerate(_rows(setting)):
                for number, other in enumerate(frames):
                    if other is frame:
                        return [naam, row, number]
        raise LookupError(frame.title)

    def named(self, name: Sequence[Any]) -> Frame:
        """Return the frame of a name; LookupError if it is not there."""
        naam, row, number = name
        self.key(naam)
        found: Frame = _rows(self._ready[naam])[row][number]
        return found

    def face(self, naam: str, number: int, side: str) -> Frame:
        """Return a card or page of the onderdeel `naam`: its front, its back, or the blank one.

        Raises:
            AuthorError: a text of the author does not fit on it.
            KitError: its layout is wrong.
            LookupError: it is not there; the message says why, the second argument what can be done.
        """
        faces = self._faces.get(naam)
        if faces is None:
            hint = f'vraag er eerst naar: {{% if "{naam}" in onderdelen %}}'
            near = suggest(naam, self._faces, PLAIN)
            raise LookupError(f"onderdeel '{naam}' bestaat niet in deze kit", near if "bedoelt" in near else hint)
        if naam in self._busy:
            raise LookupError(f"'{naam}' zou zo zichzelf laten zien", "laat een ander onderdeel zien")
        if faces.onderdeel.laat:
            raise LookupError(f"'{naam}' komt het laatst, en kan dus nergens in het klein staan")
        return _chosen(naam, self.onderdeel(faces), number, side)


def _rows(setting: SetOnderdeel) -> Sequence[Sequence[Frame]]:
    return setting.fronts, setting.backs, [frame for frame, _ in setting.blanks], setting.pages


def _chosen(naam: str, setting: SetOnderdeel, number: int, side: str) -> Frame:
    fronts = setting.fronts or setting.pages
    match side:
        case "blank":
            found = [frame for frame, _ in setting.blanks]
        case "back":
            found = [setting.backs[back] for back in setting.back_of if back is not None]
        case _:
            found = list(fronts)
    if not found:
        lacking = {"blank": "lege kaart", "back": "achterkant"}.get(side, "kaart")
        raise LookupError(f"'{naam}' heeft geen {lacking}")
    if number > len(found):
        noun = "kaarten" if setting.fronts else "bladzijden"
        raise LookupError(f"'{naam}' heeft {len(found)} {noun}, en hier staat nummer {number}")
    return found[number - 1]


@dataclass(frozen=True, slots=True)
class CasusAssets:
    """What a layout draws that it does not hold itself: pictures, and other onderdelen."""

    pictures: CasusPictures
    shelf: Shelf

    def image(self, name: str) -> tuple[ReadFile, Size]:
        """Return the picture `name` and its size in pixels; LookupError says why not."""
        return self.pictures.image(name)

    def face(self, naam: str, number: int, side: str) -> Frame:
        """Return a card or page of an onderdeel; LookupError says why not."""
        return self.shelf.face(naam, number, side)
