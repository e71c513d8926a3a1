"""The roles of a kit, each with a portrait: what its author chose, the rest by its id, and tints of skin spread."""

from collections.abc import Sequence

from speelveld.beeld import look_of, spread
from speelveld.casus import Portret, Rol
from speelveld.written.tekst import Tekst


def with_portraits(rollen: Sequence[Rol]) -> list[Rol]:
    """Return the roles with their tints of skin: none is on more than two fifths of the portraits of a group.

    Who chose a tint keeps it. With fewer than three in a group that cannot be: then all differ.
    """
    tints: dict[Tekst, int] = {}
    for groep in dict.fromkeys(rol.groep for rol in rollen):
        of_group = [rol for rol in rollen if rol.groep == groep]
        chosen = {rol.id: rol.portret.huid for rol in of_group if rol.portret and rol.portret.huid}
        free = [rol for rol in of_group if rol.id not in chosen]
        wanted = [look_of(rol.id).huid for rol in free]
        tints |= chosen
        tints |= dict(zip((rol.id for rol in free), spread(wanted, list(chosen.values())), strict=True))
    return [_with_tint(rol, tints[rol.id]) for rol in rollen]


def _with_tint(rol: Rol, huid: int) -> Rol:
    portret = rol.portret or Portret.model_construct()
    return rol.model_copy(update={"portret": portret.model_copy(update={"huid": huid})})
