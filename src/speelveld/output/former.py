"""The kit that stands in a folder already: which of its pictures are still those of the files that are made now."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from speelveld.output.digest import digest
from speelveld.output.manifest import read_digests

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


def former_kit(folder: Path, drawn_by: str, name: str = "kit.json") -> Former:
    """Return the kit in `folder`, drawn by these means; what cannot be read is no kit."""
    with suppress(OSError, ValueError, RecursionError):
        digests = read_digests(folder / name)
        if digests and json.loads((folder / name).read_bytes()).get(DRAWN_BY) == drawn_by:
            return Former(folder, digests)
    return Former(folder, {})
