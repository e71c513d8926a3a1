"""A card of the author's own kind: any keys, read in a layout as `kaart.titel`."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from speelveld.errors import Source
from speelveld.written.foreign import check_foreign
from speelveld.written.refusal import RefusedError, together
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Fout, Leeg, Rij, Waarde

Vrij: TypeAlias = "Tekst | Kaart | tuple[Vrij, ...]"


class Kaart:
    """The values of one mapping, by attribute and by key.

    It has no names of its own (its place is `card_source(kaart)`), so no key of an author is hidden; a key that is not
    there is an AttributeError, which Jinja takes for undefined.
    """

    __slots__ = ("_source", "_values")

    def __init__(self, values: Mapping[str, Vrij], source: Source) -> None:
        """Hold `values`, written at `source`."""
        self._values = dict(values)
        self._source = source

    def __getattr__(self, name: str) -> Vrij:
        if name.startswith("_") or name not in self._values:
            raise AttributeError(name)
        return self._values[name]

    def __getitem__(self, key: str) -> Vrij:
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kaart) and self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(self._values.items()))

    def __repr__(self) -> str:
        return f"Kaart({self._values!r})"


def card_source(kaart: Kaart) -> Source:
    """Return where a card begins."""
    return kaart._source


def free_card(blok: Blok) -> Kaart:
    """Return the values of a mapping as a card; a blank in quotation marks stays, any other blank is as if absent."""
    refusals: list[RefusedError] = []
    values = {key: blok[key] if key in blok else blok.blanks[key] for key in blok.marks}
    kept = {key: _free(value, key, refusals) for key, value in values.items() if not isinstance(value, Leeg)}
    if refusals:
        raise together(refusals)
    return Kaart(kept, blok.source)


def _free(value: Waarde, key: str, refusals: list[RefusedError]) -> Vrij:
    if isinstance(value, Fout):
        return ()
    if isinstance(value, Leeg):
        refusals.append(RefusedError(f"dit punt van '{key}' is leeg", "vul het in of haal het weg", value.source))
        return ()
    if isinstance(value, Rij):
        return tuple(_free(item, key, refusals) for item in value)
    if isinstance(value, Blok):
        try:
            return free_card(value)
        except RefusedError as refusal:
            refusals.append(refusal)
            return ()
    check_foreign(value)
    return value
