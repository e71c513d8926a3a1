"""What was used last stays, up to a number and a weight; of the rest what was used longest ago goes first."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """Values by their keys, no more than `most` of them."""

    def __init__(self, most: int, weigh: Callable[[_Value], int] | None = None, heaviest: int = 0) -> None:
        """Hold nothing yet; with `weigh` all values together weigh `heaviest` at most, but for the one used last."""
        self._most = most
        self._weigh, self._heaviest, self._weight = weigh, heaviest, 0
        self._held: OrderedDict[_Key, _Value] = OrderedDict()

    def get(self, key: _Key) -> _Value | None:
        """Return the value of a key, which is then the one used last; None if it is not there."""
        found = self._held.get(key)
        if found is not None:
            self._held.move_to_end(key)
        return found

    def put(self, key: _Key, value: _Value) -> None:
        """Hold a value, as the one used last."""
        if self._weigh is not None:
            before = self._held.get(key)
            self._weight += self._weigh(value) - (0 if before is None else self._weigh(before))
        self._held[key] = value
        self._held.move_to_end(key)
        while len(self._held) > self._most or (self._weight > self._heaviest and len(self._held) > 1):
            _, gone = self._held.popitem(last=False)
            if self._weigh is not None:
                self._weight -= self._weigh(gone)

    def clear(self) -> None:
        """Hold nothing any more."""
        self._held.clear()
        self._weight = 0
