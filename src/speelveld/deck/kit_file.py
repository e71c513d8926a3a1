"""The text of a `kit.yaml` → its print jobs and components; every mistake in it becomes a Problem with its line."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml

from speelveld.casus import Casus
from speelveld.deck.kit import Kit, Onderdeel, Opdracht, OpdrachtSoort, Sides, parse_format
from speelveld.errors import KitError, Problem, Source
from speelveld.paper import PAPERS
from speelveld.written.hints import PLAIN, suggest
from speelveld.written.nesting import LOADER, nesting

_CHOSEN = ("keuze", "bord")  # as asked on the command line
SOURCES = ("opgaven", "rollen", "aanpakken", "kansen", "uitdagingen", "geldfiches", "stemfiches", "pionnen", "doosjes")
_MOST_BLANKS = 100
_MOST_TABLES = 12

_NAME = re.compile("[a-z0-9-]+")
_Made = TypeVar("_Made", Opdracht, Onderdeel)


def load_kit(path: Path) -> Kit:
    """Return the kit that `path` describes.

    Raises:
        KitError: it is no kit; all that is wrong in it is named.
    """
    reader = _Reader(path)
    jobs = tuple(reader.entries("opdrachten", Opdracht, {}))
    # Where a job is wrong, a component that names it is not.
    kinds = None if reader.problems else {job.naam: job.soort for job in jobs}
    parts = tuple(reader.entries("onderdelen", Onderdeel, kinds))
    if reader.problems:
        raise KitError(reader.problems)
    return Kit(jobs, parts)


class _WrongError(Exception):
    """A value that cannot be, with what is wrong and how to mend it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongError("hier hoort een tekst")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise _WrongError("een naam heeft alleen kleine letters, cijfers en streepjes")
    return value


def _one_of(known: Collection[str]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in known:
            raise _WrongError(f"'{value}' kan hier niet", suggest(str(value), known, PLAIN))
        return str(value)

    return read


def _format(value: Any) -> Any:
    try:
        return parse_format(_text(value))
    except ValueError as error:
        raise _WrongError(str(error)) from error


def _count(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise _WrongError(f"hier hoort een heel getal van {least} tot en met {most}")
        return value

    return read


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("hier hoort true of false")
    return value


_READ: Mapping[type, Mapping[str, Callable[[Any], Any]]] = {
    Opdracht: {
        "naam": _name,
        "soort": _one_of(get_args(OpdrachtSoort)),
        "papier": _one_of((*_CHOSEN, *PAPERS)),
        "zijden": _one_of(get_args(Sides)),
    },
    Onderdeel: {
        "naam": _name,
        "van": _one_of(SOURCES),
        "formaat": _format,
        "achter_per": _one_of(("soort", "groep", "kaart")),
        "leeg_aantal": _count(0, _MOST_BLANKS),
        "toont": _one_of(tuple(Casus.model_fields)),
        "vanaf_tafels": _count(1, _MOST_TABLES),
        "laat": _yes_or_no,
    },
}


class _Reader:
    """One file, and what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._lists: dict[str, yaml.Node] = {}
        self._loader = yaml.SafeLoader("")
        root = self._root()
        if not isinstance(root, yaml.MappingNode):
            raise KitError([Problem("dit is geen beschrijving van een kit", Source(str(path)), _SHAPE)])
        for key, value in root.value:
            if key.value in _KEYS:
                self._lists[key.value] = value
            else:
                self._wrong(key, f"onbekende sleutel '{key.value}'", suggest(str(key.value), _KEYS, PLAIN))

    def entries(self, key: str, model: type[_Made], jobs: Mapping[str, str] | None) -> Iterator[_Made]:
        """Yield what stands in the list under `key`, as far as it is right."""
        node = self._lists.get(key)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self._wrong(node, f"hier hoort een lijst '{key}'", _SHAPE)
            return
        seen: set[str] = set()
        for entry in node.value:
            if not isinstance(entry, yaml.MappingNode):
                self._wrong(entry, f"een punt van '{key}' is een blok met sleutels", "schrijf: - {naam: …, titel: …}")
                continue
            found = self._entry(entry, model, jobs)
            if found is not None:
                if found.naam in seen:
                    self._wrong(entry, f"de naam '{found.naam}' staat er voor de tweede keer")
                seen.add(found.naam)
                yield found

    def _entry(self, entry: yaml.MappingNode, model: type[_Made], jobs: Mapping[str, str] | None) -> _Made | None:
        names = {
            "opdracht" if field.name == "opdrachten" else field.name: field
            for field in fields(model)
            if field.name != "source"
        }
        before = len(self.problems)
        values: dict[str, Any] = {}
        for key_node, node in entry.value:
            key = str(key_node.value)
            if key not in names:
                self._wrong(key_node, f"onbekende sleutel '{key}'", suggest(key, names, PLAIN))
            elif key in values:
                self._wrong(key_node, f"de sleutel '{key}' staat hier voor de tweede keer")
            else:
                values[key] = self._value(key, node, model, jobs)
        for key, field in names.items():
            if key not in values and field.default is MISSING and field.default_factory is MISSING:
                self._wrong(entry, f"hier ontbreekt '{key}'")
        if len(self.problems) > before:
            return None
        if "opdracht" in values:
            values["opdrachten"] = values.pop("opdracht")
            values["source"] = self._place(next((key for key, _ in entry.value if key.value == "formaat"), entry))
            on_cards = jobs is not None and any(jobs[name] == "kaarten" for name in values["opdrachten"])
            if on_cards and not {"van", "formaat"} <= values.keys():
                self._wrong(entry, f"'{values['naam']}' wordt op kaarten geprint en heeft dan 'van' en 'formaat' nodig")
        return model(**values)

    def _value(self, key: str, node: yaml.Node, model: type, jobs: Mapping[str, str] | None) -> Any:
        try:
            value = self._loader.construct_object(node, deep=True)
            if key == "opdracht":
                names = value if isinstance(value, list) else [value]
                return tuple(map(_text if jobs is None else _one_of(jobs), names))
            read: Callable[[Any], Any] = _READ[model].get(key, _text)
            return read(value)
        except _WrongError as error:
            self._wrong(node, f"'{key}': {error}", error.hint)
        except (yaml.YAMLError, ValueError, TypeError):
            self._wrong(node, f"'{key}' heeft geen waarde die hier kan")
        return None

    def _root(self) -> yaml.Node | None:
        source = Source(str(self._path))
        try:
            text = self._path.read_text(encoding="utf-8-sig")
            if nesting(text, _DEEPEST) > _DEEPEST:
                raise KitError([Problem("dit is geen beschrijving van een kit", source, _SHAPE)])
            compose: Callable[..., yaml.Node | None] = yaml.compose
            return compose(text, Loader=LOADER)
        except OSError as error:
            raise KitError([Problem("dit bestand is niet te lezen", source)]) from error
        except UnicodeDecodeError as error:
            raise KitError([Problem("dit bestand is geen UTF-8", source, "bewaar het als UTF-8")]) from error
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            place = Source(str(self._path), mark.line + 1, mark.column + 1) if mark else source
            hint = "let op de spaties vooraan, de haakjes en de aanhalingstekens"
            raise KitError([Problem("vanaf hier is dit geen geldige YAML", place, hint)]) from error

    def _wrong(self, node: yaml.Node | None, message: str, hint: str | None = None) -> None:
        place = Source(str(self._path)) if node is None else self._place(node)
        self.problems.append(Problem(message, place, hint))

    def _place(self, node: yaml.Node) -> Source:
        return Source(str(self._path), node.start_mark.line + 1, node.start_mark.column + 1)


_DEEPEST = 5
_KEYS = ("opdrachten", "onderdelen")
_SHAPE = "neem de kit.yaml van het programma als voorbeeld; hij heeft de lijsten 'opdrachten' en 'onderdelen'"
