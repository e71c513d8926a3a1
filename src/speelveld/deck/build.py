"""A casus and its rules → for every component the faces to fill: which layout, with which data, printed how often."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from speelveld.casus import Casus
from speelveld.deck.boxes import boxed
from speelveld.deck.cards import Cards
from speelveld.deck.kit import OWN_KINDS, Kit, Onderdeel, parse_format
from speelveld.deck.rules import Rules

# Spare fiches: one gets lost, and some ways out bring more money than there was at the start.
SPARE_FICHES = 5

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


def own_onderdelen(casus: Casus) -> tuple[Onderdeel, ...]:
    """Return the components that the casus adds with `kaartsoorten`, as `kit.yaml` would name them."""
    return tuple(
        Onderdeel(
            naam=str(soort.naam),
            titel=soort.naam.capitalize(),
            layout=str(soort.layout),
            opdrachten=(OWN_CARDS,),
            soort=str(soort.naam),
            letter="E" if number == 0 else f"E{number + 1}-",
            van=f"{OWN_KINDS}{number}",
            formaat=parse_format(soort.formaat),
            achter=str(soort.keerzijde) if soort.keerzijde else None,
            source=getattr(soort.formaat, "source", soort.naam.source),
        )
        for number, soort in enumerate(casus.kaartsoorten)
    )


def kit_faces(
    kit: Kit, casus: Casus, cards: Cards, rules: Rules, shared: Mapping[str, Any]
) -> Iterator[OnderdeelFaces]:
    """Yield the components of the kit that this casus has; `shared` is what every layout may read."""
    for onderdeel in kit.onderdelen:
        if onderdeel.toont and not getattr(casus, onderdeel.toont):
            continue
        if shared["tafels"] < onderdeel.vanaf_tafels:
            continue
        data = {**shared, "soort": onderdeel.soort, "onderdeel": onderdeel}
        if onderdeel.van == "doosjes":
            kinds = [
                (soort, len(_cards_of(soort, casus, cards, rules)))
                for soort in kit.onderdelen
                if soort.van and OWN_CARDS in soort.opdrachten
            ]
            yield _with_boxes(onderdeel, kinds, data)
        elif onderdeel.van:
            yield _with_cards(onderdeel, casus, cards, rules, data)
        else:
            yield OnderdeelFaces(onderdeel, papier=Face(onderdeel.layout, data, onderdeel.titel.lower()))


def _with_cards(
    onderdeel: Onderdeel, casus: Casus, cards: Cards, rules: Rules, shared: Mapping[str, Any]
) -> OnderdeelFaces:
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
    for number, kaart in enumerate(_cards_of(onderdeel, casus, cards, rules), 1):
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
            Kaart(Face(onderdeel.layout, data, f"{onderdeel.titel.lower()}, kaart '{name}'"), back(key, data))
        )
    lege = []
    if onderdeel.leeg:
        data = {**shared, "nummer": "", "naam": "Lege kaart", "groep": None, "kaart": None}
        lege = [Kaart(Face(onderdeel.leeg, data, f"lege kaart van {onderdeel.titel.lower()}"), back("", data))]
    return OnderdeelFaces(onderdeel, kaarten, faces, lege)


def _with_boxes(
    onderdeel: Onderdeel, kinds: Sequence[tuple[Onderdeel, int]], shared: Mapping[str, Any]
) -> OnderdeelFaces:
    found, remarks = boxed(kinds, shared["papier"], shared["dikte"], folded=shared["duplex"] == "geen")
    faces = [
        Kaart(
            Face(onderdeel.layout, {**shared, "kaart": doosje, "naam": doosje.titel, "nummer": "", "groep": None}, name)
        )
        for doosje in found
        for name in [f"doosje voor {doosje.titel.lower()}"]
    ]
    return OnderdeelFaces(onderdeel, faces, opmerkingen=remarks)


def _cards_of(onderdeel: Onderdeel, casus: Casus, cards: Cards, rules: Rules) -> Sequence[Any]:
    if onderdeel.is_own:
        own: Sequence[Any] = casus.kaartsoorten[int(onderdeel.van.removeprefix(OWN_KINDS))].kaarten
        return own
    match onderdeel.van:
        case "geldfiches":
            return [{"titel": "Geldfiche"}] * (rules.geld + SPARE_FICHES)
        case "stemfiches":
            return [{"titel": "Stemfiche"}] * (rules.stemfiches * rules.spelers_tot)
        case "pionnen":
            return [{"titel": titel} for titel in ("Pion", "Tijd", "Steun", "Regie")]
        case _:
            return cards.of(onderdeel.van)


def _name_of(kaart: Any, number: int) -> str:
    if isinstance(kaart, Mapping):
        found = kaart.get("titel") or kaart.get("naam") or number
    else:
        found = getattr(kaart, "titel", None) or getattr(kaart, "naam", None) or number
    # The author's text keeps its place.
    return found if isinstance(found, str) else str(found)


def with_data(component: OnderdeelFaces, extra: Mapping[str, Any]) -> OnderdeelFaces:
    """Return a component whose layouts may also read `extra`."""

    def face(found: Face) -> Face:
        return replace(found, data={**found.data, **extra})

    def kaart(found: Kaart) -> Kaart:
        return replace(found, front=face(found.front))

    return replace(
        component,
        kaarten=[kaart(found) for found in component.kaarten],
        achterkanten=[face(found) for found in component.achterkanten],
        lege=[kaart(found) for found in component.lege],
        papier=component.papier and face(component.papier),
    )
