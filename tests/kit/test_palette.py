"""The colours of the game: told apart in grey and by a deuteranope, the same in print as on a screen, fit for text."""

from itertools import combinations

import pytest

from speelveld.build.pipeline import build, load
from speelveld.markup.theme import load_theme
from speelveld.options import Options
from speelveld.resources import bundled, press_profile
from speelveld.typeset.frame import Group, Item, Shape
from tests.makers.kits import DATE, ROOT
from tests.oracles import colorsight
from tests.oracles.colorsight import Lab

KINDS = ("rol", "aanpak", "opgave", "uitdaging", "thematafel", "kans")
GROUPS = ("gemeente", "vrijwilligers", "beroepskrachten", "inwoners", "ondernemers")
THEME = load_theme(bundled("layouts") / "stijl.yaml")
MEDIA = ("screen", "print")
# Text and its ground, as the layouts use them.
ON_WHITE = (
    "inkt",
    "grijs",
    "rol",
    "aanpak",
    "opgave",
    "uitdaging",
    "thematafel-tekst",
    "kans-tekst",
    "gedragen",
    *GROUPS,
)
WHITE_ON = ("rol", "aanpak", "opgave", "uitdaging", "gedragen", "huis", *GROUPS)
PAIRS = [
    *((name, "wit") for name in ON_WHITE),
    *(("wit", name) for name in WHITE_ON),
    *(("inkt", name) for name in THEME.colors if name.endswith("-licht") or name in ("kans", "thematafel", "weg")),
    *((name, f"{name}-licht") for name in ("rol", "aanpak", "opgave", "uitdaging", "gedragen")),
    *((f"{name}-tekst", f"{name}-licht") for name in ("kans", "thematafel", "huis")),
    *((name, ground) for name in ("inkt", "grijs") for ground in ("licht", "grond")),
]


def _seen() -> dict[tuple[str, str], Lab]:
    colors = THEME.colors
    printed = colorsight.on_paper(press_profile(), [color.cmyk for color in colors.values()])
    screen = [
        colorsight.on_screen("#" + "".join(f"{round(255 * part):02x}" for part in c.rgb)) for c in colors.values()
    ]
    return {
        (medium, name): lab
        for medium, labs in zip(MEDIA, (screen, printed), strict=True)
        for name, lab in zip(colors, labs, strict=True)
    }


SEEN = _seen()


def least(measure: object, names: tuple[str, ...], medium: str) -> float:
    return min(measure(SEEN[medium, one], SEEN[medium, other]) for one, other in combinations(names, 2))  # type: ignore[operator]


def in_grey(one: Lab, other: Lab) -> float:
    return abs(one[0] - other[0])


def to_deuteranope(one: Lab, other: Lab) -> float:
    return colorsight.difference(colorsight.to_deuteranope(one), colorsight.to_deuteranope(other))


@pytest.mark.parametrize("medium", MEDIA)
def test_kinds_of_cards_are_told_apart_in_grey_and_by_a_deuteranope(medium: str) -> None:
    assert least(in_grey, KINDS, medium) >= 10
    assert least(to_deuteranope, KINDS, medium) >= 19


@pytest.mark.parametrize("medium", MEDIA)
def test_groups_are_told_apart_in_grey_and_by_a_deuteranope(medium: str) -> None:
    """All five carry white text: between black and the lightest that may, there is room for steps of seven."""
    assert least(in_grey, GROUPS, medium) >= 6.9
    assert least(to_deuteranope, GROUPS, medium) >= 15


@pytest.mark.parametrize("medium", MEDIA)
def test_what_is_carried_is_no_kind_of_card(medium: str) -> None:
    carried = SEEN[medium, "gedragen"]
    assert min(to_deuteranope(carried, SEEN[medium, name]) for name in KINDS) >= 15
    assert min(colorsight.difference(carried, SEEN[medium, name]) for name in (*KINDS, *GROUPS)) >= 9


def test_no_colour_is_that_of_something_else() -> None:
    """Beside each other and by who sees all colours; before, four things were one green."""
    names = (*KINDS, *GROUPS, "gedragen")
    found = {
        (one, other): colorsight.difference(SEEN["screen", one], SEEN["screen", other])
        for one, other in combinations(names, 2)
    }
    assert min(found.values()) >= 10, min(found, key=found.__getitem__)


def test_a_colour_looks_in_print_as_it_does_on_a_screen() -> None:
    ours = (*KINDS, *GROUPS, "gedragen", "huis")
    names = [name for name in THEME.colors if name.removesuffix("-licht").removesuffix("-tekst") in ours]
    assert len(names) > 20
    off = {name: colorsight.difference(SEEN["screen", name], SEEN["print", name]) for name in names}
    assert {name: far for name, far in off.items() if far > 3.5} == {}


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=["-op-".join(pair) for pair in PAIRS])
def test_text_can_be_read(medium: str, text: str, ground: str) -> None:
    """WCAG 2.1, 1.4.3; black, which is printed over its ground, is counted as if it were not."""
    assert colorsight.contrast(SEEN[medium, text], SEEN[medium, ground]) >= 4.5


def test_no_colour_is_so_full_of_ink_that_black_cannot_be_printed_on_it() -> None:
    assert max(sum(color.cmyk[:3]) for color in THEME.colors.values()) <= 2
    assert max(sum(color.cmyk) for color in THEME.colors.values()) <= 3


def test_every_group_has_a_sign_of_its_own() -> None:
    loaded = load(ROOT / "decks" / "zutphen-dementie", "zutphen-dementie")
    (print_,) = build(loaded, Options(DATE, only=("rolkaarten",)), lambda _: None).prints
    backs = [laid.frame for page in print_.pages if page.back for laid in page.laid]
    signs = {
        frame.title: tuple(shape.path for shape in shapes(frame.items) if shape.stroke and shape.stroke.name in GROUPS)
        for frame in backs
    }
    drawn = [sign for sign in signs.values() if sign]
    assert len(drawn) == len(set(drawn)) >= len(GROUPS)


def shapes(items: tuple[Item, ...]) -> list[Shape]:
    return [
        shape
        for item in items
        for shape in (shapes(item.items) if isinstance(item, Group) else [item] if isinstance(item, Shape) else [])
    ]


def test_the_measure_is_that_of_others() -> None:
    """Pairs of Sharma, Wu and Dalal 2005, table 1; and a red and a green that a deuteranope takes for each other."""
    pairs = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, other, wanted in pairs:
        assert colorsight.difference(one, other) == pytest.approx(wanted, abs=1e-4)
    red, green = colorsight.on_screen("#b3595a"), colorsight.on_screen("#7f7a4f")
    assert colorsight.difference(red, green) > 25
    assert to_deuteranope(red, green) < 10
