"""A set component and a plan → pages: cards on sheets to cut, papers as they are, large work in tiles or on one sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from speelveld.geometry import Rect, Size
from speelveld.press.imprint import Imprint
from speelveld.press.page import Laid, Page, Part
from speelveld.sheet import duplex as sheet_duplex
from speelveld.sheet.imposition import Card, impose
from speelveld.sheet.paper import portrait
from speelveld.sheet.plan import Side
from speelveld.sheet.tiles import tile
from speelveld.typeset import Frame
from speelveld.units import mm

OVERLAP = mm(10)

TURN_WORDS = {
    sheet_duplex.Duplex.LANGE_ZIJDE: "Dubbelzijdig printen, omslaan over de lange zijde.",
    sheet_duplex.Duplex.KORTE_ZIJDE: "Dubbelzijdig printen, omslaan over de korte zijde.",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """A component, set: its fronts with the number of their back, its backs, its blanks; or its pages."""

    naam: str
    titel: str
    per: str
    fronts: Sequence[Frame] = field(default=())
    backs: Sequence[Frame] = field(default=())
    back_of: Sequence[int | None] = field(default=())
    blanks: Sequence[tuple[Frame, int | None]] = field(default=())
    blank_count: int = 0
    pages: Sequence[Frame] = field(default=())
    step: int = 0


def card_pages(
    setting: Setting, paper: Size, duplex: sheet_duplex.Duplex, weight: str, imprint: Imprint, *, size: Size, scale: float = 1.0
) -> Part:
    """Return the sheets of cards of `size` (times `scale`), front and back in turn.

    Raises:
        ValueError: the card does not fit the paper.
    """
    faces: list[Frame] = [*setting.fronts, *setting.backs, *(frame for frame, _ in setting.blanks)]
    first_back = len(setting.fronts)
    first_blank = first_back + len(setting.backs)

    def back(number: int | None) -> int | None:
        return None if number is None else first_back + number

    cards = [Card(index, back(number)) for index, number in enumerate(setting.back_of)]
    blanks = [Card(first_blank + index, back(number)) for index, (_, number) in enumerate(setting.blanks)]
    cards += [blanks[index % len(blanks)] for index in range(setting.blank_count)] if blanks else []
    sheets = impose(Size(size.width * scale, size.height * scale), cards, paper, duplex, blanks)
    pages = []
    for number, sheet in enumerate(sheets, 1):
        title = f"{setting.titel}, vel {number} van {len(sheets)}"
        how = [
            f"{weight}. Print op ware grootte (100 %): deze liniaal is 100 mm. Snijd langs de streepjes.",
            "Print op ware grootte (100 %): deze liniaal is 100 mm. Snijd langs de streepjes.",
            "Print op 100 %: deze liniaal is 100 mm.",
            "100 %: liniaal is 100 mm.",
        ]
        turn = [f"{TURN_WORDS[duplex]} {weight}.", TURN_WORDS[duplex]] if duplex in TURN_WORDS else []
        words = {"title": [f"{title} · voorkant", title], "how": how, "turn": turn}
        pages.append(_side(sheet.paper, sheet.front, faces, imprint.side(sheet.paper, sheet.front, words, title)))
        if sheet.back is not None:
            behind = {"title": [f"{title} · achterkant", f"{title}, achter"]}
            pages.append(_side(sheet.paper, sheet.back, faces, imprint.side(sheet.paper, sheet.back, behind, title), back=True))
    return Part(setting.naam, setting.titel, tuple(pages), len(sheets), setting.per, len(cards), setting.step)


def _side(paper: Size, side: Side, faces: Sequence[Frame], margin: Frame, *, back: bool = False) -> Page:
    laid = [Laid(faces[placement.face], placement.box, placement.turn) for placement in side.placements]
    return Page(paper, (*laid, Laid(margin, Rect(0.0, 0.0, paper.width, paper.height))), back)


def paper_pages(setting: Setting, *, two_sided: bool) -> Part:
    """Return the pages of a hand-out as they are; printed on both sides it starts on a new sheet."""
    pages = [Page(frame.size, (Laid(frame, Rect(0.0, 0.0, frame.size.width, frame.size.height)),)) for frame in setting.pages]
    if two_sided and len(pages) % 2:
        pages.append(Page(pages[-1].size, (), back=True))
    return Part(setting.naam, setting.titel, tuple(pages), -(-len(pages) // 2) if two_sided else len(pages), setting.per)


def plate_pages(setting: Setting) -> Part:
    """Return each page as one large sheet."""
    return paper_pages(setting, two_sided=False)


def tile_pages(setting: Setting, paper: Size, imprint: Imprint) -> Part:
    """Return large pages on small paper: whole where the paper holds them, otherwise in tiles to glue.

    Raises:
        ValueError: the art cannot be divided over this paper.
    """
    pages: list[Page] = []
    for frame in setting.pages:
        if _same(portrait(frame.size), portrait(paper)):
            pages.append(Page(frame.size, (Laid(frame, Rect(0.0, 0.0, frame.size.width, frame.size.height)),)))
            continue
        art = frame.art or Rect(0.0, 0.0, frame.size.width, frame.size.height)
        plan = tile(Size(art.width, art.height), paper, OVERLAP)
        for piece in plan.tiles:
            number = [f"{setting.titel}, deel {piece.name} ({len(plan.tiles)} delen)", f"deel {piece.name}", piece.name]
            how = [
                "Print op ware grootte (100 %): deze liniaal is 100 mm. Snijd langs de streepjes; plak op de vorige delen.",
                "Print op 100 %: deze liniaal is 100 mm. Snijd links en boven; plak.",
                "Print op 100 %: liniaal is 100 mm.",
            ]
            words = {"number": number, "title": number, "how": how, "turn": how}
            over = imprint.tile(plan.paper, piece, words, number[0])
            # The frame lies so that the source box of the tile falls on its place.
            left = piece.place.x - piece.source.x - art.x
            top = piece.place.y - piece.source.y - art.y
            whole = Rect(left, top, frame.size.width, frame.size.height)
            page = Rect(0.0, 0.0, plan.paper.width, plan.paper.height)
            pages.append(Page(plan.paper, (Laid(frame, whole, 0, piece.place), Laid(over, page))))
    return Part(setting.naam, setting.titel, tuple(pages), len(pages), setting.per)


def _same(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) < 1 and abs(one.height - other.height) < 1
