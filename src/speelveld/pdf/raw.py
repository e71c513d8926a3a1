"""Objects as PDF writes them (ISO 32000-1, 7.3), as text; a file of many small ones is made fastest this way."""

import zlib
from collections.abc import Iterable, Mapping

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})

# From here on zlib takes twice the time for a file that is a twenty-fifth smaller.
_LEVEL = 4


def packed_stream(data: bytes) -> bytes:
    """Return the bytes of a stream, packed."""
    return zlib.compress(data, _LEVEL)


def string(value: str) -> str:
    """Return a text string: as it reads, or in codes of UTF-16 if it holds more than the letters of ASCII."""
    if value.isascii() and value.isprintable():
        return f"({value.translate(_ESCAPES)})"
    return f"<feff{value.encode('utf-16-be').hex()}>"


def reference(number: int) -> str:
    """Return what stands for the object with this number."""
    return f"{number} 0 R"


def array(parts: Iterable[object]) -> str:
    """Return an array of what is written already."""
    return f"[{' '.join(map(str, parts))}]"


def dictionary(entries: Mapping[str, object]) -> str:
    """Return a dictionary of what is written already; keys are names without their slash."""
    return f"<<{' '.join(f'/{key} {value}' for key, value in entries.items())}>>"


def decimal(value: float, digits: int) -> str:
    """Return a number rounded to so many digits, without an exponent."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def stream(entries: Mapping[str, object], data: bytes) -> bytes:
    """Return a stream of bytes that are coded already, as `entries` say."""
    head = dictionary({**entries, "Length": len(data)})
    return b"%b\nstream\n%b\nendstream" % (head.encode("ascii"), data)
