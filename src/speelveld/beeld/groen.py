"""Trees, and what stands along a street: lamps, benches, a bicycle, a bus stop, tables outside a café."""

from math import cos, pi, sin

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, ON, ROOF, Form, module

_TWIGS = 9


def _branches(spot: Spot, x: float, low: float, high: float) -> None:
    """Draw a trunk that goes up into the crown, with a branch to each side."""
    half, out = 0.17, (high - low) * 0.32
    left, right = low + (high - low) * 0.3, low + (high - low) * 0.5
    if spot.is_thin(2 * half):
        spot.bar((x, 0), (x, high), 2 * half, "trunk", ON)
        for sign, y in ((-1, left), (1, right)):
            spot.bar((x, y), (x + sign * out, y + out), 2 * half, "trunk", ON)
        return
    trunk = [(x - half, 0.0)]
    trunk += _branch(x - half, left, -out)
    trunk += [(x - half, high), (x + half, high)]
    trunk += reversed(_branch(x + half, right, out))
    trunk.append((x + half, 0.0))
    spot.polygon(trunk, "trunk", ON)


def _branch(x: float, y: float, out: float) -> list[tuple[float, float]]:
    """Return the outline of a branch that leaves a trunk at (`x`, `y`), from its lower side to its upper one."""
    return [(x, y - 0.18), (x + out, y + abs(out) - 0.12), (x + out, y + abs(out) + 0.2), (x, y + 0.22)]


@module("boom", "green", (3.2, 4.6), (5.0, 7.6))
def boom(spot: Spot, form: Form) -> None:
    """A round tree."""
    radius = form.width / 2
    ry = min(form.height * 0.36, radius * 1.15)
    spot.ellipse(radius, form.height - ry, radius, ry, "leaf", BODY)
    _branches(spot, radius, form.height - 2 * ry, form.height - ry * 0.75)


@module("populier", "green", (1.8, 2.4), (7.0, 11.0))
def populier(spot: Spot, form: Form) -> None:
    """A slender tree."""
    middle, low = form.width / 2, 1.3
    high = form.height - low
    crown = (
        (middle, form.height),
        *((middle + 0.5, form.height - high * 0.2), (form.width, low + high * 0.45), (form.width, low + high * 0.22)),
        *((form.width, low + 0.2), (middle + 0.5, low), (middle, low)),
        *((middle - 0.5, low), (0, low + 0.2), (0, low + high * 0.22)),
        *((0, low + high * 0.45), (middle - 0.5, form.height - high * 0.2), (middle, form.height)),
    )
    spot.curve("mcccch", crown, "leaf", BODY)
    spot.rect(middle - 0.17, 0, 0.34, low + high * 0.14, "trunk", ON)


@module("bolboom", "green", (2.6, 3.4), (4.4, 5.8))
def bolboom(spot: Spot, form: Form) -> None:
    """A small tree whose crown is a cloud."""
    width, height = form.width, form.height
    low, r = height - width * 0.95, width * 0.26
    middle = width / 2
    crown = (
        (r, low),
        (width - r, low),
        *((width + r * 0.35, low), (width + r * 0.3, low + 2 * r), (width - r, low + 2 * r)),
        *((width - r * 0.8, height), (r * 0.8, height), (r, low + 2 * r)),
        *((-r * 0.3, low + 2 * r), (-r * 0.35, low), (r, low)),
    )
    spot.curve("mlccch", crown, "leaf", BODY)
    _branches(spot, middle, low, low + 1.6 * r)


@module("knotwilg", "green", (3.6, 4.4), (4.4, 5.6))
def knotwilg(spot: Spot, form: Form) -> None:
    """A pollard willow: a thick trunk, and thin branches all round its knot."""
    width, height = form.width, form.height
    middle, knot = width / 2, height * 0.42
    for number in range(_TWIGS):
        angle = (0.06 + 0.88 * number / (_TWIGS - 1)) * pi
        dx, dy = cos(angle), sin(angle)
        reach = min((middle - 0.05) / max(0.01, abs(dx)), height - knot)

        def at(along: float, aside: float, dx: float = dx, dy: float = dy, reach: float = reach) -> tuple[float, float]:
            return middle + dx * along * reach - dy * aside, knot + dy * along * reach + dx * aside

        twig = (at(0.1, 0), at(0.35, 0.1), at(0.7, 0.36), at(1, 0), at(0.7, -0.36), at(0.35, -0.1), at(0.1, 0))
        spot.curve("mcch", twig, "leaf", BODY + number * 0.1, 0.5)
    trunk = (
        (middle - 0.55, 0),
        (middle + 0.55, 0),
        *((middle + 0.4, knot * 0.5), (middle + 0.45, knot * 0.8), (middle + 0.8, knot)),
        *((middle + 0.6, knot + 0.5), (middle - 0.6, knot + 0.5), (middle - 0.8, knot)),
        *((middle - 0.45, knot * 0.8), (middle - 0.4, knot * 0.5), (middle - 0.55, 0)),
    )
    spot.curve("mlccch", trunk, "trunk", ROOF + 0.5)


@module("lantaarn", "prop", (1.5, 1.5), (4.8, 5.4))
def lantaarn(spot: Spot, form: Form) -> None:
    """A street lamp."""
    height, x = form.height, 0.75
    spot.rect(x - 0.13, 0, 0.26, height - 1.2, "post", BODY)
    spot.rect(x - 0.35, 0, 0.7, 0.45, "post", BODY + 0.1)
    low = height - 1.2
    spot.taper(x, (low, 0.7), (height - 0.4, 1.2), "accent", ON)
    spot.taper(x, (height - 0.4, 1.5), (height, 0.4), "post", ROOF)


@module("bank", "prop", (2.6, 3.0), (1.6, 1.7))
def bank(spot: Spot, form: Form) -> None:
    """A bench."""
    width, height = form.width, form.height
    for x in (0.35, width - 0.6):
        spot.rect(x, 0, 0.25, height - 0.1, "post", BACK)
    spot.rect(0, 0.6, width, 0.3, "accent", BODY)
    spot.rect(0.1, height - 0.5, width - 0.2, 0.5, "accent", BODY)


@module("fiets", "prop", (3.2, 3.4), (1.9, 2.0))
def fiets(spot: Spot, form: Form) -> None:
    """A bicycle."""
    width, height = form.width, form.height
    radius = 0.72
    back, front = radius, width - radius
    for x in (back, front):
        spot.ring((x, radius), (radius, radius - 0.17), "post", BODY)
    pedal, saddle, fork = (back + 0.8, radius), (back + 0.5, height - 0.35), (front - 0.35, height - 0.5)
    for start, end in (
        ((back, radius), pedal),
        (pedal, saddle),
        (pedal, fork),
        (saddle, fork),
        (fork, (front, radius)),
    ):
        spot.bar(start, end, 0.17, "accent", FINE)
    spot.rect(saddle[0] - 0.35, height - 0.35, 0.7, 0.2, "post", FINE)
    spot.rect(fork[0] - 0.3, height - 0.2, 0.6, 0.2, "post", FINE)
    spot.bar(fork, (fork[0] - 0.1, height - 0.1), 0.17, "accent", FINE)


@module("terras", "prop", (4.4, 5.2), (4.0, 4.4))
def terras(spot: Spot, form: Form) -> None:
    """A table and two chairs under a parasol."""
    width, height = form.width, form.height
    middle = width / 2
    spot.rect(middle - 0.1, 0, 0.2, height - 0.3, "post", BACK)
    low, count = height - 1.3, 4
    for number in range(count):
        left, right = (middle + (number / count - 0.5) * 2 * middle * 0.96 for number in (number, number + 1))
        spot.polygon(((left, low), (right, low), (middle, height)), "accent" if number % 2 else "white", ROOF, 0.7)
    spot.rect(middle - 0.9, 1.35, 1.8, 0.22, "post", BODY)
    for sign in (-1, 1):
        seat = middle + sign * 1.55
        spot.rect(seat - 0.45, 0.75, 0.9, 0.2, "post", BODY)
        spot.rect(seat + sign * 0.35 - 0.1, 0, 0.2, 1.9, "post", ROOF)
        spot.rect(seat - sign * 0.35 - 0.1, 0, 0.2, 0.8, "post", ROOF)


@module("bushalte", "prop", (5.2, 5.8), (3.8, 4.4))
def bushalte(spot: Spot, form: Form) -> None:
    """A bus stop: a shelter with a bench, and its sign."""
    width, height = form.width, form.height
    deck = 3.0
    spot.rect(0.55, 0.5, 2.9, deck - 0.5, "wall2", BACK)
    for x in (0.25, 3.45):
        spot.rect(x, 0, 0.3, deck, "post", BODY)
    spot.rect(0, deck, 4.0, 0.4, "roof", ROOF)
    spot.rect(0.9, 0.75, 2.2, 0.3, "accent", ON)
    x = width - 0.7
    spot.rect(x - 0.13, 0, 0.26, height - 1.4, "post", BODY)
    spot.rect(x - 0.7, height - 1.4, 1.4, 1.4, "accent", ROOF)
    spot.rect(x - 0.35, height - 0.95, 0.7, 0.5, "glass", ON)
