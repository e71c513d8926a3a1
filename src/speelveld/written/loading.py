"""A path in, the values of its YAML file out, as a model; everything that is wrong with it is said at once."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from speelveld.errors import Problem, in_order
from speelveld.written.element import Written
from speelveld.written.fields import Around
from speelveld.written.kind import FileKind
from speelveld.written.parser import Parsed, parse
from speelveld.written.reading import read_text
from speelveld.written.translate import translated
from speelveld.written.tree import Blok

Model = TypeVar("Model", bound=Written)


def read(path: Path, name: str, kind: FileKind) -> Parsed:
    """Return the tree of a file, and what is wrong with it though it can be read; `name` is how its author knows it.

    Raises:
        SpeelveldError: it cannot be read, or is no YAML; of the class that `kind` says.
    """
    return parse(read_text(path, name, kind), name, kind)


def built(model: type[Model], root: Blok, kind: FileKind, problems: list[Problem], around: Around) -> Model:
    """Return a tree as `model`; `problems` are what has been found wrong with it so far.

    Raises:
        SpeelveldError: something is wrong; it holds every mistake, sorted by place, and is of the class `kind` says.
    """
    try:
        found = model.model_validate(root, context=around)
    except ValidationError as error:
        raise kind.error(in_order([*problems, *translated(error, model, root)])) from error
    if problems:
        raise kind.error(in_order(problems))
    return found
