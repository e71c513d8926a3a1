"""What is said in the margins of sheets and tiles; each text in more lengths, the longest first."""

from collections.abc import Mapping, Sequence

from speelveld.sheet.duplex import Duplex
from speelveld.sheet.plan import LabelKind
from speelveld.sheet.tile_plan import Tile, TilePlan

Words = Mapping[LabelKind, Sequence[str]]
"""For each kind of label the texts to choose from: the first that fits its place is used, or none."""

_EDGES = {Duplex.LANGE_ZIJDE: "lange", Duplex.KORTE_ZIJDE: "korte"}
_CUT = "Snijd langs de streepjes."


def sheet_title(titel: str, number: int, count: int) -> str:
    """Return which sheet it is."""
    return f"{titel}, vel {number} van {count}"


def front_words(title: str, weight: str, duplex: Duplex, *, backed: bool) -> Words:
    """Return what the front of a sheet of cards says; `title` tells which sheet it is."""
    how = [
        f"Print op ware grootte (100 %): de liniaal is 100 mm. {_CUT}",
        f"Print op 100 %: de liniaal is 100 mm. {_CUT}",
        f"Print op 100 %. {_CUT}",
        "Print op 100 %.",
    ]
    if not backed:
        return {"title": [f"{title} · {weight}, enkelzijdig", f"{title} · {weight}", title], "how": how}
    over = f"omslaan over de {_EDGES[duplex]} zijde"
    turn = [f"{weight}. Print dubbelzijdig, {over}.", f"Print dubbelzijdig, {over}.", f"Dubbelzijdig, {over}."]
    return {"title": [f"{title} · voorkant", title], "how": how, "turn": turn}


def fold_words(title: str, weight: str) -> Words:
    """Return what a sheet says that is folded, glued and then cut; `title` tells which sheet it is."""
    return {
        "title": [f"{title} · {weight}, enkelzijdig", f"{title} · {weight}", title],
        "how": front_words(title, weight, Duplex.GEEN, backed=False)["how"],
        "turn": [
            "Vouw naar achteren, lijm de helften op elkaar, snijd dan.",
            "Vouw naar achteren, lijm, snijd dan.",
            "Vouw, lijm, snijd dan.",
        ],
        "fold": ["vouwen"],
    }


def back_words(title: str) -> Words:
    """Return what the back of a sheet of cards says."""
    return {"title": [f"{title} · achterkant", f"{title}, achter", title]}


def tile_words(titel: str, plan: TilePlan, tile: Tile) -> Words:
    """Return what a tile says beside its name: of what it is a piece, and which sides to cut and glue.

    A tile is cut where it is laid on the tiles to the left of it and above it.
    """
    glue = _glue(plan, tile)
    number = [f"{titel}, {len(plan.tiles)} delen", titel]
    how = [f"Print op ware grootte (100 %): de liniaal is 100 mm. {glue}", f"Print op 100 %. {glue}", glue]
    return {"number": number, "how": how}


def _glue(plan: TilePlan, tile: Tile) -> str:
    left = _named(plan, tile.column - 1, tile.row) if tile.cut.left else None
    above = _named(plan, tile.column, tile.row - 1) if tile.cut.top else None
    match left, above:
        case None, None:
            return "Snijd niets af; plak de andere delen hierop."
        case str(), None:
            return f"Snijd links langs de streepjes. Plak op {left}."
        case None, str():
            return f"Snijd boven langs de streepjes. Plak op {above}."
        case _:
            return f"Snijd links en boven. Plak op {left} en {above}."


def _named(plan: TilePlan, column: int, row: int) -> str:
    return next(tile.name for tile in plan.tiles if (tile.column, tile.row) == (column, row))
