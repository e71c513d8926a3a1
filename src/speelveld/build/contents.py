"""Tagged files that hold more than one thing → the same with a page in front that says what is in them.

Its title is the one heading of the highest level in the file; those of the parts stand below it. A part of many cards
begins with a page that lists them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from speelveld.build.studio import Studio, set_paper
from speelveld.deck import Face, Onderdeel
from speelveld.pages import Page, Part, Print
from speelveld.pages.page import whole_page

LAYOUT, LIST_LAYOUT = "inhoud.xml.j2", "kaartenlijst.xml.j2"
NAME = "inhoud"
# The lists name pages, their own number among what moves these: done again until they have the length they count with.
_ROUNDS = 3


def with_contents(studio: Studio, shared: Mapping[str, Any], prints: Sequence[Print]) -> list[Print]:
    """Return `prints` with their contents pages; `shared` is what every layout may read.

    Raises:
        AuthorError: a text of the casus does not fit on such a page.
        KitError: a layout of such a page is wrong.
    """
    writer = _Writer(studio, shared)
    return [writer.opened(made) if made.tagged else made for made in prints]


class _Writer:
    def __init__(self, studio: Studio, shared: Mapping[str, Any]) -> None:
        self._studio, self._shared = studio, shared

    def opened(self, made: Print) -> Print:
        """Return a file with a page in front of it if it has more parts, and of each part that is a row of cards."""
        several = len(made.parts) > 1
        parts = tuple(replace(part, level=2) if several else part for part in made.parts)
        lists: list[Sequence[Page]] = [() if len(part.sections) < 2 else (part.pages[0],) for part in parts]
        front = [made.parts[0].pages[0]] if several else []
        for _ in range(_ROUNDS):
            before = [len(front), *map(len, lists)]
            first = _padded(len(front), made)
            lengths = [len(own) + len(part.pages) for own, part in zip(lists, parts, strict=True)]
            starts = list(accumulate([first, *lengths]))
            lists = [
                self._list(part, start + len(own)) if own else ()
                for part, own, start in zip(parts, lists, starts, strict=False)
            ]
            front = self._front(made, parts, starts) if several else []
            if before == [len(front), *map(len, lists)]:
                break
        listed = tuple(replace(part, pages=(*own, *part.pages)) for part, own in zip(parts, lists, strict=True))
        return replace(made, parts=(*([_contents(made, front)] if front else []), *listed))

    def _front(self, made: Print, parts: Sequence[Part], starts: Sequence[int]) -> list[Page]:
        rows = [
            {
                "titel": part.titel,
                "naam": part.naam,
                "per": part.per,
                "bladzijde": start + 1,
                "kaarten": part.cards,
            }
            for part, start in zip(parts, starts, strict=False)
        ]
        return self._pages(LAYOUT, made.titel, NAME, {"delen": rows})

    def _list(self, part: Part, start: int) -> list[Page]:
        return self._pages(LIST_LAYOUT, part.titel, part.naam, {"kaarten": list(_cards(part, start))})

    def _pages(self, layout: str, titel: str, naam: str, data: Mapping[str, Any]) -> list[Page]:
        own = {**self._shared, **data, "soort": "", "onderdeel": Onderdeel(naam, titel, layout, ())}
        return [
            whole_page(frame) for frame in set_paper(self._studio, Face(layout, own, f"inhoud van {titel.lower()}"))
        ]


def _contents(made: Print, pages: Sequence[Page]) -> Part:
    filled = (*pages, *(Page(pages[-1].size) for _ in range(_padded(len(pages), made) - len(pages))))
    sheets = len(filled) // 2 if made.two_sided else len(filled)
    # Who leads has a copy of all papers; of papers for the table there is one list.
    per = "spelleider" if made.parts[0].per == "spelleider" else "avond"
    return Part(NAME, "Inhoud", filled, sheets, per)


def _padded(count: int, made: Print) -> int:
    """Return a number of pages that ends a sheet: what follows must not begin on the back of a list."""
    return count + count % 2 if made.two_sided else count


def _cards(part: Part, start: int) -> Iterator[dict[str, object]]:
    for number, page in enumerate(part.pages, start + 1):
        if page.section is not None:
            section = page.section
            yield {
                "titel": section.titel,
                "naam": section.naam,
                "soort": section.soort,
                "keer": section.times,
                "bladzijde": number,
            }
