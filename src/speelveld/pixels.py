"""PNG and JPEG files → pictures in memory: upright, read whole, in sRGB, and never larger than a page can show."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from speelveld.geometry import Size

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
# A row of a picture is held a few times over while it is read.
MOST_SIDE = 20_000
# As many as a page of A3 has at 300 dots to the inch; of more, every other one is left out, and memory is kept.
SHOWN_PIXELS = 18_000_000
# Rows at a time; even, so that two rows that become one lie in one strip.
_STRIP = 256
# EXIF: how the camera was held; 1 is upright.
_ORIENTATION = 0x0112


class PictureError(ValueError):
    """A file that is not read as a picture; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_picture(data: bytes) -> "Image":
    """Return a picture as it is meant to stand, with its profile and transparency; numbered colours are written out.

    One of more than `SHOWN_PIXELS` comes smaller.

    Raises:
        PictureError: it is no picture, it is damaged or cut off, or it is too large.
    """
    image = opened(data)
    try:
        if image.format == "JPEG" and image.width * image.height > SHOWN_PIXELS:
            # A JPEG is made smaller while it is read.
            image.draft(image.mode, (image.width // 2, image.height // 2))
        image.load()
        # Only now: a PNG may say it after its points, and asking for it reads these, whatever is wrong with them.
        turn = orientation(image)
        while image.width * image.height > SHOWN_PIXELS:
            image = _halved(image)
        if image.mode in ("P", "PA"):
            image = image.convert("RGBA" if image.mode == "PA" or "transparency" in image.info else "RGB")
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises many kinds on a broken file, SyntaxError among them
        raise _broken() from error
    return _turned(image, turn)


def picture_size(data: bytes) -> Size:
    """Return the width and height of a picture as it is meant to stand, in pixels of the file.

    Raises:
        PictureError: as `read_picture`, but for what shows only once all of it is read.
    """
    image = opened(data)
    size = Size(float(image.width), float(image.height))
    return size.turned() if orientation(image) > 4 else size


def orientation(image: "Image") -> int:
    """Return how the camera was held, from 1 to 8; 1, upright, if the file says nothing that can be understood."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found: Any = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # a block of EXIF that is damaged says nothing of how to hold the picture
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def opened(data: bytes) -> "Image":
    """Return a picture of which only the size and the like are read, and which is not too large.

    Raises:
        PictureError: as `picture_size`.
    """
    from PIL import Image  # only a casus with a picture waits for this

    try:
        with warnings.catch_warnings():
            # Whether it is too large is reckoned here; what is odd but readable is no concern of the user.
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except MemoryError:
        raise
    except Exception as error:  # as above
        raise _broken() from error
    if image.mode == "P" and image.palette is None:
        raise _broken()
    if image.width * image.height > MOST_PIXELS:
        raise _too_large()
    if max(image.size) > MOST_SIDE:
        message = f"heeft een zijde van meer dan {MOST_SIDE:,} beeldpunten".replace(",", ".")
        raise PictureError(message, "maak het plaatje kleiner")
    return image


def holds_as_it_is(image: "Image") -> bool:
    """Tell whether any program shows a file as it is meant: a JPEG in grey or RGB that needs no turning."""
    return (
        image.format == "JPEG"
        and image.mode in ("L", "RGB")
        and orientation(image) == 1
        and not image.info.get("icc_profile")
    )


def in_srgb(image: "Image") -> "Image":
    """Return the picture in grey or sRGB, with or without alpha, by its own profile if it has one."""
    from PIL import Image, ImageCms

    if image.mode.startswith("I;16") or image.mode == "I":
        # Sixteen bits of grey: Pillow would cut off what is above eight.
        image = image.point(lambda value: value / 256).convert("L")
    if "transparency" in image.info:
        image = image.convert("RGBA")
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        alpha = image.getchannel("A") if image.mode == "RGBA" else None
        colors = image.convert("RGB") if alpha else image
        try:
            done = ImageCms.profileToProfile(
                colors, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):  # a broken profile, or one of another kind: show its numbers as they are
            done = None
        if isinstance(done, Image.Image):
            if alpha:
                done.putalpha(alpha)
            return done
    return image if image.mode in ("L", "LA", "RGB", "RGBA") else image.convert("RGB")


def strips(image: "Image") -> "Iterator[tuple[int, Image]]":
    """Yield a picture in strips, each with where it begins: what is done strip by strip takes little room."""
    for top in range(0, image.height, _STRIP):
        yield top, image.crop((0, top, image.width, min(image.height, top + _STRIP)))


def _halved(image: "Image") -> "Image":
    """Return a picture of half the width and height; one of few colours keeps these."""
    from PIL import Image

    smaller = Image.new(image.mode, (max(1, (image.width + 1) // 2), max(1, (image.height + 1) // 2)))
    if image.mode in ("P", "PA") and (palette := image.getpalette("RGBA")):
        smaller.putpalette(palette, "RGBA")
    few = image.mode in ("1", "P", "PA") or image.mode.startswith("I")
    for top, strip in strips(image):
        size = (strip.width + 1) // 2, (strip.height + 1) // 2
        smaller.paste(strip.resize(size, Image.Resampling.NEAREST) if few else strip.reduce(2), (0, top // 2))
    smaller.info, smaller.format = image.info, image.format
    image.close()
    return smaller


def _turned(image: "Image", turn: int) -> "Image":
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    if turn not in ways:
        return image
    turned = image.transpose(ways[turn])
    turned.info = image.info
    return turned


def _broken() -> PictureError:
    return PictureError("is geen plaatje, of het is beschadigd", "bewaar het opnieuw als png of jpg")


def _too_large() -> PictureError:
    message = f"heeft meer dan {MOST_PIXELS // 1_000_000} miljoen beeldpunten"
    return PictureError(message, "maak het plaatje kleiner")
