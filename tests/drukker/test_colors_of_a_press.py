"""Colours go through the profile as a colour engine does it; they are limited after that, and no more than needed."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from speelveld.colors import Color
from speelveld.colors.inks import Inks
from tests.makers.kits import ROOT, shop_files

PROFILE = ROOT / "src" / "speelveld" / "pdf" / "icc" / "FOGRA39L_coated.icc"
X4 = ROOT / "layouts" / "drukkers" / "x4.yaml"
SEVERAL = [(0, 92, 169), (200, 30, 40), (250, 240, 200), (90, 140, 60), (120, 120, 121)]
LAYOUT = """
<card w="70mm" h="120mm" title="{{ naam }}">
  <rect x="{{ -afloop }}mm" y="{{ -afloop }}mm" w="{{ 70 + 2 * afloop }}mm" h="30mm" fill="huis"/>
  <image src="PICTURE" alt="Gekleurde vlakken naast elkaar" x="10mm" y="40mm" w="20mm"/>
  <h2 style="kaartkop-klein" x="6mm" y="80mm" w="55mm">{{ naam }}</h2>
</card>
"""


def through_the_profile(image: Image.Image) -> Image.Image:
    found = ImageCms.profileToProfile(
        image,
        ImageCms.createProfile("sRGB"),
        str(PROFILE),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert found is not None
    return found


def light_of(inks: Any) -> float:
    """Return how light four inks of 0 to 255 are beside their paper, as the colour engine says it."""
    lab = ImageCms.profileToProfile(
        Image.new("CMYK", (1, 1), inks),
        str(PROFILE),
        ImageCms.createProfile("LAB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="LAB",
    )
    assert lab is not None
    lightness: Any = lab.getpixel((0, 0))
    return float(((lightness[0] / 2.55 + 16) / 116) ** 3)


def flat(mode: str, *colors: Any) -> Image.Image:
    image = Image.new(mode, (400 * len(colors), 400))
    for number, color in enumerate(colors):
        image.paste(color, (400 * number, 0, 400 * (number + 1), 400))
    return image


def pictures(folder: Path, name: str, image: Image.Image, **how: Any) -> list[Image.Image]:
    """Return the pictures of a card that draws `image`, as they stand in its file."""
    image.save(folder / name, **how)
    with (folder / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write('huisstijl: {kleur: "#005ca9"}\nkaartsoorten:\n  - naam: proef\n    layout: proef.xml.j2\n')
        file.write("    formaat: 70 mm x 120 mm\n    kaarten: [{titel: Een}]\n")
    (folder / "proef.xml.j2").write_text(LAYOUT.replace("PICTURE", name))
    (made,) = shop_files(folder, X4, ("proef",))
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        drawn: Any = pdf.pages[0].obj.Resources.XObject
        return [Image.frombytes("CMYK", (int(one.Width), int(one.Height)), one.read_bytes()) for one in drawn.values()]


def test_a_picture_is_what_the_profile_says(new_casus: Path) -> None:
    (found,) = pictures(new_casus, "vlakken.png", flat("RGB", *SEVERAL))
    wanted = through_the_profile(flat("RGB", *SEVERAL))
    for number in range(len(SEVERAL)):
        place = (found.width * (2 * number + 1) // (2 * len(SEVERAL)), found.height // 2)
        assert found.getpixel(place) == wanted.getpixel((400 * number + 200, 200))


def test_a_grey_picture_is_printed_in_black_alone(new_casus: Path) -> None:
    (found,) = pictures(new_casus, "grijs.png", flat("L", 255, 100, 0))
    cyan, magenta, yellow, _ = found.split()
    assert [ink.getextrema() for ink in (cyan, magenta, yellow)] == [(0, 0)] * 3
    light, middle, dark = (found.getpixel((found.width * part // 6, 9)) for part in (1, 3, 5))
    assert (light, dark) == ((0, 0, 0, 0), (0, 0, 0, 255))
    # On a screen a grey of 100 has 13 % of the light of white. Black alone still has 2 %; the rest keeps its distances.
    black = light_of(dark)
    assert light_of(middle) == pytest.approx(black + (1 - black) * 0.127, abs=0.006)


def test_a_photo_larger_than_a_press_can_show_gets_600_dots_to_the_inch(new_casus: Path) -> None:
    (found,) = pictures(new_casus, "groot.jpg", Image.effect_noise((1200, 800), 60).convert("RGB"))
    # 20 mm wide
    assert (found.width, found.height) == (473, 315)


def test_the_colour_of_a_huisstijl_is_what_the_profile_says() -> None:
    rgb = SEVERAL[0]
    found = Inks(PROFILE, 300).color(Color("huis", tuple(part / 255 for part in rgb), (1, 1, 1, 1), chosen=False))  # type: ignore[arg-type]
    wanted: Any = through_the_profile(Image.new("RGB", (1, 1), rgb)).getpixel((0, 0))
    assert [round(255 * part) for part in found.cmyk] == list(wanted)


@pytest.mark.parametrize(("grey", "light"), [(0, 0.0), (64, 0.0513), (128, 0.2159), (192, 0.5271), (255, 1.0)])
def test_a_grey_without_inks_of_its_own_is_black_alone_and_as_light_as_on_a_screen(grey: int, light: float) -> None:
    rgb = (grey / 255, grey / 255, grey / 255)
    found = Inks(PROFILE, 300).color(Color("logo", rgb, (1, 1, 1, 1), chosen=False)).cmyk
    assert found[:3] == (0, 0, 0)
    printed = tuple(round(255 * part) for part in found)
    # No black alone is darker than black alone.
    assert light_of(printed) == pytest.approx(max(light, light_of((0, 0, 0, 255))), abs=0.006)


part = st.floats(0, 1)


@given(st.tuples(part, part, part, part), st.integers(240, 300))
def test_a_chosen_colour_is_left_alone_unless_black_on_it_would_be_too_much(
    cmyk: tuple[float, float, float, float], limit: int
) -> None:
    found = Inks(PROFILE, limit).color(Color("eigen", (0, 0, 0), cmyk)).cmyk
    if sum(cmyk[:3]) <= (limit - 100) / 100:
        assert found == cmyk
    else:
        assert sum(found[:3]) + 1 <= limit / 100
        assert all(new <= old for new, old in zip(found[:3], cmyk[:3], strict=True))
        assert found[3] >= cmyk[3]


@pytest.mark.parametrize(
    ("cmyk", "wanted"),
    [
        # 240 % leaves 140 for three inks, less the hundredth that rounding takes: each gives a third of the rest.
        ((1.0, 1.0, 1.0, 0.0), (0.4633, 0.4633, 0.4633, 0.5367)),
        ((0.9, 0.8, 0.6, 0.1), (0.5967, 0.4967, 0.2967, 0.4033)),
        # No grey to give: lighter, in the same proportions, and black as it was.
        ((1.0, 1.0, 0.0, 0.2), (0.695, 0.695, 0.0, 0.2)),
    ],
)
def test_black_takes_the_place_of_the_grey_that_is_too_much(
    cmyk: tuple[float, float, float, float], wanted: tuple[float, ...]
) -> None:
    found = Inks(PROFILE, 240).color(Color("eigen", (0, 0, 0), cmyk)).cmyk
    assert found == pytest.approx(wanted, abs=1e-4)


def test_black_takes_the_place_of_grey_in_a_picture_too() -> None:
    dark = Image.new("RGB", (1, 1), (4, 3, 2))
    before: Any = through_the_profile(dark).getpixel((0, 0))
    after: Any = Inks(PROFILE, 240).picture(dark).getpixel((0, 0))
    taken = [old - new for old, new in zip(before[:3], after[:3], strict=True)]
    assert max(taken) - min(taken) <= 1
    assert taken[0] > 20
    assert after[3] == min(255, before[3] + taken[0])
    assert sum(after[:3]) == pytest.approx(1.4 * 255, abs=5)


@pytest.mark.parametrize("limit", [240, 270, 300])
def test_no_colour_of_a_picture_gets_more_ink_than_the_limit_with_black_on_it(limit: int) -> None:
    every = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn).resize((128, 128)) for turn in (0, 90, 180)])
    dark = every.point(lambda value: value // 3)
    for image in (every, dark, Image.new("RGB", (2, 2), (4, 3, 2))):
        cyan, magenta, yellow, black = Inks(PROFILE, limit).picture(image).split()
        dots = zip(*(band.tobytes() for band in (cyan, magenta, yellow, black)), strict=True)
        assert max(c + m + y + 255 for c, m, y, _ in dots) <= limit * 2.55


def test_without_a_limit_a_dark_picture_gets_too_much() -> None:
    inks = through_the_profile(Image.new("RGB", (1, 1), (4, 3, 2))).getpixel((0, 0))
    assert sum(inks) > 300 * 2.55  # type: ignore[arg-type]
