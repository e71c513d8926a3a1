"""The cards of one kit: the standard deck, with what the casus leaves out, replaces and adds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from speelveld.casus import GROEPEN, Aanpak, Basisdeck, Casus, Gebeurtenis, Kaart, Opgave, Rol
from speelveld.deck.rules import Rules
from speelveld.errors import Problem

_Card = TypeVar("_Card", Rol, Aanpak, Gebeurtenis)


@dataclass(frozen=True, slots=True)
class Cards:
    """Every kind of card of the game, in the order of its numbers."""

    opgaven: Sequence[Opgave]
    rollen: Sequence[Rol]
    aanpakken: Sequence[Aanpak]
    kansen: Sequence[Gebeurtenis]
    uitdagingen: Sequence[Gebeurtenis]
    vrij: Mapping[str, Sequence[Kaart]] = field(default_factory=dict)
    """Cards of kinds that the program does not know, by the name of their file."""

    def of(self, kind: str) -> Sequence[Any]:
        """Return the cards of a kind by its name in `kit.yaml`."""
        found: Sequence[Any] = self.vrij[kind] if kind in self.vrij else getattr(self, kind)
        return found


def choose_cards(casus: Casus, deck: Basisdeck) -> Cards:
    """Return the cards of `casus`: roles stay together by group, a replacement takes the place of what it replaces."""
    left_out = frozenset(casus.weglaten)
    rollen = _merge(deck.rollen, casus.rollen, left_out)
    return Cards(
        casus.opgaven,
        sorted(rollen, key=lambda rol: GROEPEN.index(rol.groep)),
        _merge(deck.aanpakken, casus.aanpakken, left_out),
        _merge(deck.kansen, casus.kansen, left_out),
        _merge(deck.uitdagingen, casus.uitdagingen, left_out),
        deck.vrij,
    )


def shortages(cards: Cards, rules: Rules, casus: Casus) -> list[Problem]:
    """Return a warning for each kind that runs out in one game, because the casus leaves cards out."""
    needed = {
        "rollen": rules.open_rollen,
        "aanpakken": max(rules.open_aanpakken, rules.aanpakken),
        "kansen": rules.aantal("kans"),
        "uitdagingen": rules.aantal("uitdaging"),
    }
    source = casus.weglaten[0].source if casus.weglaten else casus.source
    hint = "laat minder kaarten weg met 'weglaten', of maak er zelf bij"
    return [
        Problem(f"van '{kind}' zijn er {len(cards.of(kind))}; één spel vraagt er {number}", source, hint)
        for kind, number in needed.items()
        if len(cards.of(kind)) < number
    ]


def _merge(standard: Sequence[_Card], own: Sequence[_Card], left_out: frozenset[str]) -> list[_Card]:
    replaced = {card.vervangt: card for card in own if card.vervangt}
    kept = [replaced.get(card.id, card) for card in standard if card.id not in left_out]
    return kept + [card for card in own if not card.vervangt]
