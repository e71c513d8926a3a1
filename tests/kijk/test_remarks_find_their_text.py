"""A remark stands at the text that it is about, whatever its place points to: the key, the text, or a line of it."""

import pytest

from speelveld.errors import Source
from speelveld.kijk.remarks import Places
from speelveld.written.editing import EditableFile
from speelveld.written.kind import FileKind

FILE = """\
gemeente: Zutphen
verhaal: |
  Een dag.

  Een nacht.
opgaven:
  - id: dag
    titel: ""
    vraag: Hoe dan?
"""


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [
        (1, 1, "gemeente"),
        (1, 11, "gemeente"),
        (2, 1, "verhaal"),
        (3, 3, "verhaal"),
        (5, 7, "verhaal"),
        (7, 5, "opgaven[0].id"),
        (8, 5, "opgaven[0].titel"),
        (8, 12, "opgaven[0].titel"),
        (9, 5, "opgaven[0].vraag"),
        (9, 0, "opgaven[0].vraag"),
        (6, 0, ""),
    ],
)
def test_each_place_leads_to_its_text(line: int, column: int, path: str) -> None:
    file = EditableFile(FILE.encode(), "casus.yaml", FileKind())
    places = Places("casus.yaml", {each: file.place(each) for each in file.values})
    assert places.path(Source("casus.yaml", line, column)) == path


def test_what_is_of_another_file_is_at_no_text() -> None:
    file = EditableFile(FILE.encode(), "casus.yaml", FileKind())
    places = Places("casus.yaml", {each: file.place(each) for each in file.values})
    assert places.path(Source("stijl.yaml", 1, 1)) == ""
    assert places.path(None) == ""
