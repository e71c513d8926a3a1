"""How large the letters of a PDF are on its pages, in points, from its content and its forms; nothing of ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

_Matrix = tuple[float, float, float, float]
_UPRIGHT: _Matrix = (1.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True)
class Letters:
    """A stretch of text in one size: the number of its page, its size, and whether it is enlarged after it was set."""

    page: int
    size: float
    enlarged: bool


def letters(pdf: bytes) -> list[Letters]:
    """Return every stretch of text of a file."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            Letters(number, round(size * scale, 2), scale > 1.001)
            for number, page in enumerate(file.pages, 1)
            for size, scale in _of(page, page.obj.Resources, _UPRIGHT)
        ]


def _of(
    content: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, outer: _Matrix
) -> Iterator[tuple[float, float]]:
    """Yield the size and the scale of each text that is shown."""
    now, kept = outer, []
    size = scale = 0.0
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "q":
                kept.append(now)
            case "Q":
                now = kept.pop()
            case "cm":
                now = _times(_linear(operands), now)
            case "Tf":
                size = float(operands[1])
            case "Tm":
                a, b, c, d = _times(_linear(operands), now)
                scale = abs(a * d - b * c) ** 0.5
            case "Tj" | "TJ":
                yield size, scale
            case "Do" if resources.XObject[str(operands[0])].Subtype == "/Form":
                form = resources.XObject[str(operands[0])]
                yield from _of(form, form.get("/Resources", resources), now)
            case _:
                pass
    assert not kept


def _linear(operands: list[pikepdf.Object]) -> _Matrix:
    a, b, c, d = (float(part) for part in operands[:4])
    return a, b, c, d


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d = one
    e, f, g, h = other
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h
