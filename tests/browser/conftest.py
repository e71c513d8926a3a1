"""A real browser, and the program that it looks at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.looking import PATIENCE, Window
from tests.makers.served import Kijk, copied, kijk

expect.set_options(timeout=PATIENCE)
Opened = Callable[..., Window]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Call every test of this folder one of a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium(tool: Callable[[str], str]) -> Iterator[Browser]:
    """Return a browser for this run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tool("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def zutphen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kijk]:
    """Look at a copy of Zutphen; the tests of a module share it, and each leaves the casus as it was."""
    folder = tmp_path_factory.mktemp("kijk")
    with kijk(copied("zutphen-dementie", folder), folder / "cache") as running:
        yield running


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opened]:
    """Return what opens the page in a window of its own; nothing may go wrong in it that the test does not expect."""
    windows: list[Window] = []

    def open_window(running: Kijk, wide: int = 1400, high: int = 900, **how: object) -> Window:
        windows.append(Window(chromium, running, wide, high, **how))
        return windows[-1]

    yield open_window
    for window in windows:
        assert window.wrong == []
        window.close()


@pytest.fixture
def window(opened: Opened, zutphen: Kijk) -> Iterator[Window]:
    """Return the page of Zutphen; the casus is put back when the test ends."""
    before = zutphen.file.read_bytes()
    yield opened(zutphen)
    if zutphen.file.read_bytes() != before:
        zutphen.file.write_bytes(before)
