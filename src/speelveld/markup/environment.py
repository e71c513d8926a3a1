"""The Jinja environment of the layouts: sandboxed, strict, escaping, and silent about nothing."""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from speelveld.markup.sources import LayoutLoader

MINUS = "\N{MINUS SIGN}"
_TOO_LONG = 100_000


class Missing(StrictUndefined):
    """A name that is not there: an error in Dutch, never an empty card."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: Any, **_keywords: Any) -> NoReturn:
        if self._undefined_hint:
            raise UndefinedError(self._undefined_hint)
        raise UndefinedError(f"{self._undefined_name!r} bestaat hier niet")

    __str__ = __iter__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error  # type: ignore[assignment]
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = _fail_with_undefined_error  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = __call__ = _fail_with_undefined_error  # type: ignore[assignment]
    __getitem__ = _fail_with_undefined_error  # type: ignore[assignment]


class LayoutEnvironment(ImmutableSandboxedEnvironment):
    """Refuses what can fill the memory: a text multiplied, and `%` and `**` on anything but small numbers."""

    intercepted_binops = frozenset({"*", "%", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Work out `left operator right` for numbers only."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if not numbers or (operator == "**" and abs(right) > 64):
            raise SecurityError(f"{operator!r} is er alleen voor getallen")
        return super().call_binop(context, operator, left, right)


def signed(number: int) -> str:
    """Return '+2', '0' or '−2' with a real minus sign."""
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def make_environment(loader: LayoutLoader, filters: Mapping[str, Callable[..., Any]]) -> LayoutEnvironment:
    """Return the environment for layouts found by `loader`, with `filters` beside Jinja's harmless ones."""
    environment = LayoutEnvironment(
        loader=loader,
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
    )
    environment.globals.pop("lipsum", None)
    for name in ("format", "pprint", "xmlattr", "filesizeformat", "urlize", "tojson", "random", "center", "indent"):
        environment.filters.pop(name, None)
    environment.filters["teken"] = signed
    environment.filters.update(filters)
    return environment
