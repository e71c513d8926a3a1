"""Components set for a press → the files a print shop gets, numbered; `faces` makes their pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from speelveld.deck import Kit, Onderdeel
from speelveld.errors import AuthorError, Problem
from speelveld.geometry import Size
from speelveld.pages import Page, Part, Print, SetOnderdeel, numbered_cards
from speelveld.paper import FORMATS, PAPERS, PRESS_CARD_WEIGHT, TRIMMED, in_mm, portrait
from speelveld.profiles.drukker.faces import Desk, Faces
from speelveld.profiles.drukker.places import too_small
from speelveld.profiles.drukker.shop import PrintShop
from speelveld.typeset import Layout
from speelveld.units import mm

# What is smaller than this a shop does not cut apart.
LEAST_CARD = mm(50)
_SAME = mm(0.1)


def goes_to_shop(kit: Kit, onderdeel: Onderdeel) -> bool:
    """Tell whether a shop may print a component: cards it can cut, and work too large for an office printer."""
    kinds = {job.soort for job in kit.opdrachten if job.naam in onderdeel.opdrachten}
    if onderdeel.formaat is not None:
        return "kaarten" in kinds and min(onderdeel.formaat.width, onderdeel.formaat.height) >= LEAST_CARD
    return not onderdeel.van and bool(kinds & {"tegels", "plaat"})


def shop_prints(
    kit: Kit, settings: Mapping[str, SetOnderdeel], layout: Layout, shop: PrintShop, copies: Mapping[str, int]
) -> list[Print]:
    """Return the files for `shop`, numbered in the order of the kit.

    `copies` is how many are needed of what there is one for each table, and so on; once, where it does not say.

    Raises:
        AuthorError: a text stands nearer to the cut than the shop allows; each card is named.
    """
    desk = Desk(layout, shop)
    prints: list[Print] = []
    for onderdeel in kit.onderdelen:
        if onderdeel.naam in settings:
            times = copies.get(onderdeel.per, 1)
            prints += [
                replace(print_, copies=times)
                for print_ in _component(desk, kit, onderdeel, settings[onderdeel.naam], len(prints) + 1)
            ]
    if desk.see_through:
        message = f"het logo is hier en daar doorzichtig, en dat kan niet in PDF/X-1a: {', '.join(desk.see_through)}"
        hint = "vraag de drukker of PDF/X-4 mag, of bewaar het logo als png met een dekkende achtergrond"
        desk.problems.append(Problem(message, shop.source, hint))
    if desk.problems:
        raise AuthorError(desk.problems)
    return prints


def _component(desk: Desk, kit: Kit, onderdeel: Onderdeel, setting: SetOnderdeel, number: int) -> Iterator[Print]:
    """Yield the files of one component: one, or fronts and backs apart."""
    shop, faces = desk.shop, Faces(desk, onderdeel.titel)
    if onderdeel.formaat is not None:
        trim, weight = _trim(onderdeel.formaat, shop), PRESS_CARD_WEIGHT
        fronts, backs = _cards(setting, faces, trim)
    else:
        frames = [frame for frame in setting.pages if not _fits_a4(frame.size)]
        trim = frames[0].size if frames else Size(0.0, 0.0)
        weight = kit.opdracht(onderdeel.opdrachten[-1]).gewicht
        fronts, backs = [faces.page(frame, frame.size, back=False) for frame in frames], []
    if not fronts:
        return
    bestand = kit.bestanden.get(onderdeel.naam, onderdeel.naam)
    remarks = (*faces.remarks(), *too_small(onderdeel.titel, setting.pages, shop.sizes, shop.usual))
    make = _Maker(onderdeel, bestand, setting, trim, weight, len(fronts), bool(backs), remarks)
    if backs and shop.apart:
        sides = [("-voorkant", ", voorkanten", fronts), ("-achterkant", ", achterkanten", backs)]
        for offset, (suffix, words, pages) in enumerate(sides[::-1] if shop.backs_first else sides):
            yield make.print(number + offset, pages, suffix, words)
    elif backs:
        pairs = zip(backs, fronts, strict=True) if shop.backs_first else zip(fronts, backs, strict=True)
        yield make.print(number, [page for pair in pairs for page in pair])
    else:
        yield make.print(number, fronts)


def _trim(card: Size, shop: PrintShop) -> Size:
    """Return what a card of the kit is cut to; a card of another size keeps it."""
    return next((shop.sizes[kind] for kind, size in FORMATS.items() if _alike(size, card)), card)


@dataclass(frozen=True, slots=True)
class _Maker:
    """What the files of one component have in common."""

    onderdeel: Onderdeel
    bestand: str
    setting: SetOnderdeel
    trim: Size
    weight: str
    copies: int
    two_sided: bool
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
            f"{number:02d}-{self.bestand}-{paper.replace(' ', '').replace(',', '_')}{suffix}.pdf",
            paper,
            self.weight,
            self.two_sided,
            False,
            (part,),
            warnings=self.remarks if suffix != "-achterkant" else (),
        )


def _cards(setting: SetOnderdeel, faces: Faces, trim: Size) -> tuple[list[Page], list[Page]]:
    """Return the pages of fronts and of backs; no backs at all where no card has one."""
    frames, cards, _ = numbered_cards(setting)
    fronts = [faces.page(frames[card.front], trim, back=False) for card in cards]
    if all(card.back is None for card in cards):
        return fronts, []
    backs = [None if card.back is None else frames[card.back] for card in cards]
    return fronts, [faces.page(frame, trim, back=True) for frame in backs]


def _name(trim: Size) -> str:
    known = next((name for name, size in TRIMMED.items() if _alike(portrait(size), portrait(trim))), None)
    return known or in_mm(trim)


def _fits_a4(size: Size) -> bool:
    paper, upright = PAPERS["a4"], portrait(size)
    return upright.width <= paper.width + _SAME and upright.height <= paper.height + _SAME


def _alike(size: Size, other: Size) -> bool:
    return abs(size.width - other.width) < _SAME and abs(size.height - other.height) < _SAME
