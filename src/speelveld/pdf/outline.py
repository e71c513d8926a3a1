"""The list of contents, written into a file (ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from speelveld.pdf.draft import Draft
from speelveld.pdf.raw import decimal, dictionary, reference, string
from speelveld.pdf.structure import Bookmark


@dataclass(slots=True)
class _Line:
    number: int
    mark: Bookmark | None
    inside: "list[_Line]" = field(default_factory=list)
    shown: int = 0
    """How many lines are in it, at any depth: all are open at first."""


def write_outline(draft: Draft, bookmarks: Sequence[Bookmark]) -> None:
    """Write the list of contents; a reader's program shows it if there is more than one line in it."""
    root = _Line(draft.reserve(), None)
    above: list[tuple[int, _Line]] = [(0, root)]
    for mark in bookmarks:
        while above[-1][0] >= mark.level:
            above.pop()
        line = _Line(draft.reserve(), mark)
        for _, holder in above:
            holder.shown += 1
        above[-1][1].inside.append(line)
        above.append((mark.level, line))
    draft.put(root.number, dictionary({"Type": "/Outlines", **_within(root)}))
    _write(draft, root)
    draft.catalog["Outlines"] = reference(root.number)
    if len(bookmarks) > 1:
        draft.catalog["PageMode"] = "/UseOutlines"


def _write(draft: Draft, holder: _Line) -> None:
    """Write the lines in `holder`, each tied to those before and after it."""
    parent = reference(holder.number)
    last = len(holder.inside) - 1
    for index, line in enumerate(holder.inside):
        assert line.mark is not None
        page = draft.pages[line.mark.page]
        top = decimal(page.height - line.mark.y, 2)
        facts = {
            "Title": string(line.mark.title),
            "Parent": parent,
            "Dest": f"[{page.reference} /XYZ 0 {top} 0]",
        }
        if index > 0:
            facts["Prev"] = reference(holder.inside[index - 1].number)
        if index < last:
            facts["Next"] = reference(holder.inside[index + 1].number)
        draft.put(line.number, dictionary({**facts, **_within(line)}))
        _write(draft, line)


def _within(line: _Line) -> dict[str, object]:
    if not line.inside:
        return {}
    return {
        "First": reference(line.inside[0].number),
        "Last": reference(line.inside[-1].number),
        "Count": line.shown,
    }
