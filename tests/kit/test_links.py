"""Links lead to the web, to a mail address or to a part of the kit; they are in tagged files alone."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from speelveld.build.pipeline import build, load
from speelveld.errors import AuthorError, KitError
from speelveld.options import Options
from tests.makers.kits import DATE, make_kit
from tests.oracles.tagtree import tree_text

PAPER = """<document w="210mm" h="297mm" margin="20mm" title="Proef">
  <h1>Proef</h1>
  <p>Ga
    naar <a href="{}">hier en daar</a>.</p>
</document>"""
CARDS = """
kaartsoorten:
  - naam: webkaarten
    layout: webkaart.xml.j2
    formaat: 70 mm x 120 mm
    kaarten:
      - titel: Eén
        url: {}
"""
CARD = """<card w="70mm" h="120mm" title="{{ naam }}">
  <h2 x="6mm" y="10mm" w="58mm" style="kaartkop-klein"><a href="{{ kaart.url }}">{{ kaart.titel }}</a></h2>
</card>"""


def made(folder: Path, *names: str) -> None:
    build(load(folder, "casus.yaml"), Options(DATE, only=names), lambda _: None)


def with_link(folder: Path, href: str) -> Path:
    (folder / "wat-als.xml.j2").write_text(PAPER.format(href), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "file:///etc/passwd",
        "ftp://voorbeeld.nl",
        "data:text/html,x",
        "www.voorbeeld.nl",
        "voorbeeld",
        "https://",
        "https:// voorbeeld.nl",
        "mailto:ons",
        "#",
        "#wat als",
        "../casusblad",
    ],
)
def test_other_addresses_are_refused_with_their_line(new_casus: Path, href: str) -> None:
    with pytest.raises(KitError) as caught:
        made(with_link(new_casus, href), "wat-als")
    (problem,) = caught.value.problems
    assert f"<a>: de link {href!r} kan niet" in problem.message
    assert problem.source is not None
    assert problem.source.name.endswith("wat-als.xml.j2")
    assert problem.source.line == 4
    assert str(problem.hint).startswith("begin met https://")


def test_a_part_that_is_not_in_the_kit_is_refused_with_the_one_that_is_meant(new_casus: Path) -> None:
    with pytest.raises(KitError) as caught:
        made(with_link(new_casus, "#casusblat"), "wat-als")
    assert [(problem.message, problem.hint) for problem in caught.value.problems] == [
        ("wat als, <a>: de link gaat naar 'casusblat', en dat onderdeel bestaat niet", "bedoelt u '#casusblad'?")
    ]


def test_an_address_of_the_author_is_the_author_s_mistake(new_casus: Path) -> None:
    (new_casus / "webkaart.xml.j2").write_text(CARD, encoding="utf-8")
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(CARDS.format("javascript:alert(1)"))
    with pytest.raises(AuthorError) as caught:
        made(new_casus, "webkaarten")
    (problem,) = caught.value.problems
    assert "veld 'url': de link 'javascript:alert(1)' kan niet" in problem.message
    assert problem.source is not None
    assert re.search(r"casus.yaml:\d+:14$", str(problem.source))


def links(pdf: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            str(link.A.URI) if "/A" in link else "within"
            for page in file.pages
            for link in page.obj.get("/Annots", pikepdf.Array())
        ]


def test_sheets_of_cards_have_no_links_and_cards_for_the_web_do(new_casus: Path) -> None:
    (new_casus / "webkaart.xml.j2").write_text(CARD, encoding="utf-8")
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(CARDS.format("https://www.voorbeeld.nl/_een_/b_c"))
    files = {one.name: one.pdf for one in make_kit(new_casus, only=("webkaarten",), profiles=("kantoor", "web"))}
    assert links(files["kantoor/1-kaarten-a4.pdf"]) == []
    assert links(files["web/webkaarten.pdf"]) == ["https://www.voorbeeld.nl/_een_/b_c"]


def test_a_link_to_what_is_in_another_file_is_plain_text(new_casus: Path) -> None:
    with_link(new_casus, "#casusblad")
    (alone,) = make_kit(new_casus, only=("wat-als",))
    assert links(alone.pdf) == []
    assert re.search(r"naar\n +Span\n +1: hier en daar\n", tree_text(alone.pdf))


def test_the_source_of_a_figure_is_a_link_on_the_casusblad(new_casus: Path) -> None:
    text = (new_casus / "casus.yaml").read_text(encoding="utf-8")
    figures = "cijfers: [{tekst: Een op de vijf fietst., bron: CBS, jaar: 2024, url: 'https://www.cbs.nl/é?a=1'}]\n"
    (new_casus / "casus.yaml").write_text(re.sub(r"(?ms)^cijfers:.*?(?=^\S)", "", text) + figures, encoding="utf-8")
    (paper,) = make_kit(new_casus, only=("casusblad",))
    assert links(paper.pdf) == ["https://www.cbs.nl/%C3%A9?a=1"]
