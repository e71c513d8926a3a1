"""Components set for a press → the files a print shop gets: a face a page, cut marks outside the bleed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from speelveld.deck import Kit, Onderdeel
from speelveld.deck.kit import FORMATS
from speelveld.drukwerk.frames import Need, pictures, ready, scale_to, texts_near_cut
from speelveld.drukwerk.resolution import Resolution
from speelveld.errors import AuthorError, Problem
from speelveld.geometry import Edges, Rect, Size
from speelveld.inks import Inks
from speelveld.press import Laid, Page, Part, Print, Setting, numbered_cards
from speelveld.printshop import THINNEST, PrintShop
from speelveld.sheet.paper import PAPERS, in_mm, portrait
from speelveld.typeset import Frame, Layout, Shape
from speelveld.units import mm, spoken, to_mm

# What is smaller than this a shop does not cut apart.
LEAST_CARD = mm(50)
CARD_WEIGHT = "300–350 gram"
# Cut marks: how long, and how far they stay from the bleed at least.
_MARK, _MARK_GAP, _MARK_LINE = mm(5), mm(1), mm(0.1)
_NAMES = {**PAPERS, "a5": Size(mm(148), mm(210)), "a6": Size(mm(105), mm(148)), "a7": Size(mm(74), mm(105))}
_SAME = mm(0.1)


def goes_to_shop(kit: Kit, onderdeel: Onderdeel) -> bool:
    """Tell whether a shop may print a component: cards it can cut, and work too large for an office printer."""
    kinds = {job.soort for job in kit.opdrachten if job.naam in onderdeel.opdrachten}
    if onderdeel.formaat is not None:
        return "kaarten" in kinds and min(onderdeel.formaat.width, onderdeel.formaat.height) >= LEAST_CARD
    return not onderdeel.van and bool(kinds & {"tegels", "plaat"})


def shop_prints(kit: Kit, settings: Mapping[str, Setting], layout: Layout, shop: PrintShop) -> list[Print]:
    """Return the files for `shop`, numbered in the order of the kit.

    Raises:
        AuthorError: a text stands nearer to the cut than the shop allows; each card is named.
    """
    desk = _Desk(layout, shop)
    prints: list[Print] = []
    for onderdeel in kit.onderdelen:
        if onderdeel.naam in settings:
            prints += desk.prints(kit, onderdeel, settings[onderdeel.naam], len(prints) + 1)
    if desk.problems:
        raise AuthorError(desk.problems)
    return prints


@dataclass(slots=True)
class _Desk:
    """Makes files for one shop, and gathers what is wrong with them."""

    layout: Layout
    shop: PrintShop
    problems: list[Problem] = field(default_factory=list)
    inks: Inks = field(init=False)
    resolution: Resolution = field(init=False)

    def __post_init__(self) -> None:
        self.inks = Inks(self.shop.profile, self.shop.ink)
        self.resolution = Resolution()

    def prints(self, kit: Kit, onderdeel: Onderdeel, setting: Setting, number: int) -> Iterator[Print]:
        """Yield the files of one component: one, or fronts and backs apart."""
        face = _Face(self, onderdeel.titel)
        if onderdeel.formaat is not None:
            trim, weight = self._trim(onderdeel.formaat), CARD_WEIGHT
            fronts, backs = _cards(setting, _pager(face, trim))
        else:
            frames = [frame for frame in setting.pages if not _fits_a4(frame.size)]
            trim = frames[0].size if frames else Size(0.0, 0.0)
            weight = kit.opdracht(onderdeel.opdrachten[-1]).gewicht
            fronts, backs = [face.page(frame, frame.size, back=False) for frame in frames], []
        if not fronts:
            return
        make = _Maker(onderdeel, setting, trim, weight, len(fronts), bool(backs), self.shop, face.remarks())
        if backs and self.shop.apart:
            sides = [("-voorkant", ", voorkanten", fronts), ("-achterkant", ", achterkanten", backs)]
            for offset, (suffix, words, pages) in enumerate(sides[::-1] if self.shop.backs_first else sides):
                yield make.print(number + offset, pages, suffix, words)
        elif backs:
            pairs = zip(backs, fronts, strict=True) if self.shop.backs_first else zip(fronts, backs, strict=True)
            yield make.print(number, [page for pair in pairs for page in pair])
        else:
            yield make.print(number, fronts)

    def _trim(self, card: Size) -> Size:
        return next((self.shop.sizes[kind] for kind, size in FORMATS.items() if _alike(size, card)), card)


@dataclass(frozen=True, slots=True)
class _Maker:
    """What the files of one component have in common."""

    onderdeel: Onderdeel
    setting: Setting
    trim: Size
    weight: str
    copies: int
    two_sided: bool
    shop: PrintShop
    remarks: tuple[Problem, ...]

    def print(self, number: int, pages: Sequence[Page], suffix: str = "", words: str = "") -> Print:
        """Return one file with `pages`."""
        paper = _name(self.trim)
        cards = self.copies if self.onderdeel.formaat else 0
        part = Part(
            self.setting.naam, self.setting.titel, tuple(pages), self.copies, self.setting.per, cards, self.setting.step
        )
        return Print(
            self.onderdeel.naam + suffix,
            self.onderdeel.titel + words,
            f"{number:02d}-{self.onderdeel.naam}-{paper.replace(' ', '').replace(',', '_')}{suffix}.pdf",
            paper,
            self.weight,
            self.two_sided,
            False,
            (part,),
            profile="drukker",
            shop=self.shop,
            warnings=self.remarks if suffix != "-achterkant" else (),
        )


class _Face:
    """Puts faces of one component on pages."""

    def __init__(self, desk: _Desk, titel: str) -> None:
        self._desk, self._titel = desk, titel
        self._short: dict[str, None] = {}
        self._ready: dict[tuple[int, float], Frame] = {}
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
            laid.append(Laid(self._marks(size, box, bleed), Rect(0.0, 0.0, size.width, size.height)))
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
        key = (id(frame), scale)
        if key not in self._ready:
            self._ready[key] = self._made(frame, scale, place, bleed)
        return Laid(self._ready[key], place, clip=bleed)

    def _made(self, frame: Frame, scale: float, place: Rect, bleed: Rect) -> Frame:
        shop = self._desk.shop
        self._check(frame, scale)
        for picture in pictures(frame):
            found = self._desk.resolution.of(picture, scale)
            if problem := found.problem(self._titel):
                self._coarse.setdefault(picture.path.name, problem)
            if found.transparent and shop.standard == "x1a":
                self._flattened[picture.path.name] = None
        # The proportions of a card are not quite those of its trim: the rest is bleed too.
        beyond = max(place.x - bleed.x, place.y - bleed.y) / scale
        made = ready(frame, self._desk.inks, Need(beyond, THINNEST / scale, shop.standard == "x1a"))
        if made.short:
            self._short[frame.title] = None
        return made.frame

    def _check(self, frame: Frame, scale: float) -> None:
        """Note the text of `frame` that stands nearest to the cut, if that is nearer than the shop allows."""
        shop = self._desk.shop
        run, near = min(texts_near_cut(frame, shop.safe / scale), key=lambda found: found[1], default=(None, 0.0))
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
            lines += [((x, 0.0), (x, trim.y - near)), ((x, size.height), (x, trim.bottom + near))]
        for y in (trim.y, trim.bottom):
            lines += [((0.0, y), (trim.x - near, y)), ((size.width, y), (trim.right + near, y))]
        shapes = [Shape((("m", *one), ("l", *other)), None, ink, _MARK_LINE) for one, other in lines]
        return Frame(size, list(shapes), "Snijtekens")


Paged = Callable[[Frame | None, bool], Page]


def _pager(face: _Face, trim: Size) -> Paged:
    """Return what puts a front (False) or a back (True) on a page of `trim`."""
    return lambda frame, back: face.page(frame, trim, back=back)


def _cards(setting: Setting, page: Paged) -> tuple[list[Page], list[Page]]:
    """Return the pages of fronts and of backs; no backs at all where no card has one."""
    faces, cards, _ = numbered_cards(setting)
    fronts = [page(faces[card.front], False) for card in cards]
    if all(card.back is None for card in cards):
        return fronts, []
    return fronts, [page(None if card.back is None else faces[card.back], True) for card in cards]


def _name(trim: Size) -> str:
    found = next((name for name, size in _NAMES.items() if _alike(portrait(size), portrait(trim))), None)
    return found or in_mm(trim)


def _fits_a4(size: Size) -> bool:
    paper, upright = PAPERS["a4"], portrait(size)
    return upright.width <= paper.width + _SAME and upright.height <= paper.height + _SAME


def _alike(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) < _SAME and abs(one.height - other.height) < _SAME
