"""Of which casus the kit in a folder is, as its `kit.json` says it; two casussen of one name are told apart by it."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from speelveld import resources
from speelveld.output.manifest import NAME, read_manifest

_EXAMPLE = "voorbeeld: "


def place_of(casus: Path, folder: Path) -> str:
    """Return where a casus is, as seen from the folder of its kit; of one that comes with the program, its name.

    So a folder that is moved or copied with its casus stays right, and the same kit has the same bytes everywhere.
    """
    known = {**resources.examples(), "": resources.blank_casus()}
    for name, path in known.items():
        if path.resolve() == casus.resolve():
            return f"{_EXAMPLE}{name}"
    try:
        return Path(os.path.relpath(casus.resolve(), os.path.realpath(folder))).as_posix()
    except ValueError:  # another disk of Windows
        return casus.resolve().as_posix()


def other_casus(folder: Path, casus: Path) -> str | None:
    """Return which other casus the kit in `folder` is of: its file, or its name; None if it is of `casus`, or unknown.

    One that is no longer where it was may have been moved: then it is taken to be the same.
    """
    try:
        earlier = read_manifest(folder / NAME)
    except OSError:
        return None
    return None if earlier is None else other_in(earlier.facts, folder, casus)


def other_in(facts: Mapping[str, Any], folder: Path, casus: Path) -> str | None:
    """Return the same, of a kit of which the manifest says `facts`."""
    told = facts.get("casus")
    place = told.get("plek") if isinstance(told, Mapping) else None
    if not isinstance(place, str) or place == place_of(casus, folder):
        return None
    if place.startswith(_EXAMPLE):
        return f"het voorbeeld {place.removeprefix(_EXAMPLE)}" if place != _EXAMPLE else "geen casus (--blanco)"
    try:
        file = Path(os.path.realpath(folder), place)
        if not file.is_file() or file.samefile(casus):
            return None
    except (OSError, ValueError):
        return None
    return f"'{os.path.normpath(folder / place)}'"
