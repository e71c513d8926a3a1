"""An oracle that looks at a page as a browser draws it: Chromium without a window, driven through a pipe.

It imports nothing of ours. The browser reads what it is given, and asks nothing of a network.
"""

import base64
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)
_READY = "document.fonts.ready.then(() => Promise.all([...document.images].map(i => i.decode()))).then(() => true)"
CSS_DPI = 96


class Browser:
    """One page in a browser."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = send, receive
        self._number = 0
        self._rest = b""
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._ask("Page.enable")

    def show(self, path: Path, width: float, height: float, dpi: float = CSS_DPI) -> None:
        """Show the page at `path` in a window of `width` by `height` CSS pixels, when its fonts and pictures are in."""
        metrics = {"width": round(width), "height": round(height), "deviceScaleFactor": dpi / CSS_DPI, "mobile": False}
        self._ask("Emulation.setDeviceMetricsOverride", metrics)
        self._ask("Page.navigate", {"url": path.as_uri()})
        self._await("Page.loadEventFired")
        assert self.evaluate(_READY) is True

    def picture(self, x: float, y: float, width: float, height: float) -> Image.Image:
        """Return a part of the page, in CSS pixels, as it is drawn."""
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        made = self._ask(
            "Page.captureScreenshot",
            {"format": "png", "clip": clip, "captureBeyondViewport": True, "optimizeForSpeed": True},
        )
        return Image.open(BytesIO(base64.b64decode(made["data"]))).convert("RGB")

    def evaluate(self, script: str) -> Any:
        """Return what a script on the page comes to."""
        asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = self._ask("Runtime.evaluate", asked)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _ask(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params or {}}
        if hasattr(self, "_session"):
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            pass
        assert "error" not in answer, answer["error"]
        found: dict[str, Any] = answer["result"]
        return found

    def _await(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> dict[str, Any]:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            part = os.read(self._receive, 1 << 20)
            assert part, "the browser has gone"
            parts.append(part)
        message, _, self._rest = b"".join(parts).partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """Open a browser, and close it again."""
    to_read, send = os.pipe()
    receive, to_write = os.pipe()
    # It reads from 3 and writes to 4: what is put there must not be one of these itself.
    ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (to_read, to_write)]
    os.close(to_read)
    os.close(to_write)
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    placed = [(os.POSIX_SPAWN_DUP2, end, number) for end, number in zip(ends, (3, 4), strict=True)]
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        process = os.posix_spawn(program, command, os.environ, file_actions=[*nowhere, *placed])
        for end in ends:
            os.close(end)
        try:
            yield Browser(send, receive)
        finally:
            # It goes by itself once nobody is at the other end.
            os.close(send)
            os.close(receive)
            os.waitpid(process, 0)
