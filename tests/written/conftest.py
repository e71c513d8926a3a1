"""The casus that tests of casussen spoil, and what is then said about it."""

from tests.makers.casussen import base, load, said

__all__ = ["base", "load", "said"]
