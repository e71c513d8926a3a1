"""Small fonts, made by the test itself: each sign is a box whose place and width are known; and ways to damage them."""

import io
import random
import string
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from speelveld.files import ReadFile
from speelveld.fonts import FontError, drawn_font, spare_of, tabular_of
from speelveld.geometry import Size
from speelveld.pdf import Facts, make_pdf
from speelveld.resources import fonts
from speelveld.typeset import FontFiles, Frame, TextRun
from tests.makers.drawing import BLACK, DATE

UNITS = 1000
PLAIN = string.ascii_letters + string.digits + " .,:;!?'()-–—’‘“”€éëïöüáóíèêç/%+=&@_~…·•×½²³"
DEEP = "34579"
"""The figures that hang below their line where figures are old."""
RADIUS = 300
"""Of the letter O, which is a circle round (350, 300)."""


@dataclass(frozen=True)
class Made:
    """What a font is made with."""

    signs: str = PLAIN
    cubic: bool = False
    family: str | None = "Proef"
    figures: str = "even"
    """'even': all 500 wide and on one line; 'loose': 300 to 480 wide; 'old': some lower than the line."""
    features: str = ""
    """Of 'lnum' and 'tnum', which there are."""
    fs_type: int = 0
    weights: bool = False
    """Whether it has an axis from 300 to 800, along which signs become 100 wider."""
    units: int = UNITS


def advance(sign: str, made: Made = Made()) -> int:
    """Return how far the next sign stands from `sign`."""
    if sign.isdigit() and sign.isascii() and made.figures != "even":
        return 300 + 20 * int(sign)
    return 500 if sign.isdigit() else 380 + 5 * (ord(sign) % 20)


def box(sign: str, made: Made = Made()) -> tuple[int, int, int, int] | None:
    """Return the left, bottom, right and top of a sign; None of a space."""
    if sign in " \u00a0":
        return None
    if sign == "O":
        return 50, 0, 50 + 2 * RADIUS, 2 * RADIUS
    right = advance(sign, made) - 50
    if sign.isdigit() and sign.isascii() and made.figures == "old":
        low, high = (-200, 500) if sign in DEEP else (0, 700) if sign in "68" else (0, 500)
        return 50, low, right, high
    return 50, 0, right, 500 if sign.islower() else 700


def font_bytes(made: Made = Made()) -> bytes:
    """Return a font as a file has it."""
    out = io.BytesIO()
    built(made).save(out)
    return out.getvalue()


def packed(data: bytes, flavor: str) -> bytes:
    """Return a font as WOFF or WOFF 2."""
    font, out = TTFont(io.BytesIO(data), recalcTimestamp=False), io.BytesIO()
    font.flavor = flavor
    font.save(out)
    return out.getvalue()


def collection(*fonts_there: bytes) -> bytes:
    """Return a collection of fonts."""
    found, out = TTCollection(), io.BytesIO()
    found.fonts = [TTFont(io.BytesIO(data)) for data in fonts_there]
    found.save(out)
    return out.getvalue()


def without(data: bytes, *tables: str) -> bytes:
    """Return a font without some of its tables."""
    font, out = TTFont(io.BytesIO(data), recalcTimestamp=False), io.BytesIO()
    for table in tables:
        del font[table]
    font.save(out)
    return out.getvalue()


def built(made: Made) -> TTFont:
    """Return a font that is not saved yet."""
    names = {sign: f"u{ord(sign):04X}" for sign in made.signs}
    shapes = {names[sign]: (box(sign, made), advance(sign, made), sign == "O") for sign in made.signs}
    lining = replace(made, figures="loose")
    for digit in string.digits if "lnum" in made.features else "":
        shapes[f"{names[digit]}.lnum"] = box(digit, lining), advance(digit, lining), False
    for digit in string.digits if "tnum" in made.features else "":
        shapes[f"{names[digit]}.tnum"] = (100, 0, 550, 700), 600, False
    shapes = {".notdef": ((50, 0, 450, 700), 500, False), **shapes}
    builder = FontBuilder(made.units, isTTF=not made.cubic)
    builder.setupGlyphOrder(list(shapes))
    builder.setupCharacterMap({ord(sign): name for sign, name in names.items()})
    family = made.family or ""
    if made.cubic:
        charstrings = {name: _cubic(*shape) for name, shape in shapes.items()}
        builder.setupCFF("Proef", {"FullName": "Proef"}, charstrings, {})
        lefts = {name: shape[0][0] if shape[0] else 0 for name, shape in shapes.items()}
    else:
        builder.setupGlyf({name: _quadratic(*shape) for name, shape in shapes.items()})
        lefts = {name: getattr(builder.font["glyf"][name], "xMin", 0) for name in shapes}
    builder.setupHorizontalMetrics({name: (shape[1], lefts[name]) for name, shape in shapes.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    style = {"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"}
    builder.setupNameTable(style if made.family is not None else {})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, fsType=made.fs_type, version=4, sxHeight=500)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 3_000_000_000
    builder.font.recalcTimestamp = False
    if made.features:
        builder.addOpenTypeFeatures(_features(made, names))
    if made.weights:
        _weigh(builder, shapes)
    return builder.font


def _features(made: Made, names: Mapping[str, str]) -> str:
    text = ""
    if "lnum" in made.features:
        subs = " ".join(f"sub {names[digit]} by {names[digit]}.lnum;" for digit in string.digits)
        text += f"feature lnum {{ {subs} }} lnum;\n"
    if "tnum" in made.features:
        first = ".lnum" if "lnum" in made.features else ""
        subs = " ".join(f"sub {names[digit]}{first} by {names[digit]}.tnum;" for digit in string.digits)
        text += f"feature tnum {{ {subs} }} tnum;\n"
    if "kern" in made.features:
        text += f"feature kern {{ pos {names['A']} {names['V']} -100; }} kern;\n"
    return text


def _weigh(builder: FontBuilder, shapes: Mapping[str, Any]) -> None:
    """Let signs become 100 wider between 300 and 800, from a default of 300."""
    builder.setupFvar([("wght", 300, 300, 800, "Weight")], [])
    wider = {}
    for name, (sides, _, round_) in shapes.items():
        if sides is None or round_:
            continue
        # Four corners as they are drawn, and the four points of OpenType that say how far the next sign stands.
        moves = [(0, 0), (100, 0), (100, 0), (0, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
        wider[name] = [TupleVariation({"wght": (0, 1, 1)}, moves)]
    builder.setupGvar(wider)


def _cubic(sides: tuple[int, int, int, int] | None, wide: int, round_: bool) -> Any:
    pen = T2CharStringPen(wide, None)
    _draw(pen, sides, round_)
    return pen.getCharString()


def _quadratic(sides: tuple[int, int, int, int] | None, wide: int, round_: bool) -> Any:
    del wide
    pen = TTGlyphPen(None)
    _draw(Cu2QuPen(pen, 0.5) if round_ else pen, sides, round_)
    return pen.glyph()


def _draw(pen: Any, sides: tuple[int, int, int, int] | None, round_: bool) -> None:
    if sides is None:
        return
    left, low, right, high = sides
    if round_:
        _circle(pen, left + RADIUS, low + RADIUS)
        return
    pen.moveTo((left, low))
    for corner in ((right, low), (right, high), (left, high)):
        pen.lineTo(corner)
    pen.closePath()


def _circle(pen: Any, x: float, y: float) -> None:
    # Four cubic curves, nowhere more than 0.03 % from a circle.
    k = 0.5522847498 * RADIUS
    pen.moveTo((x + RADIUS, y))
    pen.curveTo((x + RADIUS, y + k), (x + k, y + RADIUS), (x, y + RADIUS))
    pen.curveTo((x - k, y + RADIUS), (x - RADIUS, y + k), (x - RADIUS, y))
    pen.curveTo((x - RADIUS, y - k), (x - k, y - RADIUS), (x, y - RADIUS))
    pen.curveTo((x + k, y - RADIUS), (x + RADIUS, y - k), (x + RADIUS, y))
    pen.closePath()


def family_of(data: bytes) -> dict[str, ReadFile]:
    """Return the family of a kit in which every face is this one font."""
    files = {}
    for face, usual in fonts().items():
        font = drawn_font(data, face)
        files[face] = ReadFile(Path("letter.ttf"), font.data)
        files[spare_of(face)] = usual
        if font.tabular:
            files[tabular_of(face)] = ReadFile(Path("letter.ttf"), font.tabular)
    return files


def sound_fonts() -> list[tuple[str, bytes]]:
    """Return fonts of every kind, each with its name."""
    quadratic, cubic = font_bytes(Made(features="kern")), font_bytes(Made(cubic=True))
    return [
        ("ttf", quadratic),
        ("otf", cubic),
        ("woff", packed(quadratic, "woff")),
        ("woff2", packed(quadratic, "woff2")),
        ("woff2 of otf", packed(cubic, "woff2")),
        ("variable", font_bytes(Made(weights=True))),
        ("figures", font_bytes(Made(figures="old", features="lnum tnum"))),
        ("ttc", collection(quadratic, cubic)),
    ]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a font cut off, changed byte by byte, or with a table that is gone, cut off, or that of another."""
    spoiled = bytearray(data)
    match chance.randrange(5):
        case 0:
            return data[: chance.randrange(len(data))]
        case 1:
            for _ in range(chance.choice((1, 3, 30))):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        case 2:
            # The directory and the first tables, where most of what a reader relies on stands.
            for _ in range(chance.choice((1, 2, 5))):
                spoiled[chance.randrange(min(len(spoiled), 400))] ^= 1 << chance.randrange(8)
        case 3:
            at = chance.randrange(len(spoiled))
            length = min(chance.choice((2, 4, 40)), len(spoiled) - at)
            spoiled[at : at + length] = chance.choice((b"\0", b"\xff")) * length
        case _:
            _shuffle(spoiled, chance)
    return bytes(spoiled)


def _shuffle(spoiled: bytearray, chance: random.Random) -> None:
    """Change one number in the directory of tables: a name, a place, or a length."""
    count = int.from_bytes(spoiled[4:6]) or 1
    line = 12 + 16 * chance.randrange(min(count, 30))
    at = line + chance.choice((0, 8, 12))
    spoiled[at : at + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"zzzz", spoiled[line + 8 : line + 12]))


def outcome(data: bytes) -> str:
    """Return what becomes of a font that is checked, measured, drawn in a PDF, and looked at."""
    from PIL import ImageFont

    try:
        family = family_of(data)
    except FontError as error:
        return f"geweigerd: {error}"
    except Exception as error:
        return f"fout bij het nakijken: {type(error).__name__}: {error}"
    try:
        metrics = FontFiles(family)
        for face in ("gewoon", metrics.tabular("vet")):
            metrics.reach(PLAIN, face)
            metrics.x_height(face)
        pdf_of(family, ("gewoon", "vet", metrics.tabular("vet")))
        ImageFont.truetype(io.BytesIO(family["gewoon"].data), 24).getbbox("Een Kaart 3")
    except Exception as error:
        return f"fout bij het maken: {type(error).__name__}: {error}"
    return "getekend"


def pdf_of(family: Mapping[str, ReadFile], faces: tuple[str, ...], text: str = "Een kaart: 10 AV → ⁴ −3") -> bytes:
    """Return a PDF of one page with `text` in each of the faces."""
    metrics, runs = FontFiles(family), []
    for number, face in enumerate(faces):
        word = metrics.measure(text, face)
        runs.append(TextRun(40, 60 + 40 * number, word.text, word.kerns, face, 20, BLACK, word.width * 20))
    frame = Frame(Size(595, 842), tuple(runs), "Proef")

    def draw(surface: Any) -> None:
        surface.start_part("Deel")
        surface.start_page(frame.size)
        surface.draw(frame, frame.size.box)
        surface.end_page()

    facts = Facts("Proef", "nl-NL", "", "Een proef", "speelveld", tagged=False)
    return make_pdf(draw, first=frame.size, fonts=family, facts=facts, date=DATE)
