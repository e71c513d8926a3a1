"""A valid casus to spoil, one of which every text is plain, and what is then said about either."""

from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.casus import Basisdeck, Casus, load_casus
from speelveld.errors import AuthorError

_BEGIN = """\
formaat: 1
titel: Leven met dementie
gemeente: Zutphen
vraag: Hoe zorgen we samen dat mensen goed leven?
"""
_KADER = """\
kader:
  geld: Er is 150.000 euro.
  tijd: Het plan is klaar in mei.
  vast:
    - De zorg thuis blijft.
  beslist: De raad beslist.
  uitkomst: U hoort het in juni.
"""

BASE = f"""\
{_BEGIN}verhaal: |
  Een op de vijf mensen krijgt dementie.

  De meesten wonen thuis.
{_KADER}opgaven:
  - titel: Een vrije dag
    vraag: Hoe zorgen we samen voor rust?
    voor_wie: Voor wie thuis zorgt.
    schuurt: De opvang sluit om vijf uur.
    merkt: U hebt een dag vrij.
  - {{titel: Een vaste plek, vraag: Waar?, voor_wie: Voor ouderen., schuurt: Er is niets., merkt: U hebt een plek.}}
"""

PLAIN = f"""\
{_BEGIN}verhaal: De meesten wonen thuis.
{_KADER}opgaven:
  - titel: Een vrije dag
    vraag: Hoe zorgen we samen dat er rust is?
    voor_wie: Voor wie thuis zorgt.
    schuurt: De opvang sluit om vijf uur.
    merkt: U hebt een dag vrij.
"""
"""Nothing is remarked on this one."""


@pytest.fixture
def base() -> str:
    """Return a casus that is right."""
    return BASE


def write_casus(folder: Path, text: str | bytes) -> Path:
    """Write a text as `x.yaml`, byte for byte, and return its path."""
    path = folder / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Casus]:
    """Return what loads a text as `x.yaml`, with a deck or without."""

    def load_text(text: str | bytes, deck: Basisdeck | None = None) -> Casus:
        return load_casus(write_casus(tmp_path, text), "x.yaml", deck)

    return load_text


@pytest.fixture
def said(load: Callable[..., Casus]) -> Callable[..., list[tuple[str, str | None]]]:
    """Return what tells each problem of a text as its place with its message, and its hint."""

    def say(text: str | bytes, deck: Basisdeck | None = None) -> list[tuple[str, str | None]]:
        try:
            load(text, deck)
        except AuthorError as error:
            return [(f"{problem.source}: {problem.message}", problem.hint) for problem in error.problems]
        return []

    return say
