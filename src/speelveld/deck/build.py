"""A casus and its rules → for every component the faces to fill: which layout, with which data, printed how often."""

from collections.abc import Hashable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from speelveld.casus import Casus
from speelveld.deck.boxes import Doosje, boxed
from speelveld.deck.cards import Cards
from speelveld.deck.kit import EigenOnderdeel, Kit, Onderdeel
from speelveld.deck.kit_model import LARGE_PRINT
from speelveld.deck.practice import Choice, practice_game
from speelveld.deck.rules import Rules
from speelveld.deck.shared import Shared
from speelveld.errors import Problem
from speelveld.paper import parse_format
from speelveld.sheet.duplex import Duplex
from speelveld.written.hints import quote

# Spare fiches: one gets lost, and some ways out bring more money than there was at the start.
SPARE_FICHES = 5

# One set lies on the board; the other is spare, on what would be white of the same sheet.
PAWN_SETS = 2

# Cards of which each player keeps one: these lie in no box.
HANDED_OUT = "spelers"

# The print job in which a casus's own kinds of cards go.
OWN_CARDS = "kaarten"


@dataclass(frozen=True, slots=True)
class Face:
    """A layout with its data; `name` is how messages and screen readers name it."""

    layout: str
    data: Mapping[str, Any]
    name: str


@dataclass(frozen=True, slots=True)
class Kaart:
    """A front, and which of the component's backs belongs to it (None: white)."""

    front: Face
    back: int | None = None


@dataclass(frozen=True, slots=True)
class OnderdeelFaces:
    """All there is to set for one component: cards with their backs and blanks, or one or more pages."""

    onderdeel: Onderdeel
    kaarten: Sequence[Kaart] = field(default=())
    achterkanten: Sequence[Face] = field(default=())
    lege: Sequence[Kaart] = field(default=())
    """Blank cards: these at least, and in turn on the spare places of the last sheet."""
    papier: Face | None = None
    opmerkingen: Sequence[str] = field(default=())
    """What the user should know about it, though it is no mistake."""


def own_onderdelen(casus: Casus) -> tuple[EigenOnderdeel, ...]:
    """Return the components that the casus adds with `kaartsoorten`, as `kit.yaml` would name them."""
    return tuple(
        EigenOnderdeel(
            naam=str(soort.naam),
            titel=soort.naam.capitalize(),
            layout=str(soort.layout),
            opdrachten=(OWN_CARDS,),
            soort=str(soort.naam),
            letter="E" if number == 0 else f"E{number + 1}-",
            van="kaartsoorten",
            formaat=parse_format(soort.formaat),
            achter=str(soort.keerzijde) if soort.keerzijde else None,
            source=getattr(soort.formaat, "source", soort.naam.source),
            kaarten=soort.kaarten,
        )
        for number, soort in enumerate(casus.kaartsoorten)
    )


def is_made(onderdeel: Onderdeel, casus: Casus, tables: int, large_print: bool) -> bool:
    """Tell whether a casus has what a component shows, whether enough tables play for it, and what is large is made."""
    shown = large_print if onderdeel.toont == LARGE_PRINT else _shown(casus, onderdeel)
    return tables >= onderdeel.vanaf_tafels and shown


def not_made(onderdeel: Onderdeel, casus: Casus, tables: int) -> Problem:
    """Return why a component that the kit knows is not made now, and what would make it."""
    name = quote(onderdeel.naam)
    if onderdeel.toont == LARGE_PRINT:
        return Problem(f"onderdeel {name} komt alleen bij kaarten in grote letter", hint="schrijf erbij: --grootletter")
    if not _shown(casus, onderdeel):
        message = f"onderdeel {name} komt alleen bij een casus met '{onderdeel.toont}', en die van u heeft dat niet"
        return Problem(message, hint=f"zet '{onderdeel.toont}' in de casus, of laat dit onderdeel weg")
    played = "1 tafel" if tables == 1 else f"{tables} tafels"
    message = f"onderdeel {name} komt pas bij {onderdeel.vanaf_tafels} tafels of meer, en u speelt met {played}"
    return Problem(message, hint=f"schrijf erbij: --tafels {onderdeel.vanaf_tafels}")


def kit_faces(
    kit: Kit, cards: Cards, shared: Shared, games: MutableMapping[Hashable, Choice] | None = None
) -> Iterator[OnderdeelFaces]:
    """Yield the components of the kit that this casus has, with `cards` on their faces.

    `games` has the practice games that were chosen before, as `practice_game` keeps them.
    """
    common = {
        **shared.for_layouts(),
        "kaarten": cards,
        "andere": list(_others(kit, cards, shared.rules)),
        "oefenpotje": practice_game(cards, shared.rules, games),
    }
    for onderdeel in kit.onderdelen:
        if not is_made(onderdeel, shared.casus, shared.tables, shared.large_print):
            continue
        data = {**common, "soort": onderdeel.soort, "onderdeel": onderdeel}
        if onderdeel.van == "doosjes":
            kinds = [
                (soort, len(_cards_of(soort, cards, shared.rules)))
                for soort in kit.onderdelen
                if soort.van not in ("", HANDED_OUT) and OWN_CARDS in soort.opdrachten
            ]
            yield _with_boxes(onderdeel, kinds, shared, data)
        elif onderdeel.van:
            yield _with_cards(onderdeel, _cards_of(onderdeel, cards, shared.rules), data)
        else:
            yield OnderdeelFaces(onderdeel, papier=Face(onderdeel.layout, data, onderdeel.titel.lower()))


def _shown(casus: Casus, onderdeel: Onderdeel) -> bool:
    return onderdeel.toont is None or bool(getattr(casus, onderdeel.toont))


def _others(kit: Kit, cards: Cards, rules: Rules) -> Iterator[dict[str, Any]]:
    """Yield the kinds of cards that the game itself does not know, with what each card is called."""
    for onderdeel in kit.onderdelen:
        if isinstance(onderdeel, EigenOnderdeel) or onderdeel.van in cards.vrij:
            named = enumerate(_cards_of(onderdeel, cards, rules), 1)
            yield {
                "titel": onderdeel.titel,
                "kaarten": [{"nummer": f"{onderdeel.letter}{n}", "naam": _name_of(kaart, n)} for n, kaart in named],
            }


def _with_cards(onderdeel: Onderdeel, cards: Sequence[Any], shared: Mapping[str, Any]) -> OnderdeelFaces:
    backs: dict[str, int] = {}
    faces: list[Face] = []

    def back(key: str, data: Mapping[str, Any]) -> int | None:
        if onderdeel.achter is None:
            return None
        if key not in backs:
            backs[key] = len(faces)
            faces.append(Face(onderdeel.achter, data, f"achterkant van {onderdeel.titel.lower()}"))
        return backs[key]

    kaarten = []
    for number, kaart in enumerate(cards, 1):
        name = _name_of(kaart, number)
        data = {
            **shared,
            "kaart": kaart,
            "nummer": f"{onderdeel.letter}{number}",
            "naam": name,
            "groep": getattr(kaart, "groep", None),
        }
        key = {"groep": str(data["groep"]), "kaart": str(number)}.get(onderdeel.achter_per, "")
        kaarten.append(
            Kaart(Face(onderdeel.layout, data, f"{onderdeel.titel.lower()}, kaart {quote(name)}"), back(key, data))
        )
    lege = []
    if onderdeel.leeg:
        data = {**shared, "nummer": "", "naam": "Lege kaart", "groep": None, "kaart": None}
        lege = [Kaart(Face(onderdeel.leeg, data, f"lege kaart van {onderdeel.titel.lower()}"), back("", data))]
    return OnderdeelFaces(onderdeel, kaarten, faces, lege)


def _with_boxes(
    onderdeel: Onderdeel, kinds: Sequence[tuple[Onderdeel, int]], shared: Shared, data: Mapping[str, Any]
) -> OnderdeelFaces:
    doosjes, remarks = boxed(kinds, shared.paper, shared.thickness, folded=shared.duplex is Duplex.GEEN)

    def kaart(doosje: Doosje) -> Kaart:
        filled = {**data, "kaart": doosje, "naam": doosje.titel, "nummer": "", "groep": None}
        return Kaart(Face(onderdeel.layout, filled, f"doosje voor {doosje.titel.lower()}"))

    return OnderdeelFaces(onderdeel, list(map(kaart, doosjes)), opmerkingen=remarks)


def _cards_of(onderdeel: Onderdeel, cards: Cards, rules: Rules) -> Sequence[Any]:
    if isinstance(onderdeel, EigenOnderdeel):
        return onderdeel.kaarten
    match onderdeel.van:
        case "geldfiches":
            return [{"titel": "Geldfiche"}] * (rules.geld + SPARE_FICHES)
        case "stemfiches":
            return [{"titel": "Stemfiche"}] * (rules.stemfiches * rules.spelers_tot)
        case "spelers":
            return [{"titel": "Hulpkaart"}] * rules.spelers_tot
        case "pionnen":
            return [{"titel": titel} for titel in ("Pion", "Tijd", "Steun", "Regie") for _ in range(PAWN_SETS)]
        case _:
            return cards.of(onderdeel.van)


def _name_of(kaart: Any, number: int) -> str:
    if isinstance(kaart, Mapping):
        name = kaart.get("titel") or kaart.get("naam") or number
    else:
        name = getattr(kaart, "titel", None) or getattr(kaart, "naam", None) or number
    # The author's text keeps its place.
    return name if isinstance(name, str) else str(name)


def with_data(faces: OnderdeelFaces, extra: Mapping[str, Any]) -> OnderdeelFaces:
    """Return the faces of an onderdeel so that its layouts may also read `extra`."""
    if not extra:
        return faces

    def filled(face: Face) -> Face:
        return replace(face, data={**face.data, **extra})

    def fronted(kaart: Kaart) -> Kaart:
        return replace(kaart, front=filled(kaart.front))

    return replace(
        faces,
        kaarten=list(map(fronted, faces.kaarten)),
        achterkanten=list(map(filled, faces.achterkanten)),
        lege=list(map(fronted, faces.lege)),
        papier=faces.papier and filled(faces.papier),
    )
