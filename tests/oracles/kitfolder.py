"""What is wrong in the folder of a kit, from its bytes: a manifest that says what is not so, or something left over."""

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path


def faults(folder: Path, manifests: Mapping[str, set[str]] | None = None) -> list[str]:
    """Return what is wrong below `folder`, where every `kit.json` must describe the files beside and below it.

    `manifests` says which there must be, by their folder, with the names that each must list.
    """
    return [*_listed(folder), *_left_over(folder), *_missing(folder, manifests or {})]


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """Return every path below a folder with what it holds: bytes, the target of a link, or None for a folder."""
    found = (Path(where, name) for where, folders, files in os.walk(folder) for name in [*folders, *files])
    return {path.relative_to(folder).as_posix(): _held(path) for path in found}


def _held(path: Path) -> bytes | str | None:
    if path.is_symlink():
        return str(path.readlink())
    return None if path.is_dir() else path.read_bytes()


def _listed(folder: Path) -> Iterator[str]:
    for manifest in sorted(folder.rglob("kit.json")):
        for entry in json.loads(manifest.read_bytes())["bestanden"]:
            path = manifest.parent / entry["bestand"]
            if not path.is_file():
                yield f"{path.relative_to(folder)} is listed and not there"
            elif sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
                yield f"{path.relative_to(folder)} is not what is listed"


def _left_over(folder: Path) -> Iterator[str]:
    # What a program works with while it is busy has a name that is hidden.
    for path in [*folder.parent.glob(".*/"), *folder.rglob("*")]:
        if path.name.startswith("."):
            yield f"{path.name} is left over"


def _missing(folder: Path, manifests: Mapping[str, set[str]]) -> Iterator[str]:
    for at, names in manifests.items():
        manifest = folder / at / "kit.json"
        if not manifest.is_file():
            yield f"{manifest.relative_to(folder)} is missing"
        elif (listed := {entry["bestand"] for entry in json.loads(manifest.read_bytes())["bestanden"]}) != names:
            yield f"{manifest.relative_to(folder)} lists {sorted(listed)}"
