"""What does not fit is an error that names file, line, card, field and measure, and the text that can mend it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speelveld.errors import AuthorError, KitError, Problem, Source, SpeelveldError
from speelveld.typeset import Frame, SetFaces, Shape
from tests.typeset.frametext import lines_of
from tests.typeset.halfem import tekst

Faults = Callable[..., SpeelveldError]
Pages = Callable[..., tuple[Frame, ...]]

# In `tekst` a character is 5 points wide and a line 12 points high.
WORDS = "woord " * 40


def card(inside: str) -> str:
    return f'<card w="220pt" h="220pt" title="x">{inside}</card>'


def only(error: SpeelveldError) -> Problem:
    (problem,) = error.problems
    return problem


def count_in(message: str) -> int:
    found = re.search(r"ongeveer (\d+) teken", message)
    assert found is not None
    return int(found[1])


def test_a_text_that_is_too_long_names_everything(faults: Faults) -> None:
    # 200 points hold 40 characters a line, six words; 40 words take 7 lines of which 5 fit.
    layout = card('<text style="tekst" x="10pt" y="10pt" w="200pt" h="60pt">{{ t }}</text>')
    error = faults(layout, t=tekst(WORDS))
    assert isinstance(error, AuthorError)
    assert str(error) == (
        "casus.yaml:4:3: kaart 1, veld 'vraag': de tekst is 8,5 mm te lang (ongeveer 55 tekens), "
        "ook in de kleinste toegestane letter\n  hint: maak deze tekst korter"
    )


T = "{{ t }}"
AT = 'x="10pt" y="10pt" w="200pt"'
LOW = 'x="10pt" y="170pt" w="200pt"'
BOXES = {
    "text with a height": f'<text {AT} h="36pt">{T}</text>',
    "text that reaches the bottom of the card": f"<text {LOW}>{T}</text>",
    "stack": f'<stack {AT} h="60pt"><text>Kop</text><text>{T}</text><text>Voet</text></stack>',
    "stack in a stack": f'<stack {AT} h="70pt"><stack padding="10pt"><text>{T}</text></stack></stack>',
    "stack with room to share": f'<stack {AT} h="50pt"><text>{T}</text><spacer/><text>V</text></stack>',
    "row": f'<row {AT} h="40pt"><text w="50pt">Kort</text><text w="100pt">{T}</text></row>',
    "row of texts as wide as they are": f'<row {AT} h="40pt"><text>Kort</text><text>{T}</text></row>',
    "grid": f'<grid columns="1fr 1fr" {AT} h="40pt"><text>Kort</text><text>{T}</text></grid>',
    "group": f'<group {AT} h="40pt"><text y="10pt">{T}</text></group>',
    "group in a stack": f'<stack {AT}><group h="40pt"><text>{T}</text></group></stack>',
    "turned group": f'<group x="10pt" y="90pt" w="200pt" h="40pt" turn="90"><text>{T}</text></group>',
    "list": f'<ul {AT} h="40pt"><li>Kort</li><li>{T}</li></ul>',
    "list without a height": f"<ul {LOW}><li>Kort</li><li>{T}</li></ul>",
    "table": f'<table columns="1fr 1fr" {AT} h="60pt"><tr><td>K</td><td>{T}</td></tr></table>',
    "table without a height": f'<table columns="1fr" {LOW}><tr><td>{T}</td></tr></table>',
    "checkbox": f'<checkbox {AT} h="30pt">{T}</checkbox>',
    "bold text": f'<text {AT} h="36pt"><b>Let op:</b> {T}</text>',
    "a text over the next one": f'<text {AT}>{T}</text><text x="10pt" y="40pt">Onder</text>',
    "a text over a stack": f'<text {AT}>{T}</text><stack x="10pt" y="40pt"><text>O</text></stack>',
    "a text over a turned one": f'<text {AT}>{T}</text><group x="10pt" y="40pt" w="200pt" h="24pt" turn="180">'
    "<text>Onderaan staat dit op de kop</text></group>",
}


@pytest.mark.parametrize("box", BOXES)
def test_nothing_sticks_out_of_any_box(faults: Faults, box: str) -> None:
    error = faults(card(BOXES[box]), t=tekst(WORDS))
    problem = only(error)
    assert isinstance(error, AuthorError)
    assert problem.source == Source("casus.yaml", 4, 3)
    assert re.search(r"kaart 1, veld 'vraag': .* mm te lang \(ongeveer \d+ tekens\)", problem.message)


@pytest.mark.parametrize("box", BOXES)
def test_shortening_by_as_many_characters_as_are_named_makes_it_fit(faults: Faults, pages: Pages, box: str) -> None:
    count = count_in(only(faults(card(BOXES[box]), t=tekst(WORDS))).message)
    assert 0 < count < len(WORDS)
    pages(card(BOXES[box]), t=tekst(WORDS.strip()[:-count]))
    with pytest.raises(SpeelveldError):
        pages(card(BOXES[box]), t=tekst(WORDS.strip()[: -max(1, count // 2)]))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.sampled_from(["een", "gemeente", "mogelijkheden", "verantwoordelijkheid"]), min_size=12, max_size=60)
)
def test_the_number_of_characters_is_right_for_any_text(set_kind: Callable[..., SetFaces], words: list[str]) -> None:
    layout = card('<stack x="10pt" y="10pt" w="150pt" h="36pt"><text>{{ t }}</text></stack>')
    text = " ".join(words)
    try:
        set_kind(layout, [{"t": tekst(text)}])
    except AuthorError as error:
        set_kind(layout, [{"t": tekst(text[: len(text) - count_in(str(error))])}])


def test_the_text_that_helps_is_blamed_not_the_longest(faults: Faults) -> None:
    layout = card(f'<row {AT} h="36pt"><text w="150pt">{{{{ lang }}}}</text><text w="50pt">{{{{ smal }}}}</text></row>')
    long, narrow = tekst("woord " * 14, "lang"), tekst("woord " * 7, "smal", line=9)
    problem = only(faults(layout, lang=long, smal=narrow))
    assert "veld 'smal'" in problem.message
    assert problem.source == Source("casus.yaml", 9, 3)


def test_among_texts_that_help_the_one_that_loses_least_of_itself_is_blamed(faults: Faults) -> None:
    layout = card(f'<stack {AT} h="84pt"><text>{{{{ kop }}}}</text><text>{{{{ tekst }}}}</text></stack>')
    title, body = tekst("Een korte titel", "titel"), tekst(WORDS, "tekst")
    assert "veld 'tekst'" in only(faults(layout, kop=title, tekst=body)).message


def test_texts_that_are_too_long_together_are_said_to_be(faults: Faults) -> None:
    layout = card(f'<stack {AT} h="12pt">{{% for t in teksten %}}<text>{T}</text>{{% endfor %}}</stack>')
    texts = [tekst("woord " * 6, f"veld {number}") for number in range(4)]
    assert "de teksten zijn samen 12,7 mm te lang" in only(faults(layout, teksten=texts)).message


def test_a_layout_that_has_no_room_even_without_texts_is_wrong_itself(faults: Faults) -> None:
    error = faults(card(f'<stack {AT} h="20pt"><space h="40pt"/><text>{T}</text></stack>'), t=tekst("kort"))
    assert isinstance(error, KitError)
    assert "<stack>: de inhoud is 11,3 mm te lang" in only(error).message


def test_a_text_of_the_layout_itself_is_a_fault_of_the_layout(faults: Faults) -> None:
    error = faults(card(f'\n<text {AT} h="12pt">{WORDS}</text>'))
    assert isinstance(error, KitError)
    source = only(error).source
    assert source is not None
    assert source.line == 2


def test_a_text_of_the_standard_deck_is_no_fault_of_the_author(faults: Faults) -> None:
    layout = card(f'<text {AT} h="12pt">{T}</text>')
    error = faults(layout, kit="basis/rollen.yaml", t=tekst(WORDS, file="basis/rollen.yaml"))
    assert isinstance(error, KitError)
    assert only(error).source == Source("basis/rollen.yaml", 4, 3)


def test_a_text_shown_twice_is_shortened_twice(faults: Faults, pages: Pages) -> None:
    layout = card(f'<stack {AT} h="48pt"><text>{T}</text><text>{T}</text></stack>')
    count = count_in(only(faults(layout, t=tekst("woord " * 18))).message)
    pages(layout, t=tekst(("woord " * 18).strip()[:-count]))


def test_paragraphs_of_one_text_are_shortened_from_the_end(faults: Faults) -> None:
    layout = card(f'<stack {AT} h="36pt">{{% for t in delen %}}<p>{T}</p>{{% endfor %}}</stack>')
    parts = [tekst(f"alinea {number} van het verhaal met wat woorden", "verhaal") for number in range(4)]
    assert "ongeveer 40 tekens" in only(faults(layout, delen=parts)).message


def test_every_card_that_does_not_fit_is_named(set_kind: Callable[..., SetFaces]) -> None:
    layout = card(f'<text {AT} h="12pt">{T}</text>')
    cards = [{"t": tekst("woord " * number, line=number)} for number in (3, 20, 4, 30)]
    with pytest.raises(AuthorError) as caught:
        set_kind(layout, cards)
    assert [problem.source.line for problem in caught.value.problems if problem.source] == [20, 30]
    assert [problem.message[:7] for problem in caught.value.problems] == ["kaart 2", "kaart 4"]


def test_hundreds_of_texts_that_do_not_fit_are_counted_not_all_named(set_kind: Callable[..., SetFaces]) -> None:
    layout = card(f'{{% for t in teksten %}}<text {AT} h="12pt">{T}</text>{{% endfor %}}')
    texts = [tekst("woord " * 20, line=line) for line in range(1, 501)]
    with pytest.raises(AuthorError) as caught:
        set_kind(layout, [{"teksten": texts}])
    assert len(caught.value.problems) == 201
    assert caught.value.problems[-1].message == "er past nog meer niet (300 keer); los eerst dit op"


@pytest.mark.parametrize(
    "box",
    [
        f'<text x="10pt" y="10pt" w="60pt">{T}</text>',
        f'<stack x="10pt" y="10pt" w="60pt"><text>{T}</text></stack>',
        f'<row x="10pt" y="10pt" w="60pt"><text>{T}</text></row>',
        f'<row x="10pt" y="10pt" w="130pt"><text>Eerst dit nog</text><text>{T}</text></row>',
        f'<table columns="69pt 1fr" x="10pt" y="10pt"><tr><td>{T}</td><td/></tr></table>',
        f'<ul x="10pt" y="10pt" w="70pt"><li>{T}</li></ul>',
        f'<checkbox x="10pt" y="10pt" w="77pt">{T}</checkbox>',
    ],
)
def test_a_word_that_is_too_wide_is_named(faults: Faults, box: str) -> None:
    error = faults(card(box), t=tekst("een AVGMEERWAARDEN woord"))
    problem = only(error)
    assert isinstance(error, AuthorError)
    assert re.search(r"kaart 1, veld 'vraag': het woord 'AVGMEERWAARDEN' is \d+,\d mm te breed", problem.message)
    assert "zacht afbreekstreepje" in (problem.hint or "")


def test_a_wide_word_of_the_layout_beside_an_authors_text_is_the_layouts(faults: Faults) -> None:
    error = faults(card(f'<text x="10pt" y="10pt" w="60pt">AVGMEERWAARDEN {T}</text>'), t=tekst("kort"))
    assert isinstance(error, KitError)


def test_a_missing_glyph_is_named_with_its_word_and_place(faults: Faults) -> None:
    error = faults(card(f'<text x="10pt" y="10pt">Let op: {T}</text>'), t=tekst("drie ★sterren"))
    problem = only(error)
    assert isinstance(error, AuthorError)
    assert "veld 'vraag': het lettertype heeft geen teken voor '★' (U+2605), in '★sterren'" in problem.message
    assert problem.source == Source("casus.yaml", 4, 3)


def test_all_characters_that_a_word_misses_are_named_together(faults: Faults) -> None:
    error = faults(card(f'<text x="10pt" y="10pt">{T}</text>'), t=tekst("(★☂★ en ☂)."))
    assert [problem.message.partition("teken voor ")[2] for problem in error.problems] == [
        "'☂' (U+2602), '★' (U+2605), in '★☂★'",
        "'☂' (U+2602), in '☂'",
    ]


def test_a_missing_glyph_is_named_once_however_often_it_is_printed(set_kind: Callable[..., SetFaces]) -> None:
    with pytest.raises(AuthorError) as caught:
        set_kind(card(f'<text x="10pt" y="10pt">{T}</text>'), [{"t": tekst("★.")}, {"t": tekst("★.")}])
    assert len(caught.value.problems) == 1


@pytest.mark.parametrize(
    "inside", [f'<text x="10pt" y="10pt">★ {T}</text>', f'<ul x="10pt" y="10pt"><li marker="★">{T}</li></ul>']
)
def test_a_missing_glyph_of_the_layout_beside_an_authors_text_is_the_layouts(faults: Faults, inside: str) -> None:
    assert isinstance(faults(card(inside), t=tekst("kort")), KitError)


EDGES = [
    ('<text x="10pt" y="2pt">rand</text>', "de tekst 'rand' staat"),
    ('<text x="4pt" y="50pt">rand</text>', "te dicht bij de rand"),
    ('<text x="150pt" y="50pt" w="66pt" align="right">rand</text>', "te dicht bij de rand"),
    ('<text x="10pt" y="208pt" h="12pt">rand</text>', "te dicht bij de rand"),
    ('<text x="10pt" y="300pt" h="20pt">rand</text>', "te dicht bij de rand, of erbuiten"),
    ('<text x="300pt" y="50pt" w="40pt">rand</text>', "te dicht bij de rand, of erbuiten"),
    ('<text x="-100pt" y="50pt" w="40pt">rand</text>', "te dicht bij de rand, of erbuiten"),
    ('<group x="150pt" y="50pt" w="100pt" h="20pt" turn="90"><text>een lange rand</text></group>', None),
    ('<group x="-30pt" y="50pt" w="100pt" h="20pt" turn="90"><text>een lange rand</text></group>', None),
    ('<group x="60pt" y="-30pt" w="100pt" h="100pt" turn="180"><text y="60pt">rand</text></group>', "te dicht"),
    ('<group x="160pt" y="150pt" w="60pt" h="60pt" turn="45"><text>een lange rand</text></group>', "'een lange'"),
]


@pytest.mark.parametrize(("inside", "said"), EDGES)
def test_text_on_the_cut_or_off_the_card_is_a_fault_of_the_layout(
    pages: Pages, faults: Faults, inside: str, said: str | None
) -> None:
    if said is None:
        pages(card(inside))
        return
    error = faults(card(inside))
    assert isinstance(error, KitError)
    assert said in only(error).message
    assert only(error).message.startswith("kaart 1, <text>")


@pytest.mark.parametrize(
    ("turn", "x", "y", "fine"),
    [(90, 190, 60, False), (90, 170, 60, True), (270, -30, 60, False), (90, 60, 178, False), (180, 60, 200, False)],
)
def test_the_edge_is_kept_clear_in_turned_groups_too(
    pages: Pages, faults: Faults, turn: int, x: int, y: int, fine: bool
) -> None:
    # The middle line of a group of 60 by 20 points, turned about its middle.
    group = (
        f'<group x="{x}pt" y="{y}pt" w="60pt" h="20pt" turn="{turn}"><text y="4pt" h="12pt">een twee dr</text></group>'
    )
    if fine:
        pages(card(group))
    else:
        assert "te dicht bij de rand" in only(faults(card(group))).message


def test_a_layout_may_set_its_own_safe_edge(pages: Pages, faults: Faults) -> None:
    inside = '<text x="6pt" y="6pt">rand</text>'
    assert lines_of(pages(card(inside).replace('title="x"', 'title="x" safe="5pt"'))[0]) == ["rand"]
    assert "te dicht" in only(faults(card(inside))).message


def test_texts_of_the_layout_over_each_other_are_both_named(faults: Faults) -> None:
    error = faults(card('<text x="10pt" y="50pt">boven</text><text x="20pt" y="54pt">onder</text>'))
    assert isinstance(error, KitError)
    assert "de teksten 'boven' en 'onder' staan over elkaar" in only(error).message


def test_two_texts_over_each_other_are_named_once(faults: Faults) -> None:
    lines = "een<br/>twee<br/>drie<br/>vier"
    error = faults(card(f'<text x="10pt" y="50pt">{lines}</text><text x="12pt" y="54pt">{lines}</text>'))
    assert "'een'" in only(error).message


def test_texts_in_a_slanted_group_may_stand_under_each_other(pages: Pages) -> None:
    inside = "<stack><text>een lange regel</text><text>nog een regel</text></stack>"
    group = f'<group x="60pt" y="80pt" w="100pt" h="40pt" turn="30">{inside}</group>'
    assert lines_of(pages(card(group))[0]) == ["een lange regel", "nog een regel"]


def test_texts_may_stand_close_beside_and_under_each_other(pages: Pages) -> None:
    inside = '<text x="10pt" y="50pt">boven</text><text x="36pt" y="50pt">naast</text><text x="10pt" y="60pt">o</text>'
    assert lines_of(pages(card(inside))[0]) == ["boven", "naast", "o"]


def test_text_that_leaves_its_painted_group_is_a_fault(pages: Pages, faults: Faults) -> None:
    inside = '<text x="30pt" y="4pt" w="100pt">een lange tekst</text>'
    bare = f'<group x="10pt" y="10pt" w="60pt" h="20pt">{inside}</group>'
    assert len(pages(card(bare))) == 1
    error = faults(card(bare.replace("<group ", '<group fill="lijn" ')))
    assert "uit het vlak van <group>" in only(error).message


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (
            '<row x="10pt" y="10pt" w="100pt"><space w="80pt"/><rect w="40pt" h="5pt"/></row>',
            "de rij is 7,1 mm te breed",
        ),
        ('<grid columns="80pt 40pt" x="10pt" y="10pt" w="100pt"><text>a</text></grid>', "samen 7,1 mm te breed"),
        ('<stack x="10pt" y="10pt" w="100pt"><text w="120pt">a</text></stack>', "steekt 7,1 mm buiten <stack>"),
    ],
)
def test_boxes_that_are_too_wide_for_their_parent_are_faults(faults: Faults, inside: str, said: str) -> None:
    error = faults(card(inside))
    assert isinstance(error, KitError)
    assert said in only(error).message


def test_a_short_text_in_a_full_row_keeps_its_width(pages: Pages) -> None:
    (frame,) = pages(
        card(f'<row x="10pt" y="10pt" w="100pt" gap="5pt"><text>Kosten</text><text>{"woord " * 6}</text></row>')
    )
    assert [run.x for run in frame.texts()][:2] == [10, pytest.approx(45, abs=0.1)]


SWAPPED = {"field": "woorden: route", "line": 9}


def test_a_word_that_is_swapped_is_told_without_a_count_of_characters(faults: Faults) -> None:
    """It stands in a text more than once, and what it has to lose is not what the whole text has to."""
    layout = card('<text style="tekst" x="10pt" y="10pt" w="200pt" h="12pt">{{ t }} en weer {{ t }} {{ t }}</text>')
    problem = only(faults(layout, t=tekst("ontwikkelrichting", **SWAPPED)))
    assert problem.message == (
        "kaart 1, veld 'woorden: route': de tekst is 4,2 mm te lang, ook in de kleinste toegestane letter"
    )
    assert problem.hint == "kies een korter woord"


ROW = """<row x="10pt" y="10pt" w="100pt">
  <space w="80pt"/><group w="40pt"><text x="0pt" y="0pt">{{ t }}</text></group>
</row>"""


def test_a_bundled_row_without_room_for_a_casus_names_the_casus(faults: Faults, tmp_path: Path) -> None:
    error = faults(card(ROW), kit=str(tmp_path / "layout.xml.j2"), t=tekst("korter"))
    assert isinstance(error, AuthorError)
    assert str(error) == (
        "casus.yaml:4:3: kaart 1, veld 'vraag': hierdoor past de inhoud niet: de rij is 7,1 mm te breed\n"
        "  hint: maak deze tekst korter"
    )


@pytest.mark.parametrize("text", [tekst("korter"), "korter"])
def test_a_row_of_a_layout_of_an_author_without_room_names_the_layout(faults: Faults, text: str) -> None:
    error = faults(card(ROW), t=text)
    assert isinstance(error, KitError)
    assert "layout.xml.j2:" in str(error)


@pytest.mark.parametrize(("room", "low"), [("", 47), (' h="80pt"', 90)])
def test_a_rectangle_without_a_height_is_the_ground_of_its_group(pages: Pages, room: str, low: float) -> None:
    """In a group at 10, two lines of 12 points that begin at 5 end at 39, and the low rectangle at 47."""
    inside = '<rect x="0pt" y="5pt" w="30pt" fill="lijn"/><text x="0pt" y="5pt" w="30pt">woord woord</text>'
    (frame,) = pages(card(f'<group x="10pt" y="10pt" w="90pt"{room}>{inside}<rect y="30pt" w="9pt" h="7pt"/></group>'))
    shapes = [item for item in frame.items if isinstance(item, Shape)]
    ground = shapes[0].path.bounds
    assert (ground.y, ground.bottom) == (15, low)
    assert frame.items[0] is shapes[0], "what is drawn first lies below"
