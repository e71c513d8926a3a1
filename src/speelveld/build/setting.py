"""Onderdelen with their faces → the same, set: each once for all profiles that need it the same way."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from speelveld.build.studio import Studio, set_onderdeel
from speelveld.deck import OnderdeelFaces, with_data
from speelveld.errors import AuthorError, KitError, SpeelveldError
from speelveld.pages import SetOnderdeel

Progress = Callable[[str], None]


class Setter:
    """Sets onderdelen, and keeps what it set."""

    def __init__(self, studio: Studio, progress: Progress) -> None:
        """Set nothing yet; `progress` is told what is being set."""
        self._studio, self._progress = studio, progress
        self._kept: dict[tuple[str, tuple[tuple[str, str | float], ...]], SetOnderdeel] = {}

    def set(self, onderdelen: Sequence[OnderdeelFaces], data: Mapping[str, str | float]) -> dict[str, SetOnderdeel]:
        """Return the onderdelen by name, set with layouts that may also read `data`; what was set so before is kept.

        Raises:
            AuthorError: a text of the author does not fit; all that is wrong is named.
            KitError: a layout is wrong; all that is wrong is named.
        """
        words = tuple(sorted(data.items()))
        fresh = [faces for faces in onderdelen if (faces.onderdeel.naam, words) not in self._kept]
        self._kept |= {(naam, words): onderdeel for naam, onderdeel in self.set_anew(fresh, data).items()}
        return {faces.onderdeel.naam: self._kept[faces.onderdeel.naam, words] for faces in onderdelen}

    def set_anew(self, onderdelen: Sequence[OnderdeelFaces], data: Mapping[str, Any]) -> dict[str, SetOnderdeel]:
        """Return the onderdelen by name, set now and not kept.

        Raises:
            AuthorError: a text of the author does not fit; all that is wrong is named.
            KitError: a layout is wrong; all that is wrong is named.
        """
        ready: dict[str, SetOnderdeel] = {}
        mistakes: list[SpeelveldError] = []
        for faces in onderdelen:
            self._progress(faces.onderdeel.titel)
            try:
                ready[faces.onderdeel.naam] = set_onderdeel(self._studio, with_data(faces, data))
            except (AuthorError, KitError) as error:
                mistakes.append(error)
        _raise(mistakes)
        return ready


def _raise(mistakes: Sequence[SpeelveldError]) -> None:
    """Raise everything that was found at once: as the author's mistake if there is one of the author among it."""
    problems = dict.fromkeys(problem for error in mistakes for problem in error.problems)
    if any(isinstance(error, AuthorError) for error in mistakes):
        raise AuthorError(problems)
    if problems:
        raise KitError(problems)
