"""What is told comes in order, and what somebody typed and did not save goes when the page goes."""

import json
import time
from collections.abc import Iterator

import pytest

from tests.makers.served import copied
from tests.makers.workshops import PATIENCE, Looking, looking

pytestmark = pytest.mark.slow
FACE, TITLE = "opgavekaarten/voor/0", "opgaven[0].titel"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looking]:
    """Look at a copy of the casus to begin with."""
    with looking(copied("nieuw", tmp_path_factory.mktemp("kijk"))) as found:
        found.kit()
        yield found


@pytest.fixture
def casus(running: Looking) -> Iterator[Looking]:
    """Return the casus that is looked at; it is put back when the test ends."""
    before = running.text
    yield running
    for page in ("", "een"):
        running.workshop.gone(page)
    running.workshop.look_as(inktarm=False, vellen=False)
    running.write(before)


def title(casus: Looking) -> str:
    """Return what the opgavekaart is called on the page."""
    found = [face["title"] for kind in casus.kit()["kinds"] for face in kind["faces"] if face["id"] == FACE]
    return str(found[0])


def test_all_that_is_told_and_answered_has_a_number_and_what_is_later_a_higher_one(casus: Looking) -> None:
    workshop, value = casus.workshop, casus.kit()["fields"][TITLE]["value"]
    answers = [
        workshop.face(FACE),
        workshop.tried(TITLE, "Heel anders", FACE),
        workshop.save(TITLE, "Heel anders", value),
        workshop.undo(),
        workshop.redo(),
        workshop.look_as(inktarm=False, vellen=True),
        workshop.everything(),
    ]
    numbers = [answer.result(PATIENCE)["number"] for answer in answers]
    assert numbers == sorted(set(numbers))
    casus.kit()
    told = [news["number"] for news in casus.news]
    assert len(told) > 5
    assert told == sorted(set(told))
    assert not set(told) & set(numbers)


def test_what_was_tried_goes_with_its_page(casus: Looking) -> None:
    before = title(casus)
    casus.workshop.tried(TITLE, "Van wie weggaat", FACE, "een").result(PATIENCE)
    assert title(casus) == "Van wie weggaat"
    casus.workshop.gone("twee")
    assert title(casus) == "Van wie weggaat"
    casus.workshop.gone("een")
    assert title(casus) == before


def test_what_was_tried_goes_when_another_page_saves(casus: Looking) -> None:
    before, fields = title(casus), casus.kit()["fields"]
    casus.workshop.tried(TITLE, "Van de een", FACE, "een").result(PATIENCE)
    saved = casus.workshop.save("titel", "Van de ander", fields["titel"]["value"], "twee")
    assert saved.result(PATIENCE)["value"] == "Van de ander"
    assert title(casus) == before
    assert "Van de een" not in json.dumps(casus.kit(), ensure_ascii=False)


def test_who_saves_goes_on_with_what_was_tried_there(casus: Looking) -> None:
    fields = casus.kit()["fields"]
    casus.workshop.tried(TITLE, "Hier getypt", FACE, "een").result(PATIENCE)
    casus.workshop.save("titel", "Ook hier", fields["titel"]["value"], "een").result(PATIENCE)
    assert title(casus) == "Hier getypt"
    assert "Ook hier" in " ".join(face["text"] for kind in casus.kit()["kinds"] for face in kind["faces"])


def test_a_card_that_does_not_fit_is_opened_in_red(casus: Looking) -> None:
    opened = casus.workshop.face(FACE).result(PATIENCE)
    assert "svg" not in opened
    good = casus.text
    value = casus.kit()["fields"]["opgaven[0].merkt"]["value"]
    casus.write(good.replace(value, "Een woord. " * 90, 1))
    red = casus.workshop.face(FACE).result(PATIENCE)
    assert 'fill="#d4001a"' in red["svg"]
    assert (red["field"], red["fits"]) == ("opgaven[0].merkt", False)
    assert "opgaven[0].merkt" in [spot["field"] for spot in red["spots"]]
    assert "svg" not in casus.workshop.face("opgavekaarten/voor/1").result(PATIENCE)
    casus.write(good)
    assert "svg" not in casus.workshop.face(FACE).result(PATIENCE)


def test_that_a_text_does_not_fit_is_told_before_the_rest_is_looked_at(casus: Looking) -> None:
    heard = len(casus.news)
    answer = casus.workshop.tried("opgaven[0].merkt", "Een woord. " * 90, FACE).result(PATIENCE)
    assert not answer["fits"]
    assert 'fill="#d4001a"' in answer["svg"]
    (mistake,) = (each for each in answer["remarks"] if each["kind"] == "mistake")
    assert (mistake["field"], mistake["hint"]) == ("opgaven[0].merkt", "maak deze tekst korter")
    casus.kit()
    told = [news["number"] for news in casus.news[heard:] if "remarks" in news]
    assert told
    assert min(told) > answer["number"]


def rooms(casus: Looking, since: int) -> dict[str, int]:
    return {field: room for news in casus.news[since:] for field, room in news.get("rooms", {}).items()}


def test_where_one_text_does_not_fit_no_other_is_called_too_long(casus: Looking) -> None:
    workshop, value = casus.workshop, casus.kit()["fields"][TITLE]["value"]
    workshop.save(TITLE, f"{value} {'en nog wat meer ' * 14}".strip(), value).result(PATIENCE)
    casus.kit()
    since = len(casus.news)
    workshop.face(FACE).result(PATIENCE)
    until = time.monotonic() + PATIENCE
    while TITLE not in rooms(casus, since):
        assert time.monotonic() < until, "the room of the title is never told"
        time.sleep(0.05)
    time.sleep(2.0)
    found = rooms(casus, since)
    assert list(found) == [TITLE]
    assert found[TITLE] < 0
    workshop.undo().result(PATIENCE)
    casus.kit()
    since = len(casus.news)
    workshop.face(FACE).result(PATIENCE)
    while len(rooms(casus, since)) < 4:
        assert time.monotonic() < until + PATIENCE, "the rooms of the other texts are never told"
        time.sleep(0.05)
    assert min(rooms(casus, since).values()) >= 0
