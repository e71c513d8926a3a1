"""Where this user's computer keeps what the program made before and may forget."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speelveld.output.store import FolderStore

VARIABLE = "SPEELVELD_CACHE"


def cache_folder() -> Path | None:
    """Return the folder for what may be forgotten, as each system has one; None where the user wants none.

    `SPEELVELD_CACHE` names another folder, and as an empty text none. On Linux: XDG Base Directory Specification.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named).absolute() if named else None
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home raises where there is no home)
    if not home.is_absolute():
        return None
    if sys.platform == "win32":
        usual = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return usual / "speelveld" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "speelveld"
    given = Path(os.environ.get("XDG_CACHE_HOME") or "")
    return (given if given.is_absolute() else home / ".cache") / "speelveld"


def user_store() -> "FolderStore | None":
    """Return the store of this user; None where the user wants none."""
    folder = cache_folder()
    if folder is None:
        return None
    from speelveld.output.store import FolderStore

    return FolderStore(folder / "gezet")
