"""Draws frames on pages and tags them in one go: what has no tag is marked as decoration.

Coordinates of frames run downwards from the top left; one matrix per frame turns them into those of the page.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from speelveld.colors import Color
from speelveld.geometry import Rect, Size
from speelveld.pdf.structure import Element, Marked, Structure
from speelveld.typeset import Frame, Group, Item, Picture, Shape, Tag, TextRun

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

Space = Literal["rgb", "cmyk"]
Matrix = tuple[float, float, float, float, float, float]

# Round caps and joins, for icons; butt caps and mitred joins for the rest.
_ROUND, _SHARP = "1 J 1 j", "0 J 0 j"


class Surface:
    """Pages of one PDF; every frame is drawn at a place, at a scale, turned in quarters."""

    def __init__(self, canvas: "Canvas", fonts: Mapping[str, "TTFont"], *, space: Space, structure: Structure | None) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._space = space
        self.structure = structure
        self._page = 0
        self._mcid = 0
        self._height = 0.0
        self._ops: list[str] = []
        self._encoded: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._colors: dict[tuple[Color, bool], str] = {}
        self._names: dict[tuple[str, int], str] = {}

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return self._page

    def start_page(self, size: Size) -> None:
        """Begin a page of `size`."""
        self._height = size.height
        self._canvas.setPageSize((size.width, size.height))
        self._ops = []
        self._mcid = 0

    def end_page(self) -> None:
        """Finish the page."""
        self._flush()
        self._canvas.showPage()
        self._page += 1

    def draw(self, frame: Frame, at: Rect, turn: int = 0, *, clip: Rect | None = None, parent: Element | None = None) -> None:
        """Draw `frame` to fill `at` (on the page, from its top left), turned clockwise by `turn` degrees.

        `clip` limits the drawing to a part of the page. `parent` takes the tags; without it (or without a structure) the frame
        is drawn untagged.
        """
        matrix = self._matrix(frame.size, at, turn)
        self._ops.append("q")
        if clip is not None:
            self._ops.append(f"{_n(clip.x)} {_n(self._height - clip.bottom)} {_n(clip.width)} {_n(clip.height)} re W n")
        self._ops.append(f"{' '.join(_m(part) for part in matrix)} cm")
        self._open_artifact(parent)
        if frame.fill is not None:
            self._ops.append(f"{self._color(frame.fill, stroke=False)} 0 0 {_n(frame.size.width)} {_n(frame.size.height)} re f")
        self._close_artifact(parent)
        self._items(frame.items, parent, matrix, None)
        self._ops.append("Q")

    def _matrix(self, size: Size, at: Rect, turn: int) -> Matrix:
        scale = at.width / (size.width if turn % 180 == 0 else size.height)
        left, right, top, bottom = at.x, at.right, self._height - at.y, self._height - at.bottom
        match turn % 360:
            case 0:
                return scale, 0.0, 0.0, -scale, left, top
            case 90:
                return 0.0, -scale, -scale, 0.0, right, top
            case 180:
                return -scale, 0.0, 0.0, scale, right, bottom
            case _:
                return 0.0, scale, scale, 0.0, left, bottom

    def _items(self, items: Sequence[Item], parent: Element | None, matrix: Matrix, own: Tag | None) -> None:
        """Draw `items`; loose ones belong to the tag `own` of their group, or are decoration."""
        loose: list[Item] = []
        for item in items:
            if isinstance(item, Group):
                self._loose(loose, parent, matrix, own)
                loose = []
                self._group(item, parent, matrix)
            else:
                loose.append(item)
        self._loose(loose, parent, matrix, own)

    def _group(self, group: Group, parent: Element | None, matrix: Matrix) -> None:
        element = parent
        inner = matrix
        if group.matrix is not None:
            self._ops.append(f"q {' '.join(_m(part) for part in group.matrix)} cm")
            inner = _times(group.matrix, matrix)
        if parent is not None and group.tag is not None:
            element = Element(group.tag, page=self._page)
            if group.tag.role == "Figure":
                element.box = _mapped(group.tag.box, inner) if group.tag.box else None
            parent.kids.append(element)
        self._items(group.items, element, inner, group.tag)
        if group.matrix is not None:
            self._ops.append("Q")

    def _loose(self, items: list[Item], parent: Element | None, matrix: Matrix, own: Tag | None) -> None:
        if not items:
            return
        marked = parent is not None and self.structure is not None
        if marked and parent is not None:
            # In a Figure all drawing counts; in any other tag only its text, and a line or ground behind it is decoration.
            if own is not None and (own.role == "Figure" or any(isinstance(item, TextRun) for item in items)):
                self._ops.append(f"/{own.role} <</MCID {self._mcid}>> BDC")
                parent.kids.append(Marked(self._page, self._mcid))
                self._mcid += 1
            else:
                self._ops.append("/Artifact BMC")
        texts: list[TextRun] = []
        for item in items:
            match item:
                case TextRun():
                    texts.append(item)
                case Shape():
                    self._texts(texts)
                    texts = []
                    self._shape(item)
                case Picture():
                    self._texts(texts)
                    texts = []
                    self._picture(item)
        self._texts(texts)
        if marked:
            self._ops.append("EMC")
        del matrix

    def _open_artifact(self, parent: Element | None) -> None:
        if parent is not None and self.structure is not None:
            self._ops.append("/Artifact BMC")

    def _close_artifact(self, parent: Element | None) -> None:
        if parent is not None and self.structure is not None:
            self._ops.append("EMC")

    def _texts(self, runs: list[TextRun]) -> None:
        if not runs:
            return
        ops = self._ops
        ops.append("BT")
        look: tuple[str, float, Color] | None = None
        for run in runs:
            if (run.face, run.size, run.color) != look:
                if look is None or look[2] != run.color:
                    ops.append(self._color(run.color, stroke=False))
                look = (run.face, run.size, run.color)
            ops.append(f"1 0 0 -1 {_n(run.x)} {_n(run.baseline)} Tm")
            self._run(run)
        ops.append("ET")

    def _run(self, run: TextRun) -> None:
        """Show one run; kerning goes between the strings, in thousandths of an em, and moves back where it is positive."""
        cuts = [0, *(index + 1 for index, _ in run.kerns), len(run.text)]
        current = ""
        array: list[str] = []
        for number, (start, end) in enumerate(zip(cuts[:-1], cuts[1:], strict=True)):
            for font, literal in self._encode(run.text[start:end], run.face):
                if font != current:
                    if array:
                        self._ops.append(f"[{''.join(array)}] TJ")
                        array = []
                    self._ops.append(f"/{font} {_n(run.size)} Tf")
                    current = font
                array.append(literal)
            if number < len(run.kerns):
                array.append(_n(-run.kerns[number][1]))
        if array:
            self._ops.append(f"[{''.join(array)}] TJ")

    def _encode(self, text: str, face: str) -> list[tuple[str, str]]:
        key = (text, face)
        found = self._encoded.get(key)
        if found is None:
            if len(self._encoded) > 50_000:
                self._encoded.clear()
            font, document = self._fonts[face], self._canvas._doc  # noqa: SLF001
            found = []
            for subset, data in font.splitString(text, document):
                name = self._names.get((face, subset))
                if name is None:
                    name = self._names[face, subset] = font.getSubsetInternalName(subset, document).lstrip("/")
                found.append((name, _literal(data)))
            self._encoded[key] = found
        return found

    def _shape(self, shape: Shape) -> None:
        if not shape.commands or (shape.fill is None and shape.stroke is None):
            return
        ops = self._ops
        if shape.fill is not None:
            ops.append(self._color(shape.fill, stroke=False))
        if shape.stroke is not None:
            dash = f"[{' '.join(map(_n, shape.dash))}] 0 d" if shape.dash else "[] 0 d"
            ops.append(f"{self._color(shape.stroke, stroke=True)} {_n(shape.line)} w {_ROUND if shape.round_ends else _SHARP} {dash}")
        for command in shape.commands:
            ops.append(" ".join([*(_n(part) for part in command[1:] if not isinstance(part, str)), str(command[0])]))
        ops.append("B" if shape.fill is not None and shape.stroke is not None else "f" if shape.fill is not None else "S")

    def _picture(self, picture: Picture) -> None:
        self._flush()
        box = picture.box
        self._canvas.saveState()
        self._canvas.transform(1, 0, 0, -1, box.x, box.bottom)
        self._canvas.drawImage(str(picture.path), 0, 0, box.width, box.height, mask="auto" if _may_be_clear(picture.path) else None)
        self._canvas.restoreState()

    def _color(self, color: Color, *, stroke: bool) -> str:
        key = (color, stroke)
        found = self._colors.get(key)
        if found is None:
            parts: Sequence[float] = color.rgb if self._space == "rgb" else color.cmyk
            operator = {("rgb", True): "RG", ("rgb", False): "rg", ("cmyk", True): "K", ("cmyk", False): "k"}[self._space, stroke]
            found = self._colors[key] = f"{' '.join(_n(part, 4) for part in parts)} {operator}"
        return found

    def _flush(self) -> None:
        if self._ops:
            self._canvas.addLiteral("\n".join(self._ops))
            self._ops = []


def _may_be_clear(path: Path) -> bool:
    return path.suffix.lower() == ".png"


def _n(value: float, digits: int = 3) -> str:
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _m(value: float) -> str:
    return _n(value, 6)


_ESCAPES = {i: f"\\{i:03o}" for i in (*range(32), *range(127, 256))} | {40: "\\(", 41: "\\)", 92: "\\\\"}


def _literal(data: bytes) -> str:
    return "(" + "".join(_ESCAPES.get(byte) or chr(byte) for byte in data) + ")"


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _mapped(box: Rect, matrix: Matrix) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)
