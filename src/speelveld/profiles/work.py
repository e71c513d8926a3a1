"""What a profile makes its files of."""

from collections.abc import Mapping
from dataclasses import dataclass

from speelveld.deck import Kit
from speelveld.options import Options
from speelveld.pages import SetOnderdeel
from speelveld.profiles.office import Office
from speelveld.typeset import Layout


@dataclass(frozen=True, slots=True)
class Work:
    """The kit with the onderdelen that a profile takes, set as it needs them."""

    kit: Kit
    onderdelen: Mapping[str, SetOnderdeel]
    layout: Layout
    """Sets the words in margins."""
    options: Options
    office: Office
    """What an office printer prints, for who needs the same."""
    tables: int
    participants: int
    casus: str = ""
    """The name of the casus, as part of the name of a file; nothing where it has no letters for that."""
