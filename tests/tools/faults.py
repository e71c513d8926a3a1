"""The source of a module → the faults of one line that a tired person makes in it; nothing is written or run here."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

_EDGES = {ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">")}
_SIGNS = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*")}
_EITHER = {ast.And: ("and", "or"), ast.Or: ("or", "and")}
_SIDES = {
    one: other
    for pair in (("left", "right"), ("top", "bottom"), ("width", "height"), ("x", "y"), ("before", "after"))
    for one, other in (pair, pair[::-1])
}
_EXTREMES = {"min": "max", "max": "min", "any": "all", "all": "any", "ceil": "floor", "floor": "ceil"}
_PATHS = re.compile(r"folder|path|parent|place|root|layouts|_FOLDER|own$|decks|^here$", re.IGNORECASE)
# How much is remembered, and what only a type checker reads.
_NO_FAULT_IN_CALLS = ("lru_cache", "cache", "dataclass", "field", "Field", "TypeVar")


@dataclass(frozen=True, order=True)
class Fault:
    """A change to one line of a file: the characters from `start` to `end` become `new`."""

    path: Path
    line: int
    start: int
    end: int
    new: str
    kind: str

    def put_in(self, source: str) -> str:
        """Return the source with the fault."""
        lines = source.splitlines(keepends=True)
        own = lines[self.line - 1].encode()
        lines[self.line - 1] = (own[: self.start] + self.new.encode() + own[self.end :]).decode()
        return "".join(lines)


def faults(path: Path, source: str) -> list[Fault]:
    """Return every fault for a module, in the order of its text."""
    tree = ast.parse(source)
    lines = source.splitlines()
    found = {
        Fault(path, line, start, end, new, kind)
        for node in _code(tree)
        for kind, line, start, end, new in _in(node, lines)
    }
    return sorted(found)


def chosen(found: Sequence[Fault], seed: int) -> Iterator[Fault]:
    """Yield all faults in an order that chance makes: the kinds take turns, and no file comes a second time early."""
    dice = Random(seed)
    piles: dict[str, list[Fault]] = {}
    for fault in found:
        piles.setdefault(fault.kind, []).append(fault)
    for pile in piles.values():
        dice.shuffle(pile)
    times: Counter[Path] = Counter()
    while any(piles.values()):
        for kind in sorted(piles):
            if piles[kind]:
                fault = min(piles[kind], key=lambda each: times[each.path])
                piles[kind].remove(fault)
                times[fault.path] += 1
                yield fault


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs: no annotations, assertions, decorators or texts."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, (ast.Assert, ast.JoinedStr)):
                continue
            if isinstance(child, ast.Call) and ast.unparse(child.func) in _NO_FAULT_IN_CALLS:
                continue
            if isinstance(node, ast.Subscript) and isinstance(child, ast.Constant):
                continue  # the number of a place in a list: another one breaks at once
            yield child
            yield from _code(child)


def _in(node: ast.AST, lines: Sequence[str]) -> Iterator[tuple[str, int, int, int, str]]:
    """Yield the faults of one node: kind, line, first and last column in bytes, and what stands there then."""
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]) if type(operator) in _EDGES:
            yield from _between(left, right, *_EDGES[type(operator)], "edge", lines)
        case ast.Compare(left=left, ops=[first, second], comparators=[middle, right]) if type(first) in _EDGES:
            yield from _between(left, middle, *_EDGES[type(first)], "edge", lines)
            if type(second) in _EDGES:
                yield from _between(middle, right, *_EDGES[type(second)], "edge", lines)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _SIGNS and _are_numbers(left, right):
            yield from _between(left, right, *_SIGNS[type(operator)], "sign", lines)
            if isinstance(operator, (ast.Add, ast.Sub)) and node.lineno == node.end_lineno:
                yield from _dropped(node, lines)
        case ast.BoolOp(op=operator, values=[first, second, *_]):
            yield from _between(first, second, *_EITHER[type(operator)], "and/or", lines)
        case ast.UnaryOp(op=ast.Not(), operand=operand) if operand.lineno == node.lineno:
            yield "not dropped", node.lineno, node.col_offset, node.col_offset + len("not "), ""
        case ast.Call(func=ast.Name(id=name) as function) if name in _EXTREMES:
            yield "min/max", function.lineno, function.col_offset, function.col_offset + len(name), _EXTREMES[name]
        case ast.Attribute(attr=name, ctx=ast.Load()) if name in _SIDES and node.end_col_offset:
            assert node.end_lineno is not None
            yield "side", node.end_lineno, node.end_col_offset - len(name), node.end_col_offset, _SIDES[name]
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            assert node.end_col_offset is not None
            new = str(number + 1) if isinstance(number, int) else repr(round(number * 1.1 or 0.1, 6))
            yield "number", node.lineno, node.col_offset, node.end_col_offset, new


def _between(
    left: ast.expr, right: ast.expr, old: str, new: str, kind: str, lines: Sequence[str]
) -> Iterator[tuple[str, int, int, int, str]]:
    """Yield the fault that puts `new` for the `old` between two operands, if that is on one line."""
    assert left.end_lineno is not None
    assert left.end_col_offset is not None
    if left.end_lineno != right.lineno:
        return
    gap = lines[left.end_lineno - 1].encode()[left.end_col_offset : right.col_offset]
    at = gap.find(old.encode())
    if at >= 0:
        start = left.end_col_offset + at
        yield kind, left.end_lineno, start, start + len(old), new


def _dropped(node: ast.BinOp, lines: Sequence[str]) -> Iterator[tuple[str, int, int, int, str]]:
    """Yield the fault that leaves only the first of two terms, unless one of them stands in brackets."""
    start, end = node.left.end_col_offset, node.end_col_offset
    assert start is not None
    assert end is not None
    if node.right.end_col_offset == end and b")" not in lines[node.lineno - 1].encode()[start : node.right.col_offset]:
        yield "term dropped", node.lineno, start, end, ""


def _are_numbers(*operands: ast.expr) -> bool:
    """Tell whether operands can be numbers: what is text, a list or a path would only break."""
    for node in (each for operand in operands for each in ast.walk(operand)):
        match node:
            case ast.Constant(value=str() | bytes()) | ast.JoinedStr() | ast.List() | ast.Tuple() | ast.ListComp():
                return False
            case ast.Name(id=name) | ast.Attribute(attr=name) if _PATHS.search(name):
                return False
    return True
