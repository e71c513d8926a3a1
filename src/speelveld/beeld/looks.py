"""How a person looks, as a word for each part: given, or chosen by a seed text and nothing else.

What a role is, or which group it is in, has no say in it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal, get_args

from speelveld.beeld.dice import Dice

Haar = Literal["kort", "kuif", "lang", "bob", "krullen", "afro", "knot", "staart", "vlechten", "kalend", "kaal"]
Haarkleur = Literal["zwart", "bruin", "blond", "rood", "grijs", "wit"]
HAAR: tuple[Haar, ...] = get_args(Haar)
HAARKLEUREN: tuple[Haarkleur, ...] = get_args(Haarkleur)
SKINS = 6
"""Tints of skin, 1 the lightest."""

# With darker skin, hair is dark until it is grey.
_DARK_HAIR: tuple[Haarkleur, ...] = ("zwart", "zwart", "bruin", "grijs")
_ANY_HAIR: tuple[Haarkleur, ...] = ("bruin", "bruin", "blond", "blond", "rood", "zwart", "grijs", "grijs", "wit")
_DARK_SKIN = 4
_BEARDED = frozenset({"kort", "kuif", "krullen", "kalend", "kaal", "afro"})
CLOTHES = ("rond", "v-hals", "kraag", "jasje", "trui", "sjaal")


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

    @property
    def worn(self) -> tuple[object, ...]:
        """What is seen of it: with a headscarf no hair is."""
        hidden = ("haar", "haarkleur", "baard") if self.hoofddoek else ()
        return tuple(getattr(self, part.name) for part in fields(self) if part.name not in hidden)


def look_of(seed: str) -> Look:
    """Return how the person of `seed` looks."""
    dice = Dice("portret", seed)
    huid = 1 + int(dice.number() * SKINS)
    haarkleur = dice.pick(_DARK_HAIR if huid >= _DARK_SKIN else _ANY_HAIR)
    haar = dice.pick(HAAR)
    if haar == "afro" and huid < _DARK_SKIN - 1:
        haar = "krullen"
    return Look(
        huid=huid,
        haar=haar,
        haarkleur=haarkleur,
        bril=dice.chance(0.25),
        baard=dice.chance(0.4) and haar in _BEARDED,
        hoofddoek=dice.chance(0.09),
        hoorapparaat=dice.chance(0.06),
        rolstoel=dice.chance(0.06),
        kleren=dice.pick(CLOTHES),
    )


def with_parts(look: Look, parts: Mapping[str, object]) -> Look:
    """Return the look with those `parts` that were chosen; hair that was chosen is seen, and a headscarf hides it."""
    chosen = {key: value for key, value in parts.items() if value is not None}
    if ("haar" in chosen or chosen.get("baard")) and "hoofddoek" not in chosen:
        chosen["hoofddoek"] = False
    if "haar" in chosen and "baard" not in chosen and chosen["haar"] not in _BEARDED:
        chosen["baard"] = False
    return replace(look, **chosen)  # type: ignore[arg-type]


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


KEYS: Collection[str] = tuple(part.name for part in fields(Look) if part.name != "kleren")
"""What one may choose of a look."""
