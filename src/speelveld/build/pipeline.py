"""From a casus to a kit, stage by stage: read this to learn how the program works.

casus → deck → markup → typeset → sheet and pages → pdf → (the command line writes the files)
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from speelveld import resources
from speelveld.build.blame import of_the_font
from speelveld.build.blanco import is_blank, without_opgaven
from speelveld.build.instead import for_another_length, with_huisstijl_of, with_length
from speelveld.build.kept import Kept
from speelveld.build.making import Maker
from speelveld.build.notes import CardNote, card_names
from speelveld.build.own_files import as_read
from speelveld.build.picking import EarlierKit, Picks, earlier_kit, named_cards, refuse_of_another
from speelveld.build.setting import Progress
from speelveld.build.studio import Loaded, Studio, open_studio
from speelveld.casus import (
    DECK_FOLDER,
    Casus,
    DeckFiles,
    Rest,
    left_over,
    load_casus,
    load_deck,
    rest_of_casus,
    warnings,
)
from speelveld.casus.advice import SEATS, crowd_fits
from speelveld.casus.deck_files import RULES
from speelveld.casus.folder import FILE_NAME as CASUS_FILE
from speelveld.casus.folder import caged
from speelveld.deck import (
    Cards,
    Kit,
    OnderdeelFaces,
    Shared,
    choose_cards,
    is_made,
    kit_faces,
    not_made,
    only_of_a_gemeente,
    shortages,
    unplayable,
)
from speelveld.deck.practice import Choice
from speelveld.deck.rules import Rules, load_rules
from speelveld.errors import AuthorError, KitError, Problem, UsageError
from speelveld.files import ReadFile, read_file
from speelveld.options import Options
from speelveld.pages import Page, Print, SetOnderdeel
from speelveld.profiles import named
from speelveld.profiles.profile import Profile
from speelveld.woorden.moments import spoken_day
from speelveld.written.hints import PLAIN, meant, suggest


@dataclass(frozen=True, slots=True)
class Built:
    """A kit in memory: what it is for, its print jobs, and the layout files that made them."""

    casus: Casus
    rules: Rules
    profiles: tuple[Profile, ...]
    prints: tuple[Print, ...]
    layouts: tuple[ReadFile, ...]
    """As they were when they were read, in the order of first use."""
    fonts: Mapping[str, ReadFile]
    tables: int
    participants: int
    warnings: tuple[Problem, ...] = field(default=())
    tableau: Page | None = None
    """The game in play, for the picture of the whole kit; None without a board, and where nobody asks for pictures."""
    notes: Mapping[str, tuple[CardNote, ...]] = field(default_factory=dict)
    """The cards of each profile, by its name."""
    origin: ReadFile | None = None
    """The file of the casus, as it was read."""
    told: tuple[str, ...] = ()
    """What became of the cards of an earlier kit, and what was done that asks nothing, as lines to show."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Of each onderdeel by name a key of how it is set; where it is another than in an earlier kit, it looks otherwise.

    Without `kept` there are none, and none of what cannot be told apart.
    """
    onderdelen: tuple[SetOnderdeel, ...] = ()
    """The onderdelen as an office printer needs them, in the order of the kit."""

    def profile_of(self, print_: Print) -> Profile:
        """Return what a file is for."""
        return next(profile for profile in self.profiles if profile.name == print_.profile)


def load(
    path: Path,
    name: str,
    decks: Sequence[Path] = (),
    *,
    duur: int | None = None,
    huisstijl: tuple[Path, str] | None = None,
    kept: Kept | None = None,
    rest: bool = False,
    data: bytes | None = None,
) -> Loaded:
    """Return the casus at `path` (`name` is how the user wrote it) with the standard deck and the rules.

    Files of the deck are looked for in `decks`, then in `deck/` beside the casus, at last among the bundled ones.
    `duur`, and the casus that `huisstijl` names, count instead of what the casus itself says. What `kept` has of the
    deck is not read again. Of a casus that is wrong there is, with `rest`, what is right: to look at and not to print,
    in its own huisstijl. With `data` the file of the casus is taken to hold that.

    Raises:
        AuthorError: the casus is wrong; every mistake is named.
        KitError: the standard deck is wrong.
    """
    folder = path if path.is_dir() else path.parent
    beside = caged(folder / DECK_FOLDER, folder, "noem die map zelf, met --deck")
    own = tuple(place for place in (*decks, beside) if place.is_dir())
    files = DeckFiles(own, resources.bundled("decks") / "basis")
    memory = kept or Kept()
    written = as_read(map(str, files.paths())) if memory.stays else ()
    deck = memory.made("deck", (files, written), lambda: load_deck(files))
    origin = _read(path)
    if rest:
        found = rest_of_casus(path, name, deck)
    else:
        found = Rest(load_casus(path, name, deck, memory.of_files, data), partly=False)
    if found is None:
        raise AuthorError(())
    casus = found.casus
    odd: list[Problem] = []
    if duur is not None:
        odd, casus = for_another_length(casus, duur), with_length(casus, duur)
    if huisstijl is not None and not rest:
        casus = with_huisstijl_of(casus, *huisstijl, memory.of_files)
    if blank := is_blank(path):
        casus = without_opgaven(casus)
    numbers = casus.spel, casus.bijeenkomst.duur, blank
    rules = memory.made("rules", (files, written, numbers), lambda: rules_of(casus, files))
    return Loaded(casus, deck, rules, folder, files, blank, tuple(odd), origin, rest, found.partly)


def _read(path: Path) -> ReadFile | None:
    """Return the file of a casus; what is wrong with it is said by who reads what it means."""
    file = path / CASUS_FILE if path.is_dir() else path
    try:
        return read_file(file.resolve())
    except OSError:
        return None


def rules_of(casus: Casus, files: DeckFiles, changed: Mapping[str, int] | None = None) -> Rules:
    """Return the rules a casus is played by; `changed` are numbers to try instead of its own.

    Raises:
        AuthorError: the casus begins above a scale of the deck.
        KitError: the rules of the standard deck are wrong.
    """
    numbers = {name: getattr(casus.spel, name) for name in ("geld", "tijd", "steun", "regie", "pad")}
    own = {name: number for name, number in numbers.items() if number is not None}
    duur = casus.bijeenkomst.duur
    rules = load_rules(files.find(RULES), duur, {**own, **(changed or {})}, files.standard(RULES))
    if wrong := list(_off_the_scale(casus, rules)):
        raise AuthorError(wrong)
    return rules


def _off_the_scale(casus: Casus, rules: Rules) -> Iterator[Problem]:
    """Yield with what a casus begins that its deck has no scale for: an own deck may have shorter ones."""
    for name, most in (("steun", rules.steun_hoogst), ("regie", rules.regie_hoogst)):
        start = getattr(casus.spel, name)
        if start is not None and start > most:
            message = f"'{name}' is {start}, maar in dit deck loopt die schaal tot {most}"
            yield Problem(message, casus.spel.source, f"kies een getal tot en met {most}")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A kit before any of it is set: its studio, cards and faces, and what was asked of it."""

    loaded: Loaded
    options: Options
    profiles: tuple[Profile, ...]
    studio: Studio
    shared: Shared
    cards: Cards
    every: Sequence[OnderdeelFaces]
    chosen: Sequence[OnderdeelFaces]
    maker: Maker
    odd: tuple[Problem, ...]
    """What is odd about the casus, before any of it is set."""
    since: Mapping[str, EarlierKit]


def build(
    loaded: Loaded,
    options: Options,
    progress: Progress,
    profiles: Sequence[Profile] = (),
    kept: Kept | None = None,
) -> Built:
    """Return the kit of a casus for `profiles`, in that order; for the usual one if there are none.

    What is in `kept` is not set again, and what is set is kept there; the kit is the same with and without it.

    Raises:
        AuthorError: a text of the casus does not fit, or a picture is wrong; every one is named.
        KitError: a layout or the standard deck is wrong.
        UsageError: the options ask for something that is not there.
    """
    return finish(prepare(loaded, options, progress, profiles, kept))


def prepare(
    loaded: Loaded,
    options: Options,
    progress: Progress,
    profiles: Sequence[Profile] = (),
    kept: Kept | None = None,
) -> Prepared:
    """Return the kit of a casus before any of it is set; the rest is as for `build`."""
    profiles = tuple(profiles) or named()
    odd = [*loaded.warnings]
    if not loaded.blank:
        odd += (*warnings(loaded.casus, whole=not loaded.wrong), *left_over(loaded.casus))
    try:
        studio = open_studio(loaded, options, [profile.inks for profile in profiles if profile.inks], kept)
    except (AuthorError, KitError) as error:
        error.remarks = tuple(odd)
        raise
    odd += (*studio.remarks, *_crowded(options), *_past(loaded.casus, options.date.date()))
    shared = _shared(loaded, options, studio)
    cards = choose_cards(loaded.casus, loaded.deck)
    games: dict[Hashable, Choice] | None = None
    if kept is not None and kept.stays:
        games = kept.made("games", None, dict)
    every = list(kit_faces(studio.kit, cards, shared, games))
    if options.since is not None and loaded.origin is not None:
        refuse_of_another(options.since, loaded.origin.path)
    since = {} if options.since is None else {each.name: earlier_kit(options.since, each.name) for each in profiles}
    picks = _picks(every, studio.kit, options)
    chosen = (
        [faces for faces in every if faces.onderdeel.naam in picks]
        if picks
        else _chosen(every, studio.kit, options, shared)
    )
    maker = Maker(studio, shared, every, chosen, progress, picks, since)
    return Prepared(loaded, options, profiles, studio, shared, cards, every, chosen, maker, tuple(odd), since)


def finish(prepared: Prepared) -> Built:
    """Return the kit, with all of it set; errors are as for `build`."""
    loaded, options, maker = prepared.loaded, prepared.options, prepared.maker
    studio, shared, cards = prepared.studio, prepared.shared, prepared.cards
    odd, since = prepared.odd, prepared.since
    try:
        prints = maker.prints(prepared.profiles)
    except (AuthorError, KitError) as error:
        told = of_the_font(error, loaded.casus)
        told.remarks = tuple(odd)
        raise told from error
    if options.since is not None and not prints:
        raise UsageError(
            [Problem(f"er is niets veranderd sinds de kit in '{options.since}'", hint="er is dus niets te printen")]
        )
    return Built(
        loaded.casus,
        loaded.rules,
        prepared.profiles,
        tuple(prints),
        studio.layouts.files,
        studio.fonts,
        shared.tables,
        shared.participants,
        (
            *odd,
            *(() if loaded.wrong else _of_all_cards(loaded, cards)),
            *([Problem(options.printer.warning)] if options.printer and options.printer.warning else ()),
            *(Problem(text) for faces in prepared.chosen for text in faces.opmerkingen),
            *(warning for print_ in prints for warning in print_.warnings),
            *_asked_otherwise(since.values(), options, shared, prints),
        ),
        maker.tableau() if options.previews else None,
        maker.notes,
        loaded.origin,
        (*maker.told, *studio.notes),
        maker.settings,
        maker.onderdelen,
    )


def _asked_otherwise(
    since: Iterable[EarlierKit], options: Options, shared: Shared, prints: Sequence[Print]
) -> Iterator[Problem]:
    """Yield that an earlier kit was asked for with other options: then more differs than what its author changed."""
    asked = {"tafels": shared.tables, "deelnemers": shared.participants, "inktarm": options.low_ink}
    papers = {print_.naam: print_.paper for print_ in prints}
    said = dict.fromkeys(name for earlier in since for name in earlier.asked_otherwise(asked, papers))
    if said:
        message = f"de kit in '{options.since}' is met andere opties gemaakt; daardoor verschilt er meer"
        yield Problem(message, hint=f"wilt u alleen wat in uw casus veranderde? Geef dezelfde opties: {' '.join(said)}")


def _of_all_cards(loaded: Loaded, cards: Cards) -> Iterator[Problem]:
    yield from shortages(cards, loaded.rules, loaded.casus)
    yield from unplayable(cards, loaded.rules, loaded.casus)
    yield from only_of_a_gemeente(cards, loaded.casus)


def _crowded(options: Options) -> Iterator[Problem]:
    """Yield that the tables asked for are too many or too few for the people: of a casus, its own warnings say so."""
    people, tables = options.participants, options.tables
    if people and tables and not crowd_fits(people, tables):
        message = f"{people} deelnemers passen niet goed aan {tables} {'tafel' if tables == 1 else 'tafels'}"
        yield Problem(message, hint=SEATS)


def _past(casus: Casus, today: date) -> Iterator[Problem]:
    """Yield that the meeting has been: the year is often one of the last time."""
    day = casus.bijeenkomst.datum
    if isinstance(day, date) and day < today:
        message = f"de bijeenkomst is op {spoken_day(day)}, en die dag is geweest"
        yield Problem(message, casus.bijeenkomst.source, "kijk bij 'datum' na of de dag en het jaar kloppen")


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
        options.large_print,
        tuple(
            onderdeel.naam
            for onderdeel in studio.kit.onderdelen
            if is_made(onderdeel, loaded.casus, tables, options.large_print)
        ),
    )


def _people(loaded: Loaded, options: Options) -> tuple[int, int]:
    """Return tables and participants: what the command line says, then the casus, then one full table."""
    meeting, normal = loaded.casus.bijeenkomst, loaded.rules.spelers_gewoon
    participants = options.participants or (None if options.tables else meeting.deelnemers)
    tables = options.tables or (None if options.participants else meeting.tafels)
    if tables is None:
        tables = max(1, -(-participants // normal)) if participants else 1
    return tables, participants or tables * normal


def _picks(every: Sequence[OnderdeelFaces], kit: Kit, options: Options) -> Picks:
    """Return the cards that were asked for by name; nothing if none was."""
    if not options.cards:
        return {}
    jobs = {job.naam for job in kit.opdrachten if job.soort == "kaarten"}
    cut = [faces for faces in every if jobs.intersection(faces.onderdeel.opdrachten)]
    return named_cards(options.cards, {faces.onderdeel.naam: card_names(faces) for faces in cut})


def _chosen(every: Sequence[OnderdeelFaces], kit: Kit, options: Options, shared: Shared) -> list[OnderdeelFaces]:
    """Return the onderdelen that were asked for, each by its name, or all of a print job by the name of that."""
    names = {faces.onderdeel.naam: {faces.onderdeel.naam} for faces in every}
    jobs = {
        job.naam: {faces.onderdeel.naam for faces in every if job.naam in faces.onderdeel.opdrachten}
        for job in kit.opdrachten
    }
    known = {name: found for name, found in {**jobs, **names}.items() if found}
    there = {onderdeel.naam: onderdeel for onderdeel in kit.onderdelen}
    if unknown := [name for name in options.only if name.casefold() not in known]:
        raise UsageError(
            [
                not_made(there[name], shared.casus, shared.tables)
                if name in there
                else Problem(
                    f"onderdeel {name!r} bestaat niet in deze kit",
                    hint=meant(name, {**known, **there}) or suggest(name, [*names, *jobs], PLAIN),
                )
                for name in unknown
            ]
        )
    wanted = {naam for name in options.only for naam in known[name.casefold()]}
    return [faces for faces in every if not options.only or faces.onderdeel.naam in wanted]
