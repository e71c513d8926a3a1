"""Where things stand on a page, as a text to read and to compare: its lines, and the planes they stand on.

Read from the file by another reader; imports nothing of ours. Everything is in millimetres from the top left.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2

from tests.oracles.cardtexts import lines
from tests.oracles.places import rectangles

_MM = 25.4 / 72
# Smaller than this a plane is part of a drawing.
_WIDE, _TALL = 12.0, 3.0
# A line of text is known by how it begins; one that nobody reads is part of a picture of a page.
_LONGEST, _SMALLEST = 48, 6.0


def shown_pages(pdf: bytes, *, of_cards: bool = False) -> dict[str, int]:
    """Return by name the pages, from 0, that show a layout of the file: its first, and that of each part it bookmarks.

    Of a file of cards each part begins with a list; there it is the first card, and the first that is blank or a back.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        found = {"begin": 0}
        with document.open_outline() as outline:
            for part in (part for whole in outline.root for part in whole.children):
                cards = [card for card in part.children if _page(card, numbers) > _page(part, numbers)]
                if of_cards and cards:
                    found |= {f"{part.title}{kind}": _page(card, numbers) for kind, card in _kinds(cards).items()}
                elif _page(part, numbers) not in found.values():
                    found[str(part.title)] = _page(part, numbers)
    return found


def _kinds(cards: list[pikepdf.OutlineItem]) -> dict[str, pikepdf.OutlineItem]:
    kinds = {"": "", " leeg": "Lege ", " achter": "Achterkant "}
    firsts = {kind: [card for card in cards if card.title.startswith(begin)] for kind, begin in kinds.items()}
    return {kind: found[0] for kind, found in firsts.items() if found}


def _page(part: pikepdf.OutlineItem, numbers: dict[tuple[int, int], int]) -> int:
    assert isinstance(part.destination, pikepdf.Array)
    return numbers[part.destination[0].objgen]


def standing(pdf: bytes, number: int) -> str:
    """Return what stands on page `number`, from 0: a row for each line of text and each plane, from the top down."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        width, height = (side * _MM for side in document[number].get_size())
    rows = sorted([*_texts(pdf, number), *_planes(pdf, number)])
    head = f"bladzijde van {width:.1f} bij {height:.1f}\n   boven   links   breed    hoog\n"
    return head + "".join(f"{top:8.1f}{left:8.1f}{told}\n" for top, left, told in rows)


def _texts(pdf: bytes, number: int) -> Iterator[tuple[float, float, str]]:
    for line in lines(pdf, number):
        text = line.text.strip()
        if text and line.size >= _SMALLEST:
            cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
            box = line.box
            # Where a line stands is its baseline: what its letters are does not move it.
            yield round(line.baseline, 1), round(box.left, 1), f"{box.width:8.1f}        {line.size:5.1f} pt  {cut}"


def _planes(pdf: bytes, number: int) -> Iterator[tuple[float, float, str]]:
    drawn = {
        tuple(round(side, 1) for side in (box.top, box.left, box.width, box.height)) for box in rectangles(pdf, number)
    }
    for top, left, width, height in drawn:
        if width >= _WIDE and height >= _TALL:
            yield top, left, f"{width:8.1f}{height:8.1f}           vlak"
