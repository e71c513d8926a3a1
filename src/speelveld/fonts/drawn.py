"""A font file → the font that is measured and drawn: new, of TrueType, with the author's letters and no more.

Its glyphs keep their numbers, so that its kerning is that of the file. All that a reader of fonts could stumble over
(names, hints, odd tables) is made anew or left out.
"""

import string
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from speelveld.files import Store
from speelveld.fonts.charmap import characters
from speelveld.fonts.figures import FIGURES, figures, on_one_line
from speelveld.fonts.opened import SINGLE, opened
from speelveld.fonts.outlines import is_cubic, moved, outlines
from speelveld.fonts.refusal import FontError, broken
from speelveld.fonts.result import DrawnFont
from speelveld.fonts.stored import key_of, packed, unpacked
from speelveld.fonts.weights import has_axes, pinned

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph

# OpenType, name: the family as people know it, and as programs that know four styles do.
_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1
_MOST_NAMED = 10
# OpenType, head: 1970 in seconds from 1904; a font may not tell the day on which it was drawn.
_SOME_DAY = 2_082_844_800
# OpenType, head: what an em may be divided in.
_FEWEST_UNITS, _MOST_UNITS = 16, 16_384
# OpenType, OS/2, fsType: not to be embedded, unless for print or editing, not in part, as pixels alone.
_RESTRICTED, _ALLOWED, _NOT_IN_PART, _PIXELS = 0x0002, 0x000C, 0x0100, 0x0200
_FOR_PRINT = 4
_LONGEST_NAME = 40
# What says how glyphs go together, by their numbers.
_KERNING = ("GDEF", "GPOS", "kern")
# Wider than ten em is no letter.
_WIDEST = 10


@lru_cache(maxsize=32)
def drawn_font(data: bytes, face: str, store: Store | None = None) -> DrawnFont:
    """Return the font in `data` as `face` of a family, such as 'vet'; the same bytes give the same bytes.

    What `store` has is not drawn again.

    Raises:
        FontError: it is no font, it is damaged, or it has no letters.
    """
    kept = store.get(key_of(data, face)) if store else None
    font = None if kept is None else unpacked(kept)
    if font is None:
        font = _whole(data, face)
        if store:
            store.put(key_of(data, face), packed(font))
    return font


def _whole(data: bytes, face: str) -> DrawnFont:
    try:
        return _drawn(data, face)
    except (FontError, MemoryError):
        raise
    except Exception as error:  # fontTools raises many kinds on a broken file, AssertionError among them
        raise broken() from error


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the drawn font is made of; a glyph without an outline is not in `glyphs`."""

    name: str
    units: int
    order: tuple[str, ...]
    characters: Mapping[int, str]
    glyphs: Mapping[str, "Glyph"]
    widths: Mapping[str, tuple[int, int]]
    """How far the next letter stands from each, and how far its outline."""
    heights: tuple[int, int]
    facts: Mapping[str, int]
    kerning: Mapping[str, bytes]


def _drawn(data: bytes, face: str) -> DrawnFont:
    font = opened(data)
    units = font["head"].unitsPerEm
    if not _FEWEST_UNITS <= units <= _MOST_UNITS:
        raise broken()
    if "glyf" in font:
        # Names of glyphs may be wrong, twice the same or not there; here they are numbers.
        font.setGlyphOrder([f"g{number}" for number in range(font["maxp"].numGlyphs)])
    shaped = figures(_unpacked(font, data))
    place = pinned(font, face) if has_axes(font) else None
    order = font.getGlyphOrder()
    numbers = {name: number for number, name in enumerate(order)}
    if len(numbers) != len(order):
        raise broken()
    own = characters(font, numbers)
    lining, tabular, both = (
        {**own, **_glyphs(signs, own, order)} for signs in (shaped.lining, shaped.tabular, shaped.both)
    )
    wanted = {order[0], *own.values(), *lining.values(), *tabular.values(), *both.values()}
    glyphs = outlines(font, sorted(wanted, key=numbers.__getitem__))
    _check_letters(own, glyphs)
    restricted, facts = _facts(font)
    name = f"{_family(font)}-{face}"
    heights = font["hhea"].ascent, font["hhea"].descent
    parts = _Parts(name, units, tuple(order), own, glyphs, _widths(font), heights, facts, _kerning(font))
    _check_widths(parts)
    old = not on_one_line(_boxes(parts))
    if old:
        # What goes with such figures, as a euro of their height, has another form here too.
        parts, tabular = replace(parts, characters=lining), both
        old = not on_one_line(_boxes(parts))
    if old:
        others = {code: name for code, name in own.items() if chr(code) not in FIGURES}
        parts = replace(parts, characters=others)
    even = None if old else _even(parts, tabular)
    return DrawnFont(
        _saved(parts),
        None if even is None else _saved(even),
        frozenset(map(chr, own)),
        is_cubic(font),
        restricted,
        old,
        place,
    )


def _unpacked(font: "TTFont", data: bytes) -> bytes:
    """Return the font as any program reads it, its tables as they are."""
    if data[:4] in SINGLE:
        return data
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _glyphs(shaped: Mapping[str, int], characters: Mapping[int, str], order: Sequence[str]) -> dict[int, str]:
    return {ord(sign): order[number] for sign, number in shaped.items() if ord(sign) in characters}


def _check_letters(characters: Mapping[int, str], glyphs: Mapping[str, "Glyph"]) -> None:
    """Refuse a font of signs, or one that shows nothing where a letter belongs."""
    lacking = [
        letter
        for letter in string.ascii_letters
        if ord(letter) not in characters or not glyphs[characters[ord(letter)]].numberOfContours
    ]
    if len(lacking) == len(string.ascii_letters):
        raise FontError("heeft geen letters, alleen tekens", "kies een lettertype om te lezen")
    if lacking:
        message = f"mist gewone letters: {' '.join(lacking[:_MOST_NAMED])}{' …' if len(lacking) > _MOST_NAMED else ''}"
        raise FontError(message, "vraag het hele lettertype, met A tot en met Z")


def _widths(font: "TTFont") -> dict[str, tuple[int, int]]:
    table: Any = font["hmtx"]
    return dict(table.metrics)


def _check_widths(parts: "_Parts") -> None:
    """Refuse a font of which letters lie over each other, or farther apart than any."""
    for letter in string.ascii_letters:
        wide, _ = parts.widths[parts.characters[ord(letter)]]
        if not 0 < wide <= _WIDEST * parts.units:
            raise broken()


def _boxes(parts: "_Parts") -> dict[str, tuple[int, int]]:
    """Return the bottom and the top of each figure."""
    found = {}
    for figure in FIGURES:
        glyph = parts.glyphs.get(parts.characters.get(ord(figure), ""))
        if glyph is not None and glyph.numberOfContours:
            points, _, _ = glyph.getCoordinates(parts.glyphs)
            heights = [y for _, y in points]
            found[figure] = min(heights), max(heights)
    return found


def _even(parts: "_Parts", tabular: Mapping[int, str]) -> "_Parts | None":
    """Return the parts with figures of one width; None if they are."""
    codes = list(map(ord, FIGURES))
    wide = {code: parts.widths[parts.characters[code]][0] for code in codes}
    if len(set(wide.values())) == 1:
        return None
    named = replace(parts, name=f"{parts.name}-tabel")
    if len({parts.widths[tabular[code]][0] for code in codes}) == 1:
        return replace(named, characters=tabular)
    widest = max(wide.values())
    order, glyphs, widths, own = list(parts.order), dict(parts.glyphs), dict(parts.widths), dict(parts.characters)
    drawing = {name: _Drawing(glyph, parts.glyphs) for name, glyph in parts.glyphs.items()}
    for code in codes:
        before, name = own[code], f"even{code}"
        while name in widths:
            name += "x"
        right = round((widest - wide[code]) / 2)
        order.append(name)
        own[code], glyphs[name] = name, moved(drawing, before, right)
        widths[name] = widest, widths[before][1] + right
    return replace(named, order=tuple(order), characters=own, glyphs=glyphs, widths=widths)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A glyph that pens can ask to draw itself."""

    glyph: "Glyph"
    others: Mapping[str, "Glyph"]

    def draw(self, pen: Any) -> None:
        self.glyph.draw(pen, self.others)


def _family(font: "TTFont") -> str:
    """Return what the font is called, in letters that every reader of PDF takes."""
    try:
        names: Any = font["name"]
        said = names.getDebugName(_TYPOGRAPHIC_FAMILY) or names.getDebugName(_FAMILY) or ""
    except Exception:  # a name is no reason to refuse a font
        said = ""
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode()
    return "".join(char for char in plain if char.isalnum())[:_LONGEST_NAME] or "Letter"


def _facts(font: "TTFont") -> tuple[bool, dict[str, int]]:
    """Return whether a font forbids to embed it, and what table OS/2 says that a PDF says again."""
    try:
        table: Any = font["OS/2"]
        allowed, weight, family = table.fsType, table.usWeightClass, table.sFamilyClass
        capital = getattr(table, "sCapHeight", 0)
    except Exception:  # without it a font is as good
        return False, {}
    restricted = bool(allowed & _RESTRICTED and not allowed & _ALLOWED) or bool(allowed & (_NOT_IN_PART | _PIXELS))
    return restricted, {
        "fsType": _FOR_PRINT if restricted else allowed & (_ALLOWED | _RESTRICTED),
        "usWeightClass": min(max(weight, 1), 1000),
        "sFamilyClass": family,
        "sCapHeight": capital,
    }


def _kerning(font: "TTFont") -> dict[str, bytes]:
    return {tag: font.getTableData(tag) for tag in _KERNING if tag in font}


def _saved(parts: "_Parts") -> bytes:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._g_l_y_f import Glyph
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    builder = FontBuilder(parts.units, isTTF=True)
    font = builder.font
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = _SOME_DAY
    builder.setupGlyphOrder(list(parts.order))
    builder.setupCharacterMap(dict(parts.characters))
    empty = Glyph()
    builder.setupGlyf({name: parts.glyphs.get(name, empty) for name in parts.order})
    builder.setupHorizontalMetrics({name: parts.widths.get(name, (0, 0)) for name in parts.order})
    ascent, descent = parts.heights
    builder.setupHorizontalHeader(ascent=ascent, descent=descent)
    builder.setupNameTable({"familyName": parts.name, "styleName": "Regular", "psName": parts.name})
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=descent, **parts.facts)
    builder.setupPost(keepGlyphNames=False)
    for tag, data in parts.kerning.items():
        table = font[tag] = DefaultTable(tag)
        table.data = data
    out = BytesIO()
    builder.save(out)
    return out.getvalue()
