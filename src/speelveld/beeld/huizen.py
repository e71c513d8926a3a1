"""Houses of a village and a neighbourhood: lower and wider, told apart by their roofs."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BODY, FINE, ON, ROOF, Form, module
from speelveld.beeld.parts import SILL, STOREY, chimney, columns, door, dormer, gable, hip, places, wall, windows


@module("rijtjeshuis", "house", (9.0, 13.5), (6.4, 7.4))
def rijtjeshuis(spot: Spot, form: Form) -> None:
    """Three houses or more under one roof."""
    width, height = form.width, form.height
    eaves = 2 * STOREY - 0.3
    count = max(2, round(width / 4.2))
    each = width / count
    wall(spot, width - 0.4, eaves, x=0.2)
    hip(spot, 0, eaves, width, height - eaves - 0.5, 0.45)
    for number in range(count):
        x = number * each
        chimney(spot, x + each - 0.35 - (0.35 if number == count - 1 else 0.0), eaves, height - eaves, "trim")
        tone = "accent" if number == count // 2 else "glass"
        door(spot, x + 0.55, tone)
        windows(spot, [x + 2.0], [SILL], wide=each - 2.6, high=1.1)
        windows(spot, places(x + 0.2, x + each - 0.1, 2, 0.85), [STOREY + 0.75], high=1.05)
        if form.dice.chance(0.45):
            dormer(spot, x + each / 2 - 0.75, eaves + 0.35, high=1.05)


@module("twee-onder-een-kap", "house", (7.6, 8.8), (6.8, 7.6))
def twee_onder_een_kap(spot: Spot, form: Form) -> None:
    """Two houses that are each other's mirror."""
    width, height = form.width, form.height
    eaves = STOREY + 1.4
    wall(spot, width - 0.8, eaves, x=0.4)
    chimney(spot, width / 2 - 0.45, eaves, height - eaves, "trim", 0.9)
    hip(spot, 0, eaves, width, height - eaves - 0.6, width * 0.22)
    for side in (0.9, width - 1.9):
        door(spot, side, "accent")
    windows(spot, [width / 2 - 1.7, width / 2 + 0.4], [SILL], wide=1.3, high=1.15)
    for x in (width * 0.3 - 0.75, width * 0.7 - 0.75):
        dormer(spot, x, eaves + 0.45)


@module("huis", "house", (5.4, 7.0), (5.8, 7.2))
def huis(spot: Spot, form: Form) -> None:
    """A house that stands free, with its roof to the street."""
    width, height = form.width, form.height
    eaves = STOREY + 0.3
    wall(spot, width - 0.7, eaves, x=0.35)
    chimney(spot, width * 0.7, eaves, height - eaves, "trim")
    hip(spot, 0, eaves, width, height - eaves - 0.5, 0.7)
    xs = places(0.3, width - 0.3, columns(width), 0.8)
    middle = len(xs) // 2
    door(spot, xs[middle] - 0.1, "accent")
    windows(spot, [x for number, x in enumerate(xs) if number != middle], [SILL])
    dormer(spot, width / 2 - 0.8, eaves + 0.5, 1.6)


@module("dorpshuis", "house", (7.5, 9.0), (5.6, 6.4))
def dorpshuis(spot: Spot, form: Form) -> None:
    """The hall of a village, with its door under a gable."""
    width, height = form.width, form.height
    eaves = STOREY + 0.5
    wall(spot, width - 0.6, eaves, x=0.3)
    hip(spot, 0, eaves, width, height - eaves - 0.4, 0.9)
    middle = width / 2
    spot.polygon(
        ((middle - 1.6, 0), (middle + 1.6, 0), (middle + 1.6, eaves), (middle, height), (middle - 1.6, eaves)),
        "trim",
        ON,
    )
    spot.rect(middle - 0.9, 0, 1.8, 2.1, "glass", FINE)
    spot.circle(middle, eaves + 0.85, 0.5, "accent", FINE)
    windows(spot, places(0.3, middle - 1.6, 1, 1.2), [SILL], wide=1.2)
    windows(spot, places(middle + 1.6, width - 0.3, 1, 1.2), [SILL], wide=1.2)


@module("flat", "landmark", (6.0, 7.5), (11.5, 15.0))
def flat(spot: Spot, form: Form) -> None:
    """A high block of flats with a balcony to each."""
    width = form.width
    floors = int((form.height - 1.2) / 2.2)
    height = floors * 2.2 + 0.5
    wall(spot, width, height)
    spot.rect(width * 0.55, height, 1.8, 0.7, "roof", ROOF)
    spot.rect(width / 2 - 0.8, 0, 1.6, 1.7, "accent", ON)
    for floor in range(1, floors):
        y = floor * 2.2
        windows(spot, [0.6, width - 2.2], [y + 0.75], wide=1.6, high=0.95)
        windows(spot, [width / 2 - 0.4], [y + 0.5], high=1.2)
        for x in (0.4, width - 2.4):
            spot.rect(x, y + 0.1, 2.0, 0.65, "trim", FINE)


@module("galerijflat", "house", (11.0, 14.0), (8.6, 10.8))
def galerijflat(spot: Spot, form: Form) -> None:
    """A long block of flats with an open gallery along each floor."""
    width = form.width
    floors = int((form.height - 0.4) / 2.1)
    height = floors * 2.1
    wall(spot, width, height + 0.2)
    spot.rect(width * 0.12, height + 0.2, 2.4, form.height - height - 0.2, "trim", ROOF)
    count = max(3, round(width / 2.4))
    each = width / count
    for floor in range(floors):
        y = floor * 2.1
        for number in range(count):
            x = number * each
            spot.rect(x + 0.35, y + 0.15, 0.65, 1.45, "accent" if (number + floor) % 5 == 2 else "glass", ON)
            spot.rect(x + 1.25, y + 0.75, each - 1.55, 0.85, "glass", ON)
        if floor:
            spot.rect(0, y, width, 0.6, "trim", FINE)


@module("school", "landmark", (11.0, 13.5), (7.0, 8.0))
def school(spot: Spot, form: Form) -> None:
    """A school: a low wing on each side of a gable with a clock."""
    width, height = form.width, form.height
    middle, half, low = width / 2, 2.2, STOREY + 1.0
    spot.rect(0.2, 0, width - 0.4, low, "wall", BODY)
    spot.rect(0, low, width, 0.5, "trim", ROOF)
    eaves = height - 2.2
    spot.polygon(
        ((middle - half, 0), (middle + half, 0), (middle + half, eaves), (middle, height), (middle - half, eaves)),
        "trim",
        ON,
    )
    spot.circle(middle, eaves + 0.3, 0.75, "accent", FINE)
    spot.bar((middle, eaves + 0.3), (middle, eaves + 0.85), 0.16, "glass", FINE + 0.5)
    spot.bar((middle, eaves + 0.3), (middle + 0.35, eaves + 0.3), 0.16, "glass", FINE + 0.5)
    spot.rect(middle - 0.9, 0, 1.8, 2.1, "glass", FINE)
    windows(spot, places(middle - half, middle + half, 2, 1.0), [2.75], wide=1.0, high=1.2, layer=FINE)
    for left, right in ((0.2, middle - half), (middle + half, width - 0.2)):
        windows(spot, places(left, right, 2, 1.3), [1.0], wide=1.3, high=1.6)


@module("boerderij", "house", (9.0, 11.5), (6.6, 7.6))
def boerderij(spot: Spot, form: Form) -> None:
    """A farm under one large roof."""
    width, height = form.width, form.height
    eaves = 2.2
    wall(spot, width - 1.4, eaves, x=0.7)
    chimney(spot, width * 0.24, eaves, height - eaves, "trim", 0.8)
    hip(spot, 0, eaves, width, height - eaves - 0.5, width * 0.16)
    spot.arch(width - 4.4, 0, 2.4, 3.0, "accent", ON)
    door(spot, 2.9, high=1.7)
    windows(spot, [1.3, 4.4], [0.65], high=1.0)
    gable(spot, width * 0.24, eaves + 1.0, 1.7, 1.1, "white", ON)


@module("schuur", "low", (5.5, 7.0), (5.2, 6.2))
def schuur(spot: Spot, form: Form) -> None:
    """A barn with a broken roof and a double door."""
    width, height = form.width, form.height
    eaves = 2.4
    bend = eaves + (height - eaves) * 0.62
    body = (
        (0, 0),
        (width, 0),
        (width, eaves),
        (width * 0.8, bend),
        (width / 2, height),
        (width * 0.2, bend),
        (0, eaves),
    )
    spot.polygon(body, "wall", BODY)
    left, right = width / 2 - 1.3, width / 2 + 1.3
    spot.rect(left, 0, 2.6, 2.4, "glass", ON)
    spot.bar((left, 0.1), (right, 2.3), 0.2, "wall", FINE)
    spot.bar((left, 2.3), (right, 0.1), 0.2, "wall", FINE + 0.5)
    windows(spot, [width / 2 - 0.5], [bend - 0.5], wide=1.0, high=1.0)
