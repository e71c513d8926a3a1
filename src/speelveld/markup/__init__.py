"""Layouts in, trees of elements out; what an element looks like is not known here."""

from speelveld.markup.node import Node, Origin, Piece
from speelveld.markup.parse import PAGE_COUNT, PAGE_NUMBER
from speelveld.markup.render import Layouts

__all__ = ["PAGE_COUNT", "PAGE_NUMBER", "Layouts", "Node", "Origin", "Piece"]
