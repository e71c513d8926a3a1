"""A filled layout → what of it decides how it looks: two that say the same are the same, wherever it was written.

Of a place no more counts than reading a layout asks of it: whether words are swapped there, its language, and which
value it is of; not its line, and not what the casus is called.
"""

import re
from collections.abc import Collection, Mapping

from speelveld.markup.sources import STAMP
from speelveld.markup.swapping import SOURCE_FIELD
from speelveld.woorden import Wording
from speelveld.written.tekst import MIDDLE, OPEN, SWAPPED, origin_of

_STAMPS = re.compile(rf' {STAMP}="\d+:\d+"')
_PLACES = re.compile(f"{OPEN}([\ue100-\ue1ff]*){MIDDLE}")


class Contents:
    """Takes the places out of filled layouts of one kit."""

    def __init__(
        self, wording: Wording, deck_files: Collection[str], languages: Mapping[str, str], own_file: str
    ) -> None:
        self._words = repr(sorted((key, repr(word)) for key, word in wording.swapped.items()))
        self._deck_files, self._languages = deck_files, languages
        self._own_file = own_file
        self._known: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Return `text` without its places, and with the words that are swapped in it."""
        return self._words + _PLACES.sub(self._kind, _STAMPS.sub("", text))

    def _kind(self, match: re.Match[str]) -> str:
        coded = match[1]
        kind = self._known.get(coded)
        if kind is None:
            origin = origin_of(coded)
            if origin is None:
                told: tuple[object, ...] = (coded,)
            else:
                name, field = origin.source.name, origin.field
                told = (
                    name in self._deck_files,
                    field == SOURCE_FIELD,
                    field.startswith(SWAPPED),
                    self._languages.get(name),
                    *(("" if name == self._own_file else name, origin.path) if origin.path else ()),
                )
            kind = self._known[coded] = f"{OPEN}{told}{MIDDLE}"
        return kind
