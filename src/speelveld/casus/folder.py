"""What an author points at in, the casus.yaml that is meant out."""

import re
from pathlib import Path

from speelveld.errors import AuthorError, KitError, Problem, Source
from speelveld.errors.disk import unread
from speelveld.written.hints import PLAIN, perhaps, quote

FILE_NAME = "casus.yaml"
# What a program for texts makes of that name: it puts an end of its own behind it, which Windows then hides.
_ENDED_AGAIN = re.compile(r"casus(?:\.ya?ml)?\.(?:txt|rtf|docx?|odt)", re.IGNORECASE)


def caged(path: Path, root: Path, way_out: str = "zet het bestand zelf in de map, en geen snelkoppeling") -> Path:
    """Return `path` if it lies in the folder `root` once every link is followed, or is not there.

    Who gives away a folder with a casus would otherwise read any file of whoever makes the kit.

    Raises:
        KitError: a link leads out of the folder.
    """
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a link to itself, or a name that is too long
        inside = not path.is_symlink()
    if inside:
        return path
    raise KitError([Problem("dit is een snelkoppeling die buiten de map uitkomt", Source(str(path)), way_out)])


def casus_file(path: Path, name: str) -> tuple[Path, str]:
    """Return the casus.yaml and its name for a path that is that file, or a folder that holds it.

    Raises:
        AuthorError: it is a folder without casus.yaml.
    """
    try:
        if not path.is_dir():
            return path, name
        inside, inside_name = path / FILE_NAME, f"{name.rstrip('/')}/{FILE_NAME}"
        if inside.exists() or inside.is_symlink():
            return inside, inside_name
        names = sorted(other.name for other in path.iterdir())
        below = [other for other in names if (path / other / FILE_NAME).is_file()]
    except (OSError, ValueError) as error:
        message, why = unread(error)
        raise AuthorError([Problem(message, Source(name), why)]) from error
    others = [other for other in names if other.lower().endswith((".yaml", ".yml"))]
    hidden = [other for other in names if _ENDED_AGAIN.fullmatch(other)]
    shown = f'"{name}"' if " " in name else name
    message, hint = f"in deze map staat geen {FILE_NAME}", f"maak er een met: speelveld nieuw {shown}"
    documents = [other for other in names if other.lower().endswith((".docx", ".doc", ".odt", ".xlsx"))]
    if hidden:
        message += f", maar wel {quote(hidden[0])}"
        added = hidden[0].removeprefix(FILE_NAME)
        why = f"Kladblok zette er {added} achter, en Verkenner laat dat niet zien" if added != hidden[0] else ""
        hint = f"geef het de naam {FILE_NAME}{f'; {why}' if why else ''}"
    elif below:
        hint = perhaps(f"{name.rstrip('/')}/{below[0]}", PLAIN)
    elif documents:
        message += f", maar wel {quote(documents[0])}"
        hint += "; kopieer daarna uw teksten daarheen"
    elif others:
        hint = f"geef het bestand zelf op, zoals {name.rstrip('/')}/{others[0]}"
    raise AuthorError([Problem(message, Source(name), hint)])
