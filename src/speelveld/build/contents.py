"""Tagged files that hold more than one thing → the same with a page in front that says what is in them.

Its title is the one heading of the highest level in the file; those of the parts stand below it. A part of many cards
begins with a page that lists them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from speelveld.build.studio import Studio, set_paper
from speelveld.deck import Face, Onderdeel, Shared
from speelveld.deck.kit_model import LARGE_PRINT
from speelveld.errors import KitError, Problem
from speelveld.pages import Page, Part, Print
from speelveld.pages.page import whole_page

LAYOUT, LIST_LAYOUT = "inhoud.xml.j2", "kaartenlijst.xml.j2"
NAME = "inhoud"
# The lists name pages, their own number among what moves these: done again until they have the length they count with.
_ROUNDS = 6

Row = Mapping[str, object]


class Contents:
    """Makes lists of contents; one that says the same as another is the same."""

    def __init__(self, studio: Studio, shared: Shared) -> None:
        """Make nothing yet; `shared` is what the layouts may read."""
        self._studio, self._shared = studio, shared
        self._set: dict[tuple[object, ...], Sequence[Page]] = {}

    def opened(self, prints: Sequence[Print]) -> list[Print]:
        """Return `prints`, those that are tagged with their lists.

        Raises:
            AuthorError: a text of the casus does not fit on such a page.
            KitError: a layout of such a page is wrong, or its length never is what it counts with.
        """
        return [self._opened(print_) if print_.tagged else print_ for print_ in map(_below_its_cover, prints)]

    def _opened(self, print_: Print) -> Print:
        """Return a file with a page in front of it if it has more parts, and of each part that is a row of cards."""
        several = len(print_.parts) > 1 and not print_.opens
        parts = tuple(replace(part, level=2) if several else part for part in print_.parts)
        lists: list[Sequence[Page]] = [() if len(part.sections) < 2 else (part.pages[0],) for part in parts]
        front: Sequence[Page] = [print_.parts[0].pages[0]] if several else []
        for _ in range(_ROUNDS):
            before = [len(front), *map(len, lists)]
            first = _padded(len(front), print_)
            lengths = [len(listed) + len(part.pages) for listed, part in zip(lists, parts, strict=True)]
            starts = list(accumulate([first, *lengths]))
            lists = [
                self._list(print_, part, start + len(listed)) if listed else ()
                for part, listed, start in zip(parts, lists, starts, strict=False)
            ]
            front = self._front(print_, parts, starts) if several else []
            if before == [len(front), *map(len, lists)]:
                break
        else:
            raise KitError([self._unsettled(print_, several=several)])
        filled = (replace(part, pages=(*listed, *part.pages)) for part, listed in zip(parts, lists, strict=True))
        return replace(print_, parts=(*([_contents(print_, front)] if front else []), *filled))

    def _front(self, print_: Print, parts: Sequence[Part], starts: Sequence[int]) -> Sequence[Page]:
        rows: list[Row] = [
            {
                "titel": part.titel,
                "naam": part.naam,
                "per": part.per,
                "bladzijde": start + 1,
                "bladzijden": sum(1 for page in part.pages if page.laid),
                "kaarten": part.cards,
            }
            for part, start in zip(parts, starts, strict=False)
        ]
        return self._pages(print_, LAYOUT, print_.titel, NAME, "delen", rows)

    def _list(self, print_: Print, part: Part, start: int) -> Sequence[Page]:
        return self._pages(print_, LIST_LAYOUT, part.titel, part.naam, "kaarten", list(_cards(part, start)))

    def _pages(
        self, print_: Print, layout: str, titel: str, naam: str, key: str, rows: Sequence[Row]
    ) -> Sequence[Page]:
        scale = print_.scale
        said = (layout, scale, titel, naam, *(tuple(row.items()) for row in rows))
        if said not in self._set:
            onderdeel = Onderdeel(naam, titel, layout, ())
            data: dict[str, Any] = {**self._shared.for_layouts(), key: rows, "soort": "", "onderdeel": onderdeel}
            studio = self._studio
            if scale != 1:
                studio, data[LARGE_PRINT] = studio.enlarged(), True
            frames = set_paper(studio, Face(layout, data, f"inhoud van {titel.lower()}"))
            self._set[said] = [whole_page(frame, scale) for frame in frames]
        return self._set[said]

    def _unsettled(self, print_: Print, *, several: bool) -> Problem:
        message = f"de inhoud van '{print_.titel}' wordt steeds langer of korter door de bladzijden die erin staan"
        place = self._studio.layouts.place(LAYOUT if several else LIST_LAYOUT)
        return Problem(message, place, "laat de lengte van een inhoud niet afhangen van de nummers van bladzijden")


def _below_its_cover(print_: Print) -> Print:
    """Return a file with the headings of its parts below that of its cover, if it has one."""
    if not print_.opens:
        return print_
    cover, *rest = print_.parts
    return replace(print_, parts=(cover, *(replace(part, level=2) for part in rest)))


def _contents(print_: Print, pages: Sequence[Page]) -> Part:
    filled = (*pages, *(Page(pages[-1].size) for _ in range(_padded(len(pages), print_) - len(pages))))
    sheets = len(filled) // 2 if print_.two_sided else len(filled)
    # Who leads has a copy of all papers; of papers for the table there is one list.
    per = "spelleider" if print_.parts[0].per == "spelleider" else "avond"
    return Part(NAME, "Inhoud", filled, sheets, per)


def _padded(count: int, print_: Print) -> int:
    """Return a number of pages that ends a sheet: what follows must not begin on the back of a list."""
    return count + count % 2 if print_.two_sided else count


def _cards(part: Part, start: int) -> Iterator[Row]:
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
