"""What is built of a part of a paper, kept by all that the part says: a paper is long, and a change in it is small."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from speelveld.markup import Node
from speelveld.typeset.layout import Layout

Built = TypeVar("Built")
# What these show is not said in the part itself.
_BORROWING = frozenset({"image", "thumbnail"})
_SHARING = frozenset({"fit", "same-height"})


def built_again(layout: Layout, node: Node, around: Hashable, build: Callable[[], Built]) -> Built:
    """Return what `build` makes of `node`, with `around` beside it; what was made of the same before is not made anew.

    The second of two equal parts of a paper is another: each has elements of its own for a screen reader.
    """
    if layout.before is None or (told := _told(node)) is None:
        return build()
    place = told, around
    number = layout.met[place] = layout.met.get(place, 0) + 1
    key = layout.card, layout.step, place, number
    found = layout.before.find_part(key)
    if found is not None:
        return cast(Built, found)
    wrong = len(layout.faults) + len(layout.all_misfits)
    made = build()
    if len(layout.faults) + len(layout.all_misfits) == wrong:
        layout.before.keep_part(key, made)
    return made


def _told(node: Node) -> Hashable | None:
    """Return all that a part says; None where that does not decide what it becomes."""
    if node.name in _BORROWING or not _SHARING.isdisjoint(node.attributes):
        return None
    if any(piece.inline.link is not None for piece in node.pieces):
        return None
    inside = [_told(child) for child in node.children]
    if None in inside:
        return None
    pieces = tuple((piece.text, piece.inline) for piece in node.pieces)
    return node.name, tuple(node.attributes.items()), pieces, tuple(inside)
