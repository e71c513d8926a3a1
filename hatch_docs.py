"""Makes pages of the manual, for the wheel: `docs/*.md` become HTML that a browser opens without a connection."""

import base64
import mimetypes
import re
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

PAGES = {"handleiding.md": "Handleiding", "opmaak.md": "Opmaak"}
_STYLE = """
body { font: 18px/1.5 "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: #1a1a1a; background: #fff; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3 { line-height: 1.2; color: #00407a; }
h2 { margin-top: 2.5em; border-top: 2px solid #c9d7e4; padding-top: .6em; }
a { color: #00407a; }
code { background: #eef2f6; padding: .1em .25em; border-radius: 3px; font-size: .9em; }
pre { background: #eef2f6; padding: .8em 1em; overflow-x: auto; }
pre code { padding: 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #9fb0c0; padding: .35em .6em; text-align: left; vertical-align: top; }
th { background: #eef2f6; }
img { max-width: 100%; height: auto; }
nav { background: #f5f7f9; padding: .8em 1.2em; }
nav ul { margin: .3em 0; }
@media print { body { font-size: 11pt; max-width: none; padding: 0; } nav { display: none; } }
"""


def page(path: Path) -> str:
    """Return the HTML of one page: its pictures are in it, and a link to a page that is not there is text."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(path.read_text(encoding="utf-8"))
    heads, used = [], set[str]()
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            name = _anchor(inline.content, used)
            token.attrSet("id", name)
            heads.append((token.tag, name, parser.renderInline(inline.content)))
    body = parser.renderer.render(tokens, parser.options, {})
    body = re.sub(r'src="([^":]+)"', lambda match: f'src="{_inlined(path.parent / match[1])}"', body)
    body = re.sub(r'<a href="((?!https?:|#|mailto:)[^"]*)">(.*?)</a>', _link, body)
    listed = "".join(f'<li><a href="#{name}">{text}</a></li>' for tag, name, text in heads if tag == "h2")
    title = f"{PAGES[path.name]} van Speelveld"
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Inhoud"><strong>Inhoud</strong><ul>{listed}</ul></nav>\n'
        f"<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _anchor(text: str, used: set[str]) -> str:
    """Return the name of a heading in a link: 'Op de website zetten' → 'op-de-website-zetten'."""
    name = re.sub(r"[^\w -]", "", text.lower()).strip().replace(" ", "-")
    while name in used:
        name += "-1"
    used.add(name)
    return name


def _inlined(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0]
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _link(match: re.Match[str]) -> str:
    file, hash_, place = match[1].partition("#")
    if file not in PAGES:
        return match[2]
    return f'<a href="{Path(file).stem}.html{hash_}{place}">{match[2]}</a>'


def write_pages(docs: Path, folder: Path) -> list[Path]:
    """Write the pages of the manual in `docs` into `folder`, and return their paths."""
    made = []
    for name in PAGES:
        made.append(folder / f"{Path(name).stem}.html")
        made[-1].write_text(page(docs / name), encoding="utf-8")
    return made
