"""What stands on a quay and lies in the water: warehouses, cranes, ships, a lighthouse, a bridge."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, KERB, ON, ROOF, Form, module
from speelveld.beeld.parts import floors, gable, places, water, windows


@module("pakhuis", "house", (5.8, 7.2), (9.4, 13.6))
def pakhuis(spot: Spot, form: Form) -> None:
    """A warehouse with a hatch on each floor and a beam to hoist by."""
    width, height = form.width, form.height
    middle, eaves = width / 2, height - 2.8
    half = 0.85
    body = (
        (0, 0),
        (width, 0),
        (width, eaves),
        (middle + half, height - 0.9),
        (middle + half, height),
        (middle - half, height),
        (middle - half, height - 0.9),
        (0, eaves),
    )
    spot.polygon(body, "wall", BODY)
    spot.arch(middle - 0.85, 0, 1.7, 2.3, "glass", ON)
    levels = floors(2.9, eaves + 1.2, 2.4)
    windows(spot, [middle - 0.55], levels, wide=1.1, high=1.45, tone="accent")
    sides = [0.75, width - 1.55]
    windows(spot, sides, [0.75, *(y + 0.1 for y in levels if y + 1.5 < eaves)], arched=True)
    spot.rect(middle - 0.2, height - 0.9, 0.4, 0.5, "glass", ON)


@module("kraan", "landmark", (10.0, 12.0), (13.0, 16.0))
def kraan(spot: Spot, form: Form) -> None:
    """A harbour crane on its legs, with its arm out."""
    width, height = form.width, form.height
    deck = 4.6
    for outer, inner in ((0.2, 1.2), (5.6, 4.6)):
        sign = 1 if inner > outer else -1
        leg = ((outer, 0), (outer + sign * 0.6, 0), (inner + sign * 0.6, deck), (inner, deck))
        spot.polygon(leg, "roof", BACK, 0.55)
    spot.rect(1.2, deck * 0.45, 3.4, 0.35, "roof", BODY)
    spot.rect(0.8, deck, 4.2, 0.7, "roof", BODY)
    cabin = ((1.2, deck + 0.7), (4.4, deck + 0.7), (4.4, deck + 2.2), (3.4, deck + 3.3), (1.2, deck + 3.3))
    spot.polygon(cabin, "accent", BODY)
    pane = ((2.9, deck + 1.5), (3.9, deck + 1.5), (3.9, deck + 2.1), (3.3, deck + 2.7), (2.9, deck + 2.7))
    spot.polygon(pane, "glass", ON)
    tip_x, tip_y = width - 0.7, height - 0.3
    mast_x, mast_y = 2.2, height - 2.0
    arm = ((2.6, deck + 3.0), (3.4, deck + 2.6), (tip_x + 0.1, tip_y - 0.25), (tip_x - 0.2, tip_y + 0.2))
    spot.polygon(arm, "roof", BACK, 0.6)
    mast = ((1.5, deck + 3.0), (2.1, deck + 3.0), (mast_x + 0.2, mast_y), (mast_x - 0.2, mast_y))
    spot.polygon(mast, "roof", BACK - 0.1, 0.4)
    spot.bar((mast_x, mast_y), (tip_x, tip_y), 0.16, "roof", BACK - 0.2)
    spot.bar((mast_x, mast_y), (0.9, deck + 0.9), 0.16, "roof", BACK - 0.3)
    spot.rect(tip_x - 0.07, 4.6, 0.14, height - 5.0, "post", BACK)
    spot.rect(tip_x - 0.7, 3.2, 1.4, 1.4, "accent", BODY)


@module("schip", "water", (13.0, 16.0), (6.8, 8.2))
def schip(spot: Spot, form: Form) -> None:
    """A ship with containers on its deck."""
    width, height = form.width, form.height
    deck = 2.3
    spot.polygon(
        ((0, deck + 0.5), (1.0, deck), (width - 1.2, deck), (width, deck + 0.9), (width - 1.7, -0.1), (1.1, -0.1)),
        "roof",
        ROOF,
        2.0,
    )
    spot.polygon(
        ((0.28, deck - 0.25), (width - 0.55, deck - 0.25), (width - 0.75, deck - 0.6), (0.42, deck - 0.6)),
        "white",
        ON,
        0.35,
    )
    bridge = height - 1.5
    spot.rect(1.1, deck, 3.0, bridge - deck, "white", BODY)
    spot.rect(0.7, bridge, 3.8, 0.5, "roof", ROOF)
    spot.rect(1.9, bridge + 0.5, 1.1, 1.0, "accent", BODY)
    windows(spot, [1.5, 2.8], [bridge - 1.3], wide=0.9, high=0.8)
    windows(spot, [1.5, 2.8], [deck + 0.6], wide=0.9, high=0.6)
    count = max(3, int((width - 6.2) / 2.2))
    start = (4.6 + width - 1.4 - count * 2.2) / 2
    for number in range(count):
        for level in range(form.dice.pick((1, 2, 2, 3))):
            tone = ("accent", "wall2", "wall1", "wall3")[(number * 3 + level) % 4]
            spot.rect(start + number * 2.2, deck + level * 1.2, 2.2, 1.2, tone, BODY)
    water(spot, width)


@module("zeilboot", "water", (5.0, 6.0), (6.6, 8.2))
def zeilboot(spot: Spot, form: Form) -> None:
    """A sailing boat."""
    width, height = form.width, form.height
    mast = width * 0.45
    hull = (
        (0.3, 1.5),
        (width - 0.2, 1.5),
        *((width - 0.7, 0.6), (width - 1.4, 0.1), (width - 1.8, -0.1)),
        (1.2, -0.1),
        *((0.8, 0.2), (0.4, 0.8), (0.3, 1.5)),
    )
    spot.curve("mlclch", hull, "accent", ROOF)
    spot.rect(mast - 0.12, 1.5, 0.24, height - 1.5, "post", BODY)
    main = (
        (mast + 0.3, 2.0),
        (width - 0.2, 2.0),
        *((width - 0.9, 3.6), (mast + 1.1, height - 1.6), (mast + 0.3, height - 0.2)),
    )
    spot.curve("mlch", main, "white", BODY)
    jib = ((mast - 0.3, 2.0), (0.2, 2.0), *((0.9, 3.0), (mast - 0.6, height - 2.4), (mast - 0.3, height - 1.4)))
    spot.curve("mlch", jib, "wall2", BODY)
    water(spot, width)


@module("brug", "water", (9.0, 11.5), (3.0, 3.8))
def brug(spot: Spot, form: Form) -> None:
    """A stone bridge over a canal."""
    width, rise = form.width, form.height - 0.9
    middle, half = width / 2, width / 2 - 2.0
    crown = rise - 0.75
    points = (
        (0, -KERB),
        (0, 0.25),
        *((width * 0.2, rise * 0.6), (width * 0.32, rise), (middle, rise)),
        *((width * 0.68, rise), (width * 0.8, rise * 0.6), (width, 0.25)),
        (width, -KERB),
        (middle + half, -KERB),
        *((middle + half, crown * 0.6), (middle + half * 0.55, crown), (middle, crown)),
        *((middle - half * 0.55, crown), (middle - half, crown * 0.6), (middle - half, -KERB)),
    )
    spot.curve("mlccllcch", points, "wall", ROOF)
    count = 9
    for number in range(1, count):
        t = 2 * number / count if number * 2 < count else 2 - 2 * number / count
        y = _bezier(t, 0.25, rise * 0.6, rise, rise)
        at = _bezier(t, 0, width * 0.2, width * 0.32, middle)
        x = at if number * 2 < count else width - at
        spot.rect(x - 0.1, y - 0.1, 0.2, 0.75, "post", BODY)
    water(spot, width)


def _bezier(t: float, first: float, second: float, third: float, last: float) -> float:
    u = 1 - t
    return u**3 * first + 3 * u * u * t * second + 3 * u * t * t * third + t**3 * last


@module("vuurtoren", "landmark", (4.2, 5.0), (13.0, 16.0))
def vuurtoren(spot: Spot, form: Form) -> None:
    """A lighthouse with bands."""
    width, height = form.width, form.height
    middle, top, bands = width / 2, height - 3.6, 5

    def half(y: float) -> float:
        return middle - 0.2 - (middle - 1.35) * y / top

    for number in range(bands):
        low, high = top * number / bands, top * (number + 1) / bands
        ends = ((low, 2 * half(low)), (high, 2 * half(high)))
        spot.taper(middle, *ends, ("white", "accent")[number % 2], BODY)
    spot.rect(middle - 1.7, top, 3.4, 0.5, "roof", ROOF)
    spot.rect(middle - 0.9, top + 0.5, 1.8, 1.6, "white", BODY)
    gable(spot, middle - 1.2, top + 2.1, 2.4, height - top - 2.1)
    spot.arch(middle - 0.6, 0, 1.2, 2.0, "glass", ON)
    spot.rect(middle - 0.5, top + 0.75, 1.0, 1.0, "glass", ON)


@module("silo", "low", (6.0, 8.0), (8.6, 12.4))
def silo(spot: Spot, form: Form) -> None:
    """Silos beside one another, of two heights."""
    width, height = form.width, form.height
    count = 3
    each = width / count
    for number in range(count):
        high = height - (0.0, 1.4, 0.5)[number]
        x = number * each
        spot.arch(x, 0, each, high, ("wall", "trim", "wall")[number], BODY)
        for share in () if spot.in_lines else (0.3, 0.6):
            spot.rect(x, high * share, each, 0.3, "roof", ON)
    spot.rect(width / 2 - 0.6, 0, 1.2, 1.9, "accent", FINE)


@module("loods", "low", (8.8, 12.0), (4.8, 6.0))
def loods(spot: Spot, form: Form) -> None:
    """A shed with a saw-tooth roof."""
    width, height = form.width, form.height
    eaves = height - 1.8
    count = max(3, round(width / 3))
    each = width / count
    teeth = [(number * each + dx, y) for number in range(count) for dx, y in ((0.0, height), (each, eaves))]
    spot.polygon(((0, 0), *teeth, (width, 0)), "wall", BODY)
    for number in range(count):
        x = number * each + 0.3
        pane = ((x, eaves + 0.15), (x + each * 0.42, eaves + 0.15), (x + each * 0.42, eaves + 0.75), (x, eaves + 1.15))
        spot.polygon(pane, "glass", ON, 0.7)
    doors = 2 if width < 10.5 else 3
    for number, x in enumerate(places(0, width, doors, 2.2)):
        spot.rect(x, 0, 2.2, 2.4, "accent" if number == 0 else "glass", ON)
