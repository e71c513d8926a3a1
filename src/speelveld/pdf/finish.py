"""From ReportLab's file to the finished one: metadata, page boxes, hints for the printer, and the tag tree."""

from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from speelveld.pdf.structure import Element, Marked, Structure

Duplex = Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader's program and a printer are told about a file."""

    title: str
    lang: str
    author: str
    subject: str
    creator: str
    tagged: bool
    duplex: Duplex | None = None
    keywords: tuple[str, ...] = field(default=())


def finish(data: bytes, facts: Facts, structure: Structure | None, date: datetime) -> bytes:
    """Return the PDF with all that ReportLab cannot write; the same input gives the same bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            _tidy_page(page)
        _preferences(pdf, facts)
        if structure is not None:
            _write_structure(pdf, structure)
            _write_outline(pdf, structure)
        _metadata(pdf, facts, date)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, min_version="1.7")
    return out.getvalue()


def _tidy_page(page: pikepdf.Page) -> None:
    # ReportLab writes an empty transition dictionary on every page, which PDF/A readers refuse.
    if Name.Trans in page.obj:
        del page.obj[Name.Trans]
    page.obj[Name.TrimBox] = page.obj[Name.MediaBox]
    page.obj[Name.Tabs] = Name.S


def _preferences(pdf: Pdf, facts: Facts) -> None:
    wishes = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
    if facts.duplex:
        wishes[Name.Duplex] = Name(f"/{facts.duplex}")
    pdf.Root[Name.ViewerPreferences] = wishes
    pdf.Root[Name.Lang] = String(facts.lang)
    if Name.PageMode in pdf.Root:
        del pdf.Root[Name.PageMode]


def _metadata(pdf: Pdf, facts: Facts, date: datetime) -> None:
    stamp = date.strftime("D:%Y%m%d%H%M%SZ")
    if Name.Info in pdf.trailer:
        del pdf.trailer[Name.Info]
    info = pdf.docinfo
    info[Name.Title] = facts.title
    info[Name.Author] = facts.author
    info[Name.Subject] = facts.subject
    info[Name.Creator] = facts.creator
    info[Name.Producer] = facts.creator
    info[Name.CreationDate] = stamp
    info[Name.ModDate] = stamp
    iso = date.strftime("%Y-%m-%dT%H:%M:%SZ")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = facts.title
        meta["dc:creator"] = [facts.author]
        meta["dc:description"] = facts.subject
        meta["dc:language"] = {facts.lang}
        meta["pdf:Producer"] = facts.creator
        meta["xmp:CreatorTool"] = facts.creator
        meta["xmp:CreateDate"] = iso
        meta["xmp:ModifyDate"] = iso
        meta["xmp:MetadataDate"] = iso


def _write_structure(pdf: Pdf, structure: Structure) -> None:
    pages = list(pdf.pages)
    parents: list[dict[int, pikepdf.Object]] = [{} for _ in pages]
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root = _write_element(pdf, structure.root, tree, pages, parents)
    tree[Name.K] = root
    numbers = Array()
    for index, marks in enumerate(parents):
        if not marks:
            continue
        pages[index].obj[Name.StructParents] = index
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([marks[number] for number in range(len(marks))])))
    tree[Name.ParentTree] = pdf.make_indirect(Dictionary(Nums=numbers))
    tree[Name.ParentTreeNextKey] = len(pages)
    pdf.Root[Name.StructTreeRoot] = tree
    pdf.Root[Name.MarkInfo] = Dictionary(Marked=True, Suspects=False)


def _write_element(
    pdf: Pdf, element: Element, parent: pikepdf.Object, pages: list[pikepdf.Page], parents: list[dict[int, pikepdf.Object]]
) -> pikepdf.Object:
    tag = element.tag
    written = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.role}"), P=parent))
    if tag.alt:
        written[Name.Alt] = String(tag.alt)
    if tag.lang:
        written[Name.Lang] = String(tag.lang)
    attributes = Dictionary()
    if tag.role == "Figure" and element.box is not None:
        attributes = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(part, 2) for part in element.box]))
    elif tag.role in ("TH", "TD") and (tag.scope or tag.span > 1):
        attributes = Dictionary(O=Name.Table)
        if tag.scope:
            attributes[Name.Scope] = Name(f"/{tag.scope}")
        if tag.span > 1:
            attributes[Name.ColSpan] = tag.span
    elif tag.role == "L":
        attributes = Dictionary(O=Name.List, ListNumbering=Name("/None"))
    if attributes:
        written[Name.A] = attributes
    kids = Array()
    for kid in element.kids:
        if isinstance(kid, Marked):
            page = pages[kid.page].obj
            if Name.Pg not in written:
                written[Name.Pg] = page
            if written[Name.Pg].objgen == page.objgen:
                kids.append(kid.mcid)
            else:
                kids.append(Dictionary(Type=Name.MCR, Pg=page, MCID=kid.mcid))
            parents[kid.page][kid.mcid] = written
        else:
            kids.append(_write_element(pdf, kid, written, pages, parents))
    written[Name.K] = kids
    return written


def _write_outline(pdf: Pdf, structure: Structure) -> None:
    if not structure.outline:
        return
    with pdf.open_outline() as outline:
        levels: list[tuple[int, list[pikepdf.OutlineItem]]] = [(0, outline.root)]
        for level, title, page in structure.outline:
            item = pikepdf.OutlineItem(title, page, "XYZ")
            while levels[-1][0] >= level:
                levels.pop()
            levels[-1][1].append(item)
            levels.append((level, item.children))
