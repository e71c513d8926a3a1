"""Every word on a page, where poppler finds it, and every letter, as large as pdfium draws it; nothing of ours."""

import ctypes
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from io import BytesIO
from math import hypot

import pypdfium2
from pypdfium2 import raw

from tests.oracles.boxes import Box

_MM = 25.4 / 72
_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A word and the box from the top of its tallest letter to below its lowest, as its font says."""

    text: str
    box: Box


@dataclass(frozen=True)
class Letter:
    """A letter, or a space behind one, with its size in points as it is printed, and where its line stands."""

    text: str
    size: float
    box: Box
    baseline: float


@lru_cache(maxsize=8)
def words(pdftotext: str, pdf: bytes) -> list[list[Word]]:
    """Return the words of every page."""
    done = subprocess.run([pdftotext, "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    return [list(_words(page)) for page in _PAGE.findall(done.stdout.decode("utf-8"))]


def _words(page: str) -> Iterator[Word]:
    for *sides, text in _WORD.findall(page):
        yield Word(unescape(text), Box(*(float(side) * _MM for side in sides)))


def all_letters(pdf: bytes) -> str:
    """Return what stands on all pages as one text, in the order in which pdfium reads it."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def letters(pdf: bytes, number: int) -> Iterator[Letter]:
    """Yield what stands on page `number`, from 0, letter by letter."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        page = document[number]
        high = page.get_height()
        found = page.get_textpage()
        matrix = raw.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        last = None
        for index in range(found.count_chars()):
            text = chr(raw.FPDFText_GetUnicode(found, index))
            if text.strip():
                raw.FPDFText_GetMatrix(found, index, matrix)
                # As high as it comes out, or as wide if that is less.
                scale = min(hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d))
                size = round(raw.FPDFText_GetFontSize(found, index) * scale, 2)
                left, bottom, right, top = found.get_charbox(index)
                box = Box(left * _MM, (high - top) * _MM, right * _MM, (high - bottom) * _MM)
                raw.FPDFText_GetCharOrigin(found, index, x, y)
                last = Letter(text, size, box, (high - y.value) * _MM)
                yield last
            elif last is not None:
                yield Letter(" ", last.size, last.box, last.baseline)
