"""The theme of the layouts: colours and text styles, read from a `stijl.yaml`, alone or laid over the bundled one."""

from dataclasses import replace
from pathlib import Path

from speelveld import resources
from speelveld.beeld import HAARKLEUREN, SKINS
from speelveld.colors import Color, parse_hex
from speelveld.markup.low_ink import LowInk, Outline
from speelveld.markup.style import Style, Theme
from speelveld.markup.theme_model import KLEUR, Inktarm, KleurRegel, StijlBestand, StijlRegel
from speelveld.written.extending import blank_extending, extends, laid_over
from speelveld.written.fields import Around
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read
from speelveld.written.needed import needed, usable
from speelveld.written.tree import Blok, Rij

LEADING = 1.28

# What streets and people are coloured with. A whole file of one's own may leave these to the bundled one, and text
# styles too: who wrote it before there were pictures, or before a layout asked for a style, could not name them.
PICTURES = (
    *(f"muur-{number}" for number in range(1, 4)),
    *("dak", "accent", "doek"),
    *(f"huid-{number}" for number in range(1, SKINS + 1)),
    *(f"haar-{name}" for name in HAARKLEUREN),
)

STYLE = FileKind(begin="schrijf bovenaan: breidt_uit: standaard", example="breidt_uit: standaard")
# What the program itself names, beside what layouts name.
_NEEDED = {
    "kleuren": ("inkt", "grijs", "lijn", "wit"),
    "stijlen": ("kop1", "kop2", "kop3", "tekst", "alinea", "tabel", "tabelkop", "voet"),
}
_FROM_THE_PROGRAM = "neem het over uit de stijl.yaml van het programma, of schrijf bovenaan: breidt_uit: standaard"
# How deep a part is laid over that of the bundled file: a style may give its sizes alone. The two values of a colour
# belong together, or it would be another colour in print than on a screen.
_DEEP = {"kleuren": 1, "inktarm": 2, "stijlen": 2}


def load_theme(path: Path, standard: Path | None = None) -> Theme:
    """Return the theme in `path`.

    `standard` is the stijl.yaml that it may extend: the bundled one, unless another is given.

    Raises:
        KitError: the file is not a theme; all that is wrong in it is named, with its place.
    """
    root, problems = read(path, str(path), STYLE)
    standard = standard or resources.bundled("layouts") / "stijl.yaml"
    whole = not extends(root, StijlBestand.model_fields)
    if not whole:
        base, found = read(standard, str(standard), STYLE)
        problems += [*found, *blank_extending(root)]
        root = _extended(base, root)
    problems += needed(root, _NEEDED, _FROM_THE_PROGRAM)
    around = Around(path.parent, {KLEUR: usable(root, "kleuren", _NEEDED["kleuren"])})
    theme = _theme(built(StijlBestand, root, STYLE, problems, around))
    return _completed(theme, load_theme(standard, standard)) if whole and path != standard else theme


def _completed(theme: Theme, usual: Theme) -> Theme:
    """Return a theme with the colours of pictures and the text styles of the usual one that it lacks."""
    colors = {name: usual.colors[name] for name in PICTURES if name in usual.colors and name not in theme.colors}
    return replace(theme.with_colors(colors), styles={**usual.styles, **theme.styles})


def _extended(base: Blok, own: Blok) -> Blok:
    found = laid_over(base, own)
    for key, deep in _DEEP.items():
        before, after = base.get(key), own.get(key)
        if isinstance(before, Blok) and isinstance(after, Blok):
            found[key] = laid_over(before, after, deep)
    low_ink, before, after = found.get("inktarm"), _fills(base), _fills(own)
    if isinstance(low_ink, Blok) and before is not None and after is not None:
        # What an own file says of a colour comes last, and the last one holds.
        low_ink["vlakken"] = both = Rij(after.source, after.field, after.limit)
        both.extend([*before, *after])
    return found


def _fills(root: Blok) -> Rij | None:
    """Return the list of what fills become to save ink."""
    low_ink = root.get("inktarm")
    fills = low_ink.get("vlakken") if isinstance(low_ink, Blok) else None
    return fills if isinstance(fills, Rij) else None


def _theme(file: StijlBestand) -> Theme:
    colors = {str(name): _color(str(name), color) for name, color in file.kleuren.items()}
    styles = {str(name): _style(str(name), style) for name, style in file.stijlen.items()}
    return Theme(colors, styles, _low_ink(file.inktarm, colors) if file.inktarm else None)


def _color(name: str, color: KleurRegel) -> Color:
    cyan, magenta, yellow, black = (part / 100 for part in color.cmyk)
    return Color(name, parse_hex(color.rgb), (cyan, magenta, yellow, black))


def _style(name: str, style: StijlRegel) -> Style:
    return Style(
        name,
        style.letter,
        style.maten,
        style.regel or LEADING,
        str(style.kleur or "inkt"),
        style.afbreken,
        style.evenwicht,
        style.voor,
        style.na,
    )


def _low_ink(part: Inktarm, colors: dict[str, Color]) -> LowInk:
    fills: dict[str, Color] = {}
    outlines: dict[str, Outline] = {}
    for group in part.vlakken:
        for name in map(str, group.kleuren):
            fills[name] = colors[group.vlak]
            outlines.pop(name, None)
            if group.rand is not None and group.dikte is not None:
                outlines[name] = Outline(colors[group.rand], group.dikte)
    lines = {str(old): colors[new] for old, new in part.lijnen.items()}
    return LowInk(colors[part.grond or "wit"], colors[part.inkt or "inkt"], fills, outlines, lines)
