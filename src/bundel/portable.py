"""The bytes of a program or library of Windows → for which processor it is, and which libraries it asks for."""

import struct
from dataclasses import dataclass

AMD64 = 0x8664
_PE32_PLUS = 0x20B


@dataclass(frozen=True, slots=True)
class Portable:
    """A file in the format PE: its machine (`AMD64` or another number), and the names it imports, in small letters."""

    machine: int
    imports: tuple[str, ...]


def read_portable(content: bytes) -> Portable | None:
    """Return what a file asks for, or None if it is no PE (Microsoft, "PE Format": headers, import directory)."""
    try:
        return _read(content)
    except (struct.error, IndexError, ValueError):
        return None


def _read(content: bytes) -> Portable | None:
    if content[:2] != b"MZ":
        return None
    (start,) = struct.unpack_from("<I", content, 0x3C)
    if content[start : start + 4] != b"PE\0\0":
        return None
    machine, sections, optional_size = struct.unpack_from("<HH12xH", content, start + 4)
    optional = start + 24
    (magic,) = struct.unpack_from("<H", content, optional)
    # Where the table of directories is, whose second entry is what is imported.
    directories = optional + (112 if magic == _PE32_PLUS else 96)
    (imported,) = struct.unpack_from("<I", content, directories + 8)
    table: list[tuple[int, int, int, int]] = [
        struct.unpack_from("<8xIIII", content, optional + optional_size + 40 * at) for at in range(sections)
    ]
    if not imported:
        return Portable(machine, ())

    def place(address: int) -> int:
        for size, begin, raw_size, raw in table:
            if begin <= address < begin + max(size, raw_size):
                return raw + address - begin
        raise ValueError("an address outside every section")

    names, at = [], place(imported)
    while address := struct.unpack_from("<12xI4x", content, at)[0]:
        begin = place(address)
        names.append(content[begin : content.index(b"\0", begin)].decode("ascii").lower())
        at += 20
    return Portable(machine, tuple(names))
