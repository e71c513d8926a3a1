"""The finishing of a file for a press: boxes, printing condition, and what PDF/X asks a file to say of itself."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from speelveld.geometry import Rect
from speelveld.paper import PRESS_STANDARDS
from speelveld.pdf.corners import sides, upwards
from speelveld.pdf.metadata import Facts, escaped
from speelveld.pdf.operators import KNOCK_OUT, OVERPRINT
from speelveld.pdf.pressed import Pressed

REGISTRY = "http://www.color.org"

# Each standard names itself in its own namespace; PDF/X-1a does so in the Info dictionary, which XMP repeats.
_SPACES = {"x4": ("pdfxid", "http://www.npes.org/pdfx/ns/id/"), "x1a": ("pdfx", "http://ns.adobe.com/pdfx/1.3/")}

_XMP = """\
<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:{space}="{uri}">
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
 <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
 <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
 <pdf:Producer>{creator}</pdf:Producer>
 <pdf:Trapped>False</pdf:Trapped>
 <xmp:CreatorTool>{creator}</xmp:CreatorTool>
 <xmp:CreateDate>{date}</xmp:CreateDate>
 <xmp:ModifyDate>{date}</xmp:ModifyDate>
 <xmp:MetadataDate>{date}</xmp:MetadataDate>
 <xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
 <xmpMM:VersionID>1</xmpMM:VersionID>
 <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
 <{space}:GTS_PDFXVersion>{version}</{space}:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def press_pages(pdf: Pdf, pressed: Pressed, veils: Mapping[str, Object], *, mixes: bool) -> None:
    """Give every page its boxes, the two states that black text and all else are drawn in, and `veils` by their names.

    `mixes` tells whether something in the file shines through something.
    """
    states = pdf.make_indirect(
        Dictionary(
            {
                **{f"/{name}": veil for name, veil in veils.items()},
                f"/{OVERPRINT}": Dictionary(Type=Name.ExtGState, OP=False, op=True, OPM=1),
                f"/{KNOCK_OUT}": Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0),
            }
        )
    )
    for page, boxes in zip(pdf.pages, pressed.boxes, strict=True):
        for key in (Name.Trans, Name.Tabs, Name.CropBox, Name.ArtBox):
            if key in page.obj:
                del page.obj[key]
        page.obj[Name.TrimBox] = _box(page, boxes.trim)
        page.obj[Name.BleedBox] = _box(page, boxes.bleed)
        page.obj.Resources[Name.ExtGState] = states
        if mixes or any(Name.SMask in drawn for drawn in page.obj.Resources.get(Name.XObject, {}).values()):
            # What is transparent is mixed in the inks of the press, and nowhere else.
            page.obj[Name.Group] = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)


def press_facts(pdf: Pdf, pressed: Pressed, facts: Facts, date: datetime) -> None:
    """Name the printing condition with its profile, the standard, and that nothing has been trapped."""
    profile = pdf.make_stream(pressed.profile.read_bytes())
    profile.stream_dict = Dictionary(N=4, Alternate=Name.DeviceCMYK)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(pressed.condition or "Custom"),
        OutputCondition=String(pressed.description),
        Info=String(pressed.description),
        DestOutputProfile=profile,
    )
    if pressed.condition:
        intent[Name.RegistryName] = String(REGISTRY)
    pdf.Root[Name.OutputIntents] = Array([pdf.make_indirect(intent)])
    pdf.Root[Name.ViewerPreferences] = Dictionary(DisplayDocTitle=True)
    pdf.Root[Name.Lang] = String(facts.lang)
    _write_info(pdf, pressed, facts, date)


def save_pressed(pdf: Pdf, pressed: Pressed) -> bytes:
    """Return the bytes of the file, in the version of PDF that its standard asks for."""
    out = BytesIO()
    old = pressed.standard == "x1a"
    pdf.save(
        out,
        force_version=PRESS_STANDARDS[pressed.standard].version,
        object_stream_mode=pikepdf.ObjectStreamMode.disable if old else pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _write_info(pdf: Pdf, pressed: Pressed, facts: Facts, date: datetime) -> None:
    if Name.Info in pdf.trailer:
        del pdf.trailer[Name.Info]
    info, stamp = pdf.docinfo, date.strftime("D:%Y%m%d%H%M%SZ")
    info[Name.Title] = facts.title
    info[Name.Author] = facts.author
    info[Name.Subject] = facts.subject
    info[Name.Creator] = facts.creator
    info[Name.Producer] = facts.creator
    info[Name.CreationDate] = stamp
    info[Name.ModDate] = stamp
    info[Name.Trapped] = Name("/False")
    if pressed.standard == "x1a":
        info[Name.GTS_PDFXVersion] = PRESS_STANDARDS[pressed.standard].name
    space, uri = _SPACES[pressed.standard]
    packet = _XMP.format(
        **escaped(facts),
        date=date.strftime("%Y-%m-%dT%H:%M:%SZ"),
        document=_document(pdf, facts, stamp),
        space=space,
        uri=uri,
        version=PRESS_STANDARDS[pressed.standard].name,
    )
    stream = pdf.make_stream(packet.encode("utf-8"))
    stream.stream_dict = Dictionary(Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root[Name.Metadata] = stream


def _document(pdf: Pdf, facts: Facts, stamp: str) -> str:
    """Return the number of this document: the same for the same pages, and for no others."""
    digest = sha256(f"{facts.title}\n{stamp}\n".encode())
    for page in pdf.pages:
        page.contents_coalesce()
        digest.update(page.obj.Contents.read_bytes())
    return str(uuid5(NAMESPACE_URL, digest.hexdigest()))


def _box(page: Page, box: Rect) -> Array:
    return Array([round(side, 4) + 0.0 for side in sides(upwards(box, float(page.mediabox[3])))])
