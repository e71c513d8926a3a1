"""A tree that a model refuses → the same without what is wrong, so that the rest of it can be looked at.

What may be left out is left out; in place of what may not stands the example of its field, which has no place.
"""

from collections.abc import Iterable, Iterator
from typing import get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from speelveld.errors import Source
from speelveld.written.annotations import Loc, annotation_at, element_in, holds_names
from speelveld.written.element import Written
from speelveld.written.fields import Around
from speelveld.written.hints import nearest
from speelveld.written.loading import Model
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Fout, Rij, Waarde

NOWHERE = Source("")
"""Where an example stands that nobody wrote."""
# Of what is left the rest may then be seen to be wrong; more rounds than parts in parts there never are.
_ROUNDS = 12
# So many words are a text, of which others may say something.
_A_TEXT = 4


class Mended:
    """A tree of which parts are taken away; `lost` is whether one of them was a text that a reader would miss."""

    def __init__(self, root: Blok, model: type[Written]) -> None:
        """Take nothing away yet."""
        self.lost = root.broken
        self._root, self._model = root, model

    def read(self, model: type[Model], around: Around) -> Model | None:
        """Return the tree as `model`, without what that refuses; None if that cannot be done."""
        for _ in range(_ROUNDS):
            try:
                return model.model_validate(self._root, context=around)
            except ValidationError as error:
                found = error.errors(include_url=False, include_input=False)
                self._rename([each["loc"] for each in found if each["type"] == "extra_forbidden"])
                paths = [each["loc"][:-1] if each["loc"][-1:] == ("[key]",) else each["loc"] for each in found]
                done = [self._leave_out(path) for path in paths]
                if not all(done):
                    return None
            self._tidy(self._root)
        return None

    def without(self, places: Iterable[Source | None]) -> None:
        """Leave out what stands at these places; what is no longer there was left out before."""
        known = dict(_places(self._root))
        for place in places:
            if place in known:
                self._leave_out(known[place])
        self._tidy(self._root)

    def _rename(self, unknown: Iterable[Loc]) -> None:
        """Take a misspelt key for the one that its place lacks."""
        for path in unknown:
            blok, kind = self._at(path[:-1]), element_in(annotation_at(self._model, path[:-1]))
            if not isinstance(blok, Blok) or kind is None:
                continue
            near = nearest(str(path[-1]), list(kind.model_fields))
            if near and near not in blok and str(path[-1]) in blok:
                blok[near] = blok[str(path[-1])]

    def _leave_out(self, path: Loc) -> bool:
        """Leave out the smallest part at a path that can be missed, and tell whether there is one."""
        for end in range(len(path), 0, -1):
            parent, part = self._at(path[: end - 1]), path[end - 1]
            if isinstance(parent, Rij) and isinstance(part, int):
                self._miss(parent[part])
                parent[part] = Fout(parent.source)
                return True
            if isinstance(parent, Blok) and self._gone_from(parent, str(part), path[: end - 1]):
                return True
        return False

    def _at(self, path: Loc) -> Waarde | None:
        """Return what stands at a path; None where that has been left out with what it stood in."""
        here: Waarde | None = self._root
        for part in path:
            if isinstance(here, Blok):
                here = here.get(str(part))
            else:
                here = here[part] if isinstance(here, Rij) and isinstance(part, int) else None
        return here

    def _gone_from(self, blok: Blok, key: str, path: Loc) -> bool:
        kind = annotation_at(self._model, path)
        element = None if holds_names(kind) else element_in(kind)
        field = element.model_fields.get(key) if element else None
        if element and field and element.as_one and path:
            return False
        self._miss(blok.get(key))
        if field is None or not field.is_required():
            blok.pop(key, None)
            blok.blanks.pop(key, None)
            blok.marks.pop(key, None)
            return True
        if (own := blok.get(key)) is not None and own.source == NOWHERE:
            return False
        instead = _example(field, key)
        if instead is not None:
            blok[key] = instead
        return instead is not None

    def _miss(self, value: Waarde | None) -> None:
        self.lost = self.lost or any(len(text.split()) >= _A_TEXT for text in _texts(value))

    def _tidy(self, value: Waarde) -> None:
        """Take the items away that were left out of lists."""
        if isinstance(value, Rij):
            value[:] = [item for item in value if not isinstance(item, Fout)]
        for item in value.values() if isinstance(value, Blok) else value if isinstance(value, Rij) else ():
            self._tidy(item)


def _example(field: FieldInfo, key: str) -> Waarde | None:
    """Return what a hint shows for a field that must be filled in, as if it had been written."""
    element, listed = element_in(field.annotation), get_origin(field.annotation) is tuple
    if field.examples and element is None:
        words = str(field.examples[0])
        if not listed:
            return Tekst(words.strip('"'), NOWHERE, key)
        found = Rij(NOWHERE, key, len(words))
        found += [Tekst(word.strip(), NOWHERE, key) for word in words.strip("[]").split(",")]
        return found
    if element is None:
        return None
    blok = Blok(NOWHERE)
    for name, inner in element.model_fields.items():
        if inner.is_required():
            example = _example(inner, name)
            if example is None:
                return None
            blok[name] = example
    if not listed:
        return blok
    one = Rij(NOWHERE, key, 1)
    one.append(blok)
    return one


def _places(value: Waarde, path: Loc = ()) -> Iterator[tuple[Source, Loc]]:
    """Yield the place of each key and value with its path; what stands deeper comes later."""
    if isinstance(value, Blok):
        for key, inner in value.items():
            if key in value.marks:
                yield value.key_source(key), (*path, key)
            yield from ((inner.source, (*path, key)), *_places(inner, (*path, key)))
    elif isinstance(value, Rij):
        for number, inner in enumerate(value):
            yield from ((inner.source, (*path, number)), *_places(inner, (*path, number)))


def _texts(value: Waarde | None) -> Iterator[Tekst]:
    if isinstance(value, Tekst):
        yield value
    elif isinstance(value, Blok):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, Rij):
        for inner in value:
            yield from _texts(inner)
