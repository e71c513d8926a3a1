"""What a print shop's own preflight would say of a file: reads bytes, and imports nothing of the program.

After ISO 15930-4 (PDF/X-1a:2003) and ISO 15930-7 (PDF/X-4), and the rules of this kit: bleed, ink, lines, overprint.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Pdf

MM = 72 / 25.4
BLEED, THINNEST = 3 * MM, 0.25 * MM
SLACK = 0.01
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

CMYK_OR_GREY = {Name.DeviceCMYK, Name.DeviceGray}
OTHER_COLOR_OPERATORS = {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
XMP_NEEDED = ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID")
XMP_NEEDED += ("xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped")


def preflight(data: bytes, standard: str) -> list[str]:
    """Return every rule of `standard` ('x4' or 'x1a') that the file breaks, sorted, each once."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return sorted({*_bytes(data, standard), *_document(pdf, standard), *_pages(pdf, standard)})


def _bytes(data: bytes, standard: str) -> Iterator[str]:
    if not data.startswith(b"%PDF-1.6" if standard == "x4" else b"%PDF-1.4"):
        yield "header"
    if standard == "x1a" and re.search(rb"/Type\s*/(ObjStm|XRef)", data):
        yield "object streams"


def _document(pdf: Pdf, standard: str) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "encrypted"
    for key in (Name.OpenAction, Name.AA, Name.AcroForm, Name.JavaScript):
        if key in pdf.Root:
            yield "action"
    if Name.ID not in pdf.trailer:
        yield "no id"
    info = pdf.docinfo
    for key in (Name.Title, Name.CreationDate, Name.ModDate):
        if not str(info.get(key, "")):
            yield f"info without {key}"
    if info.get(Name.Trapped) not in (Name("/True"), Name("/False")):
        yield "trapped"
    if standard == "x1a" and str(info.get(Name.GTS_PDFXVersion, "")) != "PDF/X-1a:2003":
        yield "info without version"
    yield from _metadata(pdf, standard)
    yield from _intent(pdf)


def _metadata(pdf: Pdf, standard: str) -> Iterator[str]:
    if Name.Metadata not in pdf.Root:
        yield "no xmp"
        return
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    if standard == "x4" and "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" not in packet:
        yield "xmp without version"
    for key in XMP_NEEDED:
        if not re.search(rf"<{key}>.+?</{key}>", packet, re.DOTALL):
            yield f"xmp without {key}"
    title = str(pdf.docinfo.get(Name.Title, ""))
    told = re.search(r"<dc:title>.*?>([^<>]+)</rdf:li>", packet, re.DOTALL)
    if title and told and told[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") != title:
        yield "two titles"


def _intent(pdf: Pdf) -> Iterator[str]:
    intents: Any = [one for one in pdf.Root.get(Name.OutputIntents, []) if one.get(Name.S) == Name.GTS_PDFX]
    if len(intents) != 1:
        yield "intent"
        return
    (intent,) = intents
    if not str(intent.get(Name.OutputConditionIdentifier, "")):
        yield "condition"
    if Name.DestOutputProfile not in intent:
        yield "profile"
        return
    profile = intent.DestOutputProfile
    header = profile.read_bytes()[:128]
    if profile.get(Name.N) != 4 or header[12:20] != b"prtrCMYK" or header[36:40] != b"acsp":
        yield "profile"


def _pages(pdf: Pdf, standard: str) -> Iterator[str]:
    for page in pdf.pages:
        boxes = {key: [float(side) for side in page.obj[key]] for key in (Name.MediaBox,) if key in page.obj}
        for key, label in ((Name.TrimBox, "no trim"), (Name.BleedBox, "no bleed")):
            if key in page.obj:
                boxes[key] = [float(side) for side in page.obj[key]]
            else:
                yield label
        if Name.ArtBox in page.obj:
            yield "art box"
        if len(boxes) == 3:
            yield from _nested(boxes[Name.MediaBox], boxes[Name.BleedBox], boxes[Name.TrimBox])
            yield from _annotations(page, boxes[Name.BleedBox])
            walker = _Walker(standard, boxes[Name.BleedBox])
            walker.walk(page, page.obj.Resources, _State())
            yield from walker.broken
        if Name.Group in page.obj and standard == "x1a":
            yield "transparency"
        for font in page.obj.Resources.get(Name.Font, {}).values():
            if not _embedded(font):
                yield "font"


def _nested(media: list[float], bleed: list[float], trim: list[float]) -> Iterator[str]:
    for outer, inner, least in ((media, bleed, 0.0), (bleed, trim, BLEED)):
        rooms = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
        if min(rooms) < least - SLACK:
            yield "boxes"


def _annotations(page: pikepdf.Page, bleed: list[float]) -> Iterator[str]:
    for note in page.obj.get(Name.Annots, []):
        left, bottom, right, top = (float(side) for side in note.Rect)
        if left < bleed[2] and right > bleed[0] and bottom < bleed[3] and top > bleed[1]:
            yield "annotation"


def _embedded(font: Any) -> bool:
    if Name.DescendantFonts in font:
        font = font.DescendantFonts[0]
    descriptor = font.get(Name.FontDescriptor, {})
    return any(key in descriptor for key in (Name.FontFile, Name.FontFile2, Name.FontFile3))


@dataclass
class _State:
    matrix: tuple[float, ...] = IDENTITY
    fill: tuple[float, ...] = (0.0, 0.0, 0.0, 1.0)
    line: float = 1.0
    over: bool = False
    stroke_over: bool = False
    mode: int = 0

    def copy(self) -> "_State":
        return _State(self.matrix, self.fill, self.line, self.over, self.stroke_over, self.mode)


@dataclass
class _Walker:
    standard: str
    bleed: list[float]
    broken: set[str] = field(default_factory=set)

    def walk(self, stream: Any, resources: Any, state: _State) -> None:
        stack: list[_State] = []
        points: list[tuple[float, float]] = []
        for operands, operator in pikepdf.parse_content_stream(stream):
            name, values = str(operator), list(operands)
            if name == "q":
                stack.append(state.copy())
            elif name == "Q":
                state = stack.pop()
            elif name in ("m", "l", "c", "v", "y", "re"):
                points += _corners(name, [float(value) for value in values])
            elif name in ("S", "s", "B", "B*", "b", "b*", "f", "F", "f*", "n"):
                self._path(name, points, state)
                points = []
            else:
                self._other(name, values, resources, state)

    def _other(self, name: str, values: list[Any], resources: Any, state: _State) -> None:
        if name == "cm":
            state.matrix = _times([float(value) for value in values], state.matrix)
        elif name == "w":
            state.line = float(values[0])
        elif name in ("k", "g"):
            numbers = tuple(float(value) for value in values)
            state.fill = numbers if len(numbers) == 4 else (0.0, 0.0, 0.0, 1.0 - numbers[0])
        elif name in OTHER_COLOR_OPERATORS:
            self.broken.add("colour")
        elif name == "gs":
            self._graphics_state(resources.ExtGState[str(values[0])], state)
        elif name == "Do":
            self._drawn(resources.XObject[str(values[0])], state)
        elif name in ("Tj", "TJ", "'", '"'):
            self._text(state)
        elif name in ("BI", "INLINE IMAGE"):
            self.broken.add("inline image")

    def _graphics_state(self, found: Any, state: _State) -> None:
        one = Name("/ca") in found and float(found[Name("/ca")]) != 1
        two = Name("/CA") in found and float(found[Name("/CA")]) != 1
        mask = found.get(Name.SMask, Name("/None")) != Name("/None")
        if self.standard == "x1a" and (one or two or mask or found.get(Name.BM, Name.Normal) != Name.Normal):
            self.broken.add("transparency")
        state.over = bool(found.get(Name("/op"), found.get(Name("/OP"), False)))
        state.stroke_over = bool(found.get(Name("/OP"), False))
        if state.over and int(found.get(Name.OPM, 0)) != 1:
            self.broken.add("overprint mode")

    def _text(self, state: _State) -> None:
        if state.fill == (0.0, 0.0, 0.0, 1.0):
            if not state.over:
                self.broken.add("black text knocks out")
        elif state.over:
            self.broken.add("overprint of what is not black")

    def _path(self, name: str, points: list[tuple[float, float]], state: _State) -> None:
        fills, strokes = name in ("B", "B*", "b", "b*", "f", "F", "f*"), name in ("S", "s", "B", "B*", "b", "b*")
        if (fills and state.over) or (strokes and state.stroke_over):
            self.broken.add("overprint of what is not black")
        a, b, c, d, e, f = state.matrix
        width = state.line * math.sqrt(abs(a * d - b * c))
        if strokes and width < THINNEST - 1e-6:
            placed = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
            xs, ys = [x for x, _ in placed], [y for _, y in placed]
            left, bottom, right, top = self.bleed
            # A mark stands outside the bleed; it may end on it.
            across = min(xs) < right - SLACK and max(xs) > left + SLACK
            if across and min(ys) < top - SLACK and max(ys) > bottom + SLACK:
                self.broken.add("thin line")

    def _drawn(self, drawn: Any, state: _State) -> None:
        if drawn.Subtype == Name.Form:
            if self.standard == "x1a" and Name.Group in drawn:
                self.broken.add("transparency")
            inner = state.copy()
            inner.matrix = _times([float(part) for part in drawn.get(Name.Matrix, IDENTITY)], state.matrix)
            self.walk(drawn, drawn.Resources, inner)
        elif drawn.Subtype != Name.Image:
            self.broken.add("postscript")
        else:
            if drawn.get(Name.ColorSpace) not in CMYK_OR_GREY:
                self.broken.add("picture colour")
            if self.standard == "x1a" and (Name.SMask in drawn or Name.SMaskInData in drawn):
                self.broken.add("transparency")
            if state.over:
                self.broken.add("overprint of what is not black")
            if str(drawn.get(Name.Filter, "")) in ("/LZWDecode", "/JBIG2Decode", "/JPXDecode"):
                self.broken.add("picture coding")


def _corners(name: str, values: list[float]) -> list[tuple[float, float]]:
    if name == "re":
        x, y, width, height = values
        return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return list(zip(values[::2], values[1::2], strict=True))


def _times(inner: list[float], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
