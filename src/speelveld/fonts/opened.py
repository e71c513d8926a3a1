"""The bytes of a font file → its tables, unpacked; no file grows without end, and no other kind is taken for a font."""

import logging
import zlib
from io import BytesIO
from struct import unpack_from
from typing import TYPE_CHECKING

from speelveld.fonts.refusal import FontError, broken

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

MOST_BYTES = 80_000_000
"""Of an unpacked font; the largest for Chinese have half of it."""

SINGLE = (b"\0\1\0\0", b"true", b"OTTO")
"""How a file of one font begins that any program reads as it is: TrueType, and OpenType with curves of PostScript."""

_COLLECTION = b"ttcf"
_WOFF, _WOFF2 = b"wOFF", b"wOF2"
_ASK_OTHER = "vraag een .ttf-, .otf- of .woff2-bestand"
# The header of WOFF and one line of its directory (W3C, WOFF 1.0, 3 and 4).
_WOFF_HEADER, _WOFF_LINE = 44, 20
# The header of WOFF 2, and the place in it of how many bytes its tables take, packed; its numbers for tables.
_WOFF2_HEADER, _PACKED = 48, 20
_OTHER_TAG, _OUTLINES, _UNCHANGED = 63, (10, 11), 3
# What a font is called: its full name, that of its family, and that of PostScript (OpenType, name).
_NAMES = (4, 1, 6)
_STEP = 1_000_000
_SILENCE = logging.NullHandler()


def opened(data: bytes) -> "TTFont":
    """Return the font in `data`: the first one of a collection.

    Raises:
        FontError: it is of another kind, or too large.
        Exception: it is damaged; fontTools has no one error for that.
    """
    from fontTools.ttLib import TTFont

    # It tells its own log of all that is odd; what matters is raised.
    log = logging.getLogger("fontTools")
    log.addHandler(_SILENCE)
    log.propagate = False
    start = data[:4]
    if start == _WOFF2:
        _check_packed(data)
    elif start == _WOFF:
        _check_tables(data)
    elif start not in (*SINGLE, _COLLECTION):
        raise _other(data)
    number = 0 if start == _COLLECTION else -1
    font = TTFont(BytesIO(data), fontNumber=number, lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = None
    return font


def in_collection(data: bytes) -> tuple[int, str] | None:
    """Return how many fonts a collection holds, and what the first is called; None of a file of one font.

    Raises:
        FontError: it is damaged.
    """
    if data[:4] != _COLLECTION:
        return None
    try:
        (count,) = unpack_from(">L", data, 8)
        names = opened(data)["name"]
        return count, next(filter(None, map(names.getDebugName, _NAMES)), "")
    except Exception as error:  # fontTools has no one error for what is damaged, and a name is no must
        raise broken() from error


def _other(data: bytes) -> FontError:
    if data[:2] in (b"%!", b"\x80\1"):
        return FontError("is een PostScript-lettertype (Type 1)", _ASK_OTHER)
    if data[34:36] == b"LP":
        return FontError("is een lettertype voor oude webbrowsers (EOT)", _ASK_OTHER)
    if data[:2] == b"PK":
        return FontError("is een ingepakte map (zip)", "pak haar uit, en noem een bestand daaruit")
    if data[:4] == b"\0\0\1\0" or data.lstrip()[:1] == b"<":
        return FontError("is geen lettertype", _ASK_OTHER)
    return broken()


def _check_packed(data: bytes) -> None:
    """Refuse WOFF 2 that unpacks to more than a font has."""
    import brotli

    (size,) = unpack_from(">L", data, _PACKED)
    start = _directory_end(data)
    unpacker, left = brotli.Decompressor(), MOST_BYTES
    packed = data[start : start + size]
    while not unpacker.is_finished():
        found = unpacker.process(packed, output_buffer_limit=_STEP)
        left -= len(found)
        if left < 0:
            raise _too_large()
        if not found and not packed:
            return  # it is cut off, and that is told by who reads it
        packed = b""


def _directory_end(data: bytes) -> int:
    """Return where the directory of WOFF 2 ends (W3C, WOFF 2.0, 4.1)."""
    (count,) = unpack_from(">H", data, 12)
    at = _WOFF2_HEADER
    for _ in range(count):
        flags = data[at]
        tag, version = flags & 0x3F, flags >> 6
        at += 5 if tag == _OTHER_TAG else 1
        # Outlines are changed unless it says they are not, other tables if it says they are.
        changed = version != _UNCHANGED if tag in _OUTLINES else version != 0
        for _ in range(1 + changed):
            while data[at] & 0x80:
                at += 1
            at += 1
    return at


def _check_tables(data: bytes) -> None:
    """Refuse WOFF of which a table unpacks to more than a font has."""
    (count,) = unpack_from(">H", data, 12)
    left = MOST_BYTES
    for number in range(count):
        offset, packed = unpack_from(">LL", data, _WOFF_HEADER + _WOFF_LINE * number + 4)
        unpacker = zlib.decompressobj()
        try:
            left -= len(unpacker.decompress(data[offset : offset + packed], left + 1))
        except zlib.error:
            left -= packed  # a table that is not packed
        if left < 0:
            raise _too_large()


def _too_large() -> FontError:
    return FontError("is uitgepakt te groot", "gebruik een lettertype met alleen de letters die u nodig hebt")
