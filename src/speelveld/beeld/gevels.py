"""Houses of an old town: narrow and high, told apart by their gables."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BODY, FINE, ON, ROOF, Form, module
from speelveld.beeld.parts import SILL, STOREY, chimney, columns, door, places, windows


def _front(spot: Spot, form: Form, eaves: float) -> list[float]:
    """Draw door and windows of a house front up to `eaves`; return where its windows stand."""
    width = form.width
    xs = places(0.0, width, columns(width), 0.8)
    at = form.dice.pick((0, len(xs) - 1))
    door(spot, xs[at] - 0.1, form.dice.pick(("glass", "accent", "glass")))
    windows(spot, [x for number, x in enumerate(xs) if number != at], [SILL])
    floors, y = [], STOREY + SILL
    while y + 1.25 + 0.35 <= eaves:
        floors.append(y)
        y += STOREY
    windows(spot, xs, floors)
    return xs


@module("puntgevel", "house", (4.0, 5.2), (7.0, 10.4))
def puntgevel(spot: Spot, form: Form) -> None:
    """A plain pointed gable."""
    width, height = form.width, form.height
    eaves = height - width * 0.62
    spot.polygon(((0, 0), (width, 0), (width, eaves), (width / 2, height), (0, eaves)), "wall", BODY)
    if form.dice.chance(0.6):
        chimney(spot, width * 0.72, eaves, (height - eaves) * 0.86, "trim")
    _front(spot, form, eaves)
    spot.circle(width / 2, eaves + width * 0.16, 0.48, "glass", ON)


@module("trapgevel", "house", (4.2, 5.4), (9.4, 13.0))
def trapgevel(spot: Spot, form: Form) -> None:
    """A gable of steps."""
    width, height = form.width, form.height
    steps, top = 4, 0.8
    run, rise = (width - top) / 2 / steps, 0.72
    eaves = height - steps * rise
    left = [(0.0, eaves)]
    for number in range(1, steps + 1):
        left += [(number * run, eaves + (number - 1) * rise), (number * run, eaves + number * rise)]
    right = [(width - x, y) for x, y in reversed(left)]
    spot.polygon(((0, 0), *left, *right, (width, 0)), "wall", BODY)
    xs = _front(spot, form, eaves)
    if len(xs) >= 2:
        windows(spot, places(width * 0.22, width * 0.78, 1, 0.8), [eaves + 0.25], high=1.1, round_top=True)


@module("klokgevel", "house", (4.2, 5.2), (9.0, 12.4))
def klokgevel(spot: Spot, form: Form) -> None:
    """A gable curved as a bell."""
    width, height = form.width, form.height
    rise = width * 0.62
    eaves, top = height - rise, width * 0.22
    points = (
        (0, 0),
        (width, 0),
        (width, eaves),
        *((width - 0.1, eaves + rise * 0.42), (width / 2 + top, eaves + rise * 0.3), (width / 2 + top, height - 0.45)),
        *(
            (width / 2 + top * 0.6, height),
            (width / 2 - top * 0.6, height),
            (width / 2 - top, height - 0.45),
        ),
        *((width / 2 - top, eaves + rise * 0.3), (0.1, eaves + rise * 0.42), (0, eaves)),
    )
    spot.curve("mllccch", points, "wall", BODY)
    _front(spot, form, eaves)
    windows(spot, [width / 2 - 0.4], [eaves + 0.25], round_top=True)


@module("halsgevel", "house", (4.2, 5.2), (9.6, 13.0))
def halsgevel(spot: Spot, form: Form) -> None:
    """A gable with a raised neck and a small pediment."""
    width, height = form.width, form.height
    eaves, neck = height - 3.4, width * 0.24
    middle = width / 2
    points = (
        (0, 0),
        (width, 0),
        (width, eaves),
        *((width - 0.2, eaves + 1.3), (middle + neck, eaves + 0.7), (middle + neck, eaves + 2.3)),
        (middle + neck, height - 0.8),
        (middle - neck, height - 0.8),
        (middle - neck, eaves + 2.3),
        *((middle - neck, eaves + 0.7), (0.2, eaves + 1.3), (0, eaves)),
    )
    spot.curve("mllcllllch".replace("llll", "lll"), points, "wall", BODY)
    spot.polygon(
        ((middle - neck - 0.3, height - 0.8), (middle + neck + 0.3, height - 0.8), (middle, height)), "trim", ROOF
    )
    _front(spot, form, eaves)
    windows(spot, [middle - 0.4], [eaves + 0.5])


@module("lijstgevel", "house", (4.6, 6.6), (7.6, 12.0))
def lijstgevel(spot: Spot, form: Form) -> None:
    """A flat front under a heavy cornice."""
    width, height = form.width, form.height
    eaves = height - 0.7
    spot.rect(0.25, 0, width - 0.5, eaves, "wall", BODY)
    spot.rect(0, eaves, width, 0.7, "trim", ROOF)
    _front(spot, form, eaves - 0.2)


@module("winkel", "house", (5.0, 6.4), (6.6, 9.6))
def winkel(spot: Spot, form: Form) -> None:
    """A shop with an awning, and rooms above it."""
    width, height = form.width, form.height
    eaves = height - 0.5
    spot.rect(0.2, 0, width - 0.4, eaves, "wall", BODY)
    spot.rect(0, eaves, width, 0.5, "trim", ROOF)
    at = form.dice.chance(0.5)
    glass = width - 2.5
    door(spot, 0.7 if at else width - 1.7)
    spot.rect(2.0 if at else 0.5, 0.6, glass, 1.4, "glass", ON)
    _awning(spot, width)
    floors, y = [], STOREY + 1.35
    while y + 1.5 <= eaves:
        floors.append(y)
        y += STOREY
    windows(spot, places(0.2, width - 0.2, columns(width), 0.8), floors)


def _awning(spot: Spot, width: float) -> None:
    """Draw a striped awning over a shop window."""
    left, right, low, high = 0.15, width - 0.15, 2.1, 3.2
    count = max(5, round((right - left) / 0.75) // 2 * 2 + 1)
    wide = (right - left) / count
    inset = 0.35
    narrow = (right - left - 2 * inset) / count
    for number in range(count):
        x, top = left + number * wide, left + inset + number * narrow
        tone = "accent" if number % 2 == 0 else "white"
        k = wide / 2 * 0.55
        points = (
            (top, high),
            (top + narrow, high),
            (x + wide, low),
            *((x + wide, low - k), (x, low - k), (x, low)),
        )
        spot.curve("mllch", points, tone, FINE, wide)
