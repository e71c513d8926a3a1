"""Choices that look like chance and are always the same for the same seed text, on every computer."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

_T = TypeVar("_T")

_BITS = 64
_MASK = (1 << _BITS) - 1


class Dice:
    """A row of numbers from a seed text (SplitMix64, whose numbers no version of Python can change)."""

    def __init__(self, *seed: object) -> None:
        text = "\0".join(map(str, seed))
        self._state = int.from_bytes(blake2b(text.encode(), digest_size=_BITS // 8).digest(), "big")

    def number(self) -> float:
        """Return the next number, from 0 up to 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) / (_MASK + 1)

    def between(self, low: float, high: float) -> float:
        """Return a number from `low` up to `high`."""
        return low + (high - low) * self.number()

    def pick(self, among: Sequence[_T]) -> _T:
        """Return one of `among`, which holds at least one."""
        return among[int(self.number() * len(among))]

    def chance(self, share: float) -> bool:
        """Tell whether something happens that happens in this share of the cases."""
        return self.number() < share

    def shuffled(self, among: Sequence[_T]) -> list[_T]:
        """Return all of `among` in another order."""
        left = list(among)
        return [left.pop(int(self.number() * len(left))) for _ in range(len(left))]
