"""A path in, the values of its YAML file out, as a model; everything that is wrong with it is said at once."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from speelveld.errors import Problem, in_order
from speelveld.written.element import Written
from speelveld.written.extending import blank_extending, extends, laid_over
from speelveld.written.fields import Around
from speelveld.written.kind import FileKind
from speelveld.written.parser import Parsed, parse
from speelveld.written.reading import read_text, text_of
from speelveld.written.translate import translated
from speelveld.written.tree import Blok

Model = TypeVar("Model", bound=Written)


def read(path: Path, name: str, kind: FileKind, data: bytes | None = None) -> Parsed:
    """Return the tree of a file, and what is wrong with it though it can be read; `name` is how its author knows it.

    With `data` the file is taken to hold that, as what is typed and not written yet.

    Raises:
        SpeelveldError: it cannot be read, or is no YAML; of the class that `kind` says.
    """
    return parse(read_text(path, name, kind) if data is None else text_of(data, name, kind), name, kind)


def read_over(path: Path, kind: FileKind, model: type[Written], standard: Path, *, deep: int) -> Parsed:
    """Return the tree of a file: laid over that of the `standard` one, `deep` mappings deep, if it says it extends.

    Raises:
        SpeelveldError: one of them cannot be read, or is no YAML; of the class that `kind` says.
    """
    own, problems = read(path, str(path), kind)
    if path == standard or not extends(own, model.model_fields):
        return Parsed(own, problems)
    base, found = read(standard, str(standard), kind)
    return Parsed(laid_over(base, own, deep), [*problems, *found, *blank_extending(own)])


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
