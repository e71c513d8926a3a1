"""Speelveld: one casus in, a printable workshop game out."""

__version__ = "0.1.0"
