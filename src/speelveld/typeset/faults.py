"""What is wrong with a filled layout, and whose it is; for a text that does not fit: which text, and by how much."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from speelveld.errors import Problem
from speelveld.markup import Node, Origin
from speelveld.typeset.shorten import emptied, length, origin_of, origins, shortened
from speelveld.units import to_mm
from speelveld.written.hints import quote
from speelveld.written.tekst import SWAPPED

# Points that two measurements may differ and still be the same.
SLACK = 0.05

SMALLEST = "ook in de kleinste toegestane letter"
SHORTER = "maak deze tekst korter"
_COUNTED = 10


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem; one `by_author` is in the author's text, any other in a layout or the standard deck.

    What a layout does wrong on each card is one fault: `told` is what is said of it, without the card.
    """

    problem: Problem
    by_author: bool
    told: str | None = None


def told_once(faults: Sequence[Fault]) -> list[Fault]:
    """Return the faults with what a layout does wrong on each card told of the first, and how many more there are."""
    alike = Counter((fault.problem.source, fault.told) for fault in faults)
    found: dict[object, Fault] = {}
    for fault in faults:
        place = fault.problem.source, fault.told
        more = alike[place] - 1 if fault.told else 0
        if more:
            message = f"{fault.problem.message}; en zo nog {more} keer"
            fault = replace(fault, problem=replace(fault.problem, message=message))
        found.setdefault(place if more else fault, fault)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class TooLong:
    """The content of `node` takes `excess` points too many; `measure` gives that for a changed copy of it."""

    card: str
    node: Node
    excess: float
    measure: Callable[[Node], float]

    def fault(self, kit_files: frozenset[str]) -> Fault:
        """Return the fault of the text that has to lose the smallest part of itself to make everything fit."""
        amount = f"{in_mm(self.excess)} te lang"
        found = origins(self.node)
        if not found or self.measure(emptied(self.node)) > SLACK:
            written = [origin for origin in found if origin.source.name not in kit_files]
            if written and self.node.source.name in kit_files:
                # The bundled layout holds what a casus usually has; here there is more of it.
                first = min(written, key=lambda origin: origin.source)
                message = f"hier staat te veel: de inhoud is {amount}"
                return of_text(self.card, first, message, "neem er minder op, of verdeel het anders", kit_files)
            return of_layout(self.card, self.node, f"de inhoud is {amount}", "geef de inhoud in de layout meer plaats")
        cut = best_cut(self.node, self.measure)
        if cut is None:
            longest = max(found, key=lambda origin: length(self.node, origin))
            hint = "maak deze tekst en de teksten erbij korter"
            return of_text(self.card, longest, f"de teksten zijn samen {amount}, {SMALLEST}", hint, kit_files)
        written = [origin for origin in found if origin.source.name not in kit_files]
        if written and cut.origin.source.name in kit_files:
            # The texts of the standard deck fit as they are; what the casus put beside them takes their room.
            longest = max(written, key=lambda origin: length(self.node, origin))
            return of_text(self.card, longest, f"hierdoor is de inhoud {amount}, {SMALLEST}", SHORTER, kit_files)
        message = f"de tekst is {amount}{cut.about}, {SMALLEST}"
        return of_text(self.card, cut.origin, message, SHORTER, kit_files)


@dataclass(frozen=True, slots=True)
class Cut:
    """How many characters the text of `origin` has to lose."""

    origin: Origin
    count: int

    @property
    def amount(self) -> str:
        """The number in words, larger ones in fives: nobody counts letters one by one."""
        count = self.count if self.count <= _COUNTED else -(-self.count // 5) * 5
        return f"{count} {'teken' if count == 1 else 'tekens'}"

    @property
    def about(self) -> str:
        """The number to put behind a length; nothing for a word that is swapped, which stands in more than one text."""
        return "" if self.origin.field.startswith(SWAPPED) else f" (ongeveer {self.amount})"


def best_cut(node: Node, measure: Callable[[Node], float]) -> Cut | None:
    """Return the text under `node` that has to lose the smallest part of itself until nothing is too much.

    None: no single text is long enough for that.
    """
    cuts = []
    for origin in origins(node):
        whole = length(node, origin)
        low, high = 0, whole
        if measure(shortened(node, origin, whole)) > SLACK:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            if measure(shortened(node, origin, middle)) > SLACK:
                low = middle
            else:
                high = middle
        cuts.append((high / whole, Cut(origin, high)))
    return min(cuts, key=lambda cut: cut[0], default=(0.0, None))[1]


@dataclass(frozen=True, slots=True)
class TooWide:
    """A word of `node` that cannot be broken sticks out `excess` points."""

    card: str
    node: Node
    word: str
    excess: float

    def fault(self, kit_files: frozenset[str]) -> Fault:
        """Return the fault of the text that the word stands in."""
        message = f"het woord {quote(self.word)} is {in_mm(self.excess)} te breed, {SMALLEST}"
        origin = origin_of(self.node.pieces, self.word)
        if origin is None:
            return of_layout(self.card, self.node, message, "maak het vak in de layout breder")
        hint = "zet een zacht afbreekstreepje in het woord, of kies een korter woord"
        if origin.field.startswith(SWAPPED):
            hint = SHORTER
        return of_text(self.card, origin, message, hint, kit_files)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """`node` stands, or reaches, where nothing may; at a smaller size it may not."""

    card: str
    node: Node
    message: str

    def fault(self, kit_files: frozenset[str]) -> Fault:
        """Return the fault: of the layout, unless a bundled one has no room for what the casus put in it."""
        written = [origin for origin in origins(self.node) if origin.source.name not in kit_files]
        if written and self.node.source.name in kit_files:
            longest = max(written, key=lambda origin: length(self.node, origin))
            return of_text(self.card, longest, f"hierdoor past de inhoud niet: {self.message}", SHORTER, kit_files)
        return of_layout(self.card, self.node, self.message, None)


class Misfit(Protocol):
    """Something that does not fit at one size, and may at a smaller one."""

    def fault(self, kit_files: frozenset[str]) -> Fault:
        """Return what is wrong; `kit_files` are those of the standard deck."""


def of_text(card: str | None, origin: Origin, message: str, hint: str, kit_files: frozenset[str]) -> Fault:
    """Return a fault of a text: of its author, unless it comes from one of the `kit_files`.

    `card` is where the text does not fit; None: what is wrong with it is wrong everywhere.
    """
    if card and origin.field.startswith(SWAPPED):
        # A word that is swapped stands on every card of a kind: told once for each kind.
        card = card.partition(",")[0]
        hint = "kies een korter woord" if hint == SHORTER else hint
    problem = Problem(f"{f'{card}, ' if card else ''}veld '{origin.field}': {message}", origin.source, hint)
    return Fault(problem, by_author=origin.source.name not in kit_files)


def of_layout(card: str, node: Node, message: str, hint: str | None) -> Fault:
    """Return a fault of the layout at `node`."""
    told = f"<{node.name}>: {message}"
    return Fault(Problem(f"{card}, {told}", node.source, hint), by_author=False, told=told)


def in_mm(length: float) -> str:
    """Return a length in points as '3,4 mm', never as nothing."""
    return f"{max(0.1, to_mm(length)):.1f} mm".replace(".", ",")
