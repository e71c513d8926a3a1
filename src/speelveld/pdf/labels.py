"""What a reader's program calls each page of a file of more parts: 'Draaiboek 3' (ISO 32000-1, 12.4.2)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise


def page_labels(starts: Mapping[int, str], pages: int) -> Sequence[tuple[int, str, bool]]:
    """Return from which page, counted from 0, pages are called what, and whether a number from 1 follows.

    `starts` are the titles of parts by their first page; a part of one page needs no number. A file of one part needs
    no names: its pages are numbers.
    """
    return list(_labels(starts, pages)) if len(starts) > 1 else []


def _labels(starts: Mapping[int, str], pages: int) -> Iterator[tuple[int, str, bool]]:
    for (first, title), (end, _) in pairwise([*starts.items(), (pages, "")]):
        numbered = end - first > 1
        yield first, f"{title} " if numbered else title, numbered
