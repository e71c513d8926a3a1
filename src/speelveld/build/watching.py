"""What a layout reads of the objects in its data, noted by its path: if all of it is as it was, so is what it filled.

A large object (a casus, all cards, a print job) is another with each change, and a layout reads little of it. It is
given to the layout behind a `_Watched` that answers as the object itself does.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, cast
from weakref import ref

from speelveld.casus.kaart import Kaart
from speelveld.deck import Onderdeel
from speelveld.deck.cards import Cards
from speelveld.deck.oefenpotje import Beurt, Halte, Oefenpotje
from speelveld.pages import Laid, Page, Part, Print
from speelveld.written.element import Written

Way = tuple[str | int, ...]
"""How to come from the data to a value: a name in it, then attributes of objects and numbers in rows."""
_LARGE = (Written, Kaart, Cards, Onderdeel, Oefenpotje, Beurt, Halte, Laid, Page, Part, Print)
_ALL, _LENGTH = "all", "length"


class _Missing:
    """Stands for an attribute that an object has not."""


_MISSING: Final = _Missing()
_GONE: Final = _Missing()


class Watch:
    """Notes what is read of the data of one layout."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Nothing of `data` has been read yet."""
        self.noted: dict[tuple[Way, str], object] = {}
        self._data, self._shown = data, dict[Way, object]()

    def shown(self) -> dict[str, Any]:
        """Return the data to fill the layout with; what is small counts as read."""
        return {name: self.show((name,), value) for name, value in self._data.items()}

    def show(self, way: Way, value: object) -> object:
        """Return a value as a layout sees it."""
        kind = type(value)
        large = _SIZES.get(kind)
        if large is None:
            large = _SIZES[kind] = isinstance(value, _LARGE)
        rows = not large and (kind is list or kind is tuple) and _has_objects(cast(Sequence[object], value))
        if not large and not rows:
            self.noted[way, _ALL] = value
            return value
        if way not in self._shown:
            self._shown[way] = (_WatchedRow if rows else _Watched)(value, way, self)
        return self._shown[way]

    def notes(self) -> "Notes":
        """Return all that was read so far, with the data of which it was."""
        by_name: dict[str, list[tuple[Way, str, object]]] = {}
        for (way, what), value in self.noted.items():
            by_name.setdefault(str(way[0]), []).append((way[1:], what, value))
        return tuple((name, _faint(self._data.get(name, _MISSING)), tuple(read)) for name, read in by_name.items())


Notes = tuple[tuple[str, Callable[[], object], tuple[tuple[Way, str, object], ...]], ...]
"""By name in the data what stood there, if that is still anywhere, and of that what was read: the rest of the way to
it, how, and what it was."""
_SIZES: dict[type, bool] = {}


def _has_objects(row: Sequence[object]) -> bool:
    return any(isinstance(each, (*_LARGE, Mapping)) for each in row)


def _faint(root: object) -> Callable[[], object]:
    """Return what gives `root` while it is still anywhere: notes of long ago would hold every casus there was."""
    large = isinstance(root, _LARGE)
    if not large and not (isinstance(root, list | tuple) and _has_objects(root)):
        return lambda: root
    try:
        held = ref(root)
    except TypeError:
        return lambda: _GONE
    return lambda: _GONE if (found := held()) is None else found


class Now:
    """Tells whether what was noted is still so; one object serves all layouts that are filled at one time."""

    def __init__(self) -> None:
        """Nothing has been looked at yet."""
        self._read: dict[tuple[int, Way, str], object] = {}
        self._same: dict[tuple[int, int], bool] = {}
        self._held: list[object] = []

    def agrees(self, notes: Notes, data: Mapping[str, Any]) -> bool:
        """Tell whether a layout that read what is in `notes` would read the same of `data`."""
        for name, faint, read in notes:
            root, before = data.get(name, _MISSING), faint()
            if root is before or (isinstance(before, Written) and self._equal(before, root)):
                continue
            for rest, what, old in read:
                new = self._value(root, rest, what) if rest or what != _ALL else root
                if new is not old and not self._equal(old, new):
                    return False
        return True

    def _value(self, root: object, rest: Way, what: str) -> object:
        key = id(root), rest, what
        if key not in self._read:
            self._held.append(root)  # so that no other object gets its id
            self._read[key] = _at(root, rest, what)
        return self._read[key]

    def _equal(self, old: object, new: object) -> bool:
        if isinstance(old, str | int | float | None) or isinstance(new, str | int | float | None):
            # True is 1, and is printed otherwise.
            return type(old) is type(new) and old == new
        key = id(old), id(new)
        if key not in self._same:
            self._held += (old, new)
            self._same[key] = type(old) is type(new) and old == new
        return self._same[key]


def _at(root: object, rest: Way, what: str) -> object:
    here: Any = root
    try:
        for step in rest:
            here = here[step] if isinstance(step, int) else getattr(here, step)
        return len(here) if what == _LENGTH else here
    except (AttributeError, LookupError, TypeError):
        return _MISSING


def _plain(value: Any) -> Any:
    return value._whole() if isinstance(value, _Watched) else value


class _Watched:
    """A large object as a layout sees it; whatever is done to it but reading an attribute reads all of it."""

    __slots__ = ("_object", "_watch", "_way")

    def __init__(self, value: Any, way: Way, watch: Watch) -> None:
        self._object, self._way, self._watch = value, way, watch

    # What asks of which kind it is, gets the answer of the object.
    __class__ = property(lambda self: type(self._object))

    def _whole(self) -> Any:
        self._watch.noted[self._way, _ALL] = self._object
        return self._object

    def __getattr__(self, name: str) -> Any:
        way = (*self._way, name)
        try:
            value = getattr(self._object, name)
        except AttributeError:
            self._watch.noted[way, _ALL] = _MISSING
            raise
        return self._watch.show(way, value)

    def __getitem__(self, key: Any) -> Any:
        if isinstance(self._object, Kaart) and isinstance(key, str) and key in self._object:
            return self._watch.show((*self._way, key), self._object[key])
        if not hasattr(type(self._object), "__getitem__"):
            raise TypeError  # Jinja then asks for an attribute of this name
        return self._whole()[_plain(key)]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole())

    def __contains__(self, value: object) -> bool:
        return _plain(value) in self._whole()

    def __len__(self) -> int:
        return len(self._whole())

    def __bool__(self) -> bool:
        kind = type(self._object)
        return not (hasattr(kind, "__bool__") or hasattr(kind, "__len__")) or bool(self._whole())

    def __eq__(self, other: object) -> bool:
        return bool(self._whole() == _plain(other))

    def __hash__(self) -> int:
        return hash(self._whole())

    def __str__(self) -> str:
        return str(self._whole())

    def __repr__(self) -> str:
        return repr(self._whole())

    def __add__(self, other: Any) -> Any:
        return self._whole() + _plain(other)

    def __radd__(self, other: Any) -> Any:
        return _plain(other) + self._whole()


class _WatchedRow(_Watched):
    """A row of objects: how many there are is read apart from what they are, and of large ones each by itself."""

    __slots__ = ()

    def __len__(self) -> int:
        count = len(self._object)
        self._watch.noted[self._way, _LENGTH] = count
        return count

    def __bool__(self) -> bool:
        return len(self) > 0

    def __iter__(self) -> Iterator[Any]:
        if not self._of_large_ones():
            return iter(self._whole())
        return iter([self._watch.show((*self._way, number), self._object[number]) for number in range(len(self))])

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, int) and self._of_large_ones():
            number = key + len(self) if key < 0 else key
            if 0 <= number < len(self):
                return self._watch.show((*self._way, number), self._object[number])
        return self._whole()[_plain(key)]

    def __add__(self, other: Any) -> Any:
        other = _plain(other)
        return self._rows() + other if type(other) is type(self._object) else self._whole() + other

    def __radd__(self, other: Any) -> Any:
        other = _plain(other)
        return other + self._rows() if type(other) is type(self._object) else other + self._whole()

    def _rows(self) -> Any:
        return type(self._object)(self)

    def _of_large_ones(self) -> bool:
        return all(isinstance(each, _LARGE) for each in self._object)
