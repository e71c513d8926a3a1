"""Whatever the colour of a gemeente, text in, on and beside it can be read: on a screen and printed by FOGRA39."""

from itertools import combinations, product
from pathlib import Path

import pytest

from speelveld.colors import Color
from speelveld.colors.inks import Inks
from speelveld.markup.huisstijl import huisstijl_colors
from speelveld.markup.style import Theme
from speelveld.markup.theme import load_theme
from speelveld.resources import bundled, press_profile
from tests.oracles import colorsight
from tests.oracles.colorsight import Lab

pytestmark = pytest.mark.long

LEVELS = (0, 32, 64, 96, 128, 160, 192, 224, 255)
SWEEP = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product(LEVELS, repeat=3)]
# Each colour on which in print neither white nor black reaches 4.5 : 1, with the contrast of the better one.
LARGE_ONLY = Path(__file__).with_name("huiskleuren_voor_grote_letters.txt")
WORDS = {(0.0, 0.0, 0.0): "zwart", (1.0, 1.0, 1.0): "wit"}
Seen = dict[str, tuple[Lab, Lab]]


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme(bundled("layouts") / "stijl.yaml")


@pytest.fixture(scope="module")
def sweep(theme: Theme) -> dict[str, tuple[Seen, Color]]:
    """Return the colours that follow from each colour of the sweep, as they are seen; and what goes on it."""
    press = Inks(press_profile(), 300)
    made = {color: {**theme.colors, **huisstijl_colors(theme, color, (press,))} for color in SWEEP}
    # What the program prints is asked of it; how light that is, of a colour engine.
    inks = [press.color(color).cmyk for colors in made.values() for color in colors.values()]
    over = [(*press.color(colors["huis"]).cmyk[:3], 1.0) for colors in made.values()]
    printed = iter(colorsight.on_paper(press_profile(), [*inks, *over]))
    seen = {
        name: {key: (colorsight.on_screen(_hex(color)), next(printed)) for key, color in colors.items()}
        for name, colors in made.items()
    }
    for name in made:
        # Black text is printed over the colour, not in its place.
        seen[name]["zwart op huis"] = (colorsight.on_screen("#000000"), black := next(printed))
        seen[name]["inkt op huis"] = (seen[name]["inkt"][0], black)
    return {name: (seen[name], made[name]["op-huis"]) for name in made}


def _hex(color: Color) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in color.rgb)


def least(seen: Seen, text: str, ground: str) -> float:
    return min(map(colorsight.contrast, seen[text], seen[ground]))


@pytest.mark.parametrize("ground", ["wit", "huis-licht", "licht", "grond"])
def test_text_in_any_colour_can_be_read_on_every_pale_ground(sweep: dict[str, tuple[Seen, Color]], ground: str) -> None:
    assert {
        name: least(seen, "huis-tekst", ground)
        for name, (seen, _) in sweep.items()
        if least(seen, "huis-tekst", ground) < 4.5
    } == {}


def test_lines_in_any_colour_can_be_seen_and_ink_can_be_read_on_its_tint(
    sweep: dict[str, tuple[Seen, Color]],
) -> None:
    assert min(least(seen, "huis-lijn", "wit") for seen, _ in sweep.values()) >= 3
    assert min(least(seen, "inkt", "huis-licht") for seen, _ in sweep.values()) >= 4.5


def test_text_on_any_colour_can_be_read_and_in_print_where_no_ink_can_in_large_letters(
    sweep: dict[str, tuple[Seen, Color]],
) -> None:
    """WCAG 2.1, 1.4.3: 4.5 : 1, and 3 : 1 for large letters."""
    listed = []
    for name, (seen, chosen) in sweep.items():
        reach = {
            ink: tuple(map(colorsight.contrast, seen[key], seen["huis"]))
            for ink, key in (("wit", "wit"), ("inkt", "inkt op huis"), ("zwart", "zwart op huis"))
        }
        best = max(printed for _, printed in reach.values())
        printed = reach["wit" if chosen.cmyk == (0, 0, 0, 0) else "inkt"][1]
        assert reach[WORDS.get(chosen.rgb, "inkt")][0] >= 4.5, name
        assert printed >= 4.5 or (chosen.large and printed == best >= 3), name
        assert chosen.large == (best < 4.5), name
        if chosen.large:
            listed.append(f"{name} {printed:.2f}")
    assert listed == LARGE_ONLY.read_text(encoding="utf-8").splitlines()


def test_one_ink_goes_on_a_colour_on_a_screen_and_in_print_wherever_one_can(
    sweep: dict[str, tuple[Seen, Color]],
) -> None:
    for name, (seen, chosen) in sweep.items():
        both = any(least(seen, key, "huis") >= 4.5 for key in ("wit", "inkt op huis", "zwart op huis"))
        assert not both or (chosen.rgb == (1, 1, 1)) == (chosen.cmyk == (0, 0, 0, 0)), name


def test_every_colour_of_the_sweep_is_another() -> None:
    assert len(SWEEP) == 729
    assert all(one != other for one, other in combinations(SWEEP, 2))
