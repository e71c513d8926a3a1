"""Cards → a page for each face, to read on a screen: every card once, with its back where that says something of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from speelveld.pages.page import Page, Part, Section, SectionKind, SetOnderdeel, whole_page
from speelveld.typeset import Frame


def single_pages(setting: SetOnderdeel, scale: float = 1.0) -> Part:
    """Return a page for each face of a component, or its pages as they are; all of them at a scale.

    Equal cards come once. A back follows its front where each card has its own; backs that cards share come once, after
    all cards: who listens would else hear the same words after every card.
    """
    pages = [*_faces(setting, scale), *(whole_page(frame, scale) for frame in setting.pages)]
    return Part(setting.naam, setting.titel, tuple(pages), 0, setting.per, cards=len(setting.fronts), step=setting.step)


def _faces(setting: SetOnderdeel, scale: float) -> Iterator[Page]:
    fronts = _distinct(setting.fronts, setting.back_of)
    used = [back for _, back, _ in fronts if back is not None]
    own = len(set(used)) == len(used)
    number = 0
    for frame, back, times in fronts:
        number += 1
        yield _page(frame, scale, Section(f"{setting.naam}:{number}", frame.title, times=times))
        if own and back is not None:
            yield whole_page(setting.backs[back], scale)
    known = [frame for frame, _, _ in fronts]
    shared = [frame for place, frame in enumerate(setting.backs) if not (own and place in used)]
    rest: list[tuple[Frame, SectionKind]] = [(blank, "leeg") for blank, _ in setting.blanks]
    rest += [(frame, "achterkant") for frame in shared]
    for frame, soort in rest:
        if frame not in known:
            known.append(frame)
            number += 1
            yield _page(frame, scale, Section(f"{setting.naam}:{number}", frame.title, soort))


def _page(frame: Frame, scale: float, section: Section) -> Page:
    return replace(whole_page(frame, scale), section=section)


def _distinct(frames: Sequence[Frame], backs: Sequence[int | None]) -> list[tuple[Frame, int | None, int]]:
    """Return each front with its back and how many equal ones there are, which lie one after the other."""
    found: list[tuple[Frame, int | None, int]] = []
    for frame, back in zip(frames, backs, strict=True):
        if found and found[-1][1] == back and found[-1][0] == frame:
            found[-1] = (frame, back, found[-1][2] + 1)
        else:
            found.append((frame, back, 1))
    return found
