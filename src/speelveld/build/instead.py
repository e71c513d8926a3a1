"""What a user asks of one build instead of what the casus says: how long it takes, and whose huisstijl it has."""

from pathlib import Path

from speelveld.casus import Casus, load_casus
from speelveld.errors import AuthorError, Problem
from speelveld.files import Store

_NUMBERS = ("geld", "tijd", "steun", "regie", "pad")


def with_length(casus: Casus, duur: int) -> Casus:
    """Return the casus for a meeting of `duur` minutes."""
    return casus.model_copy(update={"bijeenkomst": casus.bijeenkomst.model_copy(update={"duur": duur})})


def for_another_length(casus: Casus, duur: int) -> list[Problem]:
    """Return a warning where the numbers of the casus itself were chosen for a meeting of another length."""
    own = [name for name in _NUMBERS if getattr(casus.spel, name) is not None]
    meant = casus.bijeenkomst.duur
    if not own or duur == meant:
        return []
    message = f"onder 'spel' staan getallen voor {meant} minuten ({', '.join(own)}), en dit spel duurt er {duur}"
    return [Problem(message, casus.spel.source, f"kijk of ze nog kloppen: speelveld proefspeel … --duur {duur}")]


def with_huisstijl_of(casus: Casus, path: Path, name: str, store: Store | None = None) -> Casus:
    """Return the casus with the colour, the logo and the fonts of the one at `path`, called `name` by the user.

    What `store` has of its fonts is not drawn again.

    Raises:
        AuthorError: that casus is wrong, or has no huisstijl.
    """
    other = load_casus(path, name, store=store)
    style = other.huisstijl
    if not any(getattr(style, key) for key in type(style).model_fields):
        message = "deze casus heeft geen huisstijl om over te nemen"
        raise AuthorError([Problem(message, other.source, "vul daar onder 'huisstijl:' een kleur of een logo in")])
    return casus.model_copy(update={"huisstijl": style})
