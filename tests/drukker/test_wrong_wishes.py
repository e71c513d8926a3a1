"""A print shop's wishes that cannot be: where, what, how to mend it; all at once, and nothing made."""

import shutil
from pathlib import Path

import pytest

from speelveld.errors import KitError, UsageError
from speelveld.profiles.drukker.find import find_shop
from speelveld.profiles.drukker.icc import check_profile
from speelveld.profiles.drukker.wishes import KEYS, load_shop
from speelveld.units import to_mm

ROOT = Path(__file__).resolve().parents[2]
ICC = ROOT / "src" / "speelveld" / "pdf" / "icc"
SHOPS = ROOT / "layouts" / "drukkers"

WRONG = {
    "aflop: 3 mm": "1:1: onbekende sleutel 'aflop' | bedoelt u 'afloop'?",
    "afloop: 3": "1:9: 'afloop': '3' is geen maat; schrijf een getal met mm, cm of pt, zoals '3 mm'",
    "afloop: 2 cm": "1:9: 'afloop': '2 cm' kan hier niet | kies een maat van 0 tot 10 mm",
    "afloop: -1 mm": "1:9: 'afloop': '-1 mm' kan hier niet | kies een maat van 0 tot 10 mm",
    "veilig: 21 mm": "1:9: 'veilig': '21 mm' kan hier niet | kies een maat van 0 tot 20 mm",
    "pdf: x3": "1:6: 'pdf': 'x3' kan hier niet | kies uit: 'x4', 'x1a'",
    "inkt: 340": "1:7: 'inkt': '340' kan hier niet | kies een heel getal van 240 tot en met 300 %",
    "inkt: ٣٠٠": "1:7: 'inkt': '٣٠٠' kan hier niet | kies een heel getal van 240 tot en met 300 %",
    "snijtekens: soms": "1:13: 'snijtekens': 'soms' kan hier niet | kies uit: 'ja', 'nee'",
    "bestanden: los": "1:12: 'bestanden': 'los' kan hier niet | kies uit: 'samen', 'apart'",
    "eerst: achter": "1:8: 'eerst': 'achter' kan hier niet | bedoelt u 'achterkant'?",
    "eerst: [voorkant]": (
        "1:8: 'eerst' moet een tekst zijn, maar hier staat een lijst | schrijf één waarde, zonder streepjes of [ ]"
    ),
    "eerst:": "1:7: 'eerst' is leeg | vul iets in, of haal deze regel weg",
    "formaten: groot": (
        "1:11: 'formaten' moet een blok met sleutels zijn, maar hier staat de tekst 'groot' | "
        "schrijf bijvoorbeeld: formaten: {groot: 105 mm x 148 mm}"
    ),
    "formaten: {midden: a6}": "1:12: onbekende sleutel 'midden' | kies uit: 'groot', 'klein'",
    "formaten: {groot: 63 mm x 88 mm}": (
        "1:19: 'groot': '63 mm x 88 mm' past niet bij deze kaart | "
        "kies een maat met de verhouding van 95 x 134 mm, en niet kleiner"
    ),
    "formaten: {klein: 74 mm x 120 mm}": (
        "1:19: 'klein': '74 mm x 120 mm' past niet bij deze kaart | "
        "kies een maat met de verhouding van 67 x 95 mm, en niet kleiner"
    ),
    "icc: ../pers.icc": (
        "1:6: 'icc': het profiel '../pers.icc' ligt niet in de map van dit bestand | "
        "leg het profiel naast dit bestand, dan kunt u beide meenemen"
    ),
    "icc: weg.icc": "1:6: 'icc': het bestand 'weg.icc' bestaat niet | leg het profiel naast dit bestand",
    "conditie: FOGRA52": (
        "1:1: 'conditie' hoort bij een eigen profiel, en er is geen 'icc' | "
        "haal deze regel weg, of noem het profiel met 'icc'"
    ),
    "# niets": ": dit bestand is leeg | begin met een regel zoals: afloop: 3 mm",
    "afloop: 3 mm\nafloop: 4 mm": "2:1: de sleutel 'afloop' staat hier voor de tweede keer | "
    "de eerste staat op regel 1; haal een van de twee weg",
}


def wrong(folder: Path, text: str) -> list[str]:
    path = folder / "jansen.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KitError) as raised:
        load_shop(path, "jansen.yaml")
    return [
        str(problem).replace("\n  hint: ", " | ").removeprefix("jansen.yaml:").strip()
        for problem in raised.value.problems
    ]


@pytest.mark.parametrize(("text", "message"), WRONG.items())
def test_a_mistake_says_where_and_how_to_mend_it(text: str, message: str, tmp_path: Path) -> None:
    assert wrong(tmp_path, text) == [message.removeprefix(": ")]


def test_no_bleed_needs_no_unit(tmp_path: Path) -> None:
    (tmp_path / "jansen.yaml").write_text("afloop: 0\n", encoding="utf-8")
    assert load_shop(tmp_path / "jansen.yaml", "jansen.yaml").bleed == 0


def test_all_mistakes_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    one_line = [text for text in WRONG if text.count("\n") == 0 and not text.startswith(("#", "conditie", "icc"))]
    by_key = {text.partition(":")[0]: text for text in one_line}
    found = wrong(tmp_path, "\n".join(by_key.values()))
    assert [message.partition(":")[0] for message in found] == [str(line) for line in range(1, len(by_key) + 1)]
    assert len(found) == 9


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda data: data, None),
        (lambda data: b"", "is geen ICC-profiel"),
        (lambda data: b"%PDF-1.4" * 100, "is geen ICC-profiel"),
        (lambda data: data[:12] + b"mntr" + data[16:], "is een profiel van een beeldscherm, niet van een drukpers"),
        (lambda data: data[:12] + b"scnr" + data[16:], "is een profiel van een scanner of camera"),
        (lambda data: data[:16] + b"RGB " + data[20:], "is een profiel voor RGB, niet voor CMYK"),
        (lambda data: data[:8] + b"\x04" + data[9:], "is van ICC-versie 4; PDF/X-1a kan alleen versie 2 aan"),
        (lambda data: data[:4000], "is beschadigd"),
    ],
    ids=["good", "empty", "no profile", "screen", "scanner", "RGB", "version 4", "cut off"],
)
def test_a_profile_must_be_one_of_a_press_in_cmyk(make: object, message: str | None, tmp_path: Path) -> None:
    path = tmp_path / "pers.icc"
    path.write_bytes(make((ICC / "FOGRA39L_coated.icc").read_bytes()))  # type: ignore[operator]
    if message is None:
        check_profile(path, oldest=True)
        return
    with pytest.raises(ValueError, match=message):
        check_profile(path, oldest=True)


def test_the_profile_of_a_screen_is_refused_where_the_file_names_it(tmp_path: Path) -> None:
    shutil.copy(ICC / "sRGB.icc", tmp_path)
    (message,) = wrong(tmp_path, "naam: Jansen\nicc: sRGB.icc")
    assert message.startswith(
        "2:6: 'icc': 'sRGB.icc' is een profiel van een beeldscherm, niet van een drukpers | vraag"
    )


def test_every_key_that_is_documented_is_read_and_the_other_way_round() -> None:
    handleiding = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
    chapter = handleiding.partition("### Naar de drukker")[2].partition("\n## ")[0]
    told = {
        key.strip("` ") for row in chapter.splitlines() if row.startswith("| `") for key in row.split("|")[1].split(",")
    }
    assert told == set(KEYS)


def test_what_a_shop_says_is_taken_over(tmp_path: Path) -> None:
    shutil.copy(ICC / "FOGRA39L_coated.icc", tmp_path / "eigen.icc")
    path = tmp_path / "jansen.yaml"
    path.write_text(
        "naam: Drukkerij Jansen\nafloop: 5 mm\nveilig: 0,4 cm\npdf: X1A\nicc: eigen.icc\nconditie: FOGRA52\n"
        "inkt: 280%\nsnijtekens: ja\nbestanden: apart\neerst: achterkant\nformaten: {groot: 110 mm x 155 mm}\n"
    )
    shop = load_shop(path, "jansen.yaml")
    assert (shop.name, shop.standard, shop.condition, shop.ink) == ("Drukkerij Jansen", "x1a", "FOGRA52", 280)
    assert (shop.marks, shop.apart, shop.backs_first, shop.profile.name) == (True, True, True, "eigen.icc")
    lengths = (shop.bleed, shop.safe, shop.sizes["groot"].width, shop.sizes["klein"].width)
    assert [round(to_mm(length), 3) for length in lengths] == [5, 4, 110, 67]


def test_the_bundled_shops_differ_in_their_standard_alone() -> None:
    one, other = (load_shop(SHOPS / f"{name}.yaml", name) for name in ("x4", "x1a"))
    assert (one.standard, other.standard) == ("x4", "x1a")
    for field in ("profile", "condition", "bleed", "safe", "ink", "marks", "apart", "backs_first", "sizes"):
        assert getattr(one, field) == getattr(other, field)


def test_a_shop_is_sought_beside_the_casus_then_with_the_user_then_here_then_among_the_bundled(tmp_path: Path) -> None:
    casus, user, here = own = [tmp_path / name for name in ("casus", "user", "here")]
    for folder in own:
        folder.mkdir()
    assert find_shop("x4", own, SHOPS) == SHOPS / "x4.yaml"
    for place in (here / "x4.yaml", here / "drukkers" / "x4.yaml", user / "x4.yml", casus / "drukkers" / "x4.yaml"):
        place.parent.mkdir(exist_ok=True)
        place.touch()
        assert find_shop("x4", own, SHOPS) == place
    assert find_shop(str(here / "x4.yaml"), own, SHOPS) == here / "x4.yaml"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("jansn", "drukker 'jansn' bestaat niet", "bedoelt u 'jansen'?"),
        ("zzz", "drukker 'zzz' bestaat niet", "kies uit: jansen, a6, x1a, x4"),
        (" ", "de naam van de drukker is leeg", "kies uit: a6, x1a, x4"),
        (
            "map/jansen.yaml",
            "het bestand 'map/jansen.yaml' voor de drukker bestaat niet",
            "controleer de naam en de map",
        ),
        ("n" * 300, f"drukker '{'n' * 300}' bestaat niet", "kies uit: jansen, a6, x1a, x4"),
    ],
)
def test_a_shop_that_does_not_exist_is_a_mistake_of_usage(name: str, message: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "drukkers").mkdir()
    (tmp_path / "drukkers" / "jansen.yaml").touch()
    with pytest.raises(UsageError) as raised:
        find_shop(name, [tmp_path], SHOPS)
    assert [(problem.message, problem.hint) for problem in raised.value.problems] == [(message, hint)]
