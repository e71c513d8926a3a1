"""Filled layout text → tree of elements; everything that is wrong with the elements is found in one go."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree

from speelveld.errors import KitError, Problem, Source
from speelveld.markup.broken import why_broken
from speelveld.markup.check import check
from speelveld.markup.inline import address, author_pieces, plain
from speelveld.markup.node import LINE_BREAK, PAGE_COUNT, PAGE_NUMBER, PLAIN, Inline, Link, Node, Piece, inline
from speelveld.markup.sources import STAMP, Stamps
from speelveld.markup.swapping import Swapper
from speelveld.markup.vocabulary import ALL, INLINE, ROOTS, TEXTED
from speelveld.written.tekst import OPEN, SWAPPED, stretches

# Deeper than any layout needs, and shallow enough for whoever walks the tree.
DEEPEST = 40
MOST_PROBLEMS = 50

_SPACE = re.compile(r"[ \t\r\n]+")
_SIGNS = {"br": LINE_BREAK, "page-number": PAGE_NUMBER, "page-count": PAGE_COUNT}


def parse(
    text: str,
    layout: Source,
    stamps: Stamps,
    swapper: Swapper | None = None,
    languages: Mapping[str, str] = MappingProxyType({}),
) -> Node:
    """Return the root element of the filled `layout`; `stamps` knows the places of its elements, `swapper` other words.

    `languages` are those of the texts of some files, by the name of the file; others are in that of the layout.

    Raises:
        KitError: the text is no well-formed XML, or uses an element or attribute that does not exist.
    """
    # Entities can blow a text up without end; an author's '<' arrives as a number, so this one is the layout's.
    if "<!DOCTYPE" in text:
        raise KitError([Problem("een DOCTYPE mag niet in een layout", layout)])
    try:
        root = ElementTree.fromstring(text)
    except UnicodeEncodeError as error:
        message = f"het teken {error.object[error.start]!a} bestaat niet"
        raise KitError([Problem(message, layout, "haal het weg uit de layout")]) from error
    except ElementTree.ParseError as error:
        raise KitError([why_broken(text, layout, stamps)]) from error
    node = _Reader(layout, stamps, swapper, languages).read(root)
    if swapper:
        swapper.swap(node)
    return node


class _Reader:
    def __init__(self, layout: Source, stamps: Stamps, swapper: Swapper | None, languages: Mapping[str, str]) -> None:
        self._stamps = stamps
        self._swapper = swapper
        self._languages = languages
        self._problems: list[Problem] = []
        self._open: list[str] = []
        self._last = layout

    def read(self, root: ElementTree.Element) -> Node:
        if root.tag not in ROOTS:
            source = self._place(root.attrib)
            self._stop(Problem(f"een layout begint met <card> of <document>, niet met <{root.tag}>", source))
        node = self._node(root)
        if self._problems:
            raise KitError(dict.fromkeys(self._problems))
        return node

    def _stop(self, problem: Problem) -> None:
        raise KitError(dict.fromkeys([*self._problems, problem]))

    def _place(self, attributes: dict[str, str]) -> Source:
        stamp = attributes.pop(STAMP, None)
        if stamp is not None:
            self._last = self._stamps[stamp]
        return self._last

    def _begin(self, element: ElementTree.Element) -> Source:
        """Check `element` and return its place; what is in it can be read now."""
        name, attributes = element.tag, element.attrib
        source = self._place(attributes)
        for key, value in attributes.items():
            text = self._swapper.attribute(key, value) if self._swapper else value
            if OPEN in value and key != "href":
                text = plain(text)
            attributes[key] = text
        self._problems += check(name, attributes, source, self._open)
        if len(self._open) >= DEEPEST:
            self._stop(Problem(f"de elementen staan meer dan {DEEPEST} diep in elkaar", source))
        if len(self._problems) > MOST_PROBLEMS:
            self._stop(Problem("er is nog meer mis; los eerst dit op", source))
        self._open.append(name)
        return source

    def _node(self, element: ElementTree.Element) -> Node:
        source = self._begin(element)
        name = element.tag
        node = Node(name, element.attrib, source, [], [])
        self._inside(element, node, PLAIN, takes_text=name in TEXTED or name not in ALL)
        if node.pieces:
            _fold(node)
            if node.pieces and node.children:
                message = f"in <{name}> staan losse tekst en elementen door elkaar"
                self._problems.append(Problem(message, source, "zet de tekst in een <text>"))
        return node

    def _inside(self, element: ElementTree.Element, node: Node, look: Inline, *, takes_text: bool) -> None:
        """Read what is in `element` into `node`: the element's own, or the one around it that holds its text."""
        if element.text:
            self._text(element.text, node, look, takes_text)
        for child in element:
            if child.tag in INLINE:
                self._inline(child, node, look, takes_text)
            else:
                node.children.append(self._node(child))
            if child.tail:
                self._text(child.tail, node, look, takes_text)
        self._open.pop()

    def _inline(self, element: ElementTree.Element, node: Node, look: Inline, takes_text: bool) -> None:
        source = self._begin(element)
        name, attributes = element.tag, element.attrib
        if name in _SIGNS:
            node.pieces.append(Piece(_SIGNS[name], look))
        else:
            style, color, lang = (attributes.get(key, getattr(look, key)) for key in ("style", "color", "lang"))
            link = Link(*address(attributes, source)) if name == "a" else look.link
            look = inline(look.bold or name == "b", look.italic or name == "i", style, color, lang, link)
        before = len(node.pieces)
        self._inside(element, node, look, takes_text=takes_text)
        if name == "a" and not any(piece.text.strip() for piece in node.pieces[before:]):
            self._problems.append(Problem("deze link heeft geen tekst", source, 'schrijf <a href="…">waarheen</a>'))

    def _text(self, text: str, node: Node, look: Inline, takes_text: bool) -> None:
        if not takes_text:
            if not text.isspace():
                message = f"in <{node.name}> kan geen losse tekst staan: {plain(text)[:40]!r}"
                self._problems.append(Problem(message, self._last, "zet de tekst in een <text>"))
            return
        if OPEN not in text:
            node.pieces.append(Piece(text, look))
            return
        for stretch, origin in stretches(text):
            if origin is None:
                node.pieces.append(Piece(stretch, look))
                continue
            lang = look.lang
            if lang is None and not origin.field.startswith(SWAPPED):
                lang = self._languages.get(origin.source.name)
            for run, bold, italic, said in author_pieces(stretch, bold=look.bold, italic=look.italic, lang=lang):
                own = look
                if bold is not look.bold or italic is not look.italic or said != look.lang:
                    own = inline(bold, italic, look.style, look.color, said, look.link)
                node.pieces.append(Piece(run, own, origin))


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
