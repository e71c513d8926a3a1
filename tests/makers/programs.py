"""A copy of the program to change, as a maintainer would."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def copied(folder: Path) -> Path:
    """Copy the program into `folder`, with its layouts and decks, and return the folder of its code."""
    for part in ("src/speelveld", "layouts", "decks"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder / "src" / "speelveld"


def replaced(file: Path, old: str, new: str) -> None:
    """Write `new` where `old` stands, once, in a file of the copy."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")
