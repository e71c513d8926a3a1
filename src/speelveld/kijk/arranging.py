"""What comes, goes and moves in a casus: cards, figures, steps and areas, and keys that may be left out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from speelveld.kijk.beginnings import HOLDERS, beginning
from speelveld.kijk.casusfile import ClashError, RefusedError
from speelveld.written.editing import EditableFile
from speelveld.written.hints import slug
from speelveld.written.nodes import Plain
from speelveld.written.paths import below, parts_of, spelled

Arranged = Callable[[EditableFile], EditableFile]
_NAMES = ("titel", "naam")
# Two cards cannot have one of these.
_OF_ONE_CARD = ("id", "vervangt")


class Arranger:
    """Knows in which order the keys of a casus come, and what a new item begins with."""

    def __init__(self, order: Sequence[str], today: Callable[[], date]) -> None:
        """Take the keys of a casus in the order in which a person writes them."""
        self._order, self._today = order, today

    def added(self, path: str, index: int) -> Arranged:
        """Return what puts a new item before the one at `index` of the list at `path`, which may not be there yet."""

        def change(file: EditableFile) -> EditableFile:
            opgave = file.values.get("opgaven[0].id") or slug(file.values.get("opgaven[0].titel", ""))
            item = beginning(path, self._today(), opgave)
            if item is None:
                raise RefusedError("Hier kan niets bij komen.")
            return self._with_item(file, path, index, item)

        return change

    def copied(self, path: str, index: int, seen: Mapping[str, str]) -> Arranged:
        """Return what puts a copy behind the item at `index`; `seen` is what its reader saw of that."""

        def change(file: EditableFile) -> EditableFile:
            item = _item(file, path, index, seen)
            if isinstance(item, dict):
                item = {key: value for key, value in item.items() if key not in _OF_ONE_CARD}
                for name in _NAMES:
                    if isinstance(item.get(name), str):
                        item[name] = f"{item[name]} (kopie)"
            return file.inserted(path, index + 1, item)

        return change

    def moved(self, path: str, index: int, to: int, seen: Mapping[str, str]) -> Arranged:
        """Return what puts the item at `index` at place `to`."""

        def change(file: EditableFile) -> EditableFile:
            _item(file, path, index, seen)
            return file.moved(path, index, to)

        return change

    def removed(self, path: str, index: int, seen: Mapping[str, str]) -> Arranged:
        """Return what takes the item at `index` away; of a list without items the key goes too."""

        def change(file: EditableFile) -> EditableFile:
            _item(file, path, index, seen)
            held = file.held(path)
            if path == "opgaven" and isinstance(held, list) and len(held) == 1:
                raise RefusedError("Eén opgave blijft er altijd. Verander deze, of maak er eerst een bij.")
            if isinstance(held, list) and len(held) == 1:
                return _without(file, path)
            return file.removed(f"{path}[{index}]")

        return change

    def put(self, path: str, value: "Plain | None", before: "Plain | None") -> Arranged:
        """Return what writes another value at a key that may not be there yet, or takes that key away (None)."""

        def change(file: EditableFile) -> EditableFile:
            held = file.held(path)
            if held != before:
                raise ClashError(_told(held))
            if value is None:
                return file if held is None else _without(file, path)
            if isinstance(value, str) and isinstance(held, str):
                return file.changed(path, value)
            if held is None:
                return self._with_key(file, path, value)
            return self._with_key(file.removed(path), path, value)

        return change

    def _with_item(self, file: EditableFile, path: str, index: int, item: Plain) -> EditableFile:
        held = file.held(path)
        if isinstance(held, list):
            return file.inserted(path, min(max(0, index), len(held)), item)
        if held == "":
            # The key is there, and nothing behind it.
            file = file.removed(path)
        top, *inside = parts_of(path)
        if inside and file.held(str(top)) is None:
            return self._with_key(file, str(top), {**_mapping(HOLDERS.get(str(top), {})), str(inside[0]): [item]})
        return self._with_key(file, path, [item])

    def _with_key(self, file: EditableFile, path: str, value: Plain) -> EditableFile:
        *above, key = parts_of(path)
        if above and file.held(spelled(above)) is None:
            return self._with_key(file, spelled(above), {str(key): value})
        return file.added(path, value, None if above else self._before(file, str(key)))

    def _before(self, file: EditableFile, key: str) -> str | None:
        """Return the last key of the file that comes before `key`."""
        if key not in self._order:
            return None
        earlier = self._order[: self._order.index(key)]
        return next((each for each in reversed(earlier) if file.held(each) is not None), None)


def _without(file: EditableFile, path: str) -> EditableFile:
    """Return the file without a key, and without the block around it if that is empty then."""
    above = spelled(parts_of(path)[:-1])
    holder = file.held(above) if above else None
    return file.removed(above if isinstance(holder, dict) and len(holder) == 1 else path)


def _item(file: EditableFile, path: str, index: int, seen: Mapping[str, str]) -> Plain:
    """Return an item of a list, if its texts are those that were seen.

    Raises:
        ClashError: another program changed it, or took it away.
    """
    place = below(path, index)
    held = file.held(place)
    inside = {
        name: text for name, text in file.values.items() if name == place or name.startswith((f"{place}.", f"{place}["))
    }
    if held is None or inside != dict(seen):
        raise ClashError(_told(held))
    return held


def _told(value: "Plain | None") -> str:
    """Return what a reader is shown of a value that is another than was thought."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list():
            return ", ".join(map(_told, value))
        case dict():
            return next((_told(value[name]) for name in _NAMES if name in value), "")


def _mapping(value: Plain) -> dict[str, Plain]:
    assert isinstance(value, dict)
    return value
