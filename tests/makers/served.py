"""`speelveld kijk` as a process of its own, on a copy of a casus."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

from speelveld.written.editing import EditableFile
from speelveld.written.kind import FileKind

ROOT = Path(__file__).resolve().parents[2]


class Kijk:
    """The program, while it runs; what it prints is kept."""

    def __init__(self, folder: Path, cache: Path, *options: str, named: bool = True) -> None:
        """Start it with the casus in `folder`; not `named`: in that folder, without a casus."""
        casus = [str(folder)] if named else []
        command = [sys.executable, "-m", "speelveld", "kijk", *casus, "--geen-browser", *options]
        self.folder = folder
        self.file = folder / "casus.yaml"
        self._process = subprocess.Popen(
            command,
            cwd=None if named else folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "SPEELVELD_CACHE": str(cache), "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
        self._lines: Queue[str] = Queue()
        self.printed: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.address = self._line().rpartition(" ")[2]
        assert self.address.startswith("http://127.0.0.1:"), self.printed

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._lines.put(line.rstrip("\n"))

    def _line(self) -> str:
        try:
            self.printed.append(self._lines.get(timeout=60))
        except Empty:
            raise AssertionError(f"it says nothing: {self.printed}") from None
        return self.printed[-1]

    @property
    def values(self) -> Mapping[str, str]:
        """All texts of the casus as the file holds them now."""
        return EditableFile(self.file.read_bytes(), "casus.yaml", FileKind()).values

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    @property
    def number(self) -> int:
        return self._process.pid

    @property
    def memory(self) -> float:
        """How much it holds now, in MB (Linux alone)."""
        return self._status("VmRSS")

    @property
    def most_memory(self) -> float:
        """How much it ever held at once, in MB (Linux alone)."""
        return self._status("VmHWM")

    def _status(self, name: str) -> float:
        lines = Path(f"/proc/{self.number}/status").read_text(encoding="ascii").splitlines()
        return float(dict(line.split(":", 1) for line in lines)[name].split()[0]) / 1024

    def interrupt(self) -> int:
        """Send what Ctrl-C sends; return the status."""
        if self.runs:
            self._process.send_signal(signal.SIGINT)
        return self.ended()

    def ended(self) -> int:
        """Return the status, once it has gone."""
        status = self._process.wait(timeout=20)
        while not self._lines.empty():
            self._line()
        return status

    def kill(self) -> None:
        """Let it go as without power."""
        self._process.kill()
        self._process.wait(timeout=20)
        self._reader.join(timeout=20)


@contextmanager
def kijk(folder: Path, cache: Path, *options: str, named: bool = True) -> Iterator[Kijk]:
    """Look at the casus in `folder` (not `named`: choose one there); it ends when nobody looks any more."""
    running = Kijk(folder, cache, *options, named=named)
    try:
        yield running
    finally:
        try:
            running.interrupt()
        finally:
            running.kill()


def copied(name: str, to: Path) -> Path:
    """Return a copy of a casus: by its name in `decks`, or its folder from the root of the project."""
    given = ROOT / name
    source = given if given.is_dir() else ROOT / "decks" / name
    return Path(shutil.copytree(source, to / source.name))
