"""The kit that stands in a folder already: which of its pictures are still those of the files that are made now."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from speelveld.output.digest import digest
from speelveld.output.manifest import NAME, read_manifest

DRAWN_BY = "voorbeelden_door"
"""The key of a manifest that says what drew the pictures."""


@dataclass(frozen=True, slots=True)
class Former:
    """An earlier kit, by what its manifest says each file holds; nothing if other means drew its pictures."""

    folder: Path
    digests: Mapping[str, str]

    def pictures(self, name: str, pdf: bytes, names: Sequence[str]) -> dict[str, bytes] | None:
        """Return the pictures `names` of the file `name` if that holds `pdf` and they are as they were written."""
        if self.digests.get(name) != digest(pdf):
            return None
        found: dict[str, bytes] = {}
        with suppress(OSError):
            for picture in names:
                data = (self.folder / picture).read_bytes()
                if digest(data) != self.digests.get(picture):
                    return None
                found[picture] = data
            return found
        return None


def former_kit(folder: Path, profile: str, drawn_by: str) -> Former:
    """Return the kit in `folder` whose `profile` was drawn by these means; what cannot be read is no kit.

    The pictures are listed by the manifest of the folder, the files that they are of by that of the profile.
    """
    with suppress(OSError, ValueError, RecursionError):
        theirs = read_manifest(folder / profile / NAME)
        if theirs is not None and theirs.facts.get(DRAWN_BY) == drawn_by:
            whole = read_manifest(folder / NAME)
            shown = whole.digests if whole is not None else {}
            return Former(folder, shown | {f"{profile}/{name}": sha256 for name, sha256 in theirs.digests.items()})
    return Former(folder, {})
