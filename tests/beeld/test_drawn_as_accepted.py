"""What is drawn changes only when somebody looked at it: after that, `python -m tests.beeld.test_drawn_as_accepted`.

Of each drawing the places of all its points are accepted, to a thousandth, as a short text.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path as FilePath

from speelveld.beeld import (
    CLOTHES,
    HAAR,
    LANDSCHAPPEN,
    MODULES,
    SHAPES,
    WORN,
    Lines,
    Piece,
    draw_building,
    draw_pattern,
    draw_portrait,
    draw_street,
    look_of,
)
from speelveld.geometry import Path, Size

ACCEPTED = FilePath(__file__).with_name("accepted.txt")
SEEDS = [f"casus {number}" for number in range(6)]
LINES = Lines(0.85, 2.3)


def mark(pieces: Iterable[tuple[str, Path]]) -> str:
    told = sha256()
    for tone, path in pieces:
        numbers = " ".join(f"{place:.3f}" for point in path.points for place in point)
        # Minus nought is nought.
        told.update(f"{tone} {path.steps} {numbers.replace('-0.000', '0.000')}\n".encode())
    return told.hexdigest()[:16]


def toned(pieces: Iterable[Piece]) -> Iterator[tuple[str, Path]]:
    return ((piece.tone, piece.path) for piece in pieces)


def drawn() -> Iterator[tuple[str, Iterable[tuple[str, Path]]]]:
    """Yield every drawing there is with its name: each building, person, street and pattern, filled and in lines."""
    for name in sorted(MODULES):
        for seed, lines in product(SEEDS, (None, LINES)):
            how = "lijnen" if lines else "vlakken"
            yield f"{name}, {seed}, {how}", toned(draw_building(name, seed, Size(80, 60), lines))
    looks = [
        *({"haar": haar} for haar in HAAR),
        *({worn: True} for worn in WORN),
        *({"kleren": kleren} for kleren in CLOTHES),
        *({"huid": huid} for huid in range(1, 7)),
    ]
    for chosen, disc, lines in product(looks, (True, False), (None, LINES)):
        how = f"{'schijf' if disc else 'vierkant'}, {'lijnen' if lines else 'vlakken'}"
        yield f"mens, {chosen}, {how}", toned(draw_portrait(look_of("casus", chosen), 60, disc=disc, lines=lines))
    for landscape, seed, lines in product(LANDSCHAPPEN, SEEDS[:2], (None, LINES)):
        how = "lijnen" if lines else "vlakken"
        yield f"straat, {landscape}, {seed}, {how}", toned(draw_street(landscape, seed, Size(600, 100), lines))
    for shape in SHAPES:
        yield f"patroon, {shape}", [("", draw_pattern(shape, 9, Size(80, 60)))]


def marks() -> list[str]:
    return [f"{name}: {mark(pieces)}" for name, pieces in drawn()]


def test_everything_is_drawn_as_it_was_accepted() -> None:
    accepted = ACCEPTED.read_text(encoding="utf-8").splitlines()
    now = marks()
    assert len(now) > 500
    assert [line for line in now if line not in set(accepted)] == []
    assert now == accepted


def test_a_point_that_moved_by_a_hundredth_is_seen() -> None:
    pieces = list(toned(draw_building("school", "casus 0", Size(80, 60))))
    (tone, path), *others = pieces
    points = (*path.points[:-1], path.points[-1]._replace(x=path.points[-1].x + 0.01))
    assert mark([(tone, Path(path.steps, points)), *others]) != mark(pieces)


if __name__ == "__main__":
    ACCEPTED.write_text("".join(f"{line}\n" for line in marks()), encoding="utf-8")
