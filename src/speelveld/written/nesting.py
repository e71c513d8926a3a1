"""How deep a YAML text is nested, told before it is read: reading recurses in C, and a deep text ends the program."""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

MAX_DEPTH = 32
TOO_DEEP = f"dit blok ligt meer dan {MAX_DEPTH} lagen diep"
FLATTER = "laat minder blokken in elkaar staan"

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def nesting(text: str, most: int) -> int:
    """Return how deep lists and blocks lie in each other, up to one more than `most`.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    parse: Callable[..., Iterator[object]] = yaml.parse
    depth = deepest = 0
    try:
        for event in parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, depth)
            if deepest > most:
                break
    except yaml.MarkedYAMLError as error:
        # libyaml reads ahead and refuses a thousand brackets before it gives the first of them.
        if "nesting depth" not in (error.problem or ""):
            raise
        return most + 1
    return deepest
