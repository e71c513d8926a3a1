"""A part of a print job → drawings on a surface, with the sections and headings a tagged file has."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from speelveld.pages import Page, Part
from speelveld.pdf import Surface
from speelveld.typeset import Frame


def draw_part(surface: Surface, part: Part, lang: str) -> None:
    """Draw the pages of `part` in a file in the language `lang`; what is in another one says so."""
    sections = list(_sections(part.pages))
    own = sections[0] if sections[0][0].section is None else ()
    surface.start_part(part.titel, _other(lang, own), name=part.naam, frames=_frames(own), level=part.level)
    for pages in sections:
        if section := pages[0].section:
            # Under the heading of the pages before it; without these it is the whole part.
            level = part.level + bool(own)
            surface.start_section(
                section.titel, _other(lang, pages), name=section.naam, frames=_frames(pages), level=level
            )
        for page in pages:
            surface.start_page(page.size)
            for laid in page.laid:
                surface.draw(laid.frame, laid.box, laid.turn, clip=laid.clip, shared=laid.shared)
            surface.end_page()


def _sections(pages: Sequence[Page]) -> Iterator[Sequence[Page]]:
    """Yield the pages of each section in turn, and first those before it."""
    starts = [0, *(number for number, page in enumerate(pages) if page.section and number), len(pages)]
    yield from (pages[start:end] for start, end in pairwise(starts))


def _other(lang: str, pages: Sequence[Page]) -> str | None:
    found = next((frame.lang for frame in _frames(pages)), lang)
    return None if found == lang else found


def _frames(pages: Sequence[Page]) -> list[Frame]:
    return [laid.frame for page in pages for laid in page.laid]
