"""Pictures that are drawn, not stored: streets, buildings, people and patterns, as paths with a tone for each.

A tone is the role of a colour; which colour that is, the theme says. Nothing here knows paper, letters or PDF.
"""

from speelveld.beeld import gebouwen, gevels, groen, haven, huizen, land
from speelveld.beeld.brush import COVER, LINE, OUTLINED, Lines, Piece
from speelveld.beeld.clothes import CLOTHES
from speelveld.beeld.landscapes import LANDSCHAPPEN, Landschap
from speelveld.beeld.looks import HAAR, HAARKLEUREN, SKINS, WORN, Look, look_of, spread
from speelveld.beeld.lucide import icon_names, icon_svg
from speelveld.beeld.modules import MODULES
from speelveld.beeld.pattern import SHAPES, draw_pattern
from speelveld.beeld.portrait import draw_portrait
from speelveld.beeld.street import draw_building, draw_street

# Importing these modules registers what they draw.
DRAWINGS = (gebouwen, gevels, groen, haven, huizen, land)

__all__ = [
    "CLOTHES",
    "COVER",
    "DRAWINGS",
    "HAAR",
    "HAARKLEUREN",
    "LANDSCHAPPEN",
    "LINE",
    "MODULES",
    "OUTLINED",
    "SHAPES",
    "SKINS",
    "WORN",
    "Landschap",
    "Lines",
    "Look",
    "Piece",
    "draw_building",
    "draw_pattern",
    "draw_portrait",
    "draw_street",
    "icon_names",
    "icon_svg",
    "look_of",
    "spread",
]
