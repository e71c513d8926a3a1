"""What an author writes comes through as it is written, and knows where that was."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from pydantic import ValidationError

from speelveld.casus import Casus, card_source, load_casus
from speelveld.errors import Source
from speelveld.written.tekst import Tekst

Load = Callable[[str | bytes], Casus]


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "true", "012", "0x1F", "1_000", "1e3", "1:30", "2026-12-03", "3.10", ".5", "=", "No", "NULL2"],
)
def test_a_text_is_never_taken_for_something_else(base: str, load: Load, text: str) -> None:
    assert load(base.replace("gemeente: Zutphen", f"gemeente: {text}")).gemeente == text


def test_a_null_in_quotes_is_a_text(base: str, load: Load) -> None:
    assert load(base.replace("gemeente: Zutphen", 'gemeente: "null"')).gemeente == "null"


def test_a_blank_optional_key_is_as_if_it_were_not_there(base: str, load: Load) -> None:
    casus = load(base + "bijeenkomst: {plaats: , tijd: ~, contact: null, spelleider: ''}\nspel:\nrollen:\n")
    assert casus.rollen == ()
    assert casus.spel.geld is None
    assert not casus.spel.model_fields_set
    meeting = casus.bijeenkomst
    assert (meeting.plaats, meeting.tijd, meeting.contact, meeting.spelleider) == (None, None, None, None)


def test_what_is_left_out_of_the_game_is_left_to_its_rules(base: str, load: Load) -> None:
    spel = load(base).spel
    assert {getattr(spel, name) for name in type(spel).model_fields} == {None}
    assert load(base).bijeenkomst.duur == 120


def test_numbers_may_have_a_sign_and_stand_in_quotes(base: str, load: Load) -> None:
    spel = load(base + 'spel: {geld: +5, tijd: "7", steun: -0}\n').spel
    assert (spel.geld, spel.tijd, spel.steun) == (5, 7, 0)
    assert type(spel.geld) is int


@pytest.mark.parametrize(
    ("written", "read"),
    [("2026-12-03", date(2026, 12, 3)), ('"2026-12-03"', date(2026, 12, 3)), ("begin maart", "begin maart")],
)
def test_a_date_is_a_date_or_words(base: str, load: Load, written: str, read: date | str) -> None:
    assert load(base + f"bijeenkomst: {{datum: {written}}}\n").bijeenkomst.datum == read


AANPAK = "aanpakken: [{{titel: a, tekst: b, {}}}]\n"
KANS = "kansen: [{{titel: a, tekst: b, regels: {{tekst: c, {}}}, mogelijkheid: {{tekst: d, als: {{regie: {}}}}}}}]\n"


@pytest.mark.parametrize(
    "added",
    [
        "spel: {geld: 1, tijd: 1, steun: 0, regie: 0, pad: 12}\nbijeenkomst: {tafels: 1, deelnemers: 1}\n",
        "spel: {geld: 60, tijd: 20, steun: 10, regie: 6, pad: 40}\nbijeenkomst: {tafels: 12, deelnemers: 84}\n",
        AANPAK.format("geld: 0, tijd: 0, stappen: 0, steun: -10, regie: -10"),
        AANPAK.format("geld: 60, tijd: 20, stappen: 12, steun: 10, regie: 10"),
        KANS.format("geld: -10, tijd: -10, steun: -10, regie: -10, stappen: 0", 0),
        KANS.format("geld: 10, tijd: 10, steun: 10, regie: 10, stappen: 10", 6),
        "cijfers: [{tekst: a, bron: b, jaar: 1800}, {tekst: a, bron: b, jaar: 2200}]\n",
        "kaartsoorten: [{naam: a, layout: a.xml.j2, formaat: 25 mm x 410 mm, kaarten: [{a: b}]}]\n",
        "kaartsoorten: [{naam: a, layout: a.xml.j2, formaat: 410 mm x 2.5 cm, kaarten: [{a: b}]}]\n",
    ],
)
def test_numbers_at_their_limit_are_allowed(base: str, load: Load, added: str) -> None:
    assert load(base + added)


def test_values_of_a_fixed_form_come_through_as_they_are(base: str, load: Load) -> None:
    names = "naam: a-1, layout: a.xml.j2, keerzijde: m/b.xml.j2"
    card = f"kaartsoorten: [{{{names}, formaat: 70 mm × 12cm, kaarten: [{{a: b}}]}}]\n"
    figure = "cijfers: [{tekst: a, bron: b, jaar: 2024, url: 'https://www.cbs.nl/nl-nl/cijfers?q=a#b'}]\n"
    casus = load(base + card + figure + "bijeenkomst: {duur: 90}\nhuisstijl: {kleur: '#005CA9'}\n")
    assert casus.bijeenkomst.duur == 90
    assert casus.huisstijl.kleur == "#005CA9"
    assert casus.cijfers[0].url == "https://www.cbs.nl/nl-nl/cijfers?q=a#b"
    soort = casus.kaartsoorten[0]
    assert (soort.naam, soort.layout, soort.keerzijde, soort.formaat) == (
        "a-1",
        "a.xml.j2",
        "m/b.xml.j2",
        "70 mm × 12cm",
    )
    assert load(base + card.replace("70 mm × 12cm", "klein")).kaartsoorten[0].formaat == "klein"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_windows_files_read_the_same_with_the_same_places(base: str, load: Load, end: str, mark: bytes) -> None:
    casus = load(mark + base.replace("\n", end).encode())
    assert casus.verhaal == "Een op de vijf mensen krijgt dementie.\n\nDe meesten wonen thuis."
    assert casus.formaat == 1
    assert casus.titel.source == Source("x.yaml", 2, 8)
    assert casus.kader.vast[0].source == Source("x.yaml", 13, 7)


def test_letters_with_loose_accents_become_whole(base: str, load: Load) -> None:
    casus = load(base.replace("gemeente: Zutphen", "gemeente: Cafe\u0301").replace("titel: L", 'titel: "o\\u0308" # L'))
    assert casus.gemeente == "Caf\u00e9"
    assert casus.titel == "\u00f6"


def test_space_around_a_text_is_not_part_of_it(base: str, load: Load) -> None:
    assert load(base.replace("gemeente: Zutphen", 'gemeente: " Zutphen\\n"')).gemeente == "Zutphen"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Zutphen", "Zutphen"),
        ('"Zutphen"', "Zutphen"),
        ("'Zut''phen'", "Zut'phen"),
        ("|\n  Zut\n  phen", "Zut\nphen"),
        (">-\n  Zut\n  phen", "Zut phen"),
        ("Zut\n  phen", "Zut phen"),
        ("Zut\u00adphen   # met een opmerking", "Zut\u00adphen"),
        ("  Zut#phen", "Zut#phen"),
    ],
)
def test_a_text_knows_its_place_and_field_however_it_is_written(base: str, load: Load, written: str, text: str) -> None:
    gemeente = load(base.replace("gemeente: Zutphen", f"gemeente: {written}")).gemeente
    assert type(gemeente) is Tekst
    assert gemeente == text
    indent = len(written) - len(written.lstrip())
    assert (gemeente.source, gemeente.field) == (Source("x.yaml", 3, 11 + indent), "gemeente")


def test_items_of_a_list_and_of_braces_know_their_place_and_field(base: str, load: Load) -> None:
    casus = load(base)
    assert [(str(item.source), item.field) for item in casus.kader.vast] == [("x.yaml:13:7", "vast")]
    second = casus.opgaven[1]
    assert (second.titel.source, second.titel.field) == (Source("x.yaml", 22, 13), "titel")


def test_every_part_knows_where_it_begins(base: str, load: Load) -> None:
    casus = load(base + "spel: {geld: 14}\n")
    assert str(casus.source) == "x.yaml:1:1"
    assert str(casus.kader.source) == "x.yaml:10:3"
    assert [str(opgave.source) for opgave in casus.opgaven] == ["x.yaml:17:5", "x.yaml:22:5"]
    assert str(casus.spel.source) == "x.yaml:23:7"
    assert casus.huisstijl.source == casus.bijeenkomst.source == casus.source


def test_a_casus_cannot_be_changed(base: str, load: Load) -> None:
    casus = load(base)
    with pytest.raises(ValidationError):
        casus.titel = casus.vraag  # type: ignore[misc]
    assert type(casus.opgaven) is tuple


@pytest.mark.parametrize("given", ["folder", "folder/"])
def test_a_folder_stands_for_its_casus(base: str, tmp_path: Path, given: str) -> None:
    (tmp_path / "casus.yaml").write_text(base, encoding="utf-8")
    assert load_casus(tmp_path, given).titel.source.name == "folder/casus.yaml"


OWN = """\
kaartsoorten:
  - naam: vragen
    layout: kaarten/vraag.xml.j2
    kaarten:
      - titel: Wie bent u?
        items: [een, twee]
        bron: {naam: iemand, jaar: 2024}
        leeg:
        blanco: ""
"""


def test_an_own_card_is_read_by_its_keys_with_their_places(base: str, load: Load) -> None:
    soort = load(base + OWN).kaartsoorten[0]
    kaart = soort.kaarten[0]
    assert soort.formaat == "groot"
    assert card_source(kaart) == Source("x.yaml", 27, 9)
    assert list(kaart) == ["titel", "items", "bron", "blanco"]
    assert isinstance(kaart.titel, Tekst)
    assert (kaart.titel.source, kaart.titel.field) == (Source("x.yaml", 27, 16), "titel")
    assert kaart["items"] == ("een", "twee")
    assert ("leeg" in kaart, "blanco" in kaart) == (False, True)


def test_a_layout_reads_an_own_card_and_stumbles_over_a_missing_key(base: str, load: Load) -> None:
    kaart = load(base + OWN).kaartsoorten[0].kaarten[0]
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined)

    def filled(layout: str) -> str:
        return jinja.from_string(layout).render(kaart=kaart)

    assert filled("{{ kaart.titel }} {{ kaart['titel'] }}") == "Wie bent u? Wie bent u?"
    assert filled("{% for item in kaart.items %}{{ item }} {% endfor %}{{ kaart.bron.jaar }}") == "een twee 2024"
    assert filled("{{ kaart.leeg is defined }} {{ kaart.blanco is defined }}") == "False True"
    for missing in (
        "{{ kaart.leeg }}",
        "{{ kaart.source }}",
        "{{ kaart.get }}",
        "{{ kaart.bron.x }}",
    ):
        with pytest.raises(UndefinedError):
            filled(missing)
    with pytest.raises(SecurityError):
        filled("{{ kaart._values }}")


def test_a_layout_cannot_make_a_casus_read_files_or_unpickle(base: str, load: Load) -> None:
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
    for call in ("{{ casus.parse_raw('x') }}", "{{ casus.kader.parse_file('/etc/hostname') }}"):
        with pytest.raises(TypeError, match="not callable"):
            jinja.from_string(call).render(casus=load(base))


@pytest.mark.parametrize(("key", "most"), [("let_op", 250), ("opening", 50), ("slot", 40)])
def test_what_must_be_read_in_time_has_so_many_words_and_no_more(
    key: str, most: int, base: str, load: Load, said: Callable[..., list[tuple[str, str | None]]]
) -> None:
    assert getattr(load(f"{base}{key}: {'woord ' * most}\n"), key).split() == ["woord"] * most
    ((message, hint),) = said(f"{base}{key}: {'woord ' * (most + 1)}\n")
    assert f"'{key}' heeft {most + 1} woorden" in message
    assert f"hoogstens {most} " in message
    assert hint
