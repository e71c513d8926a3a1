"""Whose mistake it is decides the exit status, and one cause is one message."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.errors import AuthorError, KitError
from speelveld.options import Options
from tests.kit.widefont import usual, write_wide


def made(folder: Path, *names: str) -> None:
    build(load(folder, "casus.yaml"), Options(datetime(2026, 1, 1, tzinfo=UTC), only=names), lambda _: None)


def add(folder: Path, text: str) -> None:
    with (folder / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


def test_too_many_areas_are_the_author_s_to_mend(new_casus: Path) -> None:
    first = "\n".join(f"  - {{naam: Gebied {n}, opgaven: [samen-op-de-fiets], resultaten: [Rust]}}" for n in range(30))
    add(new_casus, f"gebieden:\n{first}\n")
    with pytest.raises(AuthorError, match="hier staat te veel"):
        made(new_casus, "gebiedenblad")


def test_in_a_wrong_layout_texts_are_not_blamed(new_casus: Path) -> None:
    layout = '<card w="95mm" h="134mm" title="x">\n<text x="9mm" y="9mm" w="5">{{ kaart.titel }}</text></card>'
    (new_casus / "opgavekaart.xml.j2").write_text(layout, encoding="utf-8")
    with pytest.raises(KitError) as caught:
        made(new_casus, "opgavekaarten")
    assert all("'5' is geen maat" in problem.message for problem in caught.value.problems)


def test_what_does_not_fit_in_our_own_texts_is_told_once_of_the_font(new_casus: Path) -> None:
    for face in ("gewoon", "vet"):
        write_wide(usual(face), new_casus / f"{face}.ttf", larger=1.3, wider=1.5)
    add(new_casus, "huisstijl: {lettertype: {gewoon: gewoon.ttf, vet: vet.ttf}}\n")
    with pytest.raises(AuthorError) as caught:
        made(new_casus, "aanpakkaarten")
    (problem,) = caught.value.problems
    assert problem.message.startswith("dit lettertype is te breed of te hoog: aanpakkaarten, kaart ")
    assert problem.source is not None
    assert (Path(problem.source.name).name, problem.source.line) == ("casus.yaml", last_line(new_casus))


def last_line(folder: Path) -> int:
    return len((folder / "casus.yaml").read_text(encoding="utf-8").splitlines())


def test_what_a_layout_does_wrong_on_every_card_is_told_once(new_casus: Path) -> None:
    (new_casus / "layouts").mkdir()
    layout = '<card w="95mm" h="134mm" title="x">\n<portrait x="9mm" y="120mm" w="20mm" seed="x"/>\n</card>'
    (new_casus / "layouts" / "rolkaart.xml.j2").write_text(layout, encoding="utf-8")
    with pytest.raises(KitError) as caught:
        made(new_casus, "rolkaarten")
    (problem,) = caught.value.problems
    assert problem.source is not None
    assert problem.source.line == 2
    # The standard deck has 24 roles.
    assert problem.message.endswith("en zo nog 23 keer")


# A card is 95 by 134 mm; a ground may run on into a bleed of 3 mm, and a millimetre more.
@pytest.mark.parametrize(
    ("drawn", "beyond"),
    [
        ('<portrait x="85mm" y="50mm" w="20mm" seed="x"/>', "10,0"),
        ('<portrait x="75mm" y="50mm" w="20mm" seed="x"/>', None),
        ('<icon name="clock" x="-2mm" y="9mm" w="9mm"/>', "2,0"),
        ('<street x="-4mm" y="90mm" w="103mm" h="20mm" seed="x" landscape="stad" ground="wit"/>', None),
        ('<street x="0mm" y="90mm" w="99.5mm" h="20mm" seed="x" landscape="stad" ground="wit"/>', "4,5"),
    ],
)
def test_a_picture_that_would_lie_on_the_next_card_is_named(new_casus: Path, drawn: str, beyond: str | None) -> None:
    (new_casus / "layouts").mkdir()
    layout = f'<card w="95mm" h="134mm" title="x">\n{drawn}\n</card>'
    (new_casus / "layouts" / "rolkaart.xml.j2").write_text(layout, encoding="utf-8")
    if beyond is None:
        made(new_casus, "rolkaarten")
        return
    with pytest.raises(KitError, match=f"steekt {beyond} mm buiten de kaart"):
        made(new_casus, "rolkaarten")


@pytest.mark.parametrize("title", ['"\\xad\\xad"', '"\\u200b"', '"\\xa0"'])
def test_a_title_that_shows_nothing_is_empty(new_casus: Path, title: str) -> None:
    path = new_casus / "casus.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("titel: Veilig naar school", f"titel: {title}"), encoding="utf-8"
    )
    with pytest.raises(AuthorError, match="titel"):
        load(new_casus, "casus.yaml")


def test_a_logo_that_cannot_be_drawn_is_named_in_the_casus(new_casus: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>Stad</text></svg>'
    (new_casus / "logo.svg").write_text(svg, encoding="utf-8")
    add(new_casus, "huisstijl: {logo: logo.svg, logo_tekst: Logo}\n")
    with pytest.raises(AuthorError) as caught:
        made(new_casus, "casusblad")
    (problem,) = caught.value.problems
    assert "<text>" in problem.message
    assert problem.source is not None
    assert problem.source.line == len((new_casus / "casus.yaml").read_text(encoding="utf-8").splitlines())


def test_a_logo_in_svg_is_drawn(new_casus: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#0a0" d="M0 0h9v9z"/></svg>'
    (new_casus / "logo.svg").write_text(svg, encoding="utf-8")
    add(new_casus, "huisstijl: {logo: logo.svg, logo_tekst: Logo}\n")
    made(new_casus, "casusblad", "speelbord")


def test_a_style_file_of_brackets_does_not_end_the_program(new_casus: Path) -> None:
    (new_casus / "stijl.yaml").write_text("kleuren: " + "[" * 50_000, encoding="utf-8")
    with pytest.raises(KitError, match="stijl"):
        made(new_casus, "opgavekaarten")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("{{ 1 / 0 }}", "deelt hier door nul"),
        ("{{ 'a' + 1 }}", "een waarde waar die niet voor is"),
        ("{{ kaart.titel|round }}", "een waarde waar die niet voor is"),
        ("{% for %}{% endfor %}", "ontbreekt iets"),
    ],
)
def test_what_jinja_says_in_english_comes_out_in_dutch(new_casus: Path, asked: str, said: str) -> None:
    layout = f'<card w="95mm" h="134mm" title="x"><text x="9mm" y="9mm" w="50mm">{asked}</text></card>'
    (new_casus / "opgavekaart.xml.j2").write_text(layout, encoding="utf-8")
    with pytest.raises(KitError, match=said):
        made(new_casus, "opgavekaarten")


def test_a_long_word_is_told_where_its_author_wrote_it_on_every_paper(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("\nbijeenkomst:")].count("\n") + 3
    text = text.replace("\nbijeenkomst:", f"\nbijeenkomst:\n  spelleider: {'x' * 120}")
    path.write_text(text.replace("bron: RTL Nieuws, in PZC", f"bron: https://www.{'y' * 60}.nl/a"), encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        made(new_casus, "draaiboek", "wat-als", "uitnodiging", "antwoordbrief", "casusblad")
    places = {problem.source.line for problem in caught.value.problems if problem.source}
    assert places == {line, text[: text.index("bron: RTL")].count("\n") + 1}


def test_a_sign_that_a_terminal_obeys_is_in_no_message(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    text = path.read_text(encoding="utf-8").replace("titel: Veilig naar school", 'titel: "Veilig \\u202ehuis"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        made(new_casus, "casusblad")
    assert "een onzichtbaar teken (U+202E)" in caught.value.problems[0].message
    assert all(problem.message.isprintable() for problem in caught.value.problems)
