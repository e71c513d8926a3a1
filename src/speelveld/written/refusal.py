"""How a value is refused: what is wrong, the hint, and where, if that is not simply the value's own place."""

from speelveld.errors import Source


class RefusedError(Exception):
    """A value the author must mend; the model adds the place."""

    def __init__(self, message: str, hint: str | None = None, source: Source | None = None) -> None:
        """Say what is wrong (no final full stop) and how to mend it."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.source = source
