"""The text of a YAML file → its values with where each begins and ends in it, to write another in their place."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from speelveld.written.loader import LOADER
from speelveld.written.pasted import cleaned, dropped_in
from speelveld.written.paths import Part, below

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""A value without its place: a text, a list or a mapping."""


@dataclass(slots=True, eq=False)
class Node:
    """A value in the text of a file, from `start` up to `end`; in a list or mapping between brackets it is `flow`."""

    start: int
    end: int
    flow: bool


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """A text; `style` is the sign it begins with ('"', "'", '|' or '>'), or nothing."""

    value: str = ""
    style: str = ""


@dataclass(slots=True, eq=False)
class Sequence(Node):
    """A list; `brackets` tells that it is between these."""

    brackets: bool = False
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Mapping(Node):
    """Keys with their values; `brackets` tells that it is between these."""

    brackets: bool = False
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


def nodes(text: str) -> dict[str, Node]:
    """Return every value of a file by its path, in order; '' is the whole.

    Raises:
        MarkedYAMLError: it is no YAML.
        ValueError: it has references, keys that are no texts or stand twice, or nothing in it.
    """
    reader = _Reader(text)
    reader.read()
    if "" not in reader.found:
        raise ValueError("nothing is in it")
    return reader.found


def plain(node: Node) -> Plain:
    """Return a value without its place."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, (_, value) in node.entries.items()}
    raise AssertionError(node)


class _Reader:
    def __init__(self, text: str) -> None:
        self.found: dict[str, Node] = {}
        self._text = cleaned(text).text
        self._dropped = dropped_in(text)
        self._open: list[tuple[Sequence | Mapping, str]] = []
        self._key: Scalar | None = None

    def read(self) -> None:
        get_event = LOADER(self._text).get_event
        event: Any = get_event()
        while not isinstance(event, StreamEndEvent):
            match event:
                case AliasEvent():
                    raise ValueError("a reference")
                case ScalarEvent():
                    self._scalar(event)
                case SequenceStartEvent():
                    self._begin(Sequence(*self._span(event), brackets=bool(event.flow_style)))
                case MappingStartEvent():
                    self._begin(Mapping(*self._span(event), brackets=bool(event.flow_style)))
                case SequenceEndEvent() | MappingEndEvent():
                    node, _ = self._open.pop()
                    closed: int = event.end_mark.index  # type: ignore[union-attr]
                    node.end = max(node.end, self._after(closed))
            event = get_event()

    def _scalar(self, event: Any) -> None:
        node = Scalar(*self._span(event), event.value, event.style or "")
        holder = self._open[-1][0] if self._open else None
        if isinstance(holder, Mapping) and self._key is None:
            if node.value in holder.entries:
                raise ValueError("a key that stands twice")
            self._key = node
        else:
            self._take(node)

    def _begin(self, node: Sequence | Mapping) -> None:
        self._open.append((node, self._take(node)))

    def _take(self, node: Node) -> str:
        path = ""
        if self._open:
            holder, above = self._open[-1]
            part: Part
            if isinstance(holder, Sequence):
                part = len(holder.items)
                holder.items.append(node)
            else:
                if self._key is None:
                    raise ValueError("a key that is no text")
                part = self._key.value
                holder.entries[part] = self._key, node
                self._key = None
            path = below(above, part)
        elif "" in self.found:
            raise ValueError("a second document")
        self.found[path] = node
        return path

    def _span(self, event: Any) -> tuple[int, int, bool]:
        if getattr(event, "anchor", None) or event.tag:
            raise ValueError("a reference or a tag")
        start, end = event.start_mark.index, event.end_mark.index
        flow = any(node.brackets for node, _ in self._open)
        return self._at(start), self._after(end) if end > start else self._at(start), flow

    def _at(self, index: int) -> int:
        """Return where the character at `index` of what YAML reads is in the text itself."""
        if not self._dropped:
            return index
        return index + bisect_right(self._dropped, index)

    def _after(self, index: int) -> int:
        """Return where what ends before `index` ends in the text itself."""
        return self._at(index - 1) + 1 if index else 0
