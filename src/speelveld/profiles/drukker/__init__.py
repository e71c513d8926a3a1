"""The profile for a print shop: its wishes and set onderdelen in, that shop's files out, and what they are like."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from speelveld.profiles.kantoor import Kantoor
from speelveld.profiles.profile import Data, Flag, Letter, Profile

if TYPE_CHECKING:
    from speelveld.colors.inks import Inks
    from speelveld.deck import Kit, Onderdeel
    from speelveld.pages import Print
    from speelveld.pdf import Pressed
    from speelveld.profiles.drukker.shop import PrintShop
    from speelveld.profiles.work import Work


class Drukker(Profile):
    """The kit as a print shop wants it: in the inks of a press, with bleed, each face on a page of its own."""

    name = "drukker"
    help = "een drukkerij"
    flag = Flag(
        "--drukker",
        "NAAM|BESTAND",
        f"Wat de drukker wil: x4 (gewoon), x1a, of een eigen bestand. Geeft het profiel {name}.",
    )

    def __init__(self, shop: "PrintShop") -> None:
        """Work for `shop`."""
        self._shop = shop

    @classmethod
    def asked(cls, text: str | None, folders: Sequence[Path]) -> Self:
        """Return the profile for the print shop `text`, sought in `folders`; for the usual one if none was named.

        Raises:
            UsageError: it does not exist.
            KitError: its file is wrong.
        """
        from speelveld.profiles.drukker.find import USUAL, find_shop
        from speelveld.profiles.drukker.wishes import load_shop
        from speelveld.resources import bundled

        shops = bundled("layouts") / "drukkers"
        path = shops / f"{USUAL}.yaml" if text is None else find_shop(text, folders, shops)
        shop = load_shop(path, str(path))
        # Who names a bundled shop never sees what stands in its file.
        return cls(replace(shop, usual=f"met '--drukker {USUAL}'") if path.parent == shops else shop)

    @property
    def data(self) -> Data:
        """What layouts read to let colour run past the cut."""
        from speelveld.units import to_mm

        return {"drukpers": True, "afloop": round(to_mm(self._shop.bleed), 3)}

    @property
    def inks(self) -> "Inks":
        """The press of the shop."""
        from speelveld.colors.inks import Inks

        return Inks(self._shop.profile, self._shop.ink)

    def takes(self, kit: "Kit", onderdeel: "Onderdeel") -> bool:
        """Tell whether a shop may print it: cards it can cut, and work too large for an office printer."""
        from speelveld.profiles.drukker.prints import goes_to_shop

        return goes_to_shop(kit, onderdeel)

    def prints(self, work: "Work") -> "Sequence[Print]":
        """Return the files for the shop.

        Raises:
            AuthorError: a text stands nearer to the cut than the shop allows; each card is named.
            UsageError: nothing of what was asked goes to a print shop.
        """
        from speelveld.errors import Problem, UsageError
        from speelveld.profiles.drukker.prints import shop_prints

        # Who leads has one to each table at most.
        copies = {"tafel": work.tables, "speler": work.participants, "spelleider": work.tables}
        prints = shop_prints(work.kit, work.onderdelen, work.layout, self._shop, copies)
        if not prints:
            message = "van wat u vraagt, gaat niets naar de drukker"
            hint = "daar gaan kaarten heen, tentkaarten, grote bladen en het bord"
            raise UsageError([Problem(message, hint=f"{hint}; maak de rest met --profiel {Kantoor.name}")])
        return prints

    def letter(self, prints: "Sequence[Print]") -> Letter:
        """Return the list of what to order."""
        from speelveld.profiles.drukker.ordering import order_list

        return order_list(prints, self._shop)

    def pressed(self, print_: "Print") -> "Pressed | None":
        """Return the press of the shop; none for the list of what to order."""
        from speelveld.profiles.drukker.pressing import pressed_for

        return None if print_.tagged else pressed_for(print_, self._shop)

    def facts(self) -> Data:
        """Return what the files are made for."""
        from speelveld.profiles.drukker.checklist import shop_data

        return {self.name: shop_data(self._shop)}

    def inspected(self, print_: "Print", pdf: bytes) -> Data:
        """Return what was found in the bytes of a file for the press."""
        from speelveld.profiles.drukker.checklist import inspected

        return {} if print_.tagged else inspected(print_, pdf, self._shop)

    def before(self, prints: "Sequence[Print]") -> Sequence[str]:
        """Return what the files will keep to, and how many pages each gets."""
        from speelveld.profiles.drukker.checklist import conditions

        return [*conditions(self._shop, [print_ for print_ in prints if not print_.tagged]), ""]

    def after(self, entries: Sequence[Data]) -> Sequence[str]:
        """Return what was found in the files, and where they go."""
        from speelveld.profiles.drukker.checklist import outcome

        pressed = [entry for entry in entries if "keuring" in entry]
        order = f"Stuur de map {self.name}/ naar de drukker."
        return [*outcome(pressed), "", f"{order} Wat u bestelt, staat in {entries[0]['bestand']}."]

    def amount(self, print_: "Print") -> tuple[str, str]:
        """Return how many cards or sheets of which size a file is."""
        if print_.tagged:
            return super().amount(print_)
        cards = all(part.cards for part in print_.parts)
        single, more = ("kaart", "kaarten") if cards else ("vel", "vellen")
        paper = print_.paper.upper() if print_.paper.isalnum() else print_.paper
        _, sides = super().amount(print_)
        return f"{print_.sheets} {single if print_.sheets == 1 else more} {paper}", sides

    def copies(self, tables: int, prints: "Sequence[Print]") -> Sequence[str]:
        """Return how many sets to order."""
        del prints
        if tables == 1:
            return ()
        return [f"Elke PDF is genoeg voor één tafel. Bestel van alles {tables} sets."]
