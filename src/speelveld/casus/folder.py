"""What an author points at in, the casus.yaml that is meant out."""

from pathlib import Path

from speelveld.errors import AuthorError, Problem, Source
from speelveld.errors.disk import unread

FILE_NAME = "casus.yaml"


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
        others = sorted(other.name for other in path.iterdir() if other.suffix in {".yaml", ".yml"})
    except (OSError, ValueError) as error:
        message, why = unread(error)
        raise AuthorError([Problem(message, Source(name), why)]) from error
    hint = (
        f"geef het bestand zelf op, zoals {name.rstrip('/')}/{others[0]}"
        if others
        else "maak er een met: speelveld nieuw"
    )
    raise AuthorError([Problem(f"in deze map staat geen {FILE_NAME}", Source(name), hint)])
