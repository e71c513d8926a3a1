"""Hand-outs: boxes that flow over pages, headings kept with what follows, header and footer on each page."""

from speelveld.geometry import Rect, Size
from speelveld.markup import PAGE_COUNT, PAGE_NUMBER, Node, Piece
from speelveld.typeset.box import Box, Layout, build
from speelveld.typeset.containers import Container
from speelveld.typeset.frame import Frame, Group, Item
from speelveld.typeset.stacks import place_children
from speelveld.units import mm

HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_PARTS = ("header", "footer", "page-break")


def typeset_document(layout: Layout, root: Node) -> list[Frame]:
    """Return the pages of a `document`, all of its size."""
    size = Size(layout.length(root, "w"), layout.length(root, "h"))
    margin = layout.edges(root, "margin")
    body = Rect(0.0, 0.0, size.width, size.height).inset(margin)
    pages = _paginate(layout, root, body)
    frames = []
    for number, (items, headings) in enumerate(pages, 1):
        edge: list[Item] = []
        for part in root.children:
            if part.name in ("header", "footer"):
                _paint_part(layout, part, size, margin.left, margin.right, number, len(pages), edge)
        frame = Frame(size, [*edge, *items], root.attributes["title"], root.attributes.get("lang", "nl-NL"), headings=headings)
        frames.append(frame)
    return frames


def _paint_part(layout: Layout, part: Node, size: Size, left: float, right: float, number: int, count: int, out: list[Item]) -> None:
    """Add the header or footer of page `number` as decoration: a screen reader reads the page, not its furniture."""
    filled = _numbered(part, number, count)
    tall = layout.length(part, "h")
    area = Rect(0.0, 0.0, size.width - left - right, tall)
    top = mm(8) if part.name == "header" else size.height - mm(8) - tall
    Container(area.width, tall, place_children(layout, filled, area), artifact=True).paint(left, top, out)


def _numbered(node: Node, number: int, count: int) -> Node:
    pieces = [
        Piece(piece.text.replace(PAGE_NUMBER, str(number)).replace(PAGE_COUNT, str(count)), piece.bold, piece.italic, piece.style, piece.color, piece.lang)
        for piece in node.pieces
    ]
    return Node(node.name, node.attributes, node.source, [_numbered(child, number, count) for child in node.children], pieces)


class _Page:
    def __init__(self) -> None:
        self.items: list[Item] = []
        self.headings: list[tuple[int, str]] = []
        self.y = 0.0

    @property
    def empty(self) -> bool:
        return self.y == 0.0


def _paginate(layout: Layout, root: Node, body: Rect) -> list[tuple[list[Item], list[tuple[int, str]]]]:
    page = _Page()
    pages = [page]
    children = [child for child in root.children if child.name not in ("header", "footer")]
    after = 0.0
    for index, child in enumerate(children):
        if child.name == "page-break":
            if not page.empty:
                page = _Page()
                pages.append(page)
            after = 0.0
            continue
        box = _flow_box(layout, child, body.width)
        before = _white(layout, child, "before")
        gap = 0.0 if page.empty else max(before, after)
        if not page.empty and page.y + gap + _wanted(layout, children, index, box, body.width) > body.height + 0.01:
            parts = None if _keeps(child) else box.split(body.height - page.y - gap)
            if parts is None:
                page = _Page()
                pages.append(page)
                gap = 0.0
        while page.y + gap + box.height > body.height + 0.01:
            parts = box.split(body.height - page.y - gap)
            if parts is None:
                if not page.empty:
                    page = _Page()
                    pages.append(page)
                    gap = 0.0
                    continue
                layout.too_long(child, box.height - body.height)
                break
            parts[0].paint(body.x, body.y + page.y + gap, page.items)
            _note_heading(page, child)
            page = _Page()
            pages.append(page)
            box, gap = parts[1], 0.0
        box.paint(body.x, body.y + page.y + gap, page.items)
        _note_heading(page, child)
        page.y += gap + box.height
        after = _white(layout, child, "after")
    return [(found.items, found.headings) for found in pages if not found.empty or len(pages) == 1]


def _note_heading(page: _Page, child: Node) -> None:
    if child.name in HEADINGS:
        text = "".join(" " if piece.text == "\n" else piece.text for piece in child.pieces)
        page.headings.append((HEADINGS[child.name], text))


def _flow_box(layout: Layout, child: Node, width: float) -> Box:
    tall = layout.length(child, "h") if "h" in child.attributes else None
    return build(layout, child, layout.length(child, "w", width), tall)


def _keeps(child: Node) -> bool:
    return child.attributes.get("keep") in ("ja", "yes") or child.name in HEADINGS


def _white(layout: Layout, child: Node, side: str) -> float:
    key = f"space-{side}"
    if key in child.attributes:
        return layout.length(child, key)
    names = {"h1": "kop1", "h2": "kop2", "h3": "kop3", "p": "alinea"}
    standard = names.get(child.name)
    if standard is None and "style" not in child.attributes:
        return mm(2.5)
    style = layout.style(child, standard or "alinea")
    return style.before if side == "before" else style.after


def _wanted(layout: Layout, children: list[Node], index: int, box: Box, width: float) -> float:
    """Return the height that must fit for this child to start here: a heading takes the beginning of what follows along."""
    child = children[index]
    follows = children[index + 1] if index + 1 < len(children) else None
    tied = child.name in HEADINGS or child.attributes.get("keep-with-next") in ("ja", "yes")
    if not tied or follows is None or follows.name in _PARTS:
        return box.height
    gap = max(_white(layout, child, "after"), _white(layout, follows, "before"))
    kept = len(layout.problems)
    next_box = _flow_box(layout, follows, width)
    del layout.problems[kept:]
    if follows.name in HEADINGS:
        return box.height + gap + _wanted(layout, children, index + 1, next_box, width)
    least = next_box.height
    for room in (40.0, 60.0, 90.0, 130.0):
        parts = None if _keeps(follows) else next_box.split(room)
        if parts is not None:
            least = parts[0].height
            break
    return box.height + gap + least


__all__ = ["Group", "typeset_document"]
