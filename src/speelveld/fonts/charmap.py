"""Which glyph a font has for each character; a hard space is a space."""

from collections.abc import Iterator, Mapping
from struct import iter_unpack, unpack_from
from typing import TYPE_CHECKING, Any

from speelveld.fonts.refusal import broken

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_SPACE, _HARD_SPACE = ord(" "), 0xA0
# Control signs, which some fonts draw.
_NEVER = frozenset((*range(32), *range(0x7F, 0xA0)))
_MACINTOSH = (1, 0)
# As many as Unicode has; a damaged table may speak of four billion, one by one.
_MOST = 0x110000
# OpenType, cmap: the formats that name stretches of characters.
_SEGMENTS, _GROUPS = 4, (12, 13)


def characters(font: "TTFont", known: Mapping[str, int]) -> dict[int, str]:
    """Return the glyph of each character by its code; `known` are all glyphs.

    Raises:
        FontError: the table speaks of more characters than there are.
        Exception: it is damaged.
    """
    if any(count > _MOST for count in _counts(font.getTableData("cmap"))):
        raise broken()
    table: Any = font["cmap"]
    found: dict[int, str] = dict(table.getBestCmap() or {})
    if not found:
        old = next((each for each in table.tables if (each.platformID, each.platEncID) == _MACINTOSH), None)
        names = old.cmap if old is not None else {}
        found = {ord(bytes([code]).decode("mac_roman")): name for code, name in names.items()}
    # The first glyph shows that there is none.
    found = {code: name for code, name in found.items() if known.get(name) and code not in _NEVER}
    if _SPACE in found:
        found[_HARD_SPACE] = found[_SPACE]
    return found


def _counts(data: bytes) -> Iterator[int]:
    """Yield of how many characters each part of the table speaks."""
    (tables,) = unpack_from(">H", data, 2)
    for number in range(tables):
        (at,) = unpack_from(">L", data, 8 + 8 * number)
        (kind,) = unpack_from(">H", data, at)
        if kind == _SEGMENTS:
            (twice,) = unpack_from(">H", data, at + 6)
            size = twice & ~1
            ends = iter_unpack(">H", data[at + 14 : at + 14 + size])
            starts = iter_unpack(">H", data[at + 16 + size : at + 16 + 2 * size])
            yield sum(max(0, end - start + 1) for (end,), (start,) in zip(ends, starts, strict=True))
        elif kind in _GROUPS:
            (groups,) = unpack_from(">L", data, at + 12)
            found = iter_unpack(">LLL", data[at + 16 : at + 16 + 12 * groups])
            yield sum(max(0, end - start + 1) for start, end, _ in found)
