"""A value without its place, and what should be another in it → the value with that alone changed."""

from collections.abc import Callable, Sequence

from speelveld.written.nodes import Plain
from speelveld.written.parser import WHITE
from speelveld.written.paths import Part


def text_at(value: Plain, way: tuple[Part, ...]) -> Plain:
    """Return what stands at the end of a way of keys and indexes."""
    for part in way:
        value = value[part]  # type: ignore[index]
    return value


def with_text(value: Plain, way: tuple[Part, ...], text: str) -> Plain:
    """Return a value with another text at the end of a way."""
    return _changed(value, way, lambda _: text)


def with_key(value: Plain, way: tuple[Part, ...], key: str, new: Plain) -> Plain:
    """Return a value with a key more in the mapping at the end of a way."""
    return _changed(value, way, lambda old: {**_mapping(old), key: new})


def with_item(value: Plain, way: tuple[Part, ...], index: int, new: Plain) -> Plain:
    """Return a value with an item more in the list at the end of a way."""
    return _changed(value, way, lambda old: [*_list(old)[:index], new, *_list(old)[index:]])


def in_order(value: Plain, way: tuple[Part, ...], order: Sequence[int]) -> Plain:
    """Return a value with the list at the end of a way in another order of its indexes."""
    return _changed(value, way, lambda old: [_list(old)[index] for index in order])


def without(value: Plain, way: tuple[Part, ...]) -> Plain:
    """Return a value without what stands at the end of a way."""
    *above, part = way

    def left(old: Plain) -> Plain:
        if isinstance(old, dict):
            return {key: each for key, each in old.items() if key != part}
        return [each for at, each in enumerate(_list(old)) if at != part]

    return _changed(value, tuple(above), left)


def bare(value: Plain) -> Plain:
    """Return a value as the program reads it: without white at the ends of its texts."""
    match value:
        case str():
            return value.strip(WHITE)
        case list():
            return [bare(each) for each in value]
        case dict():
            return {key: bare(each) for key, each in value.items()}


def _changed(value: Plain, way: tuple[Part, ...], change: Callable[[Plain], Plain]) -> Plain:
    """Return a value with what stands at the end of a way changed."""
    if not way:
        return change(value)
    part, *rest = way
    match value:
        case list():
            return [_changed(each, tuple(rest), change) if at == part else each for at, each in enumerate(value)]
        case dict():
            return {key: _changed(each, tuple(rest), change) if key == part else each for key, each in value.items()}
    raise AssertionError(f"{way} leads nowhere")


def _mapping(value: Plain) -> dict[str, Plain]:
    assert isinstance(value, dict)
    return value


def _list(value: Plain) -> list[Plain]:
    assert isinstance(value, list)
    return value
