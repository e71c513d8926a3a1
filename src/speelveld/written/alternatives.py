"""Whether a text in place of a picture says anything of it."""

import re
from pathlib import PurePosixPath

_FILE = re.compile(r"[^\s/\\]*\.(?:png|jpe?g|svg|gif|webp|tiff?|bmp)", re.IGNORECASE)

EXAMPLE = "zeg in één zin wat er te zien is"


def names_file(alternative: str, file: str = "") -> bool:
    """Tell whether `alternative` is no more than the name of a file, such as that of the picture itself, `file`."""
    said = PurePosixPath(alternative.strip().replace("\\", "/")).name
    if _FILE.fullmatch(said):
        return True
    name = PurePosixPath(file).name
    return bool(name) and said.casefold() in (name.casefold(), PurePosixPath(name).stem.casefold())
