"""Cards, boards and other faces of a fixed size, and the choice of one step of the sizes for a whole kind of card."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from speelveld.errors import AuthorError, KitError, Problem
from speelveld.geometry import Edges, Size
from speelveld.markup import Node
from speelveld.paper import SAFE, UNPRINTABLE
from speelveld.typeset.containers import Container
from speelveld.typeset.faults import Fault
from speelveld.typeset.frame import Frame, Item
from speelveld.typeset.groups import place_children
from speelveld.typeset.layout import Layout
from speelveld.typeset.pages import typeset_document
from speelveld.typeset.places import check_places
from speelveld.typeset.roles import check_roles

# Finding out how much too long a text is takes some milliseconds; nobody mends more than this at once.
MOST_MISFITS = 200


@dataclass(frozen=True, slots=True)
class FilledFace:
    """A filled layout to set: the tree, and how messages name it."""

    root: Node
    name: str


def typeset_one(layout: Layout, root: Node) -> list[Frame]:
    """Return the frames of one filled layout: one for a card, its pages for a document."""
    before = len(layout.misfits)
    check_roles(layout, root)
    if root.name == "document":
        frames = typeset_document(layout, root)
        safe = Edges.all(UNPRINTABLE)
    else:
        safe = layout.edges(root, "safe", Edges.all(SAFE))
        frames = [_card(layout, root, safe)]
    # What does not fit stands in the way of other texts as well, and one mistake is named once.
    if len(layout.misfits) == before:
        for frame in frames:
            check_places(layout, root, frame, safe, typeset_one)
    return frames


def _card(layout: Layout, root: Node, safe: Edges) -> Frame:
    size = Size(layout.size(root, "w"), layout.size(root, "h"))
    box = Container(size.width, size.height, tuple(place_children(layout, root, size.width, size.height - safe.bottom)))
    items: list[Item] = []
    box.paint(0.0, 0.0, items)
    art = size.box.inset(layout.edges(root, "art")) if "art" in root.attributes else None
    lang = root.attributes.get("lang", "nl-NL")
    return Frame(size, tuple(items), root.attributes["title"], lang, layout.color(root, "fill"), art)


@dataclass(frozen=True, slots=True)
class SetFaces:
    """The frames of each filled face, and the step that fits all of them."""

    frames: tuple[tuple[Frame, ...], ...]
    step: int


def typeset_kind(
    filled: Callable[[], Iterable[FilledFace]], make_layout: Callable[[int], Layout], steps: int
) -> SetFaces:
    """Return the frames of all faces of one kind at the largest step of the sizes that fits every one of them.

    `filled` is called once for every step that is tried, so that trees need not be kept.

    Raises:
        AuthorError: a text of the author does not fit at the smallest step; every one of them is named.
        KitError: a layout is wrong, or a text of the standard deck does not fit.
    """
    step, last = 0, steps - 1
    while True:
        layout = make_layout(step)
        frames: list[tuple[Frame, ...]] = []
        for face in filled():
            layout.start(face.name)
            frames.append(tuple(typeset_one(layout, face.root)))
            if layout.misfits and step < last:
                step = _step_for(face, make_layout, step + 1, last)
                break
        else:
            _raise(layout)
            return SetFaces(tuple(frames), step)


def _step_for(face: FilledFace, make_layout: Callable[[int], Layout], first: int, last: int) -> int:
    """Return the first step from `first` on at which `face` fits by itself; the last one if none does."""
    for step in range(first, last):
        layout = make_layout(step)
        layout.start(face.name)
        typeset_one(layout, face.root)
        if not layout.misfits:
            return step
    return last


def _raise(layout: Layout) -> None:
    """Raise what was found wrong: with a mistake of the author among it as the author's, otherwise as the kit's."""
    found: list[Fault] = list(layout.faults)
    # In a layout that is wrong nothing fits as it was meant; its mistakes come first.
    if all(fault.by_author for fault in found):
        found += [misfit.fault(layout.kit_files) for misfit in layout.misfits[:MOST_MISFITS]]
    problems = [fault.problem for fault in sorted(found, key=lambda fault: not fault.by_author)]
    if len(layout.misfits) > MOST_MISFITS:
        problems.append(Problem(f"er past nog meer niet ({len(layout.misfits) - MOST_MISFITS} keer); los eerst dit op"))
    if any(fault.by_author for fault in found):
        raise AuthorError(dict.fromkeys(problems))
    if found:
        raise KitError(dict.fromkeys(problems))
