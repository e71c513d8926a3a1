"""The set onderdelen of a kit → one page that shows the game in play: the board on a table, with cards fanned out.

A picture to look at, not a sheet to print: everything lies on it at its own size.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

from speelveld.colors import Color
from speelveld.geometry import HERE, Matrix, Path, Point, Rect, Size, rounded
from speelveld.pages.page import Laid, Page, SetOnderdeel
from speelveld.typeset import Frame, Group, Item, Shape
from speelveld.units import mm

Kinds = Mapping[str, SetOnderdeel]
"""What lies on the table, by its `soort` in the kit."""

_TABLE = Color("tafel", (0.80, 0.70, 0.57), (0.10, 0.22, 0.38, 0.10))
_SEAM = Color("naad", (0.74, 0.64, 0.51), (0.12, 0.25, 0.42, 0.15))
_SHADOW = Color("schaduw", (0.62, 0.52, 0.40), (0.20, 0.32, 0.48, 0.25))
_PAPER = Color("papier", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
_EDGE = Color("snede", (0.75, 0.74, 0.72), (0.0, 0.0, 0.0, 0.3))
# Round the board: room for hands of cards, and for those who sit at the near side.
_BESIDE, _BEHIND, _BEFORE = mm(205), mm(34), mm(172)
_PLANK = mm(148)
_DROP = Point(mm(1.6), mm(2.2))
_CORNER = mm(2.5)
# A place on the board is this much larger than its card.
_PLACE = mm(0.5), mm(6)
# Where chips lie in a heap, in mm, and how they are turned.
_MONEY = ((-150, -14, 8), (-112, 6, -14), (-70, -10, 5), (-128, 42, 20), (-84, 38, -6), (-40, 26, 14))
_VOTES = ((58, 2, -10), (98, -16, 12), (136, 12, 3))
# A space of the way is larger than what is printed on it.
_LARGE, _ALIKE = mm(20), mm(0.2)


@dataclass(slots=True)
class _Table:
    """What lies on the table so far, from below."""

    size: Size
    laid: list[Laid] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def lay(self, laid: Laid) -> None:
        """Lay a sheet over all that lies."""
        if self.items:
            self.laid.append(Laid(Frame(self.size, tuple(self.items), "Spel op tafel"), self.size.box))
            self.items = []
        self.laid.append(laid)

    def put(self, frame: Frame, middle: Point, turn: float = 0.0) -> None:
        """Lay a card with its middle at a point."""
        self.items.append(_lying(frame, rounded(frame.size.box, _CORNER), frame.size.box, middle, turn))

    def put_cut(self, frame: Frame, middle: Point, turn: float) -> None:
        """Lay a chip, cut along the first shape that is printed on it, as people do with scissors."""
        edge = next((shape.path for shape, _ in _shapes(frame.items, HERE) if shape.fill is not None), None)
        if edge is not None:
            self.items.append(_lying(frame, edge, edge.bounds, middle, turn))

    def stand(self, frame: Frame, part: Rect, at: Point) -> None:
        """Stand what is folded with the side that one sees, `part` of its sheet, at a point; over all that lies."""
        box = frame.size.box.moved(at.x - part.x, at.y - part.y)
        self.lay(Laid(frame, box, clip=Rect(at.x, at.y, part.width, part.height)))

    def page(self) -> Page:
        """Return all that lies on it."""
        loose = Frame(self.size, tuple(self.items), "Spel op tafel")
        return Page(self.size, (*self.laid, Laid(loose, self.size.box)))


def tableau(board: Frame, kinds: Kinds) -> Page:
    """Return the picture of a game that is being played on `board`, with as much of the rest as there is."""
    # Cut to what is printed on it, as one does with the white edge of a board in pieces.
    art = board.art or board.size.box
    size = Size(art.width + 2 * _BESIDE, art.height + _BEHIND + _BEFORE)
    cut = Rect(_BESIDE, _BEHIND, art.width, art.height)
    at = board.size.box.moved(cut.x - art.x, cut.y - art.y)
    table = _Table(size)
    table.items += _wood(size)
    table.items += _sheet(cut, mm(6))
    table.lay(Laid(board, at, clip=cut))
    _play(table, board, at, kinds)
    _pawn(table, board, at, kinds)
    _hands(table, cut, kinds)
    return table.page()


def _wood(size: Size) -> Iterator[Shape]:
    yield Shape(Path.outline(size.box), _TABLE)
    down = _PLANK
    while down < size.height:
        yield Shape(Path.line(Point(0, down), Point(size.width, down)), None, _SEAM, mm(1))
        down += _PLANK


def _sheet(box: Rect, corner: float) -> Iterator[Shape]:
    """Yield the shadow of a sheet of paper, and the paper."""
    yield Shape(rounded(box.moved(*_DROP), corner), _SHADOW)
    yield Shape(rounded(box, corner), _PAPER, _EDGE, mm(0.3))


def _lying(frame: Frame, edge: Path, box: Rect, middle: Point, turn: float) -> Group:
    """Return what is printed, on paper that is cut along `edge`, with the middle of `box` at a point."""
    to_middle = Matrix.moving(-box.x - box.width / 2, -box.y - box.height / 2)
    matrix = to_middle.before(Matrix.turning(turn, Point(0.0, 0.0))).before(Matrix.moving(*middle))
    # The shadow falls the same way however a card lies.
    shadow = Shape(edge.through(matrix.before(Matrix.moving(*_DROP))), _SHADOW)
    paper = Shape(edge, frame.fill or _PAPER, _EDGE, mm(0.3))
    return Group(None, (shadow, Group(None, (paper, *frame.items), matrix)))


def _fan(table: _Table, cards: Sequence[Frame], pivot: Point, radius: float, spread: float, lean: float = 0.0) -> None:
    """Lay cards as they are held in a hand: on a circle around `pivot`, over `spread` degrees in all."""
    step = spread / max(1, len(cards) - 1)
    for number, card in enumerate(cards):
        turn = lean - spread / 2 + step * number
        middle = Point(pivot.x + radius * sin(radians(turn)), pivot.y - radius * cos(radians(turn)))
        table.put(card, middle, turn)


def _play(table: _Table, board: Frame, at: Rect, kinds: Kinds) -> None:
    """Lay cards on the places of the board: fronts, and backs where the pile lies face down."""
    fronts = {soort: iter(kinds[soort].fronts) for soort in kinds}
    places = [(soort, box) for soort, box in _places(board, kinds) if soort in fronts]
    played = 0
    for number, (soort, box) in enumerate(places):
        middle = Point(at.x + box.x + box.width / 2, at.y + box.y + box.height / 2)
        pile = kinds[soort].backs
        if soort in ("kans", "uitdaging") and pile:
            for deep in range(3):
                table.put(pile[0], Point(middle.x - mm(0.9) * deep, middle.y - mm(0.9) * deep), 0.6 * (deep - 1))
            continue
        played += soort == "aanpak"
        # The last steps of the way are still to be chosen.
        if soort == "aanpak" and played > 3:
            continue
        if card := next(fronts[soort], None):
            table.put(card, middle, (0.8, -1.1, 0.4)[number % 3])


def _pawn(table: _Table, board: Frame, at: Rect, kinds: Kinds) -> None:
    """Stand the pawn on an open space of the way, a third from its start."""
    stones = list(_stones(board))
    open_ = [box for number, (box, fill) in enumerate(stones) if fill == "wit" and number >= len(stones) / 3]
    pawn = next(iter(kinds["pion"].fronts), None) if "pion" in kinds else None
    if pawn is None or not open_:
        return
    stone = open_[0]
    # The strip of a pawn: the back, then the front of the same height, 46 of its 134 mm; its point is 42.5 mm down.
    high = pawn.size.height * 46 / 134
    tip = Point(at.x + stone.x + stone.width / 2, at.y + stone.y + stone.height * 0.7)
    left, top = tip.x - pawn.size.width / 2, tip.y - high * 42.5 / 46
    # Without the dashes along which it is folded.
    table.stand(pawn, Rect(0, high + mm(1), pawn.size.width, high - mm(2)), Point(left, top + mm(1)))


def _hands(table: _Table, at: Rect, kinds: Kinds) -> None:
    """Lay what the players hold and have before them round the board."""
    low = table.size.height
    # Between the hands in the two corners.
    room = int((table.size.width - 2 * mm(290)) // mm(204))
    tents = list(_spread(kinds["tent"].fronts, min(3, max(1, room)))) if "tent" in kinds else []
    for number, tent in enumerate(tents):
        half = Rect(0, tent.size.height / 2, tent.size.width, tent.size.height / 2)
        middle = at.x + at.width / 2 + (number - (len(tents) - 1) / 2) * (tent.size.width + mm(14))
        place = Rect(middle - half.width / 2, at.bottom + mm(30), half.width, half.height)
        table.items += _sheet(place, mm(1))
        table.stand(tent, half, Point(place.x, place.y))
    if "rol" in kinds:
        _fan(table, list(_spread(kinds["rol"].fronts, 6)), Point(mm(112), low + mm(96)), mm(236), 58, 2)
    if "aanpak" in kinds:
        _fan(table, list(kinds["aanpak"].fronts[4:9]), Point(table.size.width - mm(112), low + mm(70)), mm(190), 56, -4)
    if "opgave" in kinds:
        fit = 3 if at.height > mm(500) else 2
        for number, card in enumerate(kinds["opgave"].fronts[1 : 1 + fit]):
            table.put(card, Point(mm(92) + mm(9) * number, mm(120) + mm(112) * number), (-7, 4, -3)[number])
    for number, soort in enumerate(("kans", "uitdaging")):
        if soort in kinds and kinds[soort].fronts:
            beside = Point(table.size.width - mm(96) - mm(8) * number, mm(112) + mm(150) * number)
            table.put(kinds[soort].fronts[-1], beside, (6, -5)[number])
    _chips(table, at, kinds)


def _chips(table: _Table, at: Rect, kinds: Kinds) -> None:
    """Lay some money to the right of the board, and some votes to the left."""
    sides = ((_MONEY, "geldfiche", table.size.width, 0.64), (_VOTES, "stemfiche", 0.0, 0.79))
    for heap, soort, side, down in sides:
        chips = kinds[soort].fronts if soort in kinds else ()
        for chip, (x, y, turn) in zip(chips, heap, strict=False):
            table.put_cut(chip, Point(side + mm(x), at.y + down * at.height + mm(y)), turn)


def _places(board: Frame, kinds: Kinds) -> Iterator[tuple[str, Rect]]:
    """Yield the places for cards that are drawn on the board, with the kind whose colour their edge has."""
    cards = {frame.size for kind in kinds.values() for frame in kind.fronts[:1]}
    for shape, matrix in _shapes(board.items, HERE):
        if shape.fill is None or shape.stroke is None:
            continue
        box = matrix.around(shape.path.bounds)
        if any(_PLACE[0] <= side <= _PLACE[1] for side in _slack(box, cards)):
            yield shape.stroke.name.split("-")[0], box


def _slack(box: Rect, cards: Iterable[Size]) -> Iterator[float]:
    """Yield how much larger a box is than each card, where that is as much across as down."""
    for card in cards:
        across, down = box.width - card.width, box.height - card.height
        if abs(across - down) < mm(1):
            yield across


def _stones(board: Frame) -> Iterator[tuple[Rect, str]]:
    """Yield the spaces of the way with the name of their colour: round squares, as large as those of a kans."""
    found = [
        (matrix.around(shape.path.bounds), shape.fill.name)
        for shape, matrix in _shapes(board.items, HERE)
        if shape.fill is not None and "c" in shape.path.steps and "l" in shape.path.steps
    ]
    squares = [(box, fill) for box, fill in found if abs(box.width - box.height) < _ALIKE and box.width > _LARGE]
    side = next((box.width for box, fill in squares if fill == "kans"), 0.0)
    yield from ((box, fill) for box, fill in squares if abs(box.width - side) < _ALIKE)


def _shapes(items: Iterable[Item], matrix: Matrix) -> Iterator[tuple[Shape, Matrix]]:
    for item in items:
        if isinstance(item, Shape) and item.path:
            yield item, matrix
        elif isinstance(item, Group):
            yield from _shapes(item.items, item.matrix.before(matrix) if item.matrix else matrix)


def _spread(frames: Sequence[Frame], number: int) -> Iterator[Frame]:
    """Yield so many of the frames, from all of the row."""
    count = min(number, len(frames))
    yield from (frames[place * len(frames) // count] for place in range(count))
