"""What poppler reads aloud from the tags of a PDF, cut to what a person can judge; nothing of ours.

poppler reads a page anew for every element on it, so what is not asked for is taken out of the tree first: of a part
that is a row of cards, their list and all but the first and the last one (as a rule a back); of any other part, what
is not on its first page.
"""

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

_OBJECT = re.compile(r"^\s*Object \d+ \d+\n", re.MULTILINE)
_VERSION = re.compile(r"Speelveld \d+\.\d+\.\d+\S*")


def struct_text(pdfinfo: str, pdf: bytes, folder: Path) -> str:
    """Return the tags with their texts in reading order, without what differs from one version to the next."""
    file = folder / "te-lezen.pdf"
    file.write_bytes(_glimpse(pdf))
    run = subprocess.run([pdfinfo, "-struct-text", file], capture_output=True, encoding="utf-8", check=True)
    assert run.stderr == ""
    said = run.stdout.replace("\N{SOFT HYPHEN}", "")
    return _VERSION.sub("Speelveld", _OBJECT.sub("", said))


def _glimpse(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as file:
        for part in file.Root.StructTreeRoot.K.K:
            cards = [kid for kid in _elements(part) if kid.S == "/Sect"]
            if cards:
                left_out = {kid.objgen for kid in (*cards[1:-1], *(kid for kid in part.K if kid.S == "/L"))}
                part.K = pikepdf.Array(kid for kid in part.K if kid.objgen not in left_out)
            else:
                _keep(part, next(_pages(part)))
        out = BytesIO()
        file.save(out)
    return out.getvalue()


def _keep(element: pikepdf.Object, page: tuple[int, int]) -> None:
    """Take out of `element` what is not on `page` at all."""
    for kid in _elements(element):
        _keep(kid, page)
    gone = {kid.objgen for kid in _elements(element) if page not in _pages(kid)}
    element.K = pikepdf.Array(kid for kid in element.K if isinstance(kid, int) or kid.objgen not in gone)


def _elements(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _pages(element: pikepdf.Object) -> Iterator[tuple[int, int]]:
    """Yield the page of each mark in `element`."""
    for kid in element.K:
        if isinstance(kid, int):
            yield element.Pg.objgen
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen
        elif "/S" in kid:
            yield from _pages(kid)
