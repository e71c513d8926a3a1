"""One file, or a few that belong together, put on disk: whole or not at all, also where the power fails."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from speelveld.errors import Problem, WriteError
from speelveld.output.exchange import Exchange
from speelveld.stopping import undoing


def replace_file(path: Path, content: bytes | Callable[[], bytes]) -> None:
    """Write `content` to `path`, in a folder that is made if it is not there, over what is there.

    What is to be written may depend on what is there: a function is called when no other process can write in the
    folder.

    Raises:
        WriteError: another process is busy in the folder.
        OSError: it cannot be written; what was there is as it was.
    """
    with undoing():
        root, name = Path(os.path.realpath(path.parent)), path.name
        with Exchange(root, path.parent) as exchange:
            data = content if isinstance(content, bytes) else content()
            exchange.stage(name, data)
            exchange.replace_one(name)


def add_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write new files (relative POSIX name → bytes) into `folder`, which is made if need be; the last comes last.

    Raises:
        WriteError: a file of that name is there already, and stays as it is; all such files are named.
        OSError: they cannot be written; everything is as it was.
    """
    with undoing():
        root = Path(os.path.realpath(folder))
        with Exchange(root, folder) as exchange:
            if taken := [name for name in contents if os.path.lexists(root / name)]:  # also a link that leads nowhere
                hint = "kies een andere map; een bestand van u wordt nooit overschreven"
                raise WriteError([Problem(f"'{folder / name}' bestaat al", hint=hint) for name in taken])
            for name, content in contents.items():
                exchange.stage(name, content)
            exchange.commit({})
