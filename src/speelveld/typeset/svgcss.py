"""The `<style>` of an SVG, and its `style` attributes → rules and declarations (CSS Cascade 4; Selectors 3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import tinycss2

from speelveld.svgxml import Element, SvgError

_MOST_CSS = 500_000
# What a reader of a file on paper never does.
_NEVER = frozenset({"hover", "focus", "active", "visited", "link", "target", "focus-within", "focus-visible"})
# What says nothing of how shapes look.
_IDLE = frozenset({"charset", "font-face", "namespace", "keyframes", "-webkit-keyframes", "page", "property"})
_PLAIN_STOPS = frozenset("\"'{}\\@!&<")

Specificity = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property with its value, as text."""

    name: str
    value: str
    important: bool = False


@dataclass(slots=True)
class _Compound:
    """What one element must be; `name` '*' is any."""

    name: str = "*"
    ids: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    first: bool = False
    root: bool = False
    never: bool = False

    def fits(self, element: Element) -> bool:
        if self.never or self.name not in ("*", element.name):
            return False
        owned = element.attributes
        if any(owned.get("id") != name for name in self.ids):
            return False
        if self.classes and not set(self.classes) <= set(owned.get("class", "").split()):
            return False
        if self.root and element.parent is not None:
            return False
        if self.first and element.parent is not None and element.place:
            return False
        return all(name in owned and _compares(owned[name], how, value) for name, how, value in self.attributes)


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector with what it says; `parts` run from the element itself to those around it, each with how near."""

    parts: Sequence[tuple[_Compound, str]]
    weight: Specificity
    declarations: Sequence[Declaration]

    def fits(self, element: Element) -> bool:
        """Tell whether the selector means `element`."""
        return _fits(self.parts, 0, element, set())


def rules_of(root: Element) -> list[Rule]:
    """Return the rules of all `<style>` elements, the weakest first.

    Raises:
        SvgError: a rule asks for something that cannot be matched here.
    """
    found: list[Rule] = []
    for element in root:
        if element.name == "style" and element.attributes.get("type", "text/css").strip() in ("", "text/css"):
            if len(element.text) > _MOST_CSS:
                raise SvgError(f"de stijl op regel {element.line} is veel te lang")
            try:
                found += _sheet(tinycss2.parse_stylesheet(element.text, True, True), element.line)
            except RecursionError as error:
                raise SvgError(f"de stijl op regel {element.line} is te diep genest") from error
    return sorted(found, key=lambda rule: rule.weight)


@lru_cache(maxsize=4096)
def declarations_of(text: str) -> tuple[Declaration, ...]:
    """Return the declarations of a `style` attribute, or of the body of a rule."""
    if not _PLAIN_STOPS & set(text) and "/*" not in text and text.count("(") == text.count(")"):
        # Inkscape repeats the same forty declarations on thousands of elements: the plain ones need no parser.
        pairs = (part.partition(":") for part in text.split(";") if ":" in part)
        return tuple(Declaration(_name(key), value.strip()) for key, _, value in pairs if value.strip())
    return tuple(_declared(tinycss2.parse_blocks_contents(text, True, True)))


def _name(text: str) -> str:
    text = text.strip()
    return text if text.startswith("--") else text.lower()


def _declared(nodes: Sequence[Any]) -> Iterator[Declaration]:
    for node in nodes:
        if node.type == "declaration":
            value = tinycss2.serialize([part for part in node.value if part.type != "comment"]).strip()
            if value:
                yield Declaration(node.name if node.name.startswith("--") else node.lower_name, value, node.important)


def _sheet(nodes: Sequence[Any], line: int) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            try:
                body = tuple(_declared(tinycss2.parse_blocks_contents(node.content, True, True)))
                yield from (Rule(parts, _weight(parts), body) for parts in _selectors(node.prelude))
            except _InvalidError:
                continue  # CSS leaves out a rule that it does not understand
            except SvgError as error:
                raise SvgError(f"{error} (regel {line + node.source_line - 1})", error.hint) from error
        elif node.type == "at-rule":
            yield from _at_rule(node, line)


def _at_rule(node: Any, line: int) -> Iterator[Rule]:
    name = node.lower_at_keyword
    if name in _IDLE:
        return
    where = line + node.source_line - 1
    if name == "media" and node.content is not None:
        asked = tinycss2.serialize(node.prelude).strip().lower()
        if asked in ("", "all", "screen"):
            yield from _sheet(tinycss2.parse_rule_list(node.content, True, True), line)
            return
        if asked == "print" or "dark" in asked:
            return
    raise SvgError(f"de SVG gebruikt op regel {where} @{name[:20]} in de stijl, en dat kan hier niet")


class _InvalidError(Exception):
    """A selector that is no selector."""


def _selectors(prelude: Sequence[Any]) -> Iterator[Sequence[tuple[_Compound, str]]]:
    """Yield each selector of a group."""
    one: list[Any] = []
    groups = [one]
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            one = []
            groups.append(one)
        elif node.type != "comment":
            one.append(node)
    yield from [_selector(group) for group in groups]


def _selector(nodes: Sequence[Any]) -> Sequence[tuple[_Compound, str]]:
    """Return the compounds from right to left, each with what stands between it and the one to its right."""
    found: list[tuple[_Compound, str]] = []
    compound: _Compound | None = None
    between = ""
    waiting = list(nodes)
    while waiting and waiting[-1].type == "whitespace":
        waiting.pop()
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        if node.type == "whitespace":
            between = between or " "
            continue
        if node.type == "literal" and node.value == "~":
            raise SvgError("de SVG gebruikt '~' in de stijl, en dat kan hier niet")
        if node.type == "literal" and node.value in (">", "+"):
            between = node.value
            continue
        if compound is None or between:
            if compound is None and between.strip():
                raise _InvalidError
            compound = _Compound()
            found.append((compound, between.strip() or " "))
            between = ""
        _add(compound, node, waiting)
    if compound is None or between.strip():
        raise _InvalidError
    # Each combinator belongs to the compound on its left.
    links = [link for _, link in found[1:]] + [""]
    return [(part, link) for (part, _), link in zip(found, links, strict=True)][::-1]


def _add(compound: _Compound, node: Any, waiting: list[Any]) -> None:
    match node.type:
        case "ident":
            compound.name = node.value
        case "hash":
            compound.ids.append(node.value)
        case "literal" if node.value == "*":
            pass
        case "literal" if node.value == "|":
            pass  # a namespace: there is one
        case "literal" if node.value == "." and waiting and waiting[-1].type == "ident":
            compound.classes.append(waiting.pop().value)
        case "literal" if node.value == ":" and waiting and waiting[-1].type == "ident":
            _pseudo(compound, waiting.pop().lower_value)
        case "literal" if node.value == ":":
            compound.never = True
            while waiting and waiting[-1].type in ("literal", "ident"):
                waiting.pop()
            if waiting and waiting[-1].type == "function":
                raise SvgError(f"de SVG gebruikt ':{waiting[-1].name}()' in de stijl, en dat kan hier niet")
        case "[] block":
            compound.attributes.append(_attribute(node.content))
        case _:
            raise _InvalidError


def _pseudo(compound: _Compound, name: str) -> None:
    if name == "root":
        compound.root = True
    elif name == "first-child":
        compound.first = True
    elif name in _NEVER:
        compound.never = True
    else:
        raise SvgError(f"de SVG gebruikt ':{name[:20]}' in de stijl, en dat kan hier niet")


def _attribute(nodes: Sequence[Any]) -> tuple[str, str, str]:
    parts = [node for node in nodes if node.type not in ("whitespace", "comment")]
    if not parts or parts[0].type != "ident":
        raise _InvalidError
    if len(parts) == 1:
        return parts[0].value, "", ""
    if len(parts) == 3 and parts[2].type in ("ident", "string") and parts[1].type == "literal":
        return parts[0].value, parts[1].value, parts[2].value
    raise _InvalidError


def _compares(owned: str, how: str, value: str) -> bool:
    match how:
        case "":
            return True
        case "=":
            return owned == value
        case "~=":
            return value in owned.split()
        case "^=":
            return bool(value) and owned.startswith(value)
        case "$=":
            return bool(value) and owned.endswith(value)
        case "*=":
            return bool(value) and value in owned
        case "|=":
            return owned == value or owned.startswith(f"{value}-")
    raise SvgError(f"de SVG gebruikt '[…{how[:3]}…]' in de stijl, en dat kan hier niet")


def _weight(parts: Sequence[tuple[_Compound, str]]) -> Specificity:
    ids = sum(len(part.ids) for part, _ in parts)
    classes = sum(len(part.classes) + len(part.attributes) + part.first + part.root for part, _ in parts)
    return ids, classes, sum(part.name != "*" for part, _ in parts)


def _fits(parts: Sequence[tuple[_Compound, str]], at: int, element: Element, known: set[tuple[int, Element]]) -> bool:
    """Tell whether `element`, and what is round it, are what `parts` from `at` on say; `known` are not."""
    if (at, element) in known or not parts[at][0].fits(element):
        return False
    if at + 1 == len(parts):
        return True
    # What ties this compound to the one on its left is kept with the latter.
    if any(_fits(parts, at + 1, other, known) for other in _others(parts[at + 1][1], element)):
        return True
    known.add((at, element))
    return False


def _others(link: str, element: Element) -> Iterator[Element]:
    """Yield the elements that the next compound may mean."""
    parent = element.parent
    if link in (" ", ">"):
        while parent is not None:
            yield parent
            parent = parent.parent if link == " " else None
    elif parent is not None and element.place:
        yield parent.children[element.place - 1]
