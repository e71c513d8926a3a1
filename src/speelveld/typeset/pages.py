"""Hand-outs: boxes that flow over pages, headings kept with what follows, header and footer on each page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from speelveld.geometry import Rect, Size
from speelveld.markup import PAGE_COUNT, PAGE_NUMBER, Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import build
from speelveld.typeset.containers import Container, is_tied
from speelveld.typeset.faults import SLACK, Misplaced, TooLong, in_mm
from speelveld.typeset.frame import ARTIFACT, Frame, Item
from speelveld.typeset.groups import place_children
from speelveld.typeset.layout import Layout
from speelveld.typeset.text import HEADINGS, STYLES
from speelveld.units import mm

PARTS = frozenset({"header", "footer"})
# Header and footer stand this far from the paper's edge; an office printer leaves 5 mm white.
FURNITURE = mm(8)
# White between two elements that name no style.
BETWEEN = mm(2.5)


@dataclass(slots=True)
class Leaf:
    """The items on a page, and how far down it is filled."""

    items: list[Item] = field(default_factory=list)
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Flowing:
    """A child of a document with its box and the white it asks for; `breaks` is a page break."""

    node: Node
    box: Box
    x: float
    before: float
    after: float
    tied: bool

    @property
    def breaks(self) -> bool:
        """Whether what follows starts on a new page."""
        return self.node.name == "page-break"


def typeset_document(layout: Layout, root: Node) -> list[Frame]:
    """Return the pages of a `document`, all of its size."""
    size = Size(layout.size(root, "w"), layout.size(root, "h"))
    body = size.box.inset(layout.edges(root, "margin"))
    _check_headings(layout, root)
    flow = [_flowing(layout, child, body.width) for child in root.children if child.name not in PARTS]
    pages = _Flow(layout, body).pages(flow)
    title, lang = root.attributes["title"], root.attributes.get("lang", "nl-NL")
    frames = []
    for number, page in enumerate(pages, 1):
        furniture: list[Item] = []
        for part in root.children:
            if part.name in PARTS:
                _paint_part(layout, _numbered(part, number, len(pages)), size, body, furniture)
        frames.append(Frame(size, (*furniture, *page.items), title, lang))
    return frames


def _check_headings(layout: Layout, root: Node) -> None:
    """Note where the levels of headings skip one, or where there is not exactly one h1."""
    level = 0
    for node in _headings(root):
        own = HEADINGS[node.name]
        if own > level + 1:
            layout.wrong(
                node, f"<{node.name}> komt hier na {f'<h{level}>' if level else 'niets'}: er is een kop overgeslagen"
            )
        if own == 1 and level:
            layout.wrong(node, "een papier heeft precies één <h1>", "maak hier een <h2> van")
        level = own
    if not level:
        layout.wrong(root, "een papier heeft een <h1> nodig", "zet boven aan de tekst een <h1>")


def _headings(node: Node) -> list[Node]:
    found = [node] if node.name in HEADINGS else []
    for child in node.children:
        if child.name not in PARTS:
            found += _headings(child)
    return found


def _paint_part(layout: Layout, part: Node, size: Size, body: Rect, out: list[Item]) -> None:
    """Add a header or footer as decoration: a screen reader reads the page, not its furniture."""
    tall = layout.size(part, "h")
    above = part.name == "header"
    top = FURNITURE if above else size.height - FURNITURE - tall
    beyond = top + tall - body.y if above else body.bottom - top
    if beyond > SLACK:
        layout.misfits.append(
            Misplaced(layout.card, part, f"staat {in_mm(beyond)} over de tekst van de bladzijde heen")
        )
    placed = tuple(place_children(layout, part, body.width, tall))
    Container(body.width, tall, placed, tag=ARTIFACT).paint(body.x, top, out)


def _numbered(node: Node, number: int, count: int) -> Node:
    """Return `node` with the numbers of its page filled in."""
    pieces = [
        replace(piece, text=piece.text.replace(PAGE_NUMBER, str(number)).replace(PAGE_COUNT, str(count)))
        for piece in node.pieces
    ]
    children = [_numbered(child, number, count) for child in node.children]
    return Node(node.name, node.attributes, node.source, children, pieces)


def _flowing(layout: Layout, node: Node, width: float) -> Flowing:
    if node.name == "page-break":
        return Flowing(node, Container(0.0, 0.0, ()), 0.0, 0.0, 0.0, tied=False)
    tall = layout.size(node, "h") if "h" in node.attributes else None
    x = layout.length(node, "x")
    wide = layout.size(node, "w") if "w" in node.attributes else width - x
    box = build(layout, node, wide, tall)
    if x < -SLACK or x + wide > width + SLACK:
        beyond = max(-x, x + wide - width)
        layout.misfits.append(Misplaced(layout.card, node, f"steekt {in_mm(beyond)} buiten de bladspiegel"))
    before, after = _white(layout, node)
    return Flowing(node, box, x, before, after, is_tied(layout, node))


def _white(layout: Layout, node: Node) -> tuple[float, float]:
    """Return the white before and after an element: what it says itself, or else its style."""
    before = after = BETWEEN
    if node.name in STYLES or "style" in node.attributes:
        style = layout.style(node, STYLES.get(node.name, "alinea"))
        before, after = style.before, style.after
    return layout.size(node, "space-before", before), layout.size(node, "space-after", after)


class _Flow:
    """Fills page after page."""

    def __init__(self, layout: Layout, body: Rect) -> None:
        self._layout = layout
        self._body = body
        self._pages = [Leaf()]

    def pages(self, flow: Sequence[Flowing]) -> list[Leaf]:
        """Return the pages; one that stays empty, such as after a page break at the end, is left out."""
        after = 0.0
        for index, item in enumerate(flow):
            if item.breaks:
                self._turn()
                after = 0.0
                continue
            gap = max(item.before, after)
            if self._pages[-1].items and not _starts(flow, index, self._room(gap)):
                self._turn()
            self._add(item, gap)
            after = item.after
        return [page for page in self._pages if page.items] or self._pages[:1]

    def _turn(self) -> None:
        if self._pages[-1].items:
            self._pages.append(Leaf())

    def _room(self, gap: float) -> float:
        page = self._pages[-1]
        return self._body.height - page.y - (gap if page.items else 0.0)

    def _add(self, item: Flowing, gap: float) -> None:
        """Paint `item`, cut over as many pages as it needs."""
        box: Box | None = item.box
        while box is not None:
            page, room = self._pages[-1], self._room(gap)
            rest = None
            if box.height > room + SLACK:
                parts = box.split(room)
                if parts is None and page.items:
                    self._turn()
                    continue
                if parts is None:
                    self._too_high(item, box)
                else:
                    box, rest = parts
            page.y = self._body.height - room
            box.paint(self._body.x + item.x, self._body.y + page.y, page.items)
            page.y += box.height
            box = rest
            if rest is not None:
                self._turn()

    def _too_high(self, item: Flowing, box: Box) -> None:
        """Note that a box, or a part of it that cannot be cut, is higher than a whole page."""
        layout, page = self._layout, self._body.height

        def measure(other: Node) -> float:
            return _lacking(build(layout.probe(), other, item.box.width), page)

        layout.misfits.append(TooLong(layout.card, item.node, _lacking(box, page), measure))


def _lacking(box: Box, page: float) -> float:
    """Return how much higher a page has to be before `box` can be placed on pages, cut where that can be."""
    rest = box
    while rest.height > page + SLACK:
        parts = rest.split(page)
        if parts is None:
            low, high = page, rest.height
            while high - low > SLACK:
                middle = (low + high) / 2
                low, high = (middle, high) if rest.split(middle) is None else (low, middle)
            return high - page
        rest = parts[1]
    return 0.0


def _starts(flow: Sequence[Flowing], index: int, room: float) -> bool:
    """Tell whether the item at `index` can begin in `room`: with, if it is tied, the beginning of what follows."""
    item = flow[index]
    follows = flow[index + 1] if item.tied and index + 1 < len(flow) else None
    if item.box.height > room + SLACK:
        return follows is None and item.box.split(room) is not None
    if follows is None or follows.breaks:
        return True
    return _starts(flow, index + 1, room - item.box.height - max(item.after, follows.before))
