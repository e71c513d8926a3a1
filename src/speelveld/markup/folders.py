"""Where the layout of a name lies: in the folders of an author, in turn, and then among the bundled ones."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import TemplateNotFound
from jinja2.loaders import split_template_path

from speelveld.errors import KitError, Problem, Source
from speelveld.written.hints import meant

BUNDLED = "standaard"
_LAYOUTS = "*.j2"


class LayoutFolders:
    """Folders of layouts, the first that has a name counts; 'standaard/…' is always the bundled layout.

    The bundled layouts stand in a folder for each kind, and each has a name of its own; so a name without a folder is
    enough. In a folder of an author it lies in the folder itself, or in one with the name of its kind.
    """

    def __init__(self, folders: Sequence[Path], bundled: Path) -> None:
        self._bundled = bundled
        self._folders = (*folders, bundled)
        self._kinds = {path.name: path.parent.name for path in sorted(bundled.glob(f"*/{_LAYOUTS}"))}

    def find(self, name: str) -> Path | None:
        """Return the file of the layout `name`, or None; a link that leads out of its folder is not followed.

        Raises:
            KitError: a folder has two of that name, each with another kind.
        """
        try:
            pieces = split_template_path(name)
        except TemplateNotFound:
            return None
        folders: Sequence[Path] = self._folders
        if pieces and pieces[0] == BUNDLED:
            folders, pieces = (self._bundled,), pieces[1:]
        return next(filter(None, (self._in(folder, pieces) for folder in folders)), None)

    def bundled_name(self, file: Path) -> str | None:
        """Return the name of a bundled layout with its folder, by its resolved path; None for one of an author."""
        bundled = self._bundled.resolve()
        return file.relative_to(bundled).as_posix() if file.is_relative_to(bundled) else None

    def meant(self, name: str) -> str | None:
        """Return a hint that names the layout that looks most like `name`, if one does."""
        below = (_LAYOUTS, *(f"{kind}/{_LAYOUTS}" for kind in self._all_kinds()))
        names = {path.name for folder in self._folders for pattern in below for path in folder.glob(pattern)}
        plain = name.removeprefix(f"{BUNDLED}/")
        return meant(plain, sorted(names), f"'{name.removesuffix(plain)}{{}}'")

    def _in(self, folder: Path, pieces: Sequence[str]) -> Path | None:
        if _lies_in(folder, path := folder.joinpath(*pieces)):
            return path
        found = [path for path in self._of_a_kind(folder, pieces) if _lies_in(folder, path)]
        if len(found) > 1:
            where = " en ".join(f"'{path.relative_to(folder).as_posix()}'" for path in found)
            hint = "noem de map erbij, of geef een van de twee een andere naam"
            raise KitError([Problem(f"er is meer dan één layout {pieces[-1]!r}: {where}", Source(str(folder)), hint)])
        return found[0] if found else None

    def _of_a_kind(self, folder: Path, pieces: Sequence[str]) -> Iterator[Path]:
        """Yield where a layout may lie that is named without its folder: as the bundled one does, if there is one."""
        if len(pieces) == 1:
            kinds = [self._kinds[pieces[0]]] if pieces[0] in self._kinds else self._all_kinds()
            yield from (folder / kind / pieces[0] for kind in kinds)

    def _all_kinds(self) -> list[str]:
        return sorted(set(self._kinds.values()))


def _lies_in(folder: Path, path: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())
