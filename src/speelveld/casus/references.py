"""Whether a casus and the standard deck fit together: cards that it leaves out or replaces must be there."""

from collections.abc import Collection, Iterator, Mapping

from speelveld.casus.cards import Basisdeck
from speelveld.casus.ids import CARD_KINDS
from speelveld.errors import Problem
from speelveld.written.hints import quote, slug, suggest
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Rij, Waarde, rows, texts

# More would suit everything; docs/keuzes.md says how this was found.
MOST_SUITING = 3


def check_references(root: Blok, deck: Basisdeck) -> Iterator[Problem]:
    """Yield the ids in a casus, with ids for its own cards, that do not fit the standard deck.

    The rest of the casus may be wrong, so that all mistakes can be told together.
    """
    standard = {str(card.id): word for kind, word in CARD_KINDS.items() for card in getattr(deck, kind)}
    cards = [(card, word) for kind, word in CARD_KINDS.items() for card in rows(root.get(kind))]
    left_out = root.get("weglaten")
    names = [name for name in left_out if isinstance(name, Tekst)] if isinstance(left_out, Rij) else []
    replaced = [(name, word) for card, word in cards if isinstance(name := card.get("vervangt"), Tekst)]
    gone = {*map(str, names), *(str(name) for name, _ in replaced)}
    yield from _left_out(names, standard)
    yield from _replaced(replaced, standard)
    yield from _clashing([card["id"] for card, _ in cards], standard, gone)
    there = {name: word for name, word in standard.items() if name not in gone}
    there |= {str(card["id"]): word for card, word in cards}
    for opgave in rows(root.get("opgaven")):
        yield from _named(opgave.get("past"), there, gone, "aanpak", "past")
        yield from _too_many(opgave.get("past"))
    yield from _named(root.get("aan_tafel"), there, gone, "rol", "aan_tafel")


def _left_out(names: list[Tekst], standard: Mapping[str, str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in names:
        if name not in standard:
            yield _no_such_card(name, standard)
        elif name in seen:
            yield Problem(f"kaart {quote(name)} staat twee keer bij 'weglaten'", name.source, "haal er een weg")
        seen.add(name)


def _replaced(replaced: list[tuple[Tekst, str]], standard: Mapping[str, str]) -> Iterator[Problem]:
    by: dict[str, Tekst] = {}
    for name, kind in replaced:
        if name not in standard:
            yield _no_such_card(name, {key: word for key, word in standard.items() if word == kind})
        elif standard[name] != kind:
            message = f"kaart {quote(name)} is een {standard[name]} en kan niet worden vervangen door een {kind}"
            yield Problem(message, name.source, f"noem de id van een {kind}, of haal 'vervangt' weg")
        elif name in by:
            hint = f"dat gebeurt al op regel {by[name].source.line}; haal een van de twee weg"
            yield Problem(f"kaart {quote(name)} wordt voor de tweede keer vervangen", name.source, hint)
        by.setdefault(name, name)


def _named(
    value: Waarde | None, there: Mapping[str, str], gone: Collection[str], word: str, key: str
) -> Iterator[Problem]:
    """Yield what is wrong with a list of ids of cards of one kind, called `word`, under `key`."""
    known = [name for name, kind in there.items() if kind == word]
    seen: set[str] = set()
    for name in texts(value) if isinstance(value, Rij) else ():
        if name in seen:
            yield Problem(f"{word} {quote(name)} staat twee keer bij '{key}'", name.source, "haal er een weg")
        elif name in there and there[name] != word:
            hint = f"noem de id van een {word}"
            yield Problem(f"{quote(name)} is een {there[name]}, geen {word}", name.source, hint)
        elif name not in known and name not in gone:
            yield Problem(f"{word} {quote(name)} bestaat niet", name.source, suggest(slug(name) or name, known))
        seen.add(name)


def _too_many(past: Waarde | None) -> Iterator[Problem]:
    names = list(dict.fromkeys(texts(past))) if isinstance(past, Rij) else []
    if len(names) > MOST_SUITING:
        message = f"bij 'past' staan er {len(names)}; hoogstens {MOST_SUITING}"
        yield Problem(message, names[MOST_SUITING].source, "kies de beste")


def _clashing(ids: list[object], standard: Mapping[str, str], gone: set[str]) -> Iterator[Problem]:
    for own in ids:
        if isinstance(own, Tekst) and own in standard and own not in gone:
            message = f"het standaarddeck heeft al een {standard[own]} met de id {quote(own)}"
            yield Problem(message, own.source, f"schrijf erbij: vervangt: {own}, of kies een andere id")


def _no_such_card(name: Tekst, known: Mapping[str, str]) -> Problem:
    return Problem(f"kaart {quote(name)} staat niet in het standaarddeck", name.source, suggest(slug(name), known))
