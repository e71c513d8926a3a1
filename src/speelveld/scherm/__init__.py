"""Frames → SVG for a browser: drawn as the PDF draws them, each text with the field that it is written in."""

from speelveld.scherm.drawing import Drawing, drawn_frame, drawn_page
from speelveld.scherm.fields import Shown, shown_fields
from speelveld.scherm.letters import Letters
from speelveld.scherm.pictures import as_data, for_a_browser
from speelveld.scherm.texts import Beyond

__all__ = [
    "Beyond",
    "Drawing",
    "Letters",
    "Shown",
    "as_data",
    "drawn_frame",
    "drawn_page",
    "for_a_browser",
    "shown_fields",
]
