"""What is said of a font that cannot be used."""

AGAIN = "vraag het bestand opnieuw aan wie het u gaf"


class FontError(ValueError):
    """A file that is not read as a font; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def broken() -> FontError:
    """Return what is said of a font that is not whole."""
    return FontError("is geen lettertype, of het is beschadigd", AGAIN)
