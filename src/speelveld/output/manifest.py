"""The manifest of a kit as JSON: written with the digest of each file, read back with suspicion."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from speelveld.output.digest import digest
from speelveld.output.durable import stands
from speelveld.output.names import is_safe_name

PROGRAM = "speelveld"
NAME = "kit.json"

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its SHA-256, and its size in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, data: bytes) -> "Content":
        """Return what a file with `data` in it holds."""
        return cls(digest(data), len(data))


@dataclass(frozen=True, slots=True)
class Earlier:
    """A manifest that stands: `facts` is all it says, `entries` the files of ours that it lists, by name."""

    facts: Mapping[str, Any]
    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def digests(self) -> dict[str, str]:
        """Name → SHA-256 of each file."""
        return {name: str(entry["sha256"]) for name, entry in self.entries.items()}


def listed_names(manifest: Mapping[str, object]) -> list[str]:
    """Return the name of every file that a manifest of our own making lists."""
    return [str(entry["bestand"]) for entry in _entries(manifest)]


def manifest_json(manifest: Mapping[str, object], contents: Mapping[str, Content]) -> bytes:
    """Return `manifest` as JSON, with `sha256` and `bytes` added to each entry of its `bestanden` that is new."""

    def listed(entry: Entry) -> Entry:
        content = contents.get(str(entry["bestand"]))
        return entry if content is None else {**entry, "sha256": content.sha256, "bytes": content.size}

    entries = [listed(entry) for entry in _entries(manifest)]
    text = json.dumps({**manifest, "bestanden": entries}, ensure_ascii=False, indent=2) + "\n"
    # What a path has that is no UTF-8 becomes the escape that JSON has for it.
    return text.encode("utf-8", "backslashreplace")


def read_manifest(path: Path) -> Earlier | None:
    """Return the manifest at `path`: an empty one without a file, None if it is not ours.

    Names that could mean a file outside the folder are left out: we never wrote them.
    """
    if not stands(path):
        return Earlier({})
    if path.is_symlink() or not path.is_file():
        return None
    try:
        manifest = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    if not isinstance(manifest, dict) or manifest.get("programma") != PROGRAM:
        return None
    entries = manifest.get("bestanden")
    if not isinstance(entries, list):
        return None
    return Earlier(manifest, {entry["bestand"]: entry for entry in entries if _is_ours(entry, path.name)})


def _is_ours(entry: object, manifest: str) -> bool:
    if not isinstance(entry, dict):
        return False
    name, sha256 = entry.get("bestand"), entry.get("sha256")
    return isinstance(name, str) and isinstance(sha256, str) and is_safe_name(name) and name != manifest


def _entries(manifest: Mapping[str, object]) -> list[Entry]:
    entries = manifest["bestanden"]
    assert isinstance(entries, list)
    assert all(isinstance(entry, Mapping) and "bestand" in entry for entry in entries)
    return entries
