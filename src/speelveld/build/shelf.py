"""The onderdelen of a kit as they are set, each once: when a job needs it, or a layout shows it small."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from speelveld.build.pictures import CasusPictures
from speelveld.deck import OnderdeelFaces
from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.pages import SetOnderdeel
from speelveld.typeset import Frame
from speelveld.written.hints import PLAIN, suggest

SetOne = Callable[[OnderdeelFaces], SetOnderdeel]


@dataclass(slots=True)
class Shelf:
    """Holds what is set with the same data: for the office printer, or for one profile."""

    _faces: dict[str, OnderdeelFaces] = field(default_factory=dict)
    _ready: dict[str, SetOnderdeel] = field(default_factory=dict)
    _busy: list[str] = field(default_factory=list)
    _set: SetOne | None = None

    def open(self, every: Iterable[OnderdeelFaces], set_one: SetOne) -> None:
        """Take all onderdelen of the kit, and what sets one of them."""
        self._faces = {faces.onderdeel.naam: faces for faces in every}
        self._set = set_one

    def onderdeel(self, faces: OnderdeelFaces) -> SetOnderdeel:
        """Return an onderdeel, set.

        Raises:
            AuthorError: a text of the author does not fit.
            KitError: a layout is wrong.
        """
        naam = faces.onderdeel.naam
        if naam not in self._ready:
            assert self._set is not None, "a shelf is opened before anything is taken from it"
            self._busy.append(naam)
            try:
                self._ready[naam] = self._set(faces)
            finally:
                self._busy.pop()
        return self._ready[naam]

    def face(self, naam: str, number: int, side: str) -> Frame:
        """Return a card or page of the onderdeel `naam`: its front, its back, or the blank one.

        Raises:
            AuthorError: a text of the author does not fit on it.
            KitError: its layout is wrong.
            LookupError: it is not there; the message says why, the second argument what can be done.
        """
        faces = self._faces.get(naam)
        if faces is None:
            hint = f'vraag er eerst naar: {{% if "{naam}" in onderdelen %}}'
            near = suggest(naam, self._faces, PLAIN)
            raise LookupError(f"onderdeel '{naam}' bestaat niet in deze kit", near if "bedoelt" in near else hint)
        if naam in self._busy:
            raise LookupError(f"'{naam}' zou zo zichzelf laten zien", "laat een ander onderdeel zien")
        if faces.onderdeel.laat:
            raise LookupError(f"'{naam}' komt het laatst, en kan dus nergens in het klein staan")
        return _chosen(naam, self.onderdeel(faces), number, side)


def _chosen(naam: str, setting: SetOnderdeel, number: int, side: str) -> Frame:
    fronts = setting.fronts or setting.pages
    match side:
        case "blank":
            found = [frame for frame, _ in setting.blanks]
        case "back":
            found = [setting.backs[back] for back in setting.back_of if back is not None]
        case _:
            found = list(fronts)
    if not found:
        lacking = {"blank": "lege kaart", "back": "achterkant"}.get(side, "kaart")
        raise LookupError(f"'{naam}' heeft geen {lacking}")
    if number > len(found):
        noun = "kaarten" if setting.fronts else "bladzijden"
        raise LookupError(f"'{naam}' heeft {len(found)} {noun}, en hier staat nummer {number}")
    return found[number - 1]


@dataclass(frozen=True, slots=True)
class CasusAssets:
    """What a layout draws that it does not hold itself: pictures, and other onderdelen."""

    pictures: CasusPictures
    shelf: Shelf

    def image(self, name: str) -> tuple[ReadFile, Size]:
        """Return the picture `name` and its size in pixels; LookupError says why not."""
        return self.pictures.image(name)

    def face(self, naam: str, number: int, side: str) -> Frame:
        """Return a card or page of an onderdeel; LookupError says why not."""
        return self.shelf.face(naam, number, side)
