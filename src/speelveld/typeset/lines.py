"""Line breaking: ragged right, hyphens only where a hole would be worse, no lone short line at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from speelveld.typeset.hyphenation import DUTCH, SOFT_HYPHEN, break_points
from speelveld.typeset.metrics import Metrics
from speelveld.typeset.words import HARD, NO_BREAK_SPACE, Segment, Word, segment

# A hole of at most this share of the line is left as it is; a larger one is filled by breaking a word.
HOLE = 0.16
# A last line shorter than this share of the width looks lost under a full paragraph.
SHORT_END = 0.22
# No more lines than this end in a hyphen one after the other.
MOST_HYPHENS = 2
EURO = "€"
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.82)
_NARROWEST, _HALVINGS = 0.4, 7
_SLACK = 0.01


@dataclass(slots=True)
class Line:
    """Words on one line; `soft` tells that the text goes on behind a space."""

    words: list[Word]
    width: float
    soft: bool = False


@dataclass(slots=True)
class Broken:
    """A paragraph in lines; `widest` is a word that sticks out `excess` points and cannot be broken."""

    lines: list[Line]
    excess: float = 0.0
    widest: Word | None = None
    hyphens: int = 0


class LineBreaker:
    """Breaks words into lines of at most a width."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def break_words(
        self, words: Sequence[Word], width: float, *, hyphens: str, balance: bool, alone: bool = True
    ) -> Broken:
        """Return the lines; `hyphens` is 'gewoon', 'nood' (only where a word is wider than the line) or 'heel'.

        With `alone` false the last line holds more than one word where as many lines allow it.
        """
        if hyphens == "heel":
            words = [word if word is HARD else replace(word, points=()) for word in words]
        free = hyphens == "gewoon"
        broken = self._greedy(words, width, free)
        if len(broken.lines) < 2 or broken.excess:
            return broken
        if balance:
            broken = self._balanced(words, width, free, broken)
        elif broken.lines[-1].width < SHORT_END * width:
            broken = self._with_longer_end(words, width, free, broken)
        if not alone and _is_one_word(broken.lines[-1]):
            broken = self._with_company_at_the_end(words, width, broken, hyphens=hyphens, balance=balance)
        return broken

    def _with_company_at_the_end(
        self, words: Sequence[Word], width: float, broken: Broken, *, hyphens: str, balance: bool
    ) -> Broken:
        """Return the paragraph in as many lines with more than one word on the last, none of the others a stump."""
        found = [self._with_two_words_at_the_end(words, width, broken, hyphens=hyphens, balance=balance)]
        if not balance:
            # A little narrower, all lines give way instead of the last but one.
            free = hyphens == "gewoon" and broken.hyphens > 0
            found += [self._greedy(words, width * share, free) for share in _NARROWER]
        able = [
            other
            for other in found
            if len(other.lines) == len(broken.lines)
            and not other.excess
            and other.hyphens <= broken.hyphens
            and not _is_one_word(other.lines[-1])
        ]
        return min(able, key=_shortest_line, default=broken)

    def _with_two_words_at_the_end(
        self, words: Sequence[Word], width: float, broken: Broken, *, hyphens: str, balance: bool
    ) -> Broken:
        """Return the paragraph in as many lines, its last two words on one of them; `broken` if these do not fit."""
        start = _start_of_word(words, _start_of_word(words, len(words)))
        end = words[start:]
        wide = end[0].width + sum(word.space + word.width for word in end[1:])
        if not start or HARD in end or wide > width + _SLACK:
            return broken
        # No fewer words fill these lines than before, so they are no more lines than before.
        other = self.break_words(words[:start], width, hyphens=hyphens, balance=balance)
        if len(other.lines) >= len(broken.lines) or other.hyphens > broken.hyphens:
            return broken
        other.lines[-1].soft = True
        other.lines.append(Line(list(end), wide))
        return other

    def _balanced(self, words: Sequence[Word], width: float, free: bool, broken: Broken) -> Broken:
        """Return the paragraph in as many lines, each as short as that allows."""
        low, high, best = width * _NARROWEST, width, broken
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            other = self._greedy(words, middle, free)
            if len(other.lines) > len(broken.lines) or other.excess or other.hyphens > broken.hyphens:
                low = middle
            else:
                high, best = middle, other
        return best

    def _with_longer_end(self, words: Sequence[Word], width: float, free: bool, broken: Broken) -> Broken:
        """Return the paragraph in as many lines, the last of them less short where that can be."""
        best = broken
        for share in _NARROWER:
            other = self._greedy(words, width * share, free)
            if len(other.lines) > len(broken.lines) or other.excess or other.hyphens > broken.hyphens + 1:
                break
            if other.lines[-1].width > best.lines[-1].width:
                best = other
            if best.lines[-1].width >= SHORT_END * width:
                break
        return best

    def _greedy(self, words: Sequence[Word], width: float, free: bool) -> Broken:
        broken = Broken([])
        lines = broken.lines
        line: list[Word] = []
        used, limit = 0.0, width + _SLACK
        waiting = list(reversed(words))
        while waiting:
            word = waiting.pop()
            if word is HARD:
                lines.append(Line(line, used, soft=True))
                line, used = [], 0.0
                continue
            after = used + word.space + word.width if line else word.width
            if after <= limit and not (line and self._parts_an_amount(word, waiting, after, limit)):
                line.append(word)
                used = after
                continue
            start = used + word.space if line else 0.0
            parts = None
            if not line or (after > limit and free and width - start > HOLE * width and not _enough_hyphens(lines)):
                parts = self._split(word, limit - start)
            if parts is not None:
                lines.append(Line([*line, parts[0]], start + parts[0].width))
                broken.hyphens += 1
                waiting.append(parts[1])
                line, used = [], 0.0
            elif line:
                lines.append(Line(line, used, soft=word.space > 0))
                waiting.append(word)
                line, used = [], 0.0
            else:
                line, used = [word], word.width
                if word.width - width > broken.excess:
                    broken.excess, broken.widest = word.width - width, word
        if line or not lines:
            lines.append(Line(line, used))
        return broken

    @staticmethod
    def _parts_an_amount(word: Word, waiting: Sequence[Word], after: float, limit: float) -> bool:
        """Tell whether a € would end this line and its amount begin the next one, though a line has room for both."""
        if word.text != EURO or not waiting or not waiting[-1].text[:1].isdigit():
            return False
        amount = waiting[-1].space + waiting[-1].width
        return after + amount > limit and word.width + amount <= limit

    def _split(self, word: Word, room: float) -> tuple[Word, Word] | None:
        """Return the longest part of `word` that fits with a hyphen in `room`, and the rest."""
        points = break_points(word.text, word.segments[0].look.lang or DUTCH) if word.points is None else word.points
        for number in range(len(points) - 1, -1, -1):
            head, tail = self._cut(word.segments, points[number])
            width = _width(head)
            if width <= room:
                left = tuple(point - points[number] for point in points[number + 1 :])
                return Word(head, width, word.space, hyphened=True), Word(tail, _width(tail), 0.0, left)
        return None

    def _cut(self, segments: tuple[Segment, ...], point: int) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
        """Return what stands before the character at `point`, with a hyphen, and what comes after."""
        for index, part in enumerate(segments):
            text, look, field = part.text, part.look, part.field
            if point <= len(text):
                head = segment(self._metrics, text[:point] + SOFT_HYPHEN, look, field)
                tail = (segment(self._metrics, text[point:], look, field),) if point < len(text) else ()
                return (*segments[:index], head), (*tail, *segments[index + 1 :])
            point -= len(text)
        raise AssertionError("a word is broken inside")


def _is_one_word(line: Line) -> bool:
    """Tell whether a reader sees one word on a line: parts without a space between them are one."""
    return not any(word.space for word in line.words[1:]) and not any(
        NO_BREAK_SPACE in word.text for word in line.words
    )


def _shortest_line(broken: Broken) -> float:
    """Return by how much the shortest line but the last is shorter than the longest of all."""
    widths = [line.width for line in broken.lines]
    return max(widths) - min(widths[:-1])


def _start_of_word(words: Sequence[Word], end: int) -> int:
    """Return where the word that stands before `end` begins, for a reader."""
    start = max(0, end - 1)
    while start and words[start] is not HARD and not words[start].space:
        start -= 1
    return start


def _width(segments: tuple[Segment, ...]) -> float:
    return sum(part.width for part in segments)


def _enough_hyphens(lines: Sequence[Line]) -> bool:
    last = lines[-MOST_HYPHENS:]
    return len(last) == MOST_HYPHENS and all(_ends_in_hyphen(line) for line in last)


def _ends_in_hyphen(line: Line) -> bool:
    return bool(line.words) and (line.words[-1].hyphened or line.words[-1].text.endswith("-"))
