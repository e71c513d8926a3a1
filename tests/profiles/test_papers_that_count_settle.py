"""Papers that name numbers of sheets and pages say what is so, or the build says that they never will."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.errors import KitError
from speelveld.options import Options
from speelveld.profiles import named
from speelveld.sheet.duplex import Duplex

pytestmark = pytest.mark.slow

# On one side, so that a page is a sheet.
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), duplex=Duplex.GEEN, previews=False)
PAPER = """{% extends "standaard/papier.xml.j2" %}
{% block inhoud %}
{% set bladen = namespace(n=0) %}
{% for opdracht in opdrachten %}{% for stuk in opdracht.parts if stuk.naam == onderdeel.naam %}
{% set bladen.n = stuk.pages|length %}{% endfor %}{% endfor %}
{% set n = NUMBER %}
<p>Dit papier heeft {{ bladen.n }} bladzijden.</p>
{% for _ in range(n - 1) %}<page-break/><p>En nog een.</p>{% endfor %}
{% endblock %}
"""
CONTENTS = """{% extends "standaard/papier.xml.j2" %}
{% block inhoud %}
<p>{{ delen[0].titel }} begint op bladzijde {{ delen[0].bladzijde }}.</p>
{% for _ in range(NUMBER - 1) %}<page-break/><p>En nog een.</p>{% endfor %}
{% endblock %}
"""


def pages(casus: Path, *only: str, profile: str = "kantoor") -> list[str]:
    """Return the text of each page of the one file that is made."""
    options = Options(OPTIONS.date, duplex=OPTIONS.duplex, previews=False, only=only)
    built = build(load(casus, casus.name), options, lambda _: None, named(profile))
    (print_,) = built.prints
    with pypdfium2.PdfDocument(print_pdf(built, print_, options)) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def number(text: str, words: str) -> int:
    found = re.search(words, text)
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize("profile", ["kantoor", "web"])
@pytest.mark.parametrize(
    ("rule", "count"),
    [("3", 3), ("2 if bladen.n else 1", 2), ("[bladen.n + 1, 4]|min", 4)],
    ids=["at once", "in two rounds", "in five rounds"],
)
def test_a_paper_says_how_many_pages_it_has(new_casus: Path, rule: str, count: int, profile: str) -> None:
    (new_casus / "printwijzer.xml.j2").write_text(PAPER.replace("NUMBER", rule), encoding="utf-8")
    said = pages(new_casus, "printwijzer", profile=profile)
    assert (len(said), number(said[0], r"heeft (\d+) bladzijden")) == (count, count)


def test_a_paper_that_never_says_what_is_so_is_refused_by_name(new_casus: Path) -> None:
    layout = new_casus / "printwijzer.xml.j2"
    layout.write_text(PAPER.replace("NUMBER", "2 if bladen.n == 1 else 1"), encoding="utf-8")
    with pytest.raises(KitError) as caught:
        pages(new_casus, "printwijzer", "materiaallijst")
    (problem,) = caught.value.problems
    assert problem.source is not None
    assert problem.source.name == str(layout)
    assert problem.message.startswith("'Print- en snijwijzer' wordt steeds langer of korter")
    assert problem.hint is not None


def test_contents_name_the_page_on_which_a_part_begins(new_casus: Path) -> None:
    (new_casus / "inhoud.xml.j2").write_text(CONTENTS.replace("NUMBER", "delen[0].bladzijde"), encoding="utf-8")
    with pytest.raises(KitError, match="steeds langer"):  # a page more each time
        pages(new_casus, "casusblad", "uitleg")
    grows = "[delen[0].bladzijde, 4]|min"
    (new_casus / "inhoud.xml.j2").write_text(CONTENTS.replace("NUMBER", grows), encoding="utf-8")
    said = pages(new_casus, "casusblad", "uitleg")
    start = number(said[0], r"begint op bladzijde (\d+)\.")
    assert start == 5
    assert "En nog een." in said[start - 2]
    assert "En nog een." not in said[start - 1]


@pytest.mark.parametrize("profile", ["kantoor", "web"])
def test_contents_that_never_name_the_right_page_are_refused(new_casus: Path, profile: str) -> None:
    layout = new_casus / "inhoud.xml.j2"
    layout.write_text(CONTENTS.replace("NUMBER", "(2 if delen[0].bladzijde == 2 else 1)"), encoding="utf-8")
    with pytest.raises(KitError) as caught:
        pages(new_casus, "casusblad", "uitleg", profile=profile)
    (problem,) = caught.value.problems
    assert problem.message.startswith("de inhoud van 'Papieren voor de spelers' wordt steeds langer of korter")
    assert problem.source is not None
    assert problem.source.name == str(layout)
