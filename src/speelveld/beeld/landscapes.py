"""Which modules stand in which landscape, and how often; those in one landscape alone are what one knows it by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Landschap = Literal["dorp", "stad", "wijk", "haven", "buitengebied"]
LANDSCHAPPEN: tuple[Landschap, ...] = get_args(Landschap)


@dataclass(frozen=True, slots=True)
class Landscape:
    """The modules of a landscape with how often each is taken."""

    modules: Mapping[str, float]
    gap: float
    """The white between two modules, in units."""
    before: tuple[str, ...]
    """What stands or lies in front of the houses, where a picture is high enough for that."""
    wet: bool
    """Whether there is water in front of them."""


LANDSCAPES: Mapping[str, Landscape] = {
    "dorp": Landscape(
        {
            "kerk": 3,
            "huis": 4,
            "dorpshuis": 2,
            "muziektent": 1.5,
            "twee-onder-een-kap": 2.5,
            "puntgevel": 2,
            "winkel": 1.5,
            "school": 1,
            "terras": 1,
            "boom": 3.5,
            "bolboom": 2,
            "populier": 1,
            "bank": 1,
            "lantaarn": 1,
            "bushalte": 1,
            "hek": 1,
        },
        0.8,
        ("bank", "hek", "fiets"),
        wet=False,
    ),
    "stad": Landscape(
        {
            "stadstoren": 2,
            "stadhuis": 1.5,
            "trapgevel": 3,
            "klokgevel": 3,
            "halsgevel": 3,
            "brug": 1.6,
            "lijstgevel": 3,
            "puntgevel": 2,
            "winkel": 2.5,
            "terras": 1,
            "boom": 2,
            "bolboom": 1.5,
            "fiets": 1,
            "lantaarn": 1.2,
            "bank": 0.6,
        },
        0.12,
        ("zeilboot", "zeilboot"),
        wet=True,
    ),
    "wijk": Landscape(
        {
            "flat": 3,
            "moskee": 2,
            "rijtjeshuis": 3,
            "galerijflat": 2,
            "speeltuin": 2,
            "twee-onder-een-kap": 1.5,
            "school": 1.5,
            "winkel": 1.5,
            "boom": 3,
            "bolboom": 2,
            "populier": 1,
            "bushalte": 1.2,
            "fiets": 0.8,
            "bank": 1,
            "lantaarn": 1,
        },
        0.7,
        ("fiets", "bank", "bank"),
        wet=False,
    ),
    "haven": Landscape(
        {
            "kraan": 3,
            "vuurtoren": 1.5,
            "pakhuis": 4,
            "silo": 2,
            "loods": 2,
            "schip": 3,
            "zeilboot": 2,
            "lijstgevel": 2,
            "puntgevel": 1.5,
            "lantaarn": 1.2,
            "bolboom": 0.8,
            "fiets": 0.6,
        },
        0.5,
        ("zeilboot", "schip", "zeilboot"),
        wet=True,
    ),
    "buitengebied": Landscape(
        {
            "molen": 2.5,
            "windturbine": 2,
            "boerderij": 4,
            "schuur": 3,
            "hooiberg": 2,
            "kas": 1.5,
            "knotwilg": 2,
            "schapen": 1.5,
            "populier": 2.5,
            "boom": 2,
            "hek": 2,
        },
        1.0,
        ("schapen", "hek", "knotwilg", "schapen"),
        wet=False,
    ),
}
