"""What a trial says, in sentences: whether the casus is in balance, and which number to turn."""

from collections.abc import Iterator, Sequence

from speelveld.markup.filters.texts import en_lijst
from speelveld.proefspeel.bands import MAIN, NAMEN
from speelveld.proefspeel.own import EigenKaart, Verstoring
from speelveld.proefspeel.trial import ENOUGH, Trial

# Below and above these shares chance alone makes the difference.
_NEVER, _ALWAYS = 0.005, 0.995
_MOST_NAMED = 6
_MORE = {"aanpak": "aanpakken", "kans": "kansen", "uitdaging": "uitdagingen"}
_NOUNS = {"geld": ("{} geldfiches", "geld"), "pad": ("een pad van {} stappen", "pad")}


def percent(share: float) -> str:
    """Return a share as whole percents; what is hardly anything or nearly all is told as such."""
    if 0 < share < 0.005:
        return "<1\N{NO-BREAK SPACE}%"
    if 0.995 <= share < 1:
        return ">99\N{NO-BREAK SPACE}%"
    return f"{_half_up(100 * share)}\N{NO-BREAK SPACE}%"


def points(share: float) -> str:
    """Return a difference in whole points, with its sign."""
    number = _half_up(100 * abs(share))
    return "0" if number == 0 else f"{'−' if share < 0 else '+'}{number}"


def number(value: float) -> str:
    """Return a number as people read it: a point between thousands, a comma before a tenth, none where it is nought."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:.1f}".replace(".", ",")


def range_words(low: float, high: float) -> str:
    """Return from where to where a share is good."""
    if high >= 1:
        return f"ten minste {percent(low)}"
    return f"hoogstens {percent(high)}" if low <= 0 else f"{percent(low)} tot {percent(high)}"


def _half_up(value: float) -> int:
    return int(value + 0.5)


def conclusion(trial: Trial) -> str:
    """Return in one or two sentences how the casus plays."""
    if trial.potjes < ENOUGH:
        return "Zo weinig potjes zeggen nog niets: het toeval weegt te zwaar."
    shares = [uitslag.gehaald for uitslag in trial.teams.values()]
    if max(shares) <= _NEVER:
        return "Deze casus is zo niet te winnen. Geen enkele soort team haalt het."
    if min(shares) >= _ALWAYS:
        return "Deze casus wint iedereen, ook wie niet nadenkt. Dan valt er weinig te kiezen."
    if trial.in_balans:
        odd = any(True for _ in remarks(trial))
        return f"Deze casus is in balans. {'Wel valt er iets op.' if odd else 'U hoeft niets te veranderen.'}"
    words = {verdict.woord for verdict in trial.oordelen[:MAIN]} - {"goed"}
    return f"Deze casus is {words.pop()}." if len(words) == 1 else "Deze casus is uit balans."


def remarks(trial: Trial) -> Iterator[str]:
    """Yield what else lies outside its band; where the game itself is out of balance, that only follows from it."""
    for verdict in trial.oordelen[MAIN:] if trial.in_balans and trial.potjes >= ENOUGH else ():
        if not verdict.goed:
            cards = f" ({', '.join(verdict.kaarten)})" if verdict.kaarten else ""
            good = range_words(verdict.band.laag, verdict.band.hoog)
            share = percent(max(verdict.waarde, 0))
            yield f"{verdict.wat.capitalize()}: {share}, {verdict.woord}{cards}. Goed is {good}."


def advice(trial: Trial) -> Iterator[str]:
    """Yield what to do about it, in whole sentences; nothing where the casus is in balance."""
    if trial.potjes < ENOUGH:
        yield f"Speel ten minste {number(ENOUGH)} potjes voor een oordeel."
        return
    if trial.in_balans:
        return
    if trial.verstoring:
        yield from about_cards(trial.verstoring)
    knop = trial.knop
    # Where cards are what is wrong, a number that does not mend it is no advice.
    if trial.verstoring and not (knop and knop.binnen):
        return
    if knop is None:
        yield "Meer of minder geld helpt hier niet genoeg, en een langer of korter pad ook niet."
        yield "Kijk naar tijd, steun en regie aan het begin, en naar uw eigen kaarten."
        return
    noun, key = _NOUNS[knop.naam]
    yield (
        f"Met {noun.format(knop.nu)} haalt {percent(knop.gehaald_nu)} van de teams ‘samen’ het; "
        f"met {knop.beter} is dat {percent(knop.gehaald_beter)}."
    )
    if knop.binnen:
        yield f"Schrijf in uw casus onder ‘spel’: {key}: {knop.beter}."
    else:
        yield f"Dat helpt, maar het is niet genoeg. Probeer {key}: {knop.beter} en kijk dan verder."


def about_cards(found: Verstoring) -> Iterator[str]:
    """Yield which own cards break the balance, and what to do about it."""
    without, now, team = percent(found.zonder), percent(found.met), NAMEN[found.team]
    cards, several = f"Zonder {_named(found.kaarten)}", len(found.kaarten) > 1
    with_them = "die kaarten" if several else "die kaart"
    if found.wat == "gehaald":
        yield f"{cards} haalt {without} van de teams ‘{team}’ het; met {with_them} is dat {now}."
    else:
        yield f"{cards} is het bij {without} van de teams ‘{team}’ gehaald en gedragen; met {with_them} bij {now}."
    if len(set(found.te_gul)) > 1:
        easy, hard = ([card for card, side in _sides(found) if side is which] for which in (True, False))
        yield f"Het wordt makkelijker door {_named(easy)}, en moeilijker door {_named(hard)}."
        yield "Breng wat die kaarten kosten en brengen dichter bij dat van de andere kaarten."
        return
    turn = ("groter", "kleiner") if found.te_gul[0] else ("kleiner", "groter")
    events = found.team == "regels" and all(card.soort != "aanpak" for card in found.kaarten)
    where = " Kijk eerst naar de getallen bij ‘regels’." if events else ""
    cost, bring = ("kosten", "wat zij brengen") if several else ("kost", "wat die brengt")
    yield f"Maak wat {with_them} {cost} {turn[0]}, of {bring} {turn[1]}.{where}"


def _sides(found: Verstoring) -> Iterator[tuple[EigenKaart, bool]]:
    return zip(found.kaarten, found.te_gul, strict=True)


def _named(cards: Sequence[EigenKaart]) -> str:
    """Return cards by kind: 'uw kansen ‘A’ en ‘B’ en uw uitdaging ‘C’'."""
    by_kind: dict[str, list[str]] = {}
    for card in cards:
        by_kind.setdefault(card.soort, []).append(f"‘{card.naam}’")
    return " en ".join(
        f"uw {soort if len(names) == 1 else _MORE[soort]} {en_lijst(_few(names))}" for soort, names in by_kind.items()
    )


def _few(names: list[str]) -> list[str]:
    """Return names that fit in a sentence, with how many more there are: the data hold them all."""
    rest = len(names) - _MOST_NAMED
    return [*names[:_MOST_NAMED], f"nog {rest}"] if rest > 0 else names
