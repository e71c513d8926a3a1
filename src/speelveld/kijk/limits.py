"""How long each text of a card may be, found bit by bit while nobody asks for anything else."""

from collections.abc import Callable, Generator
from functools import partial

from speelveld.build.live import Live
from speelveld.casus.loading import CASUS
from speelveld.errors import SpeelveldError
from speelveld.kijk.faces import Face
from speelveld.kijk.room import of_length, room
from speelveld.kijk.work import MEASURING, Worker
from speelveld.written.editing import EditableFile

# In seconds: how long nobody has asked for anything when this goes on.
_QUIET = 0.5


class Limits:
    """About how many characters each text may have, as long as the other texts stay as they are."""

    def __init__(
        self,
        worker: Worker,
        now: Callable[[], bytes | None],
        may: Callable[[str], bool],
        tell: Callable[[str, int], None],
    ) -> None:
        """Nothing is known yet; `now` is what the casus holds, and `tell` hears how much room a text has left.

        `may` says of a text whether that can be known now: where another does not fit, no length of this one does.
        """
        self._worker, self._now, self._may, self._tell = worker, now, may, tell
        self._known: dict[str, int] = {}
        self._asked: set[str] = set()

    def forget(self) -> None:
        """Know nothing any more: another text changed."""
        self._known.clear()

    def of(self, field: str) -> int | None:
        """Return about how many characters the text at a path may have; None where that is not known yet."""
        return self._known.get(field)

    def find(self, live: Live, face: Face, field: str) -> None:
        """Begin to find it out, on a card; what is asked in the meantime goes first."""
        data = self._now()
        if data is None or face.side == "bladzijde" or field in self._known or field in self._asked:
            return
        try:
            file = EditableFile(data, "", CASUS)
        except SpeelveldError:
            return
        if field in file.values:
            self._asked.add(field)
            search = room(len(file.values[field]))
            step = partial(self._step, live, face.onderdeel, field, file, search, next(search))
            self._worker.soon(MEASURING, step)

    def _step(
        self,
        live: Live,
        onderdeel: str,
        field: str,
        file: EditableFile,
        search: Generator[int, bool, int],
        longer: int,
    ) -> None:
        """Try one length, and go on with the next; what changed in the meantime is measured another time."""
        if file.data != self._now() or not self._may(field):
            self._asked.discard(field)
            return
        if self._worker.since_asked < _QUIET:
            again = partial(self._step, live, onderdeel, field, file, search, longer)
            self._worker.later(_QUIET, MEASURING, again)
            return
        value = file.values[field]
        try:
            following = search.send(_fits(live, onderdeel, field, file, of_length(value, len(value) + longer)))
        except StopIteration as found:
            self._asked.discard(field)
            self._known[field] = len(value) + found.value
            self._tell(field, found.value)
            return
        self._worker.soon(MEASURING, partial(self._step, live, onderdeel, field, file, search, following))


def _fits(live: Live, onderdeel: str, field: str, file: EditableFile, value: str) -> bool:
    try:
        return live.fits(file.changed(field, value).data, onderdeel)
    except SpeelveldError:
        return False
