"""The kit that stands in a folder already: which of its pictures still show what is made now."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from speelveld.output.digest import digest
from speelveld.output.manifest import NAME, read_manifest

SHOWS = "toont"
"""The key of a picture's entry in a manifest: a digest of all that is on it and of what drew it."""


@dataclass(frozen=True, slots=True)
class Former:
    """The pictures of an earlier kit: what each shows → its name in the folder, and the SHA-256 it was written with."""

    folder: Path
    pictures: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def picture(self, shows: str) -> bytes | None:
        """Return the picture that shows this, if it stands there as it was written."""
        if shows not in self.pictures:
            return None
        name, sha256 = self.pictures[shows]
        with suppress(OSError):
            data = (self.folder / name).read_bytes()
            return data if digest(data) == sha256 else None
        return None


def former_kit(folder: Path) -> Former:
    """Return the kit in `folder`; what cannot be read is no kit."""
    with suppress(OSError, ValueError, RecursionError):
        manifest = read_manifest(folder / NAME)
        if manifest is not None:
            entries = manifest.entries.items()
            return Former(
                folder, {str(entry[SHOWS]): (name, str(entry["sha256"])) for name, entry in entries if SHOWS in entry}
            )
    return Former(folder)
