"""A street as a layout asks for it: seen on any ground and in any colour of a gemeente, in lines where ink is saved."""

from itertools import combinations, product

import pytest
import yaml

from speelveld.beeld import LANDSCHAPPEN, MODULES
from speelveld.build.pipeline import load
from speelveld.colors import contrast
from speelveld.geometry import Rect
from speelveld.typeset import Group
from speelveld.units import mm
from tests.beeld.conftest import Draw, Refused
from tests.beeld.shapes import bounds, shapes
from tests.makers.drawing import MakePdf, full
from tests.makers.kits import CASUSSEN, ROOT
from tests.oracles.silhouette import area, differing, silhouette

STREET = '<street x="10mm" y="10mm" w="180mm" h="30mm" seed="Zutphen" landscape="{}" ground="{}"/>'
BOX = Rect(mm(10), mm(10), mm(180), mm(30))
MACRO = (
    '{% import "standaard/beelden.xml.j2" as beeld with context %}',
    "{{ beeld.straat(190, 32, x=5, y=10) }}",
)
EIGHT = [name for name in CASUSSEN if name != "nieuw"]


def test_the_eight_casussen_have_streets_that_one_can_tell_apart(draw: Draw, make: MakePdf) -> None:
    before, inside = MACRO
    seen = {}
    for name in EIGHT:
        frame = draw(inside, before=before, casus=load(ROOT / "decks" / name, name).casus)
        seen[name] = silhouette(make([full(frame.items, frame.size)]))
    assert len(seen) == 8
    # A fifth of the strip at least is covered: no silhouette is empty.
    assert min(area(image) for image in seen.values()) > 0.2 * 190 * 32 * (100 / 25.4) ** 2
    alike = [(differing(seen[one], seen[other]), one, other) for one, other in combinations(seen, 2)]
    assert min(alike)[0] >= 0.25
    # And the comparison can fail.
    assert differing(seen[EIGHT[0]], seen[EIGHT[0]]) == 0


def test_the_casussen_lie_in_four_landscapes_at_least() -> None:
    texts = [(ROOT / "decks" / name / "casus.yaml").read_text(encoding="utf-8") for name in EIGHT]
    found = {yaml.safe_load(text)["landschap"] for text in texts}
    assert len(found) >= 4
    assert found <= set(LANDSCHAPPEN)


@pytest.mark.parametrize("landscape", LANDSCHAPPEN)
@pytest.mark.parametrize("low_ink", [False, True], ids=["in colour", "in lines"])
def test_nothing_sticks_out_of_the_box_with_its_lines(draw: Draw, landscape: str, low_ink: bool) -> None:
    drawn = shapes(draw(STREET.format(landscape, "wit"), low_ink=low_ink))
    assert len(drawn) > 4
    for shape in drawn:
        found = bounds([shape.path])
        half = shape.line / 2
        assert BOX.lacks(Rect(found.x - half, found.y - half, found.width + 2 * half, found.height + 2 * half)) < 0.01


@pytest.mark.parametrize("landscape", LANDSCHAPPEN)
def test_where_ink_is_saved_a_street_is_lines_of_one_thickness(draw: Draw, landscape: str) -> None:
    drawn = shapes(draw(STREET.format(landscape, "huis"), low_ink=True))
    for shape in drawn:
        assert shape.fill is None or shape.fill.rgb == (1, 1, 1)
        assert shape.stroke is None or shape.line == pytest.approx(mm(0.3))
    assert sum(1 for shape in drawn if shape.stroke) > 4


# From black to white in three steps, of each of the three.
GRID = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product((0, 85, 170, 255), repeat=3)]


@pytest.mark.slow
def test_walls_can_be_seen_on_the_colour_of_any_gemeente(draw: Draw) -> None:
    faint = []
    for huis, ground in product(GRID, ("huis", "wit", "huis-licht")):
        frame = draw(f'<street w="150mm" h="30mm" seed="a" ground="{ground}"/>', huis=huis)
        under = draw(f'<rect w="1mm" h="1mm" fill="{ground}"/>', huis=huis).items[0].fill  # type: ignore[union-attr]
        seen = [contrast(shape.fill, under) for shape in shapes(frame) if shape.fill]
        # Windows are as the ground; of the rest most stand out.
        if sorted(seen)[len(seen) // 2] < 1.15 or max(seen) < 1.9:
            faint.append((huis, ground, sorted(round(one, 2) for one in seen)))
    assert faint == []


def test_colours_that_a_layout_names_are_those_of_the_street(draw: Draw) -> None:
    names = {"walls": "opgave rol aanpak", "white": "licht", "roof": "inkt", "window": "weg", "accent": "uitdaging"}
    asked = " ".join(f'{key}="{value}"' for key, value in names.items())
    frame = draw(f'<street w="190mm" h="30mm" seed="a" landscape="stad" ground="huis" {asked}/>')
    found = {shape.fill.name for shape in shapes(frame) if shape.fill}
    assert {name for value in names.values() for name in value.split()} <= found
    # The rest is what is farther away: half-way to the ground.
    assert found - {name for value in names.values() for name in value.split()} <= {"50% huis in inkt"}


def test_a_street_is_decoration_unless_it_says_what_it_is(draw: Draw) -> None:
    for said, role in (("", None), ('alt="De haven van Zutphen"', "Figure")):
        frame = draw(f'<street w="150mm" h="30mm" seed="a" landscape="haven" {said}/>')
        (group,) = frame.items
        assert isinstance(group, Group)
        assert (group.tag.role if group.tag else None) == role


def test_mistakes_are_named(refused: Refused) -> None:
    assert refused('<building x="0mm" y="0mm" w="20mm" h="20mm" name="schol"/>') == [
        "gebouw 'schol' bestaat niet (bedoelt u 'school'?)"
    ]
    (said,) = refused('<street x="0mm" y="0mm" w="20mm" h="20mm" seed="a" landscape="strand"/>')
    assert said.startswith("kenmerk 'landscape' kan niet 'strand' zijn; kies uit: stad, dorp")
    assert refused('<street x="0mm" y="0mm" w="2000mm" h="2mm" seed="a"/>') == [
        "een straat is hoogstens 60 keer zo breed als hoog (None)"
    ]
    assert refused('<street x="0mm" y="0mm" w="20mm" h="20mm" seed="a" walls="wit huis"/>') == [
        "'walls' zijn 3 kleuren, zoals 'muur-1 muur-2 muur-3' (None)"
    ]
    (said,) = refused('<street x="0mm" y="0mm" w="20mm" h="20mm" seed="a" ground="hui"/>')
    assert said.startswith("kleur 'hui' bestaat niet")


def test_every_building_can_stand_alone(draw: Draw) -> None:
    for name in MODULES:
        frame = draw(f'<building x="10mm" y="5mm" w="40mm" h="30mm" name="{name}" ground="huis"/>')
        found = bounds(shape.path for shape in shapes(frame))
        assert Rect(mm(10), mm(5), mm(40), mm(30)).lacks(found) < 0.01, name
        assert found.bottom == pytest.approx(mm(35), abs=0.01)
