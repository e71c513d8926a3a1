"""Texts as boxes: measured, broken into lines, with their role in the tag tree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from speelveld.geometry import Rect
from speelveld.markup import Node
from speelveld.markup.style import Style
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.faults import SLACK, TooWide, of_layout, of_text
from speelveld.typeset.frame import Group, Item, Tag
from speelveld.typeset.layout import Layout
from speelveld.typeset.lines import Line
from speelveld.typeset.links import check_links
from speelveld.typeset.roles import CELLS, role_tag
from speelveld.typeset.runs import BASELINE, paint_line
from speelveld.typeset.shorten import origin_of
from speelveld.typeset.words import HARD, Paragraph, unprintable
from speelveld.written.hints import quote

# How far from the baseline letters reach for the eye, by which a text stands in the middle of its place whatever its
# letters are. What is checked asks the font (`Metrics.reach`).
ABOVE, BELOW = 0.7, 0.2
# A paragraph cut over two pages keeps at least this many lines on each.
WIDOW = 2

# From here on Unicode has pictures, such as faces.
_PICTURES = 0x1F000
_QUOTES = frozenset("“‘„‚«‹\"'")

TEXTS = frozenset({"text", "p", "h1", "h2", "h3"})
HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
STYLES = {"h1": "kop1", "h2": "kop2", "h3": "kop3", "p": "alinea"}
ROLES = frozenset(
    {"P", "H1", "H2", "H3", "Caption", "BlockQuote", "Note", "Lbl", "LBody", "TH", "TD", "Span", "Artifact"}
)
_ROLES = {"h1": "H1", "h2": "H2", "h3": "H3"}


@dataclass(frozen=True, slots=True)
class TextBox(Box):
    """Lines of text; `align` and `valign` are the shares of what room is left that stand left of and above them."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    align: float
    valign: float
    tag: Tag | None
    ends: bool = True
    """The text ends here, and does not go on on the next page."""
    whole: bool = False
    """It is not cut over two pages, as a heading."""
    hang: float = 0.0
    """How far its first line begins left of the others: by the quotation mark that it begins with."""

    @property
    def _top(self) -> float:
        rest = self.height - self.leading * len(self.lines)
        return rest * self.valign

    @property
    def ink(self) -> Rect | None:
        """The part of the box that its letters fill; None without any."""
        wide = max((line.width for line in self.lines), default=0.0)
        if not wide:
            return None
        top = self._top + (self.leading - self.size) / 2 + (BASELINE - ABOVE) * self.size
        high = (len(self.lines) - 1) * self.leading + (ABOVE + BELOW) * self.size
        return Rect(self.align * (self.width - wide), top, wide, high)

    def paint(self, x: float, y: float, out: list[Item]) -> None:
        """Add the lines as runs of text in one group."""
        if not self.lines:
            # A row of a table has its empty cells too.
            if self.tag is not None and self.tag.role in CELLS:
                out.append(Group(self.tag))
            return
        baseline = y + self._top + (self.leading - self.size) / 2 + BASELINE * self.size
        items: list[Item] = []
        last = len(self.lines) - 1 if self.ends else -1
        for index, line in enumerate(self.lines):
            left = x + self.align * (self.width - line.width) - (0.0 if index else self.hang)
            paint_line(line, left, baseline + index * self.leading, soft=line.soft and index != last, out=items)
        out.append(Group(self.tag, tuple(items)))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit and the rest, never leaving a single line on either page."""
        fits = min(int(room / self.leading + 1e-6), len(self.lines) - WIDOW)
        if self.whole or fits < WIDOW:
            return None
        return self._part(self.lines[:fits], ends=False), self._part(self.lines[fits:], ends=self.ends)

    def _part(self, lines: tuple[Line, ...], *, ends: bool) -> "TextBox":
        hang = self.hang if lines[0] is self.lines[0] else 0.0
        return replace(self, lines=lines, height=self.leading * len(lines), valign=0.0, ends=ends, hang=hang)


def text_tag(layout: Layout, node: Node) -> Tag:
    """Return the tag of a text element; role 'Artifact' makes it decoration that is not read aloud."""
    role = node.attributes.get("role") or _ROLES.get(node.name, "P")
    if role not in ROLES:
        layout.wrong(node, f"rol {role!r} bestaat niet voor tekst; kies uit: {', '.join(sorted(ROLES))}")
    return role_tag(layout, node, role)


@builder("text", "p", "h1", "h2", "h3")
def build_text(layout: Layout, node: Node, width: float, height: float | None) -> TextBox:
    """Return the text of `node`."""
    return make_text(layout, node, width, height, STYLES.get(node.name, "tekst"), text_tag(layout, node))


def make_text(
    layout: Layout, node: Node, width: float, height: float | None, standard: str, tag: Tag | None
) -> TextBox:
    """Return the pieces of `node` as a text box in the style it names, or `standard`."""
    style = layout.style(node, standard)
    known = layout.broken.get((node, width))
    if known is None:
        paragraph = _paragraph(layout, node, style)
        balance = layout.flag(node, "balance", style.balance)
        broken = layout.lines.break_words(
            paragraph.words, width, hyphens=style.hyphens, balance=balance, alone=style.alone
        )
        layout.broken[node, width] = paragraph, broken
    else:
        paragraph, broken = known
    if broken.widest is not None and broken.excess > SLACK:
        layout.misfits.append(TooWide(layout.card, node, broken.widest.text, broken.excess))
    leading = paragraph.size * style.leading
    lines = tuple(broken.lines) if paragraph.words else ()
    return TextBox(
        width,
        max(leading * len(lines), height or 0.0),
        lines,
        paragraph.size,
        leading,
        layout.align(node),
        layout.valign(node),
        tag,
        whole=node.name in HEADINGS,
        hang=_hang(layout, lines) if style.hanging and not layout.align(node) else 0.0,
    )


def _hang(layout: Layout, lines: Sequence[Line]) -> float:
    """Return the width of the quotation mark that a text begins with."""
    first = next((part for line in lines[:1] for word in line.words[:1] for part in word.segments), None)
    if first is None or first.text[:1] not in _QUOTES:
        return 0.0
    return layout.metrics.measure(first.text[:1], first.look.face).width * first.look.size


def _paragraph(layout: Layout, node: Node, style: Style) -> Paragraph:
    """Return the words of `node`; what does not exist (a colour, a style, a glyph, a target) becomes a fault."""
    check_links(layout, node)
    try:
        paragraph = layout.words.paragraph(node.pieces, style, node.attributes.get("color"))
    except LookupError as error:
        layout.wrong(node, str(error.args[0]))
        return Paragraph([], style.size(layout.step))
    for word, missing in unprintable(paragraph.words).items():
        named = ", ".join(f"{_shown(character)} (U+{ord(character):04X})" for character in missing)
        message = f"het lettertype heeft geen teken voor {named}"
        origin = origin_of(node.pieces, missing[0])
        if origin is None:
            layout.faults.append(of_layout(layout.card, node, message, "gebruik een ander teken, of een <icon>"))
        else:
            # Not which card or paper: a title stands on thirty, and is mended once.
            hint = "kies een ander teken, of schrijf het uit"
            if any(ord(character) >= _PICTURES for character in missing):
                hint = "laat het weg, of schrijf het uit; een tekening in de kop van een kaart kiest u met 'icoon'"
            if not any(character.isprintable() for character in missing):
                hint = "haal het weg; het komt vaak mee bij knippen en plakken"
            layout.faults.append(of_text(None, origin, f"{message}, in {quote(word)}", hint, layout.kit_files))
    return paragraph


def _shown(character: str) -> str:
    """Return a character as a message shows it: never what a terminal would obey."""
    return quote(character) if character.isprintable() else "een onzichtbaar teken"


def natural_width(layout: Layout, node: Node, standard: str = "tekst") -> float:
    """Return the width of the text of `node` on one line."""
    layout = layout.part(node)
    paragraph = _paragraph(layout, node, layout.style(node, STYLES.get(node.name, standard)))
    widest = width = 0.0
    for word in paragraph.words:
        if word is HARD:
            width = 0.0
        else:
            width += word.width + (word.space if width else 0.0)
            widest = max(widest, width)
    return widest + SLACK
