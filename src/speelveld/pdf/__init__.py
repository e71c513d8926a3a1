"""Frames on pages → PDF bytes; the only place that knows ReportLab and pikepdf."""

from speelveld.pdf.document import make_pdf
from speelveld.pdf.metadata import Duplex, Facts
from speelveld.pdf.surface import Surface

__all__ = ["Duplex", "Facts", "Surface", "make_pdf"]
