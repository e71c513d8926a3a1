"""Frames on pages → PDF bytes; the only place that knows ReportLab and pikepdf."""

from speelveld.pdf.document import make_pdf
from speelveld.pdf.finish import Facts
from speelveld.pdf.structure import Element, Marked, Structure
from speelveld.pdf.surface import Surface

__all__ = ["Element", "Facts", "Marked", "Structure", "Surface", "make_pdf"]
