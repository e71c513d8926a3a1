"""Where texts have come to stand: none too near the edge of its paper, none over another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from speelveld.geometry import Edges, Rect
from speelveld.markup import Node
from speelveld.typeset.faults import SHORTER, SMALLEST, Fault, Misplaced, best_cut, in_mm, of_layout, of_text
from speelveld.typeset.frame import Frame, Group, Item, TextRun
from speelveld.typeset.hyphenation import SOFT_HYPHEN
from speelveld.typeset.layout import Layout
from speelveld.typeset.text import ABOVE, BELOW

# Points that two texts may come into each other: boxes of letters are larger than letters.
TOUCH = 0.75
_NEAR = 0.1
_SHOWN = 30
# The sine of an angle that is none: turns in quarters are not quite round numbers.
_STRAIGHT = 1e-6

Matrix = tuple[float, float, float, float, float, float]
Typeset = Callable[[Layout, Node], list[Frame]]


@dataclass(slots=True)
class Ink:
    """A run of text on the page: how far it reaches on each side, and which text it belongs to."""

    left: float
    top: float
    right: float
    bottom: float
    run: TextRun
    owner: int
    slanted: bool = False
    """It stands at an angle, and fills only part of the upright box that is known of it."""

    @property
    def shown(self) -> str:
        """The beginning of the run, as messages quote it."""
        return repr(self.run.text.replace(SOFT_HYPHEN, "").strip()[:_SHOWN])


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts stand over each other; `measure` gives by how much on a changed copy of the whole."""

    card: str
    root: Node
    one: Ink
    other: Ink
    measure: Callable[[Node], float]

    def fault(self, kit_files: frozenset[str]) -> Fault:
        """Return the fault of the text that is too long, or of the layout if it would overlap with any text."""
        cut = best_cut(self.root, self.measure)
        if cut is not None:
            depth = in_mm(_shared(self.one, self.other))
            message = f"de tekst is {depth} te lang (ongeveer {cut.amount}) en komt over een andere heen, {SMALLEST}"
            return of_text(self.card, cut.origin, message, SHORTER, kit_files)
        node = _written(self.root, self.one)
        return of_layout(self.card, node, f"de teksten {self.one.shown} en {self.other.shown} staan over elkaar", None)


def check_places(layout: Layout, root: Node, frame: Frame, safe: Edges, typeset: Typeset) -> None:
    """Note which texts of `frame` stand outside `safe`, and which overlap; `typeset` sets a changed copy."""
    inks = list(_inks(frame.items, None, 0))
    inside = Rect(0.0, 0.0, frame.size.width, frame.size.height).inset(safe)
    for ink in inks:
        beyond = max(inside.x - ink.left, inside.y - ink.top, ink.right - inside.right, ink.bottom - inside.bottom)
        if beyond > _NEAR:
            message = f"de tekst {ink.shown} staat {in_mm(beyond)} te dicht bij de rand, of erbuiten"
            layout.misfits.append(Misplaced(layout.card, _written(root, ink), message))

    def measure(changed: Node) -> float:
        frames = typeset(layout.probe(), changed)
        pairs = (pair for made in frames for pair in _overlaps(list(_inks(made.items, None, 0))))
        return max((_shared(*pair) for pair in pairs), default=0.0)

    # Two texts may share several lines; the first pair of lines tells enough.
    texts = {frozenset((one.owner, other.owner)): (one, other) for one, other in reversed(list(_overlaps(inks)))}
    layout.misfits += [Overlap(layout.card, root, one, other, measure) for one, other in texts.values()]


def _inks(items: Iterable[Item], matrix: Matrix | None, owner: int) -> Iterator[Ink]:
    for item in items:
        if isinstance(item, TextRun):
            top, bottom = item.baseline - ABOVE * item.size, item.baseline + BELOW * item.size
            ink = Ink(item.x, top, item.x + item.width, bottom, item, owner)
            yield _mapped(ink, matrix) if matrix else ink
        elif isinstance(item, Group):
            inner = matrix
            if item.matrix is not None:
                inner = _times(item.matrix, matrix) if matrix else item.matrix
            span = item.tag is not None and item.tag.role == "Span"
            yield from _inks(item.items, inner, owner if span else id(item))


def _overlaps(inks: Sequence[Ink]) -> Iterator[tuple[Ink, Ink]]:
    """Yield pairs of runs of different texts that overlap, found from top to bottom."""
    ordered = sorted((ink for ink in inks if not ink.slanted), key=attrgetter("top"))
    for index, one in enumerate(ordered, 1):
        low, left, right = one.bottom - TOUCH, one.left + TOUCH, one.right - TOUCH
        for other in islice(ordered, index, None):
            if other.top >= low:
                break
            if other.left < right and left < other.right and other.owner != one.owner:
                yield one, other


def _shared(one: Ink, other: Ink) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def _written(node: Node, ink: Ink) -> Node:
    """Return the element that a run of text comes from: only its text tells."""
    said = ink.run.text.replace(SOFT_HYPHEN, "").strip()
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if said in found.text.replace(SOFT_HYPHEN, ""):
            return found
        waiting += reversed(found.children)
    return node


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return what `inner` and then `outer` do."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _mapped(ink: Ink, matrix: Matrix) -> Ink:
    """Return the upright box around a turned one."""
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (ink.left, ink.right) for y in (ink.top, ink.bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    slanted = min(abs(a), abs(b)) > _STRAIGHT
    return Ink(min(xs), min(ys), max(xs), max(ys), ink.run, ink.owner, slanted)
