"""A `clip-path` → the outlines that what is drawn is cut off at (CSS Masking 1, 5 and 6)."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from speelveld.geometry import Matrix, Path, Rect
from speelveld.svgxml import Element, SvgError
from speelveld.typeset.frame import Outline
from speelveld.typeset.svglength import Ruler
from speelveld.typeset.svgpaint import reference
from speelveld.typeset.svgshapes import SHAPES, path_of
from speelveld.typeset.svgstyle import Look, Styles
from speelveld.typeset.svgtransform import transform_of

_SILENT = frozenset({"title", "desc", "metadata"})
_DEEPEST = 10
_OVERLAP = "de SVG knipt met vormen die over elkaar liggen (clip-path), en dat kan hier niet"


class Clips:
    """Knows the clip paths of one SVG."""

    def __init__(self, ids: Mapping[str, Element], styles: Styles) -> None:
        self._ids, self._styles = ids, styles

    def of(self, look: Look, box: Callable[[], Rect | None], matrix: Matrix, ruler: Ruler) -> tuple[Outline, ...]:
        """Return what an element is cut off at; `box` gives the one around it, `matrix` where its coordinates go."""
        return self._of(look.get("clip-path", "none"), box, matrix, ruler, _DEEPEST)

    def _of(
        self, text: str, box: Callable[[], Rect | None], matrix: Matrix, ruler: Ruler, depth: int
    ) -> tuple[Outline, ...]:
        if text == "none":
            return ()
        named = reference(text)
        if named is None:
            raise SvgError(f"de SVG gebruikt clip-path {text[:30]!r}, en dat kan hier niet")
        target = self._ids.get(named[0])
        if target is None or target.name != "clipPath":
            return ()
        if depth == 0:
            raise SvgError("de SVG gebruikt een clip-path die naar zichzelf verwijst")
        look = self._styles.look(target, {})
        if target.attributes.get("clipPathUnits") == "objectBoundingBox":
            around = box()
            if around is None:
                return (Outline(Path()),)
            matrix = Matrix(around.width, 0.0, 0.0, around.height, around.x, around.y).before(matrix)
        matrix = transform_of(look.get("transform", ""), ruler).before(matrix)
        # The clip path may be cut off itself, in the coordinates of what it is used on.
        return (
            _union([found for child in target.children for found in self._child(child, look, matrix, ruler, depth)]),
            *self._of(look.get("clip-path", "none"), box, matrix, ruler, depth - 1),
        )

    def _child(self, element: Element, around: Look, matrix: Matrix, ruler: Ruler, depth: int) -> list[Outline]:
        if element.name in _SILENT:
            return []
        look = self._styles.look(element, around)
        if look.get("display") == "none" or look.get("visibility", "visible") != "visible":
            return []
        matrix = transform_of(look.get("transform", ""), ruler).before(matrix)
        if look.get("clip-path", "none") != "none":
            raise SvgError("de SVG gebruikt een clip-path binnen een clip-path, en dat kan hier niet")
        if element.name == "use":
            link = element.attributes.get("href", "").strip()
            target = self._ids.get(link[1:]) if link.startswith("#") else None
            if target is None or target.name == "use" or depth == 0:
                return []
            moved = Matrix.moving(ruler.across(look.get("x", "0")), ruler.down(look.get("y", "0")))
            return self._child(target, look, moved.before(matrix), ruler, 0)
        if element.name == "text":
            raise SvgError("de SVG knipt met een tekst (clip-path), en dat kan hier niet")
        if element.name not in SHAPES:
            return []
        path = path_of(element, look, ruler).through(matrix)
        return [Outline(path, look.get("clip-rule") == "evenodd")] if path else []


def _union(outlines: Sequence[Outline]) -> Outline:
    """Return one outline that holds what any of these holds."""
    if not outlines:
        return Outline(Path())
    if len(outlines) == 1:
        return outlines[0]
    joined = Path("".join(one.path.steps for one in outlines), tuple(at for one in outlines for at in one.path.points))
    boxes = [one.path.bounds for one in outlines]
    apart = not any(box.overlaps(other) for at, box in enumerate(boxes) for other in boxes[at + 1 :])
    rules = {one.even_odd for one in outlines}
    if apart and len(rules) == 1:
        return Outline(joined, rules == {True})
    # Loops that all turn one way never cancel each other out.
    if any(one.path.steps.count("m") > 1 for one in outlines) or len({_area(one.path) > 0 for one in outlines}) > 1:
        raise SvgError(_OVERLAP)
    return Outline(joined)


def _area(path: Path) -> float:
    """Return twice the area within straight lines from point to point; its sign tells which way they turn."""
    points = [points[-1] for _, points in path if points]
    return sum(one.x * other.y - other.x * one.y for one, other in pairwise([*points, points[0]]))
