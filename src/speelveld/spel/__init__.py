"""The rules of the game as data; cards, papers and the draaiboek read the same numbers."""

from speelveld.spel.rules import Fase, Rules, load_rules

__all__ = ["Fase", "Rules", "load_rules"]
