"""Every opgave and card gets an id: the author's own, or one made of its title; the same id twice is a problem."""

from collections.abc import Iterator

from speelveld.errors import Problem
from speelveld.written.hints import quote, slug
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, rows

CARD_KINDS = {"rollen": "rol", "aanpakken": "aanpak", "kansen": "kans", "uitdagingen": "uitdaging"}


def give_ids(root: Blok) -> list[Problem]:
    """Fill in the ids that the author left out; return the ids that are used twice.

    Opgaven are one set; the cards of all kinds together are another, since `weglaten` and `vervangt` name any of them.
    """
    opgaven = [(blok, "opgave") for blok in rows(root.get("opgaven"))]
    cards = [(blok, word) for kind, word in CARD_KINDS.items() for blok in rows(root.get(kind))]
    return [*_give(opgaven), *_give(cards)]


def _give(bloks: list[tuple[Blok, str]]) -> Iterator[Problem]:
    used: dict[str, Tekst] = {}
    numbers: dict[str, int] = {}
    for blok, _ in bloks:
        own = blok.get("id")
        if not isinstance(own, Tekst):
            continue
        if own in used:
            first = used[own].source
            where = f"op regel {first.line}" if first.name == own.source.name else f"in {first}"
            hint = f"de eerste staat {where}; kies een andere id"
            yield Problem(f"de id {quote(own)} wordt voor de tweede keer gebruikt", own.source, hint)
        used.setdefault(own, own)
    for blok, word in bloks:
        if "id" in blok:
            continue
        title = blok.get("naam" if word == "rol" else "titel")
        base = (slug(title) if isinstance(title, Tekst) else "") or word
        name, number = base, numbers.get(base, 1)
        while name in used:
            number += 1
            name = f"{base}-{number}"
        numbers[base] = number
        source = title.source if isinstance(title, Tekst) else blok.source
        blok["id"] = used[name] = Tekst(name, source, "id")
