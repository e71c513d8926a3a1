"""No line is wider than its box, no word is lost or joined, and lines end where Dutch allows it."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from speelveld.files import read_file
from speelveld.markup import LINE_BREAK, Piece
from speelveld.markup.node import inline
from speelveld.resources import fonts
from speelveld.typeset import FontFiles, Item, TextRun
from speelveld.typeset.hyphenation import break_points, soft_points
from speelveld.typeset.lines import SHORT_END, Broken, LineBreaker
from speelveld.typeset.runs import paint_line
from speelveld.typeset.words import Paragraph, WordMaker
from tests.typeset.halfem import HalfEm, style, theme

SHY, NBSP, FIXED = "\N{SOFT HYPHEN}", "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"
LONG = "gegevensbeschermingseffectbeoordeling"
STYLE = style("tekst", 10)
BOLD = inline(True, False, None, None, None)

WORDS = st.sampled_from(
    [
        "de",
        "een",
        "zo",
        "gemeente",
        "mogelijkheden",
        "verantwoordelijkheid",
        "mantelzorger",
        "wijkverpleegkundige",
        LONG,
        "e-mail",
        "18-jarigen",
        "en/of",
        "kant-en-klaar",
        "inwoners/ondernemers",
        f"€{NBSP}10.000",
        f"niet{FIXED}breken",
        f"be{SHY}stuurs{SHY}opdracht",
        "2024–2026",
        "https://www.zutphen.nl/inwoners/zorg?x=1&y=2",
        "(haakjes)",
        "“citaat”,",
        "AVG",
    ]
)
PIECE = st.builds(
    Piece,
    st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    st.sampled_from([inline(bold, italic, None, None, None) for bold in (False, True) for italic in (False, True)]),
)


def paragraph(pieces: list[Piece], metrics: HalfEm | FontFiles | None = None) -> Paragraph:
    return WordMaker(theme(), metrics or HalfEm(), 0).paragraph(pieces, STYLE, None)


def broken(
    pieces: list[Piece], width: float, *, hyphens: str = "gewoon", balance: bool = False, alone: bool = True
) -> Broken:
    words = paragraph(pieces).words
    return LineBreaker(HalfEm()).break_words(words, width, hyphens=hyphens, balance=balance, alone=alone)


def painted(found: Broken) -> list[list[TextRun]]:
    """Return the runs of each line; its last line is without the space that others may end in."""
    lines = []
    for number, line in enumerate(found.lines):
        out: list[Item] = []
        paint_line(line, 0.0, 0.0, soft=line.soft and number < len(found.lines) - 1, out=out)
        lines.append([run for run in out if isinstance(run, TextRun)])
    return lines


def drawn(found: Broken) -> list[str]:
    return ["".join(run.text for run in runs) for runs in painted(found)]


def lines(text: str, width: int, *, hyphens: str = "gewoon", balance: bool = False, alone: bool = True) -> list[str]:
    """Return the lines of a text in a box of `width` characters; a hyphen of ours is '~'."""
    found = broken([Piece(text)], 5.0 * width, hyphens=hyphens, balance=balance, alone=alone)
    return [line.replace(SHY, "~") for line in drawn(found)]


def words_of(pieces: list[Piece]) -> str:
    text = "".join(piece.text for piece in pieces)
    return re.sub(" +", " ", text.replace(SHY, "").replace(FIXED, "-").replace(LINE_BREAK, " ")).strip()


@settings(max_examples=300)
@given(
    st.lists(st.tuples(PIECE, st.sampled_from(["", " "])), min_size=1, max_size=6),
    st.floats(20, 400),
    st.sampled_from(["gewoon", "nood"]),
    st.booleans(),
    st.booleans(),
)
@example([(Piece(LONG), "")], 50.0, "nood", True, False)
def test_lines_fit_and_keep_every_word_in_order(
    parts: list[tuple[Piece, str]], width: float, hyphens: str, balance: bool, alone: bool
) -> None:
    pieces = [Piece(piece.text + glue, piece.inline) for piece, glue in parts]
    found = broken(pieces, width, hyphens=hyphens, balance=balance, alone=alone)
    too_wide = [line for line in found.lines if line.width > width + 0.02]
    assert bool(too_wide) == (found.excess > 0.02)
    for line, runs in zip(found.lines, painted(found), strict=True):
        assert line.width == pytest.approx(runs[-1].x + runs[-1].width)
    text = drawn(found)
    assert "".join(text).replace(SHY, "") == words_of(pieces)
    for line_text in text[:-1]:
        assert not re.search(f"[{NBSP}{FIXED}€]$", line_text)
    # A third hyphen in a row is never one of ours, unless the word is wider than the line.
    ends = "".join(line_text[-1:] if line_text[-1:] in (SHY, "-") else " " for line_text in text)
    tight = any(len(line.words) == 1 and line.words[0].hyphened for line in found.lines)
    assert tight or not re.search(f"[{SHY}-]{{2}}{SHY}", ends)


@given(st.lists(PIECE, min_size=1, max_size=4), st.floats(60, 300))
def test_real_letters_keep_to_the_width_too(pieces: list[Piece], width: float) -> None:
    metrics = FontFiles(fonts())
    made = paragraph([Piece(f"{piece.text} ", piece.inline) for piece in pieces], metrics)
    found = LineBreaker(metrics).break_words(made.words, width, hyphens="gewoon", balance=False)
    for runs in painted(found):
        assert found.excess or runs[-1].x + runs[-1].width <= width + 0.02


def test_a_hyphen_at_the_end_of_a_line_is_soft_and_has_a_width() -> None:
    metrics = FontFiles(fonts())
    plain, hyphen = metrics.measure("beoor", "gewoon"), metrics.measure(f"beoor{SHY}", "gewoon")
    assert hyphen.text.endswith(SHY)
    assert hyphen.width - plain.width == pytest.approx(metrics.measure("-", "gewoon").width, abs=0.03)


def test_a_font_without_a_soft_hyphen_shows_a_plain_one() -> None:
    spec = find_spec("reportlab")
    assert spec is not None
    assert spec.origin is not None
    bare = FontFiles({"gewoon": read_file(Path(spec.origin).parent / "fonts" / "hb-test.ttf")})
    # It has nine characters of Khmer and no soft hyphen.
    assert bare.measure(f"\u1793{SHY}", "gewoon").text == "\u1793-"


def test_a_long_word_is_one_word_again_without_soft_hyphens() -> None:
    found = lines(f"De {LONG} is klaar.", 16)
    assert found == ["De gegevensbe~", "schermingsef~", "fectbeoordeling ", "is klaar."]
    assert "".join(found).replace("~", "") == f"De {LONG} is klaar."


def test_a_line_that_goes_on_ends_in_a_space() -> None:
    assert lines("een twee drie", 8) == ["een twee ", "drie"]
    assert drawn(broken([Piece("een"), Piece(LINE_BREAK), Piece("twee")], 400)) == ["een ", "twee"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("per e-mail", 7, ["per ", "e-mail"]),
        ("de 18-jarigen", 7, ["de ", "18-jarigen"]),
        ("mag en/of moet", 7, ["mag ", "en/of ", "moet"]),
        ("kant-en-klaar", 9, ["kant-en-", "klaar"]),
        ("de zuidwest-noord", 12, ["de zuidwest-", "noord"]),
        ("inwoners/ondernemers", 12, ["inwoners/", "ondernemers"]),
        (f"kost €{NBSP}10.000", 8, ["kost ", f"€{NBSP}10.000"]),
        ("kost €\N{NARROW NO-BREAK SPACE}10.000", 8, ["kost ", f"€{NBSP}10.000"]),
        (f"ja zuid{FIXED}west", 8, ["ja ", "zuid-west"]),
        ("gedachte–streep", 10, ["gedachte–", "streep"]),
        ("in 2024–2026 dus", 8, ["in ", "2024–2026 ", "dus"]),
        (f"be{SHY}stuurs{SHY}opdracht", 8, ["be~", "stuurs~", "opdracht"]),
        (f"be{SHY}stuurs{SHY}opdracht", 10, ["bestuurs~", "opdracht"]),
        ("kijk op www.zutphen.nl/zorg/thuis", 12, ["kijk op www.", "zutphen.nl/", "zorg/thuis"]),
        ("mail a.b@zutphen.nl", 10, ["mail a.b@", "zutphen.nl"]),
        ("zeeën van knieën", 8, ["zeeën ", "van ", "knieën"]),
        ("de AVGMEERWAARDE", 8, ["de ", "AVGMEERWAARDE"]),
    ],
)
def test_where_dutch_lines_end(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width, hyphens="nood") == expected


@pytest.mark.parametrize(
    "shown",
    [
        "gemeente",
        "gemeen-ten",
        "zeeën",
        "knieën",
        "gege-vens-be-scher-ming",
        "AVGMEERWAARDE",
        "(ver-ant-woor-de-lijk-heid),",
    ],
)
def test_hyphens_come_from_the_dictionary_and_never_change_a_word(shown: str) -> None:
    word = shown.replace("-", "")
    points = break_points(word)
    parts = [word[start:end] for start, end in zip((0, *points), (*points, len(word)), strict=True)]
    assert "-".join(parts) == shown


@given(st.text(alphabet=f"ab{SHY}", max_size=12))
def test_an_authors_soft_hyphens_only_break_inside_the_word(word: str) -> None:
    bare, points = soft_points(word)
    assert bare == word.replace(SHY, "")
    assert all(0 < point < len(bare) for point in points)
    assert list(points) == sorted(set(points))


def test_no_more_than_two_lines_in_a_row_end_in_a_hyphen() -> None:
    found = lines(" ".join(["mogelijkheden"] * 12), 20)
    ends = [line.endswith("~") for line in found]
    assert any(ends)
    assert not any(all(ends[start : start + 3]) for start in range(len(ends)))


def test_a_paragraph_does_not_end_in_a_lone_short_word() -> None:
    found = lines("aaaa bbbb cccc dddd eeee ffff gggg hhhh ii", 40)
    assert found == ["aaaa bbbb cccc dddd eeee ffff ", "gggg hhhh ii"]
    assert len(found[-1]) >= SHORT_END * 40


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        # The word before it comes along, and the other lines stay as they are.
        ("Hoe zorgen we dat de betaler verandert?", 29, ["Hoe zorgen we dat de ", "betaler verandert?"]),
        ("Een ploeg, een bus, zonder rekening.", 28, ["Een ploeg, een bus, ", "zonder rekening."]),
        # Exactly as wide as the line, and one too wide for it.
        ("zonder aaaaaaaaa bbbbbbbbb", 19, ["zonder ", "aaaaaaaaa bbbbbbbbb"]),
        ("zonder aaaaaaaaa bbbbbbbbb", 18, ["zonder aaaaaaaaa ", "bbbbbbbbb"]),
        # A word of parts is one word for the eye, and an amount is two.
        ("nu nog niet kant-en-klaar", 21, ["nu nog ", "niet kant-en-klaar"]),
        (f"de ploeg kost nu €{NBSP}10.000", 17, ["de ploeg kost nu ", f"€{NBSP}10.000"]),
        # No line is added for it, and none is taken away by it.
        ("gezamenlijkheid verantwoordelijk", 20, ["gezamenlijkheid ", "verantwoordelijk"]),
        ("een twee", 8, ["een twee"]),
    ],
)
def test_a_last_line_of_one_word_takes_another_where_that_costs_no_line(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width, hyphens="nood", alone=False) == expected


def test_words_that_are_kept_whole_are_told_when_they_are_too_wide() -> None:
    found = broken([Piece(f"de {LONG}")], 100.0, hyphens="heel")
    assert drawn(found) == ["de ", LONG]
    assert found.excess == pytest.approx(5 * len(LONG) - 100)
    assert broken([Piece(f"be{SHY}stuurs")], 20.0, hyphens="heel").excess > 0


def test_a_word_that_its_author_puts_on_a_line_of_its_own_stays_there() -> None:
    pieces = [Piece("een lange regel met woorden"), Piece(LINE_BREAK), Piece("einde")]
    assert drawn(broken(pieces, 200.0, alone=False)) == ["een lange regel met woorden ", "einde"]


@given(
    st.lists(st.sampled_from(["de", "gemeente", "mogelijkheden", "kant-en-klaar", f"€{NBSP}5"]), min_size=1),
    st.integers(12, 60),
    st.booleans(),
)
def test_a_last_line_of_one_word_is_left_only_where_no_other_breaks_give_as_few_lines(
    words: list[str], width: int, balance: bool
) -> None:
    text = " ".join(words)
    usual = lines(text, width, hyphens="nood", balance=balance)
    found = lines(text, width, hyphens="nood", balance=balance, alone=False)
    assert "".join(found) == "".join(usual)
    assert len(found) == len(usual)
    if len(found) > 1 and not re.search(f"[ {NBSP}]", found[-1]):
        assert len(" ".join(words[-2:])) > width


def test_a_heading_has_lines_of_about_the_same_length() -> None:
    text = "Een vrije dag voor wie voor een ander zorgt"
    assert lines(text, 38) == ["Een vrije dag voor wie voor een ", "ander zorgt"]
    assert lines(text, 38, balance=True) == ["Een vrije dag voor wie ", "voor een ander zorgt"]


def test_a_heading_is_not_hyphenated_to_balance_it() -> None:
    found = lines("Verantwoordelijkheid van de gemeente voor mogelijkheden", 40, hyphens="nood", balance=True)
    assert not any(line.endswith("~") for line in found)


def test_a_heading_breaks_a_word_that_is_too_wide_for_any_line() -> None:
    found = broken([Piece(LONG)], 100.0, hyphens="nood", balance=True)
    assert found.excess == 0
    assert len(found.lines) == 3


def test_bold_inside_a_word_and_beside_punctuation_keeps_it_together() -> None:
    pieces = [Piece("de "), Piece("ge", BOLD), Piece("meente"), Piece(", "), Piece("ja", BOLD), Piece("!")]
    assert drawn(broken(pieces, 45.0)) == ["de ", "gemeente, ", "ja!"]
    assert [word.text for word in paragraph(pieces).words] == ["de", "gemeente,", "ja!"]


def test_a_word_of_two_looks_is_hyphenated_as_one() -> None:
    found = drawn(broken([Piece("verant", BOLD), Piece("woordelijkheid")], 60.0))
    assert [line.rstrip(SHY) for line in found] == ["verantwoor", "delijkheid"]


def test_a_letter_with_a_loose_accent_becomes_one_letter() -> None:
    assert [word.text for word in paragraph([Piece("cafe\u0301")]).words] == ["café"]


def test_characters_a_font_cannot_show_are_told() -> None:
    metrics = FontFiles(fonts())
    assert metrics.missing("★→✓\u200bm\u0303\u2011", "gewoon") == {"★", "\u200b", "\u0303", "\u2011"}
    words = paragraph([Piece("a\u2011b m\u0303 ok")], metrics).words
    assert [word.missing for word in words] == ["", "\u0303", ""]


def test_company_at_the_end_leaves_no_stump_above_it() -> None:
    text = "Wie vandaag belt krijgt antwoord want iemand moet u daarover terugbellen."
    assert lines(text, 36) == ["Wie vandaag belt krijgt antwoord ", "want iemand moet u daarover ", "terugbellen."]
    # Taking 'daarover' down alone would leave 18 letters of 36.
    assert lines(text, 36, alone=False) == [
        "Wie vandaag belt krijgt ",
        "antwoord want iemand moet u ",
        "daarover terugbellen.",
    ]


@pytest.mark.parametrize("tied", ["’s avonds", "'s avonds", "’t dorp", "‘’s zondags", "(’n keer"])
def test_what_is_left_of_an_article_stays_with_its_word(tied: str) -> None:
    found = lines(f"De gymzaal die {tied} open is", len("De gymzaal die ") + tied.index(" ") + 3)
    assert any(tied.replace(" ", NBSP) in line for line in found), found
    assert lines("Dat is zo’s dat", 11) == ["Dat is zo’s ", "dat"]


def test_an_amount_stays_with_its_euro_sign_where_a_line_has_room_for_both() -> None:
    assert lines("Dat kost ons € 12.000 per jaar.", 14) == ["Dat kost ons ", "€ 12.000 per ", "jaar."]
    assert lines("Dat kost ons € 12.000 per jaar.", 21) == ["Dat kost ons € 12.000 ", "per jaar."]
    assert lines("€ 1.250.000", 9) == ["€ ", "1.250.000"], "nothing else fits"
    assert lines("Reken in € en niet meer", 10) == ["Reken in € ", "en niet ", "meer"]
