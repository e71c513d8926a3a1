"""Where in a file a value stands, whatever its lines are: keys and indexes from the top, as `opgaven[3].titel`."""

import json
import re
from collections.abc import Iterable
from typing import TypeAlias

Part: TypeAlias = int | str
"""A key of a mapping, or an index of a list, which counts from 0."""

# A key that is not plain stands between brackets and quotation marks, as in JSON.
_PLAIN = re.compile(r"[^\W\d][\w-]*")
_PARTS = re.compile(r"\.?(?P<plain>[^\W\d][\w-]*)|\[(?P<index>\d{1,9})\]|\[(?P<quoted>\"(?:[^\"\\]|\\.)*\")\]")


def below(path: str, part: Part) -> str:
    """Return the path of what stands at `part` in the value at `path`; that of a whole file is the empty one."""
    if isinstance(part, int):
        return f"{path}[{part}]"
    if _PLAIN.fullmatch(part):
        return f"{path}.{part}" if path else part
    return f"{path}[{json.dumps(part)}]"


def spelled(parts: Iterable[Part]) -> str:
    """Return keys and indexes as one path."""
    path = ""
    for part in parts:
        path = below(path, part)
    return path


def parts_of(path: str) -> tuple[Part, ...]:
    """Return the keys and indexes of a path.

    Raises:
        ValueError: it is none.
    """
    found: list[Part] = []
    at = 0
    while at < len(path):
        match = _PARTS.match(path, at)
        if match is None or (path[at] == ".") != bool(at and match["plain"]):
            raise ValueError(f"{path!r} is geen pad")
        if match["plain"] is not None:
            found.append(match["plain"])
        elif match["index"] is not None:
            found.append(int(match["index"]))
        else:
            found.append(json.loads(match["quoted"]))
        at = match.end()
    return tuple(found)
