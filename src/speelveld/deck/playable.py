"""The cards of a kit and its rules → what can never happen at the table, as warnings with a place."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from speelveld.casus import Aanpak, Casus, Gebeurtenis, Speelkaart, Uitweg
from speelveld.deck.cards import Cards, never_open
from speelveld.deck.numbers import contradictions
from speelveld.deck.rules import Rules
from speelveld.errors import Problem, Source, in_order

_Card = TypeVar("_Card", bound=Speelkaart)


def unplayable(cards: Cards, rules: Rules, casus: Casus) -> list[Problem]:
    """Return a warning for each card that asks for nobody, costs more than there is, or leaves the board's scales."""
    return in_order(
        [
            *_nobody(cards, rules, casus, "groep"),
            *_nobody(cards, rules, casus, "kracht"),
            *_too_dear(cards, rules, casus),
            *_off_the_scale(cards, rules, casus),
            *_left_out(cards, casus),
            *_never_open(cards, rules, casus),
            *contradictions(casus, rules),
        ]
    )


def _nobody(cards: Cards, rules: Rules, casus: Casus, what: str) -> Iterator[Problem]:
    """Yield the groups and krachten that cards ask for and no role has: each once, at the first card that asks."""
    in_kit = {getattr(rol, what) for rol in cards.rollen}
    if not in_kit:
        return  # that there are no roles at all is said once, by `shortages`
    closed = {rol.id for rol in never_open(cards, rules)}
    there = {getattr(rol, what) for rol in cards.rollen if rol.id not in closed}
    asking: dict[str, list[Speelkaart]] = {}
    for aanpak in cards.aanpakken if what == "groep" else ():
        for groep in aanpak.vraagt:
            asking.setdefault(groep, []).append(aanpak)
    for event in (*cards.kansen, *cards.uitdagingen):
        if value := getattr(event.mogelijkheid.als, what):
            asking.setdefault(value, []).append(event)
    for value, found in asking.items():
        if value not in there:
            count = f"{len(found)} {'kaart vraagt' if len(found) == 1 else 'kaarten vragen'}"
            which, instead = "in deze kit", "verander de kaart"
            if value in in_kit:
                which, instead = "die open kan liggen", "zet er een bij 'aan_tafel'"
            message = f"{count} om {what} '{value}', maar geen enkele rol {which} heeft die {what}"
            yield Problem(message, _place(found, casus), f"maak een rol met {what}: {value}, of {instead}")


def _too_dear(cards: Cards, rules: Rules, casus: Casus) -> Iterator[Problem]:
    for aanpak in _own(cards.aanpakken, casus):
        for name, unit in (("geld", "fiches"), ("tijd", "kwartalen")):
            cost, start = getattr(aanpak, name), getattr(rules, name)
            if cost > start:
                message = f"aanpak '{aanpak.titel}' kost {cost} {name}, en het spel begint met {start} {unit}"
                yield Problem(message, aanpak.source, f"maak {name} lager, anders legt niemand deze kaart")


def _left_out(cards: Cards, casus: Casus) -> Iterator[Problem]:
    """Yield the aanpakken that suit an opgave, and the roles to lay open, that are not in this game."""
    suiting = [("aanpak", name) for opgave in casus.opgaven for name in opgave.past]
    there = {"aanpak": {card.id for card in cards.aanpakken}, "rol": {card.id for card in cards.rollen}}
    for word, name in (*suiting, *(("rol", name) for name in casus.aan_tafel)):
        if name not in there[word]:
            hint = "noem een andere, of haal hem weg bij 'weglaten' of 'vervangt'"
            yield Problem(f"{word} '{name}' doet in deze casus niet mee", name.source, hint)


def _never_open(cards: Cards, rules: Rules, casus: Casus) -> Iterator[Problem]:
    """Yield, in one warning, the roles that are printed and never come to the table."""
    idle = never_open(cards, rules)
    if idle:
        always, count = len(cards.genoemd), len(idle)
        other = "1 andere rolkaart komt" if count == 1 else f"{count} andere rolkaarten komen"
        message = f"in elk spel liggen dezelfde {always} rolkaarten open; {other} nooit op tafel"
        place = casus.rollen[0].source if casus.rollen else casus.aan_tafel[0].source
        names = ", ".join(str(rol.id) for rol in idle)
        write = f"zet ze erbij bij 'weglaten': {names}" if casus.weglaten else f"schrijf: weglaten: [{names}]"
        yield Problem(message, place, f"wilt u ze niet printen, {write}")


def _off_the_scale(cards: Cards, rules: Rules, casus: Casus) -> Iterator[Problem]:
    tops = {"steun": rules.steun_hoogst, "regie": rules.regie_hoogst}
    for card in _own((*cards.aanpakken, *cards.kansen, *cards.uitdagingen), casus):
        for effects, where in _effects(card):
            for name, top in tops.items():
                value = getattr(effects, name)
                if abs(value) > top:
                    message = f"'{where}' verandert {name} met {value:+d}, maar die schaal loopt van 0 tot {top}"
                    yield Problem(message, effects.source, f"kies een getal van -{top} tot {top}")
            if effects.stappen >= rules.pad:
                message = f"'{where}' gaat {effects.stappen} stappen vooruit, en het pad is {rules.pad} lang"
                yield Problem(message, effects.source, "kies minder stappen")


def _effects(card: Speelkaart) -> Iterator[tuple[Aanpak | Uitweg, str]]:
    if isinstance(card, Aanpak):
        yield card, str(card.titel)
    elif isinstance(card, Gebeurtenis):
        yield card.regels, str(card.titel)
        yield card.mogelijkheid, str(card.titel)


def _own(cards: Sequence[_Card], casus: Casus) -> list[_Card]:
    """Return the cards that the casus wrote; the standard ones are no mistake of its author."""
    return [card for card in cards if card.source.name == casus.source.name]


def _place(cards: Sequence[Speelkaart], casus: Casus) -> Source:
    """Return where an author can mend it: an own card, or else what he left out."""
    own = _own(cards, casus)
    if own:
        return own[0].source
    return casus.weglaten[0].source if casus.weglaten else casus.source
