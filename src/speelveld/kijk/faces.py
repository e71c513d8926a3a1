"""What is seen of a kit, face by face: its title, its words for who listens, and where each value stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from speelveld.build.live import Side
from speelveld.scherm import Beyond, Letters, Shown, drawn_frame, shown_fields
from speelveld.typeset import Field, Frame, Metrics
from speelveld.units import to_mm

_SIDES: Mapping[Side, str] = {"voor": "", "achter": "achterkant", "leeg": "lege kaart", "bladzijde": "bladzijde"}
# Pieces of one value on lines right under each other are one spot; a line is no further than this from the next, in
# heights of a line.
_NEXT_LINE = 1.3


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value can be read on a face: a box in millimetres from its top left, and what is read there."""

    field: Field
    text: str
    x: float
    y: float
    w: float
    h: float


@dataclass(slots=True)
class Face:
    """One side of a card, or one page of a paper, as it was set last; `picture` is the name of how it looks now."""

    onderdeel: str
    side: Side
    number: int
    frame: Frame
    picture: str
    card: str = ""

    @property
    def id(self) -> str:
        """What tells it apart from every other face."""
        return f"{self.onderdeel}/{self.side}/{self.number}"

    @property
    def title(self) -> str:
        """What a reader calls it."""
        title = self.frame.title
        if self.side == "bladzijde":
            return title if not self.number else f"{title}, bladzijde {self.number + 1}"
        return f"{title}, {_SIDES[self.side]}" if _SIDES[self.side] else title

    @property
    def text(self) -> str:
        """All its words, as they are drawn."""
        said = " ".join(run.text.strip() for run in self.frame.texts())
        return " ".join(said.replace("\N{SOFT HYPHEN} ", "").split())

    def fields(self) -> set[Field]:
        """Return the values that can be read on it."""
        return {quote.field for run in self.frame.texts() for quote in run.quotes}

    def as_data(self) -> dict[str, Any]:
        """Return what the page knows of it without asking."""
        return {
            "id": self.id,
            "title": self.title,
            "text": self.text,
            "w": round(to_mm(self.frame.size.width), 2),
            "h": round(to_mm(self.frame.size.height), 2),
            "picture": self.picture,
            "card": self.card,
        }


def spots(frame: Frame, metrics: Metrics, values: Mapping[Field, str]) -> list[Spot]:
    """Return where each value stands on a frame, the lines of a text together."""
    found: list[list[Shown]] = []
    for piece in shown_fields(frame, metrics, values.get):
        if found and _goes_on(found[-1][-1], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [_spot(pieces) for pieces in found]


def _goes_on(before: Shown, piece: Shown) -> bool:
    if before.field != piece.field:
        return False
    down = piece.box.y - before.box.y
    same_line = abs(down) < before.box.height / 2
    below = 0 < down < 2 * _NEXT_LINE * before.box.height and piece.box.x < before.box.right
    return same_line or below


def _spot(pieces: Iterable[Shown]) -> Spot:
    pieces = list(pieces)
    left, top = min(each.box.x for each in pieces), min(each.box.y for each in pieces)
    right, bottom = max(each.box.right for each in pieces), max(each.box.bottom for each in pieces)
    words = "".join(_joined(each.text for each in pieces)).strip()
    box = (round(to_mm(each), 2) for each in (left, top, right - left, bottom - top))
    return Spot(pieces[0].field, words, *box)


def _joined(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield text[:-1] if text.endswith("\N{SOFT HYPHEN}") else f"{text.strip()} "


def drawing(face: Face, letters: Letters, name: str) -> str:
    """Return the picture of a face; `name` tells its parts apart from those of other pictures on a page."""
    return drawn_frame(face.frame, letters, name=name)


def drawing_too_long(frame: Frame, letters: Letters, field: Field, value: str, start: int, name: str) -> str:
    """Return the picture of a card on which the value of a field is too long, with all from `start` on in red."""
    return drawn_frame(frame, letters, name=name, value={field: value}.get, beyond=Beyond(field, start))
