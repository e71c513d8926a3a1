"""What of an SVG is not drawn, by its properties or by its numbers, and what of it is for other readers."""

from collections.abc import Iterator, Mapping, Sequence

from speelveld.geometry import Matrix, Size
from speelveld.svgxml import Element, SvgError
from speelveld.typeset.frame import Group, Item, Shade, Shape
from speelveld.typeset.svgpaint import Line, reference
from speelveld.typeset.svgstyle import Look

_REFUSED = ("mask", "mask-image", "filter", "translate", "rotate", "scale")
_MARKERS = ("marker-start", "marker-mid", "marker-end")
_LANGUAGES = ("nl",)
# Farther out than so many times its own size nothing of a logo is drawn.
_FARTHEST = 1000


def check_look(look: Look, ids: Mapping[str, Element]) -> None:
    """Refuse what is done to an element as a whole and cannot be drawn."""
    for key in _REFUSED:
        text = look.get(key, "none")
        named = reference(text) if text != "none" else None
        # A reference to nothing does nothing.
        if text != "none" and (named is None or named[0] in ids):
            raise SvgError(f"de SVG gebruikt {key}, en dat kan hier niet")
    if look.get("mix-blend-mode", "normal") != "normal":
        raise SvgError("de SVG mengt kleuren (mix-blend-mode), en dat kan hier niet")


def check_line(element: Element, look: Look, line: Line) -> None:
    """Refuse a line that cannot be drawn."""
    if look.get("vector-effect", "none") != "none":
        raise SvgError("de SVG gebruikt een lijn die niet meegroeit (vector-effect), en dat kan hier niet")
    if line.dash and element.attributes.get("pathLength"):
        raise SvgError("de SVG meet streepjes langs een pad (pathLength), en dat kan hier niet")


def is_for_all(element: Element) -> bool:
    """Tell whether an element is for every reader, or for those of Dutch (SVG 2, 5.10)."""
    owned = element.attributes
    if "requiredExtensions" in owned and owned["requiredExtensions"].strip():
        return False
    if "systemLanguage" not in owned:
        return True
    languages = [one.strip().lower() for one in owned["systemLanguage"].split(",")]
    return any(one.partition("-")[0] in _LANGUAGES for one in languages)


def check_markers(look: Look, ids: Mapping[str, Element]) -> None:
    """Refuse what is drawn at the ends and corners of a line."""
    for name in _MARKERS:
        named = reference(look.get(name, "none"))
        if named is not None and named[0] in ids:
            raise SvgError(f"de SVG gebruikt pijlpunten ({name}), en dat kan hier niet")


def check_numbers(items: Sequence[Item], size: Size) -> None:
    """Refuse numbers that no program can draw with, in a drawing of this size."""
    far = _FARTHEST * max(size.width, size.height)
    if not all(abs(number) < far for number in _numbers(items)):
        raise SvgError("de SVG tekent veel te ver buiten zijn eigen vlak, of met getallen die geen getal zijn")


def _numbers(items: Sequence[Item]) -> Iterator[float]:
    """Yield what is written of items in a file, where it goes."""
    for item in items:
        match item:
            case Shape():
                yield from _of_shape(item)
            case Shade():
                yield from _of_shape(item.outline)
                yield from _of_matrix(item.gradient.matrix)
            case Group():
                if item.matrix:
                    yield from _of_matrix(item.matrix)
                for outline in item.clip:
                    yield from (part for point in outline.path.points for part in point)
                yield from _numbers(item.items)


def _of_shape(shape: Shape) -> Iterator[float]:
    yield from (part for point in shape.path.points for part in point)
    yield shape.line
    yield from shape.dash


def _of_matrix(matrix: Matrix) -> tuple[float, ...]:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
