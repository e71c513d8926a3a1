"""An ICC file → whether a press can print by it, and what it calls itself."""

from io import BytesIO
from pathlib import Path

# ICC.1:2010, 7.2: the header is 128 bytes; class, colour space and signature stand at these places in it.
_HEADER, _VERSION, _CLASS, _SPACE, _SIGNATURE = 128, 8, slice(12, 16), slice(16, 20), slice(36, 40)
# The largest there are, with fine tables for both ways, take some 10 MB.
_LARGEST = 40_000_000
_KINDS = {
    b"mntr": "een beeldscherm",
    b"scnr": "een scanner of camera",
    b"spac": "een kleurruimte",
    b"link": "een omzetting",
}


def check_profile(path: Path, *, oldest: bool) -> None:
    """Refuse what is no profile of a press in CMYK; `oldest`: version 4 of the standard is too new.

    Raises:
        ValueError: what is wrong, as words for the user.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError(f"{path.name!r} is te groot voor een ICC-profiel")
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"het bestand {path.name!r} is niet te lezen") from error
    if len(data) < _HEADER or data[_SIGNATURE] != b"acsp":
        raise ValueError(f"{path.name!r} is geen ICC-profiel")
    if data[_CLASS] != b"prtr":
        kind = _KINDS.get(data[_CLASS], "iets anders")
        raise ValueError(f"{path.name!r} is een profiel van {kind}, niet van een drukpers")
    if data[_SPACE] != b"CMYK":
        space = data[_SPACE].decode("ascii", "replace").strip()
        raise ValueError(f"{path.name!r} is een profiel voor {space}, niet voor CMYK")
    if oldest and data[_VERSION] >= 4:
        raise ValueError(f"{path.name!r} is van ICC-versie 4; PDF/X-1a kan alleen versie 2 aan")
    _assert_usable(path, data)


def _assert_usable(path: Path, data: bytes) -> None:
    from PIL import ImageCms

    try:
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(data)), "RGB", "CMYK")
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError(f"{path.name!r} is beschadigd: er kan geen kleur mee worden omgezet") from error


def profile_name(path: Path) -> str:
    """Return what the profile calls itself, on one line of ASCII; its file name if it says nothing."""
    from PIL import ImageCms

    text = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(path.read_bytes())))
    return " ".join(text.encode("ascii", "ignore").decode().split()) or path.stem
