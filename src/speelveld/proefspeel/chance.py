"""A number to start from → chance that is the same on every machine."""

import numpy as np
from numpy.typing import NDArray

from speelveld.proefspeel.arrays import Floats, Ints


class Chance:
    """Chance made of the raw bits of PCG64 and of arithmetic alone.

    numpy promises these bits for good (NEP 19), and no promise at all about what its distributions make of them.
    """

    def __init__(self, *key: int) -> None:
        """Start a stream of its own for each `key`."""
        self._bits = np.random.PCG64(np.random.SeedSequence(key))

    def uniform(self, *shape: int) -> Floats:
        """Return numbers from 0 up to 1."""
        found: Floats = (self._raw(*shape) >> np.uint64(11)).astype(np.float64) * 2.0**-53
        return found

    def noise(self, *shape: int) -> Floats:
        """Return numbers around 0 with a standard deviation of 1, shaped much like a bell: four uniform ones added."""
        raw, part = self._raw(*shape), np.uint64(0xFFFF)
        total = (raw & part) + (raw >> np.uint64(16) & part) + (raw >> np.uint64(32) & part) + (raw >> np.uint64(48))
        # Each part lies around 32767.5, with a variance of 65536² / 12.
        found: Floats = (total.astype(np.float64) - 131070.0) * (3**0.5 / 65536)
        return found

    def spread(self, deviation: Floats | float, *shape: int) -> Floats:
        """Return factors around 1 with this relative deviation, skewed to the right: four factors multiplied.

        A product of positive factors tends to a lognormal one, without a logarithm, which machines round differently.
        """
        width = np.minimum(np.asarray(deviation) * 3**0.5, 1.9)
        found: Floats = np.ones(shape)
        for _ in range(4):
            found = found * (1 + width * (self.uniform(*shape) - 0.5))
        return found

    def order(self, count: int, size: int) -> Ints:
        """Return `count` rows, each the numbers below `size` in random order."""
        found: Ints = np.argsort(self.uniform(count, size), axis=1, kind="stable")
        return found

    def _raw(self, *shape: int) -> NDArray[np.uint64]:
        count = 1
        for length in shape:
            count *= length
        return self._bits.random_raw(count).reshape(shape)
