"""Papers that say how many sheets there are, their own among them: set until what they say is so."""

from collections.abc import Callable, Sequence

from speelveld.build.setting import COUNTED, Setter
from speelveld.deck import OnderdeelFaces
from speelveld.errors import KitError, Problem
from speelveld.markup import Layouts
from speelveld.pages import Print
from speelveld.profiles.office import Office

# The first time they say nothing of themselves, the second time they do. Only a layout that is longer where there is
# more to say of it takes more rounds.
_ROUNDS = 6

Opened = Callable[[Sequence[Print]], Sequence[Print]]


def settle(
    office: Office, setter: Setter, late: Sequence[OnderdeelFaces], opened: Opened, layouts: Layouts
) -> Sequence[Print]:
    """Lay the papers `late` in the office, and return its print jobs as they read there; `opened` adds contents.

    Raises:
        AuthorError: a text of the casus does not fit.
        KitError: a layout is wrong, or the papers never say what there is.
    """
    prints = opened(office.prints())
    for _ in range(_ROUNDS):
        said = _numbers(prints)
        office.lay(setter.set(late, {COUNTED: prints}))
        prints = opened(office.prints())
        if (there := _numbers(prints)) == said:
            return prints
    changing = {naam for _, naam, *_ in said ^ there}
    raise KitError([_unsettled(faces, layouts) for faces in late if faces.onderdeel.naam in changing])


def _numbers(prints: Sequence[Print]) -> frozenset[tuple[str, str, int, int, int]]:
    """Return all that another round can change: the numbers of files, pages and sheets, and the sizes of letters."""
    return frozenset(
        (print_.bestand, part.naam, len(part.pages), part.sheets, part.step)
        for print_ in prints
        for part in print_.parts
    )


def _unsettled(faces: OnderdeelFaces, layouts: Layouts) -> Problem:
    message = f"'{faces.onderdeel.titel}' wordt steeds langer of korter door de aantallen vellen die erin staan"
    hint = "laat de lengte van een papier met 'laat' niet afhangen van het aantal vellen dat het noemt"
    return Problem(message, layouts.place(faces.onderdeel.layout), hint)
