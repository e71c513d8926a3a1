"""A kit put on disk: finished files and their manifest in, a whole folder out, or the folder as it was."""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from speelveld.output.failures import explain, replacing
from speelveld.output.manifest import PROGRAM, Content, listed_names, manifest_json
from speelveld.output.names import is_safe_name
from speelveld.output.plan import Plan, plan_kit
from speelveld.output.swap import Swap
from speelveld.stopping import undoing


@dataclass(frozen=True, slots=True)
class KitResult:
    """What happened in the folder, as paths under the folder as it was given."""

    written: tuple[Path, ...]
    """Every file of the kit, the manifest last."""
    removed: tuple[Path, ...]
    """Files of the earlier kit that the new one lacks."""
    kept: tuple[Path, ...]
    """The same, but changed since by the user, and so left alone."""


def write_kit(
    folder: Path, files: Mapping[str, bytes | Path], manifest: Mapping[str, object], name: str = "kit.json"
) -> KitResult:
    """Put `files` (relative POSIX name → bytes, or a draft to move in) and the manifest `name` into `folder`.

    The manifest needs `programma: speelveld`, and in `bestanden` one entry with `bestand` for each file. A file that
    already holds the right bytes is not touched, so that it may be open. A draft is used up, also on failure.

    Raises:
        WriteError: the folder cannot be written, or a file that is not ours stands in the way; it is as it was.
    """
    _assert_complete(files, manifest, name)
    with undoing():
        try:
            root = Path(os.path.realpath(folder))
            plan = plan_kit(root, files, name, shown=folder)
            _exchange(root, files, manifest, name, plan, shown=folder)
        except OSError as error:
            raise explain(error, folder) from error
        _remove_empty_folders(root, plan.remove)
    return KitResult(_under(folder, [*files, name]), _under(folder, plan.remove), _under(folder, plan.keep))


def _assert_complete(files: Mapping[str, bytes | Path], manifest: Mapping[str, object], name: str) -> None:
    assert manifest.get("programma") == PROGRAM, "the next build would not know this manifest as ours"
    assert sorted(listed_names(manifest)) == sorted(files), "the manifest must list exactly the files"
    assert all(map(is_safe_name, [*files, name]))
    assert len({file.casefold() for file in [*files, name]}) == len(files) + 1, "one file on Windows"


def _exchange(
    root: Path,
    files: Mapping[str, bytes | Path],
    manifest: Mapping[str, object],
    name: str,
    plan: Plan,
    shown: Path,
) -> None:
    with Swap(root) as swap:
        contents = {file: _stage(content, swap.draft(file)) for file, content in files.items()}
        swap.draft(name).write_bytes(manifest_json(manifest, contents))
        for file in plan.remove:
            with replacing(shown / file):
                swap.set_aside(file)
        for file, content in contents.items():
            if not _holds(root / file, content):
                with replacing(shown / file):
                    swap.place(file)
        with replacing(shown / name):
            swap.commit(name)


def _stage(content: bytes | Path, draft: Path) -> Content:
    if isinstance(content, bytes):
        draft.write_bytes(content)
        return Content.of(content)
    shutil.move(content, draft)
    return Content.of(draft.read_bytes())


def _holds(path: Path, content: Content) -> bool:
    if path.is_symlink() or not path.is_file() or path.stat().st_size != content.size:
        return False
    return Content.of(path.read_bytes()) == content


def _remove_empty_folders(root: Path, removed: Collection[str]) -> None:
    for file in removed:
        folder = (root / file).parent
        with suppress(OSError):  # rmdir refuses a folder that still holds something
            while folder != root:
                folder.rmdir()
                folder = folder.parent


def _under(folder: Path, names: Collection[str]) -> tuple[Path, ...]:
    return tuple(folder / name for name in names)
