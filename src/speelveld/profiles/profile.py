"""What every profile answers: what it needs set, which files it makes of that, and what to say and keep of them.

A profile is a file in this folder and a line in `PROFILES`. Its module is read for every `--help`, so that what sets
and draws is imported where it is used.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

if TYPE_CHECKING:
    from speelveld.colors.inks import Inks
    from speelveld.deck import Kit, Onderdeel
    from speelveld.pages import Part, Print
    from speelveld.pdf import Pressed
    from speelveld.profiles.work import Work

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Flag:
    """An option of the command line that is a profile's own; who gives it asks for the profile."""

    name: str
    metavar: str
    help: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A paper that goes with the files of a profile: its layout, what that may read, and what its file is called."""

    naam: str
    titel: str
    layout: str
    bestand: str
    paper: str
    weight: str
    data: Data

    def as_print(self, part: "Part") -> "Print":
        """Return the file of this paper, set as `part`."""
        from speelveld.pages import Print

        named = self.naam, self.titel, self.bestand, self.paper, self.weight
        return Print(*named, two_sided=False, tagged=True, parts=(part,), copies=1)


class Profile(ABC):
    """What a kit is for; made by `asked` for one build."""

    name: ClassVar[str]
    """How a user asks for it, and the folder of the kit its files go in."""
    help: ClassVar[str]
    """What it is, in a few words."""
    flag: ClassVar[Flag | None] = None
    whole_files: ClassVar[bool] = False
    """Whether a file that changed is replaced whole, and not by the cards and sheets that did."""

    @classmethod
    def asked(cls, text: str | None, folders: Sequence[Path]) -> Self:
        """Return the profile as a user asks for it; `text` is what its flag says, sought in `folders` if it is a file.

        Raises:
            UsageError: what the flag names does not exist.
            AuthorError: the file that it names is wrong.
        """
        del text, folders
        return cls()

    @property
    def data(self) -> Data:
        """What layouts read to set onderdelen as this profile needs them; nothing: as for an office printer."""
        return {}

    @property
    def inks(self) -> "Inks | None":
        """The press its files are printed by, where the colours of a gemeente can be read as well; None: by none."""
        return None

    @property
    def pictures(self) -> str:
        """The folder, among the pictures of pages, in which those of its files lie."""
        return self.name

    def takes(self, kit: "Kit", onderdeel: "Onderdeel") -> bool:
        """Tell whether it makes something of an onderdeel; only then that is set for it."""
        del kit, onderdeel
        return True

    @abstractmethod
    def prints(self, work: "Work") -> Sequence["Print"]:
        """Return its files.

        Raises:
            AuthorError: something of the author cannot be made this way.
            KitError: something of the kit cannot be made this way.
            UsageError: nothing of what was asked can be made.
        """

    def letter(self, prints: Sequence["Print"]) -> Letter | None:
        """Return the paper that goes with its files, which comes before them; None: there is none."""
        del prints
        return None

    def pressed(self, print_: "Print") -> "Pressed | None":
        """Return what press a file is made for; None: it is drawn in the colours of a screen."""
        del print_
        return None

    def facts(self) -> Data:
        """Return what `kit.json` says of it."""
        return {}

    def inspected(self, print_: "Print", pdf: bytes) -> Data:
        """Return what `kit.json` says of a file beside what it says of every file, from its bytes."""
        del print_, pdf
        return {}

    def before(self, prints: Sequence["Print"], *, several: bool = False) -> Sequence[str]:
        """Return the lines to show before its files are drawn; in short where there are `several` profiles."""
        del prints, several
        return ()

    def after(self, entries: Sequence[Data], *, several: bool = False) -> Sequence[str]:
        """Return the lines to show of its files when they are drawn, from their entries in `kit.json`; the same."""
        del entries, several
        return ()

    def amount(self, print_: "Print") -> tuple[str, str]:
        """Return how much of what a file is."""
        if not print_.paper:
            pages = len(print_.pages)
            return f"{pages} {'bladzijde' if pages == 1 else 'bladzijden'}", "voor het scherm"
        sheets = f"{print_.sheets} {'vel' if print_.sheets == 1 else 'vellen'} {print_.paper.upper()}"
        return sheets, f"{print_.weight}, {'dubbelzijdig' if print_.two_sided else 'enkelzijdig'}"

    def often(self, prints: Sequence["Print"], tables: int, participants: int) -> Sequence[str]:
        """Return the lines that say how often to print which of its files, and which to choose from."""
        del prints, tables, participants
        return ()

    def copies(self, tables: int, prints: Sequence["Print"]) -> Sequence[str]:
        """Return what to say of how often to print its files; it is said once, by the first profile that does."""
        del tables, prints
        return ()

    def advice(self) -> Sequence[str]:
        """Return what to do with its files."""
        return ()
