"""Which elements and attributes a layout may use; `docs/opmaak.md` describes the same, and a test holds the two together."""

from dataclasses import dataclass

BOX = frozenset({"x", "y", "w", "h"})
PAINT = frozenset({"fill", "stroke", "line", "dash", "radius"})
PANEL = PAINT | {"padding"}
TAG = frozenset({"role", "alt", "lang"})
GROW = frozenset({"grow"})
TYPE = frozenset({"style", "color", "align", "valign", "balance"})
BREAK = frozenset({"keep", "keep-with-next", "space-before", "space-after"})


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its attributes, the ones it cannot do without, and what may stand in it."""

    attributes: frozenset[str]
    required: frozenset[str] = frozenset()
    content: str = "none"
    """'none', 'text' (inline), 'boxes', 'mixed' (either text or boxes), or the names of the only children, separated by spaces."""


def _element(*groups: frozenset[str] | set[str], required: str = "", content: str = "none") -> Element:
    return Element(frozenset().union(*groups), frozenset(required.split()), content)


INLINE: dict[str, Element] = {
    "b": _element(content="text"),
    "i": _element(content="text"),
    "span": _element({"style", "color", "lang"}, content="text"),
    "br": _element(),
    "page-number": _element(),
    "page-count": _element(),
}

_TEXT = _element(BOX, GROW, TAG, TYPE, BREAK, content="text")

BLOCKS: dict[str, Element] = {
    "text": _TEXT,
    "p": _TEXT,
    "h1": _TEXT,
    "h2": _TEXT,
    "h3": _TEXT,
    "stack": _element(BOX, GROW, TAG, PANEL, BREAK, {"gap", "valign"}, content="boxes"),
    "row": _element(BOX, GROW, TAG, PANEL, BREAK, {"gap", "valign"}, content="boxes"),
    "grid": _element(BOX, GROW, TAG, PANEL, BREAK, {"columns", "gap", "row-gap"}, required="columns", content="boxes"),
    "group": _element(BOX, GROW, TAG, PANEL, BREAK, {"turn"}, content="boxes"),
    "rect": _element(BOX, GROW, PAINT, TAG),
    "circle": _element({"cx", "cy", "r"}, PAINT - {"radius"}, TAG, required="cx cy r"),
    "line": _element({"x1", "y1", "x2", "y2", "stroke", "line", "dash"}, TAG, required="x1 y1 x2 y2 stroke"),
    "rule": _element(BOX, GROW, BREAK, {"stroke", "line", "dash"}, required="stroke"),
    "polygon": _element({"points"}, PAINT - {"radius"}, TAG, required="points"),
    "path": _element(BOX, GROW, PAINT - {"radius"}, TAG, {"d", "viewbox"}, required="d"),
    "icon": _element(BOX, GROW, TAG, {"name", "color", "line"}, required="name"),
    "image": _element(BOX, GROW, TAG, {"src", "fit", "align", "valign"}, required="src alt"),
    "qr": _element(BOX, GROW, TAG, {"data", "color"}, required="data alt"),
    "space": _element(BOX, GROW),
    "spacer": _element(),
    "ul": _element(BOX, GROW, BREAK, {"style", "gap"}, content="li"),
    "ol": _element(BOX, GROW, BREAK, {"style", "gap", "start"}, content="li"),
    "li": _element({"marker"}, content="mixed"),
    "table": _element(
        BOX, GROW, BREAK, {"columns", "style", "rules", "padding", "head-fill", "alt"}, required="columns", content="tr"
    ),
    "tr": _element({"head", "fill", "h", "keep"}, content="th td"),
    "th": _element({"style", "align", "valign", "scope", "span", "color", "fill"}, content="mixed"),
    "td": _element({"style", "align", "valign", "span", "color", "fill"}, content="mixed"),
    "checkbox": _element(BOX, GROW, BREAK, TYPE, {"size"}, content="text"),
    "writing-lines": _element(BOX, GROW, BREAK, {"count", "gap", "stroke"}),
    "page-break": _element(),
}

FLOW_ONLY = frozenset({"page-break"})

ROOTS: dict[str, Element] = {
    "card": _element({"w", "h", "title", "safe", "art", "fill", "lang", "alt"}, required="w h title", content="boxes"),
    "document": _element(
        {"w", "h", "margin", "title", "lang", "subtitle"}, required="w h margin title", content="boxes"
    ),
}

PARTS: dict[str, Element] = {
    "header": _element({"h"}, required="h", content="boxes"),
    "footer": _element({"h"}, required="h", content="boxes"),
}

ALL: dict[str, Element] = {**ROOTS, **PARTS, **BLOCKS, **INLINE}
