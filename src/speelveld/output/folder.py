"""Kits put on disk: finished files and their manifests in, a whole folder out, or the folder as it was."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from speelveld.errors import Problem, WriteError
from speelveld.output.exchange import WORK, Exchange
from speelveld.output.failures import explain
from speelveld.output.lock import Busy
from speelveld.output.manifest import NAME, PROGRAM, Content, Earlier, Entry, listed_names, manifest_json, read_manifest
from speelveld.output.names import is_safe_name
from speelveld.output.plan import Plan, plan_kit, refuse_a_file
from speelveld.stopping import undoing

Refuse = Callable[[Mapping[str, Earlier]], Iterable[Problem]]
"""Says why a kit may not come where these are, by their folders: that of the whole kit is ''."""


@dataclass(frozen=True, slots=True)
class KitResult:
    """What happened in the folder, as paths under the folder as it was given."""

    written: tuple[Path, ...]
    """Every file of the kit, manifests last."""
    removed: tuple[Path, ...]
    """Files of the earlier kit that the new one lacks."""
    kept: tuple[Path, ...]
    """The same, but changed since by the user, and so left alone."""
    aside: tuple[tuple[Path, Path], ...] = ()
    """Files of ours that the user changed, in the place of new ones: what they were called, and are called now."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files (relative POSIX name → bytes) in a folder of the kit, and the manifest there that lists them.

    The manifest needs `programma: speelveld`, and in `bestanden` one entry with `bestand` for each file.
    """

    files: Mapping[str, bytes | Path]
    manifest: Mapping[str, object]
    at: str = ""
    name: str = NAME

    def within(self, name: str) -> str:
        """Return the name of one of its files from the folder of the whole kit."""
        return f"{self.at}/{name}" if self.at else name

    @property
    def manifest_name(self) -> str:
        """The name of its manifest from there."""
        return self.within(self.name)


def write_kit(
    folder: Path,
    files: Mapping[str, bytes | Path],
    manifest: Mapping[str, object],
    name: str = NAME,
    busy: Busy = lambda _: None,
) -> KitResult:
    """Put `files` (relative POSIX name → bytes, or a draft to move in) and the manifest `name` into `folder`.

    A file that already holds the right bytes is not touched, so that it may be open. A draft is used up, also on
    failure. What another process writes there is waited for; `busy` hears of it.

    Raises:
        WriteError: the folder cannot be written, or a file that is not ours stands in the way; it is as it was.
    """
    return _write(folder, [Bundle(files, manifest, name=name)], lambda _: [], lambda bundles, _: bundles, busy)


def write_kits(
    folder: Path,
    kits: Mapping[str, Bundle],
    top: Bundle,
    order: Collection[str],
    refuse: Refuse = lambda _: [],
    busy: Busy = lambda _: None,
) -> KitResult:
    """Put the kit of each profile into its folder of `folder`, and `top` beside these; other profiles stay as they are.

    Each entry of `top` has a `profiel`. Those of profiles that are not in `kits` stay too, and if two profiles have a
    file of one name there, it is that of the one that comes first in `order`.

    Raises:
        WriteError: as `write_kit`, or `refuse` says why.
    """

    def merged(bundles: list[Bundle], earlier: Mapping[str, Earlier]) -> list[Bundle]:
        return [_merged(bundles[0], earlier[""], kits, list(order)), *bundles[1:]]

    return _write(folder, [top, *kits.values()], refuse, merged, busy)


def _merged(top: Bundle, earlier: Earlier, renewed: Collection[str], order: list[str]) -> Bundle:
    """Return `top` with what an earlier one lists of profiles that are not renewed."""
    others = {name: entry for name, entry in earlier.entries.items() if _owner(entry, earlier) not in renewed}
    mine = {str(entry["bestand"]): entry for entry in _entries_of(top)}

    def rank(entry: Entry) -> int:
        return order.index(owner) if (owner := _owner(entry, earlier)) in order else len(order)

    theirs = {name for name, entry in others.items() if name not in mine or rank(entry) < rank(mine[name])}
    entries = [entry for name, entry in mine.items() if name not in theirs]
    files = {name: content for name, content in top.files.items() if name not in theirs}
    manifest = {**top.manifest, "bestanden": [*entries, *(others[name] for name in others if name in theirs)]}
    return replace(top, files=files, manifest=manifest)


def _owner(entry: Entry, earlier: Earlier) -> str:
    """Return of which profile a file is; a kit of before each profile had a manifest does not say that of pictures."""
    if owner := entry.get("profiel"):
        return str(owner)
    folder, slash, _ = str(entry.get("van", entry["bestand"])).partition("/")
    first = next((other.get("profiel") for other in earlier.entries.values() if other.get("profiel")), "")
    return folder if slash else str(first)


def _entries_of(bundle: Bundle) -> list[Entry]:
    entries = bundle.manifest["bestanden"]
    assert isinstance(entries, list)
    return entries


def _write(
    folder: Path,
    bundles: list[Bundle],
    refuse: Refuse,
    merged: Callable[[list[Bundle], Mapping[str, Earlier]], list[Bundle]],
    busy: Busy,
) -> KitResult:
    for bundle in bundles:
        _assert_complete(bundle)
    with undoing():
        try:
            bundles = [replace(bundle, files=_read(bundle.files)) for bundle in bundles]
            root = Path(os.path.realpath(folder))
            refuse_a_file(root, folder)
            with Exchange(root, folder, busy) as exchange:
                found = {bundle.at: read_manifest(root / bundle.manifest_name) for bundle in bundles}
                earlier = {at: each for at, each in found.items() if each is not None}
                if problems := list(refuse(earlier)):
                    raise WriteError(problems)
                listed = _listed(root, bundles, earlier)
                bundles = merged(bundles, {at: each or Earlier({}) for at, each in found.items()})
                plan = _put(root, bundles, listed, folder, exchange)
        except OSError as error:
            raise explain(error, folder) from error
    names = [*(bundle.within(name) for bundle in bundles for name in bundle.files), *_manifests(bundles)]
    aside = tuple((folder / name, folder / now) for name, now in exchange.set_aside.items())
    return KitResult(_under(folder, names), _under(folder, plan.remove), _under(folder, plan.keep), aside)


def _put(root: Path, bundles: list[Bundle], listed: Mapping[str, str | None], shown: Path, exchange: Exchange) -> Plan:
    contents: dict[str, bytes] = {}
    new: dict[str, str | None] = dict.fromkeys(_manifests(bundles))
    for bundle in bundles:
        files = {name: data for name, data in bundle.files.items() if isinstance(data, bytes)}
        held = {name: Content.of(data) for name, data in files.items()}
        contents |= {bundle.within(name): data for name, data in files.items()}
        new |= {bundle.within(name): content.sha256 for name, content in held.items()}
        contents[bundle.manifest_name] = manifest_json(bundle.manifest, held)
        kept = set(listed_names(bundle.manifest)) - set(files)
        listed = {name: sha256 for name, sha256 in listed.items() if name not in map(bundle.within, kept)}
    plan = plan_kit(root, new, listed, shown)
    for name, data in contents.items():
        if not _holds(root / name, data):
            exchange.stage(name, data)
    exchange.commit(dict(plan.ours), plan.remove, _manifests(bundles))
    return plan


def _listed(root: Path, bundles: list[Bundle], earlier: Mapping[str, Earlier]) -> dict[str, str | None]:
    """Return all of ours that may go or be replaced: what manifests list, and those themselves.

    The manifest of a whole kit once listed the files of all its profiles.
    """
    listed: dict[str, str | None] = {}
    for bundle in bundles:
        if bundle.at not in earlier:
            continue
        listed |= {bundle.within(name): sha256 for name, sha256 in earlier[bundle.at].digests.items()}
        if (root / bundle.manifest_name).is_file():
            listed[bundle.manifest_name] = None
    return listed


def _assert_complete(bundle: Bundle) -> None:
    files, manifest, name = bundle.files, bundle.manifest, bundle.name
    assert manifest.get("programma") == PROGRAM, "the next build would not know this manifest as ours"
    assert sorted(listed_names(manifest)) == sorted(files), "the manifest must list exactly the files"
    assert all(map(is_safe_name, [*files, name]))
    assert all(file.split("/")[0] != WORK for file in files), "we work there"
    assert len({file.casefold() for file in [*files, name]}) == len(files) + 1, "one file on Windows"


def _read(files: Mapping[str, bytes | Path]) -> dict[str, bytes]:
    """Return what the files hold; a draft is used up."""
    contents: dict[str, bytes] = {}
    for name, content in files.items():
        if isinstance(content, bytes):
            contents[name] = content
        else:
            contents[name] = content.read_bytes()
            content.unlink()
    return contents


def _holds(path: Path, data: bytes) -> bool:
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(data):
        return False
    return path.read_bytes() == data


def _manifests(bundles: list[Bundle]) -> list[str]:
    return [bundle.manifest_name for bundle in bundles]


def _under(folder: Path, names: Collection[str]) -> tuple[Path, ...]:
    return tuple(folder / name for name in names)
