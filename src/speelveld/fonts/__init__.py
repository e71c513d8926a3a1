"""The bytes of a font, of whatever kind → the same letters as TrueType that measures and draws alike; or why not.

fontTools is read here alone, and only where somebody has a font of their own.
"""

from speelveld.fonts.drawn import drawn_font
from speelveld.fonts.family import spare_of, tabular_of
from speelveld.fonts.opened import in_collection
from speelveld.fonts.refusal import FontError
from speelveld.fonts.result import DrawnFont

__all__ = ["DrawnFont", "FontError", "drawn_font", "in_collection", "spare_of", "tabular_of"]
