"""A drawn font as bytes that can be kept, and back: a line of plain data, and behind it the fonts themselves."""

import json
import zlib
from hashlib import sha256

from speelveld.fonts.result import DrawnFont
from speelveld.fonts.weights import Place

_FASTEST = 1


def key_of(data: bytes, face: str) -> str:
    """Return what tells one font in one face apart from any other."""
    return f"font {face} {sha256(data).hexdigest()}"


def packed(font: DrawnFont) -> bytes:
    """Return a font as bytes."""
    place = None if font.place is None else [font.place.weight, font.place.slanted]
    told = [font.converted, font.restricted, font.old_figures, place, "".join(sorted(font.characters))]
    sizes = [len(font.data), None if font.tabular is None else len(font.tabular)]
    line = json.dumps([*sizes, *told]).encode()
    return zlib.compress(b"%s\n%s%s" % (line, font.data, font.tabular or b""), _FASTEST)


def unpacked(stored: bytes) -> DrawnFont | None:
    """Return the font that `packed` made these bytes of; None if they are something else."""
    try:
        line, _, fonts = zlib.decompress(stored).partition(b"\n")
        size, more, converted, restricted, old_figures, place, signs = json.loads(line)
        if len(fonts) != size + (more or 0):
            return None
        tabular = None if more is None else fonts[size:]
        there = None if place is None else Place(*place)
        return DrawnFont(fonts[:size], tabular, frozenset(signs), converted, restricted, old_figures, there)
    except (ValueError, TypeError, zlib.error):
        return None
