"""Links as annotations to click on, each tied to its element of the tag tree (ISO 32000-1, 12.5.6.5 and 14.8.4.4.2)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from speelveld.geometry import Rect
from speelveld.pdf.corners import quad, sides, upwards
from speelveld.pdf.draft import Draft
from speelveld.pdf.raw import array, decimal, dictionary, reference, string
from speelveld.pdf.structure import StructElem

# What an address holds as it is; all else is written as a code of ASCII (RFC 3986).
_PLAIN = "%/:=&?~#+!$,;'@()*[]"
# Print the annotation with its page (ISO 19005-2, 6.3.2 asks for this).
_PRINT = 4


class Links:
    """Makes annotations, and remembers which element each belongs to; `places` are the pages a link may lead to."""

    def __init__(self, draft: Draft, places: Mapping[str, int]) -> None:
        self._draft, self._pages, self._places = draft, draft.pages, places
        self.owners: list[str] = []
        """What stands for the element of each annotation, in the order of their numbers."""

    def leads(self, element: StructElem) -> bool:
        """Tell whether a link leads anywhere: a part of the kit may be in another file."""
        href = element.tag.href or ""
        return not href.startswith("#") or href[1:] in self._places

    def references(self, element: StructElem, owner: str) -> Iterator[str]:
        """Yield what ties the written element `owner` to its annotations: one for each page it has words on."""
        for number in dict.fromkeys(number for number, _ in element.areas):
            page = self._pages[number]
            boxes = [upwards(box, page.height) for own, box in element.areas if own == number]
            annotation = self._draft.add(self._annotation(element, boxes))
            page.annotate(annotation)
            self.owners.append(owner)
            yield dictionary({"Type": "/OBJR", "Obj": reference(annotation), "Pg": page.reference})

    def _annotation(self, element: StructElem, boxes: Sequence[Rect]) -> str:
        href, text = element.tag.href or "", element.text.strip()
        facts: dict[str, object] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": _lengths(sides(Rect.around(boxes))),
            "QuadPoints": _lengths(part for box in boxes for part in quad(box)),
            "Border": "[0 0 0]",
            "F": _PRINT,
            "StructParent": len(self._pages) + len(self.owners),
        }
        if href.startswith("#"):
            number = self._places[href[1:]]
            target = self._pages[number]
            facts["Dest"] = f"[{target.reference} /XYZ 0 {decimal(target.height, 2)} 0]"
            facts["Contents"] = string(f"{text}, bladzijde {number + 1}")
        else:
            facts["A"] = dictionary({"S": "/URI", "URI": string(quote(href, safe=_PLAIN))})
            facts["Contents"] = string(f"{text}: {href.removeprefix('mailto:')}")
        return dictionary(facts)


def _lengths(parts: Iterable[float]) -> str:
    return array(decimal(part, 2) for part in parts)
