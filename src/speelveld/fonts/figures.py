"""Which glyphs a font has for figures that stand on one line, and for those that are equally wide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FIGURES = "0123456789"
# What stands among figures, and may have a form of its own beside them.
_AMONG = FIGURES + "€$£%+\N{MINUS SIGN}±×÷=#"
# Figures are no more than this apart, as a part of their height, where they stand on one line.
_SAME = 0.15


@dataclass(frozen=True, slots=True)
class Figures:
    """The number of the glyph of each sign: on one line, of one width, and both."""

    lining: Mapping[str, int]
    tabular: Mapping[str, int]
    both: Mapping[str, int]


def figures(data: bytes, number: int = 0) -> Figures:
    """Return the figures of the font in `data`; of a collection that at `number`."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob(data), number)
    font = uharfbuzz.Font(face)
    known = {chr(code) for code in face.unicodes}
    signs = [sign for sign in _AMONG if sign in known]
    most = face.glyph_count
    return Figures(
        _shaped(font, signs, most, {"lnum": True}),
        _shaped(font, signs, most, {"tnum": True}),
        _shaped(font, signs, most, {"lnum": True, "tnum": True}),
    )


def _shaped(font: Any, signs: Sequence[str], most: int, features: Mapping[str, bool]) -> dict[str, int]:
    import uharfbuzz

    found: dict[str, int] = {}
    for sign in signs:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(sign)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer, {**features, "kern": False, "liga": False, "ccmp": False, "calt": False})
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        if len(glyphs) == 1 and 0 < glyphs[0] < most:
            found[sign] = glyphs[0]
    return found


def on_one_line(boxes: Mapping[str, tuple[int, int]]) -> bool:
    """Tell whether figures stand on one line and are equally high, by the bottom and the top of each."""
    if set(boxes) != set(FIGURES):
        return False
    bottoms, tops = [bottom for bottom, _ in boxes.values()], [top for _, top in boxes.values()]
    least = max(tops) - max(bottoms)
    return max(max(tops) - min(tops), max(bottoms) - min(bottoms)) <= _SAME * least
