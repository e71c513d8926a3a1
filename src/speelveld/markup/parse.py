"""Filled layout text → tree of elements; unknown elements and attributes are refused with file and line."""

import re
from difflib import get_close_matches
from xml.parsers import expat

from speelveld.errors import KitError, Problem, Source
from speelveld.markup.inline import author_runs
from speelveld.markup.node import Node, Origin, Piece
from speelveld.markup.sources import STAMP
from speelveld.markup.vocabulary import ALL, BLOCKS, INLINE, PARTS, ROOTS
from speelveld.tekst import CLOSE, MIDDLE, OPEN

_SPACE = re.compile(r"[ \t\r\n]+")
_AUTHOR = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{MIDDLE}]*){MIDDLE}([^{MIDDLE}]*){MIDDLE}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")


def parse(text: str, files: list[str]) -> Node:
    """Return the root element of a filled layout; `files` are the layouts by the number in their stamps.

    Raises:
        KitError: the text is no well-formed XML, or uses an element or attribute that does not exist.
    """
    return _Reader(files).read(text)


def plain(text: str) -> str:
    """Return `text` without the marks of its author: for attributes, where the place cannot be kept."""
    return _AUTHOR.sub(r"\5", text) if OPEN in text else text


class _Look:
    __slots__ = ("bold", "color", "italic", "lang", "style")

    def __init__(self, bold: bool, italic: bool, style: str | None, color: str | None, lang: str | None) -> None:
        self.bold, self.italic, self.style, self.color, self.lang = bold, italic, style, color, lang


_PLAIN = _Look(False, False, None, None, None)


class _Reader:
    def __init__(self, files: list[str]) -> None:
        self._files = files
        self._problems: list[Problem] = []
        self._stack: list[Node] = []
        self._looks: list[_Look] = []
        self._root: Node | None = None
        self._last = Source(files[0] if files else "layout")

    def read(self, text: str) -> Node:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(text, True)
        except expat.ExpatError as error:
            said = _SAID.get(expat.errors.codes.get(expat.ErrorString(error.code) or "", error.code), None)
            said = said or f"dit is geen goede XML ({expat.ErrorString(error.code)})"
            self._problems.append(Problem(said, self._last, "kijk bij of na dit element: is elk element gesloten?"))
        if self._problems or self._root is None:
            raise KitError(self._problems or [Problem("de layout is leeg", self._last)])
        return self._root

    def _doctype(self, *_: object) -> None:
        self._wrong("een DOCTYPE mag niet in een layout", self._last)

    def _wrong(self, message: str, source: Source, hint: str | None = None) -> None:
        self._problems.append(Problem(message, source, hint))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        stamp = attributes.pop(STAMP, None)
        if stamp is not None:
            number, line = stamp.split(":")
            self._last = Source(self._files[int(number)], int(line))
        source = self._last
        for key, value in attributes.items():
            if OPEN in value:
                attributes[key] = plain(value)
        self._check(name, attributes, source)
        if name in INLINE and self._stack:
            self._start_inline(name, attributes)
            return
        node = Node(name, attributes, source)
        if self._stack:
            self._stack[-1].children.append(node)
        elif name in ROOTS:
            self._root = node
        else:
            self._wrong(f"een layout begint met {_either(ROOTS)}, niet met <{name}>", source)
        self._stack.append(node)
        self._looks.append(_PLAIN)

    def _start_inline(self, name: str, attributes: dict[str, str]) -> None:
        look, parent = self._looks[-1], self._stack[-1]
        match name:
            case "br":
                parent.pieces.append(Piece("\n"))
            case "page-number" | "page-count":
                parent.pieces.append(Piece(PAGE_NUMBER if name == "page-number" else PAGE_COUNT, look.bold, look.italic, look.style, look.color))
            case _:
                look = _Look(
                    look.bold or name == "b",
                    look.italic or name == "i",
                    attributes.get("style", look.style),
                    attributes.get("color", look.color),
                    attributes.get("lang", look.lang),
                )
        self._looks.append(look)

    def _end(self, name: str) -> None:
        self._looks.pop()
        if name in INLINE:
            return
        node = self._stack.pop()
        if node.pieces:
            _tidy(node)
            if node.pieces and node.children:
                self._wrong(f"in <{name}> staan losse tekst en elementen door elkaar", node.source, "zet de tekst in een <text>")

    def _text(self, text: str) -> None:
        if not self._stack:
            return
        node = self._stack[-1]
        content = ALL[node.name].content if node.name in ALL else "text"
        if content not in ("text", "mixed"):
            if text.strip():
                self._wrong(f"in <{node.name}> kan geen losse tekst staan: {plain(text).strip()[:40]!r}", self._last, "zet de tekst in een <text>")
            return
        look, start = self._looks[-1], 0
        if OPEN in text:
            for match in _AUTHOR.finditer(text):
                if match.start() > start:
                    node.pieces.append(Piece(text[start : match.start()], look.bold, look.italic, look.style, look.color, look.lang))
                origin = Origin(Source(match[3], int(match[1]), int(match[2])), match[4])
                for run, bold, italic in author_runs(match[5], bold=look.bold, italic=look.italic):
                    node.pieces.append(Piece(run, bold, italic, look.style, look.color, look.lang, origin))
                start = match.end()
        if start < len(text):
            node.pieces.append(Piece(text[start:], look.bold, look.italic, look.style, look.color, look.lang))

    def _check(self, name: str, attributes: dict[str, str], source: Source) -> None:
        element = ALL.get(name)
        if element is None:
            near = get_close_matches(name, ALL, n=1)
            self._wrong(f"<{name}> is geen element van een layout", source, f"bedoelt u <{near[0]}>?" if near else f"kies uit: {', '.join(sorted(BLOCKS))}")
            return
        for key in attributes:
            if key not in element.attributes:
                near = get_close_matches(key, element.attributes, n=1)
                hint = f"bedoelt u {near[0]!r}?" if near else f"kies uit: {', '.join(sorted(element.attributes))}"
                self._wrong(f"<{name}> heeft geen kenmerk {key!r}", source, hint)
        for key in element.required - attributes.keys():
            self._wrong(f"<{name}> mist het kenmerk {key!r}", source, f'schrijf <{name} {key}="…">')
        if self._stack:
            parent = self._stack[-1]
            allowed = ALL[parent.name].content if parent.name in ALL else "boxes"
            if not _fits(name, parent.name, allowed):
                self._wrong(f"<{name}> kan niet in <{parent.name}> staan", source)


PAGE_NUMBER, PAGE_COUNT = "\ue003", "\ue004"


def _fits(name: str, parent: str, allowed: str) -> bool:
    if name in ROOTS:
        return False
    if name in PARTS:
        return parent == "document"
    if name in INLINE:
        return allowed in ("text", "mixed")
    match allowed:
        case "boxes" | "mixed":
            return name not in ("li", "tr", "th", "td")
        case "none" | "text":
            return False
        case _:
            return name in allowed.split()


def _either(names: dict[str, object] | object) -> str:
    return " of ".join(f"<{name}>" for name in names)  # type: ignore[attr-defined]


def _tidy(node: Node) -> None:
    """Fold white space as HTML does: runs become one space, none at the start, the end or beside a line break."""
    pieces: list[Piece] = []
    spaced = True
    for piece in node.pieces:
        if piece.text == "\n" and piece.origin is None:
            if pieces and pieces[-1].text.endswith(" "):
                pieces[-1] = _with_text(pieces[-1], pieces[-1].text[:-1])
            pieces.append(piece)
            spaced = True
            continue
        text = _SPACE.sub(" ", piece.text)
        if spaced and text.startswith(" "):
            text = text[1:]
        if text:
            spaced = text.endswith(" ")
            pieces.append(piece if text == piece.text else _with_text(piece, text))
    if pieces and pieces[-1].text.endswith(" "):
        pieces[-1] = _with_text(pieces[-1], pieces[-1].text[:-1])
    node.pieces = [piece for piece in pieces if piece.text]


def _with_text(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.bold, piece.italic, piece.style, piece.color, piece.lang, piece.origin)


_SAID = {
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]: "een element wordt niet, of door het verkeerde element, gesloten",
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: "de layout geeft geen enkel element",
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]: "hier staat een teken dat in XML niet kan, zoals een losse & of <",
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "een kenmerk staat twee keer in hetzelfde element",
    expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: "deze &…; bestaat niet; schrijf het teken zelf",
    expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "na het laatste element staat nog iets; er is één buitenste element",
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: "een element is niet afgemaakt: er mist een >",
}
