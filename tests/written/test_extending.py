"""`breidt_uit: standaard` in a kit.yaml and a stijl.yaml: the file holds what differs, the rest is the program's."""

from dataclasses import replace
from pathlib import Path

import pytest

from speelveld.casus import DeckFiles, load_words
from speelveld.deck import Kit, load_kit
from speelveld.deck.rules import load_rules
from speelveld.errors import KitError
from speelveld.geometry import Size
from speelveld.markup.style import Theme
from speelveld.markup.theme import load_theme
from speelveld.units import mm

ROOT = Path(__file__).resolve().parents[2]
KIT, STIJL = ROOT / "layouts" / "kit.yaml", ROOT / "layouts" / "stijl.yaml"
SPEL = ROOT / "decks" / "basis" / "spel.yaml"
BUNDLED, USUAL = load_kit(KIT), load_theme(STIJL)


def kit(folder: Path, text: str, standard: Path | None = None) -> Kit:
    path = folder / "kit.yaml"
    path.write_text(f"breidt_uit: standaard\n{text}", encoding="utf-8")
    return load_kit(path, standard=standard)


def theme(folder: Path, text: str, standard: Path | None = None) -> Theme:
    path = folder / "stijl.yaml"
    path.write_text(f"breidt_uit: standaard\n{text}", encoding="utf-8")
    return load_theme(path, standard)


def names(kit: Kit) -> list[str]:
    return [onderdeel.naam for onderdeel in kit.onderdelen]


def wrong(error: KitError) -> list[str]:
    """Return what is said: the file's own name and place, the message, and the hint behind a bar."""
    return [
        f"{Path(problem.source.name).name}:{problem.source.line}:{problem.source.column} {problem.message}"
        + (f" | {problem.hint}" if problem.hint else "")
        for problem in error.problems
        if problem.source
    ]


def test_a_kit_of_five_lines_changes_a_paper_and_adds_a_component(tmp_path: Path) -> None:
    own = kit(
        tmp_path,
        "opdrachten:\n"
        "  - {naam: papieren, papier: a3}\n"
        "onderdelen:\n"
        "  - {naam: bedankbrief, titel: Bedankbrief, opdracht: papieren, layout: bedankbrief.xml.j2, per: speler}\n",
    )
    paper = next(job for job in BUNDLED.opdrachten if job.naam == "papieren")
    assert own.opdracht("papieren") == replace(paper, papier="a3")
    assert [job for job in own.opdrachten if job.naam != "papieren"] == [
        job for job in BUNDLED.opdrachten if job.naam != "papieren"
    ]
    assert own.onderdelen[:-1] == BUNDLED.onderdelen
    added = own.onderdelen[-1]
    assert (added.naam, added.opdrachten, added.per) == ("bedankbrief", ("papieren",), "speler")


def test_a_theme_of_three_lines_changes_the_sizes_of_a_style_alone(tmp_path: Path) -> None:
    own = theme(tmp_path, "stijlen:\n  kop1: {maten: [30]}\n")
    assert own.style("kop1") == replace(USUAL.style("kop1"), sizes=(30.0,))
    assert {name: style for name, style in own.styles.items() if name != "kop1"} == {
        name: style for name, style in USUAL.styles.items() if name != "kop1"
    }
    assert (own.colors, own.low_ink) == (USUAL.colors, USUAL.low_ink)


def test_a_file_that_only_extends_is_the_bundled_one(tmp_path: Path) -> None:
    assert kit(tmp_path, "") == BUNDLED
    assert theme(tmp_path, "") == USUAL


def test_a_whole_copy_is_what_it_was(tmp_path: Path) -> None:
    for bundled, load, usual in ((KIT, load_kit, BUNDLED), (STIJL, load_theme, USUAL)):
        copy = tmp_path / bundled.name
        copy.write_bytes(bundled.read_bytes())
        if load is load_theme:
            assert load(copy) == usual
        else:  # where a format is written is part of it
            assert [replace(part, source=None) for part in load_kit(copy).onderdelen] == [
                replace(part, source=None) for part in BUNDLED.onderdelen
            ]


def test_only_the_keys_that_are_given_change(tmp_path: Path) -> None:
    own = kit(tmp_path, "onderdelen:\n  - {naam: rolkaarten, formaat: 100 mm x 141 mm, achter: }\n")
    bundled = next(part for part in BUNDLED.onderdelen if part.naam == "rolkaarten")
    (changed,) = (part for part in own.onderdelen if part.naam == "rolkaarten")
    expected = replace(bundled, formaat=Size(mm(100), mm(141)), achter=None, source=changed.source)
    assert changed == expected
    assert names(own) == names(BUNDLED)
    # Its format is written here, so a card that does not fit the paper is told here.
    assert changed.source is not None
    assert (Path(changed.source.name), changed.source.line) == (tmp_path / "kit.yaml", 3)


def test_a_new_component_comes_behind_the_one_it_names_and_others_behind_it_keep_their_order(tmp_path: Path) -> None:
    part = "titel: X, opdracht: papieren, layout: x.xml.j2"
    own = kit(
        tmp_path,
        "onderdelen:\n"
        f"  - {{naam: een, {part}, na: casusblad}}\n"
        f"  - {{naam: twee, {part}, na: casusblad}}\n"
        f"  - {{naam: een-b, {part}, na: een}}\n"
        f"  - {{naam: laatst, {part}}}\n"
        "  - {naam: uitleg, na: opgavekaarten}\n",
    )
    found = names(own)
    at = found.index("casusblad")
    assert found[at : at + 5] == ["casusblad", "een", "een-b", "twee", "spelregels"]
    assert found[-1] == "laatst"
    assert found[2:5] == ["opgavekaarten", "uitleg", "rolkaarten"]
    assert sorted(found) == sorted([*names(BUNDLED), "een", "een-b", "twee", "laatst"])


def test_a_new_print_job_comes_behind_the_one_it_names(tmp_path: Path) -> None:
    job = "{naam: brieven, titel: Brieven, soort: bladzijden, papier: a4, gewicht: 80 gram, zijden: enkel, na: kaarten}"
    own = kit(tmp_path, f"opdrachten:\n  - {job}\n")
    assert [job.naam for job in own.opdrachten][:4] == ["begin-hier", "kaarten", "brieven", "fiches"]


def test_what_is_left_out_is_gone_and_may_be_made_anew(tmp_path: Path) -> None:
    own = kit(tmp_path, "weglaten: [doosjes, telblad]\n")
    assert names(own) == [name for name in names(BUNDLED) if name not in ("doosjes", "telblad")]
    anew = "onderdelen:\n  - {naam: telblad, titel: Tellen, opdracht: papieren, layout: telblad.xml.j2}\n"
    own = kit(tmp_path, f"weglaten: [telblad]\n{anew}")
    assert (own.onderdelen[-1].titel, own.onderdelen[-1].per) == ("Tellen", "tafel")


def test_a_colour_is_replaced_whole_and_a_new_one_added(tmp_path: Path) -> None:
    own = theme(
        tmp_path,
        'kleuren:\n  opgave: {rgb: "#000000", cmyk: [0, 0, 0, 100]}\n  wijk: {rgb: "#ffffff", cmyk: [0, 0, 0, 0]}\n'
        "inktarm:\n  vlakken:\n    - {kleuren: [wijk, opgave], vlak: licht}\n  lijnen: {wijk: inkt}\n"
        "stijlen:\n  wijknaam: {maten: [12], kleur: wijk}\n",
    )
    assert own.color("opgave").cmyk == (0, 0, 0, 1)
    assert own.style("wijknaam").color == "wijk"
    assert own.low_ink is not None
    assert USUAL.low_ink is not None
    # The last that says something of a colour says all of it: the edge of the bundled file is gone.
    assert own.low_ink.fills["opgave"] == own.low_ink.fills["wijk"] == own.color("licht")
    assert own.low_ink.outlines == {
        name: edge for name, edge in USUAL.low_ink.outlines.items() if name not in ("opgave", "wijk")
    }
    assert own.low_ink.lines == {**USUAL.low_ink.lines, "wijk": own.color("inkt")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weglaten: [telblat]\n", "kit.yaml:2:12 onderdeel 'telblat' bestaat niet | bedoelt u 'telblad'?"),
        (
            "weglaten: [bord-heel]\n",
            "kit.yaml:2:12 onderdeel 'bord-heel' bestaat niet | dit is een opdracht; een opdracht waar geen onderdeel "
            "in komt, wordt vanzelf niet gemaakt",
        ),
        (
            "onderdelen:\n  - {naam: uitleg, na: casusblat}\n",
            "kit.yaml:3:24 onderdeel 'casusblat' bestaat niet | bedoelt u 'casusblad'?",
        ),
        (
            "opdrachten:\n  - {naam: bladen, na: kaart}\n",
            "kit.yaml:3:24 opdracht 'kaart' bestaat niet | bedoelt u 'kaarten'?",
        ),
        ("opdrachten:\n  - {naam: papieren, papier: a5}\n", "kit.yaml:3:30 'papier': 'a5' kan hier niet | kies uit: "),
        (
            "onderdelen:\n  - {naam: rolkaart, formaat: klein}\n",
            "kit.yaml:3:5 hier ontbreekt 'titel' | schrijf bijvoorbeeld: titel: Bedankbrief",
        ),
        ("onderdelen:\n  - los\n", "kit.yaml:3:5 een punt van 'onderdelen' moet een blok met sleutels zijn"),
        ("onderdelen: los\n", "kit.yaml:2:13 'onderdelen' moet een lijst zijn, maar hier staat de tekst 'los'"),
        ("onderdelen:\n  - {naam: uitleg, layout: }\n", "kit.yaml:3:20 'layout' is leeg, maar moet zijn ingevuld"),
    ],
)
def test_a_mistake_is_told_in_the_file_where_it_was_written(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(KitError) as caught:
        kit(tmp_path, text)
    assert wrong(caught.value)[0].startswith(said)


def test_rules_hold_only_what_differs_however_deep_it_lies(tmp_path: Path) -> None:
    own = tmp_path / "spel.yaml"
    own.write_text("breidt_uit: standaard\nstemfiches: 4\nlengtes: {90: {start: {geld: 20}}}\n", encoding="utf-8")
    for duur, geld in ((120, 19), (90, 20)):
        usual = load_rules(SPEL, duur, {})
        assert load_rules(own, duur, {}, SPEL) == replace(usual, stemfiches=4, geld=geld)
    own.write_text("breidt_uit: standaard\nlengtes: {90: {minuten: {welkom: 7}}}\n", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        load_rules(own, 90, {}, SPEL)
    assert wrong(caught.value)[0].startswith("spel.yaml:2:15 de fasen duren samen 91 minuten, niet 90")


def test_a_list_of_words_holds_only_what_differs(tmp_path: Path) -> None:
    usual = load_words(DeckFiles((), SPEL.parent))
    text = "breidt_uit: standaard\njargon: {wijkspiegel: cijfers van de wijk}\nbekend: [NVT]\n"
    (tmp_path / "taal.yaml").write_text(text, encoding="utf-8")
    own = load_words(DeckFiles((tmp_path,), SPEL.parent))
    assert [str(word.woord) for word in own.jargon] == [*(str(word.woord) for word in usual.jargon), "wijkspiegel"]
    assert own.jargon[-1].woord.source.name == str(tmp_path / "taal.yaml")
    assert own.jargon[0].woord.source.name == str(SPEL.parent / "taal.yaml")
    assert (own.werkwoorden, own.bekend) == (usual.werkwoorden, ("NVT",))


def test_a_circle_of_names_is_told(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        kit(tmp_path, "onderdelen:\n  - {naam: uitleg, na: wat-als}\n  - {naam: wat-als, na: uitleg}\n")
    assert wrong(caught.value) == [
        "kit.yaml:3:24 'uitleg' komt zo na zichzelf | haal een van de regels met 'na' weg",
        "kit.yaml:4:25 'wat-als' komt zo na zichzelf | haal een van de regels met 'na' weg",
    ]


def test_a_mistake_in_what_is_extended_is_told_there(tmp_path: Path) -> None:
    standard = tmp_path / "standaard.yaml"
    standard.write_text(KIT.read_text(encoding="utf-8").replace("per: avond", "per: middag", 1), encoding="utf-8")
    with pytest.raises(KitError) as caught:
        kit(tmp_path, "weglaten: [telblat]\n", standard)
    own, base = wrong(caught.value)
    assert own.startswith("kit.yaml:2:12 onderdeel 'telblat' bestaat niet")
    line = next(n for n, text in enumerate(standard.read_text(encoding="utf-8").splitlines(), 1) if "middag" in text)
    assert base.startswith(f"standaard.yaml:{line}:")
    assert "'per': 'middag' kan hier niet" in base


def test_half_a_colour_is_refused_for_it_would_be_another_in_print(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        theme(tmp_path, 'kleuren: {opgave: {rgb: "#000000"}}\n')
    assert wrong(caught.value) == [
        "stijl.yaml:2:19 hier ontbreekt 'cmyk' | schrijf bijvoorbeeld: cmyk: [100, 48, 0, 12]"
    ]


@pytest.mark.parametrize("name", ["kit.yaml", "stijl.yaml"])
@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("breidt_uit: standard", "1:13 'breidt_uit': 'standard' kan hier niet | bedoelt u 'standaard'?"),
        ("breidt_uit: ../kit.yaml", "1:13 'breidt_uit': '../kit.yaml' kan hier niet | kies uit: 'standaard'"),
        ("breidt_uit:", "1:1 'breidt_uit' is leeg | schrijf: breidt_uit: standaard"),
        ("breid_uit: standaard", "1:1 onbekende sleutel 'breid_uit' | bedoelt u 'breidt_uit'?"),
        (
            "breidt_uit: [standaard]",
            "1:13 'breidt_uit' moet een tekst zijn, maar hier staat een lijst | "
            "schrijf één waarde, zonder streepjes of [ ]",
        ),
    ],
)
def test_what_else_a_file_would_extend_is_said_and_nothing_that_follows_from_it(
    tmp_path: Path, name: str, first: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(f"{first}\n", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        (load_kit if name == "kit.yaml" else load_theme)(path)
    assert wrong(caught.value) == [f"{name}:{said}"]
