"""What is printed, without the signs by which a text turns round what stands beside it on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from speelveld.errors import legible

# Unicode's marks and brackets of direction (UAX 9). Written out as JSON does, so that data stay what they are.
_TURNING = {sign: f"\\u{sign:04x}" for sign in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


class _Harmless:
    """A stream that writes those signs out; in all else it is the stream it is made of."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text."""
        return int(self._stream.write(text if text.isascii() else legible(text).translate(_TURNING)) or 0)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def harmless() -> Iterator[None]:
    """Print nothing raw that turns a line of a terminal round, until the end."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (stream and _Harmless(stream) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
