"""Finds layout files, and stamps each start tag with its file and line so that a mistake can be placed."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

BUNDLED = "standaard"
STAMP = "_at"

# Jinja's own delimiters and comments are passed over whole: a '<' in an expression is no tag.
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|<([a-zA-Z][\w.-]*)", re.DOTALL)


class LayoutLoader(BaseLoader):
    """Looks in each folder in turn; 'standaard/…' is always the bundled layout, so that an own one can extend it."""

    def __init__(self, folders: Sequence[Path], bundled: Path) -> None:
        self._folders = (*folders, bundled)
        self._bundled = bundled
        self.files: list[Path] = []

    def find(self, name: str) -> Path | None:
        """Return the file of the layout `name`, or None."""
        try:
            pieces = split_template_path(name)
        except TemplateNotFound:
            return None
        folders: Sequence[Path] = self._folders
        if pieces and pieces[0] == BUNDLED:
            folders, pieces = (self._bundled,), pieces[1:]
        for folder in folders:
            path = folder.joinpath(*pieces)
            if path.is_file():
                return path
        return None

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the stamped source; lines stay where they are, so Jinja's own line numbers hold."""
        path = self.find(template)
        if path is None:
            raise TemplateNotFound(template)
        if path not in self.files:
            self.files.append(path)
        number = self.files.index(path)
        return _stamped(path.read_text(encoding="utf-8"), number), str(path), lambda: True


def _stamped(source: str, number: int) -> str:
    line, seen = 1, 0

    def stamp(match: re.Match[str]) -> str:
        nonlocal line, seen
        if match[1] is None:
            return match[0]
        line += source.count("\n", seen, match.start())
        seen = match.start()
        return f'{match[0]} {STAMP}="{number}:{line}"'

    return _TAG.sub(stamp, source)
