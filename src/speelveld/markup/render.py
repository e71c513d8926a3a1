"""A layout and its data → a tree of elements; every mistake of the layout becomes a Problem with file and line."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError

from speelveld.errors import KitError, Problem, Source
from speelveld.markup.environment import make_environment
from speelveld.markup.node import Node
from speelveld.markup.parse import parse
from speelveld.markup.sources import LayoutLoader

# A page of text is some 5 kB; what is larger than this is a loop that went wrong.
MAX_CHARACTERS = 4_000_000


class Layouts:
    """The layouts of one kit, compiled once each and filled as often as there are cards."""

    def __init__(self, folders: Sequence[Path], bundled: Path, filters: Mapping[str, Callable[..., Any]] | None = None) -> None:
        self._loader = LayoutLoader(folders, bundled)
        self._environment = make_environment(self._loader, filters or {})
        self._compiled: dict[str, Template] = {}
        self._bundled = bundled

    @property
    def used(self) -> tuple[Path, ...]:
        """The layout files read so far, in the order of first use."""
        return tuple(self._loader.files)

    def exists(self, name: str) -> bool:
        """Tell whether a layout of this name can be found."""
        return self._loader.find(name) is not None

    def render(self, name: str, data: Mapping[str, Any]) -> Node:
        """Return the tree of the layout `name` filled with `data`.

        Raises:
            KitError: the layout cannot be found, is wrong, or asks for data that are not there.
        """
        try:
            template = self._compiled.get(name)
            if template is None:
                template = self._compiled[name] = self._environment.get_template(name)
            chunks: list[str] = []
            length = 0
            for chunk in template.generate(data):
                chunks.append(chunk)
                length += len(chunk)
                if length > MAX_CHARACTERS:
                    raise KitError([Problem("de layout maakt veel te veel tekst; loopt er een lus te lang door?", self._place(name, None))])
        except TemplateNotFound as error:
            raise KitError([Problem(f"layout {error.name!r} bestaat niet", None if error.name == name else self._place(name, error))]) from error
        except TemplateSyntaxError as error:
            raise KitError([Problem(_dutch_syntax(error.message or ""), Source(error.filename or name, error.lineno))]) from error
        except UnicodeDecodeError as error:
            raise KitError([Problem(f"layout {name!r} is geen UTF-8", self._place(name, None), "bewaar het bestand als UTF-8")]) from error
        except UndefinedError as error:
            raise KitError([Problem(_dutch_undefined(str(error)), self._place(name, error))]) from error
        except SecurityError as error:
            raise KitError([Problem(f"dit mag niet in een layout: {error}", self._place(name, error))]) from error
        except (TypeError, ValueError, ArithmeticError, KeyError, AttributeError, IndexError, RecursionError) as error:
            raise KitError([Problem(f"de layout kan dit niet uitrekenen: {error}", self._place(name, error))]) from error
        return parse("".join(chunks), [str(path) for path in self._loader.files])

    def _place(self, name: str, error: BaseException | None) -> Source:
        """Return the last place in a layout that `error` went through; Jinja keeps it only in the traceback."""
        files = {str(path) for path in self._loader.files}
        found = None
        trace = error.__traceback__ if error else None
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in files:
                found = Source(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
            trace = trace.tb_next
        path = self._loader.find(name)
        return found or Source(str(path) if path else name)


_NO_ATTRIBUTE = re.compile(r"'?(?P<object>[\w. ]+?)( object)?'? has no (attribute|element) '?(?P<name>[\w.-]+)'?")
_UNDEFINED = re.compile(r"'(?P<name>[\w.]+)' is undefined")


def _dutch_undefined(message: str) -> str:
    if match := _NO_ATTRIBUTE.search(message):
        return f"{match['object'].rsplit('.', 1)[-1]} heeft geen {match['name']!r}"
    if match := _UNDEFINED.search(message):
        return f"{match['name']!r} bestaat hier niet"
    return message


_SYNTAX = (
    (re.compile(r"Unexpected end of template.*innermost block.*'(\w+)'", re.DOTALL), r"het blok '{% \1 %}' wordt niet afgesloten"),
    (re.compile(r"Encountered unknown tag '(\w+)'.*", re.DOTALL), r"'{% \1 %}' bestaat niet in Jinja, of staat op de verkeerde plek"),
    (re.compile(r"No filter named '(\w+)'.*", re.DOTALL), r"het filter '\1' bestaat niet"),
    (re.compile(r"No test named '(\w+)'.*", re.DOTALL), r"de test '\1' bestaat niet"),
    (re.compile(r"unexpected '(.+)'", re.DOTALL), r"onverwacht teken '\1'"),
)


def _dutch_syntax(message: str) -> str:
    for pattern, dutch in _SYNTAX:
        if match := pattern.search(message):
            return match.expand(dutch)
    return f"dit kan Jinja niet lezen ({message})"
