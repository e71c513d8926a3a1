"""The bytes of a YAML file, and a value that should be another → the same bytes but for that value.

Comments, order, the quoting of other values, line ends and a byte order mark stay as they are. Nothing is handed on
before it has been read again: only the value that was meant may be another.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from yaml import YAMLError

from speelveld.errors import Problem, Source, SpeelveldError
from speelveld.written.amended import bare, in_order, text_at, with_item, with_key, with_text, without
from speelveld.written.characters import unprintable_in
from speelveld.written.hints import quote
from speelveld.written.kind import FileKind
from speelveld.written.lines import LINE_END, Lines
from speelveld.written.nodes import Mapping, Node, Plain, Scalar, Sequence, nodes, plain
from speelveld.written.parser import WHITE, parse
from speelveld.written.pasted import seen
from speelveld.written.paths import below, parts_of
from speelveld.written.reading import text_of
from speelveld.written.styles import INDENT, Setting, block, flowing, ways

_BOM = b"\xef\xbb\xbf"
_REST = re.compile(r"[^\r\n]*")
# In characters: enough to tell one place of a casus from any other.
_AROUND = 160
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A value of a file: where it begins, and where its key does; an item of a list has none."""

    path: str
    start: Source
    key: Source | None
    is_text: bool
    is_block: bool


class EditableFile:
    """A YAML file as it is; each change gives another one, and leaves this as it was."""

    def __init__(self, data: bytes, name: str, kind: FileKind) -> None:
        """Read a file, which its author knows as `name`.

        Raises:
            SpeelveldError: it is no YAML, or holds what no file of the program may; of the class that `kind` says.
        """
        self.data = data
        self._name, self._kind = name, kind
        self._bom = data.startswith(_BOM)
        self._text = text_of(data, name, kind)
        if problems := parse(self._text, name, kind).problems:
            raise kind.error(problems)
        self._nodes = nodes(self._text)

    @classmethod
    def _of(cls, text: str, found: dict[str, Node], before: "EditableFile") -> "EditableFile":
        file = object.__new__(cls)
        file._text, file._nodes, file._bom = text, found, before._bom
        file._name, file._kind = before._name, before._kind
        file.data = (_BOM if before._bom else b"") + text.encode()
        return file

    @cached_property
    def values(self) -> dict[str, str]:
        """Every text of the file by its path, without white at its ends, in the order of the file."""
        return {path: node.value.strip(WHITE) for path, node in self._nodes.items() if isinstance(node, Scalar)}

    def held(self, path: str) -> "Plain | None":
        """Return what stands at `path`, as texts, lists and mappings; None if nothing does."""
        node = self._nodes.get(path)
        return None if node is None else bare(plain(node))

    def difference(self, other: "EditableFile") -> tuple[int, str, str]:
        """Return where `other` begins to differ, and what this and that have there up to where they are the same.

        Some of what stands around it is in all three, so that it is known again at another place.
        """
        mine, theirs = self._text, other._text
        shortest = min(len(mine), len(theirs))
        start = next((at for at in range(shortest) if mine[at] != theirs[at]), shortest)
        most = shortest - start
        same = next((at for at in range(most) if mine[-1 - at] != theirs[-1 - at]), most)
        start, same = max(0, start - _AROUND), max(0, same - _AROUND)
        return start, mine[start : len(mine) - same], theirs[start : len(theirs) - same]

    def replaced(self, at: int, before: str, after: str) -> "EditableFile | None":
        """Return the file with `after` for `before`: at an index of its text, or else where it stands once.

        None where it stands nowhere, or more than once, or where the file would not be sound.
        """
        if not self._text.startswith(before, at):
            at = self._text.find(before)
            if at < 0 or self._text.find(before, at + 1) >= 0:
                return None
        text = f"{self._text[:at]}{after}{self._text[at + len(before) :]}"
        try:
            return EditableFile._of(text, nodes(text), self)
        except (YAMLError, ValueError):
            return None

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    @cached_property
    def outline(self) -> tuple[Placed, ...]:
        """Every value of the file, in order: texts, lists and blocks."""
        keys = {
            below(path, name): key
            for path, node in self._nodes.items()
            if isinstance(node, Mapping)
            for name, (key, _) in node.entries.items()
        }
        return tuple(
            Placed(
                path,
                self._lines.place(node.start, self._name),
                self._lines.place(keys[path].start, self._name) if path in keys else None,
                isinstance(node, Scalar),
                isinstance(node, Mapping),
            )
            for path, node in self._nodes.items()
        )

    def place(self, path: str) -> Source:
        """Return where the value at `path` begins.

        Raises:
            SpeelveldError: there is none.
        """
        return self._lines.place(self._node(path).start, self._name)

    def changed(self, path: str, value: str) -> "EditableFile":
        """Return the file with another text at `path`; white at its ends is no part of it.

        It is written as the one before it was, or, where that cannot be, in the way nearest to it.

        Raises:
            SpeelveldError: there is no text at `path`, or this one cannot be written.
        """
        node = self._node(path)
        if not isinstance(node, Scalar):
            raise self._refusal(
                f"'{path}' is geen tekst maar een lijst of een blok", node, "kies een waarde daarbinnen"
            )
        value = self._told(value, node)
        expected = with_text(plain(self._nodes[""]), parts_of(path), value)
        start, end = node.start, self._end(node)
        before = " " if start == end and self._text[start - 1 : start] in (":", "-", ",") else ""
        for way in ways(value, self._setting(path, node)):
            made = f"{self._text[:start]}{before}{way}{self._text[end:]}"
            if found := self._checked(made, expected, path):
                return found
        raise self._refusal("deze tekst kan hier niet worden opgeschreven", node, "typ hem zelf in het bestand")

    def added(self, path: str, value: Plain, after: str | None = None) -> "EditableFile":
        """Return the file with a key it did not have.

        It comes above an example of itself that stands in a comment of this mapping; without one after the key `after`,
        or as the last of its mapping.

        Raises:
            SpeelveldError: the key is there, or there is no mapping for it.
        """
        *_, key = parts_of(path)
        above = _above(path)
        holder = self._node(above)
        if not isinstance(holder, Mapping) or not isinstance(key, str):
            raise self._refusal(f"'{above}' is geen blok met sleutels", holder, "schrijf het zelf in het bestand")
        if key in holder.entries:
            raise self._refusal(f"'{path}' staat er al", holder.entries[key][0], "verander die waarde")
        value = self._all_told(value, holder)
        expected = with_key(plain(self._nodes[""]), parts_of(above), key, value)
        written = flowing(key)
        if holder.brackets:
            previous = [value for _, value in holder.entries.values()]
            return self._in_brackets(holder, previous, len(previous), f"{written}: {flowing(value)}", expected, path)
        keys = [pair for name, pair in holder.entries.items() if after is None or name == after] or list(
            holder.entries.values()
        )
        column = self._column(next(iter(holder.entries.values()))[0].start)
        lines = block(value, column, f"{' ' * column}{written}:", self._list_indent, under_key=True)
        example = self._example(holder, column, written)
        if example is not None:
            return self._kept(example, example, "".join(f"{line}{self._newline}" for line in lines), expected, path)
        return self._with_lines(self._line_end(self._end(keys[-1][1])), lines, expected, path)

    def inserted(self, path: str, index: int, value: Plain) -> "EditableFile":
        """Return the file with a new item in the list at `path`, before the one that is at `index` now.

        Raises:
            SpeelveldError: there is no such list.
        """
        node = self._node(path)
        if not isinstance(node, Sequence) or not 0 <= index <= len(node.items):
            raise self._refusal(f"'{path}' is geen lijst met zo veel punten", node, "kies een andere plek")
        value = self._all_told(value, node)
        expected = with_item(plain(self._nodes[""]), parts_of(path), index, value)
        if node.brackets:
            return self._in_brackets(node, node.items, index, flowing(value), expected, path)
        dashes = [self._dash(item) for item in node.items]
        column = self._column(dashes[0])
        begin = f"{' ' * column}-"
        blank = self._between(node)
        if index:
            at = self._line_end(self._end(node.items[index - 1]))
            return self._with_lines(at, [*blank, *block(value, column, begin, self._list_indent)], expected, path)
        line = self._line_start(dashes[0])
        if self._text[line : dashes[0]].strip(" "):
            # The list begins behind a dash of the list around it.
            lines = self._newline.join([*block(value, column, "-", self._list_indent), *blank, " " * column])
            return self._kept(dashes[0], dashes[0], lines, expected, path)
        at = self._above_comments(line, column)
        lines = "".join(f"{each}{self._newline}" for each in [*block(value, column, begin, self._list_indent), *blank])
        return self._kept(at, at, lines, expected, path)

    def moved(self, path: str, index: int, to: int) -> "EditableFile":
        """Return the file with the item at `index` of the list at `path` at place `to`, comments above it included.

        Raises:
            SpeelveldError: there is no such list, or it has no such places.
        """
        node = self._node(path)
        if not isinstance(node, Sequence) or not {index, to} <= set(range(len(node.items))):
            raise self._refusal(f"'{path}' is geen lijst met zo veel punten", node, "kies een andere plek")
        order = list(range(len(node.items)))
        order.insert(to, order.pop(index))
        expected = in_order(plain(self._nodes[""]), parts_of(path), order)
        spans = [(item.start, item.end) if node.brackets else self._item_span(item) for item in node.items]
        parts: list[str] = []
        for place, number in enumerate(order):
            start, end = spans[number]
            gap = self._text[spans[place][1] : spans[place + 1][0]] if place + 1 < len(spans) else ""
            parts.append(f"{self._text[start:end]}{gap}")
        return self._kept(spans[0][0], spans[-1][1], "".join(parts), expected, path)

    def removed(self, path: str) -> "EditableFile":
        """Return the file without a key, or without an item of a list; comments on lines of their own stay.

        Raises:
            SpeelveldError: it is not there, or the whole file would be empty.
        """
        node = self._node(path)
        if not path:
            raise self._refusal("het hele bestand kan niet weg", node, "kies een waarde daarbinnen")
        above, part = _above(path), parts_of(path)[-1]
        holder = self._node(above)
        expected = without(plain(self._nodes[""]), parts_of(path))
        if isinstance(holder, Mapping):
            starts = [key.start for key, _ in holder.entries.values()]
            every = [value for _, value in holder.entries.values()]
        else:
            assert isinstance(holder, Sequence)
            every = holder.items
            starts = [each.start if holder.brackets else self._dash(each) for each in every]
        number = list(holder.entries).index(str(part)) if isinstance(holder, Mapping) else int(part)
        if holder.brackets:
            return self._out_of_brackets(starts, every, number, expected, path)
        start, end = starts[number], self._line_end(self._end(every[number]))
        if len(every) == 1:
            return self._emptied(above, holder, start, end, expected, path)
        line = self._line_start(start)
        if self._text[line:start].strip(" "):
            # It begins behind the dash of an item: the next one takes its place there.
            following = _BLANK_LINES.match(self._text, end)
            after = following.end() if following else end
            gap = self._text[after : starts[number + 1]]
            return self._kept(start, starts[number + 1] if not gap.strip(" ") else end, "", expected, path)
        line_end = LINE_END.match(self._text, end)
        if line_end is None:
            # The last line of a file that ends without a line end.
            before = self._text[:line]
            return self._kept(len(before.rstrip("\r\n")), end, "", expected, path)
        return self._kept(line, line_end.end(), "", expected, path)

    def _node(self, path: str) -> Node:
        node = self._nodes.get(path)
        if node is None:
            message, hint = f"{quote(path)} staat niet in dit bestand", "lees het bestand opnieuw; het is veranderd"
            raise self._kind.error([Problem(message, Source(self._name), hint)])
        return node

    def _refusal(self, message: str, node: Node, hint: str) -> SpeelveldError:
        return self._kind.error([Problem(message, self._lines.place(node.start, self._name), hint)])

    def _told(self, value: str, node: Node) -> str:
        """Return a text as it is read again: its line ends alike, and without white at its ends."""
        value = seen(LINE_END.sub("\n", value)).strip(WHITE)
        if problems := unprintable_in(value, self._lines.place(node.start, self._name)):
            raise self._kind.error(problems)
        return value

    def _all_told(self, value: Plain, node: Node) -> Plain:
        match value:
            case str():
                return self._told(value, node)
            case list():
                return [self._all_told(each, node) for each in value]
            case dict():
                return {key: self._all_told(each, node) for key, each in value.items()}

    def _kept(self, start: int, end: int, text: str, expected: Plain, path: str) -> "EditableFile":
        found = self._checked(self._text[:start] + text + self._text[end:], expected, None)
        if found is None:
            place = self._nodes.get(path) or self._node(_above(path))
            raise self._refusal("dit kan hier niet zonder de rest te veranderen", place, "doe het zelf in het bestand")
        return found

    def _checked(self, text: str, expected: Plain, path: str | None) -> "EditableFile | None":
        """Return the file with this text if it holds what is expected; at `path` white at the ends is free."""
        try:
            found = nodes(text)
        except (YAMLError, ValueError):
            return None
        if path is not None:
            node = found.get(path)
            if not isinstance(node, Scalar):
                return None
            wanted = text_at(expected, parts_of(path))
            empty_now = not node.value and not node.style
            if node.value.strip(WHITE) != wanted or empty_now:
                return None
            expected = with_text(expected, parts_of(path), node.value)
            return EditableFile._of(text, found, self) if plain(found[""]) == expected else None
        return EditableFile._of(text, found, self) if bare(plain(found[""])) == bare(expected) else None

    @property
    def _newline(self) -> str:
        found = LINE_END.search(self._text)
        return found[0] if found else "\n"

    def _line_start(self, index: int) -> int:
        return max(self._text.rfind("\n", 0, index), self._text.rfind("\r", 0, index)) + 1

    def _line_end(self, index: int) -> int:
        found = _REST.match(self._text, index)
        return found.end() if found else index

    def _column(self, index: int) -> int:
        return index - self._line_start(index)

    def _end(self, node: Node) -> int:
        """Return where a value ends that anybody sees: the lines below a text in lines are none of it."""
        if isinstance(node, Scalar) and node.style not in ("|", ">"):
            return node.end
        if isinstance(node, Sequence | Mapping):
            if node.brackets:
                return node.end
            inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries.values()]
            last = inner[-1]
            if isinstance(last, Scalar) and last.start == last.end:
                # Nothing stands behind the dash or the colon.
                return last.start
            return self._end(last)
        return node.start + len(self._text[node.start : node.end].rstrip())

    def _setting(self, path: str, node: Scalar) -> Setting:
        """Return how a text is written, for another one in its place."""
        written = self._text[node.start : self._end(node)]
        lines = LINE_END.split(written)
        head, style = "", node.style
        indent = self._holder_column(path) + INDENT
        if style in ("|", ">"):
            head, *lines = lines
            indent = _indent(lines, node.value, indent)
        elif len(lines) > 1:
            indent = next((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), indent)
        width = max(map(len, lines)) if len(lines) > 1 else 0
        rest = self._text[self._end(node) : self._line_end(self._end(node))]
        return Setting(style, indent, width, head, self._newline, node.flow, not rest.strip())

    def _holder_column(self, path: str) -> int:
        """Return how far the mapping or list around a value is indented."""
        holder = self._nodes.get(_above(path)) if path else None
        if isinstance(holder, Mapping) and not holder.brackets:
            return self._column(next(iter(holder.entries.values()))[0].start)
        if isinstance(holder, Sequence) and not holder.brackets:
            return self._column(self._dash(holder.items[0]))
        return 0

    def _dash(self, item: Node) -> int:
        """Return where the dash of an item of a list stands."""
        before = self._text.rfind("-", 0, item.start)
        while self._text[self._line_start(before) : before].lstrip().startswith("#"):
            before = self._text.rfind("-", 0, before)  # in a comment between a dash and what it begins
        return before

    def _item_span(self, item: Node) -> tuple[int, int]:
        """Return where an item of a list of lines begins, with the comments right above it, and where it ends."""
        dash = self._dash(item)
        line, end = self._line_start(dash), self._line_end(self._end(item))
        if self._text[line:dash].strip(" "):
            # It begins behind a dash of the list around it.
            return dash, end
        return self._above_comments(line, dash - line) + dash - line, end

    def _example(self, holder: Mapping, column: int, key: str) -> int | None:
        """Return where the line begins in which a comment of a mapping has `key` as an example; None without one."""
        first, last = next(iter(holder.entries.values()))[0], list(holder.entries.values())[-1][1]
        sign = re.compile(rf"(?:{' ' * column}#[ ]?|#{' ' * column}){re.escape(key)}:(?=[ \r\n]|$)")
        at, beyond = self._line_start(first.start), self._line_end(self._end(last))
        while at < len(self._text):
            if sign.match(self._text, at):
                return at
            line = _LINE.match(self._text, at)
            after = line.end() if line else len(self._text)
            if at > beyond and column and not self._text[at:after].lstrip(" ").startswith("#"):
                return None
            at = after if after > at else len(self._text)
        return None

    def _between(self, node: Sequence) -> list[str]:
        """Return the empty lines that this list has between its items, as its first two have them."""
        if len(node.items) < 2:
            return []
        between = self._text[self._line_end(self._end(node.items[0])) : self._line_start(self._dash(node.items[1]))]
        return [""] if LINE_END.match(between) and not between.strip() and len(LINE_END.findall(between)) > 1 else []

    def _above_comments(self, line: int, column: int) -> int:
        """Return where the comments begin that stand right above a line, and as far to the right."""
        while line:
            above = self._line_start(line - 1 if self._text[line - 2 : line] != "\r\n" else line - 2)
            words = self._text[above:line]
            if not words.lstrip(" ").startswith("#") or len(words) - len(words.lstrip(" ")) != column:
                break
            line = above
        return line

    def _with_lines(self, at: int, lines: list[str], expected: Plain, path: str) -> "EditableFile":
        """Return the file with lines behind the one that ends at `at`."""
        return self._kept(at, at, "".join(self._newline + line for line in lines), expected, path)

    @property
    def _list_indent(self) -> int:
        """How far the dashes of a list are to the right of its key, as this file has it first."""
        for node in self._nodes.values():
            if isinstance(node, Mapping) and not node.brackets:
                for key, value in node.entries.values():
                    if isinstance(value, Sequence) and not value.brackets:
                        return self._column(value.start) - self._column(key.start)
        return INDENT

    def _in_brackets(
        self, holder: Node, every: list[Node], index: int, written: str, expected: Plain, path: str
    ) -> "EditableFile":
        if not every:
            return self._kept(holder.start + 1, holder.end - 1, written, expected, path)
        if index:
            at = every[index - 1].end
            return self._kept(at, at, f", {written}", expected, path)
        return self._kept(every[0].start, every[0].start, f"{written}, ", expected, path)

    def _out_of_brackets(
        self, starts: list[int], every: list[Node], number: int, expected: Plain, path: str
    ) -> "EditableFile":
        if number:
            return self._kept(every[number - 1].end, every[number].end, "", expected, path)
        end = starts[1] if len(starts) > 1 else every[0].end
        return self._kept(starts[0], end, "", expected, path)

    def _emptied(self, above: str, holder: Node, start: int, end: int, expected: Plain, path: str) -> "EditableFile":
        """Return the file with brackets in place of the only thing that a list or mapping held."""
        sign = "[]" if isinstance(holder, Sequence) else "{}"
        if not above:
            raise self._refusal("dit is het enige in dit bestand", holder, "laat het staan, of gooi het bestand weg")
        line = self._line_start(start)
        if self._text[line:start].strip(" "):
            return self._kept(start, end, sign, expected, path)
        outer, (*_, part) = self._node(_above(above)), parts_of(above)
        if isinstance(outer, Mapping):
            key = outer.entries[str(part)][0]
            at = self._text.index(":", key.end) + 1
        else:
            at = self._dash(holder) + 1
        line = line - len(LINE_END.findall(self._text[:line])[-1])
        made = f"{self._text[:at]} {sign}{self._text[at:line]}{self._text[end:]}"
        return self._kept(0, len(self._text), made, expected, path)


def _above(path: str) -> str:
    above = ""
    for part in parts_of(path)[:-1]:
        above = below(above, part)
    return above


def _indent(lines: list[str], value: str, usual: int) -> int:
    """Return how far a text in lines is indented: its first line may have white of its own besides."""
    line = next((line for line in lines if line.strip()), None)
    own = next((line for line in value.split("\n") if line.strip()), None)
    if line is None or own is None:
        return usual
    return (len(line) - len(line.lstrip(" "))) - (len(own) - len(own.lstrip(" ")))
