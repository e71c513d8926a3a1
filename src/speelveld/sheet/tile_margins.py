"""What may lie in the white around the art of a tile: cut marks, guides, ruler, texts and the map of the tiles."""

from collections.abc import Iterator
from dataclasses import replace

from speelveld.geometry import Edges, Rect
from speelveld.paper import printable
from speelveld.sheet.plan import Edge, Mark
from speelveld.sheet.strips import STRIP, Furniture, Strip, Want, between, furnish, ruler_want
from speelveld.sheet.tile_plan import Tile, TileMap, TilePlan
from speelveld.units import mm

_AIR = mm(0.5)
_MARK_GAP = mm(1)
_SHORTEST, _LONGEST = mm(2), mm(3)
MARK_ROOM = _MARK_GAP + _SHORTEST
"""The white, 3 mm, that a mark needs beside the art."""
STRIP_ROOM = _AIR + STRIP
"""The white, 4.5 mm, that a strip of text needs beside the art."""
_DEEPEST = mm(12)
_MAP_LENGTH = mm(12)
_SLACK = 1e-6
_EDGES: tuple[Edge, ...] = ("bottom", "right", "top", "left")


def furnished(plan: TilePlan, margin: float) -> TilePlan | None:
    """Return `plan` with all that goes beside the art, `margin` points from the paper's edge; None if it does not fit.

    A single page is not cut and fits as it is: it gets a ruler if there is room for one.
    """
    single, area = len(plan.tiles) == 1, printable(plan.paper, margin)
    tiles = []
    for index, bare in enumerate(plan.tiles):
        white = _white(bare, area)
        # Marks for upright cuts lie above and below the art, those for level cuts beside it.
        above, beside = min(white.top, white.bottom), min(white.left, white.right)
        if (plan.columns > 1 and above < MARK_ROOM - _SLACK) or (plan.rows > 1 and beside < MARK_ROOM - _SLACK):
            return None
        tile = _with_lines(bare, white)
        wants = (ruler_want(_EDGES),) if single else _wants(tile)
        furniture = furnish(tuple(_strips(tile, area, white)), wants)
        if not single and not furniture.holds(wants):
            return None
        tiles.append(_with_furniture(tile, furniture, plan, index))
    return replace(plan, tiles=tuple(tiles))


def _white(tile: Tile, area: Rect) -> Edges:
    """Return how much white there is on each side of a tile within `area`."""
    place = tile.place
    return Edges(place.y - area.y, area.right - place.right, area.bottom - place.bottom, place.x - area.x)


def _clockwise(edges: Edges) -> tuple[float, float, float, float]:
    return edges.top, edges.right, edges.bottom, edges.left


def _with_lines(tile: Tile, white: Edges) -> Tile:
    place, shown = tile.place, tile.shown
    marks, guides = [], []
    up, right, down, left = (min(_LONGEST, room - _MARK_GAP) for room in _clockwise(white))
    above = Rect(0, place.y - _MARK_GAP - up, 0, up)
    below = Rect(0, place.bottom + _MARK_GAP, 0, down)
    before = Rect(place.x - _MARK_GAP - left, 0, left, 0)
    after = Rect(place.right + _MARK_GAP, 0, right, 0)
    if tile.cut.left:
        marks += [_line(end.moved(shown.x, 0)) for end in (above, below)]
    if tile.cut.top:
        marks += [_line(end.moved(0, shown.y)) for end in (before, after)]
    # A guide in white that is cut away guides nobody.
    if tile.glue.right:
        guides += [_line(end.moved(shown.right, 0)) for end in ((below,) if tile.cut.top else (above, below))]
    if tile.glue.bottom:
        guides += [_line(end.moved(0, shown.bottom)) for end in ((after,) if tile.cut.left else (before, after))]
    return replace(tile, marks=tuple(marks), guides=tuple(guides))


def _line(box: Rect) -> Mark:
    return Mark(box.x, box.y, box.right, box.bottom)


def _wants(tile: Tile) -> tuple[Want, ...]:
    glued = tuple(edge for edge in _EDGES if edge in tile.glue.edges)
    cut = tuple(edge for edge in _EDGES if edge in tile.cut.edges)
    outer = tuple(edge for edge in _EDGES if edge not in glued + cut)
    # Nothing of this should be left in sight on the board: under the next tile is best for what is needed while
    # putting together, the waste is best for what is needed only before. The white around the board comes last.
    till_glued, till_cut = glued + cut + outer, cut + glued + outer
    return (
        ruler_want(till_cut),
        Want("number", till_glued),
        Want("map", till_glued, _MAP_LENGTH),
        Want("how", till_cut),
    )


def _strips(tile: Tile, area: Rect, white: Edges) -> Iterator[Strip]:
    place, lines = tile.place, (*tile.marks, *tile.guides)
    top, right, bottom, left = (min(_DEEPEST, room - _AIR) for room in _clockwise(white))
    upright = [line.x1 for line in lines if line.x1 == line.x2]
    for start, end in between(area.x, area.right, upright, _AIR):
        if top >= STRIP - _SLACK:
            yield Strip("top", Rect(start, area.y, end - start, top))
        if bottom >= STRIP - _SLACK:
            yield Strip("bottom", Rect(start, area.bottom - bottom, end - start, bottom))
    level = [line.y1 for line in lines if line.y1 == line.y2]
    # The corners belong to the strips above and below.
    for start, end in between(place.y, place.bottom, level, _AIR):
        if left >= STRIP - _SLACK:
            yield Strip("left", Rect(area.x, start, left, end - start))
        if right >= STRIP - _SLACK:
            yield Strip("right", Rect(area.right - right, start, right, end - start))


def _with_furniture(tile: Tile, furniture: Furniture, plan: TilePlan, own: int) -> Tile:
    tile_map = None if furniture.map is None else TileMap(_map_cells(furniture.map, plan), own)
    return replace(tile, ruler=furniture.ruler, labels=furniture.labels, map=tile_map)


def _map_cells(box: Rect, plan: TilePlan) -> tuple[Rect, ...]:
    """Return a box for each tile, together as large as `box` allows, in the proportions of the art."""
    scale = min(box.width / plan.art.width, box.height / plan.art.height)
    width, height = plan.art.width * scale / plan.columns, plan.art.height * scale / plan.rows
    x = box.x + (box.width - width * plan.columns) / 2
    y = box.y + (box.height - height * plan.rows) / 2
    return tuple(Rect(x + tile.column * width, y + tile.row * height, width, height) for tile in plan.tiles)
