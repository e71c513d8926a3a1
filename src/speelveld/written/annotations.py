"""A model and a path of keys and indexes in, what the model says of the value there out."""

from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from speelveld.written.element import Written

Loc = tuple[int | str, ...]


def names_at(model: type[Written], path: Loc) -> tuple[str, ...]:
    """Return the keys that the mapping at the end of a path may have."""
    element = element_in(annotation_at(model, path))
    assert element is not None, f"{path} holds no keys"
    return tuple(element.model_fields)


def field_at(model: type[Written], path: Loc) -> FieldInfo:
    """Return the field at the end of a path; for an item of a list or mapping, the field which that is the value of."""
    for end in range(len(path), 0, -1):
        element = element_in(annotation_at(model, path[: end - 1]))
        if element is not None and path[end - 1] in element.model_fields:
            return element.model_fields[str(path[end - 1])]
    raise AssertionError(f"{path} leads to no field of {model.__name__}")


def annotation_at(model: type[Written], path: Loc) -> Any:
    """Return what the value at the end of a path should be, without that it may be left out."""
    here: Any = model
    for part in path:
        element = here if isinstance(here, type) and issubclass(here, Written) else None
        here = _plain(element.model_fields[str(part)].annotation if element else _item(here))
    return here


def element_in(annotation: Any) -> type[Written] | None:
    """Return the model in `Model`, `Model | None`, `tuple[Model, ...]` or `dict[str, Model]`."""
    if isinstance(annotation, type) and issubclass(annotation, Written):
        return annotation
    return next((found for inner in get_args(annotation) if (found := element_in(inner))), None)


def holds_names(annotation: Any) -> bool:
    """Tell whether it is a mapping whose keys its author chooses."""
    return get_origin(annotation) is dict


def example_of(annotation: Any) -> str:
    """Return a mapping, or a list of one, as an author would begin it."""
    element = element_in(annotation)
    fields = element.model_fields if element else {}
    required = [name for name, field in fields.items() if field.is_required() and name != "id"]
    keys = ", ".join(f"{name}: …" for name in required or list(fields)[:1] or ["titel"])
    return f"[{{{keys}}}]" if get_origin(annotation) is tuple else f"{{{keys}}}"


def _item(annotation: Any) -> Any:
    """Return what the items of a list are, or what stands behind the keys of a mapping."""
    return get_args(annotation)[1 if get_origin(annotation) is dict else 0]


def _plain(annotation: Any) -> Any:
    """Return an annotation without what else is said of it in `Annotated` and `| None`."""
    while True:
        arguments = [each for each in get_args(annotation) if each is not type(None)]
        if get_origin(annotation) in (tuple, dict) or not arguments:
            return annotation
        annotation = arguments[0]
