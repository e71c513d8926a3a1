"""Which elements and attributes a layout may use; `docs/opmaak.md` describes the same, and a test compares the two."""

from dataclasses import dataclass

BOX = frozenset({"x", "y", "w", "h"})
PAINT = frozenset({"fill", "stroke", "line", "dash", "radius"})
PANEL = PAINT | {"padding"}
TAG = frozenset({"role", "alt", "lang"})
CELL = TAG | {"scope"}
GROW = frozenset({"grow"})
TYPE = frozenset({"style", "color", "align", "valign", "balance"})
FIT = frozenset({"same-height", "fit"})
TOWN = frozenset({"ground", "walls", "white", "roof", "window", "accent"})
BREAK = frozenset({"keep", "keep-with-next", "space-before", "space-after", "spare"})


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its attributes, the ones it cannot do without, and what may stand in it."""

    attributes: frozenset[str]
    required: tuple[str, ...]
    content: str
    """'none', 'text' (inline), 'boxes', 'mixed' (either text or boxes), or the names of the only children."""
    kind: str
    """'root', 'box', 'inline' or 'part': where it may stand."""


def _box(*groups: frozenset[str] | set[str], required: str = "", content: str = "none", kind: str = "box") -> Element:
    return Element(frozenset().union(*groups), tuple(required.split()), content, kind)


def _inline(*attributes: str, required: str = "", content: str = "none") -> Element:
    return Element(frozenset(attributes), tuple(required.split()), content, "inline")


INLINE: dict[str, Element] = {
    "b": _inline(content="text"),
    "i": _inline(content="text"),
    "span": _inline("style", "color", "lang", content="text"),
    "a": _inline("href", "color", "lang", required="href", content="text"),
    "br": _inline(),
    "page-number": _inline(),
    "page-count": _inline(),
}

_TEXT = _box(BOX, GROW, FIT, CELL, TYPE, BREAK, content="text")

BLOCKS: dict[str, Element] = {
    "text": _TEXT,
    "p": _TEXT,
    "h1": _TEXT,
    "h2": _TEXT,
    "h3": _TEXT,
    "stack": _box(BOX, GROW, FIT, CELL, PANEL, BREAK, {"gap", "valign"}, content="boxes"),
    "row": _box(BOX, GROW, FIT, CELL, PANEL, BREAK, {"gap", "valign"}, content="boxes"),
    "grid": _box(
        BOX, GROW, FIT, CELL, PANEL, BREAK, {"columns", "gap", "row-gap"}, required="columns", content="boxes"
    ),
    "group": _box(BOX, GROW, FIT, CELL, PANEL, BREAK, {"turn"}, content="boxes"),
    "rect": _box(BOX, GROW, PAINT, TAG, {"place"}),
    "circle": _box({"cx", "cy", "r"}, PAINT - {"radius"}, TAG, required="cx cy r"),
    "line": _box({"x1", "y1", "x2", "y2", "stroke", "line", "dash"}, TAG, required="x1 y1 x2 y2 stroke"),
    "rule": _box(BOX, GROW, BREAK, {"stroke", "line", "dash"}, required="stroke"),
    "polygon": _box({"points"}, PAINT - {"radius"}, TAG, required="points"),
    "path": _box(BOX, GROW, PAINT - {"radius"}, TAG, {"d", "viewbox"}, required="d"),
    "icon": _box(BOX, GROW, TAG, {"name", "color", "line"}, required="name"),
    "street": _box(BOX, GROW, TAG, {"seed", "landscape"}, TOWN, required="seed"),
    "building": _box(BOX, GROW, TAG, {"name", "seed"}, TOWN, required="name"),
    "portrait": _box(BOX, GROW, TAG, {"seed", "look", "body", "ground", "badge"}, required="seed"),
    "pattern": _box(BOX, GROW, {"shape", "size", "fill", "ground"}, required="shape fill"),
    "image": _box(BOX, GROW, TAG, {"src", "align", "valign"}, required="src alt"),
    "thumbnail": _box(BOX, GROW, PAINT - {"dash"}, TAG, {"of", "number", "side", "align", "valign"}, required="of alt"),
    "qr": _box(BOX, GROW, TAG, {"data", "color"}, required="data alt"),
    "space": _box(BOX, GROW),
    "spacer": _box(),
    "ul": _box(BOX, GROW, BREAK, {"style", "gap"}, content="li"),
    "ol": _box(BOX, GROW, BREAK, {"style", "gap", "start"}, content="li"),
    "li": _box({"marker"}, content="mixed", kind="part"),
    "table": _box(
        BOX, GROW, BREAK, {"columns", "style", "rules", "padding", "head-fill", "alt"}, required="columns", content="tr"
    ),
    "tr": _box({"head", "fill", "h"}, content="th td", kind="part"),
    "th": _box({"style", "align", "valign", "scope", "span", "color", "fill"}, content="mixed", kind="part"),
    "td": _box({"style", "align", "valign", "span", "color", "fill"}, content="mixed", kind="part"),
    "checkbox": _box(BOX, GROW, BREAK, TYPE, {"size"}, content="text"),
    "writing-lines": _box(BOX, GROW, BREAK, {"count", "gap", "stroke"}),
    "page-break": _box(),
    "section": _box({"margin", "next-top"}, content="boxes"),
}

ROOTS: dict[str, Element] = {
    "card": _box(
        {"w", "h", "title", "safe", "art", "fill", "lang"}, required="w h title", content="boxes", kind="root"
    ),
    "document": _box(
        {"w", "h", "margin", "title", "lang", "pages"}, required="w h margin title", content="boxes", kind="root"
    ),
}

PARTS: dict[str, Element] = {
    "header": _box({"h", "y", "on"}, required="h", content="boxes"),
    "footer": _box({"h", "y", "on"}, required="h", content="boxes"),
    "edge": _box({"w", "side", "on"}, required="w", content="boxes"),
}
"""What stands beside the text of pages: in their margins."""

ALL: dict[str, Element] = {**ROOTS, **PARTS, **BLOCKS, **INLINE}

# Elements that mean something in these parents alone.
PLACES: dict[str, tuple[str, ...]] = {
    "header": ("document", "section"),
    "footer": ("document", "section"),
    "edge": ("document", "section"),
    "section": ("document",),
    "page-break": ("document", "section"),
    "spacer": ("stack", "row"),
}


def _children(name: str, content: str) -> frozenset[str]:
    """Return the names of the elements that may stand in the element `name`."""
    kinds = {"boxes": ("box",), "mixed": ("box", "inline"), "text": ("inline",), "none": ()}.get(content)
    found = content.split() if kinds is None else [other for other, element in ALL.items() if element.kind in kinds]
    return frozenset(other for other in found if name in PLACES.get(other, (name,)))


TEXTED = frozenset(name for name, element in ALL.items() if element.content in ("text", "mixed"))
"""The elements in which text may stand."""

CHILDREN = {name: _children(name, element.content) for name, element in ALL.items()}
