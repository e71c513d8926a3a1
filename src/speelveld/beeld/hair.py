"""Hair of every kind, and a headscarf, round a head in the square of a portrait."""

from collections.abc import Callable, Mapping

from speelveld.beeld.brush import Spot

BACK, FRONT = 2, 8


def draw_hair(spot: Spot, kind: str) -> None:
    """Draw one kind of hair, behind the head and on it."""
    _KINDS[kind](spot)


def draw_scarf(spot: Spot) -> None:
    """Draw a headscarf that leaves the face free."""
    points = (
        (26, 22),
        *((30, 34), (27, 50), (27.5, 62)),
        *((28, 78), (38, 86), (50, 86)),
        *((62, 86), (72, 78), (72.5, 62)),
        *((73, 50), (70, 34), (74, 22)),
        *((62, 15), (38, 15), (26, 22)),
    )
    hole = (
        (50, 77),
        *((41.5, 77), (36, 70), (36, 60)),
        *((36, 50), (42, 42), (50, 42)),
        *((58, 42), (64, 50), (64, 60)),
        *((64, 70), (58.5, 77), (50, 77)),
    )
    spot.curve("mccccch" + "mcccch", (*points, *hole), "scarf", FRONT, 10)


def _cap(spot: Spot, low: float = 58, line: float = 68) -> None:
    """Draw hair on the skull down to `low`, with its line over the forehead at `line`."""
    points = (
        (31.5, low),
        *((29, 76), (37, 84.5), (50, 84.5)),
        *((63, 84.5), (71, 76), (68.5, low)),
        *((66, 64), (65, line), (60, line + 2)),
        *((52, line + 3), (44, line), (38, line)),
        *((35, line), (34, 64), (31.5, low)),
    )
    spot.curve("mccccch", points, "hair", FRONT, 10)


def _short(spot: Spot) -> None:
    _cap(spot)


def _quiff(spot: Spot) -> None:
    points = (
        (31.5, 60),
        *((29.5, 74), (34, 88), (52, 88)),
        *((70, 88), (72, 76), (68.5, 60)),
        *((66, 66), (64, 70), (58, 71)),
        *((48, 72), (40, 68), (36.5, 74)),
        *((34.5, 70), (33.5, 66), (31.5, 60)),
    )
    spot.curve("mccccch", points, "hair", FRONT, 10)


def _fall(spot: Spot, low: float, out: float) -> None:
    points = (
        (50 - out, low),
        *((27, 50), (24, 85.5), (50, 85.5)),
        *((76, 85.5), (73, 50), (50 + out, low)),
    )
    spot.curve("mcch", points, "hair", BACK, 30)


def _long(spot: Spot) -> None:
    _fall(spot, 18, 27)
    _part(spot)


def _bob(spot: Spot) -> None:
    _fall(spot, 38, 23)
    _part(spot)


def _part(spot: Spot) -> None:
    points = (
        (31, 54),
        *((28, 76), (37, 85.5), (50, 85.5)),
        *((63, 85.5), (72, 76), (69, 54)),
        *((66, 66), (58, 71), (45, 77)),
        *((38, 72), (33, 64), (31, 54)),
    )
    spot.curve("mcccch", points, "hair", FRONT, 10)


def _curls(spot: Spot) -> None:
    for number, (x, y) in enumerate(((34, 66), (37, 76), (45, 82), (55, 82), (63, 76), (66, 66))):
        spot.circle(x, y, 7, "hair", FRONT + number * 0.01)


def _afro(spot: Spot) -> None:
    spot.circle(50, 68, 25, "hair", BACK)
    _cap(spot, low=62, line=70)


def _bun(spot: Spot) -> None:
    spot.circle(50, 88, 8, "hair", BACK)
    _cap(spot, low=62, line=70)


def _tail(spot: Spot) -> None:
    points = ((62, 76), *((82, 82), (80, 52), (74, 40)), *((76, 54), (70, 62), (60, 66)))
    spot.curve("mcch", points, "hair", BACK, 10)
    _cap(spot, low=60, line=70)


def _braids(spot: Spot) -> None:
    for x in (29, 71):
        for number in range(4):
            spot.ellipse(x, 52 - number * 8, 5, 5.4, "hair", BACK + number * 0.01)
    _part(spot)


def _balding(spot: Spot) -> None:
    for x in (33, 67):
        spot.ellipse(x, 64, 4.2, 8, "hair", BACK)


def _bald(spot: Spot) -> None:
    del spot


_KINDS: Mapping[str, Callable[[Spot], None]] = {
    "kort": _short,
    "kuif": _quiff,
    "lang": _long,
    "bob": _bob,
    "krullen": _curls,
    "afro": _afro,
    "knot": _bun,
    "staart": _tail,
    "vlechten": _braids,
    "kalend": _balding,
    "kaal": _bald,
}
