"""What an operating system refuses, in plain Dutch: nobody else looks at an errno, and its English is never shown."""

import errno
from pathlib import Path

_LOOK = "controleer de naam en de map"
_GONE = ("dit bestand bestaat niet", _LOOK)
_CLOSED = ("u mag dit bestand niet lezen", "vraag de eigenaar van het bestand om leesrecht")
_UNREAD = {
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EISDIR: ("dit is een map, geen bestand", _LOOK),
    errno.ENAMETOOLONG: ("deze naam is te lang voor een bestand", _LOOK),
    errno.ELOOP: ("deze snelkoppeling verwijst naar zichzelf", "kies het bestand zelf"),
}

# Why nothing can be written: where the place is known already, and with the place in it; then what to do, with the
# way out of who asks.
_FULL = ("de schijf is vol", "de schijf met '{}' is vol", "maak ruimte vrij, of {}")
_FORBIDDEN = (
    "u mag daar niet schrijven",
    "u mag niet schrijven in '{}'",
    "{}, of vraag de beheerder om schrijfrechten",
)
_IN_THE_WAY = (
    "er staat een bestand met die naam in de weg",
    "er staat een bestand in de weg, dus '{}' kan geen map zijn",
    "{}",
)
_NOWHERE = ("die map kan daar niet komen", "'{}' kan geen map worden op deze plek", "{}")
_UNWRITTEN = {
    errno.ENOENT: _NOWHERE,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: ("de schijf kan alleen worden gelezen", "de schijf met '{}' kan alleen worden gelezen", "{}"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENAMETOOLONG: ("de naam is te lang", "het pad naar '{}' is te lang", "{}, met een korter pad"),
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
}


def unread(error: OSError | ValueError) -> tuple[str, str | None]:
    """Return why a file cannot be read, and a hint; a ValueError is what Python makes of a name with a NUL in it."""
    if not isinstance(error, OSError):
        return "dit is geen naam van een bestand", None
    return _UNREAD.get(error.errno or 0, (f"dit bestand is niet te lezen{_number(error)}", None))


def unwritten(error: OSError) -> str:
    """Return why nothing can be written where the message has already said that is."""
    known = _UNWRITTEN.get(error.errno or 0)
    return known[0] if known else f"dat lukt daar niet{_number(error)}"


def unwritten_in(folder: Path, error: OSError, way_out: str) -> tuple[str, str]:
    """Return why nothing can be written into `folder`, and a hint with the way out, such as 'kies een andere map'."""
    unknown = ("", f"schrijven in '{{}}' is niet gelukt{_number(error)}", "probeer het opnieuw, of {}")
    _, message, hint = _UNWRITTEN.get(error.errno or 0, unknown)
    return message.replace("{}", str(folder)), hint.replace("{}", way_out)


def is_full(error: OSError) -> bool:
    """Tell whether there was no room left."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def never_there(folder: Path) -> OSError:
    """Return the error of a folder that is made and never there, as in a folder that the system makes up itself."""
    return FileNotFoundError(errno.ENOENT, "never there", str(folder))


def knows_no_locks(error: OSError) -> bool:
    """Tell whether a disk refused a lock because it has none, and not because another holds it."""
    return error.errno in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)


def cannot_wait_for_folders(error: OSError) -> bool:
    """Tell whether a disk, such as one on a network, cannot say when a folder is written."""
    return error.errno in (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def _number(error: OSError) -> str:
    return f" (fout {error.errno})" if error.errno else ""
