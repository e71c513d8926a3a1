"""When is it a good game? The bands a casus should lie in, and in words how it lies; they are the same for all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speelveld.proefspeel.tally import Kaartgebruik, Uitslag

# Minutes of the phases route and onderweg, by the length of the meeting.
TIJDBANDEN = {120: (35.0, 55.0), 90: (25.0, 45.0)}


@dataclass(frozen=True, slots=True)
class Band:
    """From where to where a share (0 to 1) is good, and what to say below and above."""

    laag: float
    hoog: float
    onder: str = "te laag"
    boven: str = "te hoog"

    def oordeel(self, value: float) -> str:
        """Return 'goed', or what is wrong."""
        return self.onder if value < self.laag else self.boven if value > self.hoog else "goed"

    def ernaast(self, value: float) -> float:
        """Return how far outside the band a share lies."""
        return max(self.laag - value, value - self.hoog, 0.0)


@dataclass(frozen=True, slots=True)
class Oordeel:
    """One measure with its band: what was measured, in words what that means, and of which cards if of some."""

    naam: str
    wat: str
    waarde: float
    band: Band
    kaarten: tuple[str, ...] = ()

    @property
    def woord(self) -> str:
        """'goed', or what is wrong."""
        return self.band.oordeel(self.waarde)

    @property
    def goed(self) -> bool:
        """Whether it lies in its band."""
        return self.woord == "goed"


_EASY, _HARD = "te makkelijk", "te moeilijk"
GEHAALD = {
    "willekeurig": Band(0, 0.25, boven=_EASY),
    "regels": Band(0.30, 0.50, _HARD, _EASY),
    "samen": Band(0.60, 0.80, _HARD, _EASY),
}
GEDRAGEN = {
    "willekeurig": Band(0, 0.05, boven=_EASY),
    "regels": Band(0, 0.10, boven=_EASY),
    "samen": Band(0.35, 0.55, _HARD, _EASY),
}
AANPAK = Band(0.05, 0.60, "te weinig gekozen", "te vaak gekozen")
MOGELIJKHEID = Band(0.40, 0.90, "te weinig gekozen", "te vaak gekozen")
# A rule is a wise answer if at least three in ten choose it where they need not; so it is on about ten of 32 cards.
WIJZE_REGEL = 0.70
WIJZE_REGELS = Band(7 / 32, 14 / 32, "te weinig keus", "de regel wint te vaak")
ZONDER_GEDRAGEN = Band(0.10, 1, "de groep telt te weinig")
ZONDER_GEHAALD = Band(-1, 0.25, boven="de groep telt te zwaar")
OP_TIJD = Band(0.90, 1, "duurt te kort of te lang")
HERLEGD = Band(0.15, 0.40, "te weinig", "te vaak")
# Always yes may do no better; a point is what chance makes of 5000 games.
ALTIJD = Band(-1, 0.01, boven="altijd ja zeggen loont")

MAIN = 2 * len(GEHAALD)
"""How many of the verdicts, the first ones, decide whether a casus is in balance."""

NAMEN = {"willekeurig": "willekeurig", "regels": "volgens de regels", "samen": "samen"}


def main_verdicts(teams: "dict[str, Uitslag]") -> Iterator[Oordeel]:
    """Yield the six that matter most: whether each kind of team gets there, and how."""
    for key, name in NAMEN.items():
        yield Oordeel(f"gehaald-{key}", f"{name}: gehaald", teams[key].gehaald, GEHAALD[key])
        yield Oordeel(f"gedragen-{key}", f"{name}: gehaald en gedragen", teams[key].gedragen, GEDRAGEN[key])


def verdicts(
    teams: "dict[str, Uitslag]", gewoon: "Uitslag", zonder: "Mapping[str, Uitslag]", altijd: "Uitslag"
) -> Iterator[Oordeel]:
    """Yield every measure with its band: beside samen as it is `gewoon`, `zonder` a group and `altijd` saying yes."""
    samen = teams["samen"]
    yield from main_verdicts(teams)
    yield Oordeel("op-tijd", "potjes binnen de tijd", samen.op_tijd, OP_TIJD)
    yield Oordeel("herleggen", "potjes met herleggen", samen.herlegd, HERLEGD)
    yield _worst("aanpakken", "aanpak in de route", samen.aanpakken, [use.deel for use in samen.aanpakken], AANPAK)
    events = [use for use in (*samen.kansen, *samen.uitdagingen) if use.gekozen is not None]
    yield _worst("mogelijkheden", "mogelijkheid gekozen", events, [use.gekozen or 0.0 for use in events], MOGELIJKHEID)
    if events:
        wise = sum(1 for use in events if (use.gekozen or 0.0) <= WIJZE_REGEL) / len(events)
        yield Oordeel("wijze-regels", "kaarten waar de regel vaak wint", wise, WIJZE_REGELS)
    for group, other in zonder.items():
        drop = gewoon.gedragen - other.gedragen
        yield Oordeel(f"zonder-{group}-gedragen", f"zonder {group}: minder gedragen", drop, ZONDER_GEDRAGEN)
        drop = gewoon.gehaald - other.gehaald
        yield Oordeel(f"zonder-{group}-gehaald", f"zonder {group}: minder gehaald", drop, ZONDER_GEHAALD)
    for what in ("gehaald", "gedragen"):
        more = getattr(altijd, what) - getattr(gewoon, what)
        yield Oordeel(f"altijd-{what}", f"altijd de mogelijkheid: meer {what}", more, ALTIJD)


def _worst(naam: str, wat: str, uses: "Sequence[Kaartgebruik]", shares: Sequence[float], band: Band) -> Oordeel:
    """Return the verdict on the card that lies worst, with all that lie outside."""
    outside = [use.naam for use, share in zip(uses, shares, strict=True) if band.ernaast(share)]
    value = max(shares, key=lambda share: (band.ernaast(share), share), default=band.laag)
    return Oordeel(naam, wat, value, band, tuple(outside))
