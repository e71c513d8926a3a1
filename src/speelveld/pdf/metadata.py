"""What a file says of itself: its title and makers, which standards it keeps to, and how it should be printed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from speelveld.pdf.draft import Draft
from speelveld.pdf.raw import array, dictionary, reference, string

DuplexPreference = Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]

# Not `xml.sax.saxutils.escape`: it loads half the standard library with it.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

_SRGB = "sRGB IEC61966-2.1"
_ICC = Path(__file__).parent / "icc" / "sRGB.icc"

# PDF/A allows only properties it knows, so that of PDF/UA has to be described (ISO 19005-2, 6.6.2.3.3).
_UA = """\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
 <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of ISO 14289 the file keeps to</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""

_XMP = """\
<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
 <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
 <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
 <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
 <pdf:Producer>{creator}</pdf:Producer>
 <xmp:CreatorTool>{creator}</xmp:CreatorTool>
 <xmp:CreateDate>{date}</xmp:CreateDate>
 <xmp:ModifyDate>{date}</xmp:ModifyDate>
 <xmp:MetadataDate>{date}</xmp:MetadataDate>
 <pdfaid:part>2</pdfaid:part>
 <pdfaid:conformance>{conformance}</pdfaid:conformance>
</rdf:Description>
{ua}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader's program and a printer are told about a file."""

    title: str
    lang: str
    author: str
    subject: str
    creator: str
    tagged: bool
    duplex: DuplexPreference | None = None


def escaped(facts: Facts) -> dict[str, str]:
    """Return the texts of `facts` by their names, as they stand in XML."""
    return {
        name: getattr(facts, name).translate(_ESCAPES) for name in ("title", "author", "subject", "lang", "creator")
    }


def write_metadata(draft: Draft, facts: Facts, date: datetime) -> int:
    """Say it twice, as PDF asks: in XMP, and in the Info dictionary, of which this is the number.

    Tagged files are PDF/A-2a and PDF/UA-1, the others PDF/A-2b.
    """
    packet = _XMP.format(
        **escaped(facts),
        date=date.strftime("%Y-%m-%dT%H:%M:%SZ"),
        conformance="A" if facts.tagged else "B",
        ua=_UA if facts.tagged else "",
    )
    # Not compressed: programs that know no PDF look for it.
    found = draft.add_stream({"Type": "/Metadata", "Subtype": "/XML"}, packet.encode("utf-8"), coded=True)
    draft.catalog["Metadata"] = reference(found)
    stamp = date.strftime("D:%Y%m%d%H%M%SZ")
    info = {
        "Title": facts.title,
        "Author": facts.author,
        "Subject": facts.subject,
        "Creator": facts.creator,
        "Producer": facts.creator,
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    return draft.add(dictionary({key: string(value) for key, value in info.items()}))


def write_output_intent(draft: Draft) -> None:
    """Say what the colours mean: sRGB."""
    profile = draft.add_stream({"N": 3, "Alternate": "/DeviceRGB"}, _ICC.read_bytes())
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": string(_SRGB),
        "Info": string(_SRGB),
        "DestOutputProfile": reference(profile),
    }
    draft.catalog["OutputIntents"] = array([reference(draft.add(dictionary(intent)))])


def write_preferences(draft: Draft, facts: Facts) -> None:
    """Ask for printing at full size, on the sides it was made for, and for the title in the window."""
    wishes = {"DisplayDocTitle": "true", "PrintScaling": "/None"}
    if facts.duplex:
        wishes["Duplex"] = f"/{facts.duplex}"
    draft.catalog["ViewerPreferences"] = dictionary(wishes)
    draft.catalog["Lang"] = string(facts.lang)
