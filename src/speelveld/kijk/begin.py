"""Before there is a casus: those to choose from, an example to copy, or four answers that a new one begins with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from speelveld.casus.beginning import new_files
from speelveld.casus.folder import FILE_NAME
from speelveld.casus.loading import CASUS
from speelveld.errors import SpeelveldError
from speelveld.errors.disk import unwritten
from speelveld.kijk.casusfile import RefusedError
from speelveld.kijk.recents import Recents
from speelveld.output.single import add_files
from speelveld.written.editing import EditableFile
from speelveld.written.hints import slug

# In this order they are asked, and stand in the file.
ANSWERS = ("titel", "gemeente", "vraag", "verhaal")
_NAMELESS = "mijn-casus"
_MOST_LETTERS = 20_000


class Begin:
    """What may be opened from here, and what a new casus is made of; folders are made in `here` alone."""

    def __init__(self, here: Path, recents: Recents, examples: Mapping[str, Path], template: Path) -> None:
        """Look at nothing yet; `examples` are files of casussen by their names, `template` the folder of a new one."""
        self._here, self._recents, self._examples, self._template = here, recents, examples, template

    def choices(self) -> dict[str, Any]:
        """Return what may be opened, by its path, and copied, by its name."""
        recent = self._recents.paths()
        here = [path for path in self._in_folder() if path.resolve() not in recent]
        return {
            "folder": str(self._here),
            "recent": [self._told(path) for path in recent],
            "here": [self._told(path) for path in here],
            "examples": [{"name": name, **_said(path)} for name, path in self._examples.items()],
        }

    def opened(self, path: str) -> Path:
        """Return the file of a casus that was among the choices.

        Raises:
            RefusedError: it is none of them.
        """
        known = [*self._recents.paths(), *self._in_folder()]
        found = next((each for each in known if str(each) == path), None)
        if found is None:
            raise RefusedError("Deze casus staat er niet meer. Laad deze bladzijde opnieuw.")
        return found

    def copied(self, example: str) -> Path:
        """Return the file of a copy of an example, in a folder of its own.

        Raises:
            RefusedError: there is no such example, or the copy cannot be written.
        """
        if example not in self._examples:
            raise RefusedError("Dit voorbeeld is er niet.")
        return self._written(example, new_files(self._examples[example].parent))

    def new(self, titel: str, gemeente: str, vraag: str, verhaal: str) -> Path:
        """Return the file of a new casus with these answers, in a folder that is called after its title.

        Raises:
            RefusedError: an answer is missing or cannot be written, or the folder cannot be made.
        """
        answers = dict(zip(ANSWERS, (titel, gemeente, vraag, verhaal), strict=True))
        if missing := [name for name, answer in answers.items() if not answer.strip()]:
            raise RefusedError(f"Vul ook dit in: {', '.join(missing)}.")
        if max(map(len, answers.values())) > _MOST_LETTERS:
            raise RefusedError("Een van deze teksten is te lang. Kort hem in.")
        files = new_files(self._template)
        try:
            file = EditableFile(files[FILE_NAME], FILE_NAME, CASUS)
            for name, answer in answers.items():
                file = file.changed(name, answer)
        except SpeelveldError as error:
            raise RefusedError(error.problems[0].message, error.problems) from error
        return self._written(slug(titel) or _NAMELESS, {**files, FILE_NAME: file.data})

    def _written(self, name: str, files: Mapping[str, bytes]) -> Path:
        folder = self._here / name
        number = 2
        while folder.exists():
            folder = self._here / f"{name}-{number}"
            number += 1
        try:
            add_files(folder, files)
        except SpeelveldError as error:
            raise RefusedError(error.problems[0].message, error.problems) from error
        except OSError as error:
            raise RefusedError(f"De map '{folder.name}' kan niet worden gemaakt: {unwritten(error)}.") from error
        return folder / FILE_NAME

    def _in_folder(self) -> list[Path]:
        """Return the casussen of this folder and of those in it, by name."""
        try:
            folders = [self._here, *sorted(path for path in self._here.iterdir() if path.is_dir())]
        except OSError:
            return []
        return [folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()]

    def _told(self, path: Path) -> dict[str, str]:
        return {"path": str(path), "folder": str(path.parent), **_said(path)}


def _said(path: Path) -> dict[str, str]:
    """Return the title and gemeente of a casus; of one that cannot be read what its folder is called."""
    try:
        values = EditableFile(path.read_bytes(), path.name, CASUS).values
    except (OSError, SpeelveldError):
        values = {}
    return {"titel": values.get("titel") or path.parent.name, "gemeente": values.get("gemeente", "")}
