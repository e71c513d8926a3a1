"""Onderdelen with their faces → the same, set; all that is wrong with any of them is raised at once."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from speelveld.build.studio import Studio, set_onderdeel
from speelveld.deck import OnderdeelFaces, with_data
from speelveld.errors import AuthorError, KitError, SpeelveldError
from speelveld.pages import SetOnderdeel

Progress = Callable[[str], None]

# After how many new objects Python looks for cycles among them, and how often among older ones.
_SELDOM = (100_000, 20, 100)


class Setter:
    """Sets onderdelen, and tells of each that it does."""

    def __init__(self, studio: Studio, progress: Progress) -> None:
        """Set nothing yet."""
        self._studio, self._progress = studio, progress

    def set(self, onderdelen: Sequence[OnderdeelFaces], data: Mapping[str, Any]) -> dict[str, SetOnderdeel]:
        """Return the onderdelen by name, set with layouts that may also read `data`.

        Raises:
            AuthorError: a text of the author does not fit; all that is wrong is named.
            KitError: a layout is wrong; all that is wrong is named.
        """
        ready: dict[str, SetOnderdeel] = {}
        mistakes: list[SpeelveldError] = []
        with _seldom_collected():
            for faces in onderdelen:
                self._progress(faces.onderdeel.titel)
                try:
                    ready[faces.onderdeel.naam] = set_onderdeel(self._studio, with_data(faces, data))
                except (AuthorError, KitError) as error:
                    mistakes.append(error)
        _raise(mistakes)
        return ready


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for cycles less often: trees, boxes and frames have none, are many, and stay until a kit is written.

    What is drawn later has large objects in cycles, and is collected as usual.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _raise(mistakes: Sequence[SpeelveldError]) -> None:
    """Raise everything that was found at once: as the author's mistake if there is one of the author among it."""
    problems = dict.fromkeys(problem for error in mistakes for problem in error.problems)
    if any(isinstance(error, AuthorError) for error in mistakes):
        raise AuthorError(problems)
    if problems:
        raise KitError(problems)
