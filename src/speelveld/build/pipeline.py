"""From a casus to a kit, stage by stage: read this to learn how the program works.

casus → deck → markup → typeset → sheet and press → pdf → (the command line writes the files)
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from speelveld import resources
from speelveld.build.contents import with_contents
from speelveld.build.studio import Loaded, Studio, open_studio, set_onderdeel
from speelveld.casus import Casus, load_casus, load_deck, warnings
from speelveld.deck import Kit, OnderdeelFaces, choose_cards, kit_faces, practice_game, shortages, unplayable, with_data
from speelveld.deck.rules import Rules, load_rules
from speelveld.errors import AuthorError, KitError, Problem, SpeelveldError, UsageError
from speelveld.options import Options
from speelveld.pages import Print, SetOnderdeel
from speelveld.profiles.drukker.prints import goes_to_shop, shop_prints
from speelveld.profiles.kantoor import make_prints
from speelveld.profiles.web import make_web_prints
from speelveld.typeset import Layout
from speelveld.units import to_mm
from speelveld.written.hints import PLAIN, suggest

Progress = Callable[[str], None]


def _for_shop(kit: Kit, settings: Mapping[str, SetOnderdeel], layout: Layout, options: Options) -> list[Print]:
    assert options.shop is not None, "the command line gives the profile its print shop"
    prints = shop_prints(kit, settings, layout, options.shop)
    if not prints:
        message = "van wat u vraagt, gaat niets naar de drukker"
        hint = "daar gaan kaarten heen, tentkaarten, grote bladen en het bord; maak de rest met --profiel kantoor"
        raise UsageError([Problem(message, hint=hint)])
    return prints


# How each profile makes files of set components.
PROFILES: Mapping[str, Callable[[Kit, Mapping[str, SetOnderdeel], Layout, Options], list[Print]]] = {
    "kantoor": make_prints,
    "drukker": _for_shop,
    "web": make_web_prints,
}

# Late papers name numbers of sheets, their own among them: set once to count, and once more with the right counts.
LATE_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Built:
    """A kit in memory: its print jobs, and the layout files that made them."""

    casus: Casus
    rules: Rules
    prints: tuple[Print, ...]
    layouts: tuple[Path, ...]
    fonts: Mapping[str, Path]
    tables: int
    participants: int
    warnings: tuple[Problem, ...] = field(default=())


def load(path: Path, name: str) -> Loaded:
    """Return the casus at `path` (`name` is how the user wrote it) with the standard deck and the rules.

    Raises:
        AuthorError: the casus is wrong; every mistake is named.
        KitError: the standard deck is wrong.
    """
    folder = resources.bundled("decks") / "basis"
    deck = load_deck(folder)
    casus = load_casus(path, name, deck)
    return Loaded(casus, deck, rules_of(casus), path if path.is_dir() else path.parent)


def rules_of(casus: Casus, changed: Mapping[str, int] | None = None) -> Rules:
    """Return the rules a casus is played by; `changed` are numbers to try instead of its own.

    Raises:
        KitError: the rules of the standard deck are wrong.
    """
    names = casus.spel.model_fields_set & {"geld", "tijd", "steun", "regie", "pad"}
    own = {name: getattr(casus.spel, name) for name in names}
    path = resources.bundled("decks") / "basis" / "spel.yaml"
    return load_rules(path, casus.bijeenkomst.duur, {**own, **(changed or {})})


def build(loaded: Loaded, options: Options, progress: Progress) -> Built:
    """Return the kit of a casus.

    Raises:
        AuthorError: a text of the casus does not fit, or a picture is wrong; every one is named.
        KitError: a layout or the standard deck is wrong.
        UsageError: the options ask for something that is not there.
    """
    studio = open_studio(loaded, options)
    tables, participants = _people(loaded, options)
    shared = {**_shared(loaded, options, tables, participants), "letterbreedte": studio.letter_width}
    cards = choose_cards(loaded.casus, loaded.deck)
    dealt = {"kaarten": cards, "oefenpotje": practice_game(cards, loaded.rules)}
    chosen = _chosen(list(kit_faces(studio.kit, loaded.casus, cards, loaded.rules, {**shared, **dealt})), options)
    # What a print shop gets is set for that shop; papers that count sheets are not among it.
    here = [] if options.profiles == ("drukker",) else chosen
    settings: dict[str, SetOnderdeel] = {}
    problems: list[SpeelveldError] = []
    for component in here:
        if not component.onderdeel.laat:
            progress(component.onderdeel.titel)
            _try(problems, settings, studio, component)
    _raise(problems)

    def make(profile: str) -> list[Print]:
        found = _set_for(profile, studio, chosen, settings, progress)
        made = PROFILES[profile](studio.kit, found, studio.layout(0), options)
        return with_contents(studio, shared, made)

    # Papers count what the office printer needs, whatever is asked for.
    prints = make("kantoor")
    late = [component for component in here if component.onderdeel.laat]
    for _ in range(LATE_ROUNDS if late else 0):
        for component in late:
            progress(component.onderdeel.titel)
            _try(problems, settings, studio, with_data(component, {"opdrachten": prints}))
        _raise(problems)
        prints = make("kantoor")
    made = [print_ for profile in options.profiles for print_ in (prints if profile == "kantoor" else make(profile))]
    return Built(
        loaded.casus,
        loaded.rules,
        tuple(made),
        studio.layouts.used,
        studio.fonts,
        tables,
        participants,
        (
            *warnings(loaded.casus),
            *shortages(cards, loaded.rules, loaded.casus),
            *unplayable(cards, loaded.rules, loaded.casus),
            *_printer_warnings(options),
            *(Problem(text) for component in chosen for text in component.opmerkingen),
            *(warning for print_ in made for warning in print_.warnings),
        ),
    )


def _set_for(
    profile: str,
    studio: Studio,
    chosen: Sequence[OnderdeelFaces],
    settings: Mapping[str, SetOnderdeel],
    progress: Progress,
) -> Mapping[str, SetOnderdeel]:
    """Return the components as a profile needs them: what goes to a print shop is set anew, with its bleed."""
    if profile != "drukker" or studio.options.shop is None:
        return settings
    extra = {"drukpers": True, "afloop": round(to_mm(studio.options.shop.bleed), 3)}
    found: dict[str, SetOnderdeel] = {}
    problems: list[SpeelveldError] = []
    for component in chosen:
        if goes_to_shop(studio.kit, component.onderdeel):
            progress(component.onderdeel.titel)
            _try(problems, found, studio, with_data(component, extra))
    _raise(problems)
    return found


def _printer_warnings(options: Options) -> Iterator[Problem]:
    if options.printer and (warning := options.printer.warning):
        yield Problem(warning)


def _people(loaded: Loaded, options: Options) -> tuple[int, int]:
    """Return tables and participants: what the command line says, then the casus, then one full table."""
    meeting, normal = loaded.casus.bijeenkomst, loaded.rules.spelers_gewoon
    participants = options.participants or (None if options.tables else meeting.deelnemers)
    tables = options.tables or (None if options.participants else meeting.tafels)
    if tables is None:
        tables = max(1, -(-participants // normal)) if participants else 1
    return tables, participants or tables * normal


def _shared(loaded: Loaded, options: Options, tables: int, participants: int) -> dict[str, Any]:
    return {
        "casus": loaded.casus,
        "spel": loaded.rules.for_tables(tables),
        "tafels": tables,
        "deelnemers": participants,
        "papier": options.paper,
        "bord": options.board,
        "duplex": options.duplex.value,
        "dikte": options.thickness,
        "versie": resources.program_version(),
        "jaar": options.date.year,
        "opdrachten": (),
        "drukpers": False,
        "afloop": 0,
    }


def _chosen(found: Sequence[OnderdeelFaces], options: Options) -> list[OnderdeelFaces]:
    names = [component.onderdeel.naam for component in found]
    unknown = [name for name in options.only if name not in names]
    if unknown:
        raise UsageError(
            [
                Problem(f"onderdeel {name!r} bestaat niet in deze kit", hint=suggest(name, names, PLAIN))
                for name in unknown
            ]
        )
    return [component for component in found if not options.only or component.onderdeel.naam in options.only]


def _try(
    problems: list[SpeelveldError], settings: dict[str, SetOnderdeel], studio: Studio, component: OnderdeelFaces
) -> None:
    try:
        settings[component.onderdeel.naam] = set_onderdeel(studio, component)
    except (AuthorError, KitError) as error:
        problems.append(error)


def _raise(problems: Sequence[SpeelveldError]) -> None:
    """Raise everything that was found at once: as the author's mistake if there is one of the author among it."""
    found = [problem for error in problems for problem in error.problems]
    if any(isinstance(error, AuthorError) for error in problems):
        raise AuthorError(dict.fromkeys(found))
    if found:
        raise KitError(dict.fromkeys(found))
