"""A casus in another language, or a piece of a text in it, says so to who listens; nothing of it is seen on paper."""

from pathlib import Path

import pytest

from speelveld.build.checking import check_words
from speelveld.build.pipeline import load
from speelveld.errors import AuthorError
from speelveld.typeset.hyphenation import break_points
from tests.makers.kits import make_kit
from tests.oracles.heard import Heard, heard
from tests.oracles.tagtree import faults

TITLE = "titel: Veilig naar school"


def title_line(casus: Path) -> int:
    """Return on which line of the file the title stands."""
    lines = (casus / "casus.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith("titel: "))


def titled(casus: Path, title: str, more: str = "") -> Path:
    """Give the casus another title, and `more` at its end."""
    file = casus / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    assert TITLE in text
    file.write_text(text.replace(TITLE, f'titel: "{title}"') + more, encoding="utf-8")
    return casus


def read(casus: Path, part: str = "casusblad") -> Heard:
    (made,) = make_kit(casus, only=(part,), profiles=("web",))
    assert faults(made.pdf) == []
    return heard(made.pdf)


def spoken(element: Heard) -> list[tuple[str | None, str]]:
    """Return the languages of the spans in an element, with their words."""
    return [(span.facts.get("Lang"), span.words) for span in element.all("Span")]


@pytest.mark.parametrize(
    ("title", "heads", "said"),
    [
        ("Bliuw [fy: Thús yn it doarp] wonen", "Bliuw Thús yn it doarp wonen", [("fy", "Thús yn it doarp")]),
        ("[tr:Hoş geldiniz] allemaal", "Hoş geldiniz allemaal", [("tr", "Hoş geldiniz")]),
        ("**Dik [en: safe _and_ so] eind**", "Dik safe and so eind", [("en", "safe"), ("en", "and"), ("en", "so")]),
        ("Van [nds-NL: noaber] tot [fy: buorman]", "Van noaber tot buorman", [("nds-NL", "noaber"), ("fy", "buorman")]),
    ],
)  # fmt: skip
def test_a_marked_piece_is_read_in_its_language(
    new_casus: Path, title: str, heads: str, said: list[tuple[str, str]]
) -> None:
    (head,) = read(titled(new_casus, title)).all("H1")
    assert spoken(head) == said
    assert head.words == heads


@pytest.mark.parametrize("title", ["Zie [1]", "Kamer [nr: 12]", "Lees [zie: de brief]", "Dat was [nota bene: kort]"])
def test_other_brackets_are_just_that(new_casus: Path, title: str) -> None:
    (head,) = read(titled(new_casus, title)).all("H1")
    assert head.words == title
    assert spoken(head) == []


def test_a_casus_in_another_language_is_read_in_it_and_the_rest_in_dutch(new_casus: Path) -> None:
    tree = read(titled(new_casus, "Feilich nei [nl: de school]", "\ntaal:\n  casus: fy\n"))
    (head,) = tree.all("H1")
    assert spoken(head) == [("fy", "Feilich nei"), ("nl", "de school")]
    assert any(part.words.startswith("Om kwart over acht") for part in tree.all("Span"))
    dutch = next(part for part in tree.all("P") if part.words.startswith("Eén iemand leest dit voor"))
    assert spoken(dutch) == []


def test_a_paragraph_over_more_lines_is_one_piece_to_the_ear(new_casus: Path) -> None:
    tree = read(titled(new_casus, "Thús", "\ntaal:\n  casus: fy\n"))
    story = next(part for part in tree.all("P") if part.words.startswith("Om kwart over acht"))
    assert len(spoken(story)) == 1


def test_cards_of_the_standard_deck_stay_dutch(new_casus: Path) -> None:
    tree = read(titled(new_casus, "Thús", "\ntaal:\n  casus: fy\n"), "rolkaarten")
    assert any(head.words == "Mantelzorger" for role in ("H2", "H3") for head in tree.all(role))
    mantelzorger = next(head for role in ("H2", "H3") for head in tree.all(role) if head.words == "Mantelzorger")
    assert spoken(mantelzorger) == []


@pytest.mark.parametrize(
    ("title", "more", "place", "hint"),
    [
        (
            "Huis [xy: thuis]",
            "",
            r":LINE:8: in 'titel' staat '\[xy: …\]'",
            "schrijf een code van twee letters, zoals fy",
        ),
        ("Huis [Fries: thús]", "", r":LINE:8: in 'titel' staat '\[Fries: …\]'", "bedoelt u 'fy'?"),
        ("Huis [FY: thús]", "", r":LINE:8: in 'titel' staat '\[FY: …\]'", "bedoelt u 'fy'?"),
        ("Huis", "\ntaal:\n  casus: Turks\n", "taal 'Turks' bestaat niet", "bedoelt u 'tr'?"),
        ("Huis", "\ntaal:\n  casus: fy_nl\n", "taal 'fy_nl' bestaat niet", "bedoelt u 'fy-NL'?"),
    ],
)
def test_a_language_that_does_not_exist_is_named(new_casus: Path, title: str, more: str, place: str, hint: str) -> None:
    titled(new_casus, title, more)
    with pytest.raises(AuthorError, match=place.replace("LINE", str(title_line(new_casus)))) as caught:
        load(new_casus, "casus")
    assert str(caught.value.problems[0].hint).startswith(hint)


LONG = "De stakeholders " + "en nog iemand " * 9 + "gaan."


def test_the_check_of_words_skips_what_is_not_dutch(new_casus: Path) -> None:
    def remarks(folder: Path) -> list[str]:
        return [each.controle for each in check_words(load(folder, "casus")).casus]

    text = (new_casus / "casus.yaml").read_text(encoding="utf-8")
    assert remarks(titled(new_casus, LONG)) == ["lange-zin", "jargon"]
    (new_casus / "casus.yaml").write_text(text, encoding="utf-8")
    assert remarks(titled(new_casus, f"Hier: [fy: {LONG}]")) == []
    (new_casus / "casus.yaml").write_text(text, encoding="utf-8")
    assert remarks(titled(new_casus, LONG, "\ntaal:\n  casus: fy\n")) == []


def test_a_remark_behind_a_foreign_piece_has_its_own_place(new_casus: Path) -> None:
    titled(new_casus, "Hier [fy: is it] stakeholders")
    (remark,) = check_words(load(new_casus, "casus")).casus
    assert str(remark.problem.source).endswith(f":{title_line(new_casus)}:26")


def test_a_word_breaks_by_the_rules_of_its_language() -> None:
    assert break_points("gemeenschapshuis") != ()
    assert break_points("gemeenskipshûs", "fy") == ()
    assert break_points("understanding", "en") != break_points("understanding")


def test_the_title_of_a_file_shows_no_marks(new_casus: Path) -> None:
    (made,) = make_kit(titled(new_casus, "Een [fy: Thús] **hier**"), only=("casusblad",), profiles=("web",))
    assert "Een Thús hier".encode() in made.pdf
    assert b"[fy:" not in made.pdf
