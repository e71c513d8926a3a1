"""Numbers in an author's own sentences that the rules say otherwise: '15 geldfiches' where the game begins with 13."""

import re
from collections.abc import Iterator

from speelveld.casus import Casus
from speelveld.deck.rules import Rules
from speelveld.errors import Problem
from speelveld.markup.filters.texts import NUMERALS
from speelveld.written.tekst import Tekst

# What a sentence may count, and which number of the rules that is.
_COUNTED = {"geldfiches": "geld", "kwartalen": "tijd", "aanpakken": "aanpakken", "stemfiches": "stemfiches"}
_COUNT = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(NUMERALS[2:])})\s+(?P<noun>{'|'.join(_COUNTED)})\b", re.IGNORECASE
)


def contradictions(casus: Casus, rules: Rules) -> Iterator[Problem]:
    """Yield a warning for each number in the story or the kader that the papers print otherwise."""
    kader = casus.kader
    framed = (kader.geld, kader.tijd, *kader.vast, kader.beslist, kader.uitkomst)
    for text in (casus.verhaal, casus.vraag, casus.let_op, casus.opening, casus.slot, *framed):
        if text is not None:
            yield from _in(text, rules)


def _in(text: Tekst, rules: Rules) -> Iterator[Problem]:
    for found in _COUNT.finditer(text):
        noun = found["noun"].lower()
        number, printed = _value(found["number"].lower()), getattr(rules, _COUNTED[noun])
        if number != printed:
            message = f"hier staat '{found[0]}', maar in dit spel van {rules.duur} minuten zijn het er {printed}"
            hint = "laat het getal weg: de papieren noemen het zelf, en altijd goed"
            yield Problem(message, text.source, hint)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else NUMERALS.index(word)
