"""An oracle for what veraPDF cannot judge of a tag tree: whether it makes sense to who listens; nothing of ours.

One title, no heading skipped, nothing without words: figures, links, headings, cells that head a row or column.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf

from tests.oracles.tagtree import tree_text

_HEADING = re.compile(r" *H(\d)\b")
_FILE = re.compile(r"[^\s]*\.(png|jpe?g|svg|gif)", re.IGNORECASE)
_NOTHING = re.compile(r" *[\d+]+:")


def poor(pdf: bytes) -> list[str]:
    """Return what a listener would miss or stumble over; an empty list if all is well."""
    lines = tree_text(pdf).splitlines()
    return [*_headings(lines), *_words(lines), *_file(pdf)]


def _headings(lines: list[str]) -> Iterator[str]:
    levels = [int(found[1]) for line in lines if (found := _HEADING.match(line))]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"the headings of level 1 are not one, in front: {levels[:8]}"
    yield from (f"after level {one} comes level {other}" for one, other in pairwise(levels) if other > one + 1)


def _words(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        role, _, facts = line.strip().partition(" ")
        below = lines[number + 1 : number + 2]
        inside = below[0] if below and _depth(below[0]) > _depth(line) else ""
        if role == "Figure":
            alt = re.search(r"Alt=(['\"])(.*?)\1(?: BBox|$)", facts)
            if alt is None or not alt[2].strip() or _FILE.fullmatch(alt[2].strip()):
                yield f"a figure says nothing: {line.strip()}"
        elif role in ("P", "Link", "LBody") or _HEADING.match(line):
            if not inside.strip() or _NOTHING.fullmatch(inside):
                yield f"an empty {role} in line {number + 1}"
        elif role == "TH" and "Scope=" not in facts:
            yield f"a head of neither row nor column in line {number + 1}"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _file(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        if str(file.Root.get("/Lang", "")) != "nl-NL":
            yield "the file is not in Dutch"
        if not file.Root.ViewerPreferences.get("/DisplayDocTitle", False) or not str(file.docinfo.get("/Title", "")):
            yield "the title is not shown"
        with file.open_outline() as outline:
            pages = {item.destination[0].objgen for item in _items(outline.root)}
        if len(file.pages) > 1 and len(pages) < 2:
            yield "there is no list of contents"


def _items(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _items(item.children)
