"""What someone wears on a portrait, in the colour of the group, with a lighter tint of it and a shirt."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from speelveld.beeld.brush import Spot
from speelveld.beeld.portrait_layers import NECK, OVER_NECK, WORN


def draw_clothes(spot: Spot, kind: str, *, bearded: bool = False) -> None:
    """Draw one kind of dress on a body; below a beard a shirt is seen in a low neck."""
    _KINDS[kind](replace(spot, tones={"shade": "cloth"}) if bearded else spot)


def _plain(spot: Spot) -> None:
    """Draw a round collar."""
    points = (
        (40.5, 34.5),
        (43.2, 34.5),
        *((43.2, 24.5), (56.8, 24.5), (56.8, 34.5)),
        (59.5, 34.5),
        *((59.5, 20.5), (40.5, 20.5), (40.5, 34.5)),
    )
    spot.curve("mlclch", points, "tint", OVER_NECK, 2.6)


def _v_neck(spot: Spot) -> None:
    spot.polygon(((42.6, 34), (57.4, 34), (50, 17)), "shade", NECK - 0.5, 10)


def _shirt(spot: Spot) -> None:
    """Draw a shirt with a collar, and its buttons."""
    for sign in (-1, 1):
        collar = ((50 + sign * 7.4, 36), (50, 25), (50 + sign * 5.5, 19), (50 + sign * 12.5, 31))
        spot.polygon(collar, "cloth", OVER_NECK, 5)
    if not spot.in_lines:
        spot.circle(50, 15, 1.3, "tint", WORN)
        spot.circle(50, 7, 1.3, "tint", WORN)


def _jacket(spot: Spot) -> None:
    """Draw a jacket over a shirt."""
    spot.polygon(((41, 34), (59, 34), (50, 2)), "cloth", WORN, 10)
    for sign in (-1, 1):
        lapel = ((50 + sign * 8, 35), (50 + sign * 14, 31.5), (50 + sign * 13, 22), (50 + sign * 9.6, 21), (50, 2))
        spot.polygon(lapel, "tint", WORN + 0.1 * (2 + sign), 4)


def _tie(spot: Spot) -> None:
    """Draw a jacket with a tie."""
    _jacket(spot)
    knot = ((47.4, 26.5), (52.6, 26.5), (51.4, 22.5), (53, 10), (50, 4), (47, 10), (48.6, 22.5))
    spot.polygon(knot, "body", NECK + 0.5, 4)


def _hoodie(spot: Spot) -> None:
    """Draw a sweater with a hood behind the neck, and its strings."""
    hood = (
        (31, 30),
        *((31, 45), (40, 46), (50, 46)),
        *((60, 46), (69, 45), (69, 30)),
        *((62, 20), (38, 20), (31, 30)),
    )
    spot.curve("mccch", hood, "tint", WORN, 10)
    for x in (44, 54.4):
        spot.rect(x, 12, 1.6, 13, "cloth", OVER_NECK)


def _scarf(spot: Spot) -> None:
    """Draw a scarf round the neck, with one end down."""
    spot.polygon(((53, 30), (61, 29), (63, 9), (55, 9)), "cloth", OVER_NECK, 7)
    loop = (
        (38.5, 37),
        *((38, 30), (42, 24.5), (50, 24.5)),
        *((58, 24.5), (62, 30), (61.5, 37)),
        *((57, 32.5), (43, 32.5), (38.5, 37)),
    )
    spot.curve("mccch", loop, "cloth", OVER_NECK + 0.1, 7)


def _turtle_neck(spot: Spot) -> None:
    spot.taper(50, (27, 20), (40, 15.5), "tint", OVER_NECK)


def _dungarees(spot: Spot) -> None:
    """Draw a bib and its straps over a shirt."""
    spot.polygon(((36, 0.6), (64, 0.6), (64, 15), (36, 15)), "tint", WORN, 10)
    for sign in (-1, 1):
        x = 50 + sign * 12
        spot.polygon(
            ((x - 2.4, 14), (x + 2.4, 14), (x + 2.4 + sign * 3, 30.5), (x - 2.4 + sign * 3, 31.5)),
            "tint",
            WORN + 0.1,
            4,
        )
        if not spot.in_lines:
            spot.circle(x, 13, 1.5, "cloth", WORN + 0.2)


_KINDS: Mapping[str, Callable[[Spot], None]] = {
    "rond": _plain,
    "v-hals": _v_neck,
    "overhemd": _shirt,
    "jasje": _jacket,
    "das": _tie,
    "capuchon": _hoodie,
    "sjaal": _scarf,
    "coltrui": _turtle_neck,
    "tuinbroek": _dungarees,
}
PLAIN = "rond"
CLOTHES = tuple(_KINDS)
"""The kinds of dress."""
ANYONE = (PLAIN, "v-hals", "overhemd", "jasje", "sjaal", "coltrui")
"""Dress that says little of what someone does: the rest is worn where an author says so."""
