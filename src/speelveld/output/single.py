"""One file, or a few that belong together, put on disk: whole or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from speelveld.errors import Problem, WriteError
from speelveld.output.swap import Swap
from speelveld.stopping import undoing


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, in a folder that is made if it is not there.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    with undoing():
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent) as drafts:
            draft = Path(drafts, path.name)
            draft.write_bytes(content)
            draft.replace(path)


def add_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write new files (relative POSIX name → bytes) into `folder`, which is made if need be; the last comes last.

    Raises:
        WriteError: a file of that name is there already, and stays as it is; all such files are named.
        OSError: they cannot be written; everything is as it was.
    """
    with undoing():
        root = Path(os.path.realpath(folder))
        if taken := [name for name in contents if os.path.lexists(root / name)]:  # also a link that leads nowhere
            hint = "kies een andere map; een bestand van u wordt nooit overschreven"
            raise WriteError([Problem(f"'{folder / name}' bestaat al", hint=hint) for name in taken])
        *others, last = contents
        with Swap(root) as swap:
            for name, content in contents.items():
                swap.draft(name).write_bytes(content)
            for name in others:
                swap.place(name)
            swap.commit(last)
