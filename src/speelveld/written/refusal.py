"""How a value is refused: what is wrong, the hint, and where, if that is not simply the value's own place."""

from collections.abc import Sequence

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from speelveld.errors import Source

REFUSED, WRONG_KIND = "refused", "wrong_kind"


class RefusedError(Exception):
    """A value the author must mend; the model adds the place. `also` is what else is wrong within that value."""

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        source: Source | None = None,
        also: Sequence["RefusedError"] = (),
    ) -> None:
        """Say what is wrong (no final full stop) and how to mend it."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.source = source
        self.also = tuple(also)

    @property
    def every(self) -> "tuple[RefusedError, ...]":
        """This refusal and all that go with it."""
        return (self, *(every for refusal in self.also for every in refusal.every))


def together(refusals: Sequence[RefusedError]) -> RefusedError:
    """Return what is wrong within one value as one refusal of it."""
    first, *others = refusals
    return RefusedError(first.message, first.hint, first.source, [*first.also, *others])


def refused(refusal: RefusedError) -> PydanticCustomError | ValidationError:
    """Return a refusal as an error that pydantic gathers with the others."""
    if refusal.also:
        return ValidationError.from_exception_data(
            "", [InitErrorDetails(type=_one(each), input=None) for each in refusal.every]
        )
    return _one(refusal)


def _one(refusal: RefusedError) -> PydanticCustomError:
    context = {"message": refusal.message, "hint": refusal.hint, "source": refusal.source}
    return PydanticCustomError(REFUSED, "{message}", context)


def wrong_kind(wanted: str) -> PydanticCustomError:
    """Return as such an error that a value is no `wanted`, such as 'een tekst'."""
    return PydanticCustomError(WRONG_KIND, "{kind}", {"kind": wanted})
