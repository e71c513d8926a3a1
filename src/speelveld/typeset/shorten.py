"""Copies of a tree in which one text of an author is shorter: to find out how much of it would fit."""

from collections.abc import Iterator, Sequence

from speelveld.markup import Node, Origin, Piece
from speelveld.typeset.hyphenation import SOFT_HYPHEN


def origins(node: Node) -> list[Origin]:
    """Return who wrote the texts under `node`, each once, in order."""
    return list(dict.fromkeys(piece.origin for part in _walk(node) for piece in part.pieces if piece.origin))


def length(node: Node, origin: Origin) -> int:
    """Return how many characters the text of `origin` has; what stands there twice counts once."""
    return sum(map(len, _texts(node, origin)))


def shortened(node: Node, origin: Origin, count: int) -> Node:
    """Return `node` without the last `count` characters of the text of `origin`."""
    left = length(node, origin) - count
    kept: dict[str, int] = {}
    for text in _texts(node, origin):
        kept[text] = max(0, min(left, len(text)))
        left -= len(text)
    return _copy(node, origin, kept)


def emptied(node: Node) -> Node:
    """Return `node` without any text of an author."""
    for origin in origins(node):
        node = shortened(node, origin, length(node, origin))
    return node


def origin_of(pieces: Sequence[Piece], word: str) -> Origin | None:
    """Return the author who wrote `word`, or a part of it, in `pieces`; None if the layout did."""
    holding = [piece for piece in pieces if word in piece.text.replace(SOFT_HYPHEN, "")]
    if not holding:
        holding = [piece for piece in pieces if any(part in word for part in piece.text.split())]
    return next((piece.origin for piece in holding if piece.origin), None)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _texts(node: Node, origin: Origin) -> list[str]:
    """Return the different stretches of the text of `origin`, such as its paragraphs, in order."""
    return list(dict.fromkeys(filter(None, (_own(part, origin) for part in _walk(node)))))


def _own(node: Node, origin: Origin) -> str:
    return "".join(piece.text for piece in node.pieces if piece.origin == origin)


def _copy(node: Node, origin: Origin, kept: dict[str, int]) -> Node:
    children = [_copy(child, origin, kept) for child in node.children]
    pieces, left = node.pieces, kept.get(_own(node, origin))
    if left is not None:
        pieces = []
        for piece in node.pieces:
            if piece.origin != origin:
                pieces.append(piece)
            elif left > 0:
                pieces.append(Piece(piece.text[:left], piece.inline, origin))
                left -= len(piece.text)
    return Node(node.name, node.attributes, node.source, children, pieces)
