"""The blocks of a layout that extends another: one that the other lacks would never be seen."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateNotFound, nodes

from speelveld.errors import Problem, Source
from speelveld.written.hints import PLAIN, suggest

_EXTENDS = re.compile(r"""\{%[-+]?\s*extends\s+(?P<quote>['"])(?P<name>.+?)(?P=quote)""")
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")


def unused_blocks(environment: Environment, name: str) -> list[Problem]:
    """Return a problem for each block of the layout `name`, not within another, that what it extends does not have."""
    chain = list(_chain(environment, name))
    source, file = chain[0]
    if len(chain) == 1:
        return []
    known = {block for text, _ in chain[1:] for block in _BLOCK.findall(text)}
    if known.issuperset(_BLOCK.findall(source)):
        return []
    parent = _EXTENDS.search(source)
    assert parent is not None
    choices = sorted(known)
    return [
        Problem(
            f"het blok {block.name!r} bestaat niet in {parent['name']!r}, en zou nergens te zien zijn",
            Source(file, block.lineno),
            suggest(block.name, choices, PLAIN) if choices else "die layout heeft geen blokken om te vervangen",
        )
        for block in environment.parse(source).body
        if isinstance(block, nodes.Block) and block.name not in known
    ]


def _chain(environment: Environment, name: str) -> Iterator[tuple[str, str]]:
    """Yield text and file of the layout `name`, of the one it extends, and so on, as far as they are there."""
    assert environment.loader is not None
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        try:
            text, file, _ = environment.loader.get_source(environment, name)
        except TemplateNotFound:  # filling the layout says so, with the place of `extends`
            return
        yield text, str(file)
        extended = _EXTENDS.search(text)
        if extended is None:
            return
        name = extended["name"]
