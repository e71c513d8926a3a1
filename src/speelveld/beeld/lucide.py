"""The names and the drawings of the Lucide icons, from the package, never from the network."""

from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile


@cache
def _archive() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@cache
def icon_names() -> frozenset[str]:
    """Return the name of every icon."""
    return frozenset(name.removesuffix(".svg") for name in _archive().namelist())


def icon_svg(name: str) -> bytes:
    """Return the drawing of an icon as SVG.

    Raises:
        KeyError: there is no icon with that name.
    """
    return _archive().read(f"{name}.svg")
