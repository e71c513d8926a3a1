"""A casus swaps the game's words: everywhere, with their grammar right, and never in its own texts."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.deck import asks, wording_of
from speelveld.errors import AuthorError, KitError
from speelveld.markup import Node
from speelveld.options import Options
from speelveld.sheet.duplex import Duplex
from tests.makers.filled import looking_at_layouts

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
ACCEPTED = Path(__file__).with_name("swapped_sentences.txt")
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC))
# Between them, these have every sentence: one table and more, each board, duplex or not, short and long, all bladen.
KITS = {
    "nieuw": [
        OPTIONS,
        replace(OPTIONS, tables=3, board="a0", duplex=Duplex.GEEN),
        replace(OPTIONS, tables=5, participants=33, board="a2", large_print=True),
    ],
    "zutphen-dementie": [OPTIONS],
    "amsterdam-subsidies": [replace(OPTIONS, tables=2)],
}
# Numbers of cards and sheets, and effects, follow from other sentences.
COUNTS = re.compile(r"^[A-Z]?\d+$|^[A-Z]\d+\s|[+−]\d|^Papier(?: samen)?:|^(?:PDF-b|B)ladzijde \d|^vanaf \d")
# Every word of the game becomes one of the other gender, with a plural that no rule gives.
OTHERS = {
    "dreamteam": "{woord: coalitie, lidwoord: de, meervoud: coalities}",
    "opgave": "{woord: vraagstuk, lidwoord: het, meervoud: vraagstukken}",
    "casus": "{woord: dossier, lidwoord: het, meervoud: dossiers}",
    "speelveld": "{woord: arena, lidwoord: de, meervoud: arena’s}",
    "rol": "{woord: personage, lidwoord: het, meervoud: personages}",
    "aanpak": "{woord: karwei, lidwoord: het, meervoud: karweien}",
    "kans": "{woord: aanbod, lidwoord: het, meervoud: aanbiedingen}",
    "uitdaging": "{woord: gat, lidwoord: het, meervoud: gaten}",
    "thematafel": "{woord: beraad, lidwoord: het, meervoud: beraden}",
    "spelleider": "{woord: hoofd, lidwoord: het, meervoud: hoofden}",
    "route": "{woord: schip, lidwoord: het, meervoud: schepen, samenstelling: scheeps}",
    "steun": "{woord: krediet, lidwoord: het}",
    "regie": "{woord: gezag, lidwoord: het}",
    "kracht": "{woord: talent, lidwoord: het, meervoud: talenten}",
    "gemeente": "{woord: waterschap, lidwoord: het, meervoud: waterschappen}",
}
OLD = re.compile(
    r"\b(?:dreamteam|opgave|casus|speelveld|rol|rollen|aanpak|kans|uitdaging|thematafel|spelleider|route|steun|regie|kracht|gemeente)"
    r"(?!stoel|prent|huis|raad|wet)\w*",
    re.IGNORECASE,
)
# The name of the way of working, what sources say of it and of real gemeenten, the name of the program, a roll of tape,
# and three idioms.
OTHER_WORDS = re.compile(
    r"opgavegericht|Opgave-sturing|opgavemanager|Speelveld \d|één opgave\. In 2022|alles een opgave\.⁷|dit een opgave\."
    r"|1 rol$|Rol het bord|tweede kans|Gemeenten doen dit|Sommige gemeenten noemden|9 Gemeente Winterswijk",
    re.IGNORECASE,
)


def swapping(folder: Path, words: dict[str, str]) -> Path:
    path = folder / "casus.yaml"
    lines = "".join(f"  {key}: {word}\n" for key, word in words.items())
    path.write_text(f"{path.read_text(encoding='utf-8')}\nwoorden:\n{lines}", encoding="utf-8")
    return folder


def said(folder: Path, options: Options, monkeypatch: pytest.MonkeyPatch) -> tuple[Built, dict[str, None]]:
    """Return the kit, and what its layouts and the standard deck say; '§' is a text of the author, or a source."""
    found: dict[str, None] = {}

    def look(naam: str, part: Node) -> None:
        del naam
        texts = ["§" if piece.origin and not _of_the_game(piece.origin) else piece.text for piece in part.pieces]
        found.setdefault("".join(texts).replace("\N{LINE SEPARATOR}", " "))
        found.setdefault(part.attributes.get("alt", ""))

    def _of_the_game(origin: Any) -> bool:
        in_deck = Path(origin.source.name).parent.name == "basis" and origin.field != "bron"
        return in_deck or origin.field.startswith("woorden: ")

    with looking_at_layouts(monkeypatch, look):
        built = build(load(folder, "casus.yaml"), options, lambda _: None)
    return built, found


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!”])\s+", text)


def all_said(folder: Path, words: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, None]:
    found: dict[str, None] = {}
    for name, kits in KITS.items():
        text = (ROOT / "decks" / name / "casus.yaml").read_text(encoding="utf-8")
        # The first casus is of the short game, the others of the long one.
        (folder / "casus.yaml").write_text(
            text.replace("duur: 120", "duur: 90") if name == "nieuw" else text, encoding="utf-8"
        )
        for options in kits:
            found |= said(swapping(folder, words) if words else folder, options, monkeypatch)[1]
            (folder / "casus.yaml").write_text(text, encoding="utf-8")
    return found


def new_sentences(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """Return the texts in which an old word is left, and all sentences that the swapped words change."""
    before, after = all_said(folder, {}, monkeypatch), all_said(folder, OTHERS, monkeypatch)
    known = {sentence for text in before for sentence in sentences(text)}
    new = dict.fromkeys(sentence for text in after for sentence in sentences(text) if sentence not in known)
    left = [text for text in after if OLD.search(OTHER_WORDS.sub("", text))]
    return left, [sentence for sentence in new if not COUNTS.search(sentence)]


def test_no_word_of_the_game_is_left_and_every_new_sentence_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, new = new_sentences(tmp_path, monkeypatch)
    assert left == []
    assert len(new) > 300
    assert new == ACCEPTED.read_text(encoding="utf-8").splitlines()


def printed(built: Built) -> str:
    """Return every text on every page, in the margins too."""
    frames = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    return "\n".join(dict.fromkeys(run.text for frame in frames for run in frame.texts()))


def test_files_titles_and_margins_have_the_new_words(new_casus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built, _ = said(swapping(new_casus, OTHERS), OPTIONS, monkeypatch)
    assert "5-hoofd-a4.pdf" in [print_.bestand for print_ in built.prints]
    assert "Papieren voor het hoofd" in [print_.titel for print_ in built.prints]
    parts = [part.titel for print_ in built.prints for part in print_.parts]
    assert {"Vraagstukkaarten", "Aanbodkaarten", "Coalitieblad", "Scheepsblad", "Dossierblad"} <= set(parts)
    assert not [titel for titel in parts if OLD.search(OTHER_WORDS.sub("", titel))]
    assert "Vraagstukkaarten, vel 1 van" in printed(built)


def test_the_letter_of_a_kind_is_that_of_its_name(new_casus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only = replace(OPTIONS, only=("opgavekaarten", "speelbord", "kaartenoverzicht"))
    before = printed(said(new_casus, only, monkeypatch)[0]).splitlines()
    words = {"opgave": "doel", "thematafel": "{woord: beraad, lidwoord: het, meervoud: beraden}"}
    after = printed(said(swapping(new_casus, words), only, monkeypatch)[0]).splitlines()
    assert {"O", "O1", "T"} <= set(before)
    assert {"D", "D1", "B"} <= set(after)
    assert not {"O", "O1", "T"} & set(after)


def test_another_than_a_gemeente_asks_the_question(new_casus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_casus / "casus.yaml"
    own = """rollen:
  - {naam: Dijkgraaf, groep: gemeente, kracht: regie, uitspraak: Ik luister., wil: Droge voeten., brengt: Een dijk.,
     niet_alleen: U kunt niet alles., vervangt: wethouder}
"""
    text = path.read_text(encoding="utf-8").replace("gemeente: Voorbeeldstad", "gemeente: Rijn en IJssel") + own
    path.write_text(text, encoding="utf-8")
    found = printed(said(swapping(new_casus, {"gemeente": "waterschap"}), OPTIONS, monkeypatch)[0])
    whole = " ".join(found.split())
    assert "Wat doet het waterschap straks niet meer zelf?" in whole
    assert "Waterschap Rijn en IJssel · Veilig naar school" in whole
    assert "De vraag van het waterschap Rijn en IJssel" in whole
    # The group of a role, on a card of the author too, on a back, in lists, and beside its sign.
    assert "Rol · waterschap" in found
    assert "Rol · gemeente" not in found
    assert {"waterschap", "Waterschap"} <= set(found.splitlines())
    # What is told of real gemeenten stays, and what the author wrote.
    assert "Gemeenten doen dit al jaren." in whole
    assert "De gemeente kan dit niet alleen oplossen." in whole


def test_who_asks_is_the_author_of_the_files(new_casus: Path) -> None:
    assert asks(load(new_casus, "casus.yaml").casus) == "Gemeente Voorbeeldstad"
    path = new_casus / "casus.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("gemeente: Voorbeeldstad", "gemeente: Rijn en IJssel"),
        encoding="utf-8",
    )
    assert (
        asks(load(swapping(new_casus, {"gemeente": "waterschap"}), "casus.yaml").casus) == "Waterschap Rijn en IJssel"
    )


def test_what_the_author_wrote_stays(new_casus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_casus / "casus.yaml"
    text = path.read_text(encoding="utf-8").replace("titel: Samen op de fiets", "titel: Een opgave met een kans")
    text = text.replace("titel: Veilig naar school", "titel: De casus van het dreamteam")
    path.write_text(text, encoding="utf-8")
    built, _ = said(swapping(new_casus, OTHERS), OPTIONS, monkeypatch)
    found = printed(built)
    assert "De casus van het dreamteam" in found
    assert "Een opgave met een kans" in " ".join(found.split())
    assert "Onze coalitie" in found


def test_words_that_trade_places_are_swapped_once(new_casus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"kans": "uitdaging", "uitdaging": "kans"}
    words = {key: f"{{woord: {word}, lidwoord: de, meervoud: {word}en}}" for key, word in words.items()}
    built, _ = said(swapping(new_casus, words), OPTIONS, monkeypatch)
    kinds = [part.titel for print_ in built.prints if print_.naam == "kaarten" for part in print_.parts]
    assert kinds == ["Opgavekaarten", "Rolkaarten", "Uitdagingkaarten", "Kanskaarten", "Aanpakkaarten", "Hulpkaarten"]
    found = printed(built)
    assert "Een uitdaging of kans" in found
    assert "van Kanskaarten" not in found


def test_a_word_that_is_too_long_is_named_where_the_casus_swaps_it(new_casus: Path) -> None:
    swapping(new_casus, {"steun": "{woord: vertrouwen, lidwoord: het}"})
    with pytest.raises(AuthorError) as caught:
        build(load(new_casus, "casus.yaml"), OPTIONS, lambda _: None)
    line = (new_casus / "casus.yaml").read_text(encoding="utf-8").splitlines().index("woorden:") + 2
    assert {problem.source.line for problem in caught.value.problems if problem.source} == {line}
    assert all("veld 'woorden: steun'" in problem.message for problem in caught.value.problems)
    assert {problem.hint for problem in caught.value.problems} == {"kies een korter woord"}


def test_the_words_of_a_casus_are_the_game_s_own_where_it_names_none(new_casus: Path) -> None:
    casus = load(swapping(new_casus, {"dreamteam": "kring"}), "casus.yaml").casus
    wording = wording_of(casus)
    assert (wording.woord("dreamteam").lidwoord, wording.woord("dreamteam").meervoud) == ("de", "kringen")
    assert wording.woord("rol").enkelvoud == "rol"


def test_a_layout_of_the_author_may_ask_for_the_words(new_casus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = new_casus / "layouts"
    folder.mkdir()
    layout = """{% extends "standaard/papier.xml.j2" %}{% block inhoud %}
<p>Het dreamteam heeft een rol. {{ "Die"|bij("rol") }} helpt.</p>
<p>{{ "aanpak"|letter }}: {{ "rol"|woord("lidwoord") }} {{ "rol"|woord }}, veel {{ "rol"|woord("meervoud") }}</p>
<p>{{ "Het woord rol"|blijft }}</p>
<rect w="5mm" h="5mm" alt="Een rol van {{ casus.titel }}"/>
{% endblock %}"""
    (folder / "uitleg.xml.j2").write_text(layout, encoding="utf-8")
    swapping(new_casus, {"rol": OTHERS["rol"], "dreamteam": "kring"})
    found = said(new_casus, replace(OPTIONS, only=("uitleg",)), monkeypatch)[1]
    assert "De kring heeft een personage. Dat helpt." in found
    assert "A: het personage, veel personages" in found
    assert "Het woord rol" in found
    assert "Een personage van Veilig naar school" in found


def test_a_layout_that_asks_for_a_word_there_is_not_is_told_so(new_casus: Path) -> None:
    layout = '{% extends "standaard/papier.xml.j2" %}{% block inhoud %}<p>{{ "roll"|woord }}</p>{% endblock %}'
    (new_casus / "uitleg.xml.j2").write_text(layout, encoding="utf-8")
    with pytest.raises(KitError, match="'roll' is geen woord van het spel; bedoelt u 'rol'"):
        build(load(new_casus, "casus.yaml"), replace(OPTIONS, only=("uitleg",)), lambda _: None)
