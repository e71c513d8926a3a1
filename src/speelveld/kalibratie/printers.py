"""What is wrong with each printer of a user, by name, in one small file."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from speelveld.disk import unwritten
from speelveld.errors import AuthorError, Problem, Source, UsageError, WriteError
from speelveld.output.single import replace_file
from speelveld.sheet.correction import LEAST_SCALE, MOST_SCALE, MOST_SHIFT, Correction
from speelveld.units import mm, to_mm
from speelveld.written.hints import PLAIN, suggest

FILE = "printers.json"
FORMAT = 1
# Letters that the bundled fonts have, for the name is printed; nothing that a shell reads in its own way.
_NAME = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ](?:[A-Za-z0-9À-ÖØ-öø-ÿ ._-]{0,38}[A-Za-z0-9À-ÖØ-öø-ÿ])?")

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
        self._write({**self.known, name: correction})

    def forget(self, name: str) -> None:
        """Forget a printer.

        Raises:
            UsageError: it is not known.
            WriteError: the file cannot be written.
        """
        self.find(name)
        self._write({known: correction for known, correction in self.known.items() if known != name})

    def _write(self, known: dict[str, Correction]) -> None:
        printers = {name: correction.as_data() for name, correction in known.items()}
        text = json.dumps({"formaat": FORMAT, "printers": printers}, ensure_ascii=False, indent=2)
        try:
            replace_file(self.path, f"{text}\n".encode())
        except OSError as error:
            problem = Problem(
                f"'{self.path}' kan niet worden geschreven: {unwritten(error)}",
                hint="controleer of u in die map mag schrijven, of kies een andere map met SPEELVELD_CONFIG",
            )
            raise WriteError([problem]) from error
        self.known = known


def load_printers(folder: Path) -> Printers:
    """Return the printers that are kept in `folder`; none where there is nothing yet.

    Raises:
        AuthorError: the file cannot be read.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Printers(path)
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(Source(str(path)), "") from error
    try:
        return Printers(path, _read(text))
    except json.JSONDecodeError as error:
        raise _unreadable(Source(str(path), error.lineno, error.colno), "") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable(Source(str(path)), f": {error}") from error


def _read(text: str) -> dict[str, Correction]:
    data = json.loads(text)
    if data["formaat"] != FORMAT:
        raise ValueError(f"'formaat' is geen {FORMAT}")
    return {name: _correction(name, values) for name, values in data["printers"].items()}


def _correction(name: str, values: Mapping[str, Any]) -> Correction:
    if values.keys() != {*_SHIFTS, *_SCALES} or any(type(value) not in (int, float) for value in values.values()):
        raise ValueError(f"printer {name!r} heeft niet vier getallen: {', '.join(_SHIFTS + _SCALES)}")
    shifts = [mm(values[key]) for key in _SHIFTS]
    scales = [values[key] / 100 for key in _SCALES]
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} kan geen naam van een printer zijn")
    if not all(abs(shift) <= MOST_SHIFT + 1e-6 for shift in shifts):
        raise ValueError(f"printer {name!r}: x en y zijn hoogstens {to_mm(MOST_SHIFT):g} mm")
    if not all(LEAST_SCALE <= scale <= MOST_SCALE for scale in scales):
        raise ValueError(f"printer {name!r}: een schaal ligt tussen {100 * LEAST_SCALE:g} en {100 * MOST_SCALE:g}")
    return Correction(name, shifts[0], shifts[1], scales[0], scales[1])


def _unreadable(source: Source, why: str) -> AuthorError:
    message = f"dit is geen lijst van printers{why}"
    return AuthorError([Problem(message, source, "herstel het bestand, of gooi het weg en meet uw printers opnieuw")])
