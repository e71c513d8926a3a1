"""The files of a deck in, the checked deck out; everything that is wrong in any of them is said at once."""

from collections.abc import Iterator
from dataclasses import replace

from speelveld.casus.cards import Basisdeck
from speelveld.casus.deck_files import DeckFiles
from speelveld.casus.ids import CARD_KINDS, give_ids
from speelveld.casus.kaart import Kaart, free_card
from speelveld.errors import KitError, Problem, Source, in_order
from speelveld.written.extending import EXTENDS, STANDARD, blank_extending, by_name, extends, needs_extending
from speelveld.written.fields import Around
from speelveld.written.hints import meant, nearest, quote, suggest
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read
from speelveld.written.refusal import RefusedError
from speelveld.written.tree import Blok, Fout, Rij, Waarde, rows, texts

DECK = FileKind(comment="wordt het niet gedrukt")
LEFT_OUT = "weglaten"


def load_deck(files: DeckFiles) -> Basisdeck:
    """Return the standard deck: rollen, aanpakken, kansen and uitdagingen, and kinds that the program does not know.

    Each kind is a file. One that says `breidt_uit: standaard` is laid over the bundled one, card by card.

    Raises:
        KitError: a file is not there or is wrong; every mistake in every file is named.
    """
    root, problems = Blok(Source(str(files.find(next(iter(CARD_KINDS))).parent))), list[Problem]()
    for kind in CARD_KINDS:
        cards, source, found = _cards(files, kind)
        root[kind], root.marks[kind] = cards, source
        problems += found
    free: dict[str, tuple[Kaart, ...]] = {}
    for kind in files.kinds(frozenset(CARD_KINDS)):
        cards, source, found = _cards(files, kind)
        free[kind] = tuple(_free_cards(kind, cards, source, found))
        problems += found
    problems += give_ids(root)
    problems += _not_replacing(root)
    return built(Basisdeck, root, DECK, in_order(problems), Around(files.bundled)).with_free(free)


def _cards(files: DeckFiles, kind: str) -> tuple[Waarde, Source, list[Problem]]:
    """Return the cards of one file, laid over the bundled one if it says so, where it names them, and what is wrong.

    A file that gives none has been told to be wrong.
    """
    path = files.find(kind)
    try:
        part, problems = read(path, str(path), _called(kind))
        standard = files.standard(kind)
        if path == standard or not standard.is_file() or not extends(part, (kind, LEFT_OUT)):
            problems += [*_only(kind, part), *needs_extending(LEFT_OUT, [part])]
            return part.get(kind, Fout(part.source)), part.key_source(kind), problems
        base, found = read(standard, str(standard), _called(kind))
    except KitError as error:
        return Fout(Source(str(path))), Source(str(path)), list(error.problems)
    problems += [*found, *blank_extending(part), *_extending(kind, part), *_gone(base.get(kind), part)]
    gone = set(map(str, texts(part.get(LEFT_OUT))))
    merged = by_name(base.get(kind), part.get(kind), gone, key="id")
    return merged or Fout(part.source), part.key_source(kind), problems


def _called(kind: str) -> FileKind:
    return replace(DECK, begin=f"begin het bestand met: {kind}:", example=f"{kind}: …")


def _free_cards(kind: str, cards: Waarde, source: Source, problems: list[Problem]) -> Iterator[Kaart]:
    """Yield the cards of a kind that the program does not know, with keys of their author's own."""
    if isinstance(cards, Fout):
        return
    if not isinstance(cards, Rij) or not cards:
        hint = f"zet onder '{kind}:' voor elke kaart een streepje, met sleutels naar keuze"
        problems.append(Problem(f"'{kind}' is geen lijst van kaarten", source, hint))
        return
    for item in cards:
        if not isinstance(item, Blok):
            hint = "schrijf bijvoorbeeld: - {titel: …, tekst: …}"
            problems.append(Problem(f"een punt van '{kind}' is een blok met sleutels", item.source, hint))
            continue
        try:
            yield free_card(item)
        except RefusedError as refusal:
            problems += [Problem(each.message, each.source or item.source, each.hint) for each in refusal.every]


def _only(kind: str, part: Blok) -> Iterator[Problem]:
    """Yield what a whole file of the deck should not hold or leave out."""
    unknown = _unknown(part, (kind, LEFT_OUT))
    if kind not in part and not any(nearest(key, (kind,)) for key in unknown):
        yield Problem(f"hier ontbreekt '{kind}'", part.source, f"begin het bestand met: {kind}:")
    for key in unknown:
        hint = meant(key, (kind,)) or f"dit bestand heeft alleen '{kind}:'"
        yield Problem(f"onbekende sleutel {quote(key)}", part.key_source(key), hint)


def _extending(kind: str, part: Blok) -> Iterator[Problem]:
    """Yield what a file that extends the bundled one should not hold."""
    known = (kind, EXTENDS, LEFT_OUT)
    for key in _unknown(part, known):
        yield Problem(f"onbekende sleutel {quote(key)}", part.key_source(key), suggest(key, known))
    for value in texts(part.get(EXTENDS)):
        if value != STANDARD:
            yield Problem(f"{quote(value)} kan hier niet", value.source, suggest(value, (STANDARD,)))


def _unknown(part: Blok, known: tuple[str, ...]) -> list[str]:
    """Return the keys of a file that mean nothing in it, without those of which something has been said."""
    return [key for key in part.marks if key not in known and not isinstance(part.get(key), Fout)]


def _gone(base: Waarde | None, part: Blok) -> Iterator[Problem]:
    """Yield the ids under `weglaten` that leave nothing out."""
    known = [str(name) for card in rows(base) for name in texts(card.get("id"))]
    for name in texts(part.get(LEFT_OUT)):
        if name not in known:
            yield Problem(f"kaart {quote(name)} staat niet in het standaarddeck", name.source, suggest(name, known))


def _not_replacing(root: Blok) -> Iterator[Problem]:
    for kind in CARD_KINDS:
        for card in rows(root.get(kind)):
            if "vervangt" in card:
                message = "een kaart van het standaarddeck kan geen andere vervangen"
                yield Problem(message, card.key_source("vervangt"), "haal deze regel weg")
