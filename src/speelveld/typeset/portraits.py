"""A person without a face, with a sign of what she or he does."""

from collections.abc import Iterator, Mapping

from speelveld.beeld import CLOTHES, HAAR, HAARKLEUREN, SKINS, WORN, Look, draw_portrait, look_of
from speelveld.beeld.dice import Dice
from speelveld.colors import Color, mixed
from speelveld.geometry import Point, Size, ellipse
from speelveld.markup import Node
from speelveld.typeset.box import Box
from speelveld.typeset.builders import builder
from speelveld.typeset.drawn import OUTLINE, DrawnBox, canvas, named_color, painted, role_color
from speelveld.typeset.frame import Shape
from speelveld.typeset.icons import icon_shapes
from speelveld.typeset.layout import Layout
from speelveld.typeset.shapes import figure_tag
from speelveld.written.hints import PLAIN, suggest

# A badge is this large for the portrait, and its sign this large for the badge.
_BADGE, _SIGN = 0.38, 0.62
_SHIRTS = ("wit", "muur-1", "muur-3")
_SCARVES = ("doek", "dak", "muur-2")
_DARK_FRAMES = 4
# So much of the colour of a headscarf is in its fold: darker, it is the first thing one sees.
_FOLD = 0.75


@builder("portrait")
def build_portrait(layout: Layout, node: Node, width: float, height: float | None) -> Box:
    """Return the portrait of the seed text, as large as fits, at most as wide as `w` says."""
    size = min(width, layout.size(node, "w", width), width if height is None else height)
    seed = node.attributes.get("seed", "")
    look = look_of(seed, dict(_chosen(layout, node)))
    disc = node.attributes.get("ground", "geen") != "geen"
    on = canvas(layout, Size(size, size))
    pieces = draw_portrait(look, on.size.width, disc=disc, lines=on.lines) if on.size.width > 0 else ()
    shapes = painted(layout, pieces, _palette(layout, node, look, seed))
    if node.attributes.get("badge"):
        shapes += tuple(_badge(layout, node, on.size.width))
    tall = size if height is None else height
    return DrawnBox(size, tall, shapes, figure_tag(layout, node), on.edge)


def _chosen(layout: Layout, node: Node) -> Iterator[tuple[str, object]]:
    """Yield what `look` says of each part, such as 'huid=3 haar=kort bril=ja'."""
    for part in node.attributes.get("look", "").split():
        key, _, value = part.partition("=")
        if key not in _PARTS:
            layout.wrong(node, f"'look': een portret heeft geen {key!r}", suggest(key, list(_PARTS), PLAIN))
        elif value not in _PARTS[key]:
            layout.wrong(node, f"'look': {key} kan niet {value!r} zijn", suggest(value, list(_PARTS[key]), PLAIN))
        else:
            yield key, _PARTS[key][value]


_YES_NO = {"ja": True, "nee": False}
_PARTS: Mapping[str, Mapping[str, object]] = {
    "huid": {str(number): number for number in range(1, SKINS + 1)},
    "haar": {name: name for name in HAAR},
    "haarkleur": {name: name for name in HAARKLEUREN},
    **dict.fromkeys(WORN, _YES_NO),
    "kleren": {name: name for name in CLOTHES},
}


def _palette(layout: Layout, node: Node, look: Look, seed: str) -> Mapping[str, Color]:
    """Return the colour of each tone; what is worn differs from person to person."""
    dice = Dice("kleren", seed)
    body = named_color(layout, node, "body", "huis")
    white, ink = layout.theme.color("wit"), layout.theme.color("inkt")
    scarf = role_color(layout, node, dice.pick(_SCARVES))
    names = {
        "skin": f"huid-{look.huid}",
        "shade": f"huid-{min(SKINS, look.huid + 1)}",
        "hair": f"haar-{look.haarkleur}",
        "cloth": dice.pick(_SHIRTS),
        # Dark glasses are not seen on dark skin.
        "frame": "inkt" if look.huid <= _DARK_FRAMES else "accent",
    }
    return {
        "ground": named_color(layout, node, "ground", "wit") if _has_ground(node) else white,
        "body": body,
        "tint": mixed(body, white),
        "wheel": ink,
        "steel": mixed(ink, white),
        "scarf": scarf,
        "fold": mixed(scarf, ink, _FOLD),
        **{tone: role_color(layout, node, name) for tone, name in names.items()},
    }


def _has_ground(node: Node) -> bool:
    return node.attributes.get("ground", "geen") != "geen"


def _badge(layout: Layout, node: Node, size: float) -> Iterator[Shape]:
    """Yield a disc in the corner with the sign that `badge` names."""
    radius = size * _BADGE / 2
    middle = Point(size - radius, size - radius)
    disc = ellipse(middle, radius, radius)
    body, white = named_color(layout, node, "body", "huis"), layout.theme.color("wit")
    low_ink = layout.theme.low_ink
    sign = radius * 2 * _SIGN
    left = size - radius - sign / 2
    try:
        lines = icon_shapes(node.attributes["badge"], sign)
    except LookupError as error:
        layout.wrong(node, f"'badge': {error.args[0]}")
        lines = ()
    if layout.theme.sparing and low_ink is not None:
        yield Shape(disc, low_ink.ground, low_ink.ink, OUTLINE)
        color = low_ink.ink
    else:
        yield Shape(disc, body, white, size * 0.03)
        color = white
    for path, line in lines:
        yield Shape(path.moved(left, left), None, color, line, round_ends=True)
