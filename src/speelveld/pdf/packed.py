"""The objects of a file → its bytes, with small objects packed together (ISO 32000-1, 7.5.7 and 7.5.8)."""

from collections.abc import Mapping
from hashlib import md5
from itertools import islice
from struct import Struct

from speelveld.pdf import raw

# A reader unpacks a whole stream for one object in it; more than this saves no more room.
_PER_STREAM = 200
# Bytes above 127 tell programs that move a file that it is not text.
_HEADER = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
_FREE, _PLAIN, _PACKED = 0, 1, 2
# A row of the cross-reference: sort, place, and number within a stream, as wide as `_WIDTHS` says.
_ROW = Struct(">BIH")
_WIDTHS = (1, 4, 2)
_UP = 2


def packed(small: Mapping[int, bytes], streams: Mapping[int, bytes], root: int, info: int) -> bytes:
    """Return the file of these objects by their numbers: whole streams, and `small` ones that are no streams."""
    free = max(*small, *streams) + 1
    parts, places = [_HEADER], {0: (_FREE, 0, 65535)}
    at = len(_HEADER)

    def write(number: int, body: bytes) -> None:
        nonlocal at
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        places[number] = (_PLAIN, at, 0)
        parts.append(part)
        at += len(part)

    for number, body in sorted(streams.items()):
        write(number, body)
    left = iter(sorted(small.items()))
    while group := list(islice(left, _PER_STREAM)):
        places.update((number, (_PACKED, free, index)) for index, (number, _) in enumerate(group))
        write(free, _object_stream(group))
        free += 1
    places[free] = (_PLAIN, at, 0)
    mark = md5(b"".join(parts), usedforsecurity=False).hexdigest()
    missing = (_FREE, 0, 0)
    rows = [_ROW.pack(*places.get(number, missing)) for number in range(free + 1)]
    facts = {
        "Type": "/XRef",
        "Size": free + 1,
        "W": raw.array(_WIDTHS),
        "Root": raw.reference(root),
        "Info": raw.reference(info),
        "ID": f"[<{mark}> <{mark}>]",
        "Filter": "/FlateDecode",
        "DecodeParms": raw.dictionary({"Predictor": 10 + _UP, "Columns": _ROW.size}),
    }
    parts.append(b"%d 0 obj\n%b\nendobj\n" % (free, raw.stream(facts, raw.packed_stream(_differences(rows)))))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(parts)


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    offset, offsets = 0, []
    for number, body in group:
        offsets.append(f"{number} {offset}")
        offset += len(body) + 1
    index = " ".join(offsets).encode("ascii") + b"\n"
    data = raw.packed_stream(index + b"\n".join(body for _, body in group))
    return raw.stream({"Type": "/ObjStm", "N": len(group), "First": len(index), "Filter": "/FlateDecode"}, data)


def _differences(rows: list[bytes]) -> bytes:
    """Return each row as what it adds to the one above, byte by byte: rows differ little, and so pack well."""
    width = _ROW.size
    after = b"".join(rows)
    added = bytes([(here - above) & 255 for here, above in zip(after, bytes(width) + after, strict=False)])
    mark = bytes([_UP])
    return b"".join([mark + added[start : start + width] for start in range(0, len(added), width)])
