"""A print job for a print shop → what its file is made for."""

from pathlib import Path

from speelveld.inks import Inks
from speelveld.pages import Page, Print
from speelveld.pdf import Boxes, Pressed
from speelveld.profiles.drukker.frames import pictures
from speelveld.profiles.drukker.icc import profile_name
from speelveld.profiles.drukker.shop import PrintShop


def pressed_for(print_: Print, shop: PrintShop) -> Pressed:
    """Return what the file of `print_` is made for."""
    boxes = [_boxes(page) for page in print_.pages]
    name = profile_name(shop.profile)
    inks = Inks(shop.profile, shop.ink)
    return Pressed(shop.standard, shop.profile, shop.condition, name, inks, boxes, _widths(print_))


def _widths(print_: Print) -> dict[Path, float]:
    """Return how wide each picture is drawn at most."""
    widths: dict[Path, float] = {}
    for page in print_.pages:
        for laid in page.laid:
            scale = laid.box.width / laid.frame.size.width
            for picture in pictures(laid.frame):
                widths[picture.path] = max(picture.box.width * scale, widths.get(picture.path, 0.0))
    return widths


def _boxes(page: Page) -> Boxes:
    assert page.trim is not None
    assert page.bleed is not None
    return Boxes(page.trim, page.bleed)
