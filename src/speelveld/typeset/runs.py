"""A line of words at its place → runs of text, one for each stretch in one look."""

from functools import cache

from speelveld.geometry import Path, Point, Rect
from speelveld.typeset.frame import Field, Group, Item, Quote, Shape, TextRun
from speelveld.typeset.lines import Line
from speelveld.typeset.words import Look

# Where the line under a link lies below the baseline, and how thick it is, in em.
UNDER, UNDER_LINE = 0.14, 0.05
# Where the baseline lies in the em box.
BASELINE = 0.75
# A plate is as high as the em box of its text, and this much longer at both ends.
_BESIDE = 0.15


def paint_line(line: Line, x: float, baseline: float, *, soft: bool, out: list[Item]) -> None:
    """Add the runs of `line` to `out`; a `soft` one ends in a space, so that programs keep the words apart."""
    look: Look | None = None
    text, width = "", 0.0
    kerns: list[tuple[int, float]] = []
    fields: list[tuple[int, int, Field]] = []
    for number, word in enumerate(line.words):
        space = word.space if number else 0.0
        for segment in word.segments:
            if segment.look is look:
                if space:
                    text += " "
                    width += space
                if segment.kerns:
                    start = len(text)
                    kerns += [_kern(start + index, amount) for index, amount in segment.kerns]
                if segment.field is not None:
                    fields.append((len(text), len(segment.text), segment.field))
                text += segment.text
                width += segment.width
            else:
                if look is not None:
                    # The space before a new look ends the text of the run before it; the next run has its own place.
                    _add(look, x, baseline, f"{text} " if space else text, kerns, width, fields, out)
                    x += width + space
                look, text, kerns, width = segment.look, segment.text, list(segment.kerns), segment.width
                fields = [] if segment.field is None else [(0, len(text), segment.field)]
            space = 0.0
    if look is not None:
        _add(look, x, baseline, f"{text} " if soft else text, kerns, width, fields, out)


@cache
def _kern(index: int, amount: float) -> tuple[int, float]:
    """Return the pair, the same one for every run: the lines of a large kit hold hundreds of thousands of them."""
    return index, amount


def _add(
    look: Look,
    x: float,
    baseline: float,
    text: str,
    kerns: list[tuple[int, float]],
    width: float,
    fields: list[tuple[int, int, Field]],
    out: list[Item],
) -> None:
    quotes = _quotes(fields, text) if fields else ()
    run = TextRun(x, baseline, text, tuple(kerns), look.face, look.size, look.color, width, quotes)
    if look.plate is not None:
        beside = _BESIDE * look.size
        box = Rect(x - beside, baseline - BASELINE * look.size, width + 2 * beside, look.size)
        out.append(Shape(Path.outline(box), look.plate))
    said: Item = run if look.said is None else Group(look.said, (run,))
    out.append(said if look.link is None else Group(look.link, (said, _underline(look, x, baseline, width))))


def _quotes(fields: list[tuple[int, int, Field]], text: str) -> tuple[Quote, ...]:
    """Return the quotes of a run, by where each of its words that is written in a field begins, and how long it is.

    Words of one field with no more than white between them are one quote.
    """
    found: list[Quote] = []
    for start, length, field in fields:
        if found and found[-1].field == field and not text[found[-1].end : start].strip(" "):
            found[-1] = Quote(found[-1].start, start + length, field)
        else:
            found.append(Quote(start, start + length, field))
    return tuple(found)


def _underline(look: Look, x: float, baseline: float, width: float) -> Shape:
    """Return the line that shows a link, on paper as well and without colour."""
    y = baseline + UNDER * look.size
    return Shape(Path.line(Point(x, y), Point(x + width, y)), None, look.color, UNDER_LINE * look.size)
