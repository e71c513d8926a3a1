"""Who types no casus gets a page to choose one, to copy an example, or to begin with four answers."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened
from tests.browser.test_for_everyone import SIZES, violations
from tests.makers.served import copied, kijk

FOUR = {
    "Waar gaat het over?": "Speelplekken voor iedereen",
    "Hoe heet uw gemeente?": "Doetinchem",
    "Wat is de vraag?": "Hoe zorgen we samen dat elk kind dichtbij kan spelen?",
    "Vertel het verhaal": "Sem is zeven. Hij zit in een rolstoel en kan niet bij de schommel.",
}


@pytest.fixture
def werk(tmp_path: Path) -> Path:
    folder = tmp_path / "werk"
    folder.mkdir()
    return folder


def test_four_answers_by_keyboard_make_a_casus_that_opens(opened: Opened, werk: Path, tmp_path: Path) -> None:
    with kijk(werk, tmp_path / "cache", named=False) as running:
        page = opened(running, cards=False).page
        page.get_by_label("Waar gaat het over?").focus()
        for number, answer in enumerate(FOUR.values()):
            if number:
                page.keyboard.press("Tab")
            page.keyboard.insert_text(answer)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#titel")).to_have_text("Speelplekken voor iedereen")
        expect(page.locator("#overzicht .card").first).to_be_visible()
        text = (werk / "speelplekken-voor-iedereen" / "casus.yaml").read_text(encoding="utf-8")
        assert "\ngemeente: Doetinchem\n" in text
        # A page that is opened anew is that of the casus.
        page.reload()
        expect(page.locator("#titel")).to_have_text("Speelplekken voor iedereen")


def test_what_is_missing_is_said_at_its_field(opened: Opened, werk: Path, tmp_path: Path) -> None:
    with kijk(werk, tmp_path / "cache", named=False) as running:
        page = opened(running, cards=False).page
        page.get_by_label("Hoe heet uw gemeente?").fill("Doetinchem")
        page.get_by_role("button", name="Maak deze casus").click()
        expect(page.get_by_label("Waar gaat het over?")).to_be_focused()
        expect(page.get_by_label("Waar gaat het over?")).to_have_attribute("aria-invalid", "true")
        expect(page.locator(".wrong:not(:empty)")).to_have_count(3)
        assert list(werk.iterdir()) == []


def test_an_example_is_copied_and_comes_first_the_next_time(opened: Opened, werk: Path, tmp_path: Path) -> None:
    with kijk(werk, tmp_path / "cache", named=False) as running:
        page = opened(running, cards=False).page
        page.get_by_role("button", name="Warm wonen met weinig geld").click()
        expect(page.locator("#titel")).to_have_text("Warm wonen met weinig geld")
        assert (werk / "energiearmoede" / "casus.yaml").is_file()
    with kijk(werk, tmp_path / "cache", named=False) as running:
        page = opened(running, cards=False).page
        first = page.locator("#verder-lijst li").first
        expect(first).to_contain_text("Warm wonen met weinig geld")
        first.get_by_role("button").click()
        expect(page.locator("#titel")).to_have_text("Warm wonen met weinig geld")
    assert [path.name for path in werk.iterdir()] == ["energiearmoede"]


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_axe_finds_nothing_where_one_chooses(opened: Opened, werk: Path, tmp_path: Path, wide: int, high: int) -> None:
    copied("nieuw", werk)
    with kijk(werk, tmp_path / "cache", named=False) as running:
        page = opened(running, wide, high, cards=False, bypass_csp=True).page
        expect(page.locator("#verder-lijst li")).to_have_count(1)
        assert violations(page) == []
        page.get_by_role("button", name="Maak deze casus").click()
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
