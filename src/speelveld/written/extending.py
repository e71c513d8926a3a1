"""A file that says `breidt_uit: standaard` and holds only what differs: the two laid over each other.

Each value keeps its own place, so that a mistake is told in the file in which it was written. What the keys mean, and
whether what comes out is right, is for a model to say.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Annotated

from speelveld.errors import Problem
from speelveld.written.fields import keuze
from speelveld.written.hints import nearest, quote, suggest
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Rij, Waarde

EXTENDS, BEHIND = "breidt_uit", "na"

BreidtUitVeld = Annotated[str, keuze("standaard")]


def extends(root: Blok, known: Collection[str]) -> bool:
    """Tell whether a file says that it extends another, were it with a blank or a misspelt key among the `known` ones.

    Which others there are, its model says.
    """
    return any(key == EXTENDS or (key not in known and nearest(key, (EXTENDS,))) for key in root.marks)


def blank_extending(root: Blok) -> Iterator[Problem]:
    """Yield that a file does not say which other it extends."""
    if EXTENDS in root.blanks:
        yield Problem(f"'{EXTENDS}' is leeg", root.key_source(EXTENDS), f"schrijf: {EXTENDS}: standaard")


def needs_extending(key: str, bloks: Iterable[Blok]) -> Iterator[Problem]:
    """Yield where `key` stands in a file that extends no other, and means nothing there."""
    for blok in bloks:
        if key in blok:
            hint = f"haal deze regel weg, of schrijf bovenaan: {EXTENDS}: standaard"
            yield Problem(f"'{key}' kan alleen in een bestand met '{EXTENDS}'", blok.key_source(key), hint)


def laid_over(base: Blok, own: Blok, deep: int = 1) -> Blok:
    """Return the keys of `base` with those of `own` in their place; one that is blank in `own` is as if not in `base`.

    Where both hold a mapping, these are laid over each other in turn, `deep` mappings deep.
    """
    found = Blok(own.source)
    for blok in (base, own):
        for key in blok.marks:
            found.marks[key] = blok.key_source(key)
            before = found.pop(key, None)
            found.blanks.pop(key, None)
            if key not in blok:
                found.blanks[key] = blok.blanks[key]
                continue
            value = blok[key]
            both = deep > 1 and isinstance(before, Blok) and isinstance(value, Blok)
            found[key] = laid_over(before, value, deep - 1) if both else value  # type: ignore[arg-type]
    return found


def by_name(
    base: Waarde | None, own: Waarde | None, left_out: Collection[str] = (), key: str = "naam"
) -> Waarde | None:
    """Return the list `base` with the mappings of `own` over those with the same `key`, and new ones at the end.

    A mapping with `na: NAAM` comes behind the one of that name; several behind one keep their order.
    """
    if not isinstance(base, Rij) or not isinstance(own, Rij | None):
        return base if own is None else own
    found = {name: item for name, item in _keyed(base, key) if name not in left_out}
    for name, item in _keyed(own or (), key):
        before = found.get(name)
        found[name] = laid_over(before, item) if isinstance(before, Blok) and isinstance(item, Blok) else item
    items = Rij(base.source if own is None else own.source, base.field, base.limit)
    items.extend(_ordered(found))
    return items


def misplaced(items: Waarde | None, noun: str) -> Iterator[Problem]:
    """Yield each `na:` in a list that names nothing there is, or what comes behind the entry itself."""
    bloks = {name: item for item in items if (name := _name(item))} if isinstance(items, Rij) else {}
    for name, blok in bloks.items():
        behind = blok.get(BEHIND) if isinstance(blok, Blok) else None
        if not isinstance(behind, Tekst):
            continue
        if behind not in bloks:
            yield Problem(f"{noun} {quote(behind)} bestaat niet", behind.source, suggest(behind, list(bloks)))
        elif name in _chain(bloks, behind):
            yield Problem(f"{quote(name)} komt zo na zichzelf", behind.source, "haal een van de regels met 'na' weg")


def _ordered(found: dict[str, Waarde]) -> Iterator[Waarde]:
    """Yield the entries, each followed by those that say they come behind it."""
    followers: dict[str, list[str]] = {}
    for name, item in found.items():
        behind = item.get(BEHIND) if isinstance(item, Blok) else None
        if isinstance(behind, Tekst) and behind in found and name not in _chain(found, behind):
            followers.setdefault(str(behind), []).append(name)
    moved = {name for names in followers.values() for name in names}
    waiting = [name for name in reversed(found) if name not in moved]
    while waiting:
        name = waiting.pop()
        yield found[name]
        waiting += reversed(followers.get(name, ()))


def _chain(found: dict[str, Waarde], name: str) -> set[str]:
    """Return `name`, what it comes behind, what that comes behind, and so on."""
    seen: set[str] = set()
    here: str | None = name
    while here is not None and here not in seen:
        seen.add(here)
        item = found.get(here)
        behind = item.get(BEHIND) if isinstance(item, Blok) else None
        here = str(behind) if isinstance(behind, Tekst) else None
    return seen


def _keyed(items: Iterable[Waarde], key: str) -> Iterator[tuple[str, Waarde]]:
    """Yield items by name; what has none is like no other, and for the model to refuse."""
    for item in items:
        yield _name(item, key) or f"\0{id(item)}", item


def _name(item: Waarde, key: str = "naam") -> str | None:
    name = item.get(key) if isinstance(item, Blok) else None
    return str(name) if isinstance(name, Tekst) else None
