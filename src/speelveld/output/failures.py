"""What went wrong on the disk, in words for the person at the keyboard."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from speelveld.errors import Problem, WriteError
from speelveld.errors.disk import unwritten_in

ELSEWHERE = "kies een andere map met --uit"


@contextmanager
def replacing(path: Path) -> Iterator[None]:
    """Turn a refusal to move `path` into the likely reason.

    Windows does not let go of a file that a program shows; POSIX systems refuse only for want of rights.

    Raises:
        WriteError: moving was refused.
    """
    try:
        yield
    except PermissionError as error:
        if path.parent.exists() and not os.access(path.parent, os.W_OK):
            raise explain(error, path.parent) from error
        what = "de PDF" if path.suffix == ".pdf" else "het bestand"
        message = f"'{path}' kan niet worden vervangen: {what} is waarschijnlijk nog open in een ander programma"
        hint = f"sluit {what} daar en probeer het opnieuw, of {ELSEWHERE}"
        raise WriteError([Problem(message, hint=hint)]) from error


def explain(error: OSError, folder: Path) -> WriteError:
    """Return why nothing could be written into `folder`, and what to do about it."""
    message, hint = unwritten_in(folder, error, ELSEWHERE)
    return WriteError([Problem(f"{message}; er is niets veranderd", hint=hint)])
