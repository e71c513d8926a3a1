"""One casus that a user names → its kit in memory, or as far as that got and what stopped it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speelveld.cli.cache import user_store
from speelveld.cli.find import Found, find_casus
from speelveld.cli.profiles import asked_profiles
from speelveld.errors import AuthorError, SpeelveldError

if TYPE_CHECKING:
    from speelveld.build.checking import WordCheck
    from speelveld.build.pipeline import Built
    from speelveld.options import Options


@dataclass(slots=True)
class Attempt:
    """What came of a casus; `error` is what stopped it, and what came after is not there."""

    found: Found | None = None
    words: "WordCheck | None" = None
    built: "Built | None" = None
    error: SpeelveldError | None = None

    def whole(self) -> "tuple[Found, WordCheck, Built]":
        """Return all that came of it.

        Raises:
            SpeelveldError: what stopped it.
        """
        if self.error is not None:
            raise self.error
        assert self.found is not None
        assert self.words is not None
        assert self.built is not None
        return self.found, self.words, self.built


def attempt(
    text: str, options: "Options", profiles: Mapping[str, str | None], progress: Callable[[str], None]
) -> Attempt:
    """Find, read, check and build the casus `text` for `profiles`, each with what its flag says."""
    from speelveld.build.checking import check_words
    from speelveld.build.kept import Kept
    from speelveld.build.pipeline import build, load
    from speelveld.build.rest import look_at_rest, together

    outcome = Attempt()
    try:
        outcome.found = find_casus(text)
        asked = asked_profiles(profiles, outcome.found)
        style = None if options.huisstijl is None else find_casus(options.huisstijl)
        huisstijl = None if style is None else (style.path, style.shown)
        place, decks = (outcome.found.path, outcome.found.shown), options.decks
        store = user_store()
        kept = Kept(store) if store else None
        try:
            try:
                loaded = load(*place, decks, duur=options.duration, huisstijl=huisstijl, kept=kept)
            except AuthorError as error:
                outcome.words, also = look_at_rest(*place, options, progress, asked, kept)
                raise together(error, also) from error
            outcome.words = check_words(loaded, kept)
            outcome.built = build(loaded, options, progress, asked, kept)
        finally:
            if store:
                store.tidy()
    except SpeelveldError as error:
        outcome.error = error
    return outcome
