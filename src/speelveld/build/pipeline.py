"""From a casus to a kit, stage by stage: read this to learn how the program works.

casus → deck → markup → typeset → sheet and pages → pdf → (the command line writes the files)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from speelveld import resources
from speelveld.build.blanco import is_blank, without_opgaven
from speelveld.build.contents import Contents
from speelveld.build.late import settle
from speelveld.build.setting import Progress, Setter
from speelveld.build.studio import Loaded, Studio, open_studio
from speelveld.casus import DECK_FOLDER, Casus, DeckFiles, load_casus, load_deck, warnings
from speelveld.casus.deck_files import RULES
from speelveld.deck import OnderdeelFaces, Shared, choose_cards, kit_faces, shortages, unplayable
from speelveld.deck.rules import Rules, load_rules
from speelveld.errors import Problem, UsageError
from speelveld.options import Options
from speelveld.pages import Print, SetOnderdeel
from speelveld.profiles import named
from speelveld.profiles.office import Office
from speelveld.profiles.profile import Profile
from speelveld.profiles.work import Work
from speelveld.written.hints import PLAIN, suggest


@dataclass(frozen=True, slots=True)
class Built:
    """A kit in memory: what it is for, its print jobs, and the layout files that made them."""

    casus: Casus
    rules: Rules
    profiles: tuple[Profile, ...]
    prints: tuple[Print, ...]
    layouts: tuple[Path, ...]
    fonts: Mapping[str, Path]
    tables: int
    participants: int
    warnings: tuple[Problem, ...] = field(default=())

    def profile_of(self, print_: Print) -> Profile:
        """Return what a file is for."""
        return next(profile for profile in self.profiles if profile.name == print_.profile)


def load(path: Path, name: str, decks: Sequence[Path] = ()) -> Loaded:
    """Return the casus at `path` (`name` is how the user wrote it) with the standard deck and the rules.

    Files of the deck are looked for in `decks`, then in `deck/` beside the casus, at last among the bundled ones.

    Raises:
        AuthorError: the casus is wrong; every mistake is named.
        KitError: the standard deck is wrong.
    """
    folder = path if path.is_dir() else path.parent
    own = tuple(place for place in (*decks, folder / DECK_FOLDER) if place.is_dir())
    files = DeckFiles(own, resources.bundled("decks") / "basis")
    deck = load_deck(files)
    casus = load_casus(path, name, deck)
    blank = is_blank(path)
    return Loaded(without_opgaven(casus) if blank else casus, deck, rules_of(casus, files), folder, files, blank)


def rules_of(casus: Casus, files: DeckFiles, changed: Mapping[str, int] | None = None) -> Rules:
    """Return the rules a casus is played by; `changed` are numbers to try instead of its own.

    Raises:
        KitError: the rules of the standard deck are wrong.
    """
    names = casus.spel.model_fields_set & {"geld", "tijd", "steun", "regie", "pad"}
    own = {name: getattr(casus.spel, name) for name in names}
    return load_rules(files.find(RULES), casus.bijeenkomst.duur, {**own, **(changed or {})})


def build(loaded: Loaded, options: Options, progress: Progress, profiles: Sequence[Profile] = ()) -> Built:
    """Return the kit of a casus for `profiles`, in that order; for the usual one if there are none.

    Raises:
        AuthorError: a text of the casus does not fit, or a picture is wrong; every one is named.
        KitError: a layout or the standard deck is wrong.
        UsageError: the options ask for something that is not there.
    """
    studio = open_studio(loaded, options)
    shared = _shared(loaded, options, studio.letter_width)
    cards = choose_cards(loaded.casus, loaded.deck)
    chosen = _chosen(list(kit_faces(studio.kit, cards, shared)), options)
    profiles = tuple(profiles) or named()
    prints = _Maker(studio, shared, chosen, progress).prints(profiles)
    return Built(
        loaded.casus,
        loaded.rules,
        profiles,
        tuple(prints),
        studio.layouts.used,
        studio.fonts,
        shared.tables,
        shared.participants,
        (
            *(() if loaded.blank else warnings(loaded.casus)),
            *shortages(cards, loaded.rules, loaded.casus),
            *unplayable(cards, loaded.rules, loaded.casus),
            *([Problem(options.printer.warning)] if options.printer and options.printer.warning else ()),
            *(Problem(text) for faces in chosen for text in faces.opmerkingen),
            *(warning for print_ in prints for warning in print_.warnings),
        ),
    )


class _Maker:
    """Sets what profiles need and no more, and makes their files of it."""

    def __init__(self, studio: Studio, shared: Shared, chosen: Sequence[OnderdeelFaces], progress: Progress) -> None:
        self._studio, self._chosen = studio, chosen
        self._setter, self._contents = Setter(studio, progress), Contents(studio, shared)
        self._office = Office(studio.kit, studio.layout(0), studio.options)

    def prints(self, profiles: Sequence[Profile]) -> list[Print]:
        """Return the files of all profiles."""
        wanted = {faces.onderdeel.naam for profile in profiles for faces in self._taken(profile)}
        late = [faces for faces in self._chosen if faces.onderdeel.laat and faces.onderdeel.naam in wanted]
        usual = {faces.onderdeel.naam for profile in profiles if not profile.data for faces in self._taken(profile)}
        # Papers count what the office printer needs, whatever the kit is for.
        early = [faces for faces in self._chosen if not faces.onderdeel.laat]
        if not late:
            early = [faces for faces in early if faces.onderdeel.naam in usual]
        self._office.lay(self._setter.set(early, {}))
        counted: Sequence[Print] = ()
        if late:
            counted = settle(self._office, self._setter, late, self._contents.opened, self._studio.layouts)
        return [
            replace(print_, profile=profile.name)
            for profile in profiles
            for print_ in self._contents.opened(profile.prints(self._work(profile, counted)))
        ]

    def _taken(self, profile: Profile) -> list[OnderdeelFaces]:
        return [faces for faces in self._chosen if profile.takes(self._studio.kit, faces.onderdeel)]

    def _work(self, profile: Profile, counted: Sequence[Print]) -> Work:
        onderdelen = self._set_for(profile, counted) if profile.data else self._office.onderdelen
        taken = {faces.onderdeel.naam: onderdelen[faces.onderdeel.naam] for faces in self._taken(profile)}
        return Work(self._studio.kit, taken, self._studio.layout(0), self._studio.options, self._office)

    def _set_for(self, profile: Profile, counted: Sequence[Print]) -> Mapping[str, SetOnderdeel]:
        early = [faces for faces in self._taken(profile) if not faces.onderdeel.laat]
        late = [faces for faces in self._taken(profile) if faces.onderdeel.laat]
        onderdelen = self._setter.set(early, profile.data)
        return onderdelen | self._setter.set_anew(late, {**profile.data, "opdrachten": counted})


def _shared(loaded: Loaded, options: Options, letter_width: float) -> Shared:
    tables, participants = _people(loaded, options)
    return Shared(
        loaded.casus,
        loaded.rules.for_tables(tables),
        tables,
        participants,
        options.paper,
        options.board,
        options.duplex,
        options.thickness,
        resources.program_version(),
        options.date.year,
        letter_width,
        loaded.blank,
    )


def _people(loaded: Loaded, options: Options) -> tuple[int, int]:
    """Return tables and participants: what the command line says, then the casus, then one full table."""
    meeting, normal = loaded.casus.bijeenkomst, loaded.rules.spelers_gewoon
    participants = options.participants or (None if options.tables else meeting.deelnemers)
    tables = options.tables or (None if options.participants else meeting.tafels)
    if tables is None:
        tables = max(1, -(-participants // normal)) if participants else 1
    return tables, participants or tables * normal


def _chosen(every: Sequence[OnderdeelFaces], options: Options) -> list[OnderdeelFaces]:
    names = [faces.onderdeel.naam for faces in every]
    if unknown := [name for name in options.only if name not in names]:
        raise UsageError(
            [
                Problem(f"onderdeel {name!r} bestaat niet in deze kit", hint=suggest(name, names, PLAIN))
                for name in unknown
            ]
        )
    return [faces for faces in every if not options.only or faces.onderdeel.naam in options.only]
