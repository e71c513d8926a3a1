"""Cards, boards and other faces of a fixed size, and the choice of one step of the sizes for a whole kind of card."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from speelveld.errors import AuthorError, KitError
from speelveld.geometry import Edges, Rect, Size
from speelveld.markup import Node
from speelveld.typeset.box import Layout
from speelveld.typeset.containers import Container
from speelveld.typeset.frame import Frame, Group, Item, TextRun
from speelveld.typeset.pages import typeset_document
from speelveld.typeset.stacks import place_children
from speelveld.units import mm, to_mm

# A knife may slip this far: text stays at least this far from the cut.
SAFE = mm(3)


@dataclass(frozen=True, slots=True)
class Job:
    """A filled layout to set: the tree, and how messages name it."""

    root: Node
    name: str


def typeset_one(layout: Layout, root: Node) -> list[Frame]:
    """Return the frames of one filled layout: one for a card, its pages for a document."""
    if root.name == "document":
        return typeset_document(layout, root)
    return [_card(layout, root)]


def _card(layout: Layout, root: Node) -> Frame:
    size = Size(layout.length(root, "w"), layout.length(root, "h"))
    face = Rect(0.0, 0.0, size.width, size.height)
    box = Container(size.width, size.height, place_children(layout, root, face))
    items: list[Item] = []
    box.paint(0.0, 0.0, items)
    art = layout.edges(root, "art") if "art" in root.attributes else None
    frame = Frame(size, items, root.attributes["title"], root.attributes.get("lang", "nl-NL"), layout.color(root, "fill"), face.inset(art) if art else None)
    safe = face.inset(layout.edges(root, "safe") if "safe" in root.attributes else Edges.all(SAFE))
    for run in _unturned(items):
        if not safe.contains(Rect(run.x, run.baseline - 0.7 * run.size, run.width, 0.9 * run.size), 0.1):
            layout.wrong(root, f"{layout.card}: de tekst {run.text.strip()[:30]!r} staat minder dan {to_mm(SAFE):.0f} mm van de snijlijn")
    return frame


def _unturned(items: Sequence[Item]) -> list[TextRun]:
    found: list[TextRun] = []
    for item in items:
        if isinstance(item, TextRun):
            found.append(item)
        elif isinstance(item, Group) and item.matrix is None:
            found += _unturned(item.items)
    return found


@dataclass(slots=True)
class Set:
    """The frames of each job, and the step that fits all of them."""

    frames: list[list[Frame]]
    step: int


def typeset_kind(jobs: Callable[[], Iterable[Job]], make_layout: Callable[[int], Layout], steps: int) -> Set:
    """Return the frames of all jobs of one kind at the largest step of the sizes that fits every one of them.

    `jobs` is called once for every step that is tried, so that trees need not be kept.

    Raises:
        AuthorError: a text of the author does not fit at the smallest step; every one of them is named.
        KitError: a layout is wrong, or a text of the standard deck does not fit.
    """
    for step in range(steps):
        layout = make_layout(step)
        frames = []
        for job in jobs():
            layout.card = job.name
            frames.append(typeset_one(layout, job.root))
            if layout.problems and step < steps - 1:
                break
        if not layout.problems:
            return Set(frames, step)
    raise_faults(layout)
    raise AssertionError("there is at least one step")


def raise_faults(layout: Layout) -> None:
    """Raise what was found wrong: with a mistake of the author among it as the author's, otherwise as the kit's."""
    authors = [fault.problem for fault in layout.problems if fault.by_author]
    kits = [fault.problem for fault in layout.problems if not fault.by_author]
    if authors:
        raise AuthorError(dict.fromkeys(authors + kits))
    if kits:
        raise KitError(dict.fromkeys(kits))
