"""Whether links lead somewhere: to the web, to an address for mail, or to a part of the same kit."""

import re

from speelveld.markup import Link, Node
from speelveld.typeset.faults import Fault, of_layout, of_text
from speelveld.typeset.layout import Layout
from speelveld.written.hints import PLAIN, choose, meant

_OUTSIDE = re.compile(r"https?://[^\s\"<>\\/?#][^\s\"<>\\]*|mailto:[^\s\"<>\\@]+@[^\s\"<>\\@]+", re.IGNORECASE)
_WITHIN = re.compile(r"#(?P<part>[^:\s]+)(?::[1-9]\d*)?")

_WHERE = "begin met https://, http:// of mailto:, of schrijf # en de naam van een onderdeel"


def check_links(layout: Layout, node: Node) -> None:
    """Note every link in the text of `node` that leads nowhere; an address of the author's is the author's mistake."""
    for link in {piece.inline.link: None for piece in node.pieces if piece.inline.link is not None}:
        if _OUTSIDE.fullmatch(link.href):
            continue
        within = _WITHIN.fullmatch(link.href)
        if within is None:
            layout.faults.append(_wrong(layout, node, link, f"de link {link.href!r} kan niet", _WHERE))
        elif within["part"] not in layout.targets:
            hint = meant(within["part"], layout.targets, "'#{}'") or choose(layout.targets, PLAIN)
            message = f"de link gaat naar {within['part']!r}, en dat onderdeel bestaat niet"
            layout.faults.append(_wrong(layout, node, link, message, hint))


def _wrong(layout: Layout, node: Node, link: Link, message: str, hint: str) -> Fault:
    if link.origin is not None:
        return of_text(layout.card, link.origin, message, hint, layout.kit_files)
    return of_layout(layout.card, Node("a", {}, link.source), message, hint)
