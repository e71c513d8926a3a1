"""A text that knows where its author wrote it, also after Jinja has put it in a layout."""

from markupsafe import Markup, escape

from speelveld.errors import Source

# Unicode private use: a casus that holds them is refused, so they cannot come from an author.
OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"


class Tekst(str):
    """A string with the place it was written at and the name of its field.

    In a layout it prints as its escaped text between private marks, from which `markup` reads the place again. A string
    made from it (`tekst.upper()`) is a plain string: the place is then that of the layout.
    """

    __slots__ = ("field", "source")

    source: Source
    field: str

    def __new__(cls, text: str, source: Source, field: str = "") -> "Tekst":
        """Return `text` as written at `source` in the field `field`."""
        tekst = super().__new__(cls, text)
        tekst.source = source
        tekst.field = field
        return tekst

    def __html__(self) -> str:
        place = f"{self.source.line}{MIDDLE}{self.source.column}{MIDDLE}{self.source.name}{MIDDLE}{self.field}"
        return Markup(f"{OPEN}{escape(place)}{MIDDLE}{escape(str.__str__(self))}{CLOSE}")
