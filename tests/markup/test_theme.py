"""The theme is read strictly: what is wrong in it is named with its line, all at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.colors import Color, contrast, parse_hex, simple_cmyk
from speelveld.errors import KitError
from speelveld.markup.huisstijl import huisstijl_colors
from speelveld.markup.style import Theme
from speelveld.markup.theme import load_theme
from speelveld.resources import bundled

THEME = """kleuren:
  inkt: {rgb: "#16191d", cmyk: [0, 0, 0, 100]}
  grijs: {rgb: "#565d64", cmyk: [0, 0, 0, 76]}
  lijn: {rgb: "#b9c4ca", cmyk: [12, 4, 3, 22]}
  wit: {rgb: "#ffffff", cmyk: [0, 0, 0, 0]}
stijlen:
  kop1: {maten: [26]}
  kop2: {maten: [16]}
  kop3: {maten: [12]}
  tekst: {letter: vet, maten: [14, 13, 12], regel: 1.25, kleur: grijs, afbreken: nood, evenwicht: true, voor: 2, na: 3}
  alinea: {maten: [12]}
  tabel: {maten: [11]}
  tabelkop: {maten: [11]}
  voet: {maten: [9]}
"""


def load(folder: Path, text: str) -> Theme:
    path = folder / "stijl.yaml"
    path.write_text(text, encoding="utf-8")
    return load_theme(path, path)


def load_over_the_bundled(folder: Path, text: str) -> Theme:
    path = folder / "stijl.yaml"
    path.write_text(text, encoding="utf-8")
    return load_theme(path)


def test_a_theme_gives_its_colours_and_styles(tmp_path: Path) -> None:
    theme = load(tmp_path, THEME)
    style = theme.style("tekst")
    assert (style.face, style.leading, style.color, style.hyphens, style.balance) == (
        "vet",
        1.25,
        "grijs",
        "nood",
        True,
    )
    assert [style.size(step) for step in range(5)] == [14, 13, 12, 12, 12]
    assert theme.color("lijn").cmyk == (0.12, 0.04, 0.03, 0.22)


def test_a_whole_theme_gets_what_it_does_not_name_from_the_standard_one(tmp_path: Path) -> None:
    """Who wrote it could not name the colours and styles that layouts of the program ask for since."""
    low_ink = "inktarm:\n  vlakken:\n    - {kleuren: [KLEUREN], vlak: wit, rand: RAND, dikte: 1 mm}\n"
    standard, own = tmp_path / "standaard.yaml", tmp_path / "stijl.yaml"
    later = THEME.replace(
        "stijlen:", '  plein: {rgb: "#112233", cmyk: [90, 0, 0, 80]}\nstijlen:\n  pleinkop: {maten: [20]}'
    )
    later = later.replace("#b9c4ca", "#000000")
    standard.write_text(later + low_ink.replace("KLEUREN", "plein, lijn").replace("RAND", "grijs"), encoding="utf-8")
    own.write_text(THEME + low_ink.replace("KLEUREN", "lijn").replace("RAND", "inkt"), encoding="utf-8")
    theme = load_theme(own, standard).sparing_ink()
    assert theme.style("pleinkop").sizes == (20,)
    assert theme.color("plein").cmyk == (0.9, 0, 0, 0.8)
    assert theme.color("lijn").rgb == parse_hex("#b9c4ca")
    edges = {name: edge.color.name for name in ("plein", "lijn") if (edge := theme.outline(name))}
    assert edges == {"plein": "grijs", "lijn": "inkt"}


def test_the_bundled_theme_is_right() -> None:
    assert load_theme(bundled("layouts") / "stijl.yaml").style("tekst").sizes


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"#565d64"', "groen", 3, "'rgb' is 'groen'; dat is geen kleur"),
        ("[0, 0, 0, 76]", "[0, 0, 76]", 3, "'cmyk' zijn vier getallen"),
        ("[0, 0, 0, 76]", "[0, 0, 0, 176]", 3, "dat moet van 0 tot en met 100 procent zijn"),
        ("cmyk: [0, 0, 0, 76]", "x: 1", 3, "hier ontbreekt 'cmyk'"),
        ("maten: [26]", "maten: [8]", 7, "dat moet van 9 tot en met 400 punt zijn"),
        ("maten: [26]", "maten: [12, 14]", 7, "'maten' lopen van groot naar klein"),
        ("maten: [26]", "maten: []", 7, "de lijst 'maten' is leeg"),
        ("maten: [26]", "maten: [groot]", 7, "'maten' is 'groot'; hier hoort een getal"),
        ("maten: [26]", "maat: 26", 7, "onbekende sleutel 'maat'"),
        ("kleur: grijs", "kleur: rood", 10, "kleur 'rood' bestaat niet"),
        ("letter: vet", "letter: dik", 10, "'letter': 'dik' kan hier niet"),
        ("afbreken: nood", "afbreken: nooit", 10, "'afbreken': 'nooit' kan hier niet"),
        ("regel: 1.25", "regel: 12", 10, "dat moet van 0,8 tot en met 4 keer de maat zijn"),
        ("voor: 2", "voor: -2", 10, "'voor' is '-2'; dat moet van 0 tot en met 400 punt zijn"),
        ("  voet: {maten: [9]}\n", "", 6, "onder 'stijlen' ontbreekt: voet"),
        ("  wit:", "  witt:", 1, "onder 'kleuren' ontbreekt: wit"),
        ("stijlen:", "stijl:", 6, "onbekende sleutel 'stijl'"),
        ("maten: [26]", "maten: [26", 7, "wat met [ begint, wordt niet goed gesloten"),
    ],
)
def test_a_wrong_theme_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(KitError) as caught:
        load(tmp_path, THEME.replace(old, new))
    problem = caught.value.problems[0]
    assert said in problem.message
    assert problem.source is not None
    assert (Path(problem.source.name).name, problem.source.line) == ("stijl.yaml", line)


def test_all_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        load(tmp_path, THEME.replace("[26]", "[8]").replace("[16]", "[7]").replace('"#b9c4ca"', "x"))
    assert [problem.source.line for problem in caught.value.problems if problem.source] == [4, 7, 8]


@pytest.mark.parametrize("text", ["", "- a\n- b", "kleuren", "\ta: b", "kleuren: 1\nstijlen: 2"])
def test_what_is_no_theme_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(KitError):
        load(tmp_path, text)


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_of_a_gemeente_gives_text_that_can_be_read(value: int) -> None:
    white, ink = Color("wit", (1, 1, 1), (0, 0, 0, 0)), Color("inkt", (0.09, 0.1, 0.11), (0, 0, 0, 1))
    colors = huisstijl_colors(Theme({"wit": white, "inkt": ink}, {}), f"#{value:06x}")
    assert contrast(colors["huis-tekst"], white) >= 4.5
    assert contrast(colors["huis-tekst"], colors["huis-licht"]) >= 4.5
    assert contrast(colors["op-huis"], colors["huis"]) >= 4.5
    assert contrast(colors["huis-lijn"], white) >= 3
    assert colors["huis"].rgb == parse_hex(f"#{value:06x}")
    assert contrast(ink, colors["huis-licht"]) >= 4.5


def test_a_whole_theme_has_the_styles_that_it_leaves_out_from_the_program(tmp_path: Path) -> None:
    theme, usual = load_over_the_bundled(tmp_path, THEME), load_theme(bundled("layouts") / "stijl.yaml")
    assert theme.style("kaartkop") == usual.style("kaartkop")
    assert theme.style("tekst").sizes == (14, 13, 12)
    assert theme.color("grijs").rgb == parse_hex("#565d64")


def test_a_font_with_large_letters_gets_smaller_steps_after_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "stijl.yaml"
    path.write_text(THEME, encoding="utf-8")
    sizes = load_theme(path, standard=path).for_font(0.88).styles
    assert sizes["tekst"].sizes[:3] == (14, 13, 12)
    assert [round(size, 2) for size in sizes["tekst"].sizes[3:]] == [11.52, 11.04, 10.56]
    assert sizes["kop1"].sizes[:3] == (26, 26, 26)
    assert sizes["voet"].sizes == (9,) * 6


@given(st.tuples(*[st.floats(0, 1)] * 3))
def test_ink_without_a_profile_stays_below_three_hundred_percent(rgb: tuple[float, float, float]) -> None:
    cmyk = simple_cmyk(rgb)
    assert all(-1e-9 <= part <= 1 + 1e-9 for part in cmyk)
    assert sum(cmyk) <= 3 + 1e-9


@pytest.mark.parametrize("text", ["#12345", "#1234567", "123456", "#12345g", "rood", ""])
def test_a_colour_has_six_digits(text: str) -> None:
    with pytest.raises(ValueError, match="is geen kleur"):
        parse_hex(text)


def test_a_whole_file_may_leave_the_colours_of_pictures_to_the_bundled_one(tmp_path: Path) -> None:
    own = THEME.replace("kleuren:\n", 'kleuren:\n  dak: {rgb: "#123456", cmyk: [90, 60, 20, 40]}\n')
    theme, usual = load_over_the_bundled(tmp_path, own), load_theme(bundled("layouts") / "stijl.yaml")
    pictures = [
        name for name in usual.colors if name.startswith(("muur", "huid", "haar")) or name in ("accent", "doek")
    ]
    assert len(pictures) >= 15
    assert theme.color("dak").rgb == parse_hex("#123456")
    assert {name: theme.color(name) for name in pictures} == {name: usual.color(name) for name in pictures}
