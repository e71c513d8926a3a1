"""A remark on what is not there stands at the card that lacks it, with its line and what to do."""

import re
from collections.abc import Iterator

import pytest

from speelveld.casus.loading import CASUS
from speelveld.errors import Problem, Source
from speelveld.kijk.remarks import Places
from speelveld.written.editing import EditableFile
from tests.makers.served import copied
from tests.makers.workshops import Looking, looking

pytestmark = pytest.mark.slow
OPGAVE = "Blijven doen wat u graag doet"
FILE = """\
gemeente: Zutphen
kader:
  geld: Niets.
opgaven:
  - id: dag
    hart: []
    vraag: Hoe dan?
"""


@pytest.fixture(scope="module")
def zutphen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looking]:
    """Look at a copy of Zutphen; each test leaves it as it was."""
    with looking(copied("zutphen-dementie", tmp_path_factory.mktemp("kijk"))) as found:
        found.kit()
        yield found


def without(text: str, key: str, after: str) -> str:
    """Return a casus without the first line with this key behind the words `after`."""
    found = re.compile(rf"^ +{key}:.*\n", re.MULTILINE).search(text, text.index(after))
    assert found
    return text[: found.start()] + text[found.end() :]


@pytest.mark.parametrize(
    ("key", "after", "line", "face"),
    [
        ("vraag", "id: blijven-doen", "  - id: blijven-doen", "opgavekaarten/voor/2"),
        ("titel", "id: blijven-doen", "  - id: blijven-doen", "opgavekaarten/voor/2"),
        ("naam", "\nrollen:", "  - id: inwoner-met-dementie", "rolkaarten/voor/4"),
        ("tekst", "\naanpakken:", "  - id: logeerweekend", "aanpakkaarten/voor/20"),
        ("tekst", "\nkansen:", None, "kanskaarten/voor/10"),
    ],
)
def test_a_key_that_is_not_there(zutphen: Looking, key: str, after: str, line: str | None, face: str) -> None:
    good = zutphen.text
    changed = without(good, key, after)
    told = zutphen.write(changed)["remarks"]
    zutphen.write(good)
    (remark,) = (each for each in told if each["message"] == f"hier ontbreekt '{key}'")
    assert remark["faces"][0] == face
    assert remark["field"] == ""
    assert remark["hint"].startswith(f"schrijf bijvoorbeeld: {key}: ")
    where = re.fullmatch(r"casus\.yaml:(\d+):5", remark["place"])
    assert where
    assert line in (None, changed.splitlines()[int(where[1]) - 1])


def test_a_card_without_its_title(zutphen: Looking) -> None:
    good = zutphen.text
    told = zutphen.write(good.replace(f"titel: {OPGAVE}", "titel:", 1))["remarks"]
    zutphen.write(good)
    (remark,) = (each for each in told if each["kind"] == "mistake")
    assert (remark["message"], remark["field"]) == ("'titel' is leeg, maar moet zijn ingevuld", "opgaven[2].titel")
    assert remark["faces"][0] == "opgavekaarten/voor/2"


def test_what_no_field_holds_stands_at_its_card_too(zutphen: Looking) -> None:
    good = zutphen.text
    told = zutphen.write(good.replace("id: blijven-doen", "id: Blijven Doen!", 1))["remarks"]
    zutphen.write(good)
    (remark, *_) = (each for each in told if each["field"] == "opgaven[2].id")
    assert remark["faces"][0] == "opgavekaarten/voor/2"


def test_what_is_of_no_card_stands_where_its_block_can_be_read(zutphen: Looking) -> None:
    good = zutphen.text
    told = zutphen.write(without(good, "beslist", "\nkader:"))["remarks"]
    kit = zutphen.write(good)
    (remark,) = (each for each in told if each["kind"] == "mistake")
    text = {face["id"]: face["text"] for kind in kit["kinds"] for face in kind["faces"]}
    assert remark["faces"]
    assert all("Hoeveel geld er in Zutphen echt is" in text[id] or "mee" in text[id] for id in remark["faces"])
    assert any(id.startswith("casusblad/") for id in remark["faces"])


@pytest.mark.parametrize(
    ("line", "column", "of_block", "path", "field"),
    [
        (1, 1, False, "gemeente", "gemeente"),
        (1, 1, True, "", ""),
        (2, 1, False, "kader", ""),
        (3, 3, True, "kader", ""),
        (3, 3, False, "kader.geld", "kader.geld"),
        (4, 1, False, "opgaven", ""),
        (5, 5, True, "opgaven[0]", ""),
        (5, 5, False, "opgaven[0].id", "opgaven[0].id"),
        (6, 5, False, "opgaven[0].hart", ""),
        (6, 11, False, "opgaven[0].hart", ""),
        (7, 5, False, "opgaven[0].vraag", "opgaven[0].vraag"),
    ],
)
def test_each_place_leads_to_what_is_there(line: int, column: int, of_block: bool, path: str, field: str) -> None:
    places = Places.of("casus.yaml", EditableFile(FILE.encode(), "casus.yaml", CASUS))
    remark = places.remark("mistake", Problem("x", Source("casus.yaml", line, column), of_block=of_block))
    assert (remark.path, remark.as_data(())["field"]) == (path, field)
