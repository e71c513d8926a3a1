"""A look → a faceless bust in flat shapes, in a square; in front of a disc it ends where the disc ends."""

from functools import lru_cache

from speelveld.beeld.brush import Brush, Lines, Piece, Spot
from speelveld.beeld.hair import draw_hair, draw_scarf
from speelveld.beeld.looks import Look

TONES = ("ground", "skin", "shade", "hair", "body", "cloth", "dark", "scarf", "steel")
"""The roles of the colours of a portrait: what is behind it, skin and its shadow, hair, dress, what is worn with it."""

GRID = 100.0
"""The square in which a portrait is drawn, y upwards."""

GROUND, CHAIR, HAIR_BACK, NECK, BODY, CLOTHES, HEAD, BEARD, HAIR, GLASSES, WHEEL = range(11)


@lru_cache(maxsize=256)
def draw_portrait(look: Look, size: float, *, disc: bool, lines: Lines | None = None) -> tuple[Piece, ...]:
    """Return the pieces of a portrait in a square of `size` points, in front of a disc or not.

    With `lines` it is drawn in these.
    """
    brush = Brush(lines)
    spot = Spot(brush, 0.0, size, size / GRID, {})
    if disc:
        spot.circle(50, 50, 50, "ground", GROUND)
    _body(spot, disc=disc)
    _clothes(spot, look.kleren)
    spot.rect(43, 27, 14, 18, "shade", CLOTHES - 0.5)
    spot.ellipse(50, 29, 7, 5, "shade", CLOTHES - 0.4)
    for x in (32.5, 67.5):
        spot.circle(x, 58, 4.6, "skin", HEAD - 0.5)
    spot.ellipse(50, 60, 17.5, 20.5, "skin", HEAD)
    if look.hoofddoek:
        draw_scarf(spot)
    else:
        draw_hair(spot, look.haar)
        if look.baard:
            _beard(spot)
    if look.bril:
        _glasses(spot)
    if look.hoorapparaat and not look.hoofddoek:
        spot.ellipse(68.5, 60, 2.6, 5.2, "steel", GLASSES)
    if look.rolstoel:
        _wheelchair(spot)
    return brush.pieces


def _body(spot: Spot, *, disc: bool) -> None:
    low, side = (14.0, 15.3) if disc else (0.0, 12.0)
    points = [
        (side, low),
        *((side + 1, low + 13), (27, 27), (43, 31)),
        (57, 31),
        *((73, 27), (99 - side, low + 13), (100 - side, low)),
    ]
    steps = "mclc"
    if disc:
        points += [(75, 5), (63.6, 0), (50, 0), (36.4, 0), (25, 5), (side, low)]
        steps += "cc"
    spot.curve(steps + "h", points, "body", BODY, 30)


def _clothes(spot: Spot, kind: str) -> None:
    match kind:
        case "v-hals":
            spot.polygon(((41, 31.2), (59, 31.2), (50, 14)), "shade", CLOTHES, 18)
        case "kraag":
            spot.polygon(((42, 33), (50, 24), (37, 20)), "cloth", CLOTHES, 6)
            spot.polygon(((58, 33), (50, 24), (63, 20)), "cloth", CLOTHES, 6)
        case "jasje":
            spot.polygon(((40, 31), (60, 31), (50, 6)), "cloth", CLOTHES - 0.6, 10)
        case "trui":
            spot.rect(39, 26, 22, 7, "body", CLOTHES + 0.2)
        case "sjaal":
            spot.ellipse(50, 31, 15, 6, "cloth", CLOTHES)
            spot.rect(54, 12, 7, 18, "cloth", CLOTHES)


def _beard(spot: Spot) -> None:
    points = (
        (32.5, 60),
        *((32.5, 44), (40, 36.5), (50, 36.5)),
        *((60, 36.5), (67.5, 44), (67.5, 60)),
        *((64, 50), (58, 51), (50, 51)),
        *((42, 51), (36, 50), (32.5, 60)),
    )
    spot.curve("mcccch", points, "hair", BEARD, 10)


def _glasses(spot: Spot) -> None:
    for x in (42, 58):
        _ring(spot, x, 60, 6.6, 4.9)
    spot.rect(48, 60, 4, 1.7, "dark", GLASSES)


def _ring(
    spot: Spot, x: float, y: float, outer: float, inner: float, layer: float = GLASSES, tone: str = "dark"
) -> None:
    k = 0.5523
    points = []
    for r, way in ((outer, 1), (inner, -1)):
        points += [
            (x + r, y),
            *((x + r, y + way * r * k), (x + r * k, y + way * r), (x, y + way * r)),
            *((x - r * k, y + way * r), (x - r, y + way * r * k), (x - r, y)),
            *((x - r, y - way * r * k), (x - r * k, y - way * r), (x, y - way * r)),
            *((x + r * k, y - way * r), (x + r, y - way * r * k), (x + r, y)),
        ]
    spot.curve("mcccchmcccch", points, tone, layer, outer - inner)


def _wheelchair(spot: Spot) -> None:
    for x in (17, 75):
        spot.rect(x, 10, 8, 32, "steel", CHAIR)
    for x in (14, 75):
        spot.rect(x, 38, 11, 5, "dark", CHAIR + 0.1)
