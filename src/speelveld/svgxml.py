"""The bytes of an SVG → its elements, each with its line; nothing is fetched, and nothing grows without end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

MOST_BYTES = 8_000_000
# Drawing programs nest some twenty deep, and write some ten thousand elements for a map of the country.
MOST_DEEP = 120
MOST_ELEMENTS = 100_000
# Illustrator declares a dozen addresses by a short name; more than this is no shorthand.
_MOST_ENTITIES, _LONGEST_ENTITY = 100, 500

_SIMPLER = "vereenvoudig het logo, of gebruik een png"
_AGAIN = "bewaar het opnieuw als gewone SVG, of gebruik een png"


class SvgError(ValueError):
    """Something in an SVG that is not drawn; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str = "bewaar het logo als png") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(slots=True, eq=False)
class Element:
    """An element of SVG, by its name without a prefix; `href` is an attribute of it whoever's it was."""

    name: str
    attributes: dict[str, str]
    line: int
    parent: "Element | None" = field(default=None, repr=False)
    children: list["Element"] = field(default_factory=list)
    place: int = 0
    """How many come before it in its parent."""
    text: str = ""
    """The text in it, without that of its children."""

    def __iter__(self) -> Iterator["Element"]:
        """Yield the element and all that is in it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


def read_elements(data: bytes) -> Element:
    """Return the root of the SVG; what belongs to other languages than SVG is left out.

    Raises:
        SvgError: it is no SVG, it is damaged, or it asks for more than a logo needs.
    """
    if len(data) > MOST_BYTES:
        raise SvgError(f"de SVG is groter dan {MOST_BYTES // 1_000_000} MB", _SIMPLER)
    if data[:2] == b"\x1f\x8b":
        raise SvgError("de SVG is ingepakt (svgz)", "pak het bestand eerst uit, of gebruik een png")
    builder = _Builder(len(data))
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SvgError(f"de SVG is beschadigd op regel {error.lineno}", _AGAIN) from error
    except (LookupError, UnicodeError, ValueError) as error:
        if isinstance(error, SvgError):
            raise
        raise SvgError("de SVG staat in een schrift dat hier niet te lezen is", "bewaar het als UTF-8") from error
    if builder.root is None or builder.root.name != "svg":
        raise SvgError("het bestand is geen SVG", "bewaar het opnieuw, of gebruik een png")
    return builder.root


class _Builder:
    """Makes elements of what the parser meets."""

    def __init__(self, size: int) -> None:
        self.root: Element | None = None
        self._open: list[Element | None] = []
        self._count = self._entities = 0
        # Attributes and text together are never more than the file, unless entities make them so.
        self._room = 4 * size + 100_000
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._unknown
        parser.ExternalEntityRefHandler = self._elsewhere
        parser.ProcessingInstructionHandler = self._instruction

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self._count += 1
        if len(self._open) >= MOST_DEEP:
            raise SvgError(f"de SVG is op regel {line} te diep genest", _SIMPLER)
        if self._count > MOST_ELEMENTS:
            raise SvgError("de SVG heeft te veel onderdelen", _SIMPLER)
        self._use(sum(map(len, attributes.values())))
        space, _, local = name.rpartition(" ")
        parent = self._open[-1] if self._open else None
        foreign = space not in ("", SVG) or (bool(self._open) and parent is None)
        made = None
        if not foreign:
            made = Element(local, _plain(attributes), line, parent)
            if parent is not None:
                made.place = len(parent.children)
                parent.children.append(made)
        if not self._open:
            self.root = made
        self._open.append(made)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._use(len(text))
        if self._open and (element := self._open[-1]) is not None:
            element.text += text

    def _use(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise SvgError("de SVG maakt zichzelf veel groter dan het bestand", _AGAIN)

    def _declared(self, name: str, parameter: int, value: str | None, *_: object) -> None:
        self._entities += 1
        plain = value is not None and not parameter and len(value) <= _LONGEST_ENTITY and not set(value) & set("<&%")
        # One that lies elsewhere is never fetched; it is only wrong to use it.
        if (value is not None and not plain) or self._entities > _MOST_ENTITIES:
            raise SvgError(
                f"de SVG gebruikt een samengestelde entiteit ({name[:30]!r}) op regel {self.parser.CurrentLineNumber}",
                "bewaar het logo als SVG 1.1 zonder entiteiten, of als png",
            )

    def _unknown(self, name: str, *_: object) -> None:
        line = self.parser.CurrentLineNumber
        raise SvgError(f"de SVG gebruikt op regel {line} een onbekende entiteit ({str(name)[:30]!r})", _AGAIN)

    def _elsewhere(self, _: str | None, __: str | None, system: str | None, ___: str | None) -> int:
        line = self.parser.CurrentLineNumber
        raise SvgError(f"de SVG verwijst op regel {line} naar een ander bestand ({str(system)[:40]!r})", _AGAIN)

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            line = self.parser.CurrentLineNumber
            raise SvgError(f"de SVG haalt op regel {line} zijn stijl uit een ander bestand", _AGAIN)


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes by their own names; those of other languages are left out, but for `href` of XLink."""
    found = {name: value for name, value in attributes.items() if " " not in name}
    link = attributes.get(f"{XLINK} href")
    if link is not None:
        found.setdefault("href", link)
    return found
