"""What a user may write for a casus: a path to its file, the folder it is in, or the name of a bundled example."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from speelveld.errors import AuthorError, Problem
from speelveld.wordlists import near_misses


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
    """
    from speelveld.resources import examples

    path = Path(text)
    if path.exists():
        folder = path if path.is_dir() else path.parent
        known = path.name == "casus.yaml" or path.is_dir()
        return Found(path, text, (folder.resolve().name if known else path.stem) or "kit")
    known_names = examples()
    if text in known_names:
        return Found(known_names[text], f"{text}/casus.yaml", text)
    if "/" in text or "\\" in text or text.endswith((".yaml", ".yml")):
        raise AuthorError([Problem(f"het bestand {text!r} bestaat niet", hint="controleer de naam en de map")])
    hint = near_misses(text, known_names)
    raise AuthorError(
        [
            Problem(
                f"{text!r} is geen bestand, geen map en geen voorbeeld",
                hint=f"{hint}; of begin een casus: speelveld nieuw {text}",
            )
        ]
    )


def build_date(text: str | None, epoch: str | None) -> datetime:
    """Return the date that files get: as asked, from SOURCE_DATE_EPOCH, or today in UTC.

    Raises:
        click.BadParameter: it is no date.
    """
    if text:
        try:
            return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError:
            message = f"{text!r} is geen datum; schrijf hem als 2026-12-03"
            raise click.BadParameter(message, param_hint="'--datum'") from None
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), tz=UTC)
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; dat is geen aantal seconden") from None
    now = datetime.now(tz=UTC)  # noqa: TID251  (the one place that knows what day it is)
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
