"""When is it a good game? The bands a casus should lie in, and in words how it lies; they are the same for all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from speelveld.proefspeel.tally import Kaartgebruik, Uitslag


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
class Kaartoordeel:
    """A card that a verdict is about, with its share; `eigen` is whether its author can change its numbers."""

    naam: str
    deel: float
    eigen: bool


@dataclass(frozen=True, slots=True)
class Oordeel:
    """One measure with its band: what was measured, in words what that means, and of which cards if of some."""

    naam: str
    wat: str
    waarde: float
    band: Band
    buiten: tuple[Kaartoordeel, ...] = ()
    """The cards that make it so: own ones first, and of those what is furthest off."""

    @property
    def kaarten(self) -> tuple[str, ...]:
        """What those cards are called."""
        return tuple(kaart.naam for kaart in self.buiten)

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
MOGELIJKHEID = Band(0.40, 0.87, "te weinig gekozen", "te vaak gekozen")
# A rule is a wise answer if at least three in ten choose it where they need not.
WIJZE_REGEL = 0.70
WIJZE_REGELS = Band(7 / 32, 20 / 32, "te weinig keus", "de regel wint te vaak")
ZONDER_GEDRAGEN = Band(0.10, 1, "de groep telt te weinig")
# Who lacks a group loses steun, often the heart of the opgave, and halves one of only four or five aanpakken.
ZONDER_GEHAALD = Band(-1, 0.40, boven="de groep telt te zwaar")
OP_TIJD = Band(0.80, 1, "duurt te lang")
# What is worth a choice: how far a team that does not make it stays behind samen, on gedragen.
KEUZE_OPGAVE = Band(0.05, 1, "de opgave telt te weinig")
KEUZE_PERSONEN = Band(0.03, 1, "wie er meedoet, telt te weinig")
KEUZE_ROUTE = Band(0.08, 1, "de route telt te weinig")
# Between the opgave that is reached most and the one that is reached least. With fewer games this is chance.
OPGAVEN = Band(-1, 0.08, boven="de opgaven verschillen te veel")
OPGAVEN_POTJES = 24_000
# By the length of the meeting: with four aanpakken there is little to lay anew, and in four events roles are plenty.
HERLEGD = {120: Band(0.15, 0.40, "te weinig", "te vaak"), 90: Band(0.08, 0.40, "te weinig", "te vaak")}
ALTIJD = {120: Band(-1, 0.03, boven="altijd ja zeggen loont"), 90: Band(-1, 0.10, boven="altijd ja zeggen loont")}

MAIN = 2 * len(GEHAALD)
"""How many of the verdicts, the first ones, decide whether a casus is in balance."""

NAMEN = {"willekeurig": "willekeurig", "regels": "volgens de regels", "samen": "samen"}


def main_verdicts(teams: dict[str, Uitslag]) -> Iterator[Oordeel]:
    """Yield the six that matter most: whether each kind of team gets there, and how."""
    for key, name in NAMEN.items():
        yield Oordeel(f"gehaald-{key}", f"{name}: gehaald", teams[key].gehaald, GEHAALD[key])
        yield Oordeel(f"gedragen-{key}", f"{name}: gehaald en gedragen", teams[key].gedragen, GEDRAGEN[key])


@dataclass(frozen=True, slots=True)
class Varianten:
    """Samen as it is, and what less of it makes of the same cards."""

    gewoon: Uitslag
    zonder: Mapping[str, Uitslag]
    """Without anyone of a group."""
    altijd_mogelijkheid: Uitslag
    altijd_regels: Uitslag
    zonder_opgave: Uitslag
    """It does not look at its opgave."""
    elke_persoon: Uitslag
    """It takes any persons, as long as the groups are there."""
    elke_route: Uitslag
    """It lays any route that it can pay."""
    geweigerd: Uitslag
    """At its table a part of the helpers is refused (rule 23)."""


def verdicts(duur: int, teams: dict[str, Uitslag], varianten: Varianten) -> Iterator[Oordeel]:
    """Yield every measure with its band, for a meeting of `duur` minutes."""
    samen, gewoon = teams["samen"], varianten.gewoon
    yield from main_verdicts(teams)
    yield Oordeel("op-tijd", "potjes die in de tijd passen", samen.op_tijd, OP_TIJD)
    yield Oordeel("herleggen", "potjes met herleggen", samen.herlegd, HERLEGD[duur])
    yield _worst("aanpakken", "aanpak in de route", samen.aanpakken, [use.deel for use in samen.aanpakken], AANPAK)
    events = [use for use in (*samen.kansen, *samen.uitdagingen) if use.gekozen is not None]
    yield _worst("mogelijkheden", "mogelijkheid gekozen", events, [use.gekozen or 0.0 for use in events], MOGELIJKHEID)
    if events:
        yield _wise_rules(events)
    choices = (
        ("keuze-opgave", "let niet op de opgave: minder gedragen", varianten.zonder_opgave, KEUZE_OPGAVE),
        ("keuze-personen", "neemt zomaar personen: minder gedragen", varianten.elke_persoon, KEUZE_PERSONEN),
        ("keuze-route", "legt zomaar een route: minder gedragen", varianten.elke_route, KEUZE_ROUTE),
    )
    for naam, wat, less, band in choices:
        # An opgave that names no groups and no aanpakken asks for no choice.
        if naam == "keuze-route" or samen.opgaven:
            yield Oordeel(naam, wat, gewoon.gedragen - less.gedragen, band)
    if samen.opgaven and samen.potjes >= OPGAVEN_POTJES:
        yield Oordeel("opgaven", "verschil tussen de opgaven", opgaven_verschil(samen), OPGAVEN)
    for group, other in varianten.zonder.items():
        drop = gewoon.gedragen - other.gedragen
        yield Oordeel(f"zonder-{group}-gedragen", f"zonder {group}: minder gedragen", drop, ZONDER_GEDRAGEN)
        drop = gewoon.gehaald - other.gehaald
        yield Oordeel(f"zonder-{group}-gehaald", f"zonder {group}: minder gehaald", drop, ZONDER_GEHAALD)
    for what in ("gehaald", "gedragen"):
        more = getattr(varianten.altijd_mogelijkheid, what) - getattr(gewoon, what)
        yield Oordeel(f"altijd-{what}", f"altijd de mogelijkheid: meer {what}", more, ALTIJD[duur])


def opgaven_verschil(uitslag: Uitslag) -> float:
    """Return how much more often the luckiest opgave is reached than the least lucky one."""
    shares = [each.gehaald for each in uitslag.opgaven]
    return max(shares) - min(shares)


def _worst(naam: str, wat: str, uses: Sequence[Kaartgebruik], shares: Sequence[float], band: Band) -> Oordeel:
    """Return the verdict on the card that lies worst, with all that lie outside."""
    outside = [
        (band.ernaast(share), Kaartoordeel(use.naam, share, use.eigen))
        for use, share in zip(uses, shares, strict=True)
        if band.ernaast(share)
    ]
    value = max(shares, key=lambda share: (band.ernaast(share), share), default=band.laag)
    return Oordeel(naam, wat, value, band, _ranked(outside))


def _wise_rules(events: Sequence[Kaartgebruik]) -> Oordeel:
    """Return the verdict on how many rules are a wise answer, with the cards that are on the wrong side of that."""
    shares = [(use, use.gekozen or 0.0) for use in events]
    wise = sum(1 for _, share in shares if share <= WIJZE_REGEL) / len(shares)
    too_many = wise > WIJZE_REGELS.hoog
    outside = [
        (abs(share - WIJZE_REGEL), Kaartoordeel(use.naam, share, use.eigen))
        for use, share in shares
        if WIJZE_REGELS.ernaast(wise) and (share <= WIJZE_REGEL) == too_many
    ]
    return Oordeel("wijze-regels", "kaarten waar de regel vaak wint", wise, WIJZE_REGELS, _ranked(outside))


def _ranked(outside: Sequence[tuple[float, Kaartoordeel]]) -> tuple[Kaartoordeel, ...]:
    ranked = sorted(outside, key=lambda pair: (not pair[1].eigen, -pair[0], pair[1].naam))
    return tuple(kaart for _, kaart in ranked)
