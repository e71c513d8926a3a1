"""Pictures of every kind that people have, sound and damaged, and what becomes of them."""

import random
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, PngImagePlugin

from speelveld.colors.inks import Inks
from speelveld.files import ReadFile
from speelveld.pixels import PictureError, in_srgb, picture_size, read_picture
from speelveld.profiles.drukker.resolution import Resolution
from speelveld.resources import press_profile


def sound_pictures() -> list[tuple[str, bytes]]:
    """Return pictures that are as they should be, each with what it is."""
    return list(_sound())


def _sound() -> Iterator[tuple[str, bytes]]:
    ramp = Image.linear_gradient("L").resize((40, 30))
    turned = Image.Exif()
    turned[0x0112] = 6
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        yield f"png {mode}", saved(ramp.convert("I").convert(mode) if mode == "I;16" else ramp.convert(mode), "PNG")
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "a" * 3000, zip=True)
    notes.add_itxt("Titel", "é" * 100)
    yield "png with notes and EXIF", saved(ramp, "PNG", pnginfo=notes, exif=turned)
    yield "png with clear colour", saved(ramp.convert("RGB"), "PNG", transparency=(0, 0, 0))
    for mode in ("L", "RGB", "CMYK"):
        yield f"jpeg {mode}", saved(ramp.convert(mode), "JPEG")
    yield "jpeg progressive, with EXIF", saved(ramp.convert("RGB"), "JPEG", progressive=True, exif=turned)
    yield "mpo", saved(ramp.convert("RGB"), "MPO", save_all=True, append_images=[ramp.convert("RGB")])


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the bytes of a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_chunk(png: bytes, extra: bytes, *, last: bool = False) -> bytes:
    """Return a PNG with a chunk after its header, or before its end."""
    at = len(png) - 12 if last else 33
    return png[:at] + extra + png[at:]


def without(png: bytes, kind: bytes) -> bytes:
    """Return a PNG without its first chunk of a kind."""
    at = png.index(kind) - 4
    return png[:at] + png[at + 12 + int.from_bytes(png[at : at + 4]) :]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with something wrong in it; the sums of a PNG are mostly right, so that more of it is looked at."""
    way = chance.randrange(4)
    if way == 0:
        return data[: chance.randrange(len(data))]
    if way == 1 and data.startswith(b"\x89PNG"):
        return _shuffled(data, chance)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _shuffled(png: bytes, chance: random.Random) -> bytes:
    parts: list[tuple[bytes, bytes]] = []
    at = 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        parts.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += size + 12
    place = chance.randrange(len(parts))
    kind, body = parts[place]
    match chance.randrange(4):
        case 0:
            del parts[place]
        case 1:
            parts.insert(chance.randrange(len(parts)), parts[place])
        case 2:
            parts[place] = (kind, body[: chance.randrange(len(body) + 1)])
        case _:
            spoiled = bytearray(body or b"\0")
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
            parts[place] = (kind, bytes(spoiled))
    return png[:8] + b"".join(chunk(*part) for part in parts)


def outcome(data: bytes) -> str:
    """Return what becomes of a picture that is checked, measured and prepared for a PDF and for a press."""
    file = ReadFile(Path("plaatje.png"), data)
    try:
        read_picture(data)
    except PictureError as error:
        return f"geweigerd: {error}"
    except Exception as error:
        return f"fout bij het nakijken: {type(error).__name__}: {error}"
    try:
        picture_size(data)
        image = in_srgb(read_picture(data))
        Inks(press_profile(), 300).picture(image.convert("L" if image.mode in ("L", "LA") else "RGB"))
        Resolution()._size(file)
    except Exception as error:
        return f"fout bij het maken: {type(error).__name__}: {error}"
    return "getekend"
