"""Trees, animals and what stands along a street: lamps, benches, a bus stop, a playground."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, ON, ROOF, Form, module


@module("boom", "green", (3.0, 4.2), (5.0, 7.0))
def boom(spot: Spot, form: Form) -> None:
    """A round tree."""
    middle, radius = form.width / 2, form.width / 2
    spot.rect(middle - 0.2, 0, 0.4, form.height - radius, "trunk", BACK)
    spot.circle(middle, form.height - radius, radius, "leaf", BODY)


@module("populier", "green", (1.8, 2.2), (7.0, 10.0))
def populier(spot: Spot, form: Form) -> None:
    """A slender tree."""
    middle, low = form.width / 2, 1.4
    spot.rect(middle - 0.18, 0, 0.36, low + 1, "trunk", BACK)
    spot.ellipse(middle, (form.height + low) / 2, form.width / 2, (form.height - low) / 2, "leaf", BODY)


@module("bolboom", "green", (2.4, 3.0), (4.4, 5.4))
def bolboom(spot: Spot, form: Form) -> None:
    """A small tree of three clouds."""
    width, height = form.width, form.height
    r = width * 0.3
    spot.rect(width / 2 - 0.17, 0, 0.34, height - 2 * r, "trunk", BACK)
    spot.circle(r, height - 2.2 * r, r, "leaf", BODY)
    spot.circle(width - r, height - 2.2 * r, r, "leaf", BODY + 0.1)
    spot.circle(width / 2, height - r, r, "leaf", BODY + 0.2)


@module("knotwilg", "green", (2.8, 3.4), (4.2, 5.0))
def knotwilg(spot: Spot, form: Form) -> None:
    """A pollard willow."""
    width, height = form.width, form.height
    middle, knot = width / 2, height * 0.5
    spot.polygon(((middle - 0.45, 0), (middle + 0.45, 0), (middle + 0.6, knot), (middle - 0.6, knot)), "trunk", BACK)
    for number in range(7):
        x = width * (number + 0.5) / 7
        drop = abs(number - 3) / 3
        spot.bar((middle + (x - middle) * 0.3, knot - 0.2), (x, height - drop * 1.1 - 0.1), 0.32, "leaf", BODY)


@module("lantaarn", "prop", (1.4, 1.4), (4.6, 5.0))
def lantaarn(spot: Spot, form: Form) -> None:
    """A street lamp."""
    height = form.height
    spot.rect(0.58, 0, 0.24, height - 0.9, "post", BODY)
    spot.polygon(((0.4, height - 0.9), (1.0, height - 0.9), (1.2, height - 0.25), (0.2, height - 0.25)), "accent", ON)
    spot.rect(0.1, height - 0.25, 1.2, 0.25, "post", ROOF)


@module("bank", "prop", (2.6, 2.8), (1.5, 1.6))
def bank(spot: Spot, form: Form) -> None:
    """A bench."""
    width = form.width
    spot.rect(0.3, 0, 0.25, 0.75, "post", BACK)
    spot.rect(width - 0.55, 0, 0.25, 0.75, "post", BACK)
    spot.rect(0, 0.7, width, 0.28, "accent", BODY)
    spot.rect(0, 1.15, width, 0.35, "accent", BODY)


@module("bushalte", "prop", (5.0, 5.4), (3.6, 4.2))
def bushalte(spot: Spot, form: Form) -> None:
    """A bus stop: a shelter with a bench, and its sign."""
    width = form.width
    spot.rect(0.2, 0, 0.25, 2.9, "post", BODY)
    spot.rect(3.3, 0, 0.25, 2.9, "post", BODY)
    spot.rect(0, 2.9, 3.8, 0.35, "roof", ROOF)
    spot.rect(0.9, 0.7, 2.0, 0.25, "accent", ON)
    spot.rect(width - 0.75, 0, 0.22, form.height - 1.2, "post", BODY)
    spot.rect(width - 1.25, form.height - 1.2, 1.2, 1.2, "accent", ROOF)


@module("hek", "prop", (3.6, 6.0), (1.2, 1.4))
def hek(spot: Spot, form: Form) -> None:
    """A fence."""
    width, height = form.width, form.height
    count = max(3, round(width / 0.9))
    for number in range(count):
        spot.rect(number * (width - 0.3) / (count - 1), 0, 0.3, height, "post", BODY)
    spot.rect(0, height * 0.6, width, 0.22, "post", ROOF)
    spot.rect(0, height * 0.25, width, 0.22, "post", ROOF)


@module("speeltuin", "low", (7.5, 9.0), (4.2, 4.8))
def speeltuin(spot: Spot, form: Form) -> None:
    """A playground: a slide and a swing."""
    width, height = form.width, form.height
    spot.rect(0.6, 0, 0.25, height - 1.2, "post", BODY)
    spot.rect(2.0, 0, 0.25, height - 1.2, "post", BODY)
    spot.polygon(((0.2, height - 1.2), (2.65, height - 1.2), (1.4, height)), "accent", ROOF)
    spot.bar((2.2, 2.4), (4.6, 0.3), 0.4, "white", ON)
    left, right = width - 3.2, width - 0.3
    spot.polygon(
        ((left, 0), (left + 0.25, 0), (left + 0.7, height - 0.5), (left + 0.45, height - 0.5)), "post", BODY, 0.25
    )
    spot.polygon(
        ((right, 0), (right - 0.25, 0), (right - 0.7, height - 0.5), (right - 0.45, height - 0.5)), "post", BODY, 0.25
    )
    spot.rect(left + 0.3, height - 0.75, right - left - 0.6, 0.25, "post", ROOF)
    middle = (left + right) / 2
    spot.rect(middle - 0.55, 1.2, 0.12, height - 1.9, "post", FINE)
    spot.rect(middle + 0.45, 1.2, 0.12, height - 1.9, "post", FINE)
    spot.rect(middle - 0.65, 1.0, 1.3, 0.25, "accent", FINE)


@module("muziektent", "low", (6.0, 7.0), (5.6, 6.2))
def muziektent(spot: Spot, form: Form) -> None:
    """A bandstand."""
    width, height = form.width, form.height
    spot.rect(0.5, 0, width - 1, 0.9, "wall", BODY)
    for x in (0.8, width * 0.36, width * 0.64 - 0.3, width - 1.1):
        spot.rect(x, 0.9, 0.3, 2.6, "white", BODY)
    spot.polygon(
        ((0, 3.5), (width, 3.5), (width / 2 + 0.25, height - 0.4), (width / 2 - 0.25, height - 0.4)), "roof", ROOF
    )
    spot.circle(width / 2, height - 0.3, 0.3, "accent", ON)


@module("schapen", "prop", (4.2, 5.0), (1.63, 1.7))
def schapen(spot: Spot, form: Form) -> None:
    """Two sheep."""
    for x in (0.52, form.width - 1.46):
        for leg in (x + 0.2, x + 0.9):
            spot.rect(leg, 0, 0.2, 0.7, "post", BACK)
        spot.ellipse(x + 0.65, 1.0, 0.8, 0.6, "white", BODY)
        spot.ellipse(x - 0.2, 1.25, 0.32, 0.38, "post", ON)
