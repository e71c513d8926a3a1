"""The files for a print shop → the list of what to order: each file with its size, paper, sides and number."""

from collections.abc import Sequence
from typing import Any

from speelveld.pages import Print
from speelveld.profiles.drukker.checklist import shop_data, sides_of, trim_of
from speelveld.profiles.drukker.shop import PrintShop
from speelveld.profiles.profile import Letter

LAYOUT = "bestellijst.xml.j2"


def order_list(prints: Sequence[Print], shop: PrintShop) -> Letter:
    """Return the paper that says what to order of `prints`."""
    rows = [_row(print_, shop) for print_ in prints]
    data = {"bestelling": rows, "drukker": shop_data(shop)}
    return Letter("bestellijst", "Bestellijst", LAYOUT, "00-bestellijst.pdf", "a4", "80 gram", data)


def _row(print_: Print, shop: PrintShop) -> dict[str, Any]:
    part = print_.parts[0]
    return {
        "bestand": print_.bestand,
        "titel": print_.titel,
        "onderdeel": part.naam,
        "kaarten": part.cards > 0,
        "maat": trim_of(print_),
        "papier": print_.weight,
        "dubbel": print_.two_sided,
        "kanten": sides_of(shop, print_),
        "bladzijden": len(print_.pages),
        "stuks": print_.sheets,
        "sets": print_.copies,
    }
