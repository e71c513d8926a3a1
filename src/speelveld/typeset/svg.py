"""A logo in SVG → items that are drawn as a browser draws it; what cannot be is refused by name, with its line."""

from dataclasses import dataclass
from functools import lru_cache

from speelveld.geometry import Rect, Size
from speelveld.svgxml import Element, SvgError, read_elements
from speelveld.typeset.frame import Item
from speelveld.typeset.svgbox import kept_within
from speelveld.typeset.svgchecks import check_numbers
from speelveld.typeset.svgcss import rules_of
from speelveld.typeset.svglength import MEDIUM, Ruler, font_size
from speelveld.typeset.svgreader import Here, Reader
from speelveld.typeset.svgstyle import Look, Styles
from speelveld.typeset.svgview import fitted, measured, view_box


@dataclass(frozen=True, slots=True)
class Drawing:
    """Items in the units of the SVG, from its top left; nothing of them is seen outside its width and height."""

    width: float
    height: float
    items: tuple[Item, ...]


@lru_cache(maxsize=64)
def read_svg(data: bytes) -> Drawing:
    """Return the drawing in the bytes of a file.

    Raises:
        SvgError: it holds something that is not drawn here, such as text, pictures or masks.
    """
    root = read_elements(data)
    styles = Styles(rules_of(root))
    view = view_box(root)
    look = styles.look(root, {})
    size = _size(root, look, view)
    measured(size.width, size.height, root.line)
    if view is not None and (not view.width or not view.height):
        return Drawing(size.width, size.height, ())
    aspect = root.attributes.get("preserveAspectRatio", "")
    reader = Reader(root, styles)
    place = Here({}, fitted(view, size.box, aspect), Size(view.width, view.height) if view else size)
    items = reader.root(root, place)
    check_numbers(items, size)
    return Drawing(size.width, size.height, kept_within(items, size.box))


def _size(root: Element, look: Look, view: Rect | None) -> Size:
    """Return the size of the drawing; what it leaves open follows from its view."""
    ruler = Ruler(Size(0.0, 0.0), font_size(look, MEDIUM))
    width, height = (
        None if text == "auto" or "%" in text else length(text)
        for text, length in ((look.get("width", "auto"), ruler.across), (look.get("height", "auto"), ruler.down))
    )
    if view is None or not view.width or not view.height:
        if width is None or height is None:
            raise SvgError(
                f"de SVG zegt op regel {root.line} niet hoe groot hij is",
                "bewaar het logo met een vaste maat of een viewBox, of als png",
            )
        return Size(width, height)
    ratio = view.width / view.height
    if width is None and height is None:
        return Size(view.width, view.height)
    width = (height or 0.0) * ratio if width is None else width
    height = width / ratio if height is None else height
    # Of the same form: then its own units serve as well, and need no scaling.
    same = abs(width - height * ratio) <= 1e-6 * abs(width)
    return Size(view.width, view.height) if same and width > 0 else Size(width, height)
