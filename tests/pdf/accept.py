"""Writes what is read aloud from the files of Zutphen into `accepted/`: run it, and read the difference with git."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.oracles.struct_text import struct_text

CASUS = "zutphen-dementie"
ACCEPTED = Path(__file__).with_name("accepted")
NAMES = ("kaarten", "fiches", "bladen", "papieren", "spelleider", "speelbord", "doosjes")


def read(pdf: bytes, pdfinfo: str) -> str:
    """Return what is read aloud from a file."""
    with tempfile.TemporaryDirectory() as folder:
        return struct_text(pdfinfo, pdf, Path(folder))


def main() -> int:
    """Write the accepted texts."""
    from tests.makers.kits import bundled_kit

    pdfinfo = shutil.which("pdfinfo")
    if pdfinfo is None:
        sys.exit("pdfinfo (poppler-utils) is not installed")
    pdfs = {Path(made.name).stem: made.pdf for made in bundled_kit(CASUS) if made.name.startswith("web/")}
    for name in NAMES:
        (ACCEPTED / f"{name}.txt").write_text(read(pdfs[name], pdfinfo), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
