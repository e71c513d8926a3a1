"""Hair of every kind, and a headscarf, round the head of a portrait."""

from collections.abc import Callable, Mapping

from speelveld.beeld.brush import Spot
from speelveld.beeld.portrait_layers import BEHIND, IN_FRONT, ON_HEAD


def draw_hair(spot: Spot, kind: str) -> None:
    """Draw one kind of hair, behind the head and on it."""
    _KINDS[kind](spot)


def draw_scarf(spot: Spot) -> None:
    """Draw a headscarf that leaves the face free."""
    outer = (
        (24, 22),
        *((30, 33), (28.5, 50), (29, 62)),
        *((29.5, 78), (38, 86.5), (50, 86.5)),
        *((62, 86.5), (70.5, 78), (71, 62)),
        *((71.5, 50), (70, 33), (76, 22)),
        *((64, 12), (36, 12), (24, 22)),
    )
    face = (
        (50, 77.5),
        *((42, 77.5), (36.2, 71), (36.2, 61)),
        *((36.2, 50), (42, 42.5), (50, 42.5)),
        *((58, 42.5), (63.8, 50), (63.8, 61)),
        *((63.8, 71), (58, 77.5), (50, 77.5)),
    )
    spot.curve("mccccch" + "mcccch", (*outer, *face), "scarf", ON_HEAD, 10)
    # One fold, from beside the chin to the shoulder: what lies under a chin looks like a beard.
    if spot.in_lines:
        spot.curve("mc", ((64.5, 47), *((60, 37), (48, 29), (34, 22.5))), "fold", IN_FRONT, 0)
        return
    fold = (
        (65, 49),
        *((61, 37), (48, 28.5), (31, 22)),
        *((47, 26.5), (62.5, 34), (66.8, 44)),
    )
    spot.curve("mcch", fold, "fold", IN_FRONT, 3)


def _cap(spot: Spot, low: float = 60, line: float = 69.5) -> None:
    """Draw hair on the skull down to `low`, with its line over the forehead at `line`."""
    points = (
        (32.4, low),
        *((29.5, 76), (36, 85), (50, 85)),
        *((64, 85), (70.5, 76), (67.6, low)),
        *((65.8, 65), (65, line - 1), (60, line + 1.5)),
        *((53, line + 3.5), (44, line + 0.5), (38.5, line)),
        *((35.5, line - 1), (34, 65), (32.4, low)),
    )
    spot.curve("mccccch", points, "hair", ON_HEAD, 10)


def _short(spot: Spot) -> None:
    _cap(spot)


def _quiff(spot: Spot) -> None:
    points = (
        (32.2, 61),
        *((29, 76), (33, 89.5), (53, 89.5)),
        *((70, 89.5), (73, 76), (67.8, 61)),
        *((66, 66.5), (64.5, 71), (59, 72)),
        *((49, 73), (41, 69), (37, 75)),
        *((35, 71), (34, 67), (32.2, 61)),
    )
    spot.curve("mccccch", points, "hair", ON_HEAD, 10)


def _part(spot: Spot) -> None:
    """Draw hair that is parted at one side and falls past the temples."""
    points = (
        (31.6, 54),
        *((28, 76), (36, 86.5), (50, 86.5)),
        *((64, 86.5), (72, 76), (68.4, 54)),
        *((67, 64), (60, 71), (45.5, 78.5)),
        *((39, 73), (33.4, 65), (31.6, 54)),
    )
    spot.curve("mcccch", points, "hair", ON_HEAD, 10)


def _long(spot: Spot) -> None:
    """Draw hair over the shoulders; what is seen of it behind the neck would be a second outline."""
    if not spot.in_lines:
        behind = ((33, 62), (67, 62), (67, 24), (33, 24))
        spot.polygon(behind, "hair", BEHIND, 30)
    points = (
        (24.5, 20),
        *((32, 31), (27, 50), (28.3, 64)),
        *((29.5, 79), (38, 86.5), (50, 86.5)),
        *((62, 86.5), (70.5, 79), (71.7, 64)),
        *((73, 50), (68, 31), (75.5, 20)),
        *((71, 16.5), (65, 16.5), (62.5, 20)),
        *((64, 32), (67, 48), (66.6, 60)),
        *((64, 68), (57, 73), (45.5, 78.5)),
        *((38.5, 73.5), (34.6, 68), (33.4, 60)),
        *((33, 48), (36, 32), (37.5, 20)),
        *((35, 16.5), (29, 16.5), (24.5, 20)),
    )
    spot.curve("m" + "c" * 10 + "h", points, "hair", ON_HEAD, 10)


def _bob(spot: Spot) -> None:
    """Draw hair to the chin, with a fringe."""
    if not spot.in_lines:
        spot.polygon(((33, 62), (67, 62), (67, 39), (33, 39)), "hair", BEHIND, 30)
    points = (
        (26.5, 39.5),
        *((25.5, 58), (26, 87), (50, 87)),
        *((74, 87), (74.5, 58), (73.5, 39.5)),
        *((71, 37), (66.5, 37), (64, 39.5)),
        *((66.5, 50), (67, 66), (64.5, 70)),
        *((58, 72.5), (42, 72.5), (35.5, 70)),
        *((33, 66), (33.5, 50), (36, 39.5)),
        *((33.5, 37), (29, 37), (26.5, 39.5)),
    )
    spot.curve("m" + "c" * 7 + "h", points, "hair", ON_HEAD, 10)


def _curls(spot: Spot) -> None:
    """Draw a cloud of curls as one shape, so that it has one outline."""
    points = (
        (32, 58),
        *((25, 58), (24, 67), (29, 69.5)),
        *((25, 76), (31, 83), (37, 81.5)),
        *((39, 89), (50, 90.5), (53, 85.5)),
        *((59, 90), (67, 86), (66, 79.5)),
        *((73, 79), (75.5, 70.5), (70.5, 67.5)),
        *((74.5, 63), (73, 57.5), (68, 58)),
        *((67, 62), (66, 65), (63, 68)),
        *((60, 74), (54, 70), (50, 71.5)),
        *((45, 74), (40, 72), (37, 68)),
        *((34, 65), (33, 62), (32, 58)),
    )
    spot.curve("m" + "c" * 10 + "h", points, "hair", ON_HEAD, 10)


def _afro(spot: Spot) -> None:
    spot.ellipse(50, 69, 26, 25, "hair", BEHIND)
    _cap(spot, low=63, line=71)


def _bun(spot: Spot) -> None:
    spot.circle(50, 89, 7.6, "hair", BEHIND)
    _cap(spot, low=62, line=71)


def _tail(spot: Spot) -> None:
    points = (
        (60, 80),
        *((78, 86), (83, 66), (77, 45)),
        *((76, 41), (72, 41), (72.5, 45)),
        *((74, 58), (70, 66), (60, 70)),
    )
    spot.curve("mccch", points, "hair", BEHIND, 10)
    _cap(spot, low=61, line=71)


def _braids(spot: Spot) -> None:
    for sign in (-1, 1):
        top, low = 50 + sign * 19, 50 + sign * 22
        points = [(top - sign * 4.5, 60.0), (top + sign * 3.5, 60.0)]
        for number in range(4):
            x, y = top + (low - top) * (number + 1) / 4, 60.0 - (number + 1) * 8.5
            points += [(x + sign * 7.2, y + 7), (x + sign * 7.2, y + 1), (x + sign * 3, y)]
        points += [(low + sign * 2, 22), (low - sign * 3, 22), (low - sign * 3, 26)]
        for number in range(3, -1, -1):
            x, y = top + (low - top) * number / 4, 60.0 - number * 8.5
            points += [(x - sign * 7.2, y - 7.5), (x - sign * 7.2, y - 1), (x - sign * 4.5, y)]
        spot.curve("ml" + "c" * 9 + "h", points, "hair", BEHIND + 0.1 * (2 + sign), 6)
    _part(spot)


def _balding(spot: Spot) -> None:
    """Draw hair that is left at the sides."""
    for sign in (-1, 1):
        points = (
            (50 + sign * 16.6, 55),
            *((50 + sign * 22, 58), (50 + sign * 21, 71), (50 + sign * 14.5, 74)),
            *((50 + sign * 15.5, 68), (50 + sign * 15.4, 62), (50 + sign * 16.6, 55)),
        )
        spot.curve("mcch", points, "hair", ON_HEAD, 4)


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
