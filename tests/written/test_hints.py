"""One 'bedoelt u …?' for everything people write: what is like enough to be meant, and what is then shown."""

from pathlib import Path

import pytest

from speelveld.written.hints import PLAIN, choose, meant, nearest, suggest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("written", "known", "found"),
    [
        ("wethoduer", ["wethouder", "burger"], "wethouder"),
        # one wrong letter of three is 2/3 alike; two of three are another word
        ("wut", ["wit", "lijn"], "wit"),
        ("wxt", ["wit"], "wit"),
        ("xyt", ["wit"], None),
        # 'st' and 'l' of five letters each: 0.6, just like enough
        ("stijl", ["style"], "style"),
        ("stijll", ["style"], None),
        ("LOGO.PNG", ["Logo.png"], "Logo.png"),
        ("", ["a"], None),
        ("a", [], None),
    ],
)
def test_a_word_is_meant_when_six_tenths_of_it_is_there(written: str, known: list[str], found: str | None) -> None:
    assert nearest(written, known) == found
    assert meant(written, known) == (f"bedoelt u '{found}'?" if found else None)


def test_what_is_like_nothing_gets_the_choices() -> None:
    assert suggest("rood", ["inkt", "wit"]) == "kies uit: 'inkt', 'wit'"
    assert suggest("rood", ["inkt", "wit"], PLAIN) == "kies uit: inkt, wit"


def test_at_most_forty_choices_are_named() -> None:
    names = [f"n{number}" for number in range(41)]
    assert choose(names[:40], PLAIN).endswith("n38, n39")
    assert choose(names, PLAIN).endswith("n38, n39, …")


def test_a_hint_holds_nothing_that_a_terminal_obeys() -> None:
    assert meant("rood", ["ro\x1bod\n"]) == "bedoelt u 'rood'?"


def test_nobody_else_guesses_what_was_meant() -> None:
    sources = sorted((ROOT / "src").rglob("*.py"))
    assert len(sources) > 200
    guessing = [path.name for path in sources if "get_close_matches" in path.read_text(encoding="utf-8")]
    assert guessing == ["hints.py"]
    saying = [path.name for path in sources if "bedoelt u {" in path.read_text(encoding="utf-8")]
    assert saying == ["hints.py"]
