"""What a layout may cost: steps are counted and texts measured, so that none hangs the program or fills the memory."""

from collections.abc import Collection, Iterable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateRuntimeError

# A hand-out takes some thousands of loop rounds and macro calls; what takes more than this is a loop that went wrong.
MOST_STEPS = 200_000
# A page of text is some 5 kB.
LONGEST_TEXT = 1_000_000
LONGEST_LIST = 20_000
LARGEST_NUMBER = 1e12
_CHARACTERS_A_STEP = 1000


class LayoutError(TemplateRuntimeError):
    """What a layout does wrong, told in Dutch."""


class LimitError(LayoutError):
    """The layout takes too much time or room."""


class Allowance:
    """What is left of the steps of one layout being filled."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def renew(self) -> None:
        """Begin with the next layout."""
        self._left = MOST_STEPS

    def spend(self, steps: int = 1) -> None:
        """Take `steps` off what is left; LimitError when it is gone."""
        self._left -= steps
        if self._left < 0:
            raise LimitError("de layout komt niet klaar; loopt er een lus te lang door?")

    def shown(self, value: Any) -> Any:
        """Return what a layout prints, a long text paid for."""
        if isinstance(value, str) and len(value) >= _CHARACTERS_A_STEP:
            self.spend(len(value) // _CHARACTERS_A_STEP)
        return value

    def counted(self, iterable: Iterable[Any]) -> Collection[Any]:
        """Return what a loop goes through, paid for."""
        items = iterable if isinstance(iterable, Collection) else list(iterable)
        self.spend(len(items) + 1)
        return items


def checked(value: Any) -> Any:
    """Return a text, list or number that a layout made; LimitError if it is larger than any layout needs."""
    if isinstance(value, str):
        too_large = len(value) > LONGEST_TEXT
    elif isinstance(value, list | tuple):
        too_large = len(value) > LONGEST_LIST
    else:
        too_large = isinstance(value, int | float) and abs(value) > LARGEST_NUMBER
    if too_large:
        raise LimitError("de layout maakt een tekst, lijst of getal dat veel te groot is")
    return value


class CountingGenerator(CodeGenerator):
    """Compiles every loop to count its rounds, and every `~` to measure its result."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  (Jinja names it)
        """Write a loop over counted items."""
        counted = nodes.EnvironmentAttribute("counted", lineno=node.lineno)
        node.iter = nodes.Call(counted, [node.iter], [], None, None, lineno=node.lineno)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  (Jinja names it)
        """Write texts put together, measured."""
        self.write("environment.checked(")
        super().visit_Concat(node, frame)
        self.write(")")
