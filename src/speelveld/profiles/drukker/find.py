"""Which file a user means with the name of a print shop."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from speelveld.casus.folder import caged
from speelveld.errors import Problem, UsageError
from speelveld.written.hints import PLAIN, suggest

USUAL = "x4"
_SUFFIXES = (".yaml", ".yml")
_FOLDER = "drukkers"


def find_shop(text: str, folders: Sequence[Path], bundled: Path) -> Path:
    """Return the file of the print shop `text`: a path to one, or a name to seek in `folders` and then in `bundled`.

    A name is sought as `drukkers/NAAM.yaml` and as `NAAM.yaml`; among the bundled ones only as the latter.

    Raises:
        UsageError: there is none.
        KitError: it is a link that leads out of its folder.
    """
    if not text.strip():
        raise UsageError([Problem("de naam van de drukker is leeg", hint=suggest("", _names([bundled]), PLAIN))])
    if text.lower().endswith(_SUFFIXES) or "/" in text or "\\" in text:
        if not _is_file(Path(text)):
            message = f"het bestand {text!r} voor de drukker bestaat niet"
            raise UsageError([Problem(message, hint="controleer de naam en de map")])
        return Path(text)
    shops = [folder / _FOLDER for folder in folders]
    roots = [*((folder, place) for folder in folders for place in (folder / _FOLDER, folder)), (bundled, bundled)]
    candidates = [(place / f"{text}{suffix}", root) for root, place in roots for suffix in _SUFFIXES]
    path = next((caged(path, root) for path, root in candidates if _is_file(path)), None)
    if path is None:
        known = _names([*shops, bundled])
        raise UsageError([Problem(f"drukker {text!r} bestaat niet", hint=suggest(text, known, PLAIN))])
    return path


def _names(folders: Iterable[Path]) -> list[str]:
    """Return the names of the shops in `folders`, each once."""
    names = (path.stem for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()))
    return list(dict.fromkeys(names))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False
