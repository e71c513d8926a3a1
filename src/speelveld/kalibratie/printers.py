"""What is wrong with each printer of a user, by name, in one small file."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from speelveld.errors import AuthorError, Problem, Source, UsageError, WriteError, in_order
from speelveld.errors.disk import unwritten
from speelveld.output.single import replace_file
from speelveld.sheet.correction import LEAST_SCALE, MOST_SCALE, MOST_SHIFT, Correction
from speelveld.units import mm, to_mm
from speelveld.written.hints import PLAIN, quote, suggest
from speelveld.written.kind import FileKind
from speelveld.written.parser import parse
from speelveld.written.reading import read_text
from speelveld.written.tree import Blok

FILE = "printers.json"
FORMAT = 1
# Letters that the bundled fonts have, for the name is printed; nothing that a shell reads in its own way.
_NAME = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ](?:[A-Za-z0-9À-ÖØ-öø-ÿ ._-]{0,38}[A-Za-z0-9À-ÖØ-öø-ÿ])?")

_MEND = "herstel het bestand, of gooi het weg en meet uw printers opnieuw"
_KIND = FileKind(AuthorError, language="JSON", smaller=_MEND)
_SHIFTS, _SCALES = ("x", "y"), ("schaal-x", "schaal-y")


@dataclass(slots=True)
class Printers:
    """The printers that are known, in the order in which they were kept."""

    path: Path
    known: dict[str, Correction] = field(default_factory=dict)

    def find(self, name: str) -> Correction:
        """Return what is wrong with the printer `name`.

        Raises:
            UsageError: it is not known.
        """
        if name not in self.known:
            hint = suggest(name, self.known, PLAIN) if self.known else "meet hem eerst: speelveld kalibreer"
            raise UsageError([Problem(f"printer {name!r} is niet bekend", hint=hint)])
        return self.known[name]

    def keep(self, correction: Correction) -> None:
        """Keep `correction`, in the place of what was known of that printer.

        Raises:
            UsageError: a printer cannot have this name.
            WriteError: the file cannot be written.
        """
        name = correction.printer
        if not _NAME.fullmatch(name):
            hint = "kies een naam van hoogstens 40 letters en cijfers, zoals 'balie'"
            raise UsageError([Problem(f"{name!r} kan geen naam van een printer zijn", hint=hint)])
        self._write(lambda known: {**known, name: correction})

    def forget(self, name: str) -> None:
        """Forget a printer.

        Raises:
            UsageError: it is not known.
            WriteError: the file cannot be written.
        """
        self.find(name)
        self._write(lambda known: {kept: correction for kept, correction in known.items() if kept != name})

    def _write(self, change: Callable[[dict[str, Correction]], dict[str, Correction]]) -> None:
        """Write the file anew; what another process has kept meanwhile is read first, and stays."""

        def changed() -> bytes:
            self.known = change(load_printers(self.path.parent).known)
            printers = {name: correction.as_data() for name, correction in self.known.items()}
            text = json.dumps({"formaat": FORMAT, "printers": printers}, ensure_ascii=False, indent=2)
            return f"{text}\n".encode()

        try:
            replace_file(self.path, changed)
        except OSError as error:
            problem = Problem(
                f"'{self.path}' kan niet worden geschreven: {unwritten(error)}",
                hint="controleer of u in die map mag schrijven, of kies een andere map met SPEELVELD_CONFIG",
            )
            raise WriteError([problem]) from error


def load_printers(folder: Path) -> Printers:
    """Return the printers that are kept in `folder`; none where there is nothing yet.

    Raises:
        AuthorError: the file cannot be read, or is no list of printers; every printer that is wrong is named.
    """
    path = folder / FILE
    try:
        missing = not path.exists()
    except OSError:  # why it cannot be looked at is told when it is read
        missing = False
    if missing:
        return Printers(path)
    source = Source(str(path))
    text = read_text(path, str(path), _KIND)
    try:
        # As decimals: a whole number of five thousand digits is then only too large.
        data = json.loads(text, parse_int=float)
    except json.JSONDecodeError as error:
        raise AuthorError([_no_list("", Source(str(path), error.lineno, error.colno))]) from error
    except RecursionError as error:
        raise AuthorError([_no_list(": er liggen te veel lijsten in elkaar", source)]) from error
    tree, twice = _placed(text, path)
    if wrong := [*twice, *(_no_list(f": {why}", place) for why, place in _wrong(data, tree))]:
        raise AuthorError(in_order(wrong))
    return Printers(path, {name: _correction(name, values) for name, values in data["printers"].items()})


def _placed(text: str, path: Path) -> tuple[Blok, list[Problem]]:
    """Return where everything stands in a file that is right as JSON, and the names that stand in it twice.

    JSON is YAML too, but for a few escapes; of a file with those, only its name is known.
    """
    try:
        found = parse(text, str(path), _KIND)
    except AuthorError:
        return Blok(Source(str(path))), []
    return found.root, found.problems


def _wrong(data: Any, tree: Blok) -> Iterator[tuple[str, Source]]:
    """Yield what is wrong with the contents of the file, and where."""
    if not isinstance(data, dict) or data.get("formaat") != FORMAT:
        yield f"'formaat' is geen {FORMAT}", _place(tree, "formaat")
    elif not isinstance(data.get("printers"), dict):
        message = "'printers' is geen blok met een naam en vier getallen voor elke printer"
        yield message, _place(tree, "printers")
    else:
        printers = tree.get("printers")
        for name, values in data["printers"].items():
            yield from _wrong_printer(name, values, printers if isinstance(printers, Blok) else tree)


def _wrong_printer(name: str, values: Any, printers: Blok) -> Iterator[tuple[str, Source]]:
    if not _NAME.fullmatch(name):
        yield f"{quote(name)} kan geen naam van een printer zijn", printers.key_source(name)
    four = f"printer {quote(name)} heeft niet vier getallen: {', '.join(_SHIFTS + _SCALES)}"
    if not isinstance(values, dict) or values.keys() != {*_SHIFTS, *_SCALES}:
        yield four, printers.key_source(name)
        return
    blok = printers.get(name)
    here = blok if isinstance(blok, Blok) else printers
    for key, value in values.items():
        place = _place(here, key)
        if type(value) is not float:
            yield four, place
        elif key in _SHIFTS and not abs(mm(value)) <= MOST_SHIFT + 1e-6:
            yield f"printer {quote(name)}: x en y zijn hoogstens {to_mm(MOST_SHIFT):g} mm", place
        elif key in _SCALES and not LEAST_SCALE <= value / 100 <= MOST_SCALE:
            bounds = f"{100 * LEAST_SCALE:g} en {100 * MOST_SCALE:g}"
            yield f"printer {quote(name)}: een schaal ligt tussen {bounds}", place


def _place(blok: Blok, key: str) -> Source:
    """Return where the value of `key` stands, or else the mapping that lacks it."""
    value = blok.get(key)
    return blok.key_source(key) if value is None else value.source


def _correction(name: str, values: dict[str, float]) -> Correction:
    shifts = [mm(values[key]) for key in _SHIFTS]
    scales = [values[key] / 100 for key in _SCALES]
    return Correction(name, shifts[0], shifts[1], scales[0], scales[1])


def _no_list(why: str, place: Source) -> Problem:
    return Problem(f"dit is geen lijst van printers{why}", place, _MEND)
