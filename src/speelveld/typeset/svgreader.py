"""The elements of an SVG → the items they draw; all that is not drawn is gathered, and refused at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from speelveld.geometry import HERE, Matrix, Path, Rect, Size
from speelveld.geometry.reach import is_flat, line_bounds, tight_bounds
from speelveld.svgxml import Element, SvgError
from speelveld.typeset.frame import Item, Outline
from speelveld.typeset.svgbox import clipped
from speelveld.typeset.svgchecks import check_line, check_look, check_markers, is_for_all
from speelveld.typeset.svgclip import Clips
from speelveld.typeset.svggradient import Seen
from speelveld.typeset.svglength import MEDIUM, Ruler, font_size, share
from speelveld.typeset.svgpaint import Paints, line_of
from speelveld.typeset.svgpainter import Painter
from speelveld.typeset.svgshapes import SHAPES, path_of
from speelveld.typeset.svgstyle import Look, Styles
from speelveld.typeset.svgtransform import placed_by
from speelveld.typeset.svgview import fitted, view_box

_CONTAINERS = frozenset({"g", "a"})
# What a browser shows, and a drawing of shapes cannot; with what to do about it.
_SHOWN = {
    "text": "zet de tekst in uw tekenprogramma om in vormen, of bewaar het logo als png",
    "image": "bewaar het logo als png",
    "foreignObject": "bewaar het logo als gewone SVG, of als png",
    **dict.fromkeys(("animate", "animateTransform", "animateMotion", "set"), "neem een logo dat niet beweegt"),
}
# As many as a map of all gemeenten needs, a few times over; more would fill the memory.
_MOST_ITEMS, _MOST_POINTS, _DEEPEST = 50_000, 300_000, 150
_MOST_SAID = 3
_NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Here:
    """Where an element stands: what it looks like around it, where its coordinates go, and what per cents are of."""

    look: Look
    matrix: Matrix
    view: Size
    uses: tuple[Element, ...] = ()
    depth: int = 0


class FullError(SvgError):
    """The SVG asks for more than can be drawn at all; nothing more is looked at."""


class Reader:
    """Walks through one SVG, and gathers all that is not drawn."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._ids: dict[str, Element] = {}
        for element in root:
            if name := element.attributes.get("id"):
                self._ids.setdefault(name, element)
        self._styles = styles
        self._paints, self._clips = Paints(self._ids, styles), Clips(self._ids, styles)
        self._wrong: dict[str, str] = {}
        self._items = self._points = 0

    def root(self, root: Element, here: Here) -> list[Item]:
        """Return what the root draws; a transform of it would turn the whole picture about its middle."""
        if self._styles.own(root).get("transform", "none") != "none":
            raise SvgError(f"de SVG draait of schuift zichzelf op regel {root.line}, en dat kan hier niet")
        items = self._drawn(root, here)
        if self._wrong:
            some = list(self._wrong)[:_MOST_SAID]
            more = len(self._wrong) - len(some)
            raise SvgError("; ".join(some) + (f"; en nog {more}" if more else ""), self._wrong[some[0]])
        return items

    def _drawn(self, element: Element, here: Here) -> list[Item]:
        try:
            return self._element(element, here)
        except FullError:
            raise
        except (ValueError, ArithmeticError) as error:
            said = str(error) if isinstance(error, ValueError) else "de SVG rekent met een getal dat niet kan"
            if "regel" not in said:
                said = f"{said} (regel {element.line})"
            hint = error.hint if isinstance(error, SvgError) else "bewaar het logo als png"
            self._wrong.setdefault(said, hint)
            return []

    def _element(self, element: Element, here: Here) -> list[Item]:
        kind = element.name
        if not (kind in SHAPES or kind in _CONTAINERS or kind in _SHOWN or kind in ("svg", "use", "switch")):
            return []
        self._count(here.depth)
        if not is_for_all(element):
            return []
        around = font_size(here.look, MEDIUM)
        look = dict(self._styles.look(element, here.look))
        if "font-size" in look:
            look["font-size"] = str(font_size(look, around))
        opacity = share(look.get("opacity", "1"))
        if look.get("display") == "none" or opacity == 0:
            return []
        if kind in _SHOWN:
            return self._refuse_shown(element, look)
        check_look(look, self._ids)
        ruler = Ruler(here.view, font_size(look, around))
        matrix = placed_by(look, ruler).before(here.matrix)
        inner = replace(here, look=look, matrix=matrix, depth=here.depth + 1)
        items = self._inside(element, inner, ruler)
        if not items:
            return []
        clip = self._clips.of(look, lambda: self._box(element, inner), matrix, ruler)
        return clipped(items, clip, opacity)

    def _refuse_shown(self, element: Element, look: Look) -> list[Item]:
        if element.name == "text" and not any(one.text.strip() for one in element):
            return []
        if element.name == "text" and look.get("visibility", "visible") != "visible":
            return []
        if element.name == "image" and not element.attributes.get("href"):
            return []
        message = f"de SVG gebruikt <{element.name}> op regel {element.line}, en dat kan hier niet"
        raise SvgError(message, _SHOWN[element.name])

    def _count(self, depth: int) -> None:
        self._items += 1
        if self._items > _MOST_ITEMS or depth > _DEEPEST:
            raise FullError("de SVG heeft te veel onderdelen, of ze verwijzen naar elkaar", "vereenvoudig het logo")

    def _inside(self, element: Element, here: Here, ruler: Ruler) -> list[Item]:
        """Return what an element draws; `here` is where its own coordinates are."""
        match element.name:
            case "use":
                return self._use(element, here, ruler)
            case "switch":
                return self._children([child for child in element.children if is_for_all(child)][:1], here)
            case "svg" if element.parent is not None:
                return self._viewport(element, here, ruler, {})
            case "svg" | "g" | "a":
                return self._children(element.children, here)
            case _:
                return self._shape(element, here, ruler)

    def _children(self, children: list[Element], here: Here) -> list[Item]:
        return [item for child in children for item in self._drawn(child, here)]

    def _use(self, element: Element, here: Here, ruler: Ruler) -> list[Item]:
        link = element.attributes.get("href", "").strip()
        if not link.startswith("#"):
            raise SvgError(f"de SVG verwijst naar een ander bestand ({link[:40]!r}), en dat kan hier niet")
        target = self._ids.get(link[1:])
        if target is None:
            return []
        if target in here.uses:
            raise SvgError("de SVG verwijst met <use> naar zichzelf, en dat kan hier niet")
        moved = Matrix.moving(ruler.across(here.look.get("x", "0")), ruler.down(here.look.get("y", "0")))
        inside = replace(here, matrix=moved.before(here.matrix), uses=(*here.uses, target))
        if target.name not in ("symbol", "svg"):
            return self._drawn(target, inside)
        look = dict(self._styles.look(target, here.look))
        if look.get("display") == "none" and target.name == "svg":
            return []
        check_look(look, self._ids)
        inside = replace(inside, look=look, matrix=placed_by(look, ruler).before(inside.matrix))
        size = {key: here.look[key] for key in ("width", "height") if key in here.look}
        items = self._viewport(target, inside, ruler, size)
        clip = self._clips.of(look, lambda: None, inside.matrix, ruler)
        return clipped(items, clip, share(look.get("opacity", "1"))) if items else []

    def _viewport(self, element: Element, here: Here, ruler: Ruler, size: Mapping[str, str]) -> list[Item]:
        """Return what an inner `<svg>` or a `<symbol>` draws: fitted in its box, and cut off there."""
        look = here.look
        wide, high = (size.get(key) or look.get(key, "100%") for key in ("width", "height"))
        box = Rect(
            ruler.across(look.get("x", "0")) if element.name == "svg" else 0.0,
            ruler.down(look.get("y", "0")) if element.name == "svg" else 0.0,
            ruler.across("100%" if wide == "auto" else wide),
            ruler.down("100%" if high == "auto" else high),
        )
        view = view_box(element)
        if box.width <= 0 or box.height <= 0 or (view is not None and (not view.width or not view.height)):
            return []
        placed = fitted(view, box, element.attributes.get("preserveAspectRatio", "")).before(here.matrix)
        within = Size(view.width, view.height) if view else Size(box.width, box.height)
        inner = replace(here, matrix=placed, view=within)
        items = self._children(element.children, inner)
        if look.get("overflow", "hidden") in ("visible", "auto"):
            return items
        return clipped(items, (Outline(Path.outline(box).through(here.matrix)),), 1.0)

    def _shape(self, element: Element, here: Here, ruler: Ruler) -> list[Item]:
        look, matrix = here.look, here.matrix
        path = path_of(element, look, ruler)
        self._points += len(path.points)
        if self._points > _MOST_POINTS:
            raise FullError("de SVG heeft te veel punten", "vereenvoudig het logo, of bewaar het als png")
        if not path.points or look.get("visibility", "visible") != "visible" or not matrix.scale:
            return []
        line = line_of(look, ruler)
        # Programs that draw PDF show even what has no area, as a thin line.
        fill = None if is_flat(path) else self._paints.of("fill", look, _seen("fill", look, path, 0.0, ruler))
        stroke = self._paints.of("stroke", look, _seen("stroke", look, path, line.width, ruler)) if line.width else None
        if element.name in ("path", "line", "polyline", "polygon"):
            check_markers(look, self._ids)
        if stroke is not None:
            check_line(element, look, line)
        even_odd = look.get("fill-rule") == "evenodd"
        plain = element.name in ("line", "rect", "circle", "ellipse") or not path.steps.replace("ml", "")
        painter = Painter(path, matrix, line, even_odd, plain)
        return painter.items(fill, stroke, stroke_first=look.get("paint-order", "normal").split()[0] == "stroke")

    def _box(self, element: Element, here: Here) -> Rect | None:
        """Return the box around an element in its own coordinates, lines not counted."""
        return tight_bounds(self._paths(element, replace(here, matrix=HERE)))

    def _paths(self, element: Element, here: Here) -> Iterator[Path]:
        """Yield what an element is made of; `here` is where its own coordinates are."""
        self._count(here.depth)
        ruler = Ruler(here.view)
        if element.name in SHAPES:
            yield path_of(element, here.look, ruler).through(here.matrix)
        elif element.name in _CONTAINERS:
            for child in element.children:
                look = self._styles.look(child, here.look)
                if look.get("display") != "none":
                    matrix = placed_by(look, ruler).before(here.matrix)
                    yield from self._paths(child, replace(here, look=look, matrix=matrix, depth=here.depth + 1))
        elif element.name in ("use", "svg", "switch"):
            raise SvgError(f"de SVG knipt een <{element.name}> naar zijn eigen maat, en dat kan hier niet")


def _seen(name: str, look: Look, path: Path, line: float, ruler: Ruler) -> Seen:
    if "url(" not in look.get(name, ""):
        return Seen(_NOWHERE, _NOWHERE, ruler)
    box = tight_bounds([path]) or _NOWHERE
    return Seen(box, line_bounds(path, line, miter=4.0) if line else box, ruler)
