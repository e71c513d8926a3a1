"""Set boards and sheets, and the cards of a shop → which of these are too large for the places made for them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from speelveld.errors import Problem
from speelveld.geometry import HERE, Matrix, Size
from speelveld.paper import FORMATS, in_mm
from speelveld.typeset import Frame, Group, Item, Shape
from speelveld.units import mm

_SAME = mm(0.1)


def too_small(titel: str, frames: Iterable[Frame], sizes: Mapping[str, Size], usual: str) -> Iterator[Problem]:
    """Yield what to tell of an onderdeel whose places cannot hold the cards as a shop cuts them to `sizes`.

    `usual` says what a user asks to have cards of the usual size, such as "zonder 'formaten'".
    """
    places = Counter(place for frame in frames for place in _places(frame.items, HERE))
    for (name, wide, high), number in places.items():
        place, card = Size(wide, high), sizes[name]
        if place.holds(card, _SAME):
            continue
        how_many = "de plek" if number == 1 else f"de {number} plekken"
        message = (
            f"{titel}: een kaart van {in_mm(card)} past niet op {how_many} van {in_mm(place)} die ervoor gemaakt zijn"
        )
        yield Problem(message, hint=f"{usual} wordt een kaart {in_mm(FORMATS[name])}, en dan past zij")


def _places(items: Sequence[Item], matrix: Matrix) -> Iterator[tuple[str, float, float]]:
    """Yield each place as the format it is for, and its width and height."""
    for item in items:
        if isinstance(item, Group):
            yield from _places(item.items, item.matrix.before(matrix) if item.matrix else matrix)
        elif isinstance(item, Shape) and item.place is not None:
            box = matrix.around(item.path.bounds)
            yield item.place, round(box.width, 2), round(box.height, 2)
