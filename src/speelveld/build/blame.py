"""What does not fit in our own files, told of the font that makes it so: in the bundled one all of them fit."""

from pathlib import Path

from speelveld import resources
from speelveld.casus import Casus
from speelveld.errors import AuthorError, KitError, Problem


def of_the_font(error: AuthorError | KitError, casus: Casus) -> AuthorError | KitError:
    """Return the mistake that a casus with a font of its own made, with one problem for all that it cannot mend."""
    letter = casus.huisstijl.lettertype
    ours = [problem for problem in error.problems if is_ours(problem)]
    if letter is None or not ours:
        return error
    more = f"; en zo past nog {len(ours) - 1} keer iets niet" if len(ours) > 1 else ""
    message = f"dit lettertype is te breed of te hoog: {ours[0].message}{more}"
    hint = "kies een smaller lettertype; een letter zo breed als Verdana past nog"
    font = Problem(message, letter.source, hint)
    return AuthorError([font, *(problem for problem in error.problems if problem not in ours)])


def is_ours(problem: Problem) -> bool:
    """Tell whether a mistake is in a file of the program."""
    if problem.source is None:
        return False
    place = Path(problem.source.name).absolute()
    return any(place.is_relative_to(resources.bundled(name).absolute()) for name in ("layouts", "decks"))
