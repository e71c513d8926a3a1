"""Cards that are about a gemeente alone → one warning to an author who calls the gemeente something else."""

import re
from collections.abc import Iterator

from speelveld.casus import Casus, Gebeurtenis, Rol, Speelkaart
from speelveld.deck.cards import Cards
from speelveld.errors import Problem
from speelveld.woorden import WOORDEN

# Who governs a gemeente, and by what: a corporatie or a school has none of these.
_OF_A_GEMEENTE = re.compile(
    r"\b(?:raad|raads\w+|college|wethouders?|burgemeester|ambtena\w+|gemeentehuis|rijk|inspraak\w*)\b", re.IGNORECASE
)


def only_of_a_gemeente(cards: Cards, casus: Casus) -> Iterator[Problem]:
    """Yield a warning that names the cards of the deck that speak of a raad, a college or the Rijk."""
    word = casus.woorden.gemeente
    if word is None or word.woord.lower() == WOORDEN["gemeente"].enkelvoud:
        return
    own = {
        card.id for cards_of in (casus.rollen, casus.aanpakken, casus.kansen, casus.uitdagingen) for card in cards_of
    }
    every: tuple[Speelkaart, ...] = (*cards.rollen, *cards.aanpakken, *cards.kansen, *cards.uitdagingen)
    found = [str(card.id) for card in every if card.id not in own and any(map(_OF_A_GEMEENTE.search, _texts(card)))]
    if found:
        some = "1 kaart van het spel spreekt" if len(found) == 1 else f"{len(found)} kaarten van het spel spreken"
        message = (
            f"{some} over de raad, het college of het Rijk, en dat past niet bij '{word.woord}': {', '.join(found)}"
        )
        hint = "zet ze onder 'weglaten', of maak eigen kaarten met 'vervangt' en zo'n naam"
        yield Problem(message, word.source, hint)


def _texts(card: Speelkaart) -> Iterator[str]:
    names = ("naam", "uitspraak", "wil", "brengt", "niet_alleen") if isinstance(card, Rol) else ("titel", "tekst")
    yield from (str(getattr(card, name)) for name in names)
    if isinstance(card, Gebeurtenis):
        yield from (str(card.regels.tekst), str(card.mogelijkheid.tekst))
