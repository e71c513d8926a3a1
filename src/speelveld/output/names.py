"""Which relative names may be written, and so may be removed again later."""

import re

_FORBIDDEN = re.compile(r'[\\:*?"<>|]')  # on Windows: separators, drives, streams and wildcards
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def is_safe_name(name: str) -> bool:
    """Tell whether `name` is a relative POSIX path that means the same file, inside its folder, on every system."""
    return name.isprintable() and all(map(_is_safe_part, name.split("/")))


def _is_safe_part(part: str) -> bool:
    # Windows drops a closing full stop or space, so that another file would be meant; this refuses '.' and '..' too.
    return bool(part) and not part.endswith((".", " ")) and not _FORBIDDEN.search(part) and not _DEVICE.fullmatch(part)
