"""A font of a gemeente that is wide and has large small letters, made from the usual one, byte by byte."""

import struct
from pathlib import Path

from speelveld.resources import font_files

TABLE = struct.Struct(">4sLLL")


def usual(face: str) -> Path:
    """Return the file of a face of the usual font, as its package has it."""
    return font_files()[face]


def write_wide(source: Path, target: Path, larger: float, wider: float) -> None:
    """Write the font `source` with all letters `larger` times as large, and `wider` times as far apart."""
    data = bytearray(source.read_bytes())
    tables = {}
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        name, _, offset, _ = TABLE.unpack_from(data, 12 + 16 * number)
        tables[name] = offset
    head, hhea, hmtx = (tables[name] for name in (b"head", b"hhea", b"hmtx"))
    (units,) = struct.unpack_from(">H", data, head + 18)
    struct.pack_into(">H", data, head + 18, round(units / larger))
    (count,) = struct.unpack_from(">H", data, hhea + 34)
    for number in range(count):
        (advance,) = struct.unpack_from(">H", data, hmtx + 4 * number)
        struct.pack_into(">H", data, hmtx + 4 * number, round(advance * wider))
    target.write_bytes(data)
