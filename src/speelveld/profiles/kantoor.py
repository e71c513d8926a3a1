"""The profile for an office printer: sheets to cut, papers, and a board in tiles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from speelveld.profiles.profile import Profile

if TYPE_CHECKING:
    from speelveld.pages import Print
    from speelveld.profiles.work import Work

_PRINT = "Print vanuit een PDF-lezer, op ware grootte (100 %). Op elk vel om te snijden staat een liniaal van 100 mm."


class Kantoor(Profile):
    """The kit for one's own printer."""

    name = "kantoor"
    help = "uw eigen printer"

    @property
    def pictures(self) -> str:
        """The folder of its pictures: none of their own, for these are the pictures of the kit."""
        return ""

    def prints(self, work: "Work") -> "Sequence[Print]":
        """Return the print jobs of the kit."""
        return work.office.prints()

    def often(self, prints: "Sequence[Print]", tables: int, participants: int) -> Sequence[str]:
        """Return how often to print each file, and that one of two boards is enough."""
        from speelveld.profiles.often import how_often

        return how_often(prints, tables, participants)

    def copies(self, tables: int, prints: "Sequence[Print]") -> Sequence[str]:
        """Return which file to begin with."""
        number = f"{tables} {'tafel' if tables == 1 else 'tafels'}"
        if first := next((print_.bestand for print_ in prints if print_.opens and print_.parts[1:]), None):
            return [f"Begin met {self.name}/{first}: daarin staat wat u print, waarop, en hoe vaak voor {number}."]
        return []

    def advice(self) -> Sequence[str]:
        """Return how to print."""
        return [_PRINT]
