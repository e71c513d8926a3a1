"""One wrong file for every message that it can get: the place, the words and the hint, exactly."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from speelveld.deck import load_kit
from speelveld.errors import KitError
from speelveld.markup.theme import load_theme
from tests.written.wrongs import Wrong, wrongs

HERE = Path(__file__).parent

KIT = """\
opdrachten:
  - {naam: kaarten, titel: Kaarten, soort: kaarten, papier: keuze, gewicht: 160 gram, zijden: dubbel}
onderdelen:
  - naam: rollen
    titel: Rollen
    opdracht: kaarten
    van: rollen
    formaat: groot
    layout: rolkaart.xml.j2
"""

STIJL = """\
kleuren:
  inkt: {rgb: "#16191d", cmyk: [0, 0, 0, 100]}
  grijs: {rgb: "#565d64", cmyk: [0, 0, 0, 76]}
  lijn: {rgb: "#b9c4ca", cmyk: [12, 4, 3, 22]}
  wit: {rgb: "#ffffff", cmyk: [0, 0, 0, 0]}
inktarm:
  vlakken:
    - {kleuren: [inkt, grijs], vlak: wit, rand: lijn, dikte: 0.5 mm}
  lijnen: {wit: inkt}
stijlen:
  kop1: {maten: [26]}
  kop2: {maten: [16]}
  kop3: {maten: [12]}
  tekst: {letter: vet, maten: [14, 13, 12], regel: 1.25, kleur: grijs, afbreken: nood, evenwicht: true, voor: 2, na: 3}
  alinea: {maten: [12]}
  tabel: {maten: [11]}
  tabelkop: {maten: [11]}
  voet: {maten: [9]}
"""


@dataclass(frozen=True)
class Table:
    """A file that is right, what reads it, and the table of what can be wrong with it."""

    file: str
    base: str
    load: Callable[[Path], object]
    table: str

    def rows(self) -> list[Wrong]:
        """Return the rows of the table."""
        return wrongs(HERE / self.table, self.file)


TABLES = (
    Table("kit.yaml", KIT, load_kit, "wrong_kit.txt"),
    Table("stijl.yaml", STIJL, load_theme, "wrong_stijl.txt"),
)
ROWS = [(table, wrong) for table in TABLES for wrong in table.rows()]


def said(folder: Path, table: Table, text: str) -> list[tuple[str, str | None]]:
    """Return what is said of a file: each place with its message, and the hint."""
    path = folder / table.file
    path.write_text(text, encoding="utf-8")
    try:
        table.load(path)
    except KitError as error:
        found = error.problems
    else:
        return []
    return [(f"{problem.source}: {problem.message}".replace(str(path), table.file), problem.hint) for problem in found]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_the_file_they_are_made_from_is_right(table: Table, tmp_path: Path) -> None:
    assert len(table.rows()) > 20
    assert said(tmp_path, table, table.base) == []


@pytest.mark.parametrize(("table", "wrong"), ROWS, ids=[f"{table.file}-{wrong.name}" for table, wrong in ROWS])
def test_a_wrong_file_is_explained(table: Table, wrong: Wrong, tmp_path: Path) -> None:
    assert said(tmp_path, table, wrong.spoil(table.base)) == wrong.said
