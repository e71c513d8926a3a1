"""What belongs to everyone: a school, a church, a mosque, a town hall, the tower of a town, the hall of a village."""

from speelveld.beeld.brush import Spot
from speelveld.beeld.modules import BACK, BODY, FINE, FINEST, ON, ROOF, Form, module
from speelveld.beeld.parts import SILL, STOREY, clock, flag, gable, hip, house, places, wall, windows


@module("school", "landmark", (11.0, 13.5), (7.0, 8.2))
def school(spot: Spot, form: Form) -> None:
    """A school: a low wing on each side of a gable with a clock."""
    width, height = form.width, form.height
    middle, half, low = width / 2, 2.3, STOREY + 1.0
    left, right = middle - half, middle + half
    spot.rect(0.2, 0, width - 0.4, low, "wall", BODY)
    spot.rect(0, low, left, 0.5, "trim", ROOF)
    spot.rect(right, low, width - right, 0.5, "trim", ROOF)
    eaves = height - 2.2
    house(spot, left, right, eaves, height, "trim", ON)
    clock(spot, middle, eaves + 0.25, 0.75, FINE)
    spot.rect(middle - 0.95, 0, 1.9, 2.1, "glass", FINE)
    windows(spot, places(left, right, 2, 1.1), [2.75], wide=1.1, high=1.2, layer=FINE)
    for start, end in ((0.2, left), (right, width - 0.2)):
        windows(spot, places(start, end, 2, 1.3), [0.95], wide=1.3, high=1.7, lit=form.dice)


@module("dorpshuis", "house", (7.6, 9.2), (5.4, 6.4))
def dorpshuis(spot: Spot, form: Form) -> None:
    """The hall of a village, with its door under a gable."""
    width, height = form.width, form.height
    eaves, middle, half = STOREY + 0.4, width / 2, 1.7
    wall(spot, width - 0.8, eaves, x=0.4)
    hip(spot, 0, eaves, width, height - eaves - 0.6, 1.0)
    house(spot, middle - half, middle + half, eaves + 0.2, height, "trim", ON)
    spot.rect(middle - 0.95, 0, 1.9, 2.1, "glass", FINE)
    spot.circle(middle, eaves + 0.75, 0.55, "accent", FINE)
    for start, end in ((0.4, middle - half), (middle + half, width - 0.4)):
        windows(spot, places(start, end, 1, 1.3), [SILL], wide=1.3)


@module("kerk", "landmark", (9.0, 11.0), (13.0, 16.0))
def kerk(spot: Spot, form: Form) -> None:
    """A village church with a spire."""
    width, height = form.width, form.height
    tower, nave = 3.6, 4.2
    top = height * 0.54
    middle = tower / 2
    wall(spot, tower, top)
    spot.polygon(((0, top), (tower, top), (middle + 0.12, height - 0.7), (middle - 0.12, height - 0.7)), "roof", ROOF)
    spot.circle(middle, height - 0.35, 0.35, "accent", ROOF)
    spot.rect(tower, 0, width - tower - 0.3, nave, "wall", BODY)
    spot.polygon(((tower, nave), (width, nave), (width - 1.0, nave + 3.0), (tower, nave + 3.0)), "roof", ROOF)
    spot.arch(middle - 0.7, 0, 1.4, 2.4, "glass", ON)
    clock(spot, middle, top - 1.4, 0.8)
    windows(spot, [middle - 0.4], [top - 4.6], high=1.6, arched=True)
    windows(spot, places(tower, width - 0.3, 3, 0.95), [1.1], wide=0.95, high=2.2, arched=True)


@module("moskee", "landmark", (9.6, 11.5), (12.5, 15.6))
def moskee(spot: Spot, form: Form) -> None:
    """A mosque: a dome over a hall, and a minaret."""
    width, height = form.width, form.height
    hall, high = width - 2.6, 4.2
    middle, rx, low = hall / 2, hall * 0.33, high + 0.5
    ry = rx * 1.05
    wall(spot, hall - 0.4, high, x=0.2)
    spot.rect(0, high, hall, 0.5, "trim", ROOF)
    dome = (
        (middle - rx, low),
        (middle + rx, low),
        *((middle + rx * 1.15, low + ry * 0.65), (middle + rx * 0.45, low + ry * 0.95), (middle, low + ry * 1.3)),
        *((middle - rx * 0.45, low + ry * 0.95), (middle - rx * 1.15, low + ry * 0.65), (middle - rx, low)),
    )
    spot.curve("mlcch", dome, "roof", ROOF)
    spot.rect(middle - 0.1, low + ry * 1.3 - 0.2, 0.2, 0.7, "post", BACK)
    spot.circle(middle, low + ry * 1.3 + 0.75, 0.35, "accent", BACK)
    spot.arch(middle - 1.0, 0, 2.0, 2.9, "accent", ON)
    spot.arch(middle - 0.6, 0, 1.2, 2.2, "glass", FINE)
    windows(spot, [middle - 2.7, middle + 1.8], [1.0], wide=0.9, high=1.9, arched=True)
    x, thin, gallery = width - 2.0, 1.6, height * 0.66
    spot.rect(x, 0, thin, gallery, "wall", BODY)
    spot.rect(x - 0.4, gallery, thin + 0.8, 0.5, "trim", ROOF)
    spot.rect(x + 0.25, gallery + 0.5, thin - 0.5, height * 0.1, "wall", BODY)
    cone = gallery + 0.5 + height * 0.1
    gable(spot, x - 0.1, cone, thin + 0.2, height - cone - 0.5)
    spot.circle(x + thin / 2, height - 0.35, 0.35, "accent", FINE)
    windows(spot, [x + thin / 2 - 0.3], [height * 0.22, height * 0.44], wide=0.6, high=1.2, arched=True)


@module("stadhuis", "landmark", (9.5, 11.5), (9.4, 11.2))
def stadhuis(spot: Spot, form: Form) -> None:
    """A town hall: columns under a pediment, steps, and the flag out."""
    width, height = form.width, form.height
    top = height - 2.0
    eaves, middle = top - 3.0, width / 2
    spot.rect(0.9, 0.8, width - 1.8, eaves - 0.8, "wall", BODY)
    spot.rect(0.4, eaves, width - 0.8, 0.8, "trim", ROOF)
    gable(spot, 0.9, eaves + 0.8, width - 1.8, top - eaves - 0.8, "wall")
    spot.rect(0, 0, width, 0.4, "trim", BODY)
    spot.rect(0.45, 0.4, width - 0.9, 0.4, "trim", BODY)
    spot.rect(1.5, 0.8, width - 3.0, eaves - 0.8, "glass", ON)
    for x in places(0.6, width - 0.6, 6, 0.7):
        spot.rect(x, 0.8, 0.7, eaves - 0.8, "trim", FINE)
    spot.rect(middle - 0.4, 0.8, 0.8, 2.0, "accent", ON + 0.5)
    clock(spot, middle, eaves + 1.7, 0.6, FINE)
    flag(spot, middle, top - 0.2, 2.2)


@module("stadstoren", "landmark", (4.8, 5.6), (14.0, 16.0))
def stadstoren(spot: Spot, form: Form) -> None:
    """The tower of a town, in tiers."""
    width, height = form.width, form.height
    low, second = height * 0.54, height * 0.74
    middle = width / 2
    spot.rect(0.25, 0, width - 0.5, low, "wall", BODY)
    spot.rect(0, low, width, 0.5, "trim", ROOF)
    spot.rect(width * 0.18, low + 0.5, width * 0.64, second - low - 0.5, "wall", BODY)
    spot.rect(width * 0.1, second, width * 0.8, 0.45, "trim", ROOF)
    spot.rect(width * 0.32, second + 0.45, width * 0.36, height * 0.08, "wall", BODY)
    peak = second + 0.45 + height * 0.08
    rise = height - peak - 0.6
    onion = (
        (middle - width * 0.24, peak),
        (middle + width * 0.24, peak),
        *((middle + width * 0.34, peak + rise * 0.5), (middle + 0.1, peak + rise * 0.5), (middle, peak + rise)),
        *((middle - 0.1, peak + rise * 0.5), (middle - width * 0.34, peak + rise * 0.5), (middle - width * 0.24, peak)),
    )
    spot.curve("mlcch", onion, "roof", ROOF)
    spot.circle(middle, height - 0.35, 0.35, "accent", FINE)
    spot.arch(middle - 0.8, 0, 1.6, 2.7, "glass", ON)
    clock(spot, middle, low - 1.6, 0.95)
    windows(spot, places(0, width, 2, 0.85), [low * 0.44], wide=0.85, high=1.9, arched=True)
    windows(spot, places(width * 0.18, width * 0.82, 2, 0.75), [low + 0.8], wide=0.75, high=1.7, arched=True)


@module("muziektent", "low", (6.0, 7.2), (5.4, 6.4))
def muziektent(spot: Spot, form: Form) -> None:
    """A bandstand."""
    width, height = form.width, form.height
    middle, eaves = width / 2, 3.6
    spot.rect(0.6, 0, width - 1.2, 0.9, "trim", BODY)
    for x in places(0.6, width - 0.6, 4, 0.3):
        spot.rect(x, 0.9, 0.3, eaves - 0.9, "post", BODY)
    spot.rect(0.9, 1.6, width - 1.8, 0.25, "post", ON)
    roof = (
        (0, eaves),
        (width, eaves),
        *((middle + width * 0.22, eaves + 0.5), (middle + 0.6, height - 1.4), (middle, height - 0.6)),
        *((middle - 0.6, height - 1.4), (middle - width * 0.22, eaves + 0.5), (0, eaves)),
    )
    spot.curve("mlcch", roof, "roof", ROOF)
    spot.circle(middle, height - 0.4, 0.4, "accent", ON)


@module("speeltuin", "low", (7.6, 9.2), (4.2, 5.0))
def speeltuin(spot: Spot, form: Form) -> None:
    """A playground: a slide and a swing."""
    width, height = form.width, form.height
    deck = height - 2.1
    for x in (0.4, 2.0):
        spot.rect(x, 0, 0.3, height - 1.2, "post", BODY)
    spot.rect(0.4, deck - 0.3, 1.9, 0.35, "post", ROOF)
    gable(spot, 0, height - 1.2, 2.7, 1.2, "accent", ROOF)
    slide = (
        (2.3, deck),
        *((3.2, deck - 0.2), (3.6, 0.55), (4.9, 0.35)),
        (4.9, 0.0),
        *((3.2, 0.0), (2.9, deck - 0.8), (2.3, deck - 0.4)),
    )
    spot.curve("mclch", slide, "white", ON, 0.4)
    left, right, beam = width - 3.0, width, height - 0.3
    for outer, inner in ((left, left + 0.55), (right, right - 0.55)):
        sign = 1 if inner > outer else -1
        foot = ((outer, 0), (outer + sign * 0.3, 0), (inner + sign * 0.3, beam), (inner, beam))
        spot.polygon(foot, "post", BODY, 0.3)
    spot.rect(left + 0.4, beam, right - left - 0.8, 0.3, "post", ROOF)
    middle = (left + right) / 2
    for x in (middle - 0.6, middle + 0.46):
        spot.rect(x, 1.2, 0.14, beam - 1.2, "post", FINE)
    spot.rect(middle - 0.75, 1.0, 1.5, 0.3, "accent", FINEST)
