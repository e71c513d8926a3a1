"""Faces → the text of their layouts, filled; in a process that stays, only those that read what has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from speelveld.build.kept import borrowed, key_of
from speelveld.build.recent import Recent
from speelveld.build.watching import Notes, Now, Watch
from speelveld.deck import Face
from speelveld.errors import KitError
from speelveld.markup import Filled, Layouts

_MOST = 3000
# As many as one face is filled with in one build: for each profile, and for each round of the papers that count.
_MOST_OF_A_FACE = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A filled layout, a key for all that it says, and the names of what it borrows (see `borrowed`)."""

    filled: Filled
    content: str
    needed: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Entry:
    told: Told
    notes: Notes


class Filling:
    """Fills the layouts of one kit."""

    def __init__(self, layouts: Layouts, *, stays: bool) -> None:
        """With `stays` what was filled is remembered, with what was read for it."""
        self._layouts, self._stays = layouts, stays
        self._known: Recent[tuple[object, ...], list[_Entry]] = Recent(_MOST)
        self._now = Now()

    def begin(self) -> None:
        """Begin with the next build: objects may be others than they were."""
        self._now = Now()

    def told(self, face: Face) -> Told:
        """Return what a face says.

        Raises:
            KitError: its layout is wrong.
            LookupError: what it borrows cannot be told from its text.
        """
        if not self._stays:
            return self._fresh(self._layouts.fill(face.layout, face.data))
        onderdeel = face.data.get("onderdeel")
        place = face.layout, getattr(onderdeel, "naam", ""), face.data.get("nummer"), str(face.data.get("groep"))
        entries = self._known.get(place) or []
        for entry in entries:
            if self._now.agrees(entry.notes, face.data):
                return entry.told
        watch = Watch(face.data)
        try:
            filled = self._layouts.fill(face.layout, watch.shown())
        except KitError:
            # Said as it is where nobody watches.
            return self._fresh(self._layouts.fill(face.layout, face.data))
        told = self._fresh(filled)
        entries.insert(0, _Entry(told, watch.notes()))
        self._known.put(place, entries[:_MOST_OF_A_FACE])
        return told

    def forget(self) -> None:
        """Fill all anew from now on: what was filled may name places in files as they were."""
        self._known.clear()

    def _fresh(self, filled: Filled) -> Told:
        return Told(filled, key_of([self._layouts.content(filled)]), borrowed(filled.text))
