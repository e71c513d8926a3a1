"""The profile for a website: few files, one for each print job, for screen and ear."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from speelveld.profiles.profile import Profile

if TYPE_CHECKING:
    from speelveld.deck import Kit, Onderdeel, Opdracht
    from speelveld.pages import Print
    from speelveld.profiles.work import Work


class Web(Profile):
    """The kit to read on a screen; what is large lies whole in one file."""

    name = "web"
    help = "website en schermlezer"
    whole_files = True

    def prints(self, work: "Work") -> "Sequence[Print]":
        """Return a file for each print job that has something to show; hand-outs are those of the office printer."""
        handouts = {print_.naam: print_ for print_ in work.office.handouts()}
        return [
            replace(print_, bestand=_file(work, print_), paper="", weight="")
            for job in work.kit.opdrachten
            for print_ in ([handouts[job.naam]] if job.naam in handouts else _single(work, job))
        ]

    def advice(self) -> Sequence[str]:
        """Return where the files go."""
        return [f"De bestanden in de map {self.name} zijn voor de website: een schermlezer leest ze voor."]


def _single(work: "Work", job: "Opdracht") -> "Iterator[Print]":
    """Yield the files of a print job with a page for each of its faces, if there are any: as usual, and large."""
    from speelveld.pages import Print, single_pages
    from speelveld.profiles.office import ENLARGED, has_large_print

    chosen = [
        onderdeel
        for onderdeel in work.kit.onderdelen
        if onderdeel.naam in work.onderdelen and _home(work.kit, onderdeel) == job.naam
    ]
    usual = [work.onderdelen[onderdeel.naam] for onderdeel in chosen]
    settings = [("", "", 1.0, usual)]
    if work.options.large_print and has_large_print(job):
        large = [work.office.large(onderdeel) for onderdeel in chosen]
        settings.append((ENLARGED.suffix, ENLARGED.words, ENLARGED.scale, large))
    for suffix, words, scale, setting in settings:
        if parts := tuple(part for each in setting if (part := single_pages(each, scale)).pages):
            titel = parts[0].titel if len(parts) == 1 else job.titel
            print_ = Print(job.naam + suffix, f"{titel}{words}", "", "", "", two_sided=False, tagged=True, parts=parts)
            yield replace(print_, scale=scale, suffix=suffix)


def _file(work: "Work", print_: "Print") -> str:
    """Return how a file is called: also by itself, on a page with those of others, it says of which casus it is."""
    name = print_.parts[0].naam if len(print_.parts) == 1 else print_.naam.removesuffix(print_.suffix)
    casus = f"{work.casus}-" if work.casus else ""
    return f"{casus}{work.kit.bestanden.get(name, name)}{print_.suffix}.pdf"


def _home(kit: "Kit", onderdeel: "Onderdeel") -> str:
    """Return the one job that an onderdeel of more jobs goes with: where it lies whole, or else the first."""
    whole = [name for name in onderdeel.opdrachten if kit.opdracht(name).soort == "plaat"]
    return (*whole, *onderdeel.opdrachten)[0]
