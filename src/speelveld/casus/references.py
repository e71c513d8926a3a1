"""Whether a casus and the standard deck fit together: cards that it leaves out or replaces must be there."""

from collections.abc import Iterator

from speelveld.casus.cards import Basisdeck, Speelkaart
from speelveld.casus.ids import CARD_KINDS
from speelveld.casus.model import Casus
from speelveld.casus.wording import quote, slug, suggest
from speelveld.errors import Problem, in_order
from speelveld.tekst import Tekst


def check_references(casus: Casus, deck: Basisdeck) -> list[Problem]:
    """Return the ids in a casus that do not fit the standard deck, sorted by place."""
    standard = {str(card.id): kind for card, kind in _cards(deck)}
    return in_order([*_left_out(casus, standard), *_replaced(casus, standard), *_clashing(casus, standard)])


def _cards(deck: Basisdeck | Casus) -> Iterator[tuple[Speelkaart, str]]:
    """Yield each card with the word for its kind."""
    for kind, word in CARD_KINDS.items():
        for card in getattr(deck, kind):
            yield card, word


def _left_out(casus: Casus, standard: dict[str, str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in casus.weglaten:
        if name not in standard:
            yield _no_such_card(name, standard)
        elif name in seen:
            yield Problem(f"kaart {quote(name)} staat twee keer bij 'weglaten'", name.source, "haal er een weg")
        seen.add(name)


def _replaced(casus: Casus, standard: dict[str, str]) -> Iterator[Problem]:
    by: dict[str, Tekst] = {}
    for card, kind in _cards(casus):
        name = card.vervangt
        if name is None:
            continue
        if name not in standard:
            yield _no_such_card(name, {key: word for key, word in standard.items() if word == kind})
        elif standard[name] != kind:
            message = f"kaart {quote(name)} is een {standard[name]} en kan niet worden vervangen door een {kind}"
            yield Problem(message, name.source, f"noem de id van een {kind}, of haal 'vervangt' weg")
        elif name in by:
            hint = f"dat gebeurt al op regel {by[name].source.line}; haal een van de twee weg"
            yield Problem(f"kaart {quote(name)} wordt voor de tweede keer vervangen", name.source, hint)
        by.setdefault(name, name)


def _clashing(casus: Casus, standard: dict[str, str]) -> Iterator[Problem]:
    gone = {str(name) for name in casus.weglaten} | {str(card.vervangt) for card, _ in _cards(casus) if card.vervangt}
    for card, _ in _cards(casus):
        if card.id in standard and card.id not in gone:
            message = f"het standaarddeck heeft al een {standard[card.id]} met de id {quote(card.id)}"
            hint = f"schrijf erbij: vervangt: {card.id}, of kies een andere id"
            yield Problem(message, card.id.source, hint)


def _no_such_card(name: Tekst, known: dict[str, str]) -> Problem:
    return Problem(f"kaart {quote(name)} staat niet in het standaarddeck", name.source, suggest(slug(name), known))
