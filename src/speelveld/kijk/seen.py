"""What is seen of one casus: every face as it was set last, with a picture of it, and the sheets it is printed on."""

from collections import Counter
from collections.abc import Mapping
from itertools import count
from typing import Any

from speelveld.build.live import Changed, Live, Side
from speelveld.build.pipeline import Built
from speelveld.kijk.described import of_deck, of_which_card
from speelveld.kijk.faces import Face, drawing, drawing_too_long, spots
from speelveld.pages import Page
from speelveld.scherm import Letters, drawn_page
from speelveld.typeset import Field, FontFiles, Frame
from speelveld.units import to_mm

Data = dict[str, Any]
_SIDES: tuple[Side, ...] = ("voor", "achter", "leeg", "bladzijde")
_DECK = "deck:"
# Of all that is seen in one run: a page keeps a picture by its name.
_NAMES = count(1)


class Seen:
    """The faces of a casus that is looked at."""

    def __init__(self, live: Live) -> None:
        """Nothing has been seen yet."""
        self.live = live
        self.faces: dict[str, Face] = {}
        self._pictures: dict[str, Face | Page] = {}
        self._fonts: Mapping[str, object] = {}
        self._letters, self._metrics = Letters({}), FontFiles({})

    def take(self, changed: Changed) -> tuple[str, Face | None]:
        """Keep how a face looks now; return its id, and the face unless it is gone."""
        id = f"{changed.onderdeel}/{changed.side}/{changed.number}"
        before = self.faces.pop(id, None)
        if before is not None:
            self._pictures.pop(before.picture, None)
        if changed.frame is None:
            return id, None
        face = Face(changed.onderdeel, changed.side, changed.number, changed.frame, "")
        face.picture = self._name(face)
        face.card = _card(face)
        self.faces[id] = face
        return id, face

    def kinds(self) -> list[Data]:
        """Return all faces as the page knows them, kind by kind, in the order of the kit."""
        titles = self.live.titles
        lists = self.live.lists
        kinds: dict[str, Data] = {
            name: {"name": name, "title": title, "list": lists.get(name, ""), "faces": []}
            for name, title in titles.items()
        }
        for face in sorted(self.faces.values(), key=lambda face: (_SIDES.index(face.side), face.number)):
            if face.onderdeel in kinds:
                kinds[face.onderdeel]["faces"].append(face.as_data())
        return [kind for kind in kinds.values() if kind["faces"]]

    def sheets(self, built: Built | None) -> list[Data]:
        """Return the pages of each file of a kit, as they are printed and cut."""
        kinds = []
        for print_ in built.prints if built else ():
            faces = [
                {
                    "id": f"vel/{print_.naam}/{number}",
                    "title": f"{print_.titel}, vel {number}",
                    "text": "",
                    "w": round(to_mm(page.size.width), 2),
                    "h": round(to_mm(page.size.height), 2),
                    "picture": self._name(page),
                    "card": "",
                }
                for number, page in enumerate(print_.pages, 1)
            ]
            kinds.append({"name": f"vel-{print_.naam}", "title": print_.titel, "list": "", "faces": faces})
        return kinds

    def picture(self, name: str) -> str:
        """Return a picture as an SVG.

        Raises:
            KeyError: that is no picture of now.
        """
        drawn = self._pictures[name]
        if isinstance(drawn, Face):
            return drawing(drawn, self.letters, f"p{name}")
        return drawn_page(drawn, self.letters, "", name=f"p{name}")

    def too_long(self, frame: Frame, field: str, value: str, start: int) -> str:
        """Return the picture of a card on which a value is too long, with all from `start` on in red."""
        return drawing_too_long(frame, self.letters, Field("", field), value, start, f"l{next(_NAMES)}")

    def spots(self, frame: Frame, values: Mapping[str, str]) -> tuple[list[Data], dict[str, Data]]:
        """Return where values stand on a frame, and what the page is told of those that are not of the casus."""
        self._use_fonts()
        shown: list[Data] = []
        extra: dict[str, Data] = {}
        for spot in spots(frame, self._metrics, {Field("", path): value for path, value in values.items()}):
            key = f"{_DECK}{spot.field.file}:{spot.field.path}" if spot.field.file else spot.field.path
            if spot.field.file:
                extra[key] = of_deck(spot.text)
            shown.append({"field": key, **{name: getattr(spot, name) for name in ("text", "x", "y", "w", "h")}})
        return shown, extra

    def shows(self) -> dict[str, list[str]]:
        """Return the ids of the faces on which each value of the casus can be read, by its path."""
        where: dict[str, list[str]] = {}
        for id, face in self.faces.items():
            for field in face.fields():
                if not field.file:
                    where.setdefault(field.path, []).append(id)
        return where

    def cards(self) -> dict[str, list[str]]:
        """Return the ids of the fronts of each card of the casus, by its path; what shows most of it first."""
        cards: dict[str, list[tuple[int, str]]] = {}
        for id, face in self.faces.items():
            if face.card:
                own = sum(not field.file and of_which_card(field.path) == face.card for field in face.fields())
                cards.setdefault(face.card, []).append((-own, id))
        return {card: [id for _, id in sorted(found)] for card, found in cards.items()}

    @property
    def letters(self) -> Letters:
        """The fonts, as a page draws with them."""
        self._use_fonts()
        return self._letters

    @property
    def fonts(self) -> str:
        """A name for the fonts of now; nothing before there are any."""
        return "-".join(sorted(self.letters.files))

    def _use_fonts(self) -> None:
        fonts = self.live.fonts
        if fonts is not self._fonts:
            self._fonts, self._letters, self._metrics = fonts, Letters(fonts), FontFiles(fonts)

    def _name(self, what: Face | Page) -> str:
        name = str(next(_NAMES))
        self._pictures[name] = what
        return name


def _card(face: Face) -> str:
    """Return the path of the card of the casus that a face shows; nothing if it is of the deck, or is no card."""
    if face.side != "voor":
        return ""
    cards = Counter(of_which_card(field.path) for field in face.fields() if not field.file)
    del cards[""]
    return cards.most_common(1)[0][0] if cards else ""
