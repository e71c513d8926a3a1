"""Each value of a casus has a label, an explanation and bounds, from the schema; and each remark its place."""

from pathlib import Path

import pytest

from speelveld.casus.loading import CASUS
from speelveld.casus.schema import json_schema
from speelveld.errors import Problem, Source
from speelveld.kijk.described import Described, Describer, named, of_which_card
from speelveld.kijk.remarks import Places
from speelveld.written.editing import EditableFile

ROOT = Path(__file__).resolve().parents[2]


def file(casus: str) -> EditableFile:
    return EditableFile((ROOT / "decks" / casus / "casus.yaml").read_bytes(), "casus.yaml", CASUS)


def described(casus: str = "zutphen-dementie") -> dict[str, Described]:
    return Describer(json_schema()).described(file(casus).values)


@pytest.mark.parametrize("casus", ["zutphen-dementie", "nieuw", "amsterdam-subsidies", "veilige-schoolomgeving"])
def test_every_value_has_a_label_and_what_it_is_for(casus: str) -> None:
    for path, each in described(casus).items():
        assert each.label, path
        assert each.label[0].isupper(), path
        assert each.help, path


def test_a_value_of_a_card_says_of_which_card_it_is() -> None:
    fields = described()
    assert fields["titel"].of == ""
    assert named(fields["titel"]) == "Titel van de casus"
    first = fields["opgaven[0].titel"]
    assert (first.label, first.of) == ("Titel", "Opgave ‘Terechtkunnen bij de eerste twijfel’")
    assert fields["kader.vast[1]"].label == "Wat al vastligt (2)"
    assert fields["kader.vast[1]"].of == "Kader"
    assert fields["cijfers[2].bron"].of == "Cijfer 3"


def test_numbers_have_bounds_and_choices_are_the_known_ones() -> None:
    fields = described()
    year = fields["cijfers[0].jaar"]
    assert (year.kind, year.least, year.most) == ("number", 1800, 2200)
    assert set(fields["landschap"].choices) == {"stad", "dorp", "wijk", "haven", "buitengebied"}
    assert fields["opgaven[0].hart[0]"].kind == "choice"
    assert "vrijwilligers" in fields["opgaven[0].hart[0]"].choices
    assert fields["verhaal"].kind == "paragraphs"
    assert fields["titel"].kind == "text"
    assert fields["opgaven[0].id"].fixed
    assert not fields["opgaven[0].titel"].fixed


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("opgaven[3].titel", "opgaven[3]"),
        ("opgaven[3].cijfer.tekst", "opgaven[3]"),
        ("kaartsoorten[0].kaarten[2].titel", "kaartsoorten[0].kaarten[2]"),
        ("kader.vast[1]", ""),
        ("titel", ""),
    ],
)
def test_a_path_names_its_card(path: str, card: str) -> None:
    assert of_which_card(path) == card


def test_a_problem_belongs_to_the_value_that_holds_its_place() -> None:
    found = file("zutphen-dementie")
    places = Places("casus.yaml", {path: found.place(path) for path in found.values})
    for path in ("titel", "opgaven[0].titel", "opgaven[7].merkt", "kader.vast[2]", "cijfers[1].jaar"):
        source = found.place(path)
        assert places.path(Source("zutphen/casus.yaml", source.line, source.column)) == path
        assert places.path(Source("zutphen/casus.yaml", source.line, source.column + 3)) == path
        assert places.path(Source("casus.yaml", source.line)) == path
    assert places.path(Source("deck/rollen.yaml", 4, 3)) == ""
    assert places.path(Source("casus.yaml")) == ""
    assert places.path(None) == ""
    assert Problem("x").source is None
