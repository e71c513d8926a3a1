"""A casus that is wrong → what else is to be said of it: of its words, and of the texts that do not fit.

So its author mends all of that at once, and not one kind of mistake after the other.
"""

from collections.abc import Sequence
from pathlib import Path

from speelveld.build.blame import is_ours
from speelveld.build.checking import WordCheck, check_words
from speelveld.build.kept import Kept
from speelveld.build.pipeline import build, load
from speelveld.build.setting import Progress
from speelveld.errors import AuthorError, KitError, Problem, SpeelveldError, in_order
from speelveld.options import Options
from speelveld.profiles.profile import Profile


def look_at_rest(
    path: Path, name: str, options: Options, progress: Progress, profiles: Sequence[Profile], kept: Kept | None
) -> tuple[WordCheck | None, SpeelveldError]:
    """Return the remarks on the words that are right, and what is wrong or odd besides what makes the casus wrong."""
    words: WordCheck | None = None
    try:
        loaded = load(path, name, options.decks, duur=options.duration, rest=True)
        words = check_words(loaded)
        built = build(loaded, options, progress, profiles, kept)
    except (AuthorError, KitError) as error:
        return words, error
    except SpeelveldError:  # of what was asked, and not of the casus: told once that is right
        return words, AuthorError(())
    return words, AuthorError((), built.warnings)


def together(error: AuthorError, also: SpeelveldError) -> AuthorError:
    """Return what makes a casus wrong with what else is, each once, and only of what somebody wrote."""
    problems = dict.fromkeys([*error.problems, *filter(_written, also.problems)])
    return AuthorError(in_order(problems), tuple(filter(_written, also.remarks)))


def _written(problem: Problem) -> bool:
    return problem.source is not None and bool(problem.source.name) and not is_ours(problem)
