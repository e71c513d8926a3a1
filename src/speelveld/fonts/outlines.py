"""The outlines of a font, of cubic or quadratic curves → quadratic ones without hints, each whole and within bounds."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from speelveld.fonts.refusal import FontError, broken

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph

# How far a quadratic curve may be from the cubic one, as a part of an em: less than a press shows at 300 points.
_NEAR = 1 / 2000
# More has no letter: what has takes a reader of PDF forever.
_MOST_POINTS, _MOST_PARTS, _DEEPEST = 20_000, 64, 8
# Nearly what a coordinate of TrueType can hold.
_FARTHEST = 32_000


def is_cubic(font: "TTFont") -> bool:
    """Tell whether the outlines of a font are those of PostScript."""
    return "glyf" not in font and ("CFF " in font or "CFF2" in font)


def outlines(font: "TTFont", wanted: Iterable[str]) -> Mapping[str, "Glyph"]:
    """Return the outlines of the glyphs `wanted`, and of what these are put together of.

    Raises:
        FontError: the font has none, or they are too large.
        Exception: it is damaged.
    """
    if "glyf" in font:
        return _Quadratic(font).outlines(wanted)
    if not is_cubic(font):
        raise FontError("heeft geen omtrekken van letters", "vraag een .ttf-, .otf- of .woff2-bestand")
    glyphs, most = font.getGlyphSet(), font["head"].unitsPerEm * _NEAR
    return {name: _from_cubic(glyphs, name, most) for name in wanted}


def moved(glyphs: Mapping[str, Any], name: str, right: float) -> "Glyph":
    """Return a glyph of a set moved to the right, put together of nothing else."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen, drawing = TTGlyphPen(None), DecomposingRecordingPen(glyphs)
    glyphs[name].draw(drawing)
    drawing.replay(TransformPen(pen, (1, 0, 0, 1, round(right), 0)))
    return pen.glyph()


class _Quadratic:
    """The outlines of a TrueType font."""

    def __init__(self, font: "TTFont") -> None:
        self._table: Any = font["glyf"]
        self._done: dict[str, tuple[Glyph, int]] = {}

    def outlines(self, wanted: Iterable[str]) -> Mapping[str, "Glyph"]:
        for name in wanted:
            self._add(name, 0)
        return {name: glyph for name, (glyph, _) in self._done.items()}

    def _add(self, name: str, deep: int) -> int:
        """Add a glyph, and return of how many points it is."""
        if name in self._done:
            return self._done[name][1]
        if deep > _DEEPEST:
            raise broken()
        glyph = self._table[name]
        glyph.removeHinting()
        parts = list(_parts(glyph))
        if len(parts) > _MOST_PARTS:
            raise broken()
        # One that is empty counts too: of eight deep and sixty-four wide nobody draws anything.
        points = sum(max(1, self._add(part, deep + 1)) for part in parts)
        if not parts and glyph.numberOfContours > 0:
            points = len(glyph.coordinates)
            if any(abs(side) > _FARTHEST for point in glyph.coordinates for side in point):
                raise broken()
        if points > _MOST_POINTS:
            raise broken()
        self._done[name] = glyph, points
        return points


def _parts(glyph: "Glyph") -> Iterator[str]:
    if glyph.isComposite():
        yield from (part.glyphName for part in glyph.components)


def _from_cubic(glyphs: Any, name: str, most: float) -> "Glyph":
    """Return the glyph `name` in quadratic curves, nowhere more than `most` from what it was."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    glyphs[name].draw(Cu2QuPen(pen, most, reverse_direction=True))
    glyph = pen.glyph()
    if glyph.numberOfContours > 0 and len(glyph.coordinates) > _MOST_POINTS:
        raise broken()
    return glyph
