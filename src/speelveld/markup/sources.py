"""Reads layout files, and stamps each start tag with its file and line so that a mistake can be placed."""

import re
from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound

from speelveld.errors import KitError, Problem, Source
from speelveld.errors.disk import unread
from speelveld.markup.folders import LayoutFolders
from speelveld.markup.shipped import code_of

STAMP = "_at"

# Jinja's own delimiters and comments are passed over whole: a '<' in an expression is no tag. An XML comment is left
# out, so that nothing in it is filled in.
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|(?P<comment><!--.*?-->)|<(?P<name>[a-zA-Z][\w.-]*)", re.DOTALL)


class Stamps(dict[str, Source]):
    """The places of elements by their stamps, made once each; `files` (number → file) grows as layouts are read."""

    def __init__(self, files: dict[int, str]) -> None:
        super().__init__()
        self._files = files

    def __missing__(self, stamp: str) -> Source:
        number, line = stamp.split(":")
        found = self[stamp] = Source(self._files[int(number)], int(line))
        return found


class LayoutLoader(BaseLoader):
    """Reads layouts from their folders, each once, and keeps which were read."""

    def __init__(self, folders: Sequence[Path], bundled: Path) -> None:
        self.folders = LayoutFolders(folders, bundled)
        self.files: dict[Path, bytes] = {}
        self._names: dict[int, str] = {}
        self._number_of: dict[Path, int] = {}
        self._stamped: dict[Path, str] = {}
        self.stamps = Stamps(self._names)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the stamped source; lines stay where they are, so Jinja's own line numbers hold.

        Raises:
            KitError: the file cannot be read as UTF-8, or there are two of that name.
            TemplateNotFound: there is no such file.
        """
        path = self.folders.find(template)
        if path is None:
            raise TemplateNotFound(template)
        if path not in self._stamped:
            data = _read(path)
            self.files[path] = data
            self._stamped[path] = _stamped(_decoded(path, data), self._number(path))
        return self._stamped[path], str(path), lambda: True

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Return a layout as code: what is shipped for exactly this text, or else compiled now."""
        source, filename, uptodate = self.get_source(environment, name)
        # Also what is asked for as 'standaard/…' has the name of its file alone: one code for both.
        plain = Path(filename).name
        shipped = code_of(environment, source, plain)
        code = environment.compile(source, plain, filename) if shipped is None else shipped
        globals = {} if globals is None else globals
        return environment.template_class.from_code(environment, code.replace(co_filename=filename), globals, uptodate)

    def _number(self, path: Path) -> int:
        """Return a number for the stamps of a file: of a bundled one always the same, whatever was read before it."""
        file = path.resolve()
        if file not in self._number_of:
            name = self.folders.bundled_name(file)
            number = len(self._names) if name is None else crc32(name.encode())
            while number in self._names:
                number += 1
            self._names[number] = str(path)
            self._number_of[file] = number
        return self._number_of[file]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message, hint = unread(error)
        raise KitError([Problem(message, Source(str(path)), hint)]) from error


def _decoded(path: Path, data: bytes) -> str:
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
