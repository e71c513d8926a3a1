"""Whatever happens to the casus, the disk or the program: what was typed stands in the file, or still on the page."""

import re
import sys
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened
from tests.browser.looking import Window, bare, until
from tests.makers.served import copied, kijk

FACE, QUESTION = "opgavekaarten/voor/0", "opgaven[0].vraag"
HERE = "Wat hier getypt is"
# Types fifty texts in a second, each saved by its key.
_FIFTY = """async field => {
  for (let number = 1; number <= 50; number += 1) {
    field.value = `Dit is tekst ${number}`;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 's', ctrlKey: true, bubbles: true, cancelable: true}));
    await new Promise(done => setTimeout(done, 20));
  }
}"""


def unsaved(window: Window) -> None:
    """See that the page says what is not in the file, and still holds it."""
    expect(window.page.locator("#onbewaard")).to_contain_text("Vraag")
    expect(window.field("Vraag")).to_have_value(HERE)


def test_a_folder_that_is_moved_away_and_back(opened: Opened, tmp_path: Path) -> None:
    folder = copied("nieuw", tmp_path)
    with kijk(folder, tmp_path / "cache") as running:
        window = opened(running)
        window.whole()
        window.go(FACE)
        was, many = window.drawn, window.page.locator(".card").count()
        elsewhere = folder.rename(tmp_path / "ergens-anders")
        expect(window.page.locator("#alarm")).to_contain_text("is er niet meer")
        # The last good cards stay in view.
        assert window.drawn == was
        assert window.page.locator(".card").count() == many
        window.field("Vraag").fill(HERE)
        window.page.locator("#werk-kop").click()
        unsaved(window)
        assert not folder.exists()
        elsewhere.rename(folder)
        expect(window.page.locator("#alarm")).to_be_hidden()
        until(lambda: running.values[QUESTION] == HERE)
        expect(window.page.locator("#onbewaard")).to_be_hidden()
        until(lambda: bare(HERE) in window.drawn)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit for one process is of Unix")
def test_a_disk_without_room(opened: Opened, tmp_path: Path) -> None:
    import resource

    folder = copied("nieuw", tmp_path)
    with kijk(folder, tmp_path / "cache") as running:
        window = opened(running)
        window.go(FACE)
        before = running.file.read_bytes()
        _, most = resource.prlimit(running.number, resource.RLIMIT_FSIZE)
        resource.prlimit(running.number, resource.RLIMIT_FSIZE, (100, most))
        window.field("Vraag").fill(HERE)
        window.page.locator("#werk-kop").click()
        unsaved(window)
        expect(window.page.locator(".field .remark.mistake")).to_contain_text("niet geschreven")
        assert running.file.read_bytes() == before
        assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
        window.overview()
        window.page.locator("#onbewaard a").click()
        unsaved(window)
        resource.prlimit(running.number, resource.RLIMIT_FSIZE, (most, most))
        window.field("Vraag").focus()
        window.page.locator("#werk-kop").click()
        until(lambda: running.values[QUESTION] == HERE)
        expect(window.page.locator("#onbewaard")).to_be_hidden()
        expect(window.page.locator(".field .remark.mistake")).to_have_count(0)


def test_fifty_saves_in_a_second(opened: Opened, tmp_path: Path) -> None:
    with kijk(copied("nieuw", tmp_path), tmp_path / "cache") as running:
        window = opened(running)
        window.go(FACE)
        whole, before = running.file.read_bytes(), dict(running.values)
        field = window.field("Vraag")
        field.focus()
        field.evaluate(_FIFTY)
        until(lambda: running.values[QUESTION] == "Dit is tekst 50")
        assert running.values == {**before, QUESTION: "Dit is tekst 50"}
        expect(field).to_have_value("Dit is tekst 50")
        until(lambda: bare("Dit is tekst 50") in window.drawn)
        # Step by step it comes back, byte for byte.
        window.page.locator("#werk-kop").click()
        back, steps = window.page.get_by_role("button", name="Zet terug"), 0
        while running.file.read_bytes() != whole:
            stood = running.file.read_bytes()
            back.click()
            until(lambda stood=stood: running.file.read_bytes() != stood)
            steps += 1
        # Of texts that come faster than they are drawn only the last is written.
        assert 1 <= steps <= 50
        expect(field).to_have_value(before[QUESTION])


@pytest.mark.parametrize("after", [0.0, 0.01, 0.05])
def test_a_program_that_is_killed_while_it_saves_and_started_again(
    opened: Opened, tmp_path: Path, after: float
) -> None:
    folder, cache = copied("nieuw", tmp_path), tmp_path / "cache"
    with kijk(folder, cache) as running:
        window = opened(running)
        window.go(FACE)
        old = running.values[QUESTION]
        before = running.file.read_bytes()
        field = window.field("Vraag")
        field.fill(HERE)
        field.press("Control+s")
        sleep(after)
        running.kill()
    found = folder.joinpath("casus.yaml").read_bytes()
    assert found in (before, before.replace(old.encode(), HERE.encode(), 1))
    expect(window.page.locator("#stand")).to_contain_text("geen antwoord")
    expect(field).to_have_value(HERE)
    port = re.findall(r":(\d+)/", running.address)[0]
    with kijk(folder, cache, "--poort", port) as again:
        # Another run knows another secret; the page of the first still shows what was typed.
        expect(window.page.locator("#stand")).to_contain_text("Open het nieuwe adres", timeout=30_000)
        expect(field).to_have_value(HERE)
        other = opened(again)
        other.go(FACE)
        assert other.field("Vraag").input_value() in (old, HERE)
        other.write(QUESTION, HERE)
        until(lambda: again.values[QUESTION] == HERE)
    window.wrong.clear()
