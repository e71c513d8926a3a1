"""Homes of a village and a neighbourhood, told apart by their roofs; and blocks of flats."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BODY, FINE, FINEST, ON, ROOF, Form, module
from speelveld.beeld.parts import SILL, STOREY, chimney, columns, door, dormer, hip, places, wall, windows


@module("rijtjeshuis", "house", (8.8, 13.2), (6.4, 7.4))
def rijtjeshuis(spot: Spot, form: Form) -> None:
    """Two houses or more under one roof, each with its door."""
    width, height = form.width, form.height
    eaves = 2 * STOREY - 0.4
    count = max(2, round(width / 4.4))
    each = (width - 0.8) / count
    wall(spot, width - 0.8, eaves, x=0.4)
    hip(spot, 0, eaves, width, height - eaves - 0.6, 0.5)
    lit = form.dice.pick(range(count))
    for number in range(count):
        x = 0.4 + number * each
        if number:
            chimney(spot, x - 0.45, eaves, height - eaves, wide=0.9)
        door(spot, x + 0.5, "accent" if number == lit else "glass")
        windows(spot, [x + 1.95], [SILL], wide=each - 2.5, high=1.15)
        windows(spot, places(x + 0.1, x + each - 0.1, 2, 0.85), [STOREY + 0.75], high=1.05, lit=form.dice)
    for number in range(count):
        if form.dice.chance(0.5):
            dormer(spot, 0.4 + (number + 0.5) * each - 0.8, eaves + 0.3, 1.6, 1.1)


@module("twee-onder-een-kap", "house", (7.6, 8.8), (6.8, 7.8))
def twee_onder_een_kap(spot: Spot, form: Form) -> None:
    """Two houses that are each other's mirror."""
    width, height = form.width, form.height
    eaves = STOREY + 1.2
    wall(spot, width - 0.8, eaves, x=0.4)
    chimney(spot, width / 2 - 0.45, eaves, height - eaves, wide=0.9)
    hip(spot, 0, eaves, width, height - eaves - 0.6, width * 0.2)
    for side in (1.0, width - 2.0):
        door(spot, side, "accent")
    windows(spot, [width / 2 - 1.75, width / 2 + 0.35], [SILL], wide=1.4, high=1.3)
    for x in (width * 0.31 - 0.75, width * 0.69 - 0.75):
        dormer(spot, x, eaves + 0.5)


@module("huis", "house", (5.2, 7.0), (5.6, 7.4))
def huis(spot: Spot, form: Form) -> None:
    """A house that stands free, with its roof to the street."""
    width, height = form.width, form.height
    eaves = STOREY + 0.35
    wall(spot, width - 0.8, eaves, x=0.4)
    chimney(spot, width * 0.68, eaves, height - eaves)
    hip(spot, 0, eaves, width, height - eaves - 0.6, 0.8)
    xs = places(0.4, width - 0.4, columns(width), 0.8)
    at = len(xs) // 2
    door(spot, xs[at] - 0.1, "accent")
    windows(spot, [x for number, x in enumerate(xs) if number != at], [SILL])
    if height - eaves > 2.9:
        dormer(spot, width / 2 - 0.85, eaves + 0.55, 1.7)


@module("flat", "landmark", (6.0, 7.6), (11.0, 16.0))
def flat(spot: Spot, form: Form) -> None:
    """A high block of flats with a balcony to each."""
    width, step = form.width, 2.0
    count = int((form.height - 1.6) / step)
    height = count * step + 0.6
    middle = width / 2
    wall(spot, width, height)
    spot.rect(middle - 1.3, height, 2.6, form.height - height, "trim", ROOF)
    spot.rect(middle - 0.75, 0, 1.5, 1.7, "accent", ON)
    windows(spot, [0.55, width - 2.05], [0.5], wide=1.5, high=1.0)
    for floor in range(1, count):
        y = floor * step
        windows(spot, [0.55, width - 2.05], [y + 0.75], wide=1.5, high=1.0, lit=form.dice)
        windows(spot, [middle - 0.4], [y + 0.65], high=1.1)
        for x in (0.3, width - 2.3):
            spot.rect(x, y + 0.1, 2.0, 0.65, "trim", FINE)


@module("galerijflat", "house", (10.5, 14.0), (8.0, 11.4))
def galerijflat(spot: Spot, form: Form) -> None:
    """A long block of flats with an open gallery along each floor."""
    width, step = form.width, 2.1
    count = int((form.height - 0.9) / step)
    height = count * step + 0.3
    wall(spot, width, height)
    spot.rect(width * 0.14, height, 2.2, form.height - height, "trim", ROOF)
    homes = max(4, round(width / 2.5))
    each = (width - 0.6) / homes
    for floor in range(count):
        y = floor * step
        for number in range(homes):
            x = 0.3 + number * each
            bright = (number * 2 + floor * 3) % 7 == 3
            spot.rect(x + 0.2, y + 0.55, 0.65, 1.4 if floor else 1.3, "accent" if bright else "glass", ON)
            spot.rect(x + 1.05, y + 0.95, each - 1.25, 1.0 if floor else 0.9, "glass", ON)
        if floor:
            spot.rect(0, y, width, 0.55, "trim", FINE)


@module("boerderij", "house", (9.0, 11.5), (6.4, 7.8))
def boerderij(spot: Spot, form: Form) -> None:
    """A farm under one large roof."""
    width, height = form.width, form.height
    eaves = 2.2
    spot.rect(0.8, 0, width - 1.6, eaves + 0.2, "wall", BODY)
    chimney(spot, width * 0.26, eaves, height - eaves, wide=0.8)
    hip(spot, 0, eaves, width, height - eaves - 0.6, width * 0.17)
    x = width - 4.6
    spot.arch(x, 0, 2.6, 3.1, "accent", ON)
    spot.rect(x + 1.2, 0, 0.2, 3.1, "glass", FINE)
    door(spot, 3.0, high=1.75)
    windows(spot, [1.5, 4.5], [0.6], high=1.1)
    dormer(spot, width * 0.26 + 0.5, eaves + 1.1, 1.6, 1.15)


@module("schuur", "low", (5.4, 7.0), (5.0, 6.4))
def schuur(spot: Spot, form: Form) -> None:
    """A barn with a broken roof and a double door."""
    width, height = form.width, form.height
    eaves, middle = 2.5, width / 2
    bend = eaves + (height - eaves) * 0.64
    for sign in (-1, 1):
        edge, shoulder = middle + sign * middle, middle + sign * middle * 0.62
        under = ((middle, height - 0.55), (shoulder - sign * 0.4, bend - 0.4), (edge - sign * 0.5, eaves - 0.2))
        spot.polygon(((edge, eaves - 0.2), (shoulder, bend), (middle, height), *under), "roof", ROOF, 0.5)
    side, low = width - 0.4, bend - 0.3
    rest = ((middle * 1.58, low), (middle, height - 0.4), (middle * 0.42, low))
    spot.polygon(((0.4, 0), (side, 0), (side, eaves), *rest, (0.4, eaves)), "wall", BODY)
    left, right = middle - 1.4, middle + 1.4
    spot.rect(left, 0, 2.8, 2.5, "glass", ON)
    for start, end, layer in ((left + 0.2, right - 0.2, FINE), (right - 0.2, left + 0.2, FINEST)):
        spot.bar((start, 0.2), (end, 2.3), 0.3, "wall", layer)
    windows(spot, [middle - 0.5], [bend - 0.8], wide=1.0, high=1.0)
