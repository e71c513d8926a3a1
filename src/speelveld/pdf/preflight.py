"""The bytes of a finished file for a press → what a print shop looks for in them; nothing else is known of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Object, Pdf

from speelveld.geometry import Size
from speelveld.pdf.scan import Content, scan


@dataclass(frozen=True, slots=True)
class Findings:
    """What a file holds; lengths are in points, ink in percent of one ink."""

    version: str
    """What it says of itself, such as PDF/X-4; nothing if it does not say."""
    pdf: str
    """The version of PDF in its header."""
    pages: int
    trims: tuple[Size, ...]
    """The sizes its pages are cut to, each once."""
    bleed: float | None
    """How far the bleed reaches past the cut, at least; None: a page lacks one of the two boxes."""
    condition: str
    ink: float
    dpi: float | None
    thinnest: float | None
    fonts: tuple[str, ...]
    loose_fonts: tuple[str, ...]
    """The fonts that are not in the file."""
    foreign: tuple[str, ...]
    """Colours that are neither CMYK nor grey."""
    black_overprints: bool
    others_knock_out: bool
    transparent: bool
    annotations: int
    trapped: str


def inspect(data: bytes) -> Findings:
    """Return what stands in the bytes of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        content = Content()
        for page in pdf.pages:
            scan(page, content)
        fonts = dict(_fonts(pdf))
        intents: Any = pdf.Root.get(Name.OutputIntents, [])
        conditions = [str(one.OutputConditionIdentifier) for one in intents if one.S == Name.GTS_PDFX]
        return Findings(
            version=_version(pdf),
            pdf=pdf.pdf_version,
            pages=len(pdf.pages),
            trims=tuple(dict.fromkeys(_trims(pdf))),
            bleed=_bleed(pdf),
            condition=conditions[0] if conditions else "",
            ink=content.most_ink,
            dpi=content.dpi,
            thinnest=content.thinnest,
            fonts=tuple(fonts),
            loose_fonts=tuple(name for name, inside in fonts.items() if not inside),
            foreign=tuple(sorted(content.foreign)),
            black_overprints=not content.black_out,
            others_knock_out=not content.white_over,
            transparent=content.transparent,
            annotations=sum(len(page.obj.get(Name.Annots, [])) for page in pdf.pages),
            trapped=str(pdf.docinfo.get(Name.Trapped, "")),
        )


def _version(pdf: Pdf) -> str:
    if Name.GTS_PDFXVersion in pdf.docinfo:
        return str(pdf.docinfo[Name.GTS_PDFXVersion])
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8") if Name.Metadata in pdf.Root else ""
    return packet.partition("<pdfxid:GTS_PDFXVersion>")[2].partition("<")[0]


def _trims(pdf: Pdf) -> Iterator[Size]:
    for page in pdf.pages:
        if Name.TrimBox in page.obj:
            left, bottom, right, top = (float(side) for side in page.obj.TrimBox)
            yield Size(round(right - left, 2), round(top - bottom, 2))


def _bleed(pdf: Pdf) -> float | None:
    found: list[float] = []
    for page in pdf.pages:
        if Name.TrimBox not in page.obj or Name.BleedBox not in page.obj:
            return None
        trim, bleed = ([float(side) for side in page.obj[key]] for key in (Name.TrimBox, Name.BleedBox))
        found += [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
    return min(found, default=None)


def _fonts(pdf: Pdf) -> Iterator[tuple[str, bool]]:
    """Yield every font by its name without the mark of a subset, and whether it is in the file."""
    for page in pdf.pages:
        for font in page.obj.Resources.get(Name.Font, {}).values():
            yield str(font.BaseFont).lstrip("/").rpartition("+")[2], _is_inside(font)


def _is_inside(font: Object) -> bool:
    descriptor = font.get(Name.FontDescriptor)
    if descriptor is None and Name.DescendantFonts in font:
        descriptor = font.DescendantFonts[0].get(Name.FontDescriptor)
    files = (Name.FontFile, Name.FontFile2, Name.FontFile3)
    return descriptor is not None and any(key in descriptor for key in files)
