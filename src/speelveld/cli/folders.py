"""Where a kit comes unless the user says otherwise: each casus, and each part of a kit, in a folder of its own."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from speelveld.cli.find import Found
from speelveld.cli.typed import FILE, typed
from speelveld.errors import Problem, UsageError

if TYPE_CHECKING:
    from speelveld.options import Options

# What a name may be long on every system, with that of the casus before it and a file behind it.
_LONGEST = 60


def default_folder(found: Found, options: "Options") -> Path:
    """Return the folder of a kit: that of its casus, with what makes it another kit behind it.

    Where the kit of another casus of the same name lies, this one gets a number.
    """
    from speelveld.build.place import other_casus

    name = _name(found, options)
    folder = Path("out", name)
    number = 1
    while other_casus(folder, casus_of(found)) is not None:
        number += 1
        folder = Path("out", f"{name}-{number}")
    return folder


def why_numbered(found: Found, options: "Options", folder: Path) -> str | None:
    """Return why the usual folder of a kit has a number behind it; None where it has not."""
    from speelveld.build.place import other_casus

    usual = Path("out", _name(found, options))
    if folder == usual or folder.parent != usual.parent:
        return None
    other = other_casus(usual, casus_of(found))
    return other and f"In {usual} ligt de kit van een andere casus: {other}. Daarom ligt deze in {folder}."


def refuse_among_own(folder: Path) -> Path:
    """Return a folder for what is made, unless an author keeps a casus in it: then nobody could tell the two apart.

    Raises:
        UsageError: there is a casus in it.
    """
    if not (folder / FILE).is_file():
        return folder
    message = f"in '{folder}' staat een casus; wat we maken komt dan tussen uw eigen bestanden"
    hint = f"kies een eigen map, zoals --uit {typed(str(folder / 'kit'))}, of laat --uit weg"
    raise UsageError([Problem(message, hint=hint)])


def casus_of(found: Found) -> Path:
    """Return the file of a casus."""
    return found.path / "casus.yaml" if found.path.is_dir() else found.path


def _name(found: Found, options: "Options") -> str:
    return found.name + ("-inktarm" if options.low_ink else "") + _part(options)


def _part(options: "Options") -> str:
    if options.since is not None:
        return "-veranderd"
    for word, names in (("alleen", options.only), ("kaarten", options.cards)):
        if names:
            return f"-{word}-{_joined(names)}"
    return ""


def _joined(names: tuple[str, ...]) -> str:
    """Return names as part of that of a folder; where that would be long, in short, and still another for others."""
    from speelveld.written.hints import slug

    words = [slug(word) or sha256(word.encode()).hexdigest()[:6] for name in names for word in name.split(",")]
    whole = "-".join(filter(None, words))
    if len(whole) <= _LONGEST:
        return whole
    return f"{words[0]}-en-{len(words) - 1}-andere-{sha256(whole.encode()).hexdigest()[:6]}"
