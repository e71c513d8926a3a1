"""From a casus to a kit, stage by stage: read this to learn how the program works.

casus → deck → markup → typeset → sheet and pages → pdf → (the command line writes the files)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from speelveld import resources
from speelveld.build.blanco import is_blank, without_opgaven
from speelveld.build.making import Maker
from speelveld.build.setting import Progress
from speelveld.build.studio import Loaded, Studio, open_studio
from speelveld.casus import DECK_FOLDER, Casus, DeckFiles, load_casus, load_deck, warnings
from speelveld.casus.deck_files import RULES
from speelveld.deck import OnderdeelFaces, Shared, choose_cards, is_made, kit_faces, shortages, unplayable
from speelveld.deck.rules import Rules, load_rules
from speelveld.errors import Problem, UsageError
from speelveld.files import ReadFile
from speelveld.options import Options
from speelveld.pages import Print
from speelveld.profiles import named
from speelveld.profiles.profile import Profile
from speelveld.written.hints import PLAIN, suggest


@dataclass(frozen=True, slots=True)
class Built:
    """A kit in memory: what it is for, its print jobs, and the layout files that made them."""

    casus: Casus
    rules: Rules
    profiles: tuple[Profile, ...]
    prints: tuple[Print, ...]
    layouts: tuple[Path, ...]
    fonts: Mapping[str, ReadFile]
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
    numbers = {name: getattr(casus.spel, name) for name in ("geld", "tijd", "steun", "regie", "pad")}
    own = {name: number for name, number in numbers.items() if number is not None}
    duur = casus.bijeenkomst.duur
    return load_rules(files.find(RULES), duur, {**own, **(changed or {})}, files.standard(RULES))


def build(loaded: Loaded, options: Options, progress: Progress, profiles: Sequence[Profile] = ()) -> Built:
    """Return the kit of a casus for `profiles`, in that order; for the usual one if there are none.

    Raises:
        AuthorError: a text of the casus does not fit, or a picture is wrong; every one is named.
        KitError: a layout or the standard deck is wrong.
        UsageError: the options ask for something that is not there.
    """
    studio = open_studio(loaded, options)
    shared = _shared(loaded, options, studio)
    cards = choose_cards(loaded.casus, loaded.deck)
    every = list(kit_faces(studio.kit, cards, shared))
    chosen = _chosen(every, options)
    profiles = tuple(profiles) or named()
    prints = Maker(studio, shared, every, chosen, progress).prints(profiles)
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


def _shared(loaded: Loaded, options: Options, studio: Studio) -> Shared:
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
        studio.letter_width,
        loaded.blank,
        tuple(onderdeel.naam for onderdeel in studio.kit.onderdelen if is_made(onderdeel, loaded.casus, tables)),
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
