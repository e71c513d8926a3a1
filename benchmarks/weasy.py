"""The cards of the measurements with WeasyPrint: a card a page, no backs, no checks, no tags.

python weasy.py cards.json cards.pdf
"""

import json
import sys
from html import escape
from pathlib import Path

from weasyprint import HTML

STYLE = "@page { size: 95mm 134mm; margin: 5mm } section { break-after: page } body { font: 12pt/15pt sans-serif }"


def main() -> None:
    """Draw the cards."""
    sections = []
    for card in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        first, *rest = map(escape, card.values())
        sections.append(f"<section><h1>{first}</h1>{''.join(f'<p>{each}</p>' for each in rest)}</section>")
    HTML(string=f"<style>{STYLE}</style>{''.join(sections)}").write_pdf(sys.argv[2])


if __name__ == "__main__":
    main()
