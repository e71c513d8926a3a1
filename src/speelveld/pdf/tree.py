"""The tag tree and the list of contents, written into a finished file (ISO 32000-1, 14.7 and 12.3.3)."""

import re
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from speelveld.geometry import Rect
from speelveld.pdf.links import Links
from speelveld.pdf.structure import Bookmark, Element, Marked

_ELEMENT = Name.StructElem
_COUNTED = re.compile(r"\d+[.)]?")


def write_tree(pdf: Pdf, root: Element, places: Mapping[str, int]) -> None:
    """Write the tags with their links, and which element each mark of a page and each link belongs to."""
    TreeWriter(pdf, places).write(root)


class TreeWriter:
    """Writes elements one by one and remembers whose the marks of each page are."""

    def __init__(self, pdf: Pdf, places: Mapping[str, int]) -> None:
        self._pdf = pdf
        # Once, as objects: every look at a page, or making of a name, costs as much as a whole element.
        self._pages = [page.obj for page in pdf.pages]
        self._links = Links(pdf, self._pages, places)
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._roles: dict[str, Name] = {}

    def write(self, root: Element) -> None:
        """Write the whole tree."""
        pdf = self._pdf
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree[Name.K] = self._element(root, tree)
        numbers = Array()
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            if owners:
                page[Name.StructParents] = number
                numbers.append(number)
                numbers.append(pdf.make_indirect(Array(owners[mark] for mark in range(len(owners)))))
        for number, owner in enumerate(self._links.owners, len(self._pages)):
            numbers.append(number)
            numbers.append(owner)
        tree[Name.ParentTree] = pdf.make_indirect(Dictionary(Nums=numbers))
        tree[Name.ParentTreeNextKey] = len(self._pages) + len(self._links.owners)
        pdf.Root[Name.StructTreeRoot] = tree
        # Not `Suspects`: false is what it is without, and some readers stumble over it.
        pdf.Root[Name.MarkInfo] = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        tag = element.tag
        name = "Span" if tag.role == "Link" and not self._links.leads(element) else tag.role
        role = self._roles.get(name)
        if role is None:
            role = self._roles[name] = Name(f"/{name}")
        facts: dict[str, object] = {"/Type": _ELEMENT, "/S": role, "/P": parent}
        if tag.alt:
            facts["/Alt"] = String(tag.alt)
        if tag.lang:
            facts["/Lang"] = String(tag.lang)
        marks = [kid for kid in element.kids if isinstance(kid, Marked)]
        own_page = None
        if marks:
            own_page = marks[0].page
            facts["/Pg"] = self._pages[own_page]
        if attributes := self._attributes(element, marks):
            facts["/A"] = attributes
        if len(marks) == len(element.kids):
            # Most elements hold text alone, and are written in one go.
            facts["/K"] = Array([self._mark(mark, own_page) for mark in marks])
            written = self._pdf.make_indirect(Dictionary(facts))
        else:
            written = self._pdf.make_indirect(Dictionary(facts))
            written["/K"] = Array(
                [
                    self._mark(kid, own_page) if isinstance(kid, Marked) else self._element(kid, written)
                    for kid in element.kids
                ]
            )
        for mark in marks:
            self._owners[mark.page][mark.mcid] = written
        if name == "Link":
            written["/K"].extend(self._links.references(element, written))
        return written

    def _mark(self, mark: Marked, own_page: int | None) -> Object | int:
        if mark.page == own_page:
            return mark.mcid
        return Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.mcid)

    def _attributes(self, element: Element, marks: Sequence[Marked]) -> Dictionary | None:
        tag = element.tag
        match tag.role:
            case "Figure" if element.box is not None:
                corners = _upwards(element.box, self._pages[marks[0].page])
                return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=corners)
            case "L":
                return Dictionary(O=Name.List, ListNumbering=_numbering(element))
            case "TH" | "TD" if tag.scope or tag.span > 1:
                table = Dictionary(O=Name.Table)
                if tag.scope:
                    table[Name.Scope] = Name(f"/{tag.scope}")
                if tag.span > 1:
                    table[Name.ColSpan] = tag.span
                return table
        return None


def _numbering(items: Element) -> Name:
    """Return how a list says its items are counted, by the label of its first item."""
    labels = [part.text for item in items.elements for part in item.elements if part.tag.role == "Lbl"]
    if not labels:
        return Name("/None")
    return Name.Decimal if _COUNTED.fullmatch(labels[0]) else Name.Disc


def _upwards(box: Rect, page: Object) -> Array:
    """Return the corners of a box that was measured from the top of its page, as PDF measures."""
    height = _height(page)
    return Array([round(part, 3) for part in (box.x, height - box.bottom, box.right, height - box.y)])


def _height(page: Object) -> float:
    return float(page["/MediaBox"][3])


def write_outline(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Write the list of contents; a reader's program shows it if there is more than one line in it."""
    pages = list(pdf.pages)  # pikepdf looks a page up by counting from the first
    with pdf.open_outline() as outline:
        open_levels: list[tuple[int, list[pikepdf.OutlineItem]]] = [(0, outline.root)]
        for mark in bookmarks:
            page = pages[mark.page]
            top = round(float(page.mediabox[3]) - mark.y, 2)
            item = pikepdf.OutlineItem(mark.title, Array([page.obj, Name.XYZ, 0, top, 0]))
            while open_levels[-1][0] >= mark.level:
                open_levels.pop()
            open_levels[-1][1].append(item)
            open_levels.append((mark.level, item.children))
    if len(bookmarks) > 1:
        pdf.Root[Name.PageMode] = Name.UseOutlines
