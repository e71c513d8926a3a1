"""Links as annotations to click on, each tied to its element of the tag tree (ISO 32000-1, 12.5.6.5 and 14.8.4.4.2)."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from speelveld.geometry import Rect
from speelveld.pdf.structure import Element

# What an address holds as it is; all else is written as a code of ASCII (RFC 3986).
_PLAIN = "%/:=&?~#+!$,;'@()*[]"
# Print the annotation with its page (ISO 19005-2, 6.3.2 asks for this).
_PRINT = 4


class Links:
    """Makes annotations, and remembers which element each belongs to; `places` are the pages a link may lead to."""

    def __init__(self, pdf: Pdf, pages: Sequence[Object], places: Mapping[str, int]) -> None:
        self._pdf, self._pages, self._places = pdf, pages, places
        self.owners: list[Object] = []
        """The element of each annotation, in the order of their numbers."""

    def leads(self, element: Element) -> bool:
        """Tell whether a link leads anywhere: a part of the kit may be in another file."""
        href = element.tag.href or ""
        return not href.startswith("#") or href[1:] in self._places

    def references(self, element: Element, owner: Object) -> Iterator[Object]:
        """Yield what ties the written element `owner` to its annotations: one for each page it has words on."""
        for number in dict.fromkeys(number for number, _ in element.areas):
            page = self._pages[number]
            boxes = [_upwards(box, page) for own, box in element.areas if own == number]
            annotation = self._pdf.make_indirect(self._annotation(element, boxes))
            if Name.Annots not in page:
                page[Name.Annots] = Array()
            page.Annots.append(annotation)
            self.owners.append(owner)
            yield Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _annotation(self, element: Element, boxes: Sequence[tuple[float, float, float, float]]) -> Dictionary:
        href, text = element.tag.href or "", element.text.strip()
        made = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(
                [
                    *(min(box[side] for box in boxes) for side in (0, 1)),
                    *(max(box[side] for box in boxes) for side in (2, 3)),
                ]
            ),
            QuadPoints=Array(part for box in boxes for part in _corners(box)),
            Border=Array([0, 0, 0]),
            F=_PRINT,
            StructParent=len(self._pages) + len(self.owners),
        )
        if href.startswith("#"):
            number = self._places[href[1:]]
            target = self._pages[number]
            made[Name.Dest] = Array([target, Name.XYZ, 0, round(float(target.MediaBox[3]), 2), 0])
            made[Name.Contents] = String(f"{text}, bladzijde {number + 1}")
        else:
            made[Name.A] = Dictionary(S=Name.URI, URI=String(quote(href, safe=_PLAIN)))
            made[Name.Contents] = String(f"{text}: {href.removeprefix('mailto:')}")
        return made


def _upwards(box: Rect, page: Object) -> tuple[float, float, float, float]:
    height = float(page.MediaBox[3])
    left, bottom, right, top = (round(part, 2) for part in (box.x, height - box.bottom, box.right, height - box.y))
    return left, bottom, right, top


def _corners(box: tuple[float, float, float, float]) -> tuple[float, ...]:
    """Return the corners in the order that readers' programs expect: the upper two, then the lower two."""
    left, bottom, right, top = box
    return left, top, right, top, left, bottom, right, bottom
