"""The Jinja environment of the layouts: sandboxed, strict, escaping, and silent about nothing."""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from speelveld.markup.filters import JINJA_FILTERS
from speelveld.markup.limits import LONGEST_LIST, Allowance, CountingGenerator, LimitError, checked
from speelveld.markup.messages import of_jinja
from speelveld.markup.sources import LayoutLoader
from speelveld.written.hints import meant

_POWER = 64

# A method that makes a text longer than it was (`center`, `replace`, `format`) is not among these.
_TEXT_METHODS = frozenset(
    {"capitalize", "endswith", "isdigit", "lower", "split", "startswith", "strip", "title", "upper"}
)


class Missing(StrictUndefined):
    """A name that is not there: an error in Dutch, never an empty card."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            ours = self._undefined_exception is SecurityError
            return self._undefined_hint if ours else of_jinja(self._undefined_hint)
        if owner is missing:
            return f"{name!r} bestaat hier niet"
        return f"{_named(owner)} heeft geen {name!r}{_meant(owner, str(name))}"


def _named(owner: object) -> str:
    match owner:
        case str():
            return "een tekst"
        case int() | float():
            return "een getal"
        case list() | tuple():
            return "een lijst"
        case Mapping() | None:
            return "dit"
        case _ if type(owner).__module__.startswith("jinja2."):
            return "dit"
    return type(owner).__name__


def _meant(owner: object, name: str) -> str:
    known = map(str, owner) if isinstance(owner, Mapping) else dir(owner)
    hint = meant(name, [other for other in known if not other.startswith("_")])
    return f"; {hint}" if hint else ""


class LayoutEnvironment(ImmutableSandboxedEnvironment):
    """Knows only what a layout needs, and counts what a layout costs."""

    code_generator_class = CountingGenerator
    intercepted_binops = frozenset({"+", "*", "%", "**"})

    def __init__(self, loader: LayoutLoader, trusted: tuple[type, ...]) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
            auto_reload=False,
            # What is worked out beforehand becomes a plain text, which has lost whose it is.
            optimized=False,
        )
        self._safe: dict[tuple[type, str], bool] = {}
        self._trusted = (str, int, float, list, tuple, dict, Allowance, *trusted)
        self.allowance = Allowance()
        self.finalize = self.allowance.shown
        self.counted = self.allowance.counted
        self.checked = checked
        self.globals["range"] = _numbers
        del self.globals["lipsum"]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out `left operator right` for numbers, and `+` for texts and lists, within what a layout needs."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if not (numbers or operator == "+" or isinstance(left, Undefined) or isinstance(right, Undefined)):
            raise SecurityError(f"{operator!r} is er alleen voor getallen")
        if numbers and operator == "**" and abs(right) > _POWER:
            raise LimitError("deze macht is veel te groot")
        return checked(super().call_binop(context, operator, left, right))

    def call(self, context: Context, function: Any, /, *args: Any, **keywords: Any) -> Any:
        """Call a function or macro, counted; one that a layout may not call is refused here, in Dutch."""
        self.allowance.spend()
        if callable(function) and not self.is_safe_callable(function):
            raise SecurityError(f"{getattr(function, '__name__', 'dit')!r} mag een layout niet aanroepen")
        return context.call(function, *args, **keywords)

    def get_template(self, *args: Any, **keywords: Any) -> Any:
        """Return a template that a layout includes, imports or extends, counted."""
        self.allowance.spend()
        return super().get_template(*args, **keywords)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse the methods of texts and numbers but a few, beside what Jinja refuses."""
        key = type(obj), attr
        safe = self._safe.get(key)
        if safe is None:
            if isinstance(obj, str):
                safe = attr in _TEXT_METHODS
            else:
                safe = not isinstance(obj, int | float) and super().is_safe_attribute(obj, attr, value)
            self._safe[key] = safe
        return safe

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow what Jinja hands out, and methods of plain values and of `trusted` types; none of a file or a model."""
        if isinstance(obj, Undefined):
            # Calling it raises what is wrong with it.
            return True
        owner = getattr(obj, "__self__", None)
        if owner is None or isinstance(owner, ModuleType):
            known = (checked, *self.globals.values())
            return type(obj).__module__.startswith("jinja2.") or any(obj is function for function in known)
        return isinstance(owner, self._trusted) or type(owner).__module__.startswith("jinja2.")

    def wrap_str_format(self, value: Any) -> None:
        """Make nothing of `format`: it can ask for a text of any length."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Return what fails when a layout uses an attribute it may not."""
        return self.undefined(f"{attribute!r} mag niet in een layout", obj, attribute, exc=SecurityError)


def _numbers(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > LONGEST_LIST:
        raise LimitError(f"een lus gaat hoogstens {LONGEST_LIST} keer rond")
    return found


def make_environment(
    loader: LayoutLoader, filters: Mapping[str, Callable[..., Any]], trusted: tuple[type, ...] = ()
) -> LayoutEnvironment:
    """Return the environment for layouts found by `loader`, with `filters` beside Jinja's harmless ones.

    Of objects that are no plain values a layout may call methods only where their type is among `trusted`.
    """
    environment = LayoutEnvironment(loader, trusted)
    environment.filters = {**JINJA_FILTERS, **filters}
    return environment
