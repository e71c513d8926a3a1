"""The print shop that a user names, sought where users keep such files."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from speelveld.cli.find import Found
from speelveld.cli.printers import config_folder

if TYPE_CHECKING:
    from speelveld.options import Options


def with_shop(options: "Options", name: str | None, found: Found) -> "Options":
    """Return `options` with the print shop `name` for the casus `found`; the standard one if none was named.

    A name is sought beside the casus, in the user's own folder, in the current folder, and among the bundled ones.

    Raises:
        UsageError: it does not exist.
        AuthorError: its file is wrong.
    """
    if "drukker" not in options.profiles:
        return options
    from speelveld.profiles.drukker.find import STANDARD, find_shop
    from speelveld.profiles.drukker.wishes import load_shop
    from speelveld.resources import bundled

    beside = found.path if found.path.is_dir() else found.path.parent
    shops = bundled("layouts") / "drukkers"
    path = shops / f"{STANDARD}.yaml" if name is None else find_shop(name, (beside, config_folder(), Path()), shops)
    return replace(options, shop=load_shop(path, str(path)))
