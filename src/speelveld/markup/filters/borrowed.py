"""The filters of Jinja that a layout may use: those that can do no harm, and four that are kept within bounds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2.filters import FILTERS, do_batch, do_join, do_replace, do_round
from jinja2.utils import pass_eval_context

from speelveld.markup.limits import LONGEST_LIST, LONGEST_TEXT, LimitError, checked

_DIGITS = 10

# What is not here (`format`, `safe`, `indent`, `random` …) does not exist.
# fmt: off
_HARMLESS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "groupby", "int",
    "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select",
    "selectattr", "sort", "string", "striptags", "sum", "title", "trim", "unique", "upper", "wordcount",
)
# fmt: on


def _round(value: float, digits: int = 0, method: Any = "common") -> float:
    return do_round(value, max(-_DIGITS, min(digits, _DIGITS)), method)


def _batch(value: Iterable[Any], size: int, fill: Any = None) -> Iterator[list[Any]]:
    return do_batch(value, max(1, min(size, LONGEST_LIST)), fill)


@pass_eval_context
def _join(context: Any, value: Iterable[Any], between: str = "", attribute: str | int | None = None) -> str:
    items = checked(list(value))
    size = sum(len(item) if isinstance(item, str) else 0 for item in items)
    if size + len(items) * len(str(between)) > LONGEST_TEXT:
        raise LimitError("de layout maakt een tekst die veel te groot is")
    joined: str = do_join(context, items, between, attribute)
    return joined


@pass_eval_context
def _replace(context: Any, text: str, old: str, new: str, count: int | None = None) -> str:
    if str(text).count(str(old)) * len(str(new)) > LONGEST_TEXT:
        raise LimitError("de layout maakt een tekst die veel te groot is")
    return do_replace(context, text, old, new, count)


JINJA_FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: FILTERS[name] for name in _HARMLESS},
    "batch": _batch,
    "join": _join,
    "replace": _replace,
    "round": _round,
}
