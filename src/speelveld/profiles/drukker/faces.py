"""Faces of one component → pages for a print shop: bleed, cut marks, and what is wrong with a face."""

from dataclasses import dataclass, field

from speelveld.colors.inks import Inks
from speelveld.errors import Problem
from speelveld.geometry import Edges, Path, Point, Rect, Size
from speelveld.pages import Laid, Page
from speelveld.profiles.drukker.frames import Need, pictures, ready, scale_to, shines_through, texts_near_cut
from speelveld.profiles.drukker.resolution import Resolution
from speelveld.profiles.drukker.shop import THINNEST, PrintShop
from speelveld.typeset import Frame, Layout, Shape
from speelveld.units import mm, spoken, to_mm

# Cut marks: how long, and how far they stay from the cut at least.
_MARK, _MARK_GAP, _MARK_LINE = mm(5), mm(1), mm(0.1)


@dataclass(slots=True)
class Desk:
    """What all files for one shop share, and all that is wrong with them."""

    layout: Layout
    shop: PrintShop
    problems: list[Problem] = field(default_factory=list)
    inks: Inks = field(init=False)
    resolution: Resolution = field(default_factory=Resolution)
    see_through: dict[str, None] = field(default_factory=dict)
    """The components with a drawing that is not opaque, where the standard wants all to be."""

    def __post_init__(self) -> None:
        self.inks = Inks(self.shop.profile, self.shop.ink)


class Faces:
    """Puts faces of one component on pages."""

    def __init__(self, desk: Desk, titel: str) -> None:
        self._desk, self._titel = desk, titel
        self._short: dict[str, None] = {}
        self._ready: dict[tuple[Frame, float], Frame] = {}
        self._flattened: dict[str, None] = {}
        self._coarse: dict[str, Problem] = {}

    def page(self, frame: Frame | None, trim: Size, *, back: bool) -> Page:
        """Return the page of a face; None is a white one."""
        shop = self._desk.shop
        edge = shop.bleed + (_MARK + max(0.0, _MARK_GAP - shop.bleed) if shop.marks else 0.0)
        size = Size(trim.width + 2 * edge, trim.height + 2 * edge)
        box = Rect(edge, edge, trim.width, trim.height)
        bleed = box.inset(Edges.all(-shop.bleed))
        laid = [] if frame is None else [self._laid(frame, box, bleed)]
        if shop.marks:
            laid.append(Laid(self._marks(size, box, bleed), size.box))
        return Page(size, tuple(laid), back=back, trim=box, bleed=bleed)

    def remarks(self) -> tuple[Problem, ...]:
        """Return what the user should know about the files."""
        found = list(self._coarse.values())
        for title in self._short:
            message = f"{self._titel}, '{title}': de opmaak tekent tot aan de snijlijn, en niet in de afloop"
            found.append(
                Problem(message, hint="na het snijden kan daar een wit randje staan; zie 'afloop' in docs/opmaak.md")
            )
        for name in self._flattened:
            message = f"{self._titel}: '{name}' is doorzichtig, en dat kan niet in PDF/X-1a"
            found.append(Problem(message, hint="het staat nu op de kleur die eronder ligt"))
        return tuple(found)

    def _laid(self, frame: Frame, trim: Rect, bleed: Rect) -> Laid:
        scale = scale_to(frame.size, Size(trim.width, trim.height))
        width, height = frame.size.width * scale, frame.size.height * scale
        place = Rect(trim.x + (trim.width - width) / 2, trim.y + (trim.height - height) / 2, width, height)
        key = (frame, scale)
        if key not in self._ready:
            self._ready[key] = self._made(frame, scale, place, bleed)
        return Laid(self._ready[key], place, clip=bleed)

    def _made(self, frame: Frame, scale: float, place: Rect, bleed: Rect) -> Frame:
        shop = self._desk.shop
        self._check(frame, scale)
        if shop.standard == "x1a" and shines_through(frame.items):
            self._desk.see_through.setdefault(self._titel)
        for picture in pictures(frame):
            found = self._desk.resolution.of(picture, scale)
            if problem := found.problem(self._titel):
                self._coarse.setdefault(picture.file.name, problem)
            if found.transparent and shop.standard == "x1a":
                self._flattened[picture.file.name] = None
        # The proportions of a card are not quite those of its trim: the rest is bleed too.
        beyond = max(place.x - bleed.x, place.y - bleed.y) / scale
        made = ready(frame, self._desk.inks, Need(beyond, THINNEST / scale, shop.standard == "x1a"))
        if made.short:
            self._short[frame.title] = None
        return made.frame

    def _check(self, frame: Frame, scale: float) -> None:
        """Note the text of `frame` that stands nearest to the cut, if that is nearer than the shop allows."""
        shop = self._desk.shop
        texts = texts_near_cut(frame, shop.safe / scale, self._desk.layout.metrics)
        run, near = min(texts, key=lambda found: found[1], default=(None, 0.0))
        if run is None:
            return
        shown, place = run.text.replace("\N{SOFT HYPHEN}", "").strip()[:30], round(to_mm(near * scale), 1)
        where = f"{spoken(place, signed=False)} mm van" if place >= 0 else "op of voorbij"
        message = (
            f"{self._titel}, '{frame.title}': de tekst {shown!r} staat {where} de snijlijn; "
            f"de drukker wil ten minste {spoken(to_mm(shop.safe), signed=False)} mm"
        )
        hint = "zet de tekst in de layout verder naar binnen, of vraag de drukker of 'veilig' kleiner mag"
        self._desk.problems.append(Problem(message, shop.source, hint))

    def _marks(self, size: Size, trim: Rect, bleed: Rect) -> Frame:
        ink = self._desk.inks.color(self._desk.layout.theme.color("inkt"))
        near = max(bleed.width - trim.width, 2 * _MARK_GAP) / 2
        lines = []
        for x in (trim.x, trim.right):
            lines.append(Path.line(Point(x, 0.0), Point(x, trim.y - near)))
            lines.append(Path.line(Point(x, size.height), Point(x, trim.bottom + near)))
        for y in (trim.y, trim.bottom):
            lines.append(Path.line(Point(0.0, y), Point(trim.x - near, y)))
            lines.append(Path.line(Point(size.width, y), Point(trim.right + near, y)))
        return Frame(size, tuple(Shape(line, None, ink, _MARK_LINE) for line in lines), "Snijtekens")
