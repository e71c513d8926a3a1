"""The tag tree, written into a file (ISO 32000-1, 14.7)."""

import re
from collections.abc import Mapping, Sequence

from speelveld.pdf.corners import sides, upwards
from speelveld.pdf.draft import Draft
from speelveld.pdf.links import Links
from speelveld.pdf.raw import array, decimal, dictionary, reference, string
from speelveld.pdf.structure import Marked, StructElem

_COUNTED = re.compile(r"\d+[.)]?")


def write_tree(draft: Draft, root: StructElem, places: Mapping[str, int]) -> None:
    """Write the tags with their links, and which element each mark of a page and each link belongs to."""
    TreeWriter(draft, places).write(root)


class TreeWriter:
    """Writes elements one by one and remembers whose the marks of each page are."""

    def __init__(self, draft: Draft, places: Mapping[str, int]) -> None:
        self._draft = draft
        self._pages = draft.pages
        self._links = Links(draft, places)
        self._owners: list[dict[int, str]] = [{} for _ in draft.pages]

    def write(self, root: StructElem) -> None:
        """Write the whole tree."""
        draft = self._draft
        tree = draft.reserve()
        document = self._element(root, reference(tree))
        numbers: list[object] = []
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            if owners:
                page["StructParents"] = str(number)
                numbers += number, reference(draft.add(array(owners[mark] for mark in range(len(owners)))))
        for number, owner in enumerate(self._links.owners, len(self._pages)):
            numbers += number, owner
        facts = {
            "Type": "/StructTreeRoot",
            "K": document,
            "ParentTree": reference(draft.add(dictionary({"Nums": array(numbers)}))),
            "ParentTreeNextKey": len(self._pages) + len(self._links.owners),
        }
        draft.put(tree, dictionary(facts))
        draft.catalog["StructTreeRoot"] = reference(tree)
        # Not `Suspects`: false is what it is without, and some readers stumble over it.
        draft.catalog["MarkInfo"] = "<</Marked true>>"

    def _element(self, element: StructElem, parent: str) -> str:
        """Write an element with all that is in it, and return what stands for it."""
        tag = element.tag
        number = self._draft.reserve()
        own = reference(number)
        name = "Span" if tag.role == "Link" and not self._links.leads(element) else tag.role
        text = f"<</Type/StructElem/S/{name}/P {parent}"
        if tag.alt:
            text += f"/Alt{string(tag.alt)}"
        if tag.lang:
            text += f"/Lang{string(tag.lang)}"
        marks = [kid for kid in element.kids if isinstance(kid, Marked)]
        page = marks[0].page if marks else None
        if page is not None:
            text += f"/Pg {self._pages[page].reference}"
        if attributes := self._attributes(element, marks):
            text += f"/A{attributes}"
        kids: list[str] = []
        for kid in element.kids:
            if isinstance(kid, StructElem):
                kids.append(self._element(kid, own))
                continue
            self._owners[kid.page][kid.mcid] = own
            kids.append(str(kid.mcid) if kid.page == page else self._mark_elsewhere(kid))
        if name == "Link":
            kids += self._links.references(element, own)
        self._draft.put(number, f"{text}/K[{' '.join(kids)}]>>")
        return own

    def _mark_elsewhere(self, mark: Marked) -> str:
        return dictionary({"Type": "/MCR", "Pg": self._pages[mark.page].reference, "MCID": mark.mcid})

    def _attributes(self, element: StructElem, marks: Sequence[Marked]) -> str:
        tag = element.tag
        match tag.role:
            case "Figure" if element.box is not None:
                corners = sides(upwards(element.box, self._pages[marks[0].page].height))
                box = array(decimal(side, 3) for side in corners)
                return dictionary({"O": "/Layout", "Placement": "/Block", "BBox": box})
            case "L":
                return dictionary({"O": "/List", "ListNumbering": _numbering(element)})
            case "TH" | "TD" if tag.scope or tag.span > 1:
                table: dict[str, object] = {"O": "/Table"}
                if tag.scope:
                    table["Scope"] = f"/{tag.scope}"
                if tag.span > 1:
                    table["ColSpan"] = tag.span
                return dictionary(table)
        return ""


def _numbering(items: StructElem) -> str:
    """Return how a list says its items are counted, by the label of its first item."""
    labels = [part.text for item in items.elements for part in item.elements if part.tag.role == "Lbl"]
    if not labels:
        return "/None"
    return "/Decimal" if _COUNTED.fullmatch(labels[0]) else "/Disc"
