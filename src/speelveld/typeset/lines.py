"""Line breaking: ragged right, hyphens only where a hole would be worse, no lone short line at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from speelveld.typeset.hyphenation import SOFT_HYPHEN, break_points
from speelveld.typeset.metrics import Metrics
from speelveld.typeset.words import Segment, Word

# A hole of at most this share of the line is left as it is; a larger one is filled by breaking a word.
HOLE = 0.16
# A last line shorter than this share of the width looks lost under a full paragraph.
SHORT_END = 0.22
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85)
_SLACK = 0.01


@dataclass(slots=True)
class Line:
    """Words on one line; `soft` tells that the paragraph goes on behind a space."""

    words: list[Word]
    width: float
    soft: bool = False


@dataclass(slots=True)
class Broken:
    """A paragraph in lines; `excess` is by how many points its widest unbreakable word sticks out."""

    lines: list[Line]
    excess: float = 0.0
    hyphens: int = 0


class LineBreaker:
    """Breaks words into lines of at most a width."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def break_words(self, words: Sequence[Word], width: float, *, hyphens: str, balance: bool) -> Broken:
        """Return the lines; `hyphens` is 'gewoon' or 'nood' (only where a word is wider than the line)."""
        broken = self._greedy(words, width, hyphens)
        count = len(broken.lines)
        if count < 2 or broken.excess:
            return broken
        if balance:
            return self._balanced(words, width, hyphens, broken)
        if broken.lines[-1].width < SHORT_END * width:
            for share in _NARROWER:
                other = self._greedy(words, width * share, hyphens)
                if len(other.lines) > count or other.excess or other.hyphens > broken.hyphens + 1:
                    break
                if other.lines[-1].width >= SHORT_END * width:
                    return other
        return broken

    def _balanced(self, words: Sequence[Word], width: float, hyphens: str, broken: Broken) -> Broken:
        low, high, best = width * 0.4, width, broken
        for _ in range(7):
            middle = (low + high) / 2
            other = self._greedy(words, middle, hyphens)
            if len(other.lines) > len(broken.lines) or other.excess or other.hyphens > broken.hyphens:
                low = middle
            else:
                high, best = middle, other
        return best

    def _greedy(self, words: Sequence[Word], width: float, hyphens: str) -> Broken:
        lines: list[Line] = []
        line: list[Word] = []
        used, excess, hyphened = 0.0, 0.0, 0
        stack = list(reversed(words))
        while stack:
            word = stack.pop()
            if word.hard:
                lines.append(Line(line, used))
                line, used = [], 0.0
                continue
            space = word.space if line else 0.0
            if used + space + word.width <= width + _SLACK:
                line.append(word)
                used += space + word.width
                continue
            room = width - used - space
            parts = None
            in_a_row = len(lines) > 1 and lines[-1].words[-1:] and lines[-1].words[-1].hyphened and lines[-2].words[-1:] and lines[-2].words[-1].hyphened
            if not line or (hyphens == "gewoon" and room > HOLE * width and not in_a_row):
                parts = self._split(word, room)
            if parts is not None:
                line.append(parts[0])
                used += space + parts[0].width
                hyphened += 1
                lines.append(Line(line, used))
                line, used = [], 0.0
                stack.append(parts[1])
            elif line:
                lines.append(Line(line, used, soft=word.space > 0))
                line, used = [], 0.0
                stack.append(word)
            else:
                line.append(word)
                used = word.width
                excess = max(excess, word.width - width)
        if line or not lines:
            lines.append(Line(line, used))
        return Broken(lines, excess, hyphened)

    def _split(self, word: Word, room: float) -> tuple[Word, Word] | None:
        """Return the longest part of `word` that fits with a hyphen in `room`, and the rest."""
        before: list[Segment] = []
        width, best = 0.0, None
        for index, segment in enumerate(word.segments):
            look, text = segment.look, segment.measured.text
            points = break_points(text) if segment.points is None else segment.points
            for point in points:
                head = self._metrics.measure(text[:point] + SOFT_HYPHEN, look.face)
                head_width = width + head.width * look.size
                if head_width > room + _SLACK:
                    break
                left = tuple(other - point for other in points if other > point)
                rest = [Segment(self._metrics.measure(text[point:], look.face), look, left), *word.segments[index + 1 :]]
                rest_width = sum(part.measured.width * part.look.size for part in rest)
                best = (Word([*before, Segment(head, look)], head_width, word.space, hyphened=True), Word(rest, rest_width, 0.0))
            before.append(segment)
            width += segment.measured.width * look.size
            if width > room:
                break
        return best
