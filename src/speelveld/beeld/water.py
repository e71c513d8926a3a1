"""What stands on a quay and lies in the water: warehouses, cranes, ships, bridges."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, FRONT, FRONT_ON, ON, ROOF, Form, module
from speelveld.beeld.parts import places, windows


@module("pakhuis", "house", (6.0, 7.4), (10.0, 13.0))
def pakhuis(spot: Spot, form: Form) -> None:
    """A warehouse with a hatch on each floor and a beam to hoist by."""
    width, height = form.width, form.height
    eaves, top = height - 2.6, 1.6
    middle = width / 2
    body = (
        (0, 0),
        (width, 0),
        (width, eaves),
        (middle + top / 2, height - 0.8),
        (middle + top / 2, height),
        (middle - top / 2, height),
        (middle - top / 2, height - 0.8),
        (0, eaves),
    )
    spot.polygon(body, "wall", BODY)
    spot.arch(middle - 0.8, 0, 1.6, 2.3, "glass", ON)
    y = 2.9
    while y + 1.5 < eaves + 0.9:
        spot.rect(middle - 0.55, y, 1.1, 1.45, "accent", ON)
        if y + 1.3 < eaves:
            windows(spot, [0.8, width - 1.6], [y + 0.1], round_top=True)
        y += 2.4
    windows(spot, [0.8, width - 1.6], [0.75], round_top=True)


@module("kraan", "landmark", (10.0, 12.0), (13.0, 15.5))
def kraan(spot: Spot, form: Form) -> None:
    """A harbour crane on its legs, with its arm out."""
    width, height = form.width, form.height
    deck = 5.0
    spot.polygon(((0.3, 0), (0.9, 0), (1.8, deck), (1.2, deck)), "roof", BACK, 0.5)
    spot.polygon(((5.5, 0), (4.9, 0), (4.0, deck), (4.6, deck)), "roof", BACK, 0.5)
    spot.rect(0.9, deck, 4.0, 0.7, "roof", BODY)
    spot.rect(1.3, deck + 0.7, 3.2, 2.4, "accent", BODY)
    windows(spot, [3.1], [deck + 1.5], wide=1.0, high=1.0)
    spot.bar((2.6, deck + 3.0), (width - 0.4, height - 0.3), 0.55, "roof", BACK)
    spot.bar((2.2, deck + 3.0), (3.4, height - 1.6), 0.4, "roof", BACK)
    spot.bar((3.3, height - 1.6), (width - 0.4, height - 0.3), 0.18, "roof", BACK)
    spot.rect(width - 0.6, 5.4, 0.16, height - 5.8, "white", BACK)
    spot.rect(width - 1.0, 4.6, 1.0, 0.9, "accent", BODY)


@module("schip", "water", (13.0, 16.0), (6.4, 7.4))
def schip(spot: Spot, form: Form) -> None:
    """A ship with containers on its deck."""
    width, height = form.width, form.height
    deck = 2.4
    spot.polygon(((0, deck), (width, deck), (width - 1.4, 0), (1.0, 0)), "roof", FRONT, 2.0)
    spot.rect(0.8, deck, 2.6, height - deck - 0.6, "white", BODY)
    spot.rect(0.5, height - 1.0, 3.2, 0.5, "roof", ROOF)
    spot.rect(1.7, height - 0.5, 0.9, 0.5, "accent", ROOF)
    windows(spot, [1.2, 2.2], [deck + 1.9], wide=0.7, high=0.8)
    xs = places(3.8, width - 1.0, 4, 2.0)
    for number, x in enumerate(xs):
        for level in range(form.dice.pick((1, 2, 2, 3))):
            tone = ("accent", "wall1", "wall2", "wall3")[(number + level) % 4]
            spot.rect(x, deck + level * 1.2, 2.0, 1.1, tone, BODY)
    spot.rect(0.55, deck - 0.75, width - 1.1, 0.3, "white", FRONT_ON)


@module("vuurtoren", "landmark", (4.0, 4.6), (13.0, 15.5))
def vuurtoren(spot: Spot, form: Form) -> None:
    """A lighthouse with bands."""
    width, height = form.width, form.height
    middle, top = width / 2, height - 3.2

    def half(y: float) -> float:
        return width / 2 - 0.2 - (width / 2 - 1.3) * y / top

    for number in range(5):
        low, high = top * number / 5, top * (number + 1) / 5
        corners = (
            (middle - half(low), low),
            (middle + half(low), low),
            (middle + half(high), high),
            (middle - half(high), high),
        )
        spot.polygon(corners, ("white", "accent")[number % 2], BODY)
    spot.rect(middle - 1.6, top, 3.2, 0.45, "roof", ROOF)
    spot.rect(middle - 0.8, top + 0.45, 1.6, 1.4, "white", BODY)
    spot.polygon(((middle - 1.1, top + 1.85), (middle + 1.1, top + 1.85), (middle, height)), "roof", ROOF)
    spot.arch(middle - 0.5, 0, 1.0, 1.8, "glass", ON)
    spot.rect(middle - 0.4, top + 0.7, 0.8, 0.8, "glass", ON)


@module("silo", "low", (6.0, 7.5), (9.0, 11.5))
def silo(spot: Spot, form: Form) -> None:
    """Silos beside one another."""
    width, height = form.width, form.height
    count = 3
    each = width / count
    for number in range(count):
        spot.arch(number * each + 0.1, 0, each - 0.2, height - number % 2 * 0.8, ("wall", "trim", "wall")[number], BODY)
        spot.rect(number * each + 0.1, height * 0.62, each - 0.2, 0.35, "glass", ON)
    spot.rect(width / 2 - 0.5, 0, 1.0, 1.8, "accent", FINE)


@module("loods", "low", (9.0, 12.0), (4.8, 5.8))
def loods(spot: Spot, form: Form) -> None:
    """A shed with a saw-tooth roof."""
    width, height = form.width, form.height
    eaves = height - 1.7
    count = max(3, round(width / 3))
    each = width / count
    teeth = [(number * each + dx, y) for number in range(count) for dx, y in ((0.0, height), (each, eaves))]
    spot.polygon(((0, 0), *teeth, (width, 0)), "wall", BODY)
    for x in places(0, width, 2, 2.4):
        spot.rect(x, 0, 2.4, 2.3, "glass", ON)
    for number in range(count):
        spot.polygon(
            (
                (number * each + 0.25, height - 0.55),
                (number * each + each * 0.5, height - 0.95),
                (number * each + each * 0.5, eaves + 0.1),
                (number * each + 0.25, eaves + 0.1),
            ),
            "glass",
            ON,
        )


@module("brug", "water", (9.0, 11.0), (2.6, 3.2))
def brug(spot: Spot, form: Form) -> None:
    """A stone bridge over a canal."""
    width, rise = form.width, form.height - 0.9
    k = 0.55
    arch = width / 2 - 2.0
    middle = width / 2
    points = (
        (0, 0),
        *((width * 0.25, rise * 1.3), (width * 0.75, rise * 1.3), (width, 0)),
        (middle + arch, 0),
        *((middle + arch, rise * k * 1.1), (middle + arch * k, rise * 0.72), (middle, rise * 0.72)),
        *((middle - arch * k, rise * 0.72), (middle - arch, rise * k * 1.1), (middle - arch, 0)),
    )
    spot.curve("mclcch", points, "wall", BODY)
    for number in range(1, 8):
        x = width * number / 8
        share = number / 8
        y = 3 * rise * 1.3 * share * (1 - share)
        spot.rect(x - 0.1, y - 0.05, 0.2, 0.75, "trim", FINE)


@module("zeilboot", "water", (4.6, 5.4), (6.4, 7.6))
def zeilboot(spot: Spot, form: Form) -> None:
    """A sailing boat."""
    width, height = form.width, form.height
    spot.polygon(((0, 1.2), (width, 1.2), (width - 0.9, 0), (0.7, 0)), "accent", FRONT, 1.2)
    mast = width * 0.46
    spot.rect(mast - 0.12, 1.2, 0.24, height - 1.2, "roof", BODY)
    spot.polygon(((mast + 0.3, 1.7), (width - 0.3, 1.7), (mast + 0.3, height - 0.3)), "white", BODY)
    spot.polygon(((mast - 0.3, 1.7), (0.4, 1.7), (mast - 0.3, height - 1.6)), "wall1", BODY)
