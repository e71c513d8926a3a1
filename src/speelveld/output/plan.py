"""What may happen in a folder, decided before anything does: whose files stand there, which go, which stay."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from speelveld.errors import Problem, WriteError
from speelveld.output.digest import digest
from speelveld.output.durable import stands
from speelveld.output.exchange import is_as_written
from speelveld.output.failures import ELSEWHERE


@dataclass(frozen=True, slots=True)
class Plan:
    """Names of an earlier kit that the new one lacks: to remove, or to keep because the user changed them.

    `ours` has the SHA-256 of each file of ours that stands as we wrote it.
    """

    remove: tuple[str, ...]
    keep: tuple[str, ...]
    ours: Mapping[str, str]


def refuse_a_file(root: Path, shown: Path) -> None:
    """Refuse a file where the folder `root`, a path without links, must be or must come.

    Raises:
        WriteError: there is one.
    """
    there = next((path for path in (root, *root.parents) if stands(path)), None)
    if there is not None and not there.is_dir():
        path = shown if there == root else there
        hint = f"{ELSEWHERE}, of geef het bestand een andere naam"
        raise WriteError([Problem(f"'{path}' is een bestand, geen map", hint=hint)])


def plan_kit(root: Path, new: Mapping[str, str | None], listed: Mapping[str, str | None], shown: Path) -> Plan:
    """Return what becomes of the earlier kit in `root`, a path without links, when the files `new` are put there.

    `listed` is what earlier manifests say is ours. Both have the SHA-256 of what files hold or held; of a manifest that
    is None: it is ours, whatever it holds.

    Raises:
        WriteError: something stands in the way that is not ours; every such thing is named, under `shown`.
        OSError: the folder cannot be read.
    """
    ours = dict(_as_written(root, listed))
    stale = [name for name in listed if name not in new and stands(root / name)]
    plan = Plan(tuple(name for name in stale if name in ours), tuple(name for name in stale if name not in ours), ours)
    if problems := list(_obstacles(root, new, listed, plan, shown)):
        raise WriteError(problems)
    return plan


def _as_written(root: Path, listed: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    for name, sha256 in listed.items():
        if sha256 is None:
            yield name, digest((root / name).read_bytes())
        elif is_as_written(root / name, sha256):
            yield name, sha256


def _obstacles(
    root: Path, new: Mapping[str, str | None], listed: Collection[str], plan: Plan, shown: Path
) -> Iterator[Problem]:
    blocked = {folder: None for name in new if (folder := _blocked_folder(root, name, plan)) is not None}
    for folder in blocked:
        message = f"'{shown / folder}' moet een gewone map zijn, maar is een bestand of een verwijzing"
        yield Problem(message, hint=f"{ELSEWHERE}, of zet dit eerst ergens anders neer")
    open_names = [name for name in new if not any(name.startswith(f"{folder}/") for folder in blocked)]
    foreign = []
    for name in open_names:
        path = root / name
        if path.is_dir() and not path.is_symlink():
            message = f"'{shown / name}' is een map, maar daar moet een bestand komen"
            yield Problem(message, hint=f"{ELSEWHERE}, of geef die map een andere naam")
        elif name not in listed and stands(path) and not _is_the_same(path, new[name]):
            foreign.append(name)
    if foreign:
        yield Problem(
            f"in '{shown}' staan bestanden die niet van Speelveld zijn en die zouden worden overschreven: "
            + ", ".join(foreign),
            hint=f"{ELSEWHERE}, of zet deze bestanden eerst ergens anders neer",
        )


def _is_the_same(path: Path, sha256: str | None) -> bool:
    """Tell whether a file holds what will be written there: then nothing is lost, whoever put it there."""
    return sha256 is not None and is_as_written(path, sha256)


def _blocked_folder(root: Path, name: str, plan: Plan) -> str | None:
    """Return the first folder on the way to `name` that something else stands in the place of."""
    for folder in reversed([str(parent) for parent in PurePosixPath(name).parents][:-1]):
        path = root / folder
        if folder in plan.remove or not stands(path):
            return None
        if not path.is_dir() or path.is_symlink():
            return folder
    return None
