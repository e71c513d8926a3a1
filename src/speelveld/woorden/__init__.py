"""The game's words, and what a casus calls them instead; knows Dutch, and neither casus nor layout."""

from speelveld.woorden.known import WOORDEN, Lidwoord, Woord, known_forms
from speelveld.woorden.spelling import capital
from speelveld.woorden.wording import Edit, Wording, longest

__all__ = ["WOORDEN", "Edit", "Lidwoord", "Woord", "Wording", "capital", "known_forms", "longest"]
