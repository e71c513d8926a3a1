"""How far drawn items reach, lines included; what lies outside a box is left out, what crosses it is cut off."""

from collections.abc import Iterable, Iterator

from speelveld.geometry import Path, Rect
from speelveld.geometry.reach import line_bounds
from speelveld.typeset.frame import Ends, Group, Item, Outline, Shade, Shape

_PLAIN = Ends()


def reach_of(items: Iterable[Item]) -> Rect | None:
    """Return the box that all of `items` stay in; None if nothing is drawn."""
    boxes = list(_boxes(items))
    return Rect.around(boxes) if boxes else None


def kept_within(items: Iterable[Item], box: Rect) -> tuple[Item, ...]:
    """Return what can be seen of `items` in `box`: nothing of what lies outside, and a clip if something crosses it."""
    seen = tuple(item for item in items if (reach := reach_of([item])) is not None and reach.overlaps(box, -1e-9))
    reach = reach_of(seen)
    if reach is None or box.contains(reach):
        return seen
    return (Group(None, seen, clip=(Outline(Path.outline(box)),)),)


def clipped(items: list[Item], clip: tuple[Outline, ...], opacity: float) -> list[Item]:
    """Return `items` cut off at `clip` and as opaque as `opacity`; a clip that holds all of them is left out."""
    reach = reach_of(items)
    if reach is None:
        return []
    cuts = tuple(outline for outline in clip if not (outline.path.is_box and outline.path.bounds.contains(reach)))
    if any(not outline.path or not outline.path.bounds.overlaps(reach) for outline in cuts):
        return []
    if not cuts and opacity == 1:
        return items
    if not cuts and len(items) == 1 and isinstance(only := items[0], Group) and only.tag is None and not only.clip:
        return [Group(None, only.items, only.matrix, opacity=only.opacity * opacity)]
    return [Group(None, tuple(items), clip=cuts, opacity=opacity)]


def _boxes(items: Iterable[Item]) -> Iterator[Rect]:
    for item in items:
        match item:
            case Shape() if item.path.points:
                yield _reach(item)
            case Shade():
                yield _reach(item.outline)
            case Group():
                inner = reach_of(item.items)
                if inner is None:
                    continue
                for outline in item.clip:
                    inner = inner.shared(outline.path.bounds) if outline.path else inner
                yield item.matrix.around(inner) if item.matrix else inner


def _reach(shape: Shape) -> Rect:
    if shape.stroke is None:
        return shape.path.bounds
    ends = shape.ends or _PLAIN
    return line_bounds(shape.path, shape.line, miter=1.0 if ends.join or not shape.ends else ends.miter)
