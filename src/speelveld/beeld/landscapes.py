"""Which modules stand in which landscape, and how often; those in one landscape alone are what one knows it by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Landschap = Literal["dorp", "stad", "wijk", "haven", "buitengebied"]
LANDSCHAPPEN: tuple[Landschap, ...] = get_args(Landschap)


@dataclass(frozen=True, slots=True)
class Landscape:
    """The modules of a landscape with how often each is taken, and the white between two, in units."""

    modules: Mapping[str, float]
    gap: float


LANDSCAPES: Mapping[str, Landscape] = {
    "dorp": Landscape(
        {
            "kerk": 3,
            "dorpshuis": 2,
            "huis": 4,
            "muziektent": 1.5,
            "twee-onder-een-kap": 3,
            "puntgevel": 2,
            "winkel": 2,
            "school": 1.5,
            "boom": 4,
            "bolboom": 2,
            "bank": 1,
            "lantaarn": 1,
            "bushalte": 1,
            "hek": 1,
        },
        0.7,
    ),
    "stad": Landscape(
        {
            "trapgevel": 3,
            "klokgevel": 3,
            "halsgevel": 3,
            "stadstoren": 2,
            "stadhuis": 2,
            "brug": 2,
            "lijstgevel": 3,
            "puntgevel": 2,
            "winkel": 3,
            "boom": 2.5,
            "bolboom": 1.5,
            "lantaarn": 1.5,
            "bank": 0.7,
        },
        0.0,
    ),
    "wijk": Landscape(
        {
            "rijtjeshuis": 3,
            "flat": 3,
            "galerijflat": 2,
            "moskee": 2,
            "speeltuin": 2,
            "twee-onder-een-kap": 2,
            "school": 2,
            "winkel": 2,
            "boom": 3,
            "bolboom": 2,
            "populier": 1,
            "bushalte": 1.5,
            "bank": 1,
            "lantaarn": 1,
        },
        0.6,
    ),
    "haven": Landscape(
        {
            "pakhuis": 4,
            "kraan": 3,
            "schip": 3,
            "silo": 2,
            "loods": 2,
            "vuurtoren": 1.5,
            "zeilboot": 2,
            "lijstgevel": 2,
            "puntgevel": 1,
            "lantaarn": 1,
            "bolboom": 1,
        },
        0.5,
    ),
    "buitengebied": Landscape(
        {
            "boerderij": 4,
            "molen": 2.5,
            "windturbine": 2,
            "hooiberg": 2,
            "schuur": 3,
            "kas": 1.5,
            "knotwilg": 2,
            "schapen": 1.5,
            "populier": 2.5,
            "boom": 2,
            "hek": 2,
        },
        0.9,
    ),
}
