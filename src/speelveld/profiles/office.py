"""Set onderdelen and the jobs of the kit → what an office printer prints: the pages of each PDF, in printing order."""

from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from speelveld.deck import Kit, Onderdeel, Opdracht
from speelveld.errors import AuthorError, KitError, Problem, UsageError
from speelveld.geometry import Size
from speelveld.options import Options
from speelveld.pages import (
    Corrector,
    Imprint,
    Part,
    Print,
    SetOnderdeel,
    behind,
    card_pages,
    folded_pages,
    paper_pages,
    tile_pages,
)
from speelveld.paper import LARGE, PAPERS
from speelveld.sheet.duplex import Duplex
from speelveld.typeset import Layout
from speelveld.written.tekst import Tekst


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to print a job, with what it adds to the names of the file and the job."""

    suffix: str = ""
    words: str = ""
    scale: float = 1.0
    folded: bool = False


FOLDED = Variant(words=" om te vouwen en te plakken", folded=True)
FRONTS = Variant("-voorkant", ", alleen de voorkanten")
ENLARGED = Variant("-grootletter", " in grote letter", LARGE)


Made = tuple[Opdracht, Variant, str, Size | None]
Earlier = tuple[SetOnderdeel, Part]


class Office:
    """Makes the pages of each onderdeel once, and puts them together as often as they are asked for."""

    def __init__(
        self, kit: Kit, layout: Layout, options: Options, earlier: MutableMapping[Made, Earlier] | None = None
    ) -> None:
        """Make nothing yet; `layout` sets the words in margins.

        `earlier` has the parts that were made with the same layout and options, by what they are part of, and gets
        those that are made now: of an onderdeel that is set as it was they are taken from there.
        """
        self._kit, self._options, self._earlier = kit, options, earlier
        self._imprint = Imprint(layout)
        self._corrector = Corrector(options.printer, options.duplex) if options.printer else None
        self._set: dict[str, SetOnderdeel] = {}
        self._large: dict[str, SetOnderdeel] = {}
        self._parts: dict[tuple[str, Variant, str], Part] = {}
        self._corrected: dict[tuple[str, Variant, str], Part] = {}

    @property
    def onderdelen(self) -> Mapping[str, SetOnderdeel]:
        """The onderdelen that were laid, by name."""
        return self._set

    def lay(self, onderdelen: Mapping[str, SetOnderdeel]) -> None:
        """Take set onderdelen; what was made of one before is forgotten."""
        self._set |= onderdelen
        for parts in (self._parts, self._corrected):
            for key in [key for key in parts if key[2] in onderdelen]:
                del parts[key]

    def keep(self, names: Collection[str]) -> None:
        """Forget the onderdelen that have none of these names."""
        self._set = {naam: setting for naam, setting in self._set.items() if naam in names}

    def lay_large(self, onderdelen: Mapping[str, SetOnderdeel]) -> None:
        """Take onderdelen that are set for large print, at the size of the others; what has none is that, enlarged."""
        self._large |= onderdelen

    def large(self, onderdeel: Onderdeel) -> SetOnderdeel:
        """Return an onderdeel that was laid as it is set for large print."""
        return self._large.get(onderdeel.naam, self._set[onderdeel.naam])

    def prints(self) -> list[Print]:
        """Return the print jobs that have something to print, as the printer needs them.

        Raises:
            AuthorError: a card of the author's own size does not fit the paper.
            KitError: a card of another size does not fit it.
            UsageError: the printer's backs are so far off that cards would fall off the paper.
        """
        return list(self._numbered(self._kit.opdrachten, self._corrector))

    def handouts(self) -> list[Print]:
        """Return the jobs of papers, page for page as they are printed by any printer."""
        return list(self._numbered([job for job in self._kit.opdrachten if job.soort == "bladzijden"], None))

    def _numbered(self, jobs: Sequence[Opdracht], corrector: Corrector | None) -> Iterator[Print]:
        number = 0
        for job in sorted(jobs, key=lambda job: not job.eerst):
            # What is too large for a printer goes to another one.
            able = None if job.papier == "bord" else corrector
            chosen = [
                onderdeel
                for onderdeel in self._kit.onderdelen
                if job.naam in onderdeel.opdrachten and onderdeel.naam in self._set
            ]
            for variant in self._variants(job, chosen) if chosen else ():
                parts = [(self._part(job, variant, onderdeel, able), onderdeel.achterop) for onderdeel in chosen]
                # A casus may leave all cards of a kind out.
                if filled := _joined([(part, achterop) for part, achterop in parts if part.pages]):
                    number += not job.eerst
                    yield self._print(job, variant, filled, 0 if job.eerst else number, able)

    def _variants(self, job: Opdracht, chosen: Sequence[Onderdeel]) -> Iterator[Variant]:
        """Yield the ways to print `job`: cards with backs, on one side, both to fold and as fronts alone."""
        cards = has_large_print(job)
        backed = any(self._set[onderdeel.naam].backs for onderdeel in chosen)
        if cards and backed and self._options.duplex is Duplex.GEEN:
            yield FOLDED
            yield FRONTS
        else:
            yield Variant()
        if cards and self._options.large_print:
            yield ENLARGED

    def _print(
        self, job: Opdracht, variant: Variant, parts: tuple[Part, ...], number: int, corrector: Corrector | None
    ) -> Print:
        name, paper = self._kit.bestanden.get(job.naam, job.naam), self._paper(job)
        stem = f"{number}-{name}{variant.suffix}"
        return Print(
            job.naam + variant.suffix,
            _titled(job.titel, variant),
            # What is opened first is not chosen by its paper.
            f"{stem}.pdf" if job.eerst else f"{stem}-{paper}.pdf",
            paper,
            job.gewicht,
            two_sided=self._two_sided(job),
            tagged=job.soort == "bladzijden",
            parts=parts,
            printer=corrector.printer if corrector else "",
            drawn_as="" if corrector else f"{job.naam}{variant.suffix}",
            opens=job.eerst,
        )

    def _part(self, job: Opdracht, variant: Variant, onderdeel: Onderdeel, corrector: Corrector | None) -> Part:
        key = (job.naam, variant, onderdeel.naam)
        if key not in self._parts:
            self._parts[key] = self._known(job, variant, onderdeel)
        if corrector is None:
            return self._parts[key]
        if key not in self._corrected:
            self._assert_room(job, variant, onderdeel, corrector)
            self._corrected[key] = corrector.part(self._parts[key])
        return self._corrected[key]

    def _known(self, job: Opdracht, variant: Variant, onderdeel: Onderdeel) -> Part:
        if self._earlier is None:
            return self._fresh(job, variant, onderdeel)
        setting = self.large(onderdeel) if variant is ENLARGED else self._set[onderdeel.naam]
        key = job, variant, onderdeel.naam, onderdeel.formaat
        before = self._earlier.get(key)
        if before is not None and before[0] == setting:
            return before[1]
        part = self._fresh(job, variant, onderdeel)
        self._earlier[key] = setting, part
        return part

    def _fresh(self, job: Opdracht, variant: Variant, onderdeel: Onderdeel) -> Part:
        setting = self.large(onderdeel) if variant is ENLARGED else self._set[onderdeel.naam]
        paper = PAPERS[self._paper(job)]
        try:
            match job.soort:
                case "kaarten":
                    card = _card(onderdeel, variant)
                    if variant.folded and setting.backs:
                        return folded_pages(setting, card, paper, job.gewicht, self._imprint)
                    return card_pages(setting, card, paper, self._duplex(job), job.gewicht, self._imprint)
                case "bladzijden":
                    return paper_pages(setting, two_sided=self._two_sided(job))
                case "tegels":
                    return tile_pages(setting, paper, self._imprint)
                case "plaat":
                    return paper_pages(setting)
                case _:
                    assert_never(job.soort)
        except ValueError as error:
            problem = Problem(f"{onderdeel.titel}: {error}", onderdeel.source)
            raise (AuthorError if onderdeel.is_own else KitError)([problem]) from error

    def _assert_room(self, job: Opdracht, variant: Variant, onderdeel: Onderdeel, corrector: Corrector) -> None:
        """Refuse cards whose backs, moved, would lie where the printer cannot print."""
        backed = self._set[onderdeel.naam].backs and self._duplex(job) is not Duplex.GEEN
        if job.soort != "kaarten" or not backed or corrector.holds(_card(onderdeel, variant), PAPERS[self._paper(job)]):
            return
        message = (
            f"{onderdeel.titel}: op printer {corrector.printer!r} liggen achterkanten zo ver weg dat ze niet terug "
            "kunnen; de printer bereikt de rand van het papier niet"
        )
        hint = "schuif het papier in de lade recht aan en meet opnieuw met 'speelveld kalibreer'"
        raise UsageError([Problem(message, hint=hint)])

    def _paper(self, job: Opdracht) -> str:
        return {"keuze": self._options.paper, "bord": self._options.board}.get(job.papier, job.papier)

    def _two_sided(self, job: Opdracht) -> bool:
        return job.zijden == "dubbel" and self._options.duplex is not Duplex.GEEN

    def _duplex(self, job: Opdracht) -> Duplex:
        return self._options.duplex if job.zijden == "dubbel" else Duplex.GEEN


def has_large_print(job: Opdracht) -> bool:
    """Tell whether the cards of a job are made in large print too: those with backs, which are read."""
    return job.soort == "kaarten" and job.zijden == "dubbel"


def _joined(parts: Sequence[tuple[Part, bool]]) -> tuple[Part, ...]:
    """Return the parts, those that may begin on the back of the one before them behind that."""
    joined: list[Part] = []
    for part, achterop in parts:
        joined[-1:] = behind(joined[-1], part) if joined and achterop else (*joined[-1:], part)
    return tuple(joined)


def _card(onderdeel: Onderdeel, variant: Variant) -> Size:
    assert onderdeel.formaat is not None, "a kit gives every onderdeel on cards a format"
    return Size(onderdeel.formaat.width * variant.scale, onderdeel.formaat.height * variant.scale)


def _titled(titel: str, variant: Variant) -> str:
    """Return the title of a variant; where a casus swapped its words it keeps their place."""
    whole = titel + variant.words
    return titel.saying(whole) if isinstance(titel, Tekst) else whole
