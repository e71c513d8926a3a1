"""A disk that keeps only what it was asked to keep, and a process that ends at any operation on it.

What is written is on this disk after an fsync of the file; a name is there after an fsync of its folder. A rename is
kept whole or not at all, as journalling file systems do. What nobody asked for is lost, or kept by chance.
"""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

OPERATIONS = ("open", "write", "fsync", "replace", "mkdir", "unlink", "rmdir", "ftruncate")
"""The functions of `os` through which all changes go; `test_power.py` checks that there are no others."""


class PowerError(BaseException):
    """The power is gone: nothing that the process still tries does anything."""


@dataclass
class Node:
    """A file with what was written to it and what is kept of that, or a folder (`data` is None) with its names."""

    data: bytes | None = None
    kept: bytes = b""
    names: dict[str, "Node"] = field(default_factory=dict)


@dataclass
class Change:
    """A change of names that the disk was not yet asked to keep: (folder, name, node or None) each."""

    names: list[tuple[Node, str, Node | None]]


class ForgetfulDisk:
    """Watches what a process does below `top`, and makes of it what is there after the power went at call `stop`."""

    def __init__(self, top: Path, stop: int) -> None:
        """Look at what is there now; all of that is kept."""
        self.top, self.stop, self.count = top, stop, 0
        self.now, self.kept = _scanned(top), Node()
        self._twin: dict[int, Node] = {}
        self._keep_all(self.now, self.kept)
        self._waiting: list[Change] = []
        self._open: dict[int, Path] = {}

    def put_in(self, patches: pytest.MonkeyPatch) -> None:
        """Stand between the process and the disk."""
        for name in OPERATIONS:
            patches.setattr(os, name, self._watched(name, getattr(os, name)))
        close = os.close

        def closed(number: int) -> None:
            self._open.pop(number, None)
            close(number)

        patches.setattr(os, "close", closed)

    def leave_behind(self, place: Path, chance: random.Random | None = None) -> None:
        """Write to `place` what is there after the power comes back: of what was not asked, nothing or some."""
        for number in list(self._open):  # the system takes its files, and the lock, from a process that ended
            os.close(number)
            self._open.pop(number)
        for change in self._waiting:
            if chance is not None and chance.random() < 0.5:
                self._keep(change)
        _write(self.kept, place, chance)

    def _watched(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **options: Any) -> Any:
            self.count += 1
            if self.count >= self.stop:
                raise PowerError
            result = function(*args, **options)
            getattr(self, f"_on_{name}")(result, *args)
            return result

        return watched

    def _on_open(self, number: int, path: Path, flags: int, *_: int) -> None:
        self._open[number] = Path(path)
        if flags & os.O_CREAT:
            folder, name = self._place(path)
            if name not in folder.names:
                self._change((folder, name, Node(b"")))

    def _on_write(self, length: int, number: int, data: bytes) -> None:
        node = self._node(self._open[number])
        node.data = (node.data or b"") + bytes(data)[:length]

    def _on_ftruncate(self, _: None, number: int, length: int) -> None:
        node = self._node(self._open[number])
        node.data = (node.data or b"")[:length]

    def _on_fsync(self, _: None, number: int) -> None:
        node = self._node(self._open[number])
        if node.data is not None:
            node.kept = node.data
            return
        for change in [change for change in self._waiting if any(folder is node for folder, *_ in change.names)]:
            self._waiting.remove(change)
            self._keep(change)

    def _on_replace(self, _: None, source: Path, target: Path) -> None:
        (old, was), (new, now) = self._place(source), self._place(target)
        self._change((old, was, None), (new, now, old.names[was]))

    def _on_mkdir(self, _: None, path: Path, *__: int) -> None:
        folder, name = self._place(path)
        self._change((folder, name, Node()))

    def _on_unlink(self, _: None, path: Path) -> None:
        folder, name = self._place(path)
        self._change((folder, name, None))

    _on_rmdir = _on_unlink

    def _change(self, *names: tuple[Node, str, Node | None]) -> None:
        for folder, name, node in names:
            if node is None:
                del folder.names[name]
            else:
                folder.names[name] = node
        self._waiting.append(Change(list(names)))

    def _keep(self, change: Change) -> None:
        for folder, name, node in change.names:
            kept = self._kept(folder)
            if node is None:
                kept.names.pop(name, None)
            else:
                kept.names[name] = self._kept(node)

    def _kept(self, node: Node) -> Node:
        """Return a folder as the disk keeps it; a file is the same, with what it keeps of it."""
        return node if node.data is not None else self._twin.setdefault(id(node), Node())

    def _keep_all(self, now: Node, kept: Node) -> None:
        self._twin[id(now)] = kept
        for name, node in now.names.items():
            kept.names[name] = self._kept(node)
            if node.data is None:
                self._keep_all(node, kept.names[name])

    def _place(self, path: Path | str) -> tuple[Node, str]:
        path = Path(path)
        return self._node(path.parent), path.name

    def _node(self, path: Path) -> Node:
        node = self.now
        for part in path.relative_to(self.top).parts:
            node = node.names[part]
        return node


def _scanned(path: Path) -> Node:
    if path.is_dir():
        return Node(names={each.name: _scanned(each) for each in path.iterdir()})
    return Node(path.read_bytes(), path.read_bytes())


def _write(node: Node, path: Path, chance: random.Random | None) -> None:
    if node.data is None:
        path.mkdir()
        for name, each in node.names.items():
            _write(each, path / name, chance)
    else:
        # What was not asked for may also have come through.
        path.write_bytes(node.data if chance is not None and chance.random() < 0.5 else node.kept)
