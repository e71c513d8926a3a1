"""Set components and the jobs of the kit → the files for a website: few, one for each print job, for screen and ear."""

from collections.abc import Mapping
from dataclasses import replace

from speelveld.deck import Kit, Onderdeel
from speelveld.options import Options
from speelveld.pages import Print, SetOnderdeel, single_pages
from speelveld.profiles.kantoor import make_prints
from speelveld.typeset import Layout

PROFILE = "web"


def make_web_prints(kit: Kit, settings: Mapping[str, SetOnderdeel], layout: Layout, options: Options) -> list[Print]:
    """Return a file for each print job that has something to show; what is large lies whole in one of them.

    Hand-outs are those of the office printer, page for page.
    """
    papers = replace(kit, opdrachten=tuple(job for job in kit.opdrachten if job.soort == "bladzijden"))
    handouts = {made.naam: made for made in make_prints(papers, settings, layout, replace(options, printer=None))}
    prints: list[Print] = []
    for job in kit.opdrachten:
        if job.naam in handouts:
            made = handouts[job.naam]
            prints.append(replace(made, profile=PROFILE, bestand=_file(kit, job.naam, made), paper="", weight=""))
            continue
        chosen = [one for one in kit.onderdelen if one.naam in settings and _home(kit, one) == job.naam]
        if parts := tuple(part for one in chosen if (part := single_pages(settings[one.naam])).pages):
            titel = parts[0].titel if len(parts) == 1 else job.titel
            made = Print(job.naam, titel, "", "", "", two_sided=False, tagged=True, parts=parts, profile=PROFILE)
            prints.append(replace(made, bestand=_file(kit, job.naam, made)))
    return prints


def _file(kit: Kit, job: str, made: Print) -> str:
    name = made.parts[0].naam if len(made.parts) == 1 else job
    return f"{kit.bestanden.get(name, name)}.pdf"


def _home(kit: Kit, onderdeel: Onderdeel) -> str:
    """Return the one job that an onderdeel of more jobs goes with: where it lies whole, or else the first."""
    whole = [name for name in onderdeel.opdrachten if kit.opdracht(name).soort == "plaat"]
    return (*whole, *onderdeel.opdrachten)[0]
