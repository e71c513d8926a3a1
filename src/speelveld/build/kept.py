"""Set faces kept by what they are made of: filled layouts, theme, fonts, what they borrow, and the program itself.

In memory as they are, and in a store as plain data. What is kept is right or is not found; without it, or with a store
that loses things, all is set as ever.
"""

import json
import re
import sys
import zlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, cast

import speelveld
from speelveld.build.recent import Recent
from speelveld.files import ReadFile, Store
from speelveld.markup.style import Theme
from speelveld.output.digest import digest
from speelveld.typeset import Frame, SetFaces
from speelveld.typeset.kinds import Tried, TriedKey
from speelveld.typeset.stored import Data, Packer, Unpacker

MOST_FACES = 500
"""Of a kind with more faces all filled layouts together take too much memory; it is set as ever."""
_MOST_IN_MEMORY = 240
_MOST_TRIED = 1500
# In items on frames, which take somewhat more than 1 kB each: a kit has some 20 000 of them.
_HEAVIEST_IN_MEMORY = 80_000
_HEAVIEST_TRIED = 40_000
_MOST_PARTS = 2500
# What typesetting and drawing a font ask that is no part of the program.
_LIBRARIES = ("fonttools", "jinja2", "lucide", "pillow", "pyphen", "segno", "tinycss2", "uharfbuzz")
_DRAWING = ("pikepdf", "pypdfium2", "reportlab")
_FASTEST = 1
_ATTRIBUTES = r"((?:\s+[\w.:-]+=\"[^\"<]*\")*)\s*/?>"
_BORROWING = {"image": "src", "thumbnail": "of"}
_TAGS = {name: re.compile(f"<{name}{_ATTRIBUTES}") for name in _BORROWING}


Made = TypeVar("Made")


class Kept:
    """Set faces of earlier times; one object may serve many builds, one after the other."""

    def __init__(self, store: Store | None = None, *, stays: bool = False) -> None:
        """Keep in memory, and in `store` if there is one; `stays` in a process that makes the same kit again and again.

        Then all is kept that spares time the next time, such as what layouts read of the casus.
        """
        self._store = store
        self.stays = stays
        self._faces: Recent[str, SetFaces] = Recent(_MOST_IN_MEMORY, _weight, _HEAVIEST_IN_MEMORY)
        self._tries: Recent[TriedKey, Tried] = Recent(_MOST_TRIED, lambda tried: _items(tried.frames), _HEAVIEST_TRIED)
        self._parts: Recent[tuple[str, Hashable], object] = Recent(_MOST_PARTS)
        self._made: dict[str, tuple[object, object]] = {}

    @cached_property
    def of_files(self) -> Store | None:
        """Where what this program makes of a file alone is kept, by the content of the file; None where nothing is."""
        return _OfFiles(self._store) if self._store else None

    def made(self, name: str, of: object, make: Callable[[], Made]) -> Made:
        """Return what `make` makes; where it was made of the same, under this name, it is what it was."""
        if not self.stays:
            return make()
        before = self._made.get(name)
        if before is not None and before[0] == of:
            return cast(Made, before[1])
        found = make()
        self._made[name] = of, found
        return found

    def find(self, key: str, picture: Callable[[Data], ReadFile], frame: Callable[[Data], Frame]) -> SetFaces | None:
        """Return the faces of `key`; `picture` and `frame` bring what they borrow, LookupError where that is gone."""
        found = self._faces.get(key)
        if found is not None:
            return found
        data = self._store.get(key) if self._store else None
        if data is None:
            return None
        try:
            step, frames = json.loads(zlib.decompress(data))
            found = SetFaces(Unpacker(picture, frame).frames(frames), step)
        except (ValueError, TypeError, LookupError, zlib.error):
            return None
        self._faces.put(key, found)
        return found

    def keep(
        self, key: str, faces: SetFaces, name_picture: Callable[[ReadFile], Data], name_frame: Callable[[Frame], Data]
    ) -> None:
        """Keep the faces of `key`."""
        self._faces.put(key, faces)
        if self._store is None:
            return
        try:
            data = [faces.step, Packer(name_picture, name_frame).frames(faces.frames)]
        except LookupError:
            return
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        self._store.put(key, zlib.compress(text.encode("utf-8", "surrogatepass"), _FASTEST))

    def find_tried(self, key: TriedKey) -> Tried | None:
        """Return what came of a face that was tried before, or None."""
        return self._tries.get(key)

    def keep_tried(self, key: TriedKey, tried: Tried) -> None:
        """Keep what came of a face."""
        self._tries.put(key, tried)

    def parts(self, setting: str) -> "PartsOf | None":
        """Return what was built of parts of papers, set with what has the key `setting`; None where nothing stays."""
        return PartsOf(self._parts, setting) if self.stays else None


class _OfFiles:
    """A store of what this program alone makes: of another program it has nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> bytes | None:
        return self._store.get(key_of([_program(), key]))

    def put(self, key: str, data: bytes) -> None:
        self._store.put(key_of([_program(), key]), data)


class PartsOf:
    """What was built of parts of papers, all set with the same."""

    def __init__(self, held: Recent[tuple[str, Hashable], object], setting: str) -> None:
        """Hold them with all others in `held`."""
        self._held, self._setting = held, setting

    def find_part(self, key: Hashable) -> object | None:
        """Return what was built, or None."""
        return self._held.get((self._setting, key))

    def keep_part(self, key: Hashable, built: object) -> None:
        """Keep what was built."""
        self._held.put((self._setting, key), built)


def borrowed(text: str) -> Mapping[str, Sequence[str]]:
    """Return the names of the pictures ('image') and other onderdelen ('thumbnail') that a filled layout asks for.

    Raises:
        LookupError: they cannot be told from the text alone.
    """
    found: dict[str, list[str]] = {}
    for name, key in _BORROWING.items():
        if f"<{name}" not in text:
            continue
        tags = _TAGS[name].findall(text)
        if len(tags) != text.count(f"<{name}"):
            raise LookupError(name)
        named = [re.search(rf'\s{key}="([^"&]*)"', attributes) for attributes in tags]
        if not all(named):
            raise LookupError(name)
        found[name] = list(dict.fromkeys(match[1] for match in named if match))
    return found


def key_of(parts: Sequence[str]) -> str:
    """Return one key for all that `parts` say, in this order."""
    told = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        told.update(len(data).to_bytes(8, "little"))
        told.update(data)
    return told.hexdigest()


def _weight(faces: SetFaces) -> int:
    return sum(map(_items, faces.frames))


def _items(frames: Sequence[Frame]) -> int:
    return 1 + sum(frame.count for frame in frames)


def setting_key(theme: Theme, fonts: Mapping[str, ReadFile], targets: Sequence[str]) -> str:
    """Return a key for what all faces of a build are set with: program, theme, fonts, and where links lead."""
    return key_of([_program(), repr(theme), *_letters(fonts), repr(tuple(targets))])


def drawing_key(fonts: Mapping[str, ReadFile]) -> str:
    """Return a key for what draws what was set, as PDF and as a picture of that: program, fonts, and libraries."""
    libraries = [f"{name} {version(name)}" for name in _DRAWING]
    return key_of([_program(), *_letters(fonts), *libraries])


def _letters(fonts: Mapping[str, ReadFile]) -> list[str]:
    return [f"{face}={digest(file.data)}" for face, file in sorted(fonts.items())]


@cache
def _program() -> str:
    """Return what tells this program apart from any other: its own text, and the versions of what it asks."""
    root = Path(speelveld.__file__).parent
    told = sha256()
    for path in sorted(root.rglob("*.py")):
        if "_data" not in path.parts:
            told.update(f"{path.relative_to(root).as_posix()}\0".encode())
            told.update(path.read_bytes())
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    return key_of([told.hexdigest(), sys.version, *libraries])
