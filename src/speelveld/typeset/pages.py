"""Hand-outs: boxes that flow over pages, headings kept with what follows, furniture in the margins of each page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from speelveld.geometry import Edges, Rect, Size
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import build
from speelveld.typeset.containers import Container, is_tied
from speelveld.typeset.faults import SLACK, Misplaced, TooLong, in_mm
from speelveld.typeset.frame import Frame, Item
from speelveld.typeset.furniture import FURNITURE, Leaf, furnished
from speelveld.typeset.layout import Layout
from speelveld.typeset.text import HEADINGS, STYLES
from speelveld.units import mm

# White between two elements that name no style.
BETWEEN = mm(2.5)
# What a paper that is to be fewer pages keeps of its white, tried in this order.
_WHITES = (0.8, 0.6, 0.4)
_LEAST_WHITE = mm(1.4)


@dataclass(slots=True)
class Filled:
    """The text of a page: where it may stand, its items, and how far down it is filled."""

    body: Rect
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
    spare: bool = False
    """It takes what room is left on its page, and is left out where that is too little."""

    @property
    def breaks(self) -> bool:
        """Whether what follows starts on a new page."""
        return self.node.name == "page-break"


@dataclass(frozen=True, slots=True)
class Chapter:
    """What begins on a page of its own: a section, or what stands between two of these."""

    node: Node
    children: Sequence[Node]
    first: Rect
    following: Rect
    """Where text may stand on its first page, and on the pages after that."""


def typeset_document(layout: Layout, root: Node) -> list[Frame]:
    """Return the pages of a `document`, all of its size.

    Are they more than its `pages`? Then there is less white, and after that smaller letters where styles and font have
    these; if that does not help either, they stay as they were.
    """
    frames = _typeset(layout, root)
    most = layout.count(root, "pages", 1) if "pages" in root.attributes else len(frames)
    if len(frames) <= most or layout.all_misfits:
        return frames
    for tighter in _tighter(layout):
        found = _typeset(tighter, root)
        if len(found) <= most and not tighter.all_misfits:
            return found
    return frames


def _tighter(layout: Layout) -> Iterator[Layout]:
    """Yield layouts with ever less room for the same text."""
    steps = max(len(style.sizes) for style in layout.theme.styles.values())
    yield from (layout.tighter(white, layout.step) for white in _WHITES)
    yield from (layout.tighter(_WHITES[-1], step) for step in range(layout.step + 1, steps))


def _typeset(layout: Layout, root: Node) -> list[Frame]:
    size = Size(layout.size(root, "w"), layout.size(root, "h"))
    _check_headings(layout, root)
    made: list[tuple[Chapter, int, bool, Filled]] = []
    for chapter in _chapters(layout, root, size):
        flow = [_flowing(layout, child, chapter.first.width) for child in chapter.children]
        filled = _Flow(layout, chapter).pages(flow)
        made += [(chapter, number, number == len(filled), page) for number, page in enumerate(filled, 1)]
    title, lang = root.attributes["title"], root.attributes.get("lang", "nl-NL")
    frames = []
    for number, (chapter, within, last, page) in enumerate(made, 1):
        leaf = Leaf(size, page.body, number, len(made), number, number == len(made))
        furniture = furnished(layout, root, leaf)
        if chapter.node is not root:
            furniture += furnished(layout, chapter.node, replace(leaf, within=within, last=last))
        frames.append(Frame(size, (*furniture, *page.items), title, lang))
    return frames


def _chapters(layout: Layout, root: Node, size: Size) -> Iterator[Chapter]:
    """Yield the sections of a document, and what stands before, between and after them."""
    margin = layout.edges(root, "margin")
    body = size.box.inset(margin)
    loose: list[Node] = []
    seen = False
    for child in root.children:
        if child.name in FURNITURE:
            continue
        if child.name != "section":
            loose.append(child)
            continue
        if loose:
            yield Chapter(root, loose, body, body)
        loose, seen = [], True
        own = layout.edges(child, "margin", margin)
        top = layout.size(child, "next-top", own.top)
        inside = [inner for inner in child.children if inner.name not in FURNITURE]
        following = size.box.inset(Edges(top, own.right, own.bottom, own.left))
        yield Chapter(child, inside, size.box.inset(own), following)
    if loose or not seen:
        yield Chapter(root, loose, body, body)


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
        if child.name not in FURNITURE:
            found += _headings(child)
    return found


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
    spare = "spare" in node.attributes and layout.flag(node, "spare")
    return Flowing(node, box, x, before, after, is_tied(layout, node), spare)


def _white(layout: Layout, node: Node) -> tuple[float, float]:
    """Return the white before and after an element: what it says itself, or else its style."""
    before = after = BETWEEN
    if node.name in STYLES or "style" in node.attributes:
        style = layout.style(node, STYLES.get(node.name, "alinea"))
        before, after = style.before, style.after
    before, after = layout.size(node, "space-before", before), layout.size(node, "space-after", after)
    return _tightened(before, layout.white), _tightened(after, layout.white)


def _tightened(white: float, part: float) -> float:
    """Return what is left of some white between two elements: enough to keep a line clear of a box."""
    return max(min(white, _LEAST_WHITE), white * part)


class _Flow:
    """Fills page after page of a chapter."""

    def __init__(self, layout: Layout, chapter: Chapter) -> None:
        self._layout = layout
        self._following = chapter.following
        self._pages = [Filled(chapter.first)]

    def pages(self, flow: Sequence[Flowing]) -> list[Filled]:
        """Return the pages; one that stays empty, such as after a page break at the end, is left out."""
        after = 0.0
        for index, item in enumerate(flow):
            if item.breaks:
                self._turn()
                after = 0.0
                continue
            gap = max(item.before, after)
            if item.spare:
                after = self._fill(item, gap, after)
                continue
            if self._pages[-1].items and not _starts(flow, index, self._room(gap)):
                self._turn()
            self._add(item, gap)
            after = item.after
        return [page for page in self._pages if page.items] or self._pages[:1]

    def _turn(self) -> None:
        if self._pages[-1].items:
            self._pages.append(Filled(self._following))

    def _room(self, gap: float) -> float:
        page = self._pages[-1]
        return page.body.height - page.y - (gap if page.items else 0.0)

    def _fill(self, item: Flowing, gap: float, after: float) -> float:
        """Paint `item` over what is left of the page, if that is enough, and return the white that follows."""
        room = self._room(gap)
        if room < item.box.height - SLACK:
            return after
        self._paint(replace(item, box=build(self._layout, item.node, item.box.width, room)), room)
        return item.after

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
            self._paint(replace(item, box=box), room)
            box = rest
            if rest is not None:
                self._turn()

    def _paint(self, item: Flowing, room: float) -> None:
        """Paint a box where the last `room` points of the page begin."""
        page = self._pages[-1]
        page.y = page.body.height - room
        item.box.paint(page.body.x + item.x, page.body.y + page.y, page.items)
        page.y += item.box.height

    def _too_high(self, item: Flowing, box: Box) -> None:
        """Note that a box, or a part of it that cannot be cut, is higher than a whole page."""
        layout, page = self._layout, self._pages[-1].body.height

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
