"""Fonts for drawing: TrueType files registered once per process under names that depend on the file alone."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


def registered(files: Mapping[str, Path]) -> dict[str, TTFont]:
    """Return the font of each face of a family."""
    return {face: _font(path) for face, path in files.items()}


@cache
def _font(path: Path) -> TTFont:
    # Readable subsets keep the codes 32-126 for ASCII and so split a text in more than one font; off for smaller files.
    font = TTFont(path.stem, str(path), asciiReadable=0)
    pdfmetrics.registerFont(font)
    return font
