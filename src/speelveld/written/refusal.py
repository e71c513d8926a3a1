"""How a value is refused: what is wrong, the hint, and where, if that is not simply the value's own place."""

from pydantic_core import PydanticCustomError

from speelveld.errors import Source

REFUSED, WRONG_KIND = "refused", "wrong_kind"


class RefusedError(Exception):
    """A value the author must mend; the model adds the place."""

    def __init__(self, message: str, hint: str | None = None, source: Source | None = None) -> None:
        """Say what is wrong (no final full stop) and how to mend it."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.source = source


def refused(refusal: RefusedError) -> PydanticCustomError:
    """Return a refusal as an error that pydantic gathers with the others."""
    context = {"message": refusal.message, "hint": refusal.hint, "source": refusal.source}
    return PydanticCustomError(REFUSED, "{message}", context)


def wrong_kind(wanted: str) -> PydanticCustomError:
    """Return as such an error that a value is no `wanted`, such as 'een tekst'."""
    return PydanticCustomError(WRONG_KIND, "{kind}", {"kind": wanted})
