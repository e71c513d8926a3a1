"""The tag tree says what a paper says, in order; every mark leads to its element and back."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from speelveld.geometry import Matrix
from speelveld.typeset import Group, Tag
from speelveld.units import mm
from tests.makers.drawing import Ink, MakePdf, full, square, tagged, words
from tests.oracles.boxes import Box
from tests.oracles.pixels import ink_box, page
from tests.oracles.spoken import poor
from tests.oracles.tagtree import faults, tree_text

ACCEPTED = Path(__file__).with_name("paper") / "tags.txt"


def test_a_paper_is_tagged_as_accepted(paper: bytes) -> None:
    """Look at the difference; if it is right, write the new text into `paper/tags.txt`."""
    assert tree_text(paper) == ACCEPTED.read_text(encoding="utf-8")


def test_every_mark_of_a_paper_leads_to_its_element_and_back(paper: bytes) -> None:
    assert faults(paper) == []


def test_headings_are_bookmarks_that_lead_to_their_place(paper: bytes) -> None:
    with pikepdf.open(BytesIO(paper)) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

        def listed(items: list[pikepdf.OutlineItem]) -> list[object]:
            return [(item.title, numbers[item.destination[0].objgen], listed(item.children)) for item in items]

        assert listed(outline.root) == [
            (
                "Papieren",
                1,
                [
                    (
                        "Een blad met alles",
                        3,
                        [
                            ("Een tabel", 3, [("Lijsten", 3, [])]),
                            ("Tekeningen", 3, []),
                            ("Over twee bladzijden", 4, []),
                        ],
                    ),
                    ("Een tweede blad", 7, []),
                ],
            )
        ]
        first = outline.root[0].children[0]
        second = first.children[0]
        heights = [float(item.destination[3]) for item in (first, second)]
        assert 841.89 - 19 / 25.4 * 72 > heights[0] > heights[1] > 400
        assert pdf.Root.PageMode == "/UseOutlines"


def test_a_link_over_two_lines_is_one_with_two_places(paper: bytes) -> None:
    with pikepdf.open(BytesIO(paper)) as file:
        first, second, third = file.pages[2].Annots
        tops = {round(float(first.QuadPoints[index]), 1) for index in range(1, len(first.QuadPoints), 8)}
        assert len(tops) == 2
        assert str(first.A.URI) == "https://www.voorbeeld.nl/een_lange_naam?van=1&naar=%C3%A9"
        assert str(second.A.URI) == "mailto:ons@voorbeeld.nl"
        assert third.Dest[0].objgen == file.pages[6].obj.objgen


def test_a_paragraph_and_a_list_cut_by_a_page_stay_one_element(make: MakePdf) -> None:
    paragraph, items, item, body = Tag("P"), Tag("L"), Tag("LI"), Tag("LBody")
    first = [
        tagged(paragraph, words("Deze alinea ")),
        tagged("H2", words("Kop", 30)),
        tagged(items, tagged("LI", tagged("LBody", words("een", 40))), tagged(item, tagged(body, words("twee ", 50)))),
    ]
    second = [
        tagged(items, tagged(item, tagged(body, words("helften"))), tagged("LI", tagged("LBody", words("drie", 30)))),
        tagged(paragraph, words("is een andere.", 40)),
    ]
    pdf = make([full([*first]), full([*second])], tagged=True)
    assert tree_text(pdf) == (
        "Document\n  Sect\n    P\n      1: Deze alinea\n    H2\n      1: Kop\n    L ListNumbering=None\n"
        "      LI\n        LBody\n          1: een\n      LI\n        LBody\n          1+2: twee helften\n"
        "      LI\n        LBody\n          2: drie\n    P\n      2: is een andere.\n"
    )
    assert faults(pdf) == []


def test_what_has_no_tag_is_decoration(make: MakePdf, ink: Ink) -> None:
    loose = [words("Kopregel", 10), square(0, 0, 5, ink("ff0000")), Group(None, (words("Voetregel", 280),))]
    pdf = make([full([*loose, tagged("P", words("Tekst"))])], tagged=True)
    assert tree_text(pdf) == "Document\n  Sect\n    P\n      1: Tekst\n"
    assert faults(pdf) == []


@pytest.mark.parametrize("role", ["TD", "LBody", "P"])
def test_text_without_a_tag_of_its_own_belongs_to_its_cell_or_item(make: MakePdf, role: str) -> None:
    pdf = make([full([tagged(role, Group(None, (Group(None, (words("Inhoud"),)),)))])], tagged=True)
    assert tree_text(pdf).endswith(f"    {role}\n      1: Inhoud\n")


@pytest.mark.parametrize("role", ["Sect", "Div", "Table", "TR", "L", "LI"])
def test_text_loose_in_a_grouping_element_is_decoration(make: MakePdf, role: str) -> None:
    pdf = make([full([tagged(role, Group(None, (words("Herhaalde kop"),)))])], tagged=True)
    assert "Herhaalde kop" not in tree_text(pdf)
    assert faults(pdf) == []


def test_decoration_within_a_cell_is_not_read(make: MakePdf) -> None:
    pdf = make([full([tagged("TD", words("Gelezen"), tagged("Artifact", words(" en niet gelezen")))])], tagged=True)
    assert tree_text(pdf).endswith("    TD\n      1: Gelezen\n")
    assert faults(pdf) == []


def test_a_figure_is_one_whole_with_the_box_its_drawing_takes(make: MakePdf, ink: Ink) -> None:
    drawing = Group(
        Tag("Figure", alt="Een gezicht"),
        (
            square(10, 20, 30, ink("ff0000")),
            Group(None, (square(0, 0, 10, ink("0000ff")),), Matrix(2, 0, 0, 2, 141.732, 0)),
            tagged("P", words("bijschrift", 45)),
        ),
    )
    pdf = make([full([drawing])], tagged=True)
    assert tree_text(pdf) == "Document\n  Sect\n    Figure Alt='Een gezicht' BBox\n      1: bijschrift\n"
    assert faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        figure = file.Root.StructTreeRoot.K.K[0].K[0]
        left, bottom, right, top = (float(part) / 72 * 25.4 for part in figure.A.BBox)
        assert (left, 297 - top, right) == pytest.approx((10, 0, 70), abs=0.05)
        assert 297 - bottom == pytest.approx(50, abs=0.1)


def test_the_box_of_a_figure_holds_the_line_around_it(make: MakePdf, ink: Ink) -> None:
    outline = replace(square(10, 20, 30, ink("ff0000")), fill=None, stroke=ink("0000ff"), line=mm(4))
    pdf = make([full([Group(Tag("Figure", alt="Een kader"), [outline])])], tagged=True)
    seen = ink_box(page(pdf), "0000ff")
    assert seen is not None
    with pikepdf.open(BytesIO(pdf)) as file:
        left, bottom, right, top = (float(part) / 72 * 25.4 for part in file.Root.StructTreeRoot.K.K[0].K[0].A.BBox)
    assert Box(left, 297 - top, right, 297 - bottom).near(Box(8, 18, 42, 52), 0.05)
    assert seen.near(Box(8, 18, 42, 52))


def test_a_text_in_another_language_says_so(make: MakePdf) -> None:
    pdf = make([full([tagged(Tag("P", lang="fy"), words("Goeie"))])], tagged=True)
    assert "P Lang='fy'" in tree_text(pdf)


def test_sheets_of_cards_have_no_tags(make: MakePdf) -> None:
    with pikepdf.open(BytesIO(make([full([tagged("P", words("Kaart"))])]))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert b"BDC" not in pdf.pages[0].Contents.read_bytes()


def spoiled(paper: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(paper)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def _link(pdf: pikepdf.Pdf, number: int = 0) -> pikepdf.Object:
    return pdf.pages[2].Annots[number]


def _set(thing: pikepdf.Object, **values: object) -> None:
    for key, value in values.items():
        thing[f"/{key}"] = value


def _first(pdf: pikepdf.Pdf, role: str) -> pikepdf.Object:
    def within(element: pikepdf.Object) -> pikepdf.Object | None:
        if f"/{role}" == element.S:
            return element
        kids = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        return next((found for kid in kids if (found := within(kid)) is not None), None)

    found = within(pdf.Root.StructTreeRoot.K)
    assert found is not None
    return found


def _drop_reference(pdf: pikepdf.Pdf) -> None:
    link = _first(pdf, "Link")
    link.K = pikepdf.Array(kid for kid in link.K if isinstance(kid, int))


def _page_text(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    data = page.Contents.read_bytes()
    assert old in data
    page.Contents.write(data.replace(old, new, 1))


def _forget_parent(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][2] = pdf.Root.StructTreeRoot.K


def _drop_element(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.K.K[0].K[1]


def _point_twice(pdf: pikepdf.Pdf) -> None:
    section = pdf.Root.StructTreeRoot.K.K[0]
    section.K[1].K = section.K[0].K


def _drop_tabs(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Tabs


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pdf: _set(pdf.Root.StructTreeRoot.K.K[1].K[0], S=pikepdf.Name.H1), "headings of level 1 are not one"),
        (lambda pdf: _set(pdf.Root.StructTreeRoot.K.K[0].K[0], S=pikepdf.Name.P), "headings of level 1 are not one"),
        (lambda pdf: _set(pdf.Root.StructTreeRoot.K.K[1].K[0], S=pikepdf.Name.H3), "after level 1 comes level 3"),
        (lambda pdf: _set(_first(pdf, "Figure"), Alt=pikepdf.String(" ")), "a figure says nothing"),
        (lambda pdf: _set(_first(pdf, "Figure"), Alt=pikepdf.String("foto.png")), "a figure says nothing"),
        (lambda pdf: _set(_first(pdf, "P"), K=pikepdf.Array()), "an empty P"),
        (lambda pdf: _set(_first(pdf, "TH"), A=pikepdf.Dictionary()), "a head of neither row nor column"),
        (lambda pdf: _set(pdf.Root, Lang=pikepdf.String("en")), "not in Dutch"),
        (lambda pdf: _set(pdf.Root.ViewerPreferences, DisplayDocTitle=False), "the title is not shown"),
        (lambda pdf: _set(pdf.Root, Outlines=pikepdf.Dictionary()), "no list of contents"),
    ],
)
def test_the_ear_for_sense_can_fail(paper: bytes, change: Callable[[pikepdf.Pdf], None], said: str) -> None:
    assert poor(paper) == []
    assert any(said in fault for fault in poor(spoiled(paper, change)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pdf: _page_text(pdf, b"<</MCID 1>>", b"<</MCID 0>>"), "mark 0 comes twice"),
        (lambda pdf: _page_text(pdf, b"/H1 <</MCID 0>> BDC", b"/Span BMC"), "a mark /Span without a number"),
        (lambda pdf: _page_text(pdf, b"/Artifact BMC\n", b""), "in no mark"),
        (_forget_parent, "mark 2 another element"),
        (_drop_element, "is on the page and not in the tree"),
        (_point_twice, "two elements hold it"),
        (_drop_tabs, "no reading order for tabs"),
        (_drop_reference, "is in no element"),
        (lambda pdf: _set(_first(pdf, "Link"), S=pikepdf.Name.Span), "is in a /Span"),
        (lambda pdf: _set(_link(pdf), StructParent=_link(pdf, 1).StructParent), "leads back to another element"),
        (lambda pdf: _set(_link(pdf), Contents=pikepdf.String(" ")), "says not where it leads"),
        (lambda pdf: _set(_link(pdf), F=0), "is not printed with its page"),
        (lambda pdf: _set(_link(pdf), A=pikepdf.Dictionary(S=pikepdf.Name.Launch)), "leads nowhere"),
        (lambda pdf: _set(_link(pdf), Rect=pikepdf.Array([0, 0, 1, 1])), "has no place to click"),
        (lambda pdf: _set(pdf.pages[2].obj, Annots=pikepdf.Array()), "holds a link that is on no page"),
    ],
)
def test_the_look_at_marks_can_fail(paper: bytes, change: Callable[[pikepdf.Pdf], None], said: str) -> None:
    assert any(said in fault for fault in faults(spoiled(paper, change)))
