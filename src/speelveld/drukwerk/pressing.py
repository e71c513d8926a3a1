"""A print job for a print shop → what its file is made for."""

from speelveld.drukwerk.profile import profile_name
from speelveld.inks import Inks
from speelveld.pdf import Boxes, Pressed
from speelveld.press import Page, Print


def pressed_for(print_: Print) -> Pressed | None:
    """Return what the file of `print_` is made for; None: for an office printer."""
    shop = print_.shop
    if shop is None:
        return None
    boxes = [_boxes(page) for page in print_.pages]
    name = profile_name(shop.profile)
    return Pressed(shop.standard, shop.profile, shop.condition, name, Inks(shop.profile, shop.ink), boxes)


def _boxes(page: Page) -> Boxes:
    assert page.trim is not None
    assert page.bleed is not None
    return Boxes(page.trim, page.bleed)
