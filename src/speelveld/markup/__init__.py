"""Layouts in, trees of elements out; what an element looks like is not known here."""

from speelveld.markup.node import LINE_BREAK, PAGE_COUNT, PAGE_NUMBER, Inline, Link, Node, Piece
from speelveld.markup.render import Filled, Layouts
from speelveld.written.tekst import Origin

__all__ = [
    "LINE_BREAK",
    "PAGE_COUNT",
    "PAGE_NUMBER",
    "Filled",
    "Inline",
    "Layouts",
    "Link",
    "Node",
    "Origin",
    "Piece",
]
