"""A wheelchair seen from the front, the legs of who sits in it, and where the rest of that person is drawn."""

from dataclasses import dataclass, replace

from speelveld.beeld.brush import Spot
from speelveld.beeld.portrait_layers import CHAIR, LAP, WHEEL

# A person who is drawn down to the feet is smaller than a bust; the lap hides the lower edge of the bust.
_PERSON, _LAP = 0.6, 36.0
# On a disc feet and wheels need room below, and a sign stands in its corner below right: so small is all of it, so
# far from the lower edge, and so far to the left.
_ON_DISC, _LIFT, _ASIDE = 0.84, 10.0, 6.0


@dataclass(frozen=True, slots=True)
class Seated:
    """Where a seated figure is drawn: the chair with the legs, and the person from the waist up."""

    chair: Spot
    person: Spot


def seated(spot: Spot, *, disc: bool) -> Seated:
    """Return the two places on that of a bust, all of it within its disc if it has one."""
    chair = _within(spot, _ON_DISC, _LIFT, -_ASIDE) if disc else spot
    return Seated(chair, _within(chair, _PERSON, _LAP))


def _within(spot: Spot, scale: float, low: float, aside: float = 0.0) -> Spot:
    """Return a place so much smaller, in the middle or `aside` of it, from `low` up."""
    left = 50 * (1 - scale) + aside
    return replace(spot, x=spot.x + left * spot.unit, base=spot.base - low * spot.unit, unit=spot.unit * scale)


def draw_wheelchair(spot: Spot) -> None:
    """Draw the back with its two handles, the wheels beside the seat, and legs down to the foot-rests."""
    spot.polygon(((31, 22), (69, 22), (67, 59), (33, 59)), "steel", CHAIR, 30)
    for sign in (-1, 1):
        handle = 50 + sign * 22.5
        spot.bar((handle, 44), (handle, 63.5), 3.6, "wheel", CHAIR + 0.1)
        spot.bar((handle, 62), (handle + sign * 7.5, 62), 4.2, "wheel", CHAIR + 0.2)
        _leg(spot, sign)
        _wheel(spot, 50 + sign * 29)


def _leg(spot: Spot, sign: int) -> None:
    """Draw a knee that points at who looks, the leg below it, and a shoe on its rest."""
    inner, outer = 50 + sign * 1.2, 50 + sign * 19.5
    knee = (
        (inner, 40),
        *((50 + sign * 8, 42.5), (50 + sign * 17, 42.5), (outer, 37)),
        *((50 + sign * 21, 31), (50 + sign * 19, 26), (50 + sign * 16.5, 24)),
        (50 + sign * 15, 9),
        (50 + sign * 4.5, 9),
        (50 + sign * 3.2, 24),
        *((50 + sign * 1.5, 28), (inner, 33), (inner, 40)),
    )
    spot.curve("mcclllch", knee, "tint", LAP, 14)
    shoe = (
        (50 + sign * 4, 9.5),
        (50 + sign * 15.5, 9.5),
        *((50 + sign * 20, 8), (50 + sign * 20, 3.5), (50 + sign * 17, 3.5)),
        (50 + sign * 4, 3.5),
    )
    spot.curve("mlclh", shoe, "wheel", LAP + 0.1, 6)


def _wheel(spot: Spot, x: float) -> None:
    """Draw a wheel with its rim, turned a little to who looks."""
    y, rx, ry = 22.0, 8.0, 22.0
    if spot.in_lines:
        spot.ellipse(x, y, rx, ry, "ground", WHEEL)
        spot.ellipse(x, y, 3.0, 13.5, "ground", WHEEL + 0.2)
        return
    spot.ellipse(x, y, rx, ry, "wheel", WHEEL)
    spot.ellipse(x, y, rx - 3.2, ry - 3.8, "steel", WHEEL + 0.1)
    spot.ellipse(x, y, rx - 5.0, ry - 8.2, "wheel", WHEEL + 0.2)
