"""The standard deck, or the cards of one casus → the ids an author may name, each with what the game does with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from speelveld.casus import Aanpak, Basisdeck, Casus, Gebeurtenis, Rol
from speelveld.deck.cards import Cards, never_open
from speelveld.deck.naming import wording_of
from speelveld.deck.rules import Rules

KINDS = {"rollen": "rol", "aanpakken": "aanpak", "kansen": "kans", "uitdagingen": "uitdaging"}
"""The kinds of cards that a casus may bring, replace or leave out, and what one of them is called."""
OPGAVEN = "opgaven"


@dataclass(frozen=True, slots=True)
class Regel:
    """One card: its number in the kit ('' in the standard deck), its id and name, what it does, where it comes from."""

    nummer: str
    id: str
    naam: str
    wat: str
    herkomst: str = ""


def deck_list(deck: Basisdeck) -> dict[str, list[Regel]]:
    """Return the cards of the standard deck by kind."""
    return {kind: [_row(card) for card in getattr(deck, kind)] for kind in KINDS}


def casus_list(casus: Casus, deck: Basisdeck, cards: Cards, rules: Rules) -> dict[str, list[Regel]]:
    """Return the opgaven and cards of a casus by kind, and under 'weg' the standard cards that are not among them."""
    letters = wording_of(casus).letters
    found = {
        OPGAVEN: [
            Regel(f"{letters['opgave']}{number}", str(opgave.id), str(opgave.titel), _heart(opgave.hart, opgave.past))
            for number, opgave in enumerate(cards.opgaven, 1)
        ]
    }
    own = {str(card.id): card for kind in KINDS for card in getattr(casus, kind)}
    always = {str(rol.id) for rol in cards.genoemd}
    closed = {str(rol.id) for rol in never_open(cards, rules)}
    for kind, soort in KINDS.items():
        rows = []
        for number, card in enumerate(cards.of(kind), 1):
            name, notes = str(card.id), list[str]()
            if name in own:
                replaced = own[name].vervangt
                notes.append(f"eigen, op de plek van {replaced}" if replaced else "eigen")
            if name in closed:
                notes.append("nooit open")
            elif name in always or (kind == "aanpakken" and name in own):
                notes.append("altijd open")
            rows.append(_row(card, f"{letters[soort]}{number}", "; ".join(notes)))
        found[kind] = rows
    found["weg"] = list(_gone(casus, deck))
    return found


def _gone(casus: Casus, deck: Basisdeck) -> Iterator[Regel]:
    left_out = {str(name) for name in casus.weglaten}
    replaced = {str(card.vervangt): str(card.id) for kind in KINDS for card in getattr(casus, kind) if card.vervangt}
    for kind in KINDS:
        for card in getattr(deck, kind):
            if card.id in left_out:
                yield _row(card, herkomst="weggelaten")
            elif card.id in replaced:
                yield _row(card, herkomst=f"vervangen door {replaced[card.id]}")


def _row(card: Rol | Aanpak | Gebeurtenis, nummer: str = "", herkomst: str = "") -> Regel:
    naam = card.naam if isinstance(card, Rol) else card.titel
    return Regel(nummer, str(card.id), str(naam), _does(card), herkomst)


def _does(card: Rol | Aanpak | Gebeurtenis) -> str:
    if isinstance(card, Rol):
        return f"{card.groep}, {card.kracht}"
    if isinstance(card, Aanpak):
        numbers = [f"{card.geld} geld", f"{card.tijd} tijd", f"{card.stappen} stappen"]
        numbers += [f"{name} {value:+d}" for name in ("steun", "regie") if (value := getattr(card, name))]
        return ", ".join(numbers) + (f"; vraagt {', '.join(card.vraagt)}" if card.vraagt else "")
    als = card.mogelijkheid.als
    asked = next((name, value) for name in ("groep", "kracht", "regie") if (value := getattr(als, name)) is not None)
    return f"mogelijkheid bij {asked[0]} {asked[1]}"


def _heart(hart: Sequence[str], past: Sequence[str]) -> str:
    told = [f"hart {' en '.join(hart)}"] if hart else []
    return "; ".join([*told, f"past {', '.join(past)}"] if past else told)
