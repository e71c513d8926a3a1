"""A file on its way to its bytes: what ReportLab made of the pages, and what is added to it, object by object."""

from collections.abc import Mapping

from speelveld.pdf import raw
from speelveld.pdf.packed import packed
from speelveld.pdf.sealed import Canvas, ReportLabPage, ReportLabStream, written

# ReportLab ends a stream where its bytes end; PDF/A asks for a new line before (ISO 19005-2, 6.1.7.1).
_END = b"endstream\n"


class DraftPage:
    """A page that is drawn, and to which entries may be added."""

    def __init__(self, page: ReportLabPage, number: int) -> None:
        self._page = page
        self.reference = raw.reference(number)
        """What stands for the page in other objects."""
        self.width: float = page.pagewidth
        self.height: float = page.pageheight
        # ReportLab gives every page an empty transition, which PDF/A readers refuse.
        page.Trans = None
        # It writes no entries that it does not know.
        page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]

    def __setitem__(self, key: str, value: str) -> None:
        """Set an entry, written already."""
        setattr(self._page, key, value)

    def annotate(self, annotation: int) -> None:
        """Put an annotation on the page, after those that are on it."""
        self._page.Annots = [*(self._page.Annots or ()), raw.reference(annotation)]


class Draft:
    """The objects of one file; each is added once, and its number stands for it."""

    def __init__(self, canvas: Canvas) -> None:
        document = self._document = canvas._doc
        for font in document.delayedFonts:
            font.addObjects(document)
        numbers = document.idToObjectNumberAndVersion
        self.pages = [DraftPage(page, numbers[page.__InternalName__][0]) for page in document.Pages.pages]
        self.fonts = raw.reference(numbers["BasicFonts"][0])
        """What stands for the fonts, as a resource."""
        self.catalog = {"Type": "/Catalog"}
        """What the file says of itself, by keys without their slash, each written already."""
        self._small: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """Return a number for an object that is added later."""
        # ReportLab gives the next number to what it meets while it writes.
        self._document.objectcounter += 1
        number: int = self._document.objectcounter
        return number

    def put(self, number: int, text: str) -> None:
        """Add an object under a number that was kept for it."""
        self._small[number] = text.encode("ascii")

    def add(self, text: str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.put(number, text)
        return number

    def add_stream(self, entries: Mapping[str, object], data: bytes, *, coded: bool = False) -> int:
        """Add a stream and return its number; it is compressed, unless `coded` says it is as it has to be."""
        number = self.reserve()
        facts = dict(entries)
        if not coded:
            facts["Filter"], data = "/FlateDecode", raw.packed_stream(data)
        self._streams[number] = raw.stream(facts, data)
        return number

    def save(self, info: int) -> bytes:
        """Return the bytes of the file; `info` is the number of its Info dictionary."""
        document = self._document
        pages = document.Reference(document.Pages).format(document).decode("ascii")
        root = self.add(raw.dictionary({**self.catalog, "Pages": pages}))
        small, streams = dict(self._small), dict(self._streams)
        number = 0
        # While it writes one object, ReportLab meets others and gives them numbers.
        while number < document.objectcounter:
            number += 1
            name = document.numberToId.get(number)
            if name is None:
                continue
            thing = document.idToObject[name]
            body: bytes = written(thing, document)
            if isinstance(thing, ReportLabStream):
                assert body.endswith(_END)
                streams[number] = body.removesuffix(_END) + b"\nendstream"
            else:
                small[number] = body
        return packed(small, streams, root, info)
