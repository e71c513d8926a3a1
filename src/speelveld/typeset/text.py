"""Texts as boxes: measured, broken into lines, with their role in the tag tree."""

from dataclasses import dataclass

from speelveld.errors import Problem
from speelveld.markup import Node
from speelveld.markup.theme import Style
from speelveld.typeset.box import Box, Layout, builder
from speelveld.typeset.frame import Group, Item, Tag, TextRun
from speelveld.typeset.hyphenation import SOFT_HYPHEN
from speelveld.typeset.lines import Line
from speelveld.typeset.words import Look

# Where the baseline lies in the em box: the ascenders of the standard face reach 0.71 em, its descenders 0.21.
BASELINE = 0.75
# A paragraph cut over two pages keeps at least this many lines on each.
WIDOW = 2

_ROLES = {"h1": "H1", "h2": "H2", "h3": "H3", "text": "P", "p": "P", "checkbox": "P"}
_STYLES = {"h1": "kop1", "h2": "kop2", "h3": "kop3", "p": "alinea"}
_ALIGN = ("left", "center", "right")
_VALIGN = ("top", "middle", "bottom")
ROLES = frozenset({"P", "H1", "H2", "H3", "Caption", "BlockQuote", "Note", "Lbl", "LBody", "Span", "Artifact"})


@dataclass(slots=True)
class TextBox:
    """Lines of text; `height` may be more than they take, then `valign` says where they stand."""

    lines: list[Line]
    style: Style
    leading: float
    width: float
    height: float
    align: str
    valign: str
    tag: Tag | None
    end: bool = True

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the lines as runs of text in one group."""
        rest = self.height - self.leading * len(self.lines)
        top = y + (0.0 if self.valign == "top" else rest / 2 if self.valign == "middle" else rest)
        items: list[Item] = []
        last = len(self.lines) - 1
        for index, line in enumerate(self.lines):
            if not line.words:
                continue
            size = max(segment.look.size for word in line.words for segment in word.segments)
            baseline = top + index * self.leading + (self.leading - size) / 2 + BASELINE * size
            left = x + {"left": 0.0, "center": (self.width - line.width) / 2, "right": self.width - line.width}[self.align]
            _paint_line(line, left, baseline, soft=index < last or not self.end, items=items)
        out.append(Group(self.tag, items))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit and the rest, never leaving a single line on either page."""
        fits = min(int(room / self.leading + 1e-6), len(self.lines) - WIDOW)
        if fits < WIDOW:
            return None
        head = TextBox(self.lines[:fits], self.style, self.leading, self.width, fits * self.leading, self.align, "top", self.tag, end=False)
        left = self.lines[fits:]
        tail = TextBox(left, self.style, self.leading, self.width, len(left) * self.leading, self.align, "top", self.tag)
        return head, tail


def _paint_line(line: Line, x: float, baseline: float, *, soft: bool, items: list[Item]) -> None:
    """Add one run for each stretch in one look; a line that goes on behind a space ends in that space."""
    text, start, width = "", x, 0.0
    kerns: list[tuple[int, float]] = []
    look: Look | None = None
    for index, word in enumerate(line.words):
        space = word.space if index else 0.0
        for number, segment in enumerate(word.segments):
            if segment.look is not look:
                if look is not None:
                    if number == 0 and space:
                        text += " "
                    items.append(TextRun(start, baseline, text, tuple(kerns), look.face, look.size, look.color, width))
                    start += width + (space if number == 0 else 0.0)
                text, kerns, look, width = "", [], segment.look, 0.0
            elif number == 0 and space:
                text += " "
                width += space
            measured = segment.measured
            if measured.kerns:
                kerns += [(len(text) + at, amount) for at, amount in measured.kerns]
            text += measured.text
            width += measured.width * segment.look.size
    if look is not None:
        if soft and line.soft and not text.endswith(SOFT_HYPHEN):
            text += " "
        items.append(TextRun(start, baseline, text, tuple(kerns), look.face, look.size, look.color, width))


def text_tag(layout: Layout, node: Node, standard: str | None = None) -> Tag | None:
    """Return the tag of a text element; role 'Artifact' makes it decoration that is not read aloud."""
    role = node.attributes.get("role") or standard or _ROLES.get(node.name, "P")
    if role not in ROLES:
        layout.wrong(node, f"rol {role!r} bestaat niet voor tekst; kies uit: {', '.join(sorted(ROLES))}")
    return None if role == "Artifact" else Tag(role, alt=node.attributes.get("alt"), lang=node.attributes.get("lang"))


@builder("text", "p", "h1", "h2", "h3")
def build_text(layout: Layout, node: Node, width: float, height: float | None) -> TextBox:
    """Return the text of `node`; one that does not fit in `width` or `height` becomes a fault."""
    return make_text(layout, node, width, height, _STYLES.get(node.name, "tekst"), text_tag(layout, node))


def make_text(layout: Layout, node: Node, width: float, height: float | None, standard: str, tag: Tag | None) -> TextBox:
    """Return the pieces of `node` as a text box in the style it names, or `standard`."""
    style = layout.style(node, standard)
    color = node.attributes.get("color")
    try:
        words = layout.words.words(node.pieces, style, color)
    except LookupError as error:
        layout.wrong(node, str(error))
        words = []
    for character, piece in layout.words.missing(node.pieces, style):
        message = f"{layout.card}: het lettertype heeft geen teken voor {character!r} (U+{ord(character):04X})"
        if piece.origin:
            where = f"{message}, in veld '{piece.origin.field}'"
            layout.author_wrong(Problem(where, piece.origin.source, "kies een ander teken, of schrijf het uit"))
        else:
            layout.wrong(node, message, "gebruik een ander teken of een <icon>")
    balance = node.attributes.get("balance", "ja" if style.balance else "nee") in ("ja", "yes", "true")
    broken = layout.lines.break_words(words, width, hyphens=style.hyphens, balance=balance)
    largest = max((segment.look.size for word in words for segment in word.segments), default=style.size(layout.step))
    leading = max(largest, style.size(layout.step)) * style.leading
    taken = leading * len(broken.lines) if node.pieces else 0.0
    per_line = sum(len(piece.text) for piece in node.pieces) / max(1, len(broken.lines))
    if broken.excess > 0.05:
        layout.too_long(node, broken.excess, wide=True)
    if height is not None and taken > height + 0.05:
        layout.too_long(node, taken - height, leading=leading, per_line=per_line)
    return TextBox(
        broken.lines if node.pieces else [],
        style,
        leading,
        width,
        taken if height is None else height,
        layout.choice(node, "align", _ALIGN),
        layout.choice(node, "valign", _VALIGN),
        tag,
    )


def natural_width(layout: Layout, node: Node, standard: str = "tekst") -> float:
    """Return the width of the text of `node` on one line."""
    style = layout.style(node, _STYLES.get(node.name, standard))
    words = layout.words.words(node.pieces, style, node.attributes.get("color"))
    widest = width = 0.0
    for index, word in enumerate(words):
        width = 0.0 if word.hard else width + word.width + (word.space if index else 0.0)
        widest = max(widest, width)
    return widest + 0.1
