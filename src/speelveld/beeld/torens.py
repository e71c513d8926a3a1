"""What one sees from afar: towers of a church, a mosque, a town; mills and turbines."""

from math import cos, pi, sin

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, ON, ROOF, Form, module
from speelveld.beeld.parts import door, gable, hip, places, wall, windows


@module("kerk", "landmark", (9.0, 11.0), (13.5, 16.0))
def kerk(spot: Spot, form: Form) -> None:
    """A village church with a spire."""
    width, height = form.width, form.height
    tower = 3.6
    top = height * 0.56
    wall(spot, tower, top)
    spot.polygon(((-0.0, top), (tower, top), (tower / 2, height)), "roof", ROOF)
    spot.rect(tower, 0, width - tower, 4.2, "wall", BODY)
    spot.polygon(((tower, 4.2), (width, 4.2), (width - 0.9, 7.2), (tower, 7.2)), "roof", ROOF)
    spot.arch(tower / 2 - 0.65, 0, 1.3, 2.3, "glass", ON)
    spot.circle(tower / 2, top - 1.3, 0.7, "accent", ON)
    windows(spot, [tower / 2 - 0.4], [top - 4.3], high=1.5, round_top=True)
    windows(spot, places(tower, width, 3, 0.9), [1.1], wide=0.9, high=2.1, round_top=True)


@module("stadstoren", "landmark", (4.6, 5.4), (14.0, 16.0))
def stadstoren(spot: Spot, form: Form) -> None:
    """The tower of a town, in tiers."""
    width, height = form.width, form.height
    low, mid = height * 0.55, height * 0.76
    wall(spot, width, low)
    spot.rect(0, low, width, 0.5, "trim", ROOF)
    spot.rect(width * 0.17, low + 0.5, width * 0.66, mid - low - 0.5, "wall", BODY)
    spot.rect(width * 0.1, mid, width * 0.8, 0.4, "trim", ROOF)
    spot.rect(width * 0.32, mid + 0.4, width * 0.36, height * 0.09, "wall", BODY)
    peak = mid + 0.4 + height * 0.09
    spot.polygon(((width * 0.24, peak), (width * 0.76, peak), (width / 2, height)), "roof", ROOF)
    spot.arch(width / 2 - 0.75, 0, 1.5, 2.6, "glass", ON)
    windows(spot, places(0, width, 2, 0.8), [low * 0.5], high=1.9, round_top=True)
    spot.circle(width / 2, low - 1.5, 0.85, "accent", ON)
    windows(spot, places(width * 0.17, width * 0.83, 2, 0.75), [low + 0.9], wide=0.75, high=1.6, round_top=True)


@module("stadhuis", "landmark", (9.5, 11.5), (8.6, 10.0))
def stadhuis(spot: Spot, form: Form) -> None:
    """A town hall: columns under a pediment, and steps."""
    width, height = form.width, form.height
    eaves = height - 3.2
    spot.rect(0.8, 0.7, width - 1.6, eaves - 0.7, "wall", BODY)
    spot.rect(0.3, eaves, width - 0.6, 0.8, "trim", ROOF)
    gable(spot, 1.0, eaves + 0.8, width - 2.0, height - eaves - 0.8, "wall")
    spot.rect(0, 0, width, 0.35, "trim", BODY)
    spot.rect(0.4, 0.35, width - 0.8, 0.35, "trim", BODY)
    spot.rect(1.3, 0.7, width - 2.6, eaves - 0.7, "glass", ON)
    for x in places(0.9, width - 0.9, 5, 0.8):
        spot.rect(x, 0.7, 0.8, eaves - 0.7, "trim", FINE)
    spot.circle(width / 2, eaves + 1.6, 0.6, "accent", FINE)


@module("moskee", "landmark", (9.5, 11.5), (12.5, 15.0))
def moskee(spot: Spot, form: Form) -> None:
    """A mosque with a dome and a minaret."""
    width, height = form.width, form.height
    hall, high = width - 2.6, 4.4
    wall(spot, hall, high)
    spot.rect(0, high, hall, 0.5, "trim", ROOF)
    middle, rx, ry = hall / 2, hall * 0.32, hall * 0.34
    k = 0.5523
    y = high + 0.5
    dome = (
        (middle - rx, y),
        (middle + rx, y),
        *((middle + rx * 1.12, y + ry * k), (middle + rx * 0.5, y + ry * 0.95), (middle, y + ry * 1.3)),
        *((middle - rx * 0.5, y + ry * 0.95), (middle - rx * 1.12, y + ry * k), (middle - rx, y)),
    )
    spot.curve("mlcch", dome, "roof", ROOF)
    spot.arch(middle - 0.9, 0, 1.8, 2.8, "glass", ON)
    windows(spot, [middle - 2.7, middle + 1.8], [1.0], wide=0.9, high=1.9, round_top=True)
    x, thin = width - 1.9, 1.5
    spot.rect(x, 0, thin, height * 0.7, "wall", BODY)
    spot.rect(x - 0.35, height * 0.7, thin + 0.7, 0.45, "trim", ROOF)
    spot.rect(x + 0.2, height * 0.7 + 0.45, thin - 0.4, height * 0.1, "wall", BODY)
    spot.polygon(((x, height * 0.8 + 0.45), (x + thin, height * 0.8 + 0.45), (x + thin / 2, height)), "roof", ROOF)
    windows(spot, [x + thin / 2 - 0.3], [height * 0.28, height * 0.48], wide=0.6, high=1.2, round_top=True)


@module("molen", "landmark", (10.0, 11.0), (13.5, 15.5))
def molen(spot: Spot, form: Form) -> None:
    """A windmill with its four sails."""
    width, height = form.width, form.height
    middle, reach = width / 2, width / 2 - 0.25
    hub = height - reach - 0.25
    top = hub + 0.9
    spot.polygon(
        ((middle - 2.6, 0), (middle + 2.6, 0), (middle + 1.3, top - 1.0), (middle - 1.3, top - 1.0)), "wall", BODY
    )
    spot.rect(middle - 3.2, 3.2, 6.4, 0.45, "trim", ON)
    points = (
        (middle - 1.55, top - 1.0),
        (middle + 1.55, top - 1.0),
        *((middle + 1.5, top + 0.6), (middle - 1.5, top + 0.6), (middle - 1.55, top - 1.0)),
    )
    spot.curve("mlch", points, "roof", ROOF)
    door(spot, middle - 0.5)
    windows(spot, [middle - 0.4], [4.6], high=1.1)
    for turn in (0.22, 0.72, 1.22, 1.72):
        _sail(spot, middle, hub, reach, turn * pi)
    spot.circle(middle, hub, 0.32, "accent", FINE + 0.6)


def _sail(spot: Spot, x: float, y: float, reach: float, angle: float) -> None:
    dx, dy = cos(angle), sin(angle)
    end = (x + dx * reach * 0.98, y + dy * reach * 0.98)
    spot.bar((x, y), end, 0.22, "trim", FINE + 0.2)
    near, far, wide = reach * 0.25, reach * 0.97, 0.8
    corners = (
        (x + dx * near, y + dy * near),
        (x + dx * far, y + dy * far),
        (x + dx * far - dy * wide, y + dy * far + dx * wide),
        (x + dx * near - dy * wide, y + dy * near + dx * wide),
    )
    spot.polygon(corners, "white", FINE, wide)


@module("windturbine", "landmark", (8.0, 9.0), (14.5, 16.0))
def windturbine(spot: Spot, form: Form) -> None:
    """A wind turbine."""
    middle, reach = form.width / 2, form.width / 2 - 0.05
    hub = form.height - reach
    spot.polygon(
        ((middle - 0.42, 0), (middle + 0.42, 0), (middle + 0.2, hub), (middle - 0.2, hub)), "white", BACK, 0.84
    )
    for turn in (0.5, 0.5 + 2 / 3, 0.5 + 4 / 3):
        angle = turn * pi
        dx, dy = cos(angle), sin(angle)
        corners = (
            (middle + dx * 0.3 - dy * 0.1, hub + dy * 0.3 + dx * 0.1),
            (middle + dx * reach * 0.3 - dy * 0.5, hub + dy * reach * 0.3 + dx * 0.5),
            (middle + dx * reach, hub + dy * reach),
            (middle + dx * 0.3 + dy * 0.1, hub + dy * 0.3 - dx * 0.1),
        )
        spot.polygon(corners, "white", BODY, 0.6)
    spot.circle(middle, hub, 0.42, "accent", ON)


@module("hooiberg", "low", (4.6, 5.4), (6.0, 7.0))
def hooiberg(spot: Spot, form: Form) -> None:
    """A haystack between poles, under a roof that goes up and down."""
    width, height = form.width, form.height
    spot.rect(0.8, 0, width - 1.6, 3.4, "accent", BODY)
    for x in (0.4, width - 0.75):
        spot.rect(x, 0, 0.35, height - 0.6, "trim", BACK)
    hip(spot, 0, 3.6, width, height - 3.6, width / 2 - 0.3)


@module("kas", "low", (8.0, 11.0), (3.4, 4.2))
def kas(spot: Spot, form: Form) -> None:
    """A greenhouse."""
    width, eaves = form.width, form.height - 1.3
    bays = max(2, round(width / 3))
    each = width / bays
    for number in range(bays):
        x = number * each
        spot.polygon(((x, 0), (x + each, 0), (x + each, eaves), (x + each / 2, form.height), (x, eaves)), "white", BODY)
        for share in (0.12, 0.56):
            spot.rect(x + each * share, 0.5, each * 0.32, eaves - 0.7, "glass", ON)
        spot.polygon(
            ((x + each * 0.14, eaves + 0.1), (x + each * 0.86, eaves + 0.1), (x + each / 2, form.height - 0.35)),
            "glass",
            ON,
        )
