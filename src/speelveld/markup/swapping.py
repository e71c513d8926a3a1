"""The texts of a filled layout with the game's words as a casus calls them; the author's own texts are left alone."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from speelveld.markup.node import Node, Piece
from speelveld.woorden import Edit, Wording, longest
from speelveld.written.tekst import KEPT, Origin, stretches, swapped_by

# Stands for a letter of an author's text, which is no part of a word of the layout.
_OPAQUE = "\0"
SOURCE_FIELD = "bron"
"""In this field of a text no word is swapped: it is what others wrote."""
_READ_ALOUD = ("title", "alt")
_DUTCH = "nl"


@dataclass(frozen=True, slots=True)
class Swapper:
    """Swaps words in the texts of layouts, and in those of the standard deck, which are its `deck_files`."""

    wording: Wording
    deck_files: Collection[str]

    def swap(self, node: Node) -> None:
        """Swap the words of all texts in the tree under `node`; a text that changes is then of who swapped its word."""
        if not node.attributes.get("lang", _DUTCH).startswith(_DUTCH):
            return
        if node.pieces:
            node.pieces = self._pieces(node.pieces)
        for child in node.children:
            self.swap(child)

    def attribute(self, name: str, value: str) -> str:
        """Return an attribute, with the marks of authors still in it; only what is read aloud has words."""
        if name not in _READ_ALOUD:
            return value
        parts = []
        for text, origin in stretches(value):
            parts.append(self.wording.changed(text)[0] if self._ours(origin) else text)
        return "".join(parts)

    def _ours(self, origin: Origin | None) -> bool:
        return origin is None or (origin.source.name in self.deck_files and origin.field != SOURCE_FIELD)

    def _pieces(self, pieces: list[Piece]) -> list[Piece]:
        open_ = [self._ours(piece.origin) and (piece.inline.lang or _DUTCH).startswith(_DUTCH) for piece in pieces]
        whole = "".join(
            piece.text if swaps else _OPAQUE * len(piece.text) for piece, swaps in zip(pieces, open_, strict=True)
        )
        edits = list(self.wording.edits(whole))
        found, start = [], 0
        for piece in pieces:
            end = start + len(piece.text)
            found.append(self._edited(piece, [edit for edit in edits if start <= edit.start < end], start))
            start = end
        return found

    def _edited(self, piece: Piece, edits: list[Edit], start: int) -> Piece:
        if not edits:
            return replace(piece, origin=None) if piece.origin and piece.origin.source == KEPT else piece
        text = piece.text
        for edit in reversed(edits):
            text = text[: edit.start - start] + edit.text + text[edit.end - start :]
        key = longest(edits)
        return Piece(text, piece.inline, swapped_by(key, self.wording.woord(key).source))
