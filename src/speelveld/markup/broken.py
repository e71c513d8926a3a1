"""Why a filled layout is no well-formed XML, and where: it is read once more, now with an eye on what is open."""

import re
from xml.parsers import expat

from speelveld.errors import Problem, Source
from speelveld.markup.messages import NOT_CLOSED, of_xml
from speelveld.markup.sources import STAMP, Stamps
from speelveld.markup.vocabulary import ALL

_STAMPS = re.compile(rb"<[\w.-]+ " + STAMP.encode() + rb'="(\d+:\d+)"')


def why_broken(text: str, layout: Source, stamps: Stamps) -> Problem:
    """Return what is wrong with `text`, the filled `layout`, which an XML reader has refused."""
    opened: list[tuple[str, str | None]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: opened.append((name, attributes.get(STAMP)))
    parser.EndElementHandler = lambda _: opened.pop()
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        if opened and error.code in NOT_CLOSED:
            name, stamp = opened[-1]
            return _not_closed(name, stamps[stamp] if stamp else layout)
        message = of_xml(error.code)
    else:
        message = "een voorvoegsel of 'xmlns' kan niet in een layout"
    # The element that is being read has not begun yet, but its stamp stands in it already.
    data, index = text.encode(), max(0, parser.ErrorByteIndex)
    found = _STAMPS.findall(data, 0, max(index, data.find(b">", index)))
    source = stamps[found[-1].decode()] if found else layout
    return Problem(message, source, "kijk bij of na dit element" if found else None)


def _not_closed(name: str, source: Source) -> Problem:
    way = f"<{name}/>" if name not in ALL or ALL[name].content == "none" else f"<{name}>…</{name}>"
    return Problem(f"<{name}> wordt niet, of door iets anders, gesloten", source, f"schrijf {way}")
