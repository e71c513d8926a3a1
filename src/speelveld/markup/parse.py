"""Filled layout text → tree of elements; everything that is wrong with the elements is found in one go."""

import re
from collections.abc import Sequence
from xml.parsers import expat

from speelveld.errors import KitError, Problem, Source
from speelveld.markup.check import check
from speelveld.markup.inline import author_runs, plain
from speelveld.markup.messages import NOT_CLOSED, of_xml
from speelveld.markup.node import LINE_BREAK, PAGE_COUNT, PAGE_NUMBER, PLAIN, Inline, Node, Piece, inline
from speelveld.markup.sources import STAMP
from speelveld.markup.vocabulary import ALL, INLINE, ROOTS, TEXTED
from speelveld.tekst import OPEN, stretches

# Deeper than any layout needs, and shallow enough for whoever walks the tree.
DEEPEST = 40
MOST_PROBLEMS = 50

_STAMPS = re.compile(rb"<[\w.-]+ " + STAMP.encode() + rb'="(\d+:\d+)"')
_SPACE = re.compile(r"[ \t\r\n]+")
_SIGNS = {"br": LINE_BREAK, "page-number": PAGE_NUMBER, "page-count": PAGE_COUNT}


def parse(text: str, files: Sequence[str]) -> Node:
    """Return the root element of a filled layout; `files` are the layouts by the number in their stamps.

    Raises:
        KitError: the text is no well-formed XML, or uses an element or attribute that does not exist.
    """
    return _Reader(files).read(text)


class _Reader:
    def __init__(self, files: Sequence[str]) -> None:
        self._files = files
        self._places: dict[str, Source] = {}
        self._problems: list[Problem] = []
        self._open: list[str] = []
        self._starts: list[Source] = []
        self._nodes: list[Node] = []
        self._looks: list[Inline] = []
        self._takes_text = False
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
            self._problems.append(self._broken(error, text.encode(), parser.ErrorByteIndex))
        if self._problems or self._root is None:
            raise KitError(dict.fromkeys(self._problems or [Problem("de layout is leeg", self._last)]))
        return self._root

    def _broken(self, error: expat.ExpatError, text: bytes, index: int) -> Problem:
        if self._open and error.code in NOT_CLOSED:
            name = self._open[-1]
            way = f"<{name}/>" if not ALL.get(name) or ALL[name].content == "none" else f"<{name}>…</{name}>"
            return Problem(f"<{name}> wordt niet, of door iets anders, gesloten", self._starts[-1], f"schrijf {way}")
        # The element that is being read has not started yet, but its stamp stands in it already.
        stamps = _STAMPS.findall(text, 0, max(index, text.find(b">", index)))
        source = self._stamped(stamps[-1].decode()) if stamps else self._last
        message = of_xml(error.code, expat.ErrorString(error.code) or "")
        return Problem(message, source, "kijk bij of na dit element" if stamps else None)

    def _stop(self, problem: Problem) -> None:
        raise KitError(dict.fromkeys([*self._problems, problem]))

    def _doctype(self, *_: object) -> None:
        # Entities can blow a text up without end, so reading stops here.
        self._stop(Problem("een DOCTYPE mag niet in een layout", self._last))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        stamp = attributes.pop(STAMP, None)
        source = self._last if stamp is None else self._places.get(stamp) or self._stamped(stamp)
        self._last = source
        for key, value in attributes.items():
            if OPEN in value:
                attributes[key] = plain(value)
        parents = self._open
        self._problems += check(name, attributes, source, parents)
        if not parents and name not in ROOTS:
            self._stop(Problem(f"een layout begint met <card> of <document>, niet met <{name}>", source))
        if len(parents) >= DEEPEST:
            self._stop(Problem(f"de elementen staan meer dan {DEEPEST} diep in elkaar", source))
        if len(self._problems) > MOST_PROBLEMS:
            self._stop(Problem("er is nog meer mis; los eerst dit op", source))
        self._starts.append(source)
        if name in INLINE:
            self._start_inline(name, attributes)
        else:
            node = Node(name, attributes, source, [], [])
            if parents:
                self._nodes[-1].children.append(node)
            else:
                self._root = node
            self._nodes.append(node)
            self._looks.append(PLAIN)
            self._takes_text = name in TEXTED or name not in ALL
        parents.append(name)

    def _stamped(self, stamp: str) -> Source:
        number, line = stamp.split(":")
        found = self._places[stamp] = Source(self._files[int(number)], int(line))
        return found

    def _start_inline(self, name: str, attributes: dict[str, str]) -> None:
        look = self._looks[-1]
        if name in _SIGNS:
            self._nodes[-1].pieces.append(Piece(_SIGNS[name], look))
        else:
            own = (attributes.get(key, getattr(look, key)) for key in ("style", "color", "lang"))
            look = inline(look.bold or name == "b", look.italic or name == "i", *own)
        self._looks.append(look)

    def _end(self, name: str) -> None:
        self._open.pop()
        self._starts.pop()
        self._looks.pop()
        if name in INLINE:
            return
        node = self._nodes.pop()
        if node.pieces:
            _fold(node)
            if node.pieces and node.children:
                message = f"in <{name}> staan losse tekst en elementen door elkaar"
                self._problems.append(Problem(message, node.source, "zet de tekst in een <text>"))
        parent = self._open[-1] if self._open else name
        self._takes_text = parent in TEXTED or parent not in ALL

    def _text(self, text: str) -> None:
        if not self._takes_text:
            if not text.isspace():
                shown = plain(text)[:40]
                message = f"in <{self._open[-1]}> kan geen losse tekst staan: {shown!r}"
                self._problems.append(Problem(message, self._last, "zet de tekst in een <text>"))
            return
        pieces, look = self._nodes[-1].pieces, self._looks[-1]
        if OPEN not in text:
            pieces.append(Piece(text, look))
            return
        for stretch, origin in stretches(text):
            if origin is None:
                pieces.append(Piece(stretch, look))
                continue
            for run, bold, italic in author_runs(stretch, bold=look.bold, italic=look.italic):
                own = look
                if bold is not look.bold or italic is not look.italic:
                    own = inline(bold, italic, look.style, look.color, look.lang)
                pieces.append(Piece(run, own, origin))


def _fold(node: Node) -> None:
    """Fold white space as HTML does: runs become one space, none at the start, the end or beside a line break."""
    pieces: list[Piece] = []
    spaced = True
    for piece in node.pieces:
        if piece.text == LINE_BREAK:
            _strip_end(pieces)
            pieces.append(piece)
            spaced = True
            continue
        text = piece.text
        if "\n" in text or "  " in text or "\t" in text:
            text = _SPACE.sub(" ", text)
        if spaced and text[:1] == " ":
            text = text[1:]
        if text:
            spaced = text[-1] == " "
            piece.text = text
            pieces.append(piece)
    _strip_end(pieces)
    node.pieces = pieces


def _strip_end(pieces: list[Piece]) -> None:
    if pieces and pieces[-1].text[-1:] == " ":
        pieces[-1].text = pieces[-1].text[:-1]
        if not pieces[-1].text:
            pieces.pop()
