"""People on the cards: many and unlike one another, whatever their role or group, and as an author describes them."""

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from speelveld.beeld import CLOTHES, HAAR, HAARKLEUREN, SKINS, WORN, Lines, Look, draw_portrait, look_of, spread
from speelveld.build.pipeline import load
from speelveld.casus import GROEPEN, Basisdeck, Portret, Rol
from speelveld.deck import choose_cards
from speelveld.geometry import Rect
from speelveld.units import mm
from tests.beeld.conftest import Draw, Refused
from tests.beeld.shapes import bounds, shapes
from tests.makers.kits import CASUSSEN, ROOT

SIZE = mm(17)


def rollen(casus: str) -> list[Rol]:
    loaded = load(ROOT / "decks" / casus, casus)
    return list(choose_cards(loaded.casus, loaded.deck).rollen)


def look(rol: Rol) -> Look:
    assert rol.portret is not None
    return look_of(rol.id, {key: getattr(rol.portret, key) for key in Portret.model_fields})


def deck() -> Basisdeck:
    return load(ROOT / "decks" / "nieuw", "nieuw").deck


@pytest.mark.parametrize("casus", CASUSSEN)
def test_no_tint_of_skin_is_on_more_than_two_fifths_of_a_group(casus: str) -> None:
    seen = rollen(casus)
    for groep in GROEPEN:
        tints = Counter(look(rol).huid for rol in seen if rol.groep == groep)
        assert max(tints.values()) <= 0.4 * tints.total(), (groep, tints)


@pytest.mark.parametrize("casus", CASUSSEN)
def test_nearly_all_people_of_a_kit_are_drawn_differently(casus: str) -> None:
    seen = rollen(casus)
    drawn = {draw_portrait(look(rol), SIZE, disc=True): rol.id for rol in seen}
    assert len(seen) == 24
    assert len(drawn) >= 20
    assert len({look(rol).huid for rol in seen}) == SKINS
    assert len({look(rol).haar for rol in seen if not look(rol).hoofddoek}) >= 6


def test_among_the_standard_roles_are_people_with_all_that_people_wear() -> None:
    looks = [look(rol) for rol in deck().rollen]
    counts = {part: sum(getattr(one, part) for one in looks) for part in WORN}
    assert min(counts.values()) >= 2, counts
    assert all(number <= len(looks) / 3 for number in counts.values()), counts


def test_a_person_follows_from_the_id_alone() -> None:
    assert look_of("kapper") == look_of("kapper")
    looks = [look_of(f"rol-{number}") for number in range(600)]
    assert len(set(looks)) > 500
    for part, most in (("huid", 0.25), ("haar", 0.2), ("haarkleur", 0.5)):
        counts = Counter(getattr(one, part) for one in looks)
        assert max(counts.values()) < most * len(looks), counts
    assert {one.haar for one in looks} == set(HAAR)
    assert {one.haarkleur for one in looks} == set(HAARKLEUREN)
    for part in WORN:
        assert 0.02 < sum(getattr(one, part) for one in looks) / len(looks) < 0.35, part


def test_who_describes_a_person_gets_that_person() -> None:
    for seed in map(str, range(60)):
        described = look_of(seed, {"huid": 5, "haar": "krullen", "bril": True})
        assert (described.huid, described.haar, described.bril) == (5, "krullen", True)
        # What one wears and is not named, is not there.
        assert [part for part in WORN if getattr(described, part)] == ["bril"]
        # A tint of skin alone is no description.
        assert look_of(seed, {"huid": look_of(seed).huid}) == look_of(seed)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [([1] * 5, []), ([2, 2, 2, 2], [2]), ([6] * 24, []), ([3], []), ([4, 4], []), ([1, 2, 3, 1, 2, 3], [1, 1, 1, 1])],
)
def test_tints_are_spread_without_touching_those_that_were_chosen(wanted: list[int], given: list[int]) -> None:
    found = spread(wanted, given)
    assert len(found) == len(wanted)
    total = len(wanted) + len(given)
    counts = Counter([*found, *given])
    chosen = Counter(given)
    for tint, number in counts.items():
        assert number <= max(1, int(0.4 * total), chosen[tint])


def test_a_headscarf_leaves_nothing_dark_below_the_chin() -> None:
    # A shape from cheek to cheek below the chin is seen as a beard: what lies there reaches a shoulder instead.
    pieces = draw_portrait(look_of("a", {"huid": 3, "hoofddoek": True}), 100.0, disc=True)
    (fold,) = (bounds([piece.path]) for piece in pieces if piece.tone == "fold")
    assert fold.x < 35
    assert fold.bottom > 77
    lines = draw_portrait(look_of("a", {"huid": 3, "hoofddoek": True}), 100.0, disc=True, lines=Lines(0.85, 2.3))
    assert [piece.path.steps for piece in lines if piece.tone == "line"] == ["mc"]


@pytest.mark.parametrize("kleren", CLOTHES)
def test_no_bare_neck_hangs_below_a_beard(kleren: str) -> None:
    described = {"huid": 5, "haar": "kort", "haarkleur": "zwart", "kleren": kleren}
    for baard in (True, False):
        pieces = draw_portrait(look_of("a", {**described, "baard": baard}), 100.0, disc=True)
        # A head with its ears ends at 59; a beard at 64.
        bare = [bounds([piece.path]).bottom > 65 for piece in pieces if piece.tone in {"shade", "skin"}]
        assert any(bare) is not baard, kleren


@pytest.mark.parametrize("disc", [True, False])
def test_who_sits_in_a_wheelchair_is_drawn_down_to_the_feet_between_two_wheels(disc: bool) -> None:
    described = {"huid": 2, "haar": "lang", "haarkleur": "blond", "kleren": "das"}
    pieces = draw_portrait(look_of("a", {**described, "rolstoel": True}), 100.0, disc=disc)
    order = [piece.tone for piece in pieces]
    # No hair, dress or skin lies over the wheels or shows through them.
    assert order.index("hair") < len(order) - 1 - order[::-1].index("wheel")
    (person,) = [bounds(piece.path for piece in pieces if piece.tone in {"hair", "skin", "body"})]
    wheels = bounds(piece.path for piece in pieces if piece.tone == "wheel")
    assert wheels.x < person.x < person.right < wheels.right
    assert wheels.bottom > person.bottom + 20


def test_clothes_are_those_that_an_author_names_and_otherwise_say_little() -> None:
    assert {look_of("a", {"kleren": kleren}).kleren for kleren in CLOTHES} == set(CLOTHES)
    worn = {look_of(f"rol-{number}").kleren for number in range(600)}
    assert worn == {"rond", "v-hals", "overhemd", "jasje", "sjaal", "coltrui"}


def test_the_dress_of_the_standard_roles_fits_what_they_do_and_not_their_group() -> None:
    worn = {rol.naam: look(rol).kleren for rol in deck().rollen}
    assert (worn["Wethouder"], worn["Aannemer"], worn["Trainer van de sportclub"]) == ("jasje", "tuinbroek", "capuchon")
    for groep in GROEPEN:
        of_group = [look(rol).kleren for rol in deck().rollen if rol.groep == groep and not look(rol).hoofddoek]
        assert len(set(of_group)) >= 3, (groep, of_group)


def test_each_part_of_a_look_is_seen() -> None:
    plain = look_of("a", {"huid": 3, "haar": "kort", "haarkleur": "bruin"})
    drawn = draw_portrait(plain, SIZE, disc=True)
    for part in WORN:
        assert draw_portrait(look_of("a", {"huid": 3, "haar": "kort", part: True}), SIZE, disc=True) != drawn, part
    kinds = {draw_portrait(look_of("a", {"huid": 3, "haar": haar}), SIZE, disc=True) for haar in HAAR}
    assert len(kinds) == len(HAAR) >= 6


@pytest.mark.parametrize("disc", [True, False])
@pytest.mark.parametrize("lines", [None, Lines(0.85, 2.3)], ids=["in colour", "in lines"])
def test_a_portrait_stays_in_its_square_and_on_its_disc(disc: bool, lines: Lines | None) -> None:
    for seed in map(str, range(40)):
        pieces = draw_portrait(look_of(seed), 100.0, disc=disc, lines=lines)
        found = bounds(piece.path for piece in pieces)
        assert Rect(0, 0, 100, 100).lacks(found) < 0.02, (seed, found)
        assert found.bottom == pytest.approx(100, abs=0.02)


def test_the_colours_are_those_of_the_layout_and_the_theme(draw: Draw) -> None:
    frame = draw(
        '<portrait x="10mm" y="10mm" w="17mm" seed="a" look="huid=2 haar=kort haarkleur=rood" body="vrijwilligers"'
        ' ground="licht" badge="sprout"/>'
    )
    found = {shape.fill.name for shape in shapes(frame) if shape.fill}
    assert {"vrijwilligers", "licht", "huid-2", "haar-rood"} <= found
    assert {shape.stroke.name for shape in shapes(frame) if shape.stroke} == {"wit"}
    assert {round(shape.line / mm(1), 2) for shape in shapes(frame) if shape.stroke and not shape.fill} == {0.35}


def test_where_ink_is_saved_a_portrait_is_lines(draw: Draw) -> None:
    drawn = shapes(
        draw('<portrait w="17mm" seed="a" look="bril=ja rolstoel=ja" ground="wit" badge="heart"/>', low_ink=True)
    )
    assert all(shape.fill is None or shape.fill.rgb == (1, 1, 1) for shape in drawn)
    assert {round(shape.line / mm(1), 2) for shape in drawn if shape.stroke} == {0.3, 0.35}


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ("haar=krulen", "'look': haar kan niet 'krulen' zijn (bedoelt u 'krullen'?)"),
        ("haarr=kort", "'look': een portret heeft geen 'haarr' (bedoelt u 'haar'?)"),
        ("huid=7", "'look': huid kan niet '7' zijn (kies uit: 1, 2, 3, 4, 5, 6)"),
        ("bril", "'look': bril kan niet '' zijn (kies uit: ja, nee)"),
    ],
)
def test_a_look_that_cannot_be_is_named(refused: Refused, look: str, said: str) -> None:
    assert refused(f'<portrait x="0mm" y="0mm" w="20mm" seed="a" look="{look}"/>') == [said]


def test_a_badge_that_is_no_icon_is_named(refused: Refused) -> None:
    assert refused('<portrait x="0mm" y="0mm" w="20mm" seed="a" badge="hart"/>') == [
        "'badge': icoon 'hart' bestaat niet; bedoelt u 'heart'? (None)"
    ]


def test_an_author_describes_a_person_in_words(new_casus: Path, draw: Draw) -> None:
    path = new_casus / "casus.yaml"
    role = (
        "{naam: Kapper, groep: ondernemers, kracht: kennis, uitspraak: Ik hoor veel., wil: Rust., brengt: Oren.,"
        " niet_alleen: U kunt niet weg., portret: {huid: 6, haarkleur: wit, bril: ja}}"
    )
    text = path.read_text(encoding="utf-8")
    assert "\nrollen:" not in text
    path.write_text(f"{text}\nrollen:\n  - {role}\n", encoding="utf-8")
    loaded = load(new_casus, "casus.yaml")
    (kapper,) = (rol for rol in choose_cards(loaded.casus, loaded.deck).rollen if rol.naam == "Kapper")
    assert str(kapper.portret) == "huid=6 haarkleur=wit bril=ja"
    before = '{% import "standaard/beelden.xml.j2" as beeld with context %}'
    frame = draw("{{ beeld.mens(rol, 17) }}", before=before, rol=kapper)
    assert {"huid-6", "haar-wit", "ondernemers"} <= {shape.fill.name for shape in shapes(frame) if shape.fill}


def test_every_icon_of_the_standard_deck_is_there() -> None:
    found = deck()
    cards = list(chain(found.rollen, found.aanpakken, found.kansen, found.uitdagingen))
    assert len(cards) == 80
    assert [card.id for card in cards if card.icoon is None] == []
    signs = Counter(card.icoon for card in found.rollen)
    assert max(signs.values()) == 1
