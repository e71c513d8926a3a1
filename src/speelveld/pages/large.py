"""Large pages → whole sheets where the paper holds them, otherwise tiles to cut and glue."""

from collections.abc import Iterator
from dataclasses import replace

from speelveld.geometry import Rect, Size
from speelveld.pages.imprint import Imprint
from speelveld.pages.page import Laid, Page, Part, SetOnderdeel, whole_page
from speelveld.pages.wholes import wholes
from speelveld.pages.words import tile_words
from speelveld.paper import portrait
from speelveld.sheet.tiles import tile
from speelveld.typeset import Frame
from speelveld.units import mm

OVERLAP = mm(10)


def paper_pages(setting: SetOnderdeel, *, two_sided: bool = False) -> Part:
    """Return the pages as they are; printed on both sides, what follows starts on a new sheet."""
    pages = [whole_page(frame) for frame in setting.pages or setting.fronts]
    if two_sided and len(pages) % 2:
        pages.append(Page(pages[-1].size))
    sheets = len(pages) // 2 if two_sided else len(pages)
    return Part(setting.naam, setting.titel, tuple(pages), sheets, setting.per, step=setting.step)


def behind(before: Part, part: Part) -> tuple[Part, Part]:
    """Return `before` and `part`, which begins on the back that `before` leaves white; as they were without one."""
    if before.pages[-1].laid or before.per != part.per:
        return before, part
    own = [page for page in part.pages if page.laid]
    pages = (*own, *(Page(page.size) for page in own[-1:] if len(own) % 2 == 0))
    # The first of its pages lies on a sheet that is counted already.
    return replace(before, pages=before.pages[:-1]), replace(part, pages=pages, sheets=len(pages) // 2)


def tile_pages(setting: SetOnderdeel, paper: Size, imprint: Imprint) -> Part:
    """Return large pages on `paper`.

    Raises:
        ValueError: the art cannot be divided over this paper.
    """
    pages: list[Page] = []
    for frame in setting.pages:
        if _same(portrait(frame.size), portrait(paper)):
            pages.append(whole_page(frame))
        else:
            pages += _tiles(frame, paper, setting.titel, imprint)
    return Part(setting.naam, setting.titel, tuple(pages), len(pages), setting.per, step=setting.step)


def _tiles(frame: Frame, paper: Size, titel: str, imprint: Imprint) -> Iterator[Page]:
    art = frame.art or frame.size.box
    plan = tile(Size(art.width, art.height), paper, OVERLAP, wholes=wholes(frame, art, imprint.metrics))
    for piece in plan.tiles:
        # The frame lies so that the source box of the tile falls on its place.
        left, top = piece.place.x - piece.source.x - art.x, piece.place.y - piece.source.y - art.y
        whole = Rect(left, top, frame.size.width, frame.size.height)
        over = imprint.tile(plan.paper, piece, tile_words(titel, plan, piece), f"{titel}, deel {piece.name}")
        yield Page(plan.paper, (Laid(frame, whole, clip=piece.place, shared=True), over))


def _same(one: Size, other: Size) -> bool:
    # Sizes are sums of millimetres: a point is less than any two papers differ.
    return abs(one.width - other.width) < 1 and abs(one.height - other.height) < 1
