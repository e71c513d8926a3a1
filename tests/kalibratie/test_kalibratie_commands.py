"""`speelveld kalibreer` as a person uses it: the sheet, the printers that are kept, and `maak --printer`."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.makers.commands import Speelveld

ALL = {"schaal-x": 100.0, "schaal-y": 100.0}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "instellingen"


def kept(config: Path) -> dict[str, dict[str, float]]:
    printers: dict[str, dict[str, float]] = json.loads((config / "printers.json").read_text("utf-8"))["printers"]
    return printers


@pytest.mark.parametrize(
    ("arguments", "name", "points", "edge"),
    [
        ((), "kalibratie-a4.pdf", (595, 842), "lange zijde"),
        (("--papier", "a3"), "kalibratie-a3.pdf", (842, 1191), "lange zijde"),
        (("--duplex", "korte-zijde", "--uit", "nieuw/meet.pdf"), "nieuw/meet.pdf", (595, 842), "korte zijde"),
        (("--uit", "."), "kalibratie-a4.pdf", (595, 842), "lange zijde"),
    ],
)
def test_it_writes_two_sheets_and_says_how_to_print_them(
    speelveld: Speelveld, arguments: tuple[str, ...], name: str, points: tuple[int, int], edge: str
) -> None:
    shown = speelveld("kalibreer", *arguments)
    assert (shown.status, shown.err) == (0, "")
    assert f"'{name}' is klaar" in shown.out
    assert f"ware grootte (100 %), en sla om over de {edge}" in shown.out
    with pikepdf.open(BytesIO(Path(name).read_bytes())) as pdf:
        assert [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages] == [points] * 4


def test_what_is_typed_is_kept_and_listed_until_it_is_forgotten(speelveld: Speelveld, config: Path) -> None:
    shown = speelveld("kalibreer", "--printer", "balie", "--x", "1,5", "--y", "-0,5")
    assert (shown.status, shown.err) == (0, "")
    assert "Bewaard voor printer 'balie': x +1,5 mm, y −0,5 mm." in shown.out
    assert "speelveld kalibreer --printer balie" in shown.out
    assert kept(config) == {"balie": {"x": 1.5, "y": -0.5, **ALL}}
    speelveld("kalibreer", "--printer", "2e verdieping", "--x", "0", "--schaal-x", "99,5")
    assert speelveld("kalibreer", "--lijst").out.splitlines() == [
        "balie           x +1,5 mm, y −0,5 mm",
        "2e verdieping   x 0 mm, y 0 mm, 100 mm is liggend 99,5 mm en staand 100 mm",
    ]
    assert speelveld("kalibreer", "--vergeet", "balie").status == 0
    assert list(kept(config)) == ["2e verdieping"]


@pytest.mark.parametrize(
    ("written", "millimetres"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("+1,5", 1.5),
        ("1,5mm", 1.5),
        ("1,5 mm", 1.5),
        ("-0,5", -0.5),
        ("−0,5", -0.5),
        ("–0,5", -0.5),
        ("-10", -10),
        ("0", 0),
    ],
)
def test_numbers_may_be_written_as_people_do(
    speelveld: Speelveld, config: Path, written: str, millimetres: float
) -> None:
    assert speelveld("kalibreer", "--printer", "balie", "--x", "0", "--y", written).status == 0
    assert kept(config)["balie"]["y"] == millimetres


def test_what_is_not_named_stays_as_it_was(speelveld: Speelveld, config: Path) -> None:
    speelveld("kalibreer", "--printer", "balie", "--x", "1", "--y", "2")
    speelveld("kalibreer", "--printer", "balie", "--schaal-y", "99,5 %")
    speelveld("kalibreer", "--printer", "balie", "--y", "-2")
    assert kept(config)["balie"] == {"x": 1.0, "y": -2.0, "schaal-x": 100.0, "schaal-y": 99.5}


@pytest.mark.parametrize(("ruler", "warned"), [("98", False), ("97,5", True), ("102", False), ("103", True)])
def test_a_scale_that_is_far_off_is_kept_with_a_warning(speelveld: Speelveld, ruler: str, warned: bool) -> None:
    shown = speelveld("kalibreer", "--printer", "balie", "--schaal-x", ruler)
    assert shown.status == 0
    assert ("let op: printer 'balie' verandert de maat" in shown.out) is warned


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--x", "1"), "van welke printer zijn deze getallen?"),
        (("--printer", "balie", "--x", "10,1"), "'10,1' ligt niet tussen −10 en 10 mm"),
        (("--printer", "balie", "--y", "-11"), "Leg het papier recht in de lade"),
        (("--printer", "balie", "--schaal-x", "90"), "'90' ligt niet tussen 95 en 105 mm"),
        (("--printer", "balie", "--x", "rechts"), "'rechts' is geen getal"),
        (("--printer", "balie", "--x", "nan"), "'nan' is geen getal"),
        (("--printer", "balie", "--x", "1", "--uit", "x.pdf"), "laat --uit weg"),
        (("--printer", "../balie", "--x", "1"), "'../balie' kan geen naam van een printer zijn"),
        (("--printer", "", "--x", "1"), "'' kan geen naam van een printer zijn"),
        (("--printer", "b" * 41, "--x", "1"), "hoogstens 40 letters"),
        (("--lijst", "--vergeet", "balie"), "kies één van"),
        (("--uit", "casus.yaml"), "'casus.yaml' is geen naam van een PDF"),
        (("--duplex", "geen"), "'geen' kan niet"),
        (("--printer", "balie"), "printer 'balie' is niet bekend"),
        (("--vergeet", "balie"), "meet hem eerst: speelveld kalibreer"),
    ],
)
def test_a_wrong_command_exits_with_2_and_keeps_nothing(
    speelveld: Speelveld, config: Path, arguments: tuple[str, ...], said: str
) -> None:
    shown = speelveld("kalibreer", *arguments)
    assert shown.status == 2
    assert said in shown.err
    assert not config.exists()
    assert not any(Path().iterdir())


@pytest.mark.parametrize(
    "command",
    [("maak", "zutphen-dementie", "--printer"), ("kalibreer", "--printer"), ("kalibreer", "--vergeet")],
)
def test_an_unknown_printer_exits_with_2_and_the_name_that_was_meant(
    speelveld: Speelveld, command: tuple[str, ...]
) -> None:
    speelveld("kalibreer", "--printer", "balie", "--x", "1")
    speelveld("kalibreer", "--printer", "kopieerhok", "--x", "1")
    shown = speelveld(*command, "bali")
    assert shown.status == 2
    assert "printer 'bali' is niet bekend" in shown.err
    assert "bedoelt u 'balie'?" in shown.err
    assert not any(Path().iterdir())


def test_an_empty_list_says_where_to_begin(speelveld: Speelveld) -> None:
    assert "Maak eerst een meetvel: speelveld kalibreer" in speelveld("kalibreer", "--lijst").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"formaat": 1,\n  "printers": {', "printers.json:2:16: dit is geen lijst van printers"),
        ('{"formaat": 2, "printers": {}}', "'formaat' is geen 1"),
        ("[]", "printers.json: dit is geen lijst van printers"),
        ('{"formaat": 1, "printers": {"balie": {"x": 1}}}', "printer 'balie' heeft niet vier getallen"),
        (
            '{"formaat": 1, "printers": {"balie": {"x": "1", "y": 0, "schaal-x": 100, "schaal-y": 100}}}',
            "printer 'balie' heeft niet vier getallen",
        ),
        (
            '{"formaat": 1, "printers": {"balie": {"x": NaN, "y": 0, "schaal-x": 100, "schaal-y": 100}}}',
            "x en y zijn hoogstens 10 mm",
        ),
        (
            '{"formaat": 1, "printers": {"balie": {"x": 0, "y": 0, "schaal-x": 0, "schaal-y": 100}}}',
            "een schaal ligt tussen 95 en 105",
        ),
        (
            '{"formaat": 1, "printers": {"balie": {"x": %s, "y": 0, "schaal-x": 100, "schaal-y": 100}}}' % ("9" * 5000),
            "printer 'balie': x en y zijn hoogstens 10 mm",
        ),
        (
            '{"formaat": 1, "printers": {"balie": {"x": true, "y": 0, "schaal-x": 100, "schaal-y": 100}}}',
            "printer 'balie' heeft niet vier getallen",
        ),
        ('{"formaat": 1, "printers": {"balie": []}}', "printer 'balie' heeft niet vier getallen"),
        ('{"formaat": 1, "printers": []}', "'printers' is geen blok met een naam en vier getallen voor elke printer"),
        ('{"formaat": 1}', "'printers' is geen blok met een naam en vier getallen voor elke printer"),
        ('{"formaat": [1], "printers": {}}', "'formaat' is geen 1"),
        ("null", "'formaat' is geen 1"),
        ("", "printers.json:1:1: dit is geen lijst van printers"),
        ("[" * 100_000, "er liggen te veel lijsten in elkaar"),
        ("[" * 2_000_000, "printers.json: dit bestand is groter dan 1 MB"),
        ('{"formaat": 1, "printers": {}}\0', "printers.json:1:31: hier staat een onzichtbaar teken (U+0000)"),
        ('{"formaat": 1, "printers": {"$(ls)": {"x": 0, "y": 0, "schaal-x": 100, "schaal-y": 100}}}', "'$(ls)'"),
    ],
)
def test_a_file_of_printers_that_was_spoilt_exits_with_3_and_is_left_alone(
    speelveld: Speelveld, config: Path, text: str, said: str
) -> None:
    config.mkdir()
    (config / "printers.json").write_text(text, encoding="utf-8")
    for command in (("--lijst",), ("--printer", "balie", "--x", "1")):
        shown = speelveld("kalibreer", *command)
        assert shown.status == 3
        assert said in shown.err
    assert (config / "printers.json").read_text(encoding="utf-8") == text


def test_every_printer_that_was_spoilt_is_named_at_once(speelveld: Speelveld, config: Path) -> None:
    config.mkdir()
    right = {"x": 0, "y": 0, "schaal-x": 100, "schaal-y": 100}
    wrong = {"balie": {**right, "x": 11}, "hal": right, "zolder": {**right, "schaal-y": 94}, "kelder": "kapot"}
    (config / "printers.json").write_text(json.dumps({"formaat": 1, "printers": wrong}), encoding="utf-8")
    shown = speelveld("kalibreer", "--lijst")
    assert shown.status == 3
    for said in ("'balie': x en y", "'zolder': een schaal", "'kelder' heeft niet vier getallen"):
        assert said in shown.err
    assert "'hal'" not in shown.err


def test_each_wrong_number_of_a_printer_is_told_at_its_place(speelveld: Speelveld, config: Path) -> None:
    config.mkdir()
    lines = (
        '{"formaat": 1,',
        ' "printers": {',
        '  "balie": {"x": "1", "y": 11, "schaal-x": 94.9, "schaal-y": 105.1},',
        '  "hal": {"x": 0},',
        '  "zolder": 3,',
        '  "hal": {"x": 0, "y": 10, "schaal-x": 95, "schaal-y": 105}}}',
    )
    (config / "printers.json").write_text("\n".join(lines), encoding="utf-8")
    shown = speelveld("kalibreer", "--lijst")
    told = [line.partition("printers.json:")[2] for line in shown.err.splitlines() if "printers.json:" in line]
    four = "heeft niet vier getallen: x, y, schaal-x, schaal-y"
    assert shown.status == 3
    assert told == [
        f"3:18: dit is geen lijst van printers: printer 'balie' {four}",
        "3:28: dit is geen lijst van printers: printer 'balie': x en y zijn hoogstens 10 mm",
        "3:44: dit is geen lijst van printers: printer 'balie': een schaal ligt tussen 95 en 105",
        "3:62: dit is geen lijst van printers: printer 'balie': een schaal ligt tussen 95 en 105",
        f"5:3: dit is geen lijst van printers: printer 'zolder' {four}",
        "6:3: de sleutel 'hal' staat hier voor de tweede keer",
    ]


def test_a_file_of_printers_in_another_encoding_is_explained(speelveld: Speelveld, config: Path) -> None:
    config.mkdir()
    (config / "printers.json").write_bytes('{"formaat": 1, "printers": {}}'.encode("utf-16"))
    shown = speelveld("kalibreer", "--lijst")
    assert shown.status == 3
    assert "printers.json: dit bestand is opgeslagen als UTF-16" in shown.err
    (config / "printers.json").unlink()
    (config / "printers.json").mkdir()
    shown = speelveld("kalibreer", "--lijst")
    assert shown.status == 3
    assert "dit is een map, geen bestand\n  hint: geef een JSON-bestand op" in shown.err


def test_printers_that_cannot_be_written_exit_with_5(speelveld: Speelveld, config: Path) -> None:
    config.write_text("een bestand waar een map hoort", encoding="utf-8")
    shown = speelveld("kalibreer", "--printer", "balie", "--x", "1")
    assert shown.status == 5
    assert "printers.json' kan niet worden geschreven" in shown.err


def test_a_sheet_that_cannot_be_written_exits_with_5(speelveld: Speelveld) -> None:
    Path("vol").write_text("een bestand", encoding="utf-8")
    shown = speelveld("kalibreer", "--uit", "vol/meet.pdf")
    assert shown.status == 5
    assert "--uit" in shown.err


def test_the_proof_sheet_and_the_kit_are_for_the_printer(speelveld: Speelveld) -> None:
    speelveld("kalibreer", "--printer", "balie", "--x", "1,5", "--y", "-0,5", "--schaal-x", "97")
    shown = speelveld("kalibreer", "--printer", "balie")
    assert "met de correctie van printer 'balie': x +1,5 mm, y −0,5 mm" in shown.out
    few = ("--alleen", "kanskaarten", "--zonder-voorbeelden")
    made = speelveld("maak", "zutphen-dementie", *few, "--printer", "balie")
    assert (made.status, made.err) == (0, "")
    assert "Deze kit is alleen voor printer 'balie'." in made.out
    assert "let op: printer 'balie' verandert de maat meer dan 2 %" in made.out
    manifest = json.loads(Path("out/zutphen-dementie-alleen-kanskaarten/kantoor/kit.json").read_text(encoding="utf-8"))
    assert manifest["printer"] == {"naam": "balie", "x": 1.5, "y": -0.5, "schaal-x": 97.0, "schaal-y": 100.0}


def test_a_back_that_would_fall_off_the_paper_exits_with_2(speelveld: Speelveld) -> None:
    speelveld("kalibreer", "--printer", "balie", "--x", "9")
    shown = speelveld("maak", "zutphen-dementie", "--alleen", "kanskaarten", "--printer", "balie")
    assert shown.status == 2
    assert "Kanskaarten: op printer 'balie' liggen achterkanten zo ver weg" in shown.err
    assert not any(Path().iterdir())


def test_without_a_folder_of_their_own_printers_are_kept_where_the_system_keeps_settings(
    speelveld: Speelveld, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SPEELVELD_CONFIG")
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "systeem" / name))
    speelveld("kalibreer", "--printer", "balie", "--x", "1")
    assert (tmp_path / "systeem" / "speelveld" / "printers.json").is_file()
