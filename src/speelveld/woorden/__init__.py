"""The game's words, and what a casus calls them instead."""

from speelveld.woorden.spelling import capital

__all__ = ["capital"]
