"""How a person looks, as a word for each part: given, or chosen by a seed text and nothing else.

Which group a role is in has no say in it; what someone does shows in the dress only where its author says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from speelveld.beeld.clothes import ANYONE
from speelveld.beeld.dice import Dice

Haar = Literal["kort", "kuif", "lang", "bob", "krullen", "afro", "knot", "staart", "vlechten", "kalend", "kaal"]
Haarkleur = Literal["zwart", "bruin", "blond", "rood", "grijs", "wit"]
HAAR: tuple[Haar, ...] = get_args(Haar)
HAARKLEUREN: tuple[Haarkleur, ...] = get_args(Haarkleur)
SKINS = 6
"""Tints of skin, 1 the lightest."""

# With darker skin, hair is dark until it is grey; brown hair would not be seen on the darkest.
_DARK_HAIR: tuple[Haarkleur, ...] = ("zwart", "zwart", "zwart", "grijs")
_ANY_HAIR: tuple[Haarkleur, ...] = (
    *("bruin", "bruin", "bruin", "blond", "blond", "zwart", "zwart"),
    *("rood", "grijs", "grijs", "wit"),
)
_DARK_SKIN = 4
WORN = ("bril", "baard", "hoofddoek", "hoorapparaat", "rolstoel")
"""What a person has or has not."""
_BEARDED = frozenset({"kort", "kuif", "krullen", "kalend", "kaal", "afro"})


@dataclass(frozen=True, slots=True)
class Look:
    """A person to draw."""

    huid: int
    haar: Haar
    haarkleur: Haarkleur
    bril: bool
    baard: bool
    hoofddoek: bool
    hoorapparaat: bool
    rolstoel: bool
    kleren: str


def look_of(seed: str, chosen: Mapping[str, object] | None = None) -> Look:
    """Return how the person of `seed` looks, with those parts that were `chosen` (None: as if it were not there).

    The rest goes with what was chosen. Who says more than the tint of the skin describes a person: what one wears, and
    is not named, is not there.
    """
    given = {key: value for key, value in (chosen or {}).items() if value is not None}
    dice = Dice("portret", seed)
    number = dice.number()
    huid = int(str(given.get("huid", 1 + int(number * SKINS))))
    dark = huid >= _DARK_SKIN
    haar = dice.pick([kind for kind in HAAR if dark or kind != "afro"])
    look = Look(
        huid=huid,
        haar=haar,
        haarkleur=dice.pick(_DARK_HAIR if dark else _ANY_HAIR),
        bril=dice.chance(0.25),
        baard=dice.chance(0.4),
        hoofddoek=dice.chance(0.09),
        hoorapparaat=dice.chance(0.06),
        rolstoel=dice.chance(0.06),
        kleren=dice.pick(ANYONE),
    )
    if given.keys() - {"huid"}:
        given = dict.fromkeys(WORN, False) | given
    look = replace(look, **given)  # type: ignore[arg-type]
    return look if "baard" in given or look.haar in _BEARDED else replace(look, baard=False)


def spread(wanted: Sequence[int], given: Sequence[int]) -> list[int]:
    """Return tints of skin near those `wanted`, so that with those `given` none is on more than two fifths of all."""
    most = max(1, int(0.4 * (len(wanted) + len(given))))
    used = {tint: sum(1 for other in given if other == tint) for tint in range(1, SKINS + 1)}
    found = []
    for tint in wanted:
        while used[tint] >= most and min(used.values()) < most:
            tint = tint % SKINS + 1
        used[tint] += 1
        found.append(tint)
    return found
