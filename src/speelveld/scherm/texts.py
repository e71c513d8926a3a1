"""Runs of text → elements of SVG: each character where the PDF has it, each quote with its field."""

from collections.abc import Iterator
from dataclasses import dataclass

from speelveld.scherm.letters import Letters
from speelveld.scherm.written import attribute, color, number, text
from speelveld.typeset import Field, Quote, TextRun
from speelveld.typeset.hyphenation import SOFT_HYPHEN

# A browser rounds the width of each letter to 1/64 or 1/60 of its unit, and a line of these drifts by half a point. So
# texts are written this much larger than they are drawn, unless that is beyond the largest letter of a browser.
_FINER, _LARGEST = 32, 300.0
_RED = "#d4001a"


@dataclass(frozen=True, slots=True)
class Beyond:
    """What of the value of a field has no room: all from character `start` on."""

    field: Field
    start: int


def drawn_run(run: TextRun, letters: Letters, starts: dict[int, int] | None, beyond: Beyond | None = None) -> str:
    """Return a run; `starts` tells of its quotes, by where they begin in it, where they begin in their value.

    None: nobody asks for its quotes, such as in a card that is shown small. What is `beyond` is drawn in red.
    """
    finer = _FINER if run.size < _LARGEST else 1
    said = (
        f'<text transform="scale({1 / finer})" x="{number(run.x * finer)}" y="{number(run.baseline * finer)}"'
        f'{_shifts(run, finer)} font-family="{letters.family(run.face)}" font-size="{number(run.size * finer)}"'
        f' fill="{color(run.color)}"'
    )
    # A browser draws no soft hyphen; typesetting leaves one where a word is broken.
    shown = run.text.replace(SOFT_HYPHEN, "-")
    whole = len(run.quotes) == 1 and run.quotes[0].start == 0 and not shown[run.quotes[0].end :].strip()
    if starts is None or not run.quotes:
        return f"{said}>{text(shown)}</text>"
    if whole and (beyond is None or run.quotes[0].field != beyond.field):
        return f"{said}{_field(run.quotes[0], starts)}>{text(shown)}</text>"
    return f"{said}>{''.join(_parts(shown, run.quotes, starts, beyond))}</text>"


def _parts(shown: str, quotes: tuple[Quote, ...], starts: dict[int, int], beyond: Beyond | None) -> Iterator[str]:
    at = 0
    for quote in quotes:
        yield text(shown[at : quote.start])
        fits = quote.end - quote.start
        if beyond is not None and quote.field == beyond.field:
            fits = min(max(0, beyond.start - starts.get(quote.start, beyond.start)), fits)
        middle = quote.start + fits
        if fits:
            yield f"<tspan{_field(quote, starts)}>{text(shown[quote.start : middle])}</tspan>"
        if middle < quote.end:
            yield f'<tspan{_field(quote, starts)} fill="{_RED}">{text(shown[middle : quote.end])}</tspan>'
        at = quote.end
    yield text(shown[at:])


def _field(quote: Quote, starts: dict[int, int]) -> str:
    said = attribute("data-pad", quote.field.path)
    if quote.field.file:
        said += attribute("data-bestand", quote.field.file)
    if quote.start in starts:
        said += f' data-vanaf="{starts[quote.start]}"'
    return said


def _shifts(run: TextRun, finer: int) -> str:
    """Return how far each character is shifted: a kern counts for all that comes behind it."""
    kerns = {index + 1: amount for index, amount in run.kerns if index + 1 < len(run.text)}
    if not kerns:
        return ""
    last = max(kerns) + 1
    shifts = [number(kerns[index] * run.size * finer / 1000, 1) if index in kerns else "0" for index in range(last)]
    return f' dx="{" ".join(shifts)}"'
