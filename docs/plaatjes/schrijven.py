"""Take the pictures of ‘Schrijven op de kaarten’ in the handleiding: what `speelveld kijk` shows in a browser.

A copy of Zutphen is looked at and written on, as the chapter tells. Run it with `make plaatjes` after the page, a
layout or the casus has changed. It asks for Playwright and a Chromium of the system, as `make browser` does.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PIL import Image
from playwright.sync_api import Locator, Page, Route, expect, sync_playwright

TARGET = Path(__file__).parent
CASUS, FOLDER = "zutphen-dementie", "mijn-casus"
# The question of this opgave is written on; the other text of it comes from an editor beside the page.
TITLE, FIELD = "Blijven doen wat u graag doet", "opgaven[2].vraag"
QUESTION = "Hoe zorgen we samen dat u blijft fietsen, zingen en koken?"
ELSEWHERE = "Hoe blijven mensen met dementie doen wat ze graag doen?"
LONG = (
    "Blijven fietsen, zingen, koken, tuinieren en dansen in een stad waar iedereen u kent"
    " en u altijd welkom bent, ook als u de weg kwijt bent"
)
WIDE, HIGH = 1280, 880
COLOURS = 128
# Of every run the same: 1 January 2026.
DATE = "1767225600"
# In milliseconds: how long nothing may change before a picture is taken, and how long that may take to come.
QUIET, PATIENCE = 4000, 60_000

_SHOWS = """bare => [...document.querySelectorAll('main svg text')].map(text => text.textContent).join('')
  .replace(/\\s/g, '').includes(bare)"""
_DRAWN = """() => {
  const cards = [...document.querySelectorAll('main li')].filter(card => card.offsetParent);
  const seen = cards.filter(card => card.getBoundingClientRect().top < innerHeight);
  return seen.length > 1 && seen.every(card => card.querySelector('svg text'));
}"""

expect.set_options(timeout=PATIENCE)


def main() -> None:
    """Take all pictures."""
    with TemporaryDirectory() as name, _program(Path(name)) as address, _browser() as page:
        page.goto(address)
        # The boxes are the last of a kit.
        expect(page.get_by_role("navigation").get_by_role("link", name="Doosjes")).to_be_visible()
        page.get_by_role("navigation").get_by_role("link", name="Opgavekaarten").click()
        _drawn(page)
        _rest(page)
        _save(page, "overzicht")
        page.get_by_role("link", name=TITLE, exact=True).first.click()
        expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
        file = Path(name, FOLDER, "casus.yaml")
        _write(page, file)
        _too_long(page, file)
        _both_changed(page, file)


def _write(page: Page, file: Path) -> None:
    """Show a text that is written on its card."""
    page.locator(f'.spot[data-field="{FIELD}"]').first.click()
    field = page.locator(":focus")
    expect(field).to_be_editable()
    field.fill(QUESTION)
    _shows(page, "fietsen, zingen en koken?")
    expect(page.get_by_text(re.compile("^nog ongeveer")).first).to_be_visible()
    _save(page, "veld")
    _saved(page, file, QUESTION)


def _too_long(page: Page, file: Path) -> None:
    """Show a title that does not fit its card; then make it fit again."""
    title = _field(page, "Titel")
    title.fill(LONG)
    expect(page.locator(".remark.mistake:visible").first).to_contain_text("te lang")
    _saved(page, file, LONG)
    _save(page, "te-lang")
    title.fill(TITLE)
    _saved(page, file, TITLE)
    expect(page.locator(".remark.mistake:visible")).to_have_count(0)


def _both_changed(page: Page, file: Path) -> None:
    """Show what is asked when another program saved the same text while one typed it."""
    text = file.read_text(encoding="utf-8")
    assert text.count(QUESTION) == 1

    def other_first(route: Route) -> None:
        file.write_text(text.replace(QUESTION, ELSEWHERE), encoding="utf-8")
        route.continue_()

    page.route("**/api/save", other_first)
    question = _field(page, "Vraag")
    question.fill(QUESTION.replace("koken", "dansen"))
    question.blur()
    expect(page.get_by_role("dialog")).to_be_visible()
    _save(page, "twee-teksten")


def _field(page: Page, label: str) -> Locator:
    """Return the field of the list beside the card whose label begins so."""
    return page.get_by_role("textbox", name=re.compile(rf"^{label}\b")).last


def _shows(page: Page, words: str) -> None:
    """Wait until the large card shows words; where its lines end is not known."""
    page.wait_for_function(_SHOWS, arg="".join(words.split()), timeout=PATIENCE)


def _drawn(page: Page) -> None:
    """Wait until every card in view is drawn."""
    page.wait_for_function(_DRAWN, timeout=PATIENCE)


def _saved(page: Page, file: Path, text: str) -> None:
    """Leave what is typed in, and wait until it stands in the file."""
    _rest(page)
    end = monotonic() + PATIENCE / 1000
    while f": {text}\n" not in file.read_text(encoding="utf-8"):
        assert monotonic() < end, f"it is not saved: {text}"
        page.wait_for_timeout(50)


def _rest(page: Page) -> None:
    """Let nothing have the focus or the mouse."""
    page.mouse.move(1, HIGH - 1)
    page.evaluate("() => document.activeElement?.blur()")


def _save(page: Page, name: str) -> None:
    # What the page says at the bottom goes away by itself; how much room each text has comes one after the other.
    expect(page.locator("[role=status]").first).to_be_empty()
    said = ""
    while said != (said := page.locator("body").inner_text()):
        page.wait_for_timeout(QUIET)
    page.evaluate("() => document.fonts.ready")
    taken = page.screenshot(animations="disabled", caret="hide")
    with Image.open(BytesIO(taken)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, kmeans=4, dither=Image.Dither.NONE)
    few.save(TARGET / f"schrijven-{name}.png", optimize=True)


@contextmanager
def _program(folder: Path) -> Iterator[str]:
    """Look at a new casus in `folder`; yield the address of the page."""
    command = [sys.executable, "-m", "speelveld"]
    of_its_own = {"SPEELVELD_CACHE": str(folder / "cache"), "SPEELVELD_CONFIG": str(folder / "instellingen")}
    env = {**os.environ, **of_its_own, "SOURCE_DATE_EPOCH": DATE, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    begin = [*command, "nieuw", FOLDER, "--van", CASUS]
    subprocess.run(begin, cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL)
    running = subprocess.Popen(
        [*command, "kijk", FOLDER, "--geen-browser"],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert running.stdout is not None
        found = re.search(r"http://\S+", running.stdout.readline())
        assert found is not None, "it says where it listens"
        yield found[0]
    finally:
        running.terminate()
        running.wait()


@contextmanager
def _browser() -> Iterator[Page]:
    path = shutil.which("chromium")
    assert path is not None, "there is no Chromium on this system"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--font-render-hinting=none"])
        page = browser.new_page(
            viewport={"width": WIDE, "height": HIGH}, reduced_motion="reduce", color_scheme="light", locale="nl-NL"
        )
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


if __name__ == "__main__":
    main()
