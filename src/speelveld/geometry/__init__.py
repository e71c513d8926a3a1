"""Boxes, paths and where they go: in points, from the top left, y downwards; nothing here knows PDF or SVG."""

from speelveld.geometry.boxes import Edges, Rect, Size
from speelveld.geometry.matrix import HERE, Matrix
from speelveld.geometry.outlines import ellipse, rounded
from speelveld.geometry.path import NO_PATH, TAKES, Path, Pen
from speelveld.geometry.point import Point

__all__ = ["HERE", "NO_PATH", "TAKES", "Edges", "Matrix", "Path", "Pen", "Point", "Rect", "Size", "ellipse", "rounded"]
