"""A path in, a checked casus or standard deck out; everything that is wrong with it is said at once."""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from speelveld.casus.cards import Basisdeck
from speelveld.casus.crosschecks import crosscheck
from speelveld.casus.deck_files import WORDS as WORDS_FILE
from speelveld.casus.deck_files import DeckFiles
from speelveld.casus.folder import casus_file
from speelveld.casus.ids import CARD_KINDS, give_ids
from speelveld.casus.kaart import Kaart, free_card
from speelveld.casus.language import Taallijst
from speelveld.casus.model import Casus
from speelveld.casus.references import check_references
from speelveld.casus.woorden import spell_out
from speelveld.errors import AuthorError, KitError, Problem, Source, in_order
from speelveld.written.extending import EXTENDS, blank_extending, by_name, extends, needs_extending
from speelveld.written.fields import Around
from speelveld.written.hints import quote, suggest
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Rij, Waarde, rows, texts

CASUS = FileKind(
    AuthorError,
    begin="begin met: speelveld nieuw",
    example="titel: …",
    comment="wordt het niet gedrukt",
    most_bytes=8 * 1024 * 1024,
    smaller="verdeel de casus over meer bestanden",
    most_values=1_000_000,  # twice what 20 000 complete opgaven need
    too_much=("dit bestand is te groot voor één casus", "maak er meer casussen van"),
    long_lists={"opgaven": 20_000},
)
DECK = FileKind(comment="wordt het niet gedrukt")
WORDS = FileKind(example="jargon: …")

LEFT_OUT, STANDARD = "weglaten", "standaard"

_NEWER = re.compile("[2-9]|[1-9][0-9]{1,3}")


def load_casus(path: Path, name: str, deck: Basisdeck | None = None) -> Casus:
    """Return the casus at `path`, a casus.yaml or a folder that holds one; `name` is how the user wrote it.

    With a `deck`, its references to standard cards are checked too.

    Raises:
        AuthorError: the file cannot be read or is wrong; it holds every mistake, sorted by place.
    """
    file, file_name = casus_file(path, name)
    with _without_garbage_collection():
        root, problems = read(file, file_name, CASUS)
        _refuse_newer(root)
        problems += give_ids(root)
        problems += spell_out(root)
        problems += crosscheck(root)
        if deck is not None:
            problems += check_references(root, deck)
        return built(Casus, root, CASUS, problems, Around(file.parent))


def load_deck(files: DeckFiles) -> Basisdeck:
    """Return the standard deck: rollen, aanpakken, kansen and uitdagingen, and kinds that the program does not know.

    Each kind is a file. One that says `breidt_uit: standaard` is laid over the bundled one, card by card.

    Raises:
        KitError: a file is not there or is wrong.
    """
    root, problems = Blok(Source(str(files.find(next(iter(CARD_KINDS))).parent))), list[Problem]()
    for kind in CARD_KINDS:
        try:
            part, found = _part(files, kind)
        except KitError as error:
            problems += error.problems
            continue
        problems += found
        root.update({key: value for key, value in part.items() if key == kind})
        root.marks.update(part.marks)
    free: dict[str, tuple[Kaart, ...]] = {}
    for kind in files.kinds(frozenset(CARD_KINDS)):
        try:
            free[kind] = _free_cards(files, kind)
        except KitError as error:
            problems += error.problems
    if problems:
        raise KitError(in_order(problems))
    problems += give_ids(root)
    problems += _not_replacing(root)
    return built(Basisdeck, root, DECK, problems, Around(files.bundled)).with_free(free)


def _part(files: DeckFiles, kind: str) -> tuple[Blok, list[Problem]]:
    """Return one file of the deck, laid over the bundled one if it says so, and what is wrong with it."""
    path = files.find(kind)
    part, problems = read(path, str(path), DECK)
    standard = files.standard(kind)
    if not extends(part, (kind, LEFT_OUT)) or path == standard or not standard.is_file():
        return part, [*problems, *_only(kind, part), *needs_extending(LEFT_OUT, [part])]
    base, found = read(standard, str(standard), DECK)
    problems += [*found, *blank_extending(part), *_extending(kind, part), *_gone(base.get(kind), part)]
    gone = set(map(str, texts(part.get(LEFT_OUT))))
    merged = by_name(base.get(kind), part.get(kind), gone, key="id")
    whole = Blok(part.source)
    whole.marks[kind] = part.key_source(kind)
    if merged is not None:
        whole[kind] = merged
    return whole, problems


def _free_cards(files: DeckFiles, kind: str) -> tuple[Kaart, ...]:
    """Return the cards of a kind that the program does not know, with keys of their author's own."""
    part, problems = _part(files, kind)
    items = part.get(kind)
    cards = list[Kaart]()
    if kind in part and (not isinstance(items, Rij) or not items):
        hint = f"zet onder '{kind}:' voor elke kaart een streepje, met sleutels naar keuze"
        problems.append(Problem(f"'{kind}' is geen lijst van kaarten", part.key_source(kind), hint))
    for item in items if isinstance(items, Rij) else ():
        if not isinstance(item, Blok):
            hint = "schrijf bijvoorbeeld: - {titel: …, tekst: …}"
            problems.append(Problem(f"een punt van '{kind}' is een blok met sleutels", item.source, hint))
            continue
        try:
            cards.append(free_card(item))
        except RefusedError as refusal:
            problems.append(Problem(refusal.message, refusal.source or item.source, refusal.hint))
    if problems:
        raise KitError(in_order(problems))
    return tuple(cards)


def load_words(files: DeckFiles) -> Taallijst:
    """Return the standard list of words, or the one in its place.

    Raises:
        KitError: the file is not there or is wrong.
    """
    path = files.find(WORDS_FILE)
    root, problems = read(path, str(path), WORDS)
    return built(Taallijst, root, WORDS, problems, Around(path.parent))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Do not look for cycles in a tree that has none: of 10 000 opgaven that takes as long as reading them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _refuse_newer(root: Blok) -> None:
    """Say only that a file is of a later version: what else looks wrong in it may be right by then."""
    version = root.get("formaat")
    if isinstance(version, Tekst) and _NEWER.fullmatch(version):
        message, hint = f"dit bestand is van een nieuwere versie (formaat {version})", "haal een nieuwe speelveld op"
        raise AuthorError([Problem(message, version.source, hint)])


def _only(kind: str, part: Blok) -> Iterable[Problem]:
    """Yield what a whole file of the deck should not hold or leave out."""
    if kind not in part:
        yield Problem(f"hier ontbreekt '{kind}'", part.source, f"begin het bestand met: {kind}:")
    yield from _unknown(part, (kind, LEFT_OUT))


def _extending(kind: str, part: Blok) -> Iterable[Problem]:
    """Yield what a file that extends the bundled one should not hold."""
    yield from _unknown(part, (kind, EXTENDS, LEFT_OUT))
    for value in texts(part.get(EXTENDS)):
        if value != STANDARD:
            yield Problem(f"{quote(value)} kan hier niet", value.source, suggest(value, (STANDARD,)))


def _unknown(part: Blok, known: tuple[str, ...]) -> Iterable[Problem]:
    for key in part.marks:
        if key not in known:
            hint = suggest(key, known) if len(known) > 2 else f"dit bestand heeft alleen '{known[0]}:'"
            yield Problem(f"onbekende sleutel '{key}'", part.key_source(key), hint)


def _gone(base: Waarde | None, part: Blok) -> Iterable[Problem]:
    """Yield the ids under `weglaten` that leave nothing out."""
    known = [str(name) for card in rows(base) for name in texts(card.get("id"))]
    for name in texts(part.get(LEFT_OUT)):
        if name not in known:
            yield Problem(f"kaart {quote(name)} staat niet in het standaarddeck", name.source, suggest(name, known))


def _not_replacing(root: Blok) -> Iterable[Problem]:
    for kind in CARD_KINDS:
        for card in rows(root.get(kind)):
            if "vervangt" in card:
                message = "een kaart van het standaarddeck kan geen andere vervangen"
                yield Problem(message, card.key_source("vervangt"), "haal deze regel weg")
