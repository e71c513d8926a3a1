"""The properties of an element of SVG: its own, by attributes and rules, and those it gets from what it stands in."""

from collections.abc import Mapping, Sequence

from speelveld.svgxml import Element, SvgError
from speelveld.typeset.svgcss import Declaration, Rule, declarations_of

# What is handed down to what is inside (SVG 2, property index); custom properties are too.
INHERITED = frozenset(
    """
    clip-rule color fill fill-opacity fill-rule font-size marker-end marker-mid marker-start paint-order stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    visibility
    """.split()  # noqa: SIM905  (a list of words is read as one)
)
_OWN = frozenset(
    """
    clip-path d display filter mask mask-image mix-blend-mode opacity overflow rotate scale stop-color stop-opacity
    transform transform-box transform-origin translate vector-effect
    """.split()  # noqa: SIM905
)
# Attributes of SVG that a style may set too (SVG 2, 7.1).
_GEOMETRY = frozenset({"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"})
_KNOWN = INHERITED | _OWN | _GEOMETRY
# Of these an attribute is no presentation attribute, but speaks for itself.
_STYLE_ONLY = frozenset({"translate", "rotate", "scale", "d", "mask-image", "transform-box"})
# A custom property may name another one; a ring of them has no end.
_DEEPEST = 8
# So often a rule is asked whether it means an element; it takes some seconds.
_MOST_ASKED = 2_000_000

Look = Mapping[str, str]


class Styles:
    """Knows the rules of one SVG, and what they say of each of its elements."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._known: dict[Element, dict[str, str]] = {}
        self._asked = 0

    def own(self, element: Element) -> Look:
        """Return what is said of the element itself."""
        found = self._known.get(element)
        if found is None:
            found = self._known[element] = self._cascade(element)
        return found

    def look(self, element: Element, around: Look) -> Look:
        """Return all properties of an element that stands in something that looks like `around`."""
        look = {name: value for name, value in around.items() if name in INHERITED or name.startswith("--")}
        own = self.own(element)
        look |= {name: text for name, text in own.items() if name.startswith("--")}
        for name, text in own.items():
            if name.startswith("--"):
                continue
            value = _filled(text, look, _DEEPEST) if "var(" in text else text
            if value is None or value in ("unset", "revert", "revert-layer"):
                value = "inherit" if name in INHERITED else "initial"
            if value == "inherit":
                value = around.get(name, "initial")
            if value == "initial":
                look.pop(name, None)
            else:
                look[name] = value
        return look

    def _cascade(self, element: Element) -> dict[str, str]:
        self._asked += len(self._rules)
        if self._asked > _MOST_ASKED:
            raise SvgError(f"de SVG heeft op regel {element.line} te veel stijlregels voor zo veel vormen")
        attributes = element.attributes
        found = {name: attributes[name].strip() for name in attributes if name in _KNOWN and name not in _STYLE_ONLY}
        said = [one for rule in self._rules if rule.fits(element) for one in rule.declarations]
        said += declarations_of(attributes.get("style", ""))
        for declared in (*(one for one in said if not one.important), *(one for one in said if one.important)):
            _declare(found, declared)
        # An empty attribute says nothing.
        return {name: value for name, value in found.items() if value}


def _declare(found: dict[str, str], declared: Declaration) -> None:
    if declared.name in _KNOWN or declared.name.startswith("--"):
        found[declared.name] = declared.value
    if declared.name == "marker":
        found.update(dict.fromkeys(("marker-start", "marker-mid", "marker-end"), declared.value))


def _filled(text: str, look: Look, depth: int) -> str | None:
    """Return `text` with the values of its custom properties; None if one has none (CSS Variables 1, 3)."""
    at = text.find("var(")
    while at >= 0:
        end = _closing(text, at + 3)
        if end < 0 or depth == 0 or len(text) > 10_000:
            raise SvgError(f"de SVG gebruikt {text[:40]!r}, en dat kan hier niet")
        name, comma, instead = text[at + 4 : end].partition(",")
        value = look.get(name.strip(), instead.strip() if comma else None)
        if value is not None and "var(" in value:
            value = _filled(value, look, depth - 1)
        if value is None:
            return None
        text = text[:at] + value + text[end + 1 :]
        at = text.find("var(", at + len(value))
    return text.strip()


def _closing(text: str, at: int) -> int:
    depth = 0
    for index in range(at, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0:
            return index
    return -1
