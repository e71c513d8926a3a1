"""What somebody does on the page: looks, clicks, types."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic, sleep
from urllib.parse import quote

from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Request, Response, Route

from tests.makers.served import Kijk

# In milliseconds; a busy machine is no failure.
PATIENCE = 30_000


class Window:
    """The page of one casus in a window of its own."""

    def __init__(
        self,
        browser: Browser,
        running: Kijk,
        wide: int,
        high: int,
        *,
        cards: bool = True,
        script: str = "",
        instead: Mapping[str, Callable[[Route], None]] | None = None,
        **how: object,
    ) -> None:
        """Open it; `script` runs before the page does, and `instead` answers in place of the program."""
        self._context = browser.new_context(viewport={"width": wide, "height": high}, **how)  # type: ignore[arg-type]
        self.running = running
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.asked: list[Request] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request))
        self.page.on("console", self._said)
        self.page.on("pageerror", self._failed)
        self.page.on("response", self._answered)
        if script:
            self.page.add_init_script(script)
        for address, answer in (instead or {}).items():
            self.page.route(address, answer)
        self.page.goto(running.address)
        if cards:
            self.page.wait_for_selector(".card", state="attached")

    def _said(self, message: ConsoleMessage) -> None:
        # What was not loaded is told of below.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.wrong.append(message.text)

    def _answered(self, response: Response) -> None:
        # A picture may be gone when it is asked for: then there is a newer one already.
        expected = (404,) if "/picture/" in response.url else (409, 422) if "/api/" in response.url else ()
        if response.status >= 400 and response.status not in expected:
            self.wrong.append(f"{response.status} {response.url}")

    def _failed(self, error: Error) -> None:
        self.wrong.append(str(error))

    def close(self) -> None:
        self._context.close()

    def go(self, face: str, field: str = "") -> None:
        """Open a face as its link in the overview does."""
        link = self.page.locator(f'.card a[href="#kaart={quote(face, safe="")}"]')
        until(lambda: link.count() > 0)
        to = f"#kaart={quote(face, safe='')}" + (f"&veld={quote(field, safe='')}" if field else "")
        self.page.evaluate("to => { location.hash = to; }", to)
        self.page.wait_for_selector("#werkplek:not([hidden])")
        until(lambda: self.page.locator("#werk-kop").text_content() == link.text_content())
        self.page.wait_for_selector("#werkplek .picture svg")

    def whole(self) -> None:
        """Wait until all of the kit is there."""
        until(lambda: self.page.locator("#soorten a", has_text="Doosjes").count() > 0)

    def overview(self) -> None:
        self.page.evaluate("() => { location.hash = '#overzicht'; }")
        self.page.wait_for_selector("#overzicht:not([hidden])")

    def spot(self, field: str) -> Locator:
        """Return the place of a text on its card."""
        return self.page.locator(f'.spot[data-field="{field}"]').first

    def write(self, field: str, text: str) -> None:
        """Click a text on its card, write another, and go elsewhere."""
        self.spot(field).click()
        editor = self.page.locator(".on-card textarea, .on-card input")
        editor.fill(text)
        self.leave()

    def leave(self) -> None:
        """Click beside the fields."""
        self.page.locator("#werk-kop").click()
        self.page.wait_for_selector(".on-card", state="detached")

    def field(self, label: str) -> Locator:
        """Return a field of the list by how its label begins."""
        return (
            self.page.locator(".field", has=self.page.locator("label", has_text=label))
            .locator("textarea, input, select")
            .first
        )

    @property
    def said(self) -> str:
        """What the page says at the bottom."""
        return self.page.locator("#stand").inner_text()

    @property
    def drawn(self) -> str:
        """All letters on the card that is open, without spaces and hyphens: where lines end is not told."""
        texts: Sequence[str] = self.page.locator("#werkplek .picture > svg text").all_text_contents()
        return bare("".join(texts))

    @property
    def hosts(self) -> set[str]:
        """Who was asked for something."""
        return {request.url.partition("://")[2].partition("/")[0] for request in self.asked if "://" in request.url}


def bare(text: str) -> str:
    """Return the letters of a text: without spaces, hyphens, and marks of bold and italic."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\u00ad*_")


def until(true: Callable[[], bool], seconds: float = PATIENCE / 1000) -> None:
    """Wait until something is true."""
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end, "it never came"
        sleep(0.02)
