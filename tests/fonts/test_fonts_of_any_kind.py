"""A font of any kind is drawn as its file has it; what cannot be drawn is refused, and no file stops the program."""

import io
import random
import string
import struct
import zlib
from itertools import pairwise
from math import hypot
from time import process_time

import brotli
import pytest
import uharfbuzz
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from speelveld.fonts import FontError, drawn_font
from tests.makers.fonts import (
    PLAIN,
    RADIUS,
    UNITS,
    Made,
    advance,
    box,
    built,
    collection,
    damaged,
    font_bytes,
    outcome,
    packed,
    sound_fonts,
    without,
)

QUADRATIC, CUBIC = font_bytes(), font_bytes(Made(cubic=True))


def sides(data: bytes, sign: str) -> tuple[int, tuple[int, int, int, int] | None]:
    """Return how far the next sign stands, and the box of a sign, as HarfBuzz reads them."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))
    glyph = font.get_nominal_glyph(ord(sign))
    seen = font.get_glyph_extents(glyph)
    left, top = seen.x_bearing, seen.y_bearing
    found = (left, top + seen.height, left + seen.width, top) if seen.height else None
    return font.get_glyph_h_advance(glyph), found


@pytest.mark.parametrize(
    "data",
    [
        QUADRATIC,
        CUBIC,
        packed(QUADRATIC, "woff"),
        packed(CUBIC, "woff"),
        packed(QUADRATIC, "woff2"),
        packed(CUBIC, "woff2"),
        collection(QUADRATIC, CUBIC),
        without(QUADRATIC, "name"),
        without(QUADRATIC, "post"),
        without(QUADRATIC, "OS/2"),
        without(QUADRATIC, "name", "post", "OS/2"),
    ],
    ids=["ttf", "otf", "woff", "woff-otf", "woff2", "woff2-otf", "ttc", "nameless", "post-less", "os2-less", "bare"],
)
def test_every_kind_of_file_gives_the_same_letters(data: bytes) -> None:
    font = drawn_font(data, "gewoon")
    assert font.data[:4] == b"\0\1\0\0"
    assert font.characters == frozenset(PLAIN) | {"\u00a0"}
    for sign in PLAIN:
        assert sides(font.data, sign) == (advance(sign), box(sign)), sign


def test_a_font_of_an_old_macintosh_has_its_letters() -> None:
    font, out = TTFont(io.BytesIO(QUADRATIC)), io.BytesIO()
    best = font.getBestCmap()
    table = CmapSubtable.newSubtable(0)
    table.platformID, table.platEncID, table.language = 1, 0, 0
    table.cmap = {"a€é".encode("mac_roman")[index]: best[ord(sign)] for index, sign in enumerate("a€é")}
    table.cmap |= {code: best[code] for code in map(ord, string.ascii_letters + string.digits)}
    font["cmap"].tables = [table]
    font.save(out)
    drawn = drawn_font(out.getvalue(), "gewoon").data
    assert [sides(drawn, sign) for sign in "a€é"] == [(advance(sign), box(sign)) for sign in "a€é"]


def speaking_of(kind: int, count: int) -> bytes:
    """Return a font of which the table of characters speaks of so many, in a format that names stretches."""
    font, out = TTFont(io.BytesIO(QUADRATIC)), io.BytesIO()
    if kind == 4:
        ends, starts = struct.pack(">H", 0xFFFF) * count, bytes(2 * count)
        body = struct.pack(">HHHHHHH", 4, 0, 0, 2 * count, 0, 0, 0) + ends + bytes(2) + starts + bytes(4 * count)
    else:
        body = struct.pack(">HHLLLLLL", kind, 0, 28, 0, 1, 0, count - 1, 0)
    table = font["cmap"] = DefaultTable("cmap")
    table.data = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + body
    font.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "count"), [(12, 0xFFFFFFFF), (13, 0xFFFFFFFF), (12, 0x110001), (4, 8000)])
def test_a_font_that_speaks_of_more_characters_than_there_are_is_refused_at_once(kind: int, count: int) -> None:
    before = process_time()
    with pytest.raises(FontError, match="beschadigd"):
        drawn_font(speaking_of(kind, count), "gewoon")
    assert process_time() - before < 2


@pytest.mark.parametrize("data", [QUADRATIC, CUBIC], ids=["ttf", "otf"])
def test_a_circle_stays_one(data: bytes) -> None:
    """Nowhere more than a thousandth of an em off: a tenth of a millimetre in letters of 100 mm."""
    font = TTFont(io.BytesIO(drawn_font(data, "gewoon").data))
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord("O")]].draw(pen)
    points = [point for name, points in pen.value if name == "qCurveTo" for point in on_the_curve(points)]
    assert len(points) >= 8
    assert all(abs(hypot(x - 50 - RADIUS, y - RADIUS) - RADIUS) <= UNITS / 1000 for x, y in points)


def on_the_curve(points: tuple[tuple[float, float] | None, ...]) -> list[tuple[float, float]]:
    """Return where a chain of quadratic curves touches its line: half way between two points beside it."""
    there = [point for point in points if point is not None]
    between = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(there[:-1])]
    return [*between, *([there[-1]] if points[-1] is not None else [])]


def test_only_curves_that_changed_are_told() -> None:
    assert drawn_font(CUBIC, "gewoon").converted
    assert not drawn_font(QUADRATIC, "gewoon").converted


def test_a_hard_space_is_a_space() -> None:
    font = drawn_font(QUADRATIC, "gewoon")
    assert sides(font.data, "\u00a0") == (advance(" "), None)


@pytest.mark.parametrize(("face", "wide"), [("gewoon", 400), ("halfvet", 600), ("vet", 700), ("cursief", 400)])
def test_a_variable_font_is_as_heavy_as_its_face(face: str, wide: int) -> None:
    font = drawn_font(font_bytes(Made(weights=True)), face)
    assert font.place is not None
    assert font.place.weight == wide
    _, seen = sides(font.data, "n")
    assert seen is not None
    assert seen[2] - seen[0] == advance("n") - 100 + (wide - 300) / 5


def test_the_same_bytes_give_the_same_bytes() -> None:
    once = drawn_font(CUBIC, "vet")
    drawn_font.cache_clear()
    assert drawn_font(CUBIC, "vet") == once


@pytest.mark.parametrize(
    ("family", "named"),
    [
        ("Gemeente Súdwest-Fryslân (vet)", "GemeenteSudwestFryslanvet-vet"),
        ("[Huis] {stijl} <%/>", "Huisstijl-vet"),
        ("", "Letter-vet"),
        ("字体", "Letter-vet"),
        ("x" * 200, f"{'x' * 40}-vet"),
    ],
)
def test_a_font_of_any_name_goes_by_a_name_that_every_reader_takes(family: str, named: str) -> None:
    font = TTFont(io.BytesIO(drawn_font(font_bytes(Made(family=family)), "vet").data))
    assert font["name"].getDebugName(6) == named


@pytest.mark.parametrize(("fs_type", "restricted"), [(0, False), (2, True), (4, False), (8, False), (6, False)])
def test_what_a_font_says_of_a_pdf_is_heard(fs_type: int, restricted: bool) -> None:
    assert drawn_font(font_bytes(Made(fs_type=fs_type)), "vet").restricted == restricted


def bomb(packing: str) -> bytes:
    """Return a font of the web of which one table unpacks to a hundred million zeros."""
    zeros = bytes(100_000_000)
    if packing == "woff":
        data = zlib.compress(zeros, 9)
        line = struct.pack(">4sLLLL", b"glyf", 64, len(data), len(zeros), 0)
        head = struct.pack(">4sLLHHLHHLLLLL", b"wOFF", 0x10000, 64 + len(data), 1, 0, 12, 1, 0, 0, 0, 0, 0, 0)
        return head + line + data
    data = brotli.compress(zeros, quality=5)
    # One line of the directory: a table by a name of its own, and its length in groups of seven bits.
    sevens = [(len(zeros) >> shift) & 0x7F | (0x80 if shift else 0) for shift in (21, 14, 7, 0)]
    line = b"\x3fzzzz" + bytes(sevens)
    head = struct.pack(">4sLLHHLLHHLLLLL", b"wOF2", 0x10000, 0, 1, 0, 12, len(data), 1, 0, 0, 0, 0, 0, 0)
    return head + line + data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is geen lettertype, of het is beschadigd"),
        (b"zomaar", "is geen lettertype, of het is beschadigd"),
        (QUADRATIC[:4] + bytes(20), "is geen lettertype, of het is beschadigd"),
        (QUADRATIC[:-2000], "is geen lettertype, of het is beschadigd"),
        (without(QUADRATIC, "cmap"), "is geen lettertype, of het is beschadigd"),
        (without(QUADRATIC, "glyf"), "heeft geen omtrekken van letters"),
        (b"%!PS-AdobeFont-1.0: Proef", "is een PostScript-lettertype (Type 1)"),
        (b"\x80\1" + bytes(40), "is een PostScript-lettertype (Type 1)"),
        (bytes(34) + b"LP" + bytes(40), "is een lettertype voor oude webbrowsers (EOT)"),
        (b"PK\3\4" + bytes(40), "is een ingepakte map (zip)"),
        (b"<!DOCTYPE html><p>404", "is geen lettertype"),
        (font_bytes(Made(signs=" 0123456789→★")), "heeft geen letters, alleen tekens"),
        (font_bytes(Made(signs=PLAIN.replace("q", "").replace("X", ""))), "mist gewone letters: q X"),
        (font_bytes(Made(units=16_385)), "is geen lettertype, of het is beschadigd"),
        (bomb("woff"), "is uitgepakt te groot"),
        (bomb("woff2"), "is uitgepakt te groot"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_drawn_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FontError) as caught:
        drawn_font(data, "gewoon")
    assert str(caught.value) == message
    assert caught.value.hint


def with_an_e(corners: list[tuple[int, int]]) -> bytes:
    """Return a font whose E is a shape with these corners."""
    font, pen, out = built(Made()), TTGlyphPen(None), io.BytesIO()
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    font["glyf"]["u0045"] = pen.glyph()
    font.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("fits", "beyond"),
    [
        ([(0, 0), (32_000, 0), (500, 700)], [(0, 0), (32_001, 0), (500, 700)]),
        ([(0, 0), (500, -32_000), (500, 700)], [(0, 0), (500, -32_001), (500, 700)]),
        ([(at % 300, at * 7 % 700) for at in range(20_000)], [(at % 300, at * 7 % 700) for at in range(20_001)]),
    ],
    ids=["how wide", "how deep", "how many points"],
)
def test_a_letter_that_nobody_draws_is_refused(fits: list[tuple[int, int]], beyond: list[tuple[int, int]]) -> None:
    """A coordinate has 16 bits with its sign (OpenType, glyf), and what has more points stops a reader."""
    assert outcome(with_an_e(fits)) == "getekend"
    assert outcome(with_an_e(beyond)) == "geweigerd: is geen lettertype, of het is beschadigd"


def test_what_damage_does_is_seen_by_what_looks_for_it() -> None:
    assert [outcome(data) for _, data in sound_fonts()] == ["getekend"] * len(sound_fonts())
    assert outcome(b"zomaar").startswith("geweigerd")


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_font_is_drawn_or_refused(seed: int) -> None:
    chance, sound = random.Random(seed), sound_fonts()
    found = [outcome(damaged(chance.choice(sound)[1], chance)) for _ in range(20)]
    assert [each for each in found if each.startswith("fout")] == []
