"""What a trial says, in sentences: whether the casus is in balance, and which number to turn."""

from collections.abc import Iterator, Sequence

from speelveld.markup.filters.texts import en_lijst
from speelveld.proefspeel.bands import GEDRAGEN, GEHAALD, MAIN, NAMEN, Band, Kaartoordeel, Oordeel
from speelveld.proefspeel.knob import Knop
from speelveld.proefspeel.numbers import number, percent, range_words
from speelveld.proefspeel.own import EigenKaart, Verstoring
from speelveld.proefspeel.trial import ENOUGH, GEWEIGERD, Trial

# Below and above these shares chance alone makes the difference.
_NEVER, _ALWAYS = 0.005, 0.995
_NOUNS = {"geld": "{} geldfiches", "pad": "een pad van {} stappen"}
_MOST_NAMED, _MOST_OWN = 5, 6
_MORE = {"aanpak": "aanpakken", "kans": "kansen", "uitdaging": "uitdagingen"}
# What an author can do about an own card, by the measure and whether it lies above its band.
_REMEDIES = {
    ("aanpakken", True): "Laat uw eigen kaart meer kosten, of minder brengen.",
    ("aanpakken", False): "Laat uw eigen kaart minder kosten, of meer brengen.",
    ("mogelijkheden", True): "Laat op uw eigen kaart de mogelijkheid meer kosten, of minder brengen.",
    ("mogelijkheden", False): "Laat op uw eigen kaart de mogelijkheid minder kosten, of meer brengen.",
    ("wijze-regels", True): "Laat op een eigen kaart de mogelijkheid minder kosten, of de regel minder brengen.",
    ("wijze-regels", False): "Laat op een eigen kaart de mogelijkheid meer kosten, of de regel meer brengen.",
}
_STANDARD = "Een standaardkaart kunt u laten zoals hij is, vervangen of weglaten."


def conclusion(trial: Trial) -> str:
    """Return in one or two sentences how the casus plays."""
    if trial.potjes < ENOUGH:
        return "Zo weinig potjes zeggen nog niets: het toeval weegt te zwaar."
    shares = [uitslag.gehaald for uitslag in trial.teams.values()]
    if max(shares) <= _NEVER:
        return "Deze casus is zo niet te winnen. Geen enkele soort team haalt het."
    if min(shares) >= _ALWAYS:
        return "Bij deze casus haalt iedereen het, ook wie niet nadenkt. Dan valt er weinig te kiezen."
    if trial.in_balans:
        odd = any(True for _ in remarks(trial))
        return f"Deze casus is in balans. {'Wel valt er iets op.' if odd else 'U hoeft niets te veranderen.'}"
    words = {verdict.woord for verdict in trial.oordelen[:MAIN]} - {"goed"}
    return f"Deze casus is {words.pop()}." if len(words) == 1 else "Deze casus is uit balans."


def remarks(trial: Trial) -> Iterator[str]:
    """Yield what else lies outside its band; where the game itself is out of balance, that only follows from it."""
    standard = False
    for verdict in trial.oordelen[MAIN:] if trial.in_balans and trial.potjes >= ENOUGH else ():
        if verdict.goed:
            continue
        yield _remark(verdict)
        standard = standard or any(not kaart.eigen for kaart in verdict.buiten)
    if standard:
        yield _STANDARD


def _remark(verdict: Oordeel) -> str:
    what, band = verdict.wat.capitalize(), verdict.band
    good = f"Goed is {range_words(band.laag, band.hoog)}."
    if verdict.naam == "wijze-regels" or not verdict.buiten:
        above = verdict.waarde > band.hoog
        cards = f"De mogelijkheid kiest men zo vaak: {_named(verdict.buiten)}." if verdict.buiten else ""
        told = f"{what}: {percent(max(verdict.waarde, 0), band)}, {verdict.woord}."
        return " ".join(filter(None, (told, good, cards, _remedy(verdict, verdict.buiten, above=above))))
    sides: list[str] = []
    # What is wrong on one side is something else than on the other, and so is what to do.
    for above, word in ((True, band.boven), (False, band.onder)):
        cards_there = [kaart for kaart in verdict.buiten if (kaart.deel > band.hoog) == above]
        if cards_there:
            start = f"{what}, {word}" if not sides else word.capitalize()
            sides += [f"{start}: {_named(cards_there, band)}.", _remedy(verdict, cards_there, above=above)]
    return " ".join(filter(None, (*sides, good)))


def _named(cards: Sequence[Kaartoordeel], band: Band | None = None) -> str:
    """Return cards with their shares; `band` is what those are judged by."""
    named = [f"{kaart.naam} ({percent(kaart.deel, band)})" for kaart in cards[:_MOST_NAMED]]
    more = len(cards) - len(named)
    return ", ".join(named) + (f" en nog {more}" if more else "")


def _remedy(verdict: Oordeel, cards: Sequence[Kaartoordeel], *, above: bool) -> str:
    """Return what an author can do about own cards, or nothing where there are none."""
    return _REMEDIES[verdict.naam, above] if any(kaart.eigen for kaart in cards) else ""


def refused() -> str:
    """Return what the outcome says where a part of the help is refused."""
    return (
        "Aan tafel kan een rol soms niet helpen, want niemand kan zeggen hoe. "
        f"In de rij ‘{REFUSED}’ is dat {number(100 * GEWEIGERD)} van de 100 keer zo. "
        "Hoe vaak het echt is, heeft niemand geteld. Daarom is er geen band."
    )


REFUSED = f"samen, {percent(GEWEIGERD)} kan niet"
"""How samen is called where a part of the help is refused."""


def advice(trial: Trial) -> Iterator[str]:
    """Yield what to do about it, in whole sentences; nothing where the casus is in balance."""
    if trial.potjes < ENOUGH:
        yield f"Speel ten minste {number(ENOUGH)} potjes voor een oordeel."
        return
    if trial.in_balans:
        return
    # Where cards are what is wrong, a number that does not mend it is no advice.
    knop = None if trial.verstoring and trial.knop and not trial.knop.binnen else trial.knop
    if trial.verstoring and knop:
        yield "U kunt een kaart veranderen of een getal. Doe één van de twee, en speel dan opnieuw."
    if trial.verstoring:
        yield from about_cards(trial.verstoring)
    if knop:
        yield from _number(knop)
    if not trial.verstoring and not knop:
        yield "Meer of minder geld helpt hier niet genoeg, en een langer of korter pad ook niet."
        yield "Kijk naar tijd, steun en regie aan het begin, en naar uw eigen kaarten."


def _number(knop: Knop) -> Iterator[str]:
    noun, band = _NOUNS[knop.naam], (GEHAALD if knop.maat == "gehaald" else GEDRAGEN)[knop.team]
    now, after, team = percent(knop.was, band), percent(knop.wordt, band), NAMEN[knop.team]
    if knop.maat == "gehaald":
        yield f"Met {noun.format(knop.nu)} haalt {now} van de teams ‘{team}’ het; met {knop.beter} is dat {after}."
    else:
        told = f"is het bij {now} van de teams ‘{team}’ gehaald en gedragen; met {knop.beter} bij {after}"
        yield f"Met {noun.format(knop.nu)} {told}."
    write = f"Schrijf in uw casus onder ‘spel’: {knop.naam}: {knop.beter}"
    if knop.binnen:
        yield f"{write}."
    else:
        yield f"Dat helpt, maar het is nog niet genoeg. {write}, en speel opnieuw. Dan ziet u wat er nog over is."


def about_cards(found: Verstoring) -> Iterator[str]:
    """Yield which own cards break the balance, and what to do about it."""
    band = (GEHAALD if found.wat == "gehaald" else GEDRAGEN)[found.team]
    without, now, team = percent(found.zonder, band), percent(found.met, band), NAMEN[found.team]
    cards, several = f"Zonder {_own(found.kaarten)}", len(found.kaarten) > 1
    with_them = "die kaarten" if several else "die kaart"
    if found.wat == "gehaald":
        yield f"{cards} haalt {without} van de teams ‘{team}’ het; met {with_them} is dat {now}."
    else:
        yield f"{cards} is het bij {without} van de teams ‘{team}’ gehaald en gedragen; met {with_them} bij {now}."
    if len(set(found.te_gul)) > 1:
        easy, hard = ([card for card, side in _sides(found) if side is which] for which in (True, False))
        yield f"Het wordt makkelijker door {_own(easy)}, en moeilijker door {_own(hard)}."
        yield "Breng wat die kaarten kosten en brengen dichter bij dat van de andere kaarten."
        return
    turn = ("groter", "kleiner") if found.te_gul[0] else ("kleiner", "groter")
    events = found.team == "regels" and all(card.soort != "aanpak" for card in found.kaarten)
    where = " Kijk eerst naar de getallen bij ‘regels’." if events else ""
    cost, bring = ("kosten", "wat zij brengen") if several else ("kost", "wat die brengt")
    yield f"Maak wat {with_them} {cost} {turn[0]}, of {bring} {turn[1]}.{where}"


def _sides(found: Verstoring) -> Iterator[tuple[EigenKaart, bool]]:
    return zip(found.kaarten, found.te_gul, strict=True)


def _own(cards: Sequence[EigenKaart]) -> str:
    """Return cards by kind: 'uw kansen ‘A’ en ‘B’ en uw uitdaging ‘C’'."""
    by_kind: dict[str, list[str]] = {}
    for card in cards:
        by_kind.setdefault(card.soort, []).append(f"‘{card.naam}’")
    return " en ".join(
        f"uw {soort if len(names) == 1 else _MORE[soort]} {en_lijst(_few(names))}" for soort, names in by_kind.items()
    )


def _few(names: list[str]) -> list[str]:
    """Return names that fit in a sentence, with how many more there are: the data hold them all."""
    rest = len(names) - _MOST_OWN
    return [*names[:_MOST_OWN], f"nog {rest}"] if rest > 0 else names
