"""The texts of a casus or deck in, what stands in the way of a reader out: findings with a place and a suggestion.

It knows neither layouts nor PDF, and claims no level of language: it counts and looks up.
"""

from speelveld.taal.finding import Bevinding, Leesbaarheid, Uitkomst, shortened
from speelveld.taal.lint import Looked, lint
from speelveld.taal.texts import casus_texts, deck_texts, questions
from speelveld.taal.vocabulary import Vocabulary, vocabulary

__all__ = [
    "Bevinding",
    "Leesbaarheid",
    "Looked",
    "Uitkomst",
    "Vocabulary",
    "casus_texts",
    "deck_texts",
    "lint",
    "questions",
    "shortened",
    "vocabulary",
]
