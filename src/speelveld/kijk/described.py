"""What a reader is told of each value of a casus: its label, what it is for, and what it may hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from speelveld.kijk.labels import HOLDERS, label_of
from speelveld.written.paths import Part, parts_of, spelled

Kind = Literal["text", "paragraphs", "number", "choice", "line"]

# What may hold more than one paragraph, and what a program reads: these are better typed in the file.
_PARAGRAPHS = frozenset(("verhaal", "let_op", "opening", "slot"))
_FIXED = frozenset(("formaat", "id"))
# Of these a card is made.
_CARDS = frozenset(("opgaven", "rollen", "aanpakken", "kansen", "uitdagingen", "kaarten", "cijfers"))
_NAMES = ("titel", "naam")
_WIDE, _MOST_ROWS = 46, 12


@dataclass(frozen=True, slots=True)
class Described:
    """A value as a field of a form; `least` and `most` are the bounds of a number, `card` the path of its card.

    `bounds` are these in words, where they help.
    """

    label: str
    of: str
    help: str
    kind: Kind
    rows: int
    fixed: bool
    card: str
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    bounds: str = ""


class Describer:
    """Knows of each path in a casus what stands there, from the schema of the casus."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        """Take the JSON Schema of a casus."""
        self._schema = schema

    def described(self, values: Mapping[str, str]) -> dict[str, Described]:
        """Return the fields of a casus by their paths, from its values by theirs."""
        return {path: self._one(path, value, values) for path, value in values.items()}

    def item(self, path: str, values: Mapping[str, str]) -> str:
        """Return what a reader calls the item, list or block at `path`."""
        parts = parts_of(path)
        keys = [part for part in parts if isinstance(part, str)]
        if isinstance(parts[-1], int):
            return _of((*parts, ""), values)
        if parts[-1] in HOLDERS:
            return HOLDERS[str(parts[-1])]
        known = label_of(keys)
        return known.label if known else _own_name(keys)

    def _one(self, path: str, value: str, values: Mapping[str, str]) -> Described:
        parts = parts_of(path)
        shape = self._shape(parts)
        keys = [part for part in parts if isinstance(part, str)]
        key = keys[-1]
        known = label_of(keys)
        label = known.label if known else _own_name(keys)
        if isinstance(parts[-1], int):
            label = f"{label} ({parts[-1] + 1})"
        choices = tuple(str(each) for each in shape.get("enum", ()))
        kinds = _types(shape)
        least, most = shape.get("minimum"), shape.get("maximum")
        kind: Kind = "text"
        if choices and value in choices:
            kind = "choice"
        elif "integer" in kinds:
            kind = "number"
        elif key in _PARAGRAPHS or "\n\n" in value:
            kind = "paragraphs"
        elif key in _FIXED or "format" in shape or "pattern" in shape:
            kind = "line"
        return Described(
            label,
            _of(parts, values),
            known.help if known else str(shape.get("description", "")),
            kind,
            _rows(value),
            key in _FIXED,
            _card(parts),
            choices,
            least,
            most,
            _in_words(least, most) if known is None or known.bounds else "",
        )

    def _shape(self, parts: Iterable[Part]) -> Mapping[str, Any]:
        """Return what the schema says of a path; nothing where it is silent."""
        here: Mapping[str, Any] = self._schema
        for part in parts:
            about = {name: here[name] for name in ("title", "description") if name in here}
            inner = self._inside(here)
            found = inner.get("items") if isinstance(part, int) else inner.get("properties", {}).get(part)
            if found is None:
                extra = inner.get("additionalProperties")
                found = extra if isinstance(extra, Mapping) else {}
            here = {**about, **found} if isinstance(part, int) else found
        return {**self._inside(here), **{name: here[name] for name in ("title", "description") if name in here}}

    def _inside(self, shape: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a shape without what stands round it: a reference, or that it may be left out."""
        while True:
            if "$ref" in shape:
                shape = self._schema["$defs"][str(shape["$ref"]).rpartition("/")[2]]
            elif "anyOf" in shape:
                shape = next(each for each in shape["anyOf"] if each.get("type") != "null")
            elif len(shape.get("allOf", ())) == 1:
                shape = shape["allOf"][0]
            else:
                return shape


def of_which_card(path: str) -> str:
    """Return the path of the card that a value is on; nothing if it is on none."""
    return _card(parts_of(path))


def named(described: Described) -> str:
    """Return what a reader calls a value: 'Titel – Opgave ‘Een vrije dag’'."""
    return f"{described.label} – {described.of}" if described.of else described.label


def of_deck(text: str) -> dict[str, Any]:
    """Return what the page is told of a text of the standard deck, which is not changed there."""
    shown = Described("Tekst van de standaardkaarten", "", "", "text", _rows(text), fixed=True, card="")
    return {**asdict(shown), "value": text, "deck": True, "room": None}


def _rows(value: str) -> int:
    return min(_MOST_ROWS, sum(1 + len(line) // _WIDE for line in value.split("\n")))


def _types(shape: Mapping[str, Any]) -> frozenset[str]:
    kinds = shape.get("type", ())
    return frozenset((kinds,) if isinstance(kinds, str) else kinds)


def _in_words(least: int | None, most: int | None) -> str:
    if least is None:
        return ""
    return f"{least} of meer" if most is None else f"{least} tot en met {most}"


def _card(parts: tuple[Part, ...]) -> str:
    """Return the path of the card a value is on; nothing if it is on none."""
    at = 2 if parts[:1] == ("kaartsoorten",) else 0
    if len(parts) > at + 1 and parts[at] in _CARDS and isinstance(parts[at + 1], int):
        return spelled(parts[: at + 2])
    return ""


def _of(parts: tuple[Part, ...], values: Mapping[str, str]) -> str:
    """Return what a value is of: a card, or something else in a list, by its name or its number; or a block."""
    inside = [at for at, part in enumerate(parts[1:-1], 1) if isinstance(part, int)]
    if inside:
        at = inside[-1]
        above = spelled(parts[: at + 1])
        kind = HOLDERS.get(str(parts[at - 1]), "Punt")
        name = next((values[f"{above}.{each}"] for each in _NAMES if values.get(f"{above}.{each}")), "")
        return f"{kind} ‘{name}’" if name else f"{kind} {int(parts[at]) + 1}"
    keys = [part for part in parts if isinstance(part, str)]
    if keys[0] == "woorden" and len(keys) > 2:
        return f"Uw woord voor ‘{keys[1]}’"
    return next((HOLDERS[key] for key in reversed(keys[:-1]) if key in HOLDERS), "")


def _own_name(keys: Sequence[str]) -> str:
    """Return the name of a value whose author chose the key, with that of the block it stands in."""
    own = [key.replace("_", " ") for key in keys[keys.index("kaarten") + 1 :]] if "kaarten" in keys else [keys[-1]]
    return ": ".join(own).capitalize()
