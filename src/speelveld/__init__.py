"""Speelveld: one casus in, a printable workshop game out."""

__version__ = "0.1.0"

ADDRESS = ""
"""Where the project is on the web, for a release, a question or a fault; empty as long as it has no public home."""
