"""What is about to happen in a folder, written down before it does, and read back with suspicion after a stop."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speelveld.errors import Problem, WriteError
from speelveld.output.names import is_safe_name

NAME = "wissel.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Put:
    """A new file with the SHA-256 of what it holds; `was` is that of ours in its place, if there is one of ours."""

    name: str
    sha256: str
    was: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """An exchange of files: the old ones of ours that go (name → SHA-256), the folders that are made, the new ones.

    What is `first` leaves before all else, and comes back last: it says what the others are.
    """

    puts: tuple[Put, ...]
    out: Mapping[str, str]
    folders: tuple[str, ...]
    first: tuple[str, ...]

    def as_json(self) -> bytes:
        """Return it as it is written down."""
        data = {
            "uitleg": "Hier wordt een kit vervangen. Stopte dat? Geef dezelfde opdracht opnieuw: dan komt het af.",
            "formaat": _FORMAT,
            "nieuw": [{"bestand": put.name, "sha256": put.sha256, "was": put.was} for put in self.puts],
            "weg": [{"bestand": name, "was": was} for name, was in self.out.items()],
            "mappen": list(self.folders),
            "eerst": list(self.first),
        }
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_journal(path: Path) -> Journal:
    """Return the exchange that was begun and not ended, as `path` has it.

    Raises:
        WriteError: this is not what we wrote.
    """
    try:
        data = json.loads(path.read_bytes())
        _check(not path.is_symlink() and data["formaat"] == _FORMAT)
        puts = tuple(Put(_safe(each["bestand"]), str(each["sha256"]), _digest(each["was"])) for each in data["nieuw"])
        out = {_safe(each["bestand"]): str(each["was"]) for each in data["weg"]}
        folders, first = tuple(map(_safe, data["mappen"])), tuple(map(_safe, data["eerst"]))
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        message = f"'{path}' is niet te lezen: daarin stond hoe een kit af moest"
        hint = f"haal uit '{path.parent / 'oud'}' wat u mist, gooi daarna '{path.parent}' weg en maak de kit opnieuw"
        raise WriteError([Problem(message, hint=hint)]) from error
    return Journal(puts, out, folders, first)


def _safe(name: Any) -> str:
    _check(isinstance(name, str) and is_safe_name(name))
    return str(name)


def _check(right: bool) -> None:
    if not right:
        raise ValueError


def _digest(was: Any) -> str | None:
    return None if was is None else str(was)
