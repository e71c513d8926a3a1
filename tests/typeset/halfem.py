"""Metrics and a theme with round numbers: in `tekst` (10 points) a character is 5 points wide and a line 12 high."""

from pathlib import Path

from speelveld.colors import Color
from speelveld.errors import Source
from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.markup.style import Style, Theme
from speelveld.typeset import Frame, Measured, Reach, TextRun
from speelveld.written.tekst import Tekst

NO_GLYPH = frozenset("★☂\ue003")


class HalfEm:
    """Letters of half an em, in every face; stars and umbrellas have no glyph."""

    def measure(self, text: str, face: str) -> Measured:
        """Return the text with its width."""
        del face
        return Measured(text, 0.5 * len(text))

    def missing(self, text: str, face: str) -> set[str]:
        """Return the stars and umbrellas in `text`."""
        del face
        return set(text) & NO_GLYPH

    def tabular(self, face: str) -> str:
        """Return the face itself: its figures are equally wide."""
        return face

    def reach(self, text: str, face: str) -> Reach:
        """Return 0.7 up and 0.2 down for any text."""
        del face
        return Reach(0.7, 0.2) if text.strip() else Reach(0.0, 0.0)


class NoPictures:
    """One picture of 200 by 100 pixels, named 'foto'."""

    def image(self, name: str) -> tuple[ReadFile, Size]:
        """Return the picture, or LookupError."""
        if name != "foto":
            raise LookupError(f"afbeelding {name!r} is er niet")
        return ReadFile(Path("foto.jpg"), b""), Size(200.0, 100.0)

    def face(self, naam: str, number: int, side: str) -> Frame:
        """Return the one card there is, 100 by 200 points with one text, or LookupError."""
        if (naam, number, side) != ("kaarten", 1, "front"):
            raise LookupError(f"onderdeel {naam!r} is er niet", "kies een ander")
        run = TextRun(
            10.0, 20.0, "klein", (), "gewoon", 10.0, Color("inkt", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0)), 25.0
        )
        return Frame(Size(100.0, 200.0), (run,), "Een kaart")


def style(name: str, *sizes: float, **changes: object) -> Style:
    """Return a style with a leading of 1.2."""
    values = {
        "face": "gewoon",
        "leading": 1.2,
        "color": "inkt",
        "hyphens": "gewoon",
        "balance": False,
        "before": 0.0,
        "after": 0.0,
        **changes,
    }
    return Style(name, sizes=sizes, **values)  # type: ignore[arg-type]


def theme() -> Theme:
    """Return the theme of the tests: `trap` is the only style with more sizes than one."""
    names = ("inkt", "grijs", "lijn", "wit")
    colors = {name: Color(name, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0)) for name in names}
    styles = [
        style("tekst", 10),
        style("alinea", 10, after=6),
        style("trap", 14, 12, 10),
        style("kop", 10, face="vet", hyphens="nood", balance=True),
        style("kop1", 20, face="vet", hyphens="nood", after=10),
        style("kop2", 10, face="vet", hyphens="nood", before=12, after=4),
        style("kop3", 10, face="halfvet", hyphens="nood"),
        style("tabel", 10),
        style("tabelkop", 10, face="halfvet", hyphens="nood"),
        style("voet", 9),
        style("groot", 20),
    ]
    return Theme(colors, {made.name: made for made in styles})


def tekst(text: str, field: str = "vraag", line: int = 4, file: str = "casus.yaml") -> Tekst:
    """Return a text of an author."""
    return Tekst(text, Source(file, line, 3), field)
