"""What may happen in a folder, decided before anything does: whose files stand there, which go, which stay."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from speelveld.errors import Problem, WriteError
from speelveld.output.digest import digest
from speelveld.output.failures import ELSEWHERE
from speelveld.output.manifest import read_digests


@dataclass(frozen=True, slots=True)
class Plan:
    """Names of an earlier kit that the new one lacks: to remove, or to keep because the user changed them."""

    remove: tuple[str, ...]
    keep: tuple[str, ...]


def plan_kit(root: Path, names: Collection[str], manifest: str, shown: Path) -> Plan:
    """Return what becomes of the earlier kit in `root`, a path without links, when the files `names` are put there.

    Raises:
        WriteError: something stands in the way that is not ours; every such thing is named, under `shown`.
        OSError: the folder cannot be read.
    """
    there = next((path for path in (root, *root.parents) if _stands(path)), None)
    if there is not None and not there.is_dir():
        path = shown if there == root else there
        hint = f"{ELSEWHERE}, of geef het bestand een andere naam"
        raise WriteError([Problem(f"'{path}' is een bestand, geen map", hint=hint)])
    listed = read_digests(root / manifest)
    plan = _plan_former(root, listed or {}, names)
    ours = set(listed or ()) | ({manifest} if listed is not None else set())
    if problems := list(_obstacles(root, [manifest, *names], ours, plan, shown)):
        raise WriteError(problems)
    return plan


def _plan_former(root: Path, listed: Mapping[str, str], names: Collection[str]) -> Plan:
    stale = [name for name in listed if name not in names and _stands(root / name)]
    remove = tuple(name for name in stale if _is_as_written(root / name, listed[name]))
    return Plan(remove, tuple(name for name in stale if name not in remove))


def _is_as_written(path: Path, sha256: str) -> bool:
    return (
        _is_without_links(path.parent)
        and path.is_file()
        and not path.is_symlink()
        and digest(path.read_bytes()) == sha256
    )


def _obstacles(root: Path, names: Collection[str], ours: Collection[str], plan: Plan, shown: Path) -> Iterator[Problem]:
    blocked = {folder: None for name in names if (folder := _blocked_folder(root, name, plan)) is not None}
    for folder in blocked:
        message = f"'{shown / folder}' moet een gewone map zijn, maar is een bestand of een verwijzing"
        yield Problem(message, hint=f"{ELSEWHERE}, of zet dit eerst ergens anders neer")
    open_names = [name for name in names if not any(name.startswith(f"{folder}/") for folder in blocked)]
    foreign = []
    for name in open_names:
        path = root / name
        if path.is_dir() and not path.is_symlink():
            message = f"'{shown / name}' is een map, maar daar moet een bestand komen"
            yield Problem(message, hint=f"{ELSEWHERE}, of geef die map een andere naam")
        elif name not in ours and _stands(path):
            foreign.append(name)
    if foreign:
        yield Problem(
            f"in '{shown}' staan bestanden die niet van Speelveld zijn en die zouden worden overschreven: "
            + ", ".join(foreign),
            hint=f"{ELSEWHERE}, of zet deze bestanden eerst ergens anders neer",
        )


def _blocked_folder(root: Path, name: str, plan: Plan) -> str | None:
    """Return the first folder on the way to `name` that something else stands in the place of."""
    for folder in reversed([str(parent) for parent in PurePosixPath(name).parents][:-1]):
        path = root / folder
        if folder in plan.remove or not _stands(path):
            return None
        if not path.is_dir() or not _is_without_links(path):
            return folder
    return None


def _stands(path: Path) -> bool:
    return os.path.lexists(path)  # a link that leads nowhere stands there too


def _is_without_links(path: Path) -> bool:
    return Path(os.path.realpath(path)) == path
