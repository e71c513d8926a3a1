"""What Jinja makes of the bundled layouts: Python source that comes with the program, found by what it was made of.

It stands in the package as the program itself does. Nothing is run that was made while the program ran before.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import jinja2.compiler
import jinja2.idtracking
import jinja2.lexer
import jinja2.nodes
import jinja2.parser
from jinja2 import Environment

from speelveld import resources
from speelveld.markup import limits

_MAKERS = (jinja2.compiler, jinja2.idtracking, jinja2.lexer, jinja2.nodes, jinja2.parser, limits)
# Jinja writes another call for a filter that wants the context, and says so with this attribute.
_PASSES = "jinja_pass_arg"


def code_of(environment: Environment, source: str, name: str) -> CodeType | None:
    """Return the code for a layout that is shipped for exactly this source, name and environment; None if none is."""
    folder = resources.compiled_layouts()
    key = key_of(environment, source, name)
    path = folder / f"{key}.py" if key else folder
    if not path.is_file():
        return None
    return SourceFileLoader(f"speelveld._layout_{key}", str(path)).get_code(f"speelveld._layout_{key}")


def key_of(environment: Environment, source: str, name: str) -> str | None:
    """Return the name for what is made of `source`: of all that decides what it becomes; None where that is unknown."""
    makers = _makers()
    if makers is None:
        return None
    offered: Iterator[Mapping[str, object]] = iter((environment.filters, environment.tests))
    called = [sorted((key, str(getattr(call, _PASSES, ""))) for key, call in each.items()) for each in offered]
    return sha256("\0".join((makers, repr(called), name, source)).encode()).hexdigest()[:32]


@cache
def _makers() -> str | None:
    """Return what tells one way of making Python apart from another: the source of what makes it."""
    found = sha256()
    try:
        for path in (*(Path(str(module.__file__)) for module in _MAKERS), Path(__file__).with_name("environment.py")):
            found.update(path.read_bytes())
    except OSError:
        return None
    return found.hexdigest()
