"""The cards of one kit: the standard deck, with what the casus leaves out, replaces and adds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from speelveld.casus import GROEPEN, Aanpak, Basisdeck, Casus, Gebeurtenis, Kaart, Opgave, Rol
from speelveld.deck.portraits import with_portraits
from speelveld.deck.rules import Rules
from speelveld.errors import Problem

_Card = TypeVar("_Card", Rol, Aanpak, Gebeurtenis)

NAMED_PER_GROUP = 2


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Cards:
    """Every kind of card of the game, in the order of its numbers."""

    opgaven: Sequence[Opgave]
    rollen: Sequence[Rol]
    aanpakken: Sequence[Aanpak]
    kansen: Sequence[Gebeurtenis]
    uitdagingen: Sequence[Gebeurtenis]
    genoemd: Sequence[Rol]
    """The roles that lie open in every game, by group: the draaiboek names them."""
    vrij: Mapping[str, Sequence[Kaart]] = field(default_factory=dict)
    """Cards of kinds that the program does not know, by the name of their file."""
    eigen: frozenset[str] = frozenset()
    """The ids of the aanpakken, kansen and uitdagingen that the casus brings: every table meets them."""

    def of(self, kind: str) -> Sequence[Any]:
        """Return the cards of a kind by its name in `kit.yaml`."""
        found: Sequence[Any] = self.vrij[kind] if kind in self.vrij else getattr(self, kind)
        return found


def choose_cards(casus: Casus, deck: Basisdeck) -> Cards:
    """Return the cards of `casus`: roles stay together by group, a replacement takes the place of what it replaces."""
    left_out = frozenset(casus.weglaten)
    merged = with_portraits(_merge(deck.rollen, casus.rollen, left_out))
    rollen = sorted(merged, key=lambda rol: GROEPEN.index(rol.groep))
    return Cards(
        casus.opgaven,
        rollen,
        _merge(deck.aanpakken, casus.aanpakken, left_out),
        _merge(deck.kansen, casus.kansen, left_out),
        _merge(deck.uitdagingen, casus.uitdagingen, left_out),
        list(_named(casus, rollen, GROEPEN)),
        deck.vrij,
        frozenset(str(card.id) for card in (*casus.aanpakken, *casus.kansen, *casus.uitdagingen)),
    )


def never_open(cards: Cards, rules: Rules) -> list[Rol]:
    """Return the roles that lie open in no game, because those that always do are all that is laid."""
    named = {rol.id for rol in cards.genoemd}
    return [rol for rol in cards.rollen if rol.id not in named] if len(named) >= rules.open_rollen else []


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


def _named(casus: Casus, rollen: Sequence[Rol], groups: Sequence[str]) -> Iterator[Rol]:
    """Yield the roles to lay open: of each group those the casus names or brings, and standard ones up to two."""
    wanted = {name: number for number, name in enumerate(casus.aan_tafel)}
    own = {rol.id for rol in casus.rollen}
    for group in groups:
        of_group = [rol for rol in rollen if rol.groep == group]
        ranked = sorted(of_group, key=lambda rol: (wanted.get(rol.id, len(wanted)), rol.id not in own))
        sure = sum(1 for rol in of_group if rol.id in wanted or rol.id in own)
        yield from ranked[: max(sure, NAMED_PER_GROUP)]


def _merge(standard: Sequence[_Card], own: Sequence[_Card], left_out: frozenset[str]) -> list[_Card]:
    replaced = {card.vervangt: card for card in own if card.vervangt}
    kept = [replaced.get(card.id, card) for card in standard if card.id not in left_out]
    return kept + [card for card in own if not card.vervangt]
