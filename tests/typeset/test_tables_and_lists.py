"""Tables have equal rows and say what their heads are for; lists have their marks; figures have a text."""

from collections.abc import Callable

import pytest

from speelveld.errors import KitError, SpeelveldError
from speelveld.typeset import Frame, Group, Shape, Tag
from tests.typeset.frametext import lines_of, tags

Pages = Callable[..., tuple[Frame, ...]]
Faults = Callable[..., SpeelveldError]


def card(inside: str) -> str:
    return f'<card w="240pt" h="240pt" title="x">{inside}</card>'


def table(rows: str, columns: str = "1fr 2fr 50pt") -> str:
    return card(f'<table x="20pt" y="20pt" w="200pt" columns="{columns}" padding="0pt">{rows}</table>')


def roles(frames: tuple[Frame, ...]) -> list[str]:
    return [tag.role for tag in tags(frames[0].items)]


def test_columns_are_fixed_or_share_the_rest(pages: Pages) -> None:
    (frame,) = pages(table("<tr><td>a</td><td>b</td><td>c</td></tr>"))
    assert [run.x for run in frame.texts()] == [20, 70, 170]


def test_heads_have_a_scope_and_spans_are_told(pages: Pages) -> None:
    rows = '<tr head="ja"><th span="2">Wat</th><th>Wie</th></tr><tr><th>a</th><td span="2">b</td></tr>'
    frames = pages(table(rows))
    cells = [tag for tag in tags(frames[0].items) if tag.role in ("TH", "TD")]
    assert cells == [
        Tag("TH", scope="Column", span=2),
        Tag("TH", scope="Column"),
        Tag("TH", scope="Row"),
        Tag("TD", span=2),
    ]
    assert roles(frames)[:3] == ["Table", "THead", "TR"]


@pytest.mark.parametrize("row", ["<tr><td/></tr>", "<tr><td/><td/><td/><td/></tr>", '<tr><td span="4"/></tr>', "<tr/>"])
def test_a_row_with_another_number_of_cells_is_refused(faults: Faults, row: str) -> None:
    error = faults(table(row))
    assert isinstance(error, KitError)
    assert "cellen en de tabel 3 kolommen" in str(error)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "ten minste één <tr>"),
        ('<tr head="ja"><th/><th/><th/></tr>', "ten minste één <tr> nodig die geen kop is"),
        ('<tr><td/><td/><td/></tr><tr head="ja"><th/><th/><th/></tr>', "een koprij staat boven"),
        ('<tr head="misschien"><th/><th/><th/></tr>', "kan niet 'misschien' zijn; kies uit: nee, ja"),
        ('<tr><th scope="kolom"/><td/><td/></tr>', "kenmerk 'scope' kan niet 'kolom' zijn"),
        ('<tr><td span="-1"/><td/><td/></tr>', "kenmerk 'span': '-1' is geen getal van 1 tot 1000"),
        ('<tr><td span="nan"/><td/><td/></tr>', "kenmerk 'span': 'nan' is geen getal"),
    ],
)
def test_a_table_that_is_wrong_is_refused(faults: Faults, rows: str, said: str) -> None:
    assert said in str(faults(table(rows)))


def test_a_row_is_as_high_as_its_highest_cell_and_valign_keeps_to_the_padding(pages: Pages) -> None:
    cells = '<td>een twee drie vier vijf</td><td valign="bottom">laag</td><td valign="middle">half</td>'
    rows = f"<tr>{cells}</tr><tr><td>onder</td><td/><td/></tr>"
    padded = table(rows).replace('padding="0pt"', 'padding="2pt 0pt 7pt 0pt"')
    (frame,) = pages(padded)
    by_text = {run.text.strip(): run.baseline for run in frame.texts()}
    # Three lines of 12 points with 2 above and 7 below: 45 high. A baseline is 8.5 below the top of its line.
    first = 20 + 2 + 8.5
    assert by_text["een twee"] == pytest.approx(first)
    assert by_text["half"] == pytest.approx(first + 12)
    assert by_text["laag"] == pytest.approx(first + 24)
    assert by_text["onder"] == pytest.approx(first + 45)


def test_items_have_bullets_numbers_or_marks_of_their_own(pages: Pages) -> None:
    frames = pages(card('<ul x="20pt" y="20pt"><li>a</li><li marker="–">b</li></ul>'))
    assert lines_of(frames[0]) == ["•", "a", "–", "b"]
    frames = pages(card('<ol x="20pt" y="20pt" start="9"><li>a</li><li><text>b</text><p>c</p></li></ol>'))
    assert lines_of(frames[0]) == ["9.", "a", "10.", "b", "c"]
    assert roles(frames) == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "P", "P"]


def test_texts_beside_marks_stand_under_each_other(pages: Pages) -> None:
    (frame,) = pages(card('<ol x="20pt" y="20pt" start="9"><li>a</li><li>b</li></ol>'))
    nine, a, ten, b = frame.texts()
    assert (nine.x, a.x) == (ten.x, b.x)
    assert a.x > ten.x + ten.width


@pytest.mark.parametrize(
    "drawing",
    [
        '<group x="20pt" y="20pt" w="20pt" h="20pt" role="Figure"/>',
        '<rect x="20pt" y="20pt" w="20pt" h="20pt" fill="inkt" role="Figure"/>',
        '<icon x="20pt" y="20pt" w="20pt" name="users" role="Figure"/>',
        '<stack x="20pt" y="20pt" role="Figure"/>',
    ],
)
def test_a_figure_without_a_text_is_refused(pages: Pages, faults: Faults, drawing: str) -> None:
    assert "heeft een 'alt' nodig" in str(faults(card(drawing)))
    described = drawing.replace('role="Figure"', 'role="Figure" alt="Een vierkant"')
    assert next(tags(pages(card(described))[0].items)) == Tag("Figure", alt="Een vierkant")


def test_a_picture_is_a_figure_unless_it_is_decoration(pages: Pages) -> None:
    image = '<image src="foto" alt="Een foto" x="20pt" y="20pt" w="100pt"/>'
    assert list(tags(pages(card(image))[0].items)) == [Tag("Figure", alt="Een foto")]
    assert list(tags(pages(card(image.replace("<image ", '<image role="Artifact" ')))[0].items)) == []


def test_decoration_holds_no_tags(pages: Pages) -> None:
    inside = '<stack x="20pt" y="20pt" role="Artifact"><h2>Kop</h2><ul><li>a</li></ul></stack>'
    assert list(tags(pages(card(inside))[0].items)) == []
    inside = '<stack x="20pt" y="20pt" role="Note"><text role="Artifact">a</text><text>b</text></stack>'
    assert [tag.role for tag in tags(pages(card(inside))[0].items)] == ["Note", "P"]


def test_a_group_without_a_height_reaches_to_its_lowest_child(pages: Pages) -> None:
    group = '<group><text y="10pt">a</text><rect y="30pt" h="10pt" fill="lijn"/></group>'
    (frame,) = pages(card(f'<stack x="20pt" y="20pt">{group}<text>b</text></stack>'))
    assert [run.baseline for run in frame.texts()] == [20 + 10 + 8.5, 20 + 40 + 8.5]


WRONG = [
    ('<rect w="1mm" h="1mm" fill="rood"/>', "kleur 'rood' bestaat niet; kies uit: inkt, grijs, lijn, wit"),
    ('<rect w="1mm" h="1mm" fill="lijnn"/>', "bedoelt u 'lijn'?"),
    ('<text x="20pt" y="20pt" style="teks">a</text>', "stijl 'teks' bestaat niet; bedoelt u 'tekst'?"),
    ('<text x="20pt" y="20pt"><span style="x">a</span></text>', "stijl 'x' bestaat niet"),
    ('<text x="20pt" y="20pt"><span color="x">a</span></text>', "kleur 'x' bestaat niet"),
    ('<text x="20pt" y="20pt" role="Kop">a</text>', "rol 'Kop' bestaat niet"),
    ('<stack x="20pt" y="20pt" role="H1"/>', "rol 'H1' bestaat niet voor <stack>"),
    ('<rect w="1mm" h="1mm" role="P"/>', "rol 'P' kan niet bij een tekening"),
    ('<icon x="20pt" y="20pt" name="userss"/>', "icoon 'userss' bestaat niet; bedoelt u 'users'?"),
    ('<icon x="20pt" y="20pt" name="../users"/>', "bestaat niet"),
    ('<image src="weg" alt="x" w="9mm"/>', "afbeelding 'weg' is er niet"),
    ('<text x="3" y="20pt">a</text>', "kenmerk 'x': '3' is geen maat"),
    ('<text x="20pt" y="20pt" w="-3mm">a</text>', "kenmerk 'w': '-3mm' is minder dan niets"),
    ('<rect w="9999999mm" h="1mm"/>', "is langer dan elk papier"),
    (f'<rect w="{"9" * 400}mm" h="1mm"/>', "is langer dan elk papier"),
    ('<stack x="20pt" y="20pt" padding="1mm 2mm 3mm 4mm 5mm"/>', "zijn niet één tot vier maten"),
    ('<stack x="20pt" y="20pt" padding=""/>', "zijn niet één tot vier maten"),
    ('<stack x="20pt" y="20pt" padding="-1mm"/>', "zijn niet één tot vier maten van 0 of meer"),
    ('<stack x="20pt" y="20pt" gap="-1mm"/>', "minder dan niets"),
    ('<text x="20pt" y="20pt" align="links">a</text>', "kan niet 'links' zijn; kies uit: left, center, right"),
    ('<text x="20pt" y="20pt" balance="yes">a</text>', "kan niet 'yes' zijn; kies uit: nee, ja"),
    ('<group x="20pt" y="20pt" w="9mm" h="9mm" turn="inf"/>', "'inf' is geen getal"),
    ('<grid x="20pt" y="20pt" columns="1fr x"><text>a</text></grid>', "'x' is geen maat"),
    ('<grid x="20pt" y="20pt" columns="-1fr 1fr"><text>a</text></grid>', "'-1' is geen getal van 0 tot 1000"),
    ('<polygon points="1mm 2mm 3mm" fill="inkt"/>', "ten minste drie punten"),
    ('<polygon points="1mm 2mm 3mm a 1mm 2mm" fill="inkt"/>', "'a' is geen maat"),
    ('<path d="M 1 2 x" stroke="inkt"/>', "een pad kent 'x' niet"),
    ('<path d="M 1e99 2" stroke="inkt"/>', "veel te groot"),
    ('<path d="M 1" stroke="inkt"/>', "horen 2 getallen"),
    ('<path d="M 1 1" viewbox="0 0 0 0" stroke="inkt"/>', "'viewbox' zijn vier getallen"),
    ('<path d="M 1 1" viewbox="nan nan nan nan" stroke="inkt"/>', "'viewbox' zijn vier getallen"),
    ('<rule x="20pt" y="20pt" stroke="inkt" dash="0mm"/>', "'dash' zijn de maten"),
    ('<writing-lines x="20pt" y="20pt" count="1000000"/>', "geen getal van 1 tot 1000"),
    ('<writing-lines x="20pt" y="20pt" gap="0mm"/>', "is ruimte nodig"),
    ('<qr x="20pt" y="20pt" w="5mm" data="https://www.zutphen.nl/een/lang/adres" alt="x"/>', "te fijn om te lezen"),
    (f'<qr x="20pt" y="20pt" w="60mm" data="{"x" * 4000}" alt="x"/>', "past niet in een QR-code"),
]


@pytest.mark.parametrize(("inside", "said"), WRONG, ids=[inside[:50] for inside, _ in WRONG])
def test_a_wrong_attribute_is_refused(faults: Faults, inside: str, said: str) -> None:
    error = faults(card(inside))
    assert isinstance(error, KitError)
    assert said in str(error)
    assert all(problem.source is not None for problem in error.problems)


def test_all_wrong_attributes_are_named_at_once(faults: Faults) -> None:
    inside = '<rect w="3" h="x" fill="rood"/>\n<text x="20pt" y="20pt" style="y" align="z">a</text>'
    assert len(faults(card(inside)).problems) == 5


def test_a_qr_code_has_four_modules_of_quiet_around_it(pages: Pages) -> None:
    """ISO/IEC 18004: version 1 has 21 modules, and a quiet zone of four on each side."""
    (frame,) = pages(card('<qr x="20pt" y="30pt" w="58pt" data="A" alt="x"/>'))
    (figure,) = [item for item in frame.items if isinstance(item, Group)]
    (dark,) = [item.path.bounds for item in figure.items if isinstance(item, Shape)]
    assert (dark.x, dark.y, dark.right, dark.bottom) == pytest.approx((28, 38, 70, 80))


@pytest.mark.parametrize("name", ["stack", "row", "group"])
def test_elements_as_deep_as_is_allowed_are_set(pages: Pages, name: str) -> None:
    inside = f"<{name}>" * 36 + "<text>diep</text>" + f"</{name}>" * 36
    assert lines_of(pages(card(f'<stack x="20pt" y="20pt" w="200pt" h="180pt">{inside}</stack>'))[0]) == ["diep"]


def test_stacks_rows_and_grids_deep_in_each_other_are_built_in_reasonable_time(pages: Pages) -> None:
    inside = "<text>a</text>"
    for _ in range(12):
        inside = f'<row><stack grow="1" fill="wit"><text>b</text><row>{inside}</row></stack><text>c</text></row>'
    assert len(lines_of(pages(card(f'<stack x="20pt" y="20pt" w="200pt" h="180pt">{inside}</stack>'))[0])) == 25
