"""A look → a faceless bust in flat shapes, in a square; in front of a disc it ends where the disc ends."""

from functools import lru_cache

from speelveld.beeld.brush import Brush, Lines, Piece, Spot
from speelveld.beeld.clothes import PLAIN, draw_clothes
from speelveld.beeld.hair import draw_hair, draw_scarf
from speelveld.beeld.looks import Look
from speelveld.beeld.portrait_layers import BODY, GROUND, HEAD, IN_FRONT, NECK, ON_FACE, RIM
from speelveld.beeld.wheelchair import draw_wheelchair, seated

TONES = (
    *("ground", "skin", "shade", "hair", "frame", "scarf", "fold"),
    *("body", "tint", "cloth", "wheel", "steel"),
)
"""The roles of the colours: what is behind a person; skin and its shadow, hair, glasses, a headscarf and its folds;
dress, a lighter tint of it and what is worn under it; a wheelchair."""

GRID = 100.0
"""The square in which a portrait is drawn, y upwards."""


@lru_cache(maxsize=256)
def draw_portrait(look: Look, size: float, *, disc: bool, lines: Lines | None = None) -> tuple[Piece, ...]:
    """Return the pieces of a portrait in a square of `size` points, in front of a disc or not.

    With `lines` it is drawn in these.
    """
    brush = Brush(lines)
    spot = Spot(brush, 0.0, size, size / GRID, {})
    if disc:
        spot.circle(50, 50, 50, "ground", GROUND)
    if look.rolstoel:
        figure = seated(spot, disc=disc)
        draw_wheelchair(figure.chair)
        spot = figure.person
    whole = disc and not look.rolstoel
    bearded = look.baard and not look.hoofddoek
    _body(spot, disc=whole)
    if not (look.rolstoel and spot.in_lines):
        # In lines there is no room for dress on so small a figure.
        draw_clothes(spot, PLAIN if look.hoofddoek else look.kleren, bearded=bearded)
    _neck(spot, bearded=bearded)
    for x in (33.2, 66.8):
        spot.circle(x, 59, 4.4, "skin", HEAD - 0.5)
    spot.ellipse(50, 61, 17, 20, "skin", HEAD)
    if look.hoofddoek:
        draw_scarf(spot)
    else:
        draw_hair(spot, look.haar)
        if look.baard:
            _beard(spot)
        if look.hoorapparaat:
            _hearing_aid(spot)
    if look.bril:
        _glasses(spot)
    if whole and not spot.in_lines:
        # A body in the colour of what the disc lies on would seem bitten out of the disc.
        spot.ring((50, 50), (50, 48.4), "ground", RIM)
    return brush.pieces


def _body(spot: Spot, *, disc: bool) -> None:
    """Draw neck-line, shoulders and arms; on a disc down to its edge, and otherwise to the foot of the square."""
    low, side, arm = (15.0, 14.3, 15.0) if disc else (0.0, 11.0, 27.0)
    points: list[tuple[float, float]] = [
        (side, low),
        *((side + 1, low + arm), (30, 29), (42, 33)),
        (58, 33),
        *((70, 29), (99 - side, low + arm), (100 - side, low)),
    ]
    steps = "mclc"
    if disc:
        # The edge of the disc, in two arcs.
        points += [(76.3, 5.6), (63.5, 0), (50, 0), (36.5, 0), (23.7, 5.6), (side, low)]
        steps += "cc"
    spot.curve(steps + "h", points, "body", BODY, 30)


def _neck(spot: Spot, *, bearded: bool) -> None:
    """Draw the neck in the shadow of the head, down to a round neck-line.

    Of a neck under a beard only its foot is seen, which looks like a tongue: there one wears a shirt up to the chin.
    """
    if bearded and spot.in_lines:
        return
    points = (
        (43.2, 48),
        (56.8, 48),
        (56.8, 33.5),
        *((56.8, 24.5), (43.2, 24.5), (43.2, 33.5)),
    )
    spot.curve("mllch", points, "cloth" if bearded else "shade", NECK, 12)


def _beard(spot: Spot) -> None:
    points = (
        (33, 62),
        *((32.6, 45), (39.5, 36), (50, 36)),
        *((60.5, 36), (67.4, 45), (67, 62)),
        *((65.5, 54), (62, 48.5), (56.5, 49.5)),
        *((54, 51.5), (46, 51.5), (43.5, 49.5)),
        *((38, 48.5), (34.5, 54), (33, 62)),
    )
    spot.curve("mccccch", points, "hair", ON_FACE, 10)


def _glasses(spot: Spot) -> None:
    for x in (42.0, 58.0):
        spot.ring((x, 60.5), (6.4, 4.7), "frame", IN_FRONT)
    spot.rect(47.8, 60.6, 4.4, 1.7, "frame", IN_FRONT)
    for x in (32.6, 64):
        spot.rect(x, 60.8, 3.4, 1.7, "frame", IN_FRONT)


def _hearing_aid(spot: Spot) -> None:
    ear = (
        (67.2, 64.5),
        *((71.5, 66.5), (74.2, 62), (72, 57)),
        *((71, 54.6), (68.2, 54.6), (68.8, 57)),
        *((70.3, 60.5), (70, 62.5), (67.2, 61.6)),
    )
    spot.curve("mccch", ear, "steel", IN_FRONT, 2.5)
