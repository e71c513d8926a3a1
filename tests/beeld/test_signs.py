"""Signs and patterns: one line for all small signs and one for all large ones, one sign for each thing that counts."""

import pytest

from speelveld.beeld import SHAPES, draw_pattern, icon_names
from speelveld.build.pipeline import load
from speelveld.casus import GROEPEN, KRACHTEN
from speelveld.colors import parse_hex
from speelveld.deck import choose_cards
from speelveld.geometry import Rect, Size
from speelveld.typeset import Frame
from speelveld.typeset.icons import icon_paths
from speelveld.units import mm
from tests.beeld.conftest import Draw, Refused
from tests.beeld.shapes import bounds, shapes
from tests.makers.kits import CASUSSEN, ROOT

BEFORE = '{% import "standaard/beelden.xml.j2" as beeld with context %}'
KINDS = ("opgave", "rol", "aanpak", "kans", "uitdaging")


def lines(frame: Frame) -> set[float]:
    return {round(shape.line / mm(1), 3) for shape in shapes(frame)}


@pytest.mark.parametrize(("size", "line"), [(3, 0.35), (4.4, 0.35), (5.9, 0.35), (6, 0.7), (9, 0.7), (40, 0.7)])
def test_signs_on_a_sheet_are_of_one_hand(draw: Draw, size: float, line: float) -> None:
    assert lines(draw(f'<icon x="5mm" y="5mm" w="{size}mm" name="users"/>')) == {line}
    assert lines(draw(f'<icon x="5mm" y="5mm" w="{size}mm" name="users" line="1.1mm"/>')) == {1.1}


def test_all_that_counts_has_one_sign(draw: Draw) -> None:
    asked = "{% for naam in beeld.TEKENS %}<text x='5mm' y='{{ 8 * loop.index }}mm'>{{ naam }}</text>{% endfor %}"
    named = {run.text for run in draw(asked, before=BEFORE).texts()}
    assert named == {*KRACHTEN, "stappen"}
    signs = "{% for teken in beeld.TEKENS.values() %}{{ teken }} {% endfor %}"
    groups = "{% for groep in groepen %}{{ beeld.GROEPEN[groep] }} {% endfor %}"
    frame = draw(f"<text x='5mm' y='5mm' w='190mm'>{signs}{groups}</text>", before=BEFORE, groepen=GROEPEN)
    found = " ".join(run.text for run in frame.texts()).split()
    assert len(found) == len(set(found)) == len(named) + len(GROEPEN)
    assert set(found) <= icon_names()


def test_the_macros_draw_what_they_say(draw: Draw) -> None:
    frame = draw(
        '<group x="5mm" y="5mm" w="20mm" h="20mm">{{ beeld.telteken("tijd", 5, "opgave") }}</group>', before=BEFORE
    )
    assert {shape.stroke.name for shape in shapes(frame) if shape.stroke} == {"opgave"}
    for kind in KINDS:
        (shape,) = shapes(draw(f'{{{{ beeld.patroon("{kind}", 95, 50, x=5, y=5) }}}}', before=BEFORE))
        assert shape.fill is not None
        assert shape.fill.name == f"15% {kind} in wit"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_pattern_is_one_path_of_whole_shapes_in_the_middle_of_its_box(shape: str) -> None:
    size = Size(mm(95), mm(134))
    path = draw_pattern(shape, mm(8), size)
    found = bounds([path])
    assert Rect(0, 0, size.width, size.height).lacks(found) < 0.01
    assert found.x == pytest.approx(size.width - found.right, abs=0.03)
    assert found.y == pytest.approx(size.height - found.bottom, abs=0.03)
    # Twelve or eleven in a row, seventeen or sixteen rows: one every 8 mm.
    assert 170 <= path.steps.count("m") <= 204


def test_a_pattern_that_cannot_be_is_named(refused: Refused) -> None:
    assert refused('<pattern x="0mm" y="0mm" w="20mm" h="20mm" shape="cirkel" fill="kans-licht"/>') == [
        "vorm 'cirkel' bestaat niet (bedoelt u 'circle'?)"
    ]
    (said,) = refused('<pattern x="0mm" y="0mm" w="20mm" h="20mm" shape="circle" size="1mm" fill="kans-licht"/>')
    assert said.startswith("kenmerk 'size': in een patroon staan de vormen ten minste 2 mm uit elkaar")
    (said,) = refused('<pattern x="0mm" y="0mm" w="2000mm" h="2000mm" shape="circle" fill="kans-licht"/>')
    assert said.startswith("een patroon heeft hoogstens 20000 vormen")


def test_a_pattern_is_a_tint_of_its_colour_and_thin_lines_where_ink_is_saved(draw: Draw) -> None:
    pattern = '<pattern w="60mm" h="40mm" shape="hexagon" fill="wit" ground="uitdaging"/>'
    (shape,) = shapes(draw(pattern))
    under = parse_hex("#b74b2a")
    assert shape.fill is not None
    assert shape.fill.rgb == pytest.approx([0.15 + 0.85 * part for part in under])
    assert shape.fill.cmyk == pytest.approx([0.85 * part for part in (0.0, 0.77, 0.89, 0.32)])
    (line,) = shapes(draw(pattern, low_ink=True))
    assert (line.fill, line.line) == (None, mm(0.25))


def test_every_icon_of_the_package_can_be_drawn() -> None:
    names = sorted(icon_names())
    assert len(names) > 1500
    broken = []
    for name in names:
        try:
            icon_paths(name)
        except LookupError as error:
            broken.append(str(error))
    assert broken == []


def test_no_card_has_the_sign_of_a_group_or_of_what_counts(draw: Draw) -> None:
    named = "{{ beeld.TEKENS.values()|join(' ') }} {{ beeld.GROEPEN.values()|join(' ') }}"
    frame = draw(f"<text x='5mm' y='5mm' w='190mm'>{named}</text>", before=BEFORE)
    taken = set(" ".join(run.text for run in frame.texts()).split())
    assert len(taken) == 11
    for name in CASUSSEN:
        loaded = load(ROOT / "decks" / name, name)
        cards = choose_cards(loaded.casus, loaded.deck)
        every = [*cards.opgaven, *cards.rollen, *cards.aanpakken, *cards.kansen, *cards.uitdagingen]
        assert [card.id for card in every if card.icoon is None] == []
        assert [(card.id, card.icoon) for card in every if card.icoon in taken] == []
