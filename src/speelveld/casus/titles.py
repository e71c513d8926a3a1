"""Where the id of a card is asked for, its title is as good: it becomes the id, at the place it was written."""

from collections.abc import Iterator, Mapping

from speelveld.casus.cards import Basisdeck
from speelveld.casus.ids import CARD_KINDS
from speelveld.written.hints import slug
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Rij, rows

_Named = Mapping[str, frozenset[str]]


def ids_for_titles(root: Blok, deck: Basisdeck | None) -> None:
    """Put ids in the place of titles in a casus whose own ids have been given; what fits no one card stays."""
    standard = {kind: _standard(deck, kind) for kind in CARD_KINDS}
    own = {kind: list(_own(root, kind, "naam" if kind == "rollen" else "titel")) for kind in CARD_KINDS}
    every = [each for kind in CARD_KINDS for each in standard[kind]]
    _in_list(root, "weglaten", _by_title(every))
    _in_list(root, "aan_tafel", _by_title([*standard["rollen"], *own["rollen"]]))
    aanpakken = _by_title([*standard["aanpakken"], *own["aanpakken"]])
    for opgave in rows(root.get("opgaven")):
        _in_list(opgave, "past", aanpakken)
    for kind in CARD_KINDS:
        titles = _by_title(list(standard[kind]))
        for card in rows(root.get(kind)):
            if isinstance(name := card.get("vervangt"), Tekst):
                card["vervangt"] = _id(name, titles)


def _standard(deck: Basisdeck | None, kind: str) -> list[tuple[str, str]]:
    cards = getattr(deck, kind) if deck else ()
    return [(str(card.naam if kind == "rollen" else card.titel), str(card.id)) for card in cards]


def _own(root: Blok, kind: str, key: str) -> Iterator[tuple[str, str]]:
    for blok in rows(root.get(kind)):
        title, name = blok.get(key), blok.get("id")
        if isinstance(title, Tekst) and isinstance(name, Tekst):
            yield str(title), str(name)


def _by_title(cards: list[tuple[str, str]]) -> _Named:
    """Return the ids of each title, and of each id itself: one that is an id and a title too means the id."""
    found: dict[str, frozenset[str]] = {}
    for title, name in cards:
        found[slug(title)] = found.get(slug(title), frozenset()) | {name}
    return found | {name: frozenset((name,)) for _, name in cards}


def _in_list(blok: Blok, key: str, titles: _Named) -> None:
    names = blok.get(key)
    if isinstance(names, Rij):
        names[:] = [_id(name, titles) if isinstance(name, Tekst) else name for name in names]


def _id(name: Tekst, titles: _Named) -> Tekst:
    if name in titles:
        return name
    found = titles.get(slug(name), frozenset())
    return name.saying(next(iter(found))) if len(found) == 1 else name
