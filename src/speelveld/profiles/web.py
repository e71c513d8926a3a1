"""The profile for a website: few files, one for each print job, for screen and ear."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from speelveld.profiles.profile import Profile

if TYPE_CHECKING:
    from speelveld.deck import Kit, Onderdeel
    from speelveld.pages import Print
    from speelveld.profiles.work import Work


class Web(Profile):
    """The kit to read on a screen; what is large lies whole in one file."""

    name = "web"
    help = "website en schermlezer"

    def prints(self, work: "Work") -> "Sequence[Print]":
        """Return a file for each print job that has something to show; hand-outs are those of the office printer."""
        handouts = {print_.naam: print_ for print_ in work.office.handouts()}
        return [
            replace(print_, bestand=_file(work.kit, job.naam, print_), paper="", weight="")
            for job in work.kit.opdrachten
            for print_ in ([handouts[job.naam]] if job.naam in handouts else _single(work, job.naam))
        ]

    def advice(self) -> Sequence[str]:
        """Return where the files go."""
        return [f"De bestanden in de map {self.name} zijn voor de website: een schermlezer leest ze voor."]


def _single(work: "Work", job: str) -> "Iterator[Print]":
    """Yield the file of a print job with a page for each of its faces, if there are any."""
    from speelveld.pages import Print, single_pages

    chosen = [
        work.onderdelen[onderdeel.naam]
        for onderdeel in work.kit.onderdelen
        if onderdeel.naam in work.onderdelen and _home(work.kit, onderdeel) == job
    ]
    if parts := tuple(part for onderdeel in chosen if (part := single_pages(onderdeel)).pages):
        titel = parts[0].titel if len(parts) == 1 else work.kit.opdracht(job).titel
        yield Print(job, titel, "", "", "", two_sided=False, tagged=True, parts=parts)


def _file(kit: "Kit", job: str, print_: "Print") -> str:
    name = print_.parts[0].naam if len(print_.parts) == 1 else job
    return f"{kit.bestanden.get(name, name)}.pdf"


def _home(kit: "Kit", onderdeel: "Onderdeel") -> str:
    """Return the one job that an onderdeel of more jobs goes with: where it lies whole, or else the first."""
    whole = [name for name in onderdeel.opdrachten if kit.opdracht(name).soort == "plaat"]
    return (*whole, *onderdeel.opdrachten)[0]
