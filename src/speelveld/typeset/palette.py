"""The colours of a street: those its layout names, and otherwise those of the theme that stand out on its ground."""

from collections.abc import Mapping, Sequence

from speelveld.colors import Color, contrast, mixed
from speelveld.markup import Node
from speelveld.typeset.drawn import named_color, role_color
from speelveld.typeset.layout import Layout

# A ground on which white has this contrast, or more, is dark: walls are light on it, and windows show it.
_DARK = 2.2
# A wall has this contrast with its ground, or one could not tell where it ends; what stands out has more.
_SEEN, _STANDS_OUT = 1.15, 1.5
_WALLS = 3


def street_palette(layout: Layout, node: Node) -> Mapping[str, Color]:
    """Return the colour of each tone of a street."""

    def role(name: str) -> Color:
        return role_color(layout, node, name)

    ground = named_color(layout, node, "ground", "wit")
    dark = contrast(ground, role("wit")) >= _DARK
    pale = role("dak")
    # From light to dark; on a light ground the lightest ones that can be seen on it.
    ladder = [role("wit"), role("muur-1"), role("muur-2"), mixed(role("muur-2"), pale)]
    white, first, second = ([color for color in ladder if contrast(color, ground) >= _SEEN] + ladder)[:_WALLS]
    first, second, third = _named_walls(layout, node) or (first, second, role("muur-3"))
    if "white" in node.attributes:
        white = named_color(layout, node, "white", "wit")
    stark = ground if dark else role("huis-lijn")
    roof = named_color(layout, node, "roof", "dak" if dark else "huis-lijn")
    glass = role(node.attributes["window"]) if "window" in node.attributes else stark
    # What is farther away comes nearer to what is behind it.
    dim = mixed(ground, roof) if dark else mixed(second, pale)
    return {
        "white": white,
        "wall1": first,
        "wall2": second,
        "wall3": third,
        "roof": roof,
        "glass": glass,
        "accent": _accent(layout, node, ground),
        **({"leaf": roof, "water": roof, "cloud": dim} if dark else {"leaf": pale, "water": pale, "cloud": first}),
        "land": dim,
        **({"far wall": roof, "far roof": dim} if dark else {"far wall": second, "far roof": pale}),
        "far trim": second if dark else first,
        **dict.fromkeys(("trunk", "post", "kerb"), white if dark else glass),
    }


def _named_walls(layout: Layout, node: Node) -> Sequence[Color]:
    """Return the colours of walls that the layout names; none if it names none."""
    names = node.attributes.get("walls", "").split()
    if names and len(names) != _WALLS:
        layout.wrong(node, f"'walls' zijn {_WALLS} kleuren, zoals 'muur-1 muur-2 muur-3'")
        return ()
    return [role_color(layout, node, name) for name in names]


def _accent(layout: Layout, node: Node, ground: Color) -> Color:
    """Return what stands out: where the usual colour would not, another one."""
    usual = named_color(layout, node, "accent", "accent")
    if "accent" in node.attributes or contrast(usual, ground) >= _STANDS_OUT:
        return usual
    return layout.theme.color("uitdaging" if "uitdaging" in layout.theme.colors else "inkt")
