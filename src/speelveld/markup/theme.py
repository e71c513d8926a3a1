"""The theme of the layouts: colours and text styles, read from `stijl.yaml` beside the layouts."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml

from speelveld.colors import Color, contrast, parse_hex, simple_cmyk
from speelveld.errors import KitError, Problem, Source

FACES = ("gewoon", "halfvet", "vet", "cursief", "vet_cursief")
HYPHENS = ("gewoon", "nood")

# Nothing on paper is smaller than this, the source line of a card included.
SMALLEST = 9.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: its face, its sizes from the wanted one down to the smallest allowed, and its leading as a factor."""

    name: str
    face: str
    sizes: tuple[float, ...]
    leading: float
    color: str
    hyphens: str
    balance: bool
    before: float
    after: float

    def size(self, step: int) -> float:
        """Return the size in points at `step` (0: the wanted one; past the end: the smallest)."""
        return self.sizes[min(step, len(self.sizes) - 1)]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and styles that layouts may name."""

    colors: Mapping[str, Color]
    styles: Mapping[str, Style]

    def color(self, name: str) -> Color:
        """Return the colour `name`; LookupError says which names there are."""
        return _look_up(self.colors, name, "kleur")

    def style(self, name: str) -> Style:
        """Return the style `name`; LookupError says which names there are."""
        return _look_up(self.styles, name, "stijl")

    def with_colors(self, colors: Mapping[str, Color]) -> "Theme":
        """Return the theme with some of its colours replaced."""
        return Theme({**self.colors, **colors}, self.styles)


def load_theme(path: Path) -> Theme:
    """Return the theme in `path`.

    Raises:
        KitError: the file is not a theme; all that is wrong in it is named.
    """
    problems: list[Problem] = []
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        colors = {name: _color(name, value) for name, value in data["kleuren"].items()}
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError, UnicodeDecodeError) as error:
        raise KitError([Problem(f"dit is geen stijl van de layouts: {error}", Source(str(path)))]) from error
    styles: dict[str, Style] = {}
    for name, value in data.get("stijlen", {}).items():
        try:
            styles[name] = _style(name, value, colors)
        except (KeyError, TypeError, ValueError) as error:
            problems.append(Problem(f"stijl {name!r}: {error}", Source(str(path))))
    if problems:
        raise KitError(problems)
    return Theme(colors, styles)


def huisstijl_colors(theme: Theme, hex_color: str) -> dict[str, Color]:
    """Return the theme's 'huis' colours for a gemeente's own colour: the colour, its tint, and the text on it.

    Where the colour is too light to read as text on white (below 4.5:1), the text version is darkened until it is not.
    """
    rgb = parse_hex(hex_color)
    white = theme.color("wit")
    text = rgb
    while contrast(Color("", text, (0, 0, 0, 0)), white) < 4.6:
        text = (text[0] * 0.94, text[1] * 0.94, text[2] * 0.94)
    tint = tuple(1 - (1 - part) * 0.12 for part in rgb)
    full = Color("huis", rgb, simple_cmyk(rgb))
    on_it = white if contrast(full, white) >= 4.5 else theme.color("inkt")
    return {
        "huis": full,
        "huis-tekst": Color("huis-tekst", text, simple_cmyk(text)),
        "huis-licht": Color("huis-licht", (tint[0], tint[1], tint[2]), simple_cmyk((tint[0], tint[1], tint[2]))),
        "op-huis": Color("op-huis", on_it.rgb, on_it.cmyk),
    }


_T = TypeVar("_T")


def _look_up(names: Mapping[str, _T], name: str, what: str) -> _T:
    found = names.get(name)
    if found is None:
        near = get_close_matches(name, names, n=1)
        raise LookupError(f"{what} {name!r} bestaat niet; " + (f"bedoelt u {near[0]!r}?" if near else f"kies uit: {', '.join(names)}"))
    return found


def _color(name: str, value: Mapping[str, Any]) -> Color:
    rgb = parse_hex(value["rgb"])
    cyan, magenta, yellow, black = (float(part) / 100 for part in value["cmyk"])
    return Color(name, rgb, (cyan, magenta, yellow, black))


def _style(name: str, value: Mapping[str, Any], colors: Mapping[str, Color]) -> Style:
    unknown = value.keys() - {"letter", "maten", "regel", "kleur", "afbreken", "evenwicht", "voor", "na"}
    if unknown:
        raise ValueError(f"onbekende sleutel {sorted(unknown)[0]!r}")
    sizes = tuple(float(size) for size in value["maten"])
    if min(sizes) < SMALLEST or list(sizes) != sorted(sizes, reverse=True):
        raise ValueError(f"maten lopen van groot naar klein en zijn ten minste {SMALLEST:g} punt")
    face, color, hyphens = value.get("letter", "gewoon"), value.get("kleur", "inkt"), value.get("afbreken", "gewoon")
    if face not in FACES or color not in colors or hyphens not in HYPHENS:
        raise ValueError("letter, kleur of afbreken bestaat niet")
    return Style(
        name,
        face,
        sizes,
        float(value.get("regel", 1.28)),
        color,
        hyphens,
        bool(value.get("evenwicht", False)),
        float(value.get("voor", 0)),
        float(value.get("na", 0)),
    )
