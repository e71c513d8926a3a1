"""The manifest of a kit as JSON: written with the digest of each file, read back with suspicion."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from speelveld.output.digest import digest
from speelveld.output.names import is_safe_name

PROGRAM = "speelveld"


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its SHA-256, and its size in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, data: bytes) -> "Content":
        """Return what a file with `data` in it holds."""
        return cls(digest(data), len(data))


def listed_names(manifest: Mapping[str, object]) -> list[str]:
    """Return the name of every file that a manifest of our own making lists."""
    return [str(entry["bestand"]) for entry in _entries(manifest)]


def manifest_json(manifest: Mapping[str, object], contents: Mapping[str, Content]) -> bytes:
    """Return `manifest` as JSON, with `sha256` and `bytes` added to each entry of its `bestanden`."""

    def listed(entry: Mapping[str, object]) -> Mapping[str, object]:
        content = contents[str(entry["bestand"])]
        return {**entry, "sha256": content.sha256, "bytes": content.size}

    entries = [listed(entry) for entry in _entries(manifest)]
    return (json.dumps({**manifest, "bestanden": entries}, ensure_ascii=False, indent=2) + "\n").encode()


def read_digests(path: Path) -> dict[str, str] | None:
    """Return name → SHA-256 as the manifest at `path` has them: nothing without a file, None if it is not ours.

    Names that could mean a file outside the folder are left out: we never wrote them.
    """
    if not os.path.lexists(path):
        return {}
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
    pairs = [(entry.get("bestand"), entry.get("sha256")) for entry in entries if isinstance(entry, dict)]
    return {
        name: sha256
        for name, sha256 in pairs
        if isinstance(name, str) and isinstance(sha256, str) and is_safe_name(name) and name != path.name
    }


def _entries(manifest: Mapping[str, object]) -> list[Mapping[str, object]]:
    entries = manifest["bestanden"]
    assert isinstance(entries, list)
    assert all(isinstance(entry, Mapping) and "bestand" in entry for entry in entries)
    return entries
