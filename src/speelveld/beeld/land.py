"""What stands in the open country: a mill, a turbine, a haystack, a greenhouse, sheep and a fence."""

from math import cos, pi, sin

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, FINEST, ON, ROOF, Form, module
from speelveld.beeld.parts import door, hip, windows


@module("molen", "landmark", (9.4, 10.4), (13.4, 16.0))
def molen(spot: Spot, form: Form) -> None:
    """A windmill with its four sails."""
    width, height = form.width, form.height
    middle = width / 2
    reach = middle - 0.05
    hub = height - reach * 0.94
    neck = hub - 0.9
    spot.taper(middle, (0, 5.4), (neck, 2.7), "wall", BODY)
    spot.rect(middle - 3.1, neck * 0.4, 6.2, 0.45, "post", ON)
    cap = (
        (middle - 1.65, neck),
        (middle + 1.65, neck),
        *((middle + 1.65, neck + 1.4), (middle + 0.8, neck + 2.2), (middle, neck + 2.2)),
        *((middle - 0.8, neck + 2.2), (middle - 1.65, neck + 1.4), (middle - 1.65, neck)),
    )
    spot.curve("mlcch", cap, "roof", ROOF)
    door(spot, middle - 0.55, "accent", wide=1.1)
    windows(spot, [middle - 0.4], [neck * 0.4 + 1.0], high=1.1)
    for quarter in range(4):
        _sail(spot, middle, hub, reach, (0.19 + quarter / 2) * pi)
    spot.circle(middle, hub, 0.4, "accent", FINEST + 0.5)


def _sail(spot: Spot, x: float, y: float, reach: float, angle: float) -> None:
    """Draw a stock, and the lattice along one side of it."""
    dx, dy = cos(angle), sin(angle)

    def at(along: float, aside: float) -> tuple[float, float]:
        return x + dx * along - dy * aside, y + dy * along + dx * aside

    end = reach * 0.985
    spot.bar((x, y), at(end, 0), 0.24, "post", FINEST)
    near, far, wide = reach * 0.28, reach * 0.96, 0.95
    spot.polygon((at(near, 0.12), at(far, 0.12), at(far, wide), at(near, wide)), "white", FINE, wide)


@module("windturbine", "landmark", (8.0, 9.0), (14.5, 16.0))
def windturbine(spot: Spot, form: Form) -> None:
    """A wind turbine."""
    width, height = form.width, form.height
    middle, reach = width / 2, width / 2 / 0.87 - 0.1
    hub = height - reach
    spot.taper(middle, (0, 0.9), (hub, 0.44), "white", BACK)
    for third in range(3):
        angle = (0.5 + third * 2 / 3) * pi
        dx, dy = cos(angle), sin(angle)

        def at(along: float, aside: float, dx: float = dx, dy: float = dy) -> tuple[float, float]:
            return middle + dx * along - dy * aside, hub + dy * along + dx * aside

        blade = (at(0, -0.14), at(reach, -0.02), *(at(reach * 0.6, 0.35), at(reach * 0.3, 0.85), at(0, 0.22)))
        spot.curve("mlch", blade, "white", BODY, 0.5)
    spot.circle(middle, hub, 0.5, "accent", ON)


@module("hooiberg", "low", (4.8, 5.8), (5.8, 7.4))
def hooiberg(spot: Spot, form: Form) -> None:
    """Hay between poles, under a roof that goes up and down."""
    width, height = form.width, form.height
    eaves = height - 2.9
    hay = (
        (0.9, 0),
        (width - 0.9, 0),
        (width - 0.9, eaves * 0.6),
        *((width - 0.9, eaves + 0.6), (0.9, eaves + 0.6), (0.9, eaves * 0.6)),
    )
    spot.curve("mllch", hay, "accent", BODY)
    for x in (0.45, width - 0.75):
        spot.rect(x, 0, 0.3, height - 0.5, "post", BACK)
    hip(spot, 0, eaves, width, height - eaves, width / 2 - 0.35)


@module("kas", "low", (8.0, 11.0), (3.4, 4.4))
def kas(spot: Spot, form: Form) -> None:
    """A greenhouse with plants in it."""
    width, height = form.width, form.height
    eaves = height - 1.4
    bays = max(2, round(width / 3))
    each = width / bays
    for number in range(bays):
        x = number * each
        middle = x + each / 2
        spot.polygon(((x, 0), (x + each, 0), (x + each, eaves), (middle, height), (x, eaves)), "white", BODY)
        if spot.in_lines:
            continue
        for left in (x + 0.25, middle + 0.1):
            spot.rect(left, 0.3, each / 2 - 0.35, eaves - 0.4, "wall2", ON)
            spot.arch(left + 0.25, 0.3, each / 2 - 0.85, eaves * 0.45, "leaf", FINE)
        peak = ((x + 0.45, eaves + 0.12), (x + each - 0.45, eaves + 0.12), (middle, height - 0.35))
        spot.polygon(peak, "wall2", ON, 0.8)


@module("schapen", "prop", (4.6, 5.4), (1.9, 2.0))
def schapen(spot: Spot, form: Form) -> None:
    """Two sheep."""
    for x in (0.0, form.width - 2.35):
        for leg in (x + 0.75, x + 1.6):
            spot.rect(leg, 0, 0.22, 0.8, "post", BACK)
        body = (
            (x + 0.5, 0.6),
            (x + 2.0, 0.6),
            *((x + 2.4, 0.75), (x + 2.35, 1.5), (x + 1.9, 1.55)),
            *((x + 1.75, 2.0), (x + 1.25, 1.9), (x + 1.15, 1.65)),
            *((x + 0.85, 1.95), (x + 0.25, 1.7), (x + 0.4, 1.2)),
            *((x + 0.1, 1.0), (x + 0.2, 0.6), (x + 0.5, 0.6)),
        )
        spot.curve("mlcccch", body, "white", BODY)
        spot.ellipse(x + 0.34, 1.3, 0.34, 0.42, "roof", ON)


@module("hek", "prop", (3.6, 6.4), (1.3, 1.5))
def hek(spot: Spot, form: Form) -> None:
    """A fence."""
    width, height = form.width, form.height
    count = max(3, round(width / 1.2))
    for number in range(count):
        spot.rect(number * (width - 0.3) / (count - 1), 0, 0.3, height, "post", BODY)
    for share in (0.28, 0.62):
        spot.rect(0, height * share, width, 0.2, "post", ROOF)
