"""Facts of paper and cards, each said once: sizes, edges, weights, and the standards of files for a press.

Lengths are in points. A paper that is added here is known everywhere: on the command line, in `kit.yaml`, on sheets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from speelveld.geometry import Edges, Rect, Size
from speelveld.units import mm, parse_length, spoken, to_mm

UNPRINTABLE = mm(5)
"""The white edge: most office printers reach to 4.2 mm (1/6 inch); the rest is for paper fed askew."""
SAFE = mm(3)
"""A knife may slip this far: text, marks and lines that are not for the cut stay at least this far from it."""
BLEED = mm(3)
"""How far colour runs past the cut of a print shop."""

LARGE = 1.5
"""How much larger large print is than it was set."""
LEAST_LARGE = 18.0
"""No letter in large print is smaller, in points; from this size WCAG 2.1 (1.4.3) calls a text large."""

# ISO 216, which rounds every halving down to a whole millimetre.
_A5, _A6, _A7 = Size(mm(148), mm(210)), Size(mm(105), mm(148)), Size(mm(74), mm(105))
PAPERS: Mapping[str, Size] = {
    "a4": Size(mm(210), mm(297)),
    "a3": Size(mm(297), mm(420)),
    "a2": Size(mm(420), mm(594)),
    "a1": Size(mm(594), mm(841)),
    "a0": Size(mm(841), mm(1189)),
}
"""What a print job can be printed on."""
OFFICE_PAPERS = ("a4", "a3")
"""What may lie in an office printer; every one has the first."""
BOARDS = ("a1", "a0", "a2")
"""What the board can be as large as; the first unless asked otherwise."""
TRIMMED: Mapping[str, Size] = {**PAPERS, "a5": _A5, "a6": _A6, "a7": _A7}
"""What a print shop calls by name."""

FORMATS: Mapping[str, Size] = {"groot": Size(mm(95), mm(134)), "klein": Size(mm(67), mm(95))}
"""Cards: of the proportions of A6 and A7, small enough for four and eight on an A4 with its white edges.

A print shop cuts them to the same, unless it is asked for others: then they fit the places that are made for them.
"""
PLACE_ROOM = mm(2)
"""How much wider and higher than a card its place on a board or a sheet is: it need not be put straight."""

CARD_WEIGHT, PRESS_CARD_WEIGHT = "160–200 gram", "300–350 gram"
"""The paper of cards: what an office printer takes, and what a print shop has."""
THICKNESS = mm(0.25)
"""Of one card: paper of 160 to 200 grams is 0.2 to 0.25 mm thick."""

PRESS_INK = 300
"""The most ink that coated paper bears on one spot, all inks together, in percent of one."""

PressStandard = Literal["x4", "x1a"]


@dataclass(frozen=True, slots=True)
class PdfX:
    """A standard for files that go to a press: how such a file names it, and which version of PDF it is."""

    name: str
    version: str


PRESS_STANDARDS: Mapping[PressStandard, PdfX] = {
    "x4": PdfX("PDF/X-4", "1.6"),  # ISO 15930-7
    "x1a": PdfX("PDF/X-1a:2003", "1.4"),  # ISO 15930-4: nothing transparent, no object streams
}


def portrait(paper: Size) -> Size:
    """Return `paper` with its long side upright."""
    return paper if paper.width <= paper.height else paper.turned()


def printable(paper: Size, margin: float = UNPRINTABLE) -> Rect:
    """Return the part of `paper` that lies at least `margin` points from every edge."""
    return Rect(0, 0, paper.width, paper.height).inset(Edges.all(margin))


def place_for(card: Size) -> Size:
    """Return the smallest place on a board or a sheet for a card of this size."""
    return Size(card.width + PLACE_ROOM, card.height + PLACE_ROOM)


def parse_format(text: str) -> Size:
    """Return 'groot', 'klein' or '70 mm x 120 mm' as the size of a card.

    Raises:
        ValueError: it is none of these.
    """
    if text in FORMATS:
        return FORMATS[text]
    wide, cross, high = text.replace("×", "x").partition("x")
    if not cross:
        raise ValueError(f"{text!r} is geen formaat; schrijf groot, klein of een maat zoals '70 mm x 120 mm'")
    return Size(parse_length(wide), parse_length(high))


def in_mm(size: Size) -> str:
    """Return `size` as people read it: '142,5 x 201 mm'."""
    wide, high = (spoken(to_mm(length), signed=False) for length in (size.width, size.height))
    return f"{wide} x {high} mm"
