"""Finds layout files, and stamps each start tag with its file and line so that a mistake can be placed."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from speelveld.disk import unread
from speelveld.errors import KitError, Problem, Source
from speelveld.written.hints import meant

BUNDLED = "standaard"
STAMP = "_at"

# Jinja's own delimiters and comments are passed over whole: a '<' in an expression is no tag. An XML comment is left
# out, so that nothing in it is filled in.
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|(?P<comment><!--.*?-->)|<(?P<name>[a-zA-Z][\w.-]*)", re.DOTALL)


class Stamps(dict[str, Source]):
    """The places of elements by their stamps, made once each; `files` grows as layouts are read."""

    def __init__(self, files: list[str]) -> None:
        super().__init__()
        self._files = files

    def __missing__(self, stamp: str) -> Source:
        number, line = stamp.split(":")
        found = self[stamp] = Source(self._files[int(number)], int(line))
        return found


class LayoutLoader(BaseLoader):
    """Looks in each folder in turn; 'standaard/…' is always the bundled layout, so that an own one can extend it."""

    def __init__(self, folders: Sequence[Path], bundled: Path) -> None:
        self._folders = (*folders, bundled)
        self._bundled = bundled
        self.files: list[Path] = []
        self._names: list[str] = []
        self.stamps = Stamps(self._names)

    def find(self, name: str) -> Path | None:
        """Return the file of the layout `name`, or None; a link that leads out of its folder is not followed."""
        try:
            pieces = split_template_path(name)
        except TemplateNotFound:
            return None
        folders: Sequence[Path] = self._folders
        if pieces and pieces[0] == BUNDLED:
            folders, pieces = (self._bundled,), pieces[1:]
        for folder in folders:
            path = folder.joinpath(*pieces)
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
        return None

    def meant(self, name: str) -> str | None:
        """Return a hint that names the layout that looks most like `name`, if one does."""
        names = {path.name for folder in self._folders for path in folder.glob("*.j2")}
        plain = name.removeprefix(f"{BUNDLED}/")
        return meant(plain, sorted(names), f"'{name.removesuffix(plain)}{{}}'")

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the stamped source; lines stay where they are, so Jinja's own line numbers hold.

        Raises:
            KitError: the file cannot be read as UTF-8.
            TemplateNotFound: there is no such file.
        """
        path = self.find(template)
        if path is None:
            raise TemplateNotFound(template)
        text = _read(path)
        if path not in self.files:
            self.files.append(path)
            self._names.append(str(path))
        return _stamped(text, self.files.index(path)), str(path), lambda: True


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        message, hint = unread(error)
        raise KitError([Problem(message, Source(str(path)), hint)]) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = Problem("deze layout is geen UTF-8", Source(str(path), line), "bewaar het bestand als UTF-8")
        raise KitError([wrong]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _stamped(source: str, number: int) -> str:
    line, seen = 1, 0

    def stamp(match: re.Match[str]) -> str:
        nonlocal line, seen
        if match["comment"]:
            return "\n" * match[0].count("\n")
        if not match["name"]:
            return match[0]
        line += source.count("\n", seen, match.start())
        seen = match.start()
        return f'{match[0]} {STAMP}="{number}:{line}"'

    return _TAG.sub(stamp, source)
