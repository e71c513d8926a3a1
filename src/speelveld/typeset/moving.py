"""Drawn items → the same items at another place, larger or smaller."""

from dataclasses import replace

from speelveld.geometry import Matrix
from speelveld.typeset.frame import Group, Item, Outline, Shade, Shape


def moved_item(item: Item, dx: float, dy: float, scale: float) -> Item:
    """Return a shape, a gradient or a group of these, scaled about the origin and then shifted."""
    place = Matrix(scale, 0.0, 0.0, scale, dx, dy)
    match item:
        case Shape():
            return _shape(item, dx, dy, scale)
        case Shade():
            return Shade(_shape(item.outline, dx, dy, scale), item.gradient.through(place))
        case Group() if item.matrix is not None:
            return replace(item, matrix=item.matrix.before(place))
        case Group():
            clip = tuple(Outline(one.path.moved(dx, dy, scale), one.even_odd) for one in item.clip)
            return replace(item, items=tuple(moved_item(inner, dx, dy, scale) for inner in item.items), clip=clip)
    raise AssertionError(f"{type(item).__name__} is not part of a drawing")


def _shape(shape: Shape, dx: float, dy: float, scale: float) -> Shape:
    dash = tuple(length * scale for length in shape.dash)
    ends = shape.ends and replace(shape.ends, offset=shape.ends.offset * scale)
    return replace(shape, path=shape.path.moved(dx, dy, scale), line=shape.line * scale, dash=dash, ends=ends)
