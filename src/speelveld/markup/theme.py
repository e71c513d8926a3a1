"""The theme of the layouts: colours and text styles, read from `stijl.yaml` beside the layouts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml

from speelveld.colors import Color, contrast, parse_hex, simple_cmyk
from speelveld.errors import KitError, Problem, Source
from speelveld.markup.low_ink import LowInk, read_low_ink
from speelveld.markup.style import FACES, HYPHENS, SMALLEST, Style, Theme
from speelveld.written.nesting import LOADER, nesting

__all__ = ["SMALLEST", "Style", "Theme", "huisstijl_colors", "load_theme"]

LARGEST = 400.0
LEADING = 1.28

# What the program itself names, beside what layouts name.
_COLORS = ("inkt", "grijs", "lijn", "wit")
_STYLES = ("kop1", "kop2", "kop3", "tekst", "alinea", "tabel", "tabelkop", "voet")
_SECTIONS = ("kleuren", "inktarm", "stijlen")
_STYLE_KEYS = {"letter", "maten", "regel", "kleur", "afbreken", "evenwicht", "voor", "na"}

# WCAG 2.1, 1.4.3: text on its ground, with a little to spare for rounding to whole values.
_READABLE, _SPARE = 4.5, 0.1
# WCAG 2.1, 1.4.11: lines and edges that tell something.
_VISIBLE = 3.0
_TINT, _DARKER = 0.12, 0.94
# Grounds of the theme on which text in the colour of the gemeente stands.
_PALE = ("wit", "licht", "grond")
# Between white and ink lie colours on which neither can be read; on any of those black can.
_BLACK = Color("zwart", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))

_Made = TypeVar("_Made", Color, Style)


def load_theme(path: Path) -> Theme:
    """Return the theme in `path`.

    Raises:
        KitError: the file is not a theme; all that is wrong in it is named, with its line.
    """
    reader = _Reader(path)
    colors = reader.section("kleuren", _color, _COLORS)
    styles = reader.section("stijlen", lambda name, value: _style(name, value, colors), _STYLES)
    low_ink = reader.low_ink(colors)
    if reader.problems:
        raise KitError(reader.problems)
    return Theme(colors, styles, low_ink)


def huisstijl_colors(theme: Theme, hex_color: str) -> dict[str, Color]:
    """Return the theme's 'huis' colours for a gemeente's own colour: itself, its tint, and what goes on and beside it.

    The colour itself is never changed. What would be too light on white is darkened: text until it can be read on every
    pale ground, lines and edges until they can be seen.
    """
    rgb = parse_hex(hex_color)
    white = theme.color("wit")
    red, green, blue = (1 - (1 - part) * _TINT for part in rgb)
    tint = (red, green, blue)
    full = Color("huis", rgb, simple_cmyk(rgb), chosen=False)
    pale = Color("huis-licht", tint, simple_cmyk(tint), chosen=False)
    grounds = [pale, *(theme.color(name) for name in _PALE if name in theme.colors)]
    text = _darkened(rgb, grounds, _READABLE + _SPARE)
    line = _darkened(rgb, [white], _VISIBLE)
    on_it = next(
        (color for color in (white, theme.color("inkt")) if contrast(full, color) >= _READABLE),
        _BLACK,
    )
    return {
        "huis": full,
        "huis-lijn": Color("huis-lijn", line, simple_cmyk(line), chosen=False),
        "huis-tekst": Color("huis-tekst", text, simple_cmyk(text), chosen=False),
        "huis-licht": pale,
        "op-huis": Color("op-huis", on_it.rgb, on_it.cmyk),
    }


def _darkened(rgb: tuple[float, float, float], grounds: Sequence[Color], least: float) -> tuple[float, float, float]:
    """Return `rgb` as it is, or darker: with a contrast of at least `least` on all grounds."""
    while min(contrast(Color("", rgb, (0, 0, 0, 0)), ground) for ground in grounds) < least:
        rgb = (rgb[0] * _DARKER, rgb[1] * _DARKER, rgb[2] * _DARKER)
    return rgb


# Sections, entries, and lists of numbers in them.
_DEEPEST = 5


class _Reader:
    """Reads the file once for its values and once for its lines, and gathers what is wrong."""

    def __init__(self, path: Path) -> None:
        self._name = str(path)
        self.problems: list[Problem] = []
        try:
            text = path.read_text(encoding="utf-8-sig")
            if nesting(text, _DEEPEST) > _DEEPEST:
                raise KitError([Problem(f"een stijl bestaat uit: {', '.join(_SECTIONS)}", Source(self._name))])
            self._data = yaml.load(text, Loader=LOADER)
            self._lines = dict(_lines(yaml.compose(text, Loader=LOADER)))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            raise KitError([Problem(f"dit is geen goede YAML: {error.problem}", Source(self._name, line))]) from error
        except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
            raise KitError([Problem(f"dit bestand is niet te lezen: {error}", Source(self._name))]) from error
        if not isinstance(self._data, dict) or set(self._data) - set(_SECTIONS):
            raise KitError([Problem(f"een stijl bestaat uit: {', '.join(_SECTIONS)}", Source(self._name))])

    def section(
        self, section: str, make: Callable[[str, Mapping[str, Any]], _Made], needed: tuple[str, ...]
    ) -> dict[str, _Made]:
        """Return what `make` makes of each entry of a section."""
        entries = self._data.get(section)
        if not isinstance(entries, dict):
            entries = {}
        made = {}
        for name, value in entries.items():
            try:
                made[str(name)] = make(str(name), value)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                reason = f"{error.args[0]!r} ontbreekt" if isinstance(error, KeyError) else str(error)
                source = Source(self._name, self._lines.get((section, str(name)), 0))
                self.problems.append(Problem(f"{section}, {name!r}: {reason}", source))
        missing = [name for name in needed if name not in entries]
        if missing:
            message = f"onder '{section}' ontbreekt: {', '.join(missing)}"
            self.problems.append(Problem(message, Source(self._name), "neem het over uit de gewone stijl.yaml"))
        return made

    def low_ink(self, colors: Mapping[str, Color]) -> LowInk | None:
        """Return the 'inktarm' block, if there is one."""
        if "inktarm" not in self._data:
            return None
        try:
            return read_low_ink(self._data["inktarm"], colors)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"{error.args[0]!r} bestaat niet" if isinstance(error, KeyError) else str(error)
            self.problems.append(Problem(f"inktarm: {reason}", Source(self._name)))
            return None


def _lines(root: yaml.Node | None) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield the line of each entry by section and name."""
    for section, entries in root.value if isinstance(root, yaml.MappingNode) else ():
        for name, _ in entries.value if isinstance(entries, yaml.MappingNode) else ():
            yield (section.value, name.value), name.start_mark.line + 1


def _color(name: str, value: Mapping[str, Any]) -> Color:
    rgb = parse_hex(str(value["rgb"]))
    parts = [float(part) / 100 for part in value["cmyk"]]
    if len(parts) != 4 or not all(0 <= part <= 1 for part in parts):
        raise ValueError("cmyk zijn vier getallen van 0 tot en met 100")
    cyan, magenta, yellow, black = parts
    return Color(name, rgb, (cyan, magenta, yellow, black))


def _style(name: str, value: Mapping[str, Any], colors: Mapping[str, Color]) -> Style:
    if unknown := sorted(value.keys() - _STYLE_KEYS):
        raise ValueError(f"onbekende sleutel {unknown[0]!r}; kies uit: {', '.join(sorted(_STYLE_KEYS))}")
    sizes = tuple(float(size) for size in value["maten"])
    if not sizes or list(sizes) != sorted(sizes, reverse=True) or not SMALLEST <= sizes[-1] <= sizes[0] <= LARGEST:
        raise ValueError(f"maten lopen van groot naar klein, en zijn {SMALLEST:g} tot {LARGEST:g} punt")
    leading, before, after = (
        float(value.get(key, usual)) for key, usual in (("regel", LEADING), ("voor", 0), ("na", 0))
    )
    if not (0.8 <= leading <= 4 and 0 <= before <= LARGEST and 0 <= after <= LARGEST):
        raise ValueError("regel is een deel van de maat (0.8 tot 4); voor en na zijn punten, en niet kleiner dan 0")
    return Style(
        name,
        _one_of("letter", value.get("letter", FACES[0]), FACES),
        sizes,
        leading,
        _one_of("kleur", value.get("kleur", "inkt"), colors),
        _one_of("afbreken", value.get("afbreken", HYPHENS[0]), HYPHENS),
        bool(value.get("evenwicht", False)),
        before,
        after,
    )


def _one_of(key: str, value: object, names: Mapping[str, object] | tuple[str, ...]) -> str:
    if value not in names:
        raise ValueError(f"{key} {value!r} bestaat niet; kies uit: {', '.join(names)}")
    return str(value)
