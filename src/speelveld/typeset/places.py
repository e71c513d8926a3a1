"""Where texts have come to stand: none too near the edge of its paper, none over another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from operator import attrgetter

from speelveld.geometry import HERE, Edges, Matrix, Rect
from speelveld.markup import Node
from speelveld.typeset.faults import SHORTER, SMALLEST, Fault, Misplaced, best_cut, in_mm, of_layout, of_text
from speelveld.typeset.frame import Frame, Group, Item, TextRun
from speelveld.typeset.hyphenation import SOFT_HYPHEN
from speelveld.typeset.layout import Layout
from speelveld.typeset.metrics import Metrics

# Points that two texts may come into each other: boxes of letters are larger than letters.
TOUCH = 0.75
_NEAR = 0.1
_SHOWN = 30

Typeset = Callable[[Layout, Node], list[Frame]]


@dataclass(frozen=True, slots=True)
class Ink:
    """A run of text on the page: the box its letters fill, and which text it belongs to."""

    box: Rect
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
            message = f"de tekst is {depth} te lang{cut.about} en komt over een andere heen, {SMALLEST}"
            return of_text(self.card, cut.origin, message, SHORTER, kit_files)
        node = _written(self.root, self.one)
        return of_layout(self.card, node, f"de teksten {self.one.shown} en {self.other.shown} staan over elkaar", None)


def check_places(layout: Layout, root: Node, frame: Frame, safe: Edges, typeset: Typeset) -> None:
    """Note which texts of `frame` stand outside `safe`, and which overlap; `typeset` sets a changed copy."""
    inks = _inks_of(frame, layout.metrics)
    inside = frame.size.box.inset(safe)
    for ink in inks:
        beyond = inside.lacks(ink.box)
        if beyond > _NEAR:
            message = f"de tekst {ink.shown} staat {in_mm(beyond)} te dicht bij de rand, of erbuiten"
            layout.misfits.append(Misplaced(layout.card, _written(root, ink), message))

    def measure(changed: Node) -> float:
        frames = typeset(layout.probe(), changed)
        pairs = (pair for made in frames for pair in _overlaps(_inks_of(made, layout.metrics)))
        return max((_shared(*pair) for pair in pairs), default=0.0)

    # Two texts may share several lines; the first pair of lines tells enough.
    texts = {frozenset((one.owner, other.owner)): (one, other) for one, other in reversed(list(_overlaps(inks)))}
    layout.misfits += [Overlap(layout.card, root, one, other, measure) for one, other in texts.values()]


def _inks_of(frame: Frame, metrics: Metrics) -> list[Ink]:
    return list(_inks(frame.items, HERE, 0, count(1), metrics))


def ink_of(run: TextRun, metrics: Metrics) -> Rect:
    """Return the box that the letters of a run fill, from the top of the highest to the bottom of the lowest."""
    reach = metrics.reach(run.text, run.face)
    return Rect(run.x, run.baseline - reach.up * run.size, run.width, (reach.up + reach.down) * run.size)


def _inks(items: Iterable[Item], matrix: Matrix, owner: int, owners: Iterator[int], metrics: Metrics) -> Iterator[Ink]:
    """Yield the runs among `items`, which belong to `owner`; groups of their own get a number of `owners`."""
    slanted = not matrix.straight
    for item in items:
        if isinstance(item, TextRun):
            box = ink_of(item, metrics)
            # Most texts lie where they are.
            placed = box if matrix is HERE else matrix.around(box)
            yield Ink(placed, item, owner, slanted)
        elif isinstance(item, Group):
            inner = item.matrix.before(matrix) if item.matrix else matrix
            span = item.tag is not None and item.tag.role == "Span"
            yield from _inks(item.items, inner, owner if span else next(owners), owners, metrics)


def _overlaps(inks: Sequence[Ink]) -> Iterator[tuple[Ink, Ink]]:
    """Yield pairs of runs of different texts that overlap, found from top to bottom."""
    ordered = sorted((ink for ink in inks if not ink.slanted), key=attrgetter("box.y"))
    for index, one in enumerate(ordered, 1):
        low, left, right = one.box.bottom - TOUCH, one.box.x + TOUCH, one.box.right - TOUCH
        for other in islice(ordered, index, None):
            if other.box.y >= low:
                break
            if other.box.x < right and left < other.box.right and other.owner != one.owner:
                yield one, other


def _shared(one: Ink, other: Ink) -> float:
    return min(one.box.bottom, other.box.bottom) - max(one.box.y, other.box.y)


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
