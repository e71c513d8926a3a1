"""Draws frames on pages and tags them in one go: what has no tag is marked as decoration.

Coordinates of frames run downwards from the top left; one matrix per frame turns them into those of the page.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from speelveld.colors import Color
from speelveld.files import ReadFile
from speelveld.geometry import HERE, Edges, Matrix, Rect, Size
from speelveld.pdf.blends import Blends
from speelveld.pdf.extent import extent
from speelveld.pdf.fonts import Faces
from speelveld.pdf.headings import WHOLE, Headings, words
from speelveld.pdf.operators import KNOCK_OUT, Space, clip, number, path, rectangle, text_color, transform
from speelveld.pdf.sealed import Canvas
from speelveld.pdf.structure import HEADINGS, Bookmark, Marked, StructElem
from speelveld.typeset import Frame, Group, Inset, Item, Picture, Shade, Shape, Tag, TextRun
from speelveld.units import mm

_FORM_BLEED = mm(5)

_Loose: TypeAlias = TextRun | Shape | Shade | Picture


@dataclass(frozen=True, slots=True)
class Form:
    """A frame that is drawn in more places, with its name and its operators, in its own coordinates."""

    name: str
    frame: Frame
    operators: str

    @property
    def box(self) -> Rect:
        """Where it is cut off: a line along the edge of a frame reaches over it."""
        return self.frame.size.box.inset(Edges.all(-_FORM_BLEED))


class Surface:
    """The pages of one PDF; every frame is drawn at a place, at a scale, turned in quarters."""

    def __init__(self, canvas: Canvas, faces: Faces, *, space: Space, tagged: bool) -> None:
        self._canvas = canvas
        self._faces = faces
        self._space: Space = space
        self._ops: list[str] = []
        self._marks = 0
        self._height = 0.0
        self.root = StructElem(Tag("Document")) if tagged else None
        """The tag tree; None in a file without tags."""
        self._part = self._owner = self.root
        self._headings = Headings((), 1)
        self.bookmarks: list[Bookmark] = []
        self.places: dict[str, int] = {}
        """What links within the file lead to, with the number of its page."""
        self.parts: dict[int, str] = {}
        """The title of every part, by the number of its first page."""
        self.pictures: dict[tuple[ReadFile, Color | None], str] = {}
        """Every picture that is drawn, with the ground it is set on, and the name of its XObject."""
        self.pages = 0
        """How many pages are finished."""
        self._forms: dict[Frame, Form] = {}
        self.blends = Blends(space)
        """What its gradients and what is not opaque need in the file."""

    @property
    def forms(self) -> Collection[Form]:
        """Every frame that is drawn as a form."""
        return self._forms.values()

    def start_part(
        self, title: str, lang: str | None = None, *, name: str = "", frames: Iterable[Frame] = (), level: int = 1
    ) -> None:
        """Begin a part of the document: a section with headings of its own, or a bookmark where nothing is tagged.

        `name` is what links lead to; the highest heading of its `frames` gets `level`.
        """
        self.places.setdefault(name, self.pages)
        self.parts[self.pages] = title
        if self.root is None:
            self.bookmarks.append(Bookmark(1, title, self.pages, 0.0))
        else:
            self._part = self._owner = self.root.child(Tag("Sect", lang=lang))
            self._headings = Headings(frames, level)

    def start_section(self, title: str, lang: str | None, *, name: str, frames: Iterable[Frame], level: int) -> None:
        """Begin a section of a part, such as a card: one bookmark, and in a tagged file a heading first."""
        self.places.setdefault(name, self.pages)
        self.bookmarks.append(Bookmark(level, title, self.pages, 0.0))
        if self._part is not None:
            self._owner = self._part.child(Tag("Sect", lang=lang))
            self._headings = Headings(frames, level)

    def start_page(self, size: Size) -> None:
        """Begin a page of `size`."""
        self._height = size.height
        self._canvas.setPageSize((size.width, size.height))
        self._marks = 0

    def end_page(self) -> None:
        """Finish the page."""
        self._canvas.addLiteral("\n".join(self._ops))
        self._ops.clear()
        self._canvas.showPage()
        self.pages += 1
        if self._owner is not None and self._owner is not self._part:
            self._owner.begin_with_heading()

    def draw(self, frame: Frame, at: Rect, turn: int = 0, *, clip: Rect | None = None, shared: bool = False) -> None:
        """Draw `frame` to fill `at` (on the page, from its top left), turned clockwise by `turn` degrees.

        `clip` limits the drawing to a part of the page. A frame that is `shared` is in the file once, however often it
        is drawn; but not in a tagged part, where each drawing has a place of its own in the tree.
        """
        place = Matrix.filling(at, frame.size, turn)
        upwards = Matrix(1.0, 0.0, 0.0, -1.0, 0.0, self._height)
        self._ops.append("q")
        if clip is not None:
            self._ops.append(f"{rectangle(upwards.around(clip))} W n")
        self._ops.append(transform(place.before(upwards)))
        if shared and self._owner is None:
            self._ops.append(f"/{self._form(frame).name} Do")
        else:
            self._content(frame, place)
        self._ops.append("Q")

    def _form(self, frame: Frame) -> Form:
        form = self._forms.get(frame)
        if form is None:
            page, self._ops = self._ops, []
            self._content(frame, HERE)
            form = Form(f"Fm{len(self._forms) + 1}", frame, "\n".join(self._ops))
            self._ops = page
            self._forms[frame] = form
        return form

    def _content(self, frame: Frame, place: Matrix) -> None:
        if frame.ground is not None:
            self._items([frame.ground], self._owner, place)
        self._items(frame.items, self._owner, place)

    def _items(self, items: Iterable[Item], owner: StructElem | None, place: Matrix) -> None:
        """Draw `items` that belong to `owner` (None: nothing is tagged here), at `place` on the page."""
        loose: list[_Loose] = []
        for item in items:
            if isinstance(item, Group | Inset):
                self._loose(loose, owner)
                loose = []
                if isinstance(item, Group):
                    self._group(item, owner, place)
                else:
                    self._inset(item, owner, place)
            else:
                loose.append(item)
        self._loose(loose, owner)

    def _group(self, group: Group, owner: StructElem | None, place: Matrix) -> None:
        inside = "q" if group.matrix is not None or group.clip or group.opacity < 1 else ""
        if group.matrix is not None:
            inside += f" {transform(group.matrix)}"
            place = group.matrix.before(place)
        for outline in group.clip:
            inside += f" {clip(outline)}"
        if inside:
            self._ops.append(inside)
        if group.opacity < 1:
            self._veiled(group, owner, place)
        else:
            self._tagged(group, owner, place)
        if inside:
            self._ops.append("Q")

    def _veiled(self, group: Group, owner: StructElem | None, place: Matrix) -> None:
        """Draw what is not opaque, as a whole; it is decoration, or part of a figure."""
        if owner is not None:
            self._ops.append("/Artifact BMC")
        self._ops.append(self.blends.veil(group.opacity))
        page, self._ops = self._ops, []
        self._items(group.items, None, place)
        made, self._ops = "\n".join(self._ops), page
        box = None if _is_one(group.items) else extent(group.items, HERE)
        # One fill, or one line, has nothing under it that could be seen through it.
        self._ops.append(made if box is None else self.blends.layer(made, box.inset(Edges.all(-1))))
        if owner is not None:
            self._ops.append("EMC")

    def _tagged(self, group: Group, owner: StructElem | None, place: Matrix) -> None:
        if owner is None or group.tag is None:
            self._items(group.items, owner, place)
        elif group.tag.role in WHOLE:
            self._whole(group.tag, group.items, owner, place)
        else:
            element = owner.child(self._headings.tag(group.tag))
            self._items(group.items, element, place)
            self._note(element, group.items, place)

    def _inset(self, inset: Inset, owner: StructElem | None, place: Matrix) -> None:
        """Draw another frame small, as decoration: what is in it has no place of its own in the tree."""
        frame, matrix = inset.frame, Matrix.into(inset.box, 0, inset.scale)
        if owner is not None:
            self._ops.append("/Artifact BMC")
        self._ops.append(f"q {transform(matrix)} {rectangle(frame.size.box)} W n")
        if frame.ground is not None:
            self._plain([frame.ground])
        self._items(frame.items, None, matrix.before(place))
        self._ops.append("Q" if owner is None else "Q EMC")

    def _whole(self, tag: Tag, items: Sequence[Item], owner: StructElem, place: Matrix) -> None:
        if tag.role == "Artifact":
            self._ops.append("/Artifact BMC")
        else:
            element = owner.child(tag)
            element.box = extent(items, place)
            self._mark(element)
        self._items(items, None, place)
        self._ops.append("EMC")

    def _note(self, element: StructElem, items: Sequence[Item], place: Matrix) -> None:
        """Keep what the list of contents, the numbering of lists and links are made from."""
        role = element.tag.role
        if role == "Lbl":
            element.text = words(items)
        elif role == "Link" and (box := extent(items, place)) is not None:
            element.text += words(items) + " "
            element.areas.append((self.pages, box))
        elif role in HEADINGS and self._owner is self._part and (box := extent(items, place)) is not None:
            self.bookmarks.append(Bookmark(HEADINGS[role], words(items), self.pages, box.y))

    def _loose(self, items: Sequence[_Loose], owner: StructElem | None) -> None:
        if not items:
            return
        if owner is None:
            self._plain(items)
            return
        # A line or a ground is decoration, unless it stands among text.
        if owner.holds_text and any(isinstance(item, TextRun) for item in items):
            self._mark(owner)
        else:
            self._ops.append("/Artifact BMC")
        self._plain(items)
        self._ops.append("EMC")

    def _mark(self, element: StructElem) -> None:
        self._ops.append(f"/{element.tag.role} <</MCID {self._marks}>> BDC")
        element.kids.append(Marked(self.pages, self._marks))
        self._marks += 1

    def _plain(self, items: Iterable[_Loose]) -> None:
        texts: list[TextRun] = []
        for item in items:
            if isinstance(item, TextRun):
                texts.append(item)
                continue
            if texts:
                self._texts(texts)
                texts = []
            if isinstance(item, Shape):
                self._ops.append(path(item, self._space))
            elif isinstance(item, Shade):
                self._ops.append(self.blends.shade(item))
            else:
                self._picture(item)
        if texts:
            self._texts(texts)

    def _texts(self, runs: Sequence[TextRun]) -> None:
        ops = self._ops
        ops.append("BT")
        ink: Color | None = None
        font: tuple[str, float] | None = None
        for run in runs:
            if run.color != ink:
                ink = run.color
                ops.append(text_color(ink, self._space))
            ops.append(f"1 0 0 -1 {number(run.x)} {number(run.baseline)} Tm")
            for name, shown in self._faces[run.face].shown(run.text, run.kerns):
                if (name, run.size) != font:
                    font = (name, run.size)
                    ops.append(f"/{name} {number(run.size)} Tf")
                ops.append(shown)
        ops.append("ET" if self._space == "rgb" else f"ET /{KNOCK_OUT} gs")

    def _picture(self, picture: Picture) -> None:
        name = self.pictures.setdefault((picture.file, picture.ground), f"Im{len(self.pictures) + 1}")
        box = picture.box
        # A picture fills the unit square upwards; this frame runs downwards.
        upright = Matrix(box.width, 0.0, 0.0, -box.height, box.x, box.bottom)
        self._ops.append(f"q {transform(upright)} /{name} Do Q")


def _is_one(items: Sequence[Item]) -> bool:
    if len(items) != 1:
        return False
    item = items[0]
    return isinstance(item, Shade) or (isinstance(item, Shape) and (item.fill is None or item.stroke is None))
