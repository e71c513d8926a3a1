"""Onderdelen with their faces → the same, set; all that is wrong with any of them is raised at once."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from speelveld.build.shelf import Shelf
from speelveld.build.studio import Studio, set_onderdeel
from speelveld.deck import OnderdeelFaces, with_data
from speelveld.errors import AuthorError, KitError, SpeelveldError
from speelveld.pages import SetOnderdeel

Progress = Callable[[str], None]

COUNTED = "opdrachten"
"""What only papers that count sheets may read: it grows while they are set, so that these are set anew each time."""

# After how many new objects Python looks for cycles among them, and how often among older ones.
_SELDOM = (100_000, 20, 100)


class Setter:
    """Sets onderdelen, and tells of each that it does."""

    def __init__(self, studio: Studio, every: Sequence[OnderdeelFaces], progress: Progress) -> None:
        """Set nothing yet; `every` is all there is in the kit: a layout may show one of these small."""
        self._studio, self._every, self._progress = studio, every, progress
        self._studios: dict[tuple[tuple[str, Any], ...], Studio] = {}
        self._studio_for({})

    def set(self, onderdelen: Sequence[OnderdeelFaces], data: Mapping[str, Any]) -> dict[str, SetOnderdeel]:
        """Return the onderdelen by name, set with layouts that may also read `data`.

        Raises:
            AuthorError: a text of the author does not fit; all that is wrong is named.
            KitError: a layout is wrong; all that is wrong is named.
        """
        ready: dict[str, SetOnderdeel] = {}
        mistakes: list[SpeelveldError] = []
        studio = self._studio_for({key: value for key, value in data.items() if key != COUNTED})
        with _seldom_collected():
            for faces in onderdelen:
                self._progress(faces.onderdeel.titel)
                try:
                    if COUNTED in data:
                        ready[faces.onderdeel.naam] = set_onderdeel(studio, with_data(faces, data))
                    else:
                        ready[faces.onderdeel.naam] = studio.shelf.onderdeel(faces)
                except (AuthorError, KitError) as error:
                    mistakes.append(error)
        _raise(mistakes)
        return ready

    def _studio_for(self, data: Mapping[str, Any]) -> Studio:
        """Return the studio in which layouts may read `data`: there, what is shown small is as it is with these."""
        key = tuple(sorted(data.items()))
        if key not in self._studios:
            studio = replace(self._studio, shelf=Shelf()) if data else self._studio
            studio.shelf.open(self._every, lambda faces: set_onderdeel(studio, with_data(faces, data)))
            self._studios[key] = studio
        return self._studios[key]


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
