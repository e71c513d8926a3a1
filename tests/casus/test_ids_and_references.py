"""Ids are the author's or made of titles; what a casus leaves out or replaces is in the standard deck."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from speelveld.casus import Basisdeck, Casus, DeckFiles, load_deck, warnings
from speelveld.errors import KitError

Load = Callable[..., Casus]
Said = Callable[..., list[tuple[str, str | None]]]

ROLLEN = """\
rollen:
  - {id: buur, naam: Buur, groep: inwoners, kracht: tijd, uitspraak: a, wil: b, brengt: c, niet_alleen: d}
  - {naam: Wethouder, groep: gemeente, kracht: steun, uitspraak: a, wil: b, brengt: c, niet_alleen: d}
"""
AANPAKKEN = "aanpakken:\n  - {id: thematafel, titel: Thematafel, tekst: a, geld: 1, tijd: 1, stappen: 2}\n"
GEBEURTENIS = "  - {{titel: {}, tekst: a, regels: {{tekst: b}}, mogelijkheid: {{tekst: c, als: {{regie: 2}}}}}}\n"
FILES = {
    "rollen.yaml": ROLLEN,
    "aanpakken.yaml": AANPAKKEN,
    "kansen.yaml": "kansen:\n" + GEBEURTENIS.format("Een pand"),
    "uitdagingen.yaml": "uitdagingen:\n" + GEBEURTENIS.format("Een regel"),
}


@pytest.fixture
def write_deck(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    def write(changes: dict[str, str]) -> Path:
        folder = tmp_path / "basis"
        folder.mkdir()
        for name, text in {**FILES, **changes}.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def deck(write_deck: Callable[[dict[str, str]], Path]) -> Basisdeck:
    return load_deck(DeckFiles((), write_deck({})))


def opgave(hart: Sequence[str] = (), past: Sequence[str] = (), **values: str) -> str:
    rest = {"titel": "t", "vraag": "v", "voor_wie": "w", "schuurt": "s", "merkt": "m", **values}
    parts = [f'{key}: "{value}"' for key, value in rest.items()]
    parts += [f"{key}: [{', '.join(names)}]" for key, names in (("hart", hart), ("past", past)) if names]
    return f"  - {{{', '.join(parts)}}}\n"


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Een vrije dag voor wie zorgt", "een-vrije-dag-voor-wie-zorgt"),
        ("’s Avonds: café ÉÉN!", "s-avonds-cafe-een"),
        ("IJsselkade (2)", "ijsselkade-2"),
        ("何", "opgave"),
        ("a" * 100, "a" * 60),
    ],
)
def test_an_id_is_made_of_the_title(base: str, load: Load, title: str, made: str) -> None:
    assert load(base + opgave(titel=title)).opgaven[2].id == made


def test_made_ids_differ_from_each_other_and_give_way_to_the_author(base: str, load: Load) -> None:
    rest = opgave(titel="Plek") + opgave(titel="Plek") + opgave(titel="Zo", id="plek") + opgave(titel="Plek 2")
    assert [str(each.id) for each in load(base + rest).opgaven[2:]] == ["plek-2", "plek-3", "plek", "plek-2-2"]


def test_cards_of_all_kinds_share_their_ids(base: str, load: Load) -> None:
    cards = ROLLEN + AANPAKKEN.replace("id: thematafel, titel: Thematafel", "titel: Buur")
    casus = load(base + cards)
    assert [str(card.id) for card in (*casus.rollen, *casus.aanpakken)] == ["buur", "wethouder", "buur-2"]


def test_a_gebied_may_name_a_made_id(base: str, load: Load) -> None:
    casus = load(base + "gebieden: [{naam: Noord, opgaven: [een-vaste-plek]}]\n")
    assert casus.gebieden[0].opgaven == ("een-vaste-plek",)


def test_the_standard_deck_comes_from_four_files(deck: Basisdeck) -> None:
    assert [str(rol.id) for rol in deck.rollen] == ["buur", "wethouder"]
    assert deck.aanpakken[0].geld == 1
    assert deck.kansen[0].mogelijkheid.als.regie == 2
    assert str(deck.uitdagingen[0].titel.source).endswith("basis/uitdagingen.yaml:2:13")


def test_a_wrong_standard_deck_names_every_mistake_in_its_own_file(
    write_deck: Callable[[dict[str, str]], Path],
) -> None:
    folder = write_deck(
        {
            "rollen.yaml": ROLLEN.replace("id: buur", "id: thematafel, vervangt: x").replace(
                "kracht: tijd", "kracht: t"
            ),
            "kansen.yaml": "kansen: []\n",
        }
    )
    with pytest.raises(KitError) as caught:
        load_deck(DeckFiles((), folder))
    said = [(str(each.source)[len(str(folder)) + 1 :], each.message) for each in caught.value.problems]
    assert said == [
        ("aanpakken.yaml:2:10", "de id 'thematafel' wordt voor de tweede keer gebruikt"),
        ("kansen.yaml:1:9", "de lijst 'kansen' is leeg"),
        ("rollen.yaml:2:22", "een kaart van het standaarddeck kan geen andere vervangen"),
        ("rollen.yaml:2:72", "onbekende kracht 't'"),
    ]
    assert caught.value.problems[0].hint == f"de eerste staat in {folder}/rollen.yaml:2:10; kies een andere id"


def test_a_standard_deck_with_files_that_are_no_deck_says_so(
    write_deck: Callable[[dict[str, str]], Path],
) -> None:
    folder = write_deck({"rollen.yaml": "rolen:\n  - a\n", "kansen.yaml": "kansen: [\n"})
    (folder / "aanpakken.yaml").unlink()
    with pytest.raises(KitError) as caught:
        load_deck(DeckFiles((), folder))
    said = [(str(each.source)[len(str(folder)) + 1 :], each.message, each.hint) for each in caught.value.problems]
    assert said[0] == ("aanpakken.yaml", "dit bestand bestaat niet", "controleer de naam en de map")
    assert said[1][:2] == ("kansen.yaml:1:9", "wat met [ begint, wordt niet goed gesloten")
    assert said[2:] == [("rollen.yaml:1:1", "onbekende sleutel 'rolen'", "bedoelt u 'rollen'?")]


def test_every_mistake_in_every_file_of_the_deck_is_said_at_once(write_deck: Callable[[dict[str, str]], Path]) -> None:
    role = "{id: x, naam: X, groep: buren, kracht: geld, uitspraak: a, wil: b, brengt: c, niet_alleen: d}"
    folder = write_deck(
        {
            "rollen.yaml": f"rollen:\n  - {role}\n",
            "aanpakken.yaml": "",
            "kansen.yaml": "weg: 1\n",
            "uitdagingen.yaml": "uitdagingen: [{titel: &a b}]\n",
        }
    )
    with pytest.raises(KitError) as caught:
        load_deck(DeckFiles((), folder))
    said = [f"{str(each.source)[len(str(folder)) + 1 :]} {each.message}" for each in caught.value.problems]
    assert said == [
        "aanpakken.yaml dit bestand is leeg",
        "kansen.yaml:1:1 hier ontbreekt 'kansen'",
        "kansen.yaml:1:1 onbekende sleutel 'weg'",
        "rollen.yaml:2:29 onbekende groep 'buren'",
        "uitdagingen.yaml:1:15 hier ontbreekt 'tekst'",
        "uitdagingen.yaml:1:15 hier ontbreekt 'regels'",
        "uitdagingen.yaml:1:15 hier ontbreekt 'mogelijkheid'",
        "uitdagingen.yaml:1:23 een woord met & vooraan mag hier niet",
    ]


def test_a_casus_that_fits_the_deck_has_no_problems(base: str, said: Said, deck: Basisdeck) -> None:
    own = ROLLEN.replace("id: buur, naam", "vervangt: buur, naam").replace("- {naam: Wethouder", "- {naam: Raadslid")
    assert said(base + own + "weglaten: [thematafel]\n", deck) == []


@pytest.mark.parametrize(
    ("added", "place", "message", "hint"),
    [
        (
            "weglaten: [Thema tafel]\n",
            "23:12",
            "kaart 'Thema tafel' staat niet in het standaarddeck",
            "bedoelt u 'thematafel'?",
        ),
        (
            "weglaten: [xyz]\n",
            "23:12",
            "kaart 'xyz' staat niet in het standaarddeck",
            "kies uit: 'buur', 'wethouder', 'thematafel', 'een-pand', 'een-regel'",
        ),
        ("weglaten: [buur, buur]\n", "23:18", "kaart 'buur' staat twee keer bij 'weglaten'", "haal er een weg"),
        (
            AANPAKKEN.replace("id: thematafel", "vervangt: tematafel"),
            "24:16",
            "kaart 'tematafel' staat niet in het standaarddeck",
            "bedoelt u 'thematafel'?",
        ),
        (
            AANPAKKEN.replace("id: thematafel", "vervangt: buur, id: x"),
            "24:16",
            "kaart 'buur' is een rol en kan niet worden vervangen door een aanpak",
            "noem de id van een aanpak, of haal 'vervangt' weg",
        ),
        (
            ROLLEN.replace("id: buur", "vervangt: buur").replace("- {naam", "- {vervangt: buur, naam"),
            "25:16",
            "kaart 'buur' wordt voor de tweede keer vervangen",
            "dat gebeurt al op regel 24; haal een van de twee weg",
        ),
        (
            AANPAKKEN.replace("id: thematafel, ", ""),
            "24:13",
            "het standaarddeck heeft al een aanpak met de id 'thematafel'",
            "schrijf erbij: vervangt: thematafel, of kies een andere id",
        ),
        (opgave(past=["tematafel"]), "23:78", "aanpak 'tematafel' bestaat niet", "bedoelt u 'thematafel'?"),
        (opgave(past=["Thema tafel"]), "23:78", "aanpak 'Thema tafel' bestaat niet", "bedoelt u 'thematafel'?"),
        (opgave(past=["xyz"]), "23:78", "aanpak 'xyz' bestaat niet", "kies uit: 'thematafel'"),
        (opgave(past=["buur"]), "23:78", "'buur' is een rol, geen aanpak", "noem de id van een aanpak"),
        (
            opgave(past=["thematafel", "thematafel"]),
            "23:90",
            "aanpak 'thematafel' staat twee keer bij 'past'",
            "haal er een weg",
        ),
        ("aan_tafel: [buurt]\n", "23:13", "rol 'buurt' bestaat niet", "bedoelt u 'buur'?"),
        ("aan_tafel: [thematafel]\n", "23:13", "'thematafel' is een aanpak, geen rol", "noem de id van een rol"),
    ],
)
def test_a_casus_that_does_not_fit_the_deck_is_explained(
    base: str, said: Said, deck: Basisdeck, added: str, place: str, message: str, hint: str
) -> None:
    assert said(base + added, deck)[0] == (f"x.yaml:{place}: {message}", hint)


@pytest.mark.parametrize("left_out", ["weglaten: [thematafel]\n", AANPAKKEN.replace("id:", "id: x, vervangt:")])
def test_an_aanpak_that_suits_and_was_left_out_is_no_mistake_of_the_opgave(
    base: str, said: Said, deck: Basisdeck, left_out: str
) -> None:
    assert said(base + opgave(past=["thematafel"]) + left_out, deck) == []


def test_more_than_three_aanpakken_that_suit_are_counted_once_each(base: str, said: Said, deck: Basisdeck) -> None:
    more = "".join(f"  - {{id: p{n}, titel: p, tekst: a, geld: 1, tijd: 1, stappen: 2}}\n" for n in range(7))

    def told(*names: str) -> list[tuple[str, str | None]]:
        return said(base + opgave(past=names) + "aanpakken:\n" + more, deck)

    assert told("p0", "p1", "p2") == []
    assert told("p0", "p1", "p2", "p3") == [("x.yaml:23:90: bij 'past' staan er 4; hoogstens 3", "kies de beste")]
    assert [message for message, _ in told("p0", "p0", "p1", "p2")] == [
        "x.yaml:23:82: aanpak 'p0' staat twee keer bij 'past'"
    ]
    assert [message for message, _ in told("p0", "p1", "p2", "p9", "p4", "p5", "p6")] == [
        "x.yaml:23:90: aanpak 'p9' bestaat niet",
        "x.yaml:23:90: bij 'past' staan er 7; hoogstens 3",
    ]


def test_references_are_said_with_the_other_mistakes_in_the_order_of_the_file(
    base: str, said: Said, deck: Basisdeck
) -> None:
    text = base.replace("gemeente:", "gemente:") + AANPAKKEN + "weglaten: [x, y]\n"
    places = [message.partition(": ")[0] for message, _ in said(text, deck)]
    assert places == ["x.yaml:3:1", "x.yaml:24:10", "x.yaml:25:12", "x.yaml:25:15"]


@pytest.mark.parametrize(
    "wrong", ["weglaten: buur\n", "weglaten: [[a]]\n", "rollen: buur\n", "rollen: [{vervangt: [a]}]\n"]
)
def test_references_in_what_is_no_list_are_the_models_to_refuse(
    base: str, said: Said, deck: Basisdeck, wrong: str
) -> None:
    assert said(base + wrong, deck) == said(base + wrong)


FIGURE = "cijfers: [{tekst: a, bron: b, jaar: 2024}]\n"
FOUR = opgave(titel="een") + opgave(titel="twee")


def test_an_ordinary_casus_has_no_warnings(base: str, load: Load) -> None:
    meeting = "bijeenkomst: {tafels: 2, deelnemers: 14}\n"
    area = "gebieden: [{naam: a, opgaven: [een-vrije-dag, een-vaste-plek, een, twee]}]\n"
    assert warnings(load(base + FOUR + FIGURE + meeting + area)) == []


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (FIGURE, "x.yaml:17:5: er zijn 2 opgaven; dan valt er weinig te kiezen"),
        (
            "".join(opgave(titel=f"nummer {number}") for number in range(23)) + FIGURE,
            "x.yaml:17:5: er zijn 25 opgaven; dat leest niemand aan tafel",
        ),
        (FOUR, "x.yaml:1:1: deze casus heeft geen cijfers"),
        (
            opgave(titel="een") + opgave(titel="een") + FIGURE,
            "x.yaml:24:13: de opgave 'een' heet net als die op regel 23",
        ),
        (
            FOUR + FIGURE + "bijeenkomst: {tafels: 1, deelnemers: 8}\n",
            "x.yaml:26:14: 8 deelnemers passen niet goed aan 1 tafel",
        ),
        (
            FOUR + FIGURE + "bijeenkomst: {tafels: 3, deelnemers: 11}\n",
            "x.yaml:26:14: 11 deelnemers passen niet goed aan 3 tafels",
        ),
        (
            FOUR + FIGURE + "gebieden: [{naam: a, opgaven: [een-vrije-dag, een-vaste-plek, een]}]\n",
            "x.yaml:24:5: de opgave 'twee' staat bij geen enkel gebied",
        ),
        (FOUR + FIGURE + "huisstijl: {logo_tekst: a}\n", "x.yaml:26:25: er is een 'logo_tekst', maar geen logo"),
    ],
)
def test_what_is_seldom_meant_is_a_warning(base: str, load: Load, added: str, said: str) -> None:
    found = warnings(load(base + added))
    assert [f"{each.source}: {each.message}" for each in found] == [said]
    assert found[0].hint


def test_one_opgave_is_a_warning_in_words(base: str, load: Load) -> None:
    one = base[: base.index("  - {titel: Een vaste plek")] + FIGURE
    assert [each.message for each in warnings(load(one))] == ["er is één opgave; dan valt er weinig te kiezen"]


@pytest.mark.parametrize(
    ("hearts", "told"),
    [
        ([["inwoners", "gemeente"], ["gemeente", "ondernemers"], ["ondernemers", "inwoners"]], None),
        ([["inwoners", "gemeente"]], None),
        (
            [["inwoners", "gemeente"], ["gemeente", "inwoners"]],
            "alle opgaven hebben hetzelfde hart: gemeente en inwoners; dan maakt de keuze niets uit",
        ),
        (
            [["inwoners", "gemeente"], ["ondernemers", "inwoners"], ["inwoners", "vrijwilligers"]],
            "alle opgaven hebben dezelfde groep in hun hart: inwoners; wie daar twee mensen van kiest, zit altijd goed",
        ),
    ],
)
def test_opgaven_that_ask_for_the_same_people_are_told_so(
    base: str, load: Load, hearts: list[list[str]], told: str | None
) -> None:
    text = base[: base.index("  - titel: Een vrije dag")]
    text += "".join(opgave(hart=hart, titel=f"nummer {number}") for number, hart in enumerate(hearts))
    found = [(str(each.source), each.message) for each in warnings(load(text)) if "hart" in each.message]
    assert found == ([] if told is None else [("x.yaml:17:5", told)])


def test_an_opgave_without_a_heart_among_others_is_told_so(base: str, load: Load) -> None:
    found = warnings(load(base.replace("merkt: U hebt een dag vrij.", "merkt: m\n    hart: [inwoners, gemeente]")))
    (told,) = [each for each in found if "hart" in each.message]
    assert (str(told.source), told.message) == (
        "x.yaml:23:5",
        "de opgave 'Een vaste plek' heeft geen 'hart', en andere wel",
    )


ROLE = "{{naam: Buur, groep: inwoners, kracht: tijd, uitspraak: Ja., wil: {wil}, brengt: Thee., niet_alleen: Tillen.}}"


@pytest.mark.parametrize(
    ("name", "woorden", "rest"),
    [
        ("corporatie De Terpen", "woorden: {gemeente: corporatie}\n", "De Terpen"),
        ("Gemeente Zutphen", "", "Zutphen"),
        # Whoever swaps the word and leaves the old one.
        ("gemeente De Terpen", "woorden: {gemeente: corporatie}\n", "De Terpen"),
        ("De Terpen", "woorden: {gemeente: corporatie}\n", ""),
        ("Gemeentezicht", "", ""),
        ("Corporatie", "woorden: {gemeente: corporatie}\n", ""),
    ],
)
def test_a_name_with_the_word_that_is_printed_before_it_is_a_warning(
    base: str, load: Load, name: str, woorden: str, rest: str
) -> None:
    text = re.sub(r"(?m)^gemeente: .*$", f"gemeente: {name}", base)
    found = [str(each) for each in warnings(load(text + FOUR + FIGURE + woorden))]
    assert len(found) == (1 if rest else 0)
    if rest:
        assert "en het spel zet daar zelf '" in found[0]
        assert f"schrijf alleen de naam: gemeente: {rest}" in found[0]


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (f"rollen: [{ROLE.format(wil='U wilt rust.')}]\n", "'wil' begint met 'U wilt', en dat staat er al voor"),
        (f"rollen: [{ROLE.format(wil='Rust als u wilt slapen.')}]\n", ""),
        ("cijfers: [{tekst: a, bron: 'Bron: CBS', jaar: 2024}]\n", "'bron' begint met 'Bron', en dat staat er al voor"),
        ("cijfers: [{tekst: a, bron: Bronnenboek, jaar: 2024}]\n", ""),
    ],
)
def test_a_text_that_repeats_what_the_card_prints_before_it_is_a_warning(
    base: str, load: Load, added: str, said: str
) -> None:
    text = base + FOUR + ("" if added.startswith("cijfers") else FIGURE) + added
    assert [each.message for each in warnings(load(text))] == ([said] if said else [])


@pytest.mark.parametrize(
    ("bron", "warned"),
    [
        ("Gemaakt voor dit spel", True),
        ("Zelf bedacht", True),
        ("Fictief", True),
        ("Thematafels in Zutphen", False),
    ],
)
def test_a_card_whose_source_is_no_practice_is_told_to_leave_it_out(
    base: str, load: Load, bron: str, warned: bool
) -> None:
    card = f"aanpakken: [{{titel: a, tekst: b, geld: 1, tijd: 1, stappen: 2, bron: {bron}}}]\n"
    found = warnings(load(base + FOUR + FIGURE + card))
    assert len(found) == warned
    if warned:
        assert found[0].message == f"de kaart zet 'Gemaakt naar:' voor een bron, en hier staat '{bron}'"
        assert found[0].hint
        assert "laat 'bron' dan weg" in found[0].hint


def test_more_cards_without_a_practice_are_one_warning(base: str, load: Load) -> None:
    cards = "".join(f"  - {{titel: a{n}, tekst: b, geld: 1, tijd: 1, stappen: 2, bron: Bedacht}}\n" for n in range(3))
    (found,) = warnings(load(base + FOUR + FIGURE + "aanpakken:\n" + cards))
    assert found.message.endswith("hier staat 'Bedacht' (en zo bij nog 2 kaarten)")


def test_a_figure_may_say_that_it_is_made_up(base: str, load: Load) -> None:
    figure = "cijfers: [{tekst: a, bron: Gemaakt voor dit spel, jaar: 2026}]\n"
    assert warnings(load(base + FOUR + figure)) == []
