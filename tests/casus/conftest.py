"""A valid casus to spoil, and what is then said about it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.casus import Basisdeck, Casus, load_casus
from speelveld.errors import AuthorError

BASE = """\
formaat: 1
titel: Leven met dementie
gemeente: Zutphen
vraag: Hoe zorgen we samen dat mensen goed leven?
verhaal: |
  Een op de vijf mensen krijgt dementie.

  De meesten wonen thuis.
kader:
  geld: Er is 150.000 euro.
  tijd: Het plan is klaar in mei.
  vast:
    - De zorg thuis blijft.
  beslist: De raad beslist.
  uitkomst: U hoort het in juni.
opgaven:
  - titel: Een vrije dag
    vraag: Hoe zorgen we samen voor rust?
    voor_wie: Voor wie thuis zorgt.
    schuurt: De opvang sluit om vijf uur.
    merkt: U hebt een dag vrij.
  - {titel: Een vaste plek, vraag: Waar?, voor_wie: Voor ouderen., schuurt: Er is niets., merkt: U hebt een plek.}
"""

ROL = """\
rollen:
  - naam: Buurvrouw
    groep: inwoners
    kracht: tijd
    uitspraak: Ik zie veel.
    wil: U wilt rust.
    brengt: U hebt tijd.
    niet_alleen: U kunt niet regelen.
"""

AANPAK = """\
aanpakken:
  - {titel: Koffie, tekst: U drinkt koffie., geld: 1, tijd: 1, stappen: 2}
"""

KANS = """\
kansen:
  - titel: Een pand
    tekst: Er staat een pand leeg.
    regels: {tekst: U huurt het., geld: -1}
    mogelijkheid: {tekst: U leent het., als: {groep: inwoners}, stappen: 2}
"""


@pytest.fixture
def base() -> str:
    """Return a casus that is right."""
    return BASE


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Casus]:
    """Return what loads a text as `x.yaml`, with a deck or without."""

    def load_text(text: str | bytes, deck: Basisdeck | None = None) -> Casus:
        path = tmp_path / "x.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_casus(path, "x.yaml", deck)

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
