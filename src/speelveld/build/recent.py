"""What was used last stays, up to a number; of the rest what was used longest ago goes first."""

from collections import OrderedDict
from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """Values by their keys, no more than `most` of them."""

    def __init__(self, most: int) -> None:
        """Hold nothing yet."""
        self._most = most
        self._held: OrderedDict[_Key, _Value] = OrderedDict()

    def get(self, key: _Key) -> _Value | None:
        """Return the value of a key, which is then the one used last; None if it is not there."""
        found = self._held.get(key)
        if found is not None:
            self._held.move_to_end(key)
        return found

    def put(self, key: _Key, value: _Value) -> None:
        """Hold a value, as the one used last."""
        self._held[key] = value
        self._held.move_to_end(key)
        while len(self._held) > self._most:
            self._held.popitem(last=False)

    def clear(self) -> None:
        """Hold nothing any more."""
        self._held.clear()
