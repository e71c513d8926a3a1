"""Houses of an old town: narrow and high, told apart by their gables."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BODY, FINE, ON, ROOF, Form, module
from speelveld.beeld.parts import SILL, STOREY, chimney, columns, door, floors, house, places, windows


def _front(spot: Spot, form: Form, eaves: float) -> None:
    """Draw door and windows of a house front up to `eaves`: three of a row in a wide one, two in a narrow one."""
    width, dice = form.width, form.dice
    xs = places(0.0, width, columns(width), 0.8)
    at = dice.pick((0, len(xs) - 1))
    door(spot, xs[at] - 0.1, dice.pick(("glass", "glass", "accent")))
    arched = dice.chance(0.25)
    windows(spot, [x for number, x in enumerate(xs) if number != at], [SILL], arched=arched)
    windows(spot, xs, floors(STOREY + SILL, eaves), arched=arched, lit=dice)


@module("puntgevel", "house", (4.0, 5.2), (6.6, 10.6))
def puntgevel(spot: Spot, form: Form) -> None:
    """A plain pointed gable."""
    width, height = form.width, form.height
    eaves = height - width * 0.62
    house(spot, 0, width, eaves, height, "wall")
    if form.dice.chance(0.7):
        chimney(spot, width * 0.74, eaves, (height - eaves) * 0.9)
    _front(spot, form, eaves + 0.2)
    spot.circle(width / 2, eaves + width * 0.17, 0.5, "glass", ON)


@module("trapgevel", "house", (4.2, 5.4), (9.0, 13.6))
def trapgevel(spot: Spot, form: Form) -> None:
    """A gable of steps."""
    width, height = form.width, form.height
    steps, top = 4, 0.9
    run, rise = (width - top) / 2 / steps, 0.7
    eaves = height - steps * rise
    left = [(0.0, eaves)]
    for number in range(1, steps + 1):
        left += [(number * run, eaves + (number - 1) * rise), (number * run, eaves + number * rise)]
    right = [(width - x, y) for x, y in reversed(left)]
    spot.polygon(((0, 0), *left, *right, (width, 0)), "wall", BODY)
    _front(spot, form, eaves)
    windows(spot, [width / 2 - 0.4], [eaves + 0.3], high=1.1, arched=True)


@module("klokgevel", "house", (4.2, 5.2), (8.6, 12.8))
def klokgevel(spot: Spot, form: Form) -> None:
    """A gable curved as a bell."""
    width, height = form.width, form.height
    rise, middle = width * 0.64, width / 2
    eaves, top = height - rise, width * 0.22
    points = (
        (0, 0),
        (width, 0),
        (width, eaves),
        *((width, eaves + rise * 0.42), (middle + top, eaves + rise * 0.26), (middle + top, eaves + rise * 0.72)),
        *((middle + top, height), (middle + top * 0.4, height), (middle, height)),
        *((middle - top * 0.4, height), (middle - top, height), (middle - top, eaves + rise * 0.72)),
        *((middle - top, eaves + rise * 0.26), (0, eaves + rise * 0.42), (0, eaves)),
    )
    spot.curve("mllcccch", points, "wall", BODY)
    _front(spot, form, eaves)
    windows(spot, [middle - 0.4], [eaves + rise * 0.22], high=1.1, arched=True)


@module("halsgevel", "house", (4.2, 5.2), (9.4, 13.4))
def halsgevel(spot: Spot, form: Form) -> None:
    """A gable with a raised neck under a small pediment."""
    width, height = form.width, form.height
    middle, neck, top = width / 2, width * 0.23, height - 0.9
    eaves = height - 3.5
    points = (
        (0, 0),
        (width, 0),
        (width, eaves),
        *((width, eaves + 1.2), (middle + neck, eaves + 0.5), (middle + neck, eaves + 2.0)),
        (middle + neck, top),
        (middle - neck, top),
        (middle - neck, eaves + 2.0),
        *((middle - neck, eaves + 0.5), (0, eaves + 1.2), (0, eaves)),
    )
    spot.curve("mllclllch", points, "wall", BODY)
    _pediment(spot, middle - neck - 0.35, top, 2 * neck + 0.7, 0.9)
    _front(spot, form, eaves)
    windows(spot, [middle - 0.4], [eaves + 0.6])


def _pediment(spot: Spot, x: float, y: float, wide: float, high: float) -> None:
    """Draw the pediment of a neck."""
    spot.polygon(((x, y), (x + wide, y), (x + wide / 2, y + high)), "trim", ROOF, 0.6)


@module("lijstgevel", "house", (4.6, 6.6), (6.8, 12.4))
def lijstgevel(spot: Spot, form: Form) -> None:
    """A flat front under a heavy cornice."""
    width, height = form.width, form.height
    eaves = height - 0.7
    spot.rect(0.25, 0, width - 0.5, eaves, "wall", BODY)
    spot.rect(0, eaves, width, 0.7, "trim", ROOF)
    _front(spot, form, eaves - 0.1)


@module("winkel", "house", (5.2, 6.6), (6.4, 9.8))
def winkel(spot: Spot, form: Form) -> None:
    """A shop under an awning, and rooms above it."""
    width, height = form.width, form.height
    eaves = height - 0.5
    spot.rect(0.2, 0, width - 0.4, eaves, "wall", BODY)
    spot.rect(0, eaves, width, 0.5, "trim", ROOF)
    door(spot, width - 1.8)
    spot.rect(0.7, 0.6, width - 3.0, 1.5, "glass", ON)
    _awning(spot, width)
    windows(spot, places(0.2, width - 0.2, columns(width), 0.8), floors(STOREY + 1.3, eaves), lit=form.dice)


def _awning(spot: Spot, width: float) -> None:
    """Draw a striped awning: wider below, with a scallop to each stripe."""
    left, right, low, high, inset = 0.15, width - 0.15, 2.15, 3.15, 0.35
    count = max(5, round((right - left) / 0.8) // 2 * 2 + 1)
    wide, narrow = (right - left) / count, (right - left - 2 * inset) / count
    for number in range(count):
        x, top = left + number * wide, left + inset + number * narrow
        drop = low - wide * 0.42
        points = ((top, high), (top + narrow, high), (x + wide, low), (x + wide, drop), (x, drop), (x, low))
        spot.curve("mllch", points, "accent" if number % 2 == 0 else "trim", FINE)
