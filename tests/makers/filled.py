"""What layouts say: the tree of each that is filled while a kit is made, also of what is then not set again."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from speelveld.markup import Layouts, Node
from speelveld.markup.render import Filled


@contextmanager
def looking_at_layouts(monkeypatch: pytest.MonkeyPatch, look: Callable[[str, Node], None]) -> Iterator[None]:
    """Have `look` see the name of its onderdeel and every part of each layout that is filled."""
    plain = Layouts.fill

    def fill(self: Layouts, name: str, data: Mapping[str, Any]) -> Filled:
        filled = plain(self, name, data)
        for part in walk(self.read(filled)):
            look(data["onderdeel"].naam, part)
        return filled

    with monkeypatch.context() as patched:
        patched.setattr(Layouts, "fill", fill)
        yield


def walk(node: Node) -> Iterator[Node]:
    """Yield a part and all that is in it."""
    yield node
    for child in node.children:
        yield from walk(child)
