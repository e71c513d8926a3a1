"""Frames on pages → PDF bytes; the only place that knows ReportLab and pikepdf."""

from speelveld.pdf.document import make_pdf
from speelveld.pdf.metadata import DuplexPreference, Facts
from speelveld.pdf.pressed import Boxes, Pressed
from speelveld.pdf.surface import Surface

__all__ = ["Boxes", "DuplexPreference", "Facts", "Pressed", "Surface", "make_pdf"]
