"""Writes what is read aloud from the files of Zutphen into `accepted/`, and where things stand into `standing/`.

Run it, and read the difference with git.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from tests.oracles.standing import shown_pages, standing
from tests.oracles.struct_text import struct_text

CASUS = "zutphen-dementie"
ACCEPTED = Path(__file__).with_name("accepted")
NAMES = ("kaarten", "fiches", "bladen", "papieren", "spelleider", "speelbord", "doosjes")
STANDING = Path(__file__).with_name("standing")
# Also what a casus with gebieden has, and one that is filled in at the table.
SHOWN = [
    *((CASUS, name) for name in (*NAMES, "begin-hier")),
    ("amsterdam-subsidies", "bladen"),
    ("blanco.yaml", "papieren"),
]


def read(pdf: bytes, pdfinfo: str) -> str:
    """Return what is read aloud from a file."""
    with tempfile.TemporaryDirectory() as folder:
        return struct_text(pdfinfo, pdf, Path(folder))


def where(casus: str, name: str) -> dict[str, str]:
    """Return where things stand on the pages of a file for the web that show a layout, by what the page shows."""
    from tests.makers.kits import bundled_kit

    (pdf,) = (made.pdf for made in bundled_kit(casus) if made.name == f"web/{name}.pdf")
    pages = shown_pages(pdf, of_cards=name in ("kaarten", "fiches"))
    return {_as_name(f"{casus} {name} {page}"): standing(pdf, number) for page, number in pages.items()}


def _as_name(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower().replace("é", "e")).strip("-")


def main() -> int:
    """Write the accepted texts."""
    from tests.makers.kits import bundled_kit

    pdfinfo = shutil.which("pdfinfo")
    if pdfinfo is None:
        sys.exit("pdfinfo (poppler-utils) is not installed")
    pdfs = {Path(made.name).stem: made.pdf for made in bundled_kit(CASUS) if made.name.startswith("web/")}
    for name in NAMES:
        (ACCEPTED / f"{name}.txt").write_text(read(pdfs[name], pdfinfo), encoding="utf-8")
    STANDING.mkdir(exist_ok=True)
    for path in STANDING.iterdir():
        path.unlink()
    for shown in SHOWN:
        for page, text in where(*shown).items():
            (STANDING / f"{page}.txt").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
