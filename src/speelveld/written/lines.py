"""A text and an index in it in, its line and column out, as an editor counts them."""

import re
from bisect import bisect_right

from speelveld.errors import Source

LINE_END = re.compile("\r\n?|\n")


class Lines:
    """Where each line of a text begins; looking for that once is enough for any number of places."""

    def __init__(self, text: str) -> None:
        """Look for the lines of `text`."""
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def place(self, index: int, name: str) -> Source:
        """Return the place of the character at `index`, in the file called `name`."""
        line = bisect_right(self.starts, index)
        return Source(name, line, index - self.starts[line - 1] + 1)
