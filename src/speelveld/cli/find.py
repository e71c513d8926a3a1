"""What a user may write for a casus: a path to its file, the folder it is in, or the name of a bundled example."""

import os
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from speelveld.cli.typed import FILE, casussen_here, here, typed
from speelveld.errors import AuthorError, Problem, UsageError, legible
from speelveld.written.hints import PLAIN, begun, meant, perhaps, suggest

# Fewer letters begin anything.
_ENOUGH = 3

BLANK = "--blanco"
"""Stands where a user names a casus, when there is none."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a casus is, how the user wrote it, and the name its kit gets."""

    path: Path
    shown: str
    name: str


def find_casus(text: str) -> Found:
    """Return the casus that `text` means.

    Raises:
        AuthorError: there is no such file, folder or example.
        UsageError: nothing was given.
    """
    from speelveld.resources import blank_casus, examples

    if text == BLANK:
        return Found(blank_casus(), blank_casus().name, blank_casus().stem)
    if not text.strip():
        raise UsageError([Problem("de naam van de casus is leeg", hint="geef een bestand, een map of een voorbeeld")])
    if len(text) > 1 and text[-1] in "/\\" and not _is_there(text):
        text = text.rstrip("/\\")
    if text.startswith("~"):
        text = os.path.expanduser(text)  # noqa: PTH111  (Path.expanduser raises where there is no home)
    if text != text.strip() and not _is_there(text):
        text = text.strip()
    path, shown = Path(text), _printable(text)
    try:
        there = path.exists()
    except OSError as error:  # a name of 300 characters, or a folder that may not be entered
        refused = isinstance(error, PermissionError)
        message = f"u mag '{shown}' niet lezen" if refused else f"'{shown}' kan geen naam van een bestand zijn"
        raise AuthorError([Problem(message, hint="controleer de naam en de map")]) from error
    known_names = examples()
    if not there and (same := _written_otherwise(path)):
        path, there = same, True
    if not there and here() and Path.cwd().name == text:  # who stands in the folder of a casus often names it
        path, shown, there = Path(), ".", True
    # A folder of that name without a casus, such as a kit made before, does not hide an example.
    if there and not (text in known_names and path.is_dir() and not (path / "casus.yaml").exists()):
        folder = path if path.is_dir() else path.parent
        known = path.name == "casus.yaml" or path.is_dir()
        return Found(path, shown, (folder.resolve().name if known else path.stem) or "kit")
    if text in known_names:
        return Found(known_names[text], f"{text}/casus.yaml", text)
    if "://" in text:
        message, hint = f"'{shown}' staat op het web", "bewaar het bestand op uw computer, en noem het daar"
        raise AuthorError([Problem(message, hint=hint)])
    if "/" in text or "\\" in text or text.endswith((".yaml", ".yml")):
        below = casussen_here() if str(path) == FILE else []
        hint = perhaps(typed(below[0]), PLAIN) if len(below) == 1 else "controleer de naam en de map"
        raise AuthorError([Problem(f"het bestand '{shown}' bestaat niet", hint=hint)])
    if shown == blank_casus().stem:
        raise AuthorError([Problem(f"'{shown}' is geen casus", hint=f"een kit zonder casus maakt u met {BLANK}")])
    own = casussen_here()
    near = (
        meant(shown, own, PLAIN)
        or (len(shown) >= _ENOUGH and begun(shown, [*own, *known_names], PLAIN))
        or suggest(shown, [*own, *known_names], PLAIN)
    )
    hint = f"{near}{' Of' if near.endswith('?') else '; of'} begin een casus: speelveld nieuw {typed(shown)}"
    raise AuthorError([Problem(f"'{shown}' is geen bestand, geen map en geen voorbeeld", hint=hint)])


def _is_there(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False


def _written_otherwise(path: Path) -> Path | None:
    """Return the file or folder of that name with its accents apart, or together: a Mac keeps them apart."""
    for form in ("NFC", "NFD"):
        other = Path(unicodedata.normalize(form, str(path)))
        if other != path and other.exists():
            return other
    return None


def _printable(text: str) -> str:
    """Return a path as messages show it: bytes that are no UTF-8, and what a terminal obeys, become question marks."""
    return "".join(char if char.isprintable() else "?" for char in legible(text))


def build_date(text: str | None, epoch: str | None) -> datetime:
    """Return the date that files get: as asked, from SOURCE_DATE_EPOCH, or today in UTC.

    Raises:
        click.BadParameter: it is no date.
    """
    if text:
        from speelveld.woorden.moments import dag, why_no_day

        named = dag(text)
        if named is None or named.date is None:
            message = f"{text!r} is geen datum; schrijf hem als 2026-12-03"
            if named is not None:
                message = f"{text!r} bestaat niet: {why_no_day(text)}"
            raise click.BadParameter(message, param_hint="'--datum'")
        return datetime(named.date.year, named.date.month, named.date.day, tzinfo=UTC)
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), tz=UTC)
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; dat is geen aantal seconden") from None
    now = datetime.now(tz=UTC)  # noqa: TID251  (the one place that knows what day it is)
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
