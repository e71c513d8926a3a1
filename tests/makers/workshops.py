"""A workshop of `speelveld kijk` in this process: what its page would hear and ask, without a server."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from speelveld.kijk.workshop import Workshop
from speelveld.options import Options

PATIENCE = 60.0


class Looking:
    """One casus that is looked at."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "casus.yaml"
        self.news: list[Any] = []
        options = Options(datetime(2026, 12, 1, tzinfo=UTC), previews=False)
        self.workshop = Workshop(folder, "casus.yaml", options, None, self.news.append)
        self.workshop.start()

    def kit(self) -> dict[str, Any]:
        """Return all that a page shows, once all has been looked at."""
        until = time.monotonic() + PATIENCE
        while not (kit := self.workshop.everything().result(PATIENCE))["ready"]:
            assert time.monotonic() < until, "nothing was made"
            time.sleep(0.02)
        return dict(kit)

    def write(self, text: str) -> dict[str, Any]:
        """Let another program write the casus; return what is shown then."""
        self.file.write_text(text, encoding="utf-8")
        self.workshop.changed_outside()
        return self.kit()

    @property
    def text(self) -> str:
        """What the casus holds."""
        return self.file.read_text(encoding="utf-8")


@contextmanager
def looking(folder: Path) -> Iterator[Looking]:
    """Look at the casus in `folder` until it is enough."""
    found = Looking(folder)
    try:
        yield found
    finally:
        found.workshop.stop()
