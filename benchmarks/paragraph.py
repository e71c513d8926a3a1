"""The cards of the measurements with ReportLab's own Paragraph: a card a page, no backs, no checks, no tags.

python paragraph.py cards.json cards.pdf
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph

WIDTH, HEIGHT = 95 * mm, 134 * mm


def main() -> None:
    """Draw the cards."""
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    for name, face in (("text", "Regular"), ("bold", "Bold")):
        registerFont(TTFont(name, Path(spec.origin).parent / "files" / f"SourceSansPro-{face}.ttf"))
    text = ParagraphStyle("text", fontName="text", fontSize=12, leading=15)
    title = ParagraphStyle("title", fontName="bold", fontSize=18, leading=21)
    canvas = Canvas(sys.argv[2], (WIDTH, HEIGHT))
    for card in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        first, *rest = card.values()
        story = [Paragraph(first, title), *(Paragraph(each, text) for each in rest)]
        Frame(5 * mm, 5 * mm, WIDTH - 10 * mm, HEIGHT - 10 * mm).addFromList(story, canvas)
        assert not story
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    main()
