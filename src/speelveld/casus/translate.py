"""What pydantic refuses in, a problem in plain Dutch with its place out; no word of pydantic's gets through."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from speelveld.casus.element import Written
from speelveld.casus.fields import REFUSED, WRONG_KIND
from speelveld.errors import Problem, Source
from speelveld.written.hints import nearest, quote, suggest
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Leeg, Rij, Waarde, at

Loc = tuple[int | str, ...]

BLOK = "een blok met sleutels"
_KINDS = {"is_instance_of": "een tekst", "tuple_type": "een lijst", "model_type": BLOK}


def translated(error: ValidationError, model: type[Written], root: Blok) -> Iterator[Problem]:
    """Yield what is wrong with the values under `root`, as read by `model`."""
    errors = error.errors(include_url=False, include_input=False)
    unknown = [each["loc"] for each in errors if each["type"] == "extra_forbidden"]
    misspelt = {(*path[:-1], nearest(str(path[-1]), _names(model, path[:-1]))) for path in unknown}
    for each in errors:
        kind, path, context = each["type"], each["loc"], each.get("ctx", {})
        value = at(root, path)
        if kind == "missing":
            if path not in misspelt:
                yield _missing(path, model, root)
        elif kind == "extra_forbidden":
            yield _unknown(path, model, root)
        elif kind == "too_short":
            if not value:  # otherwise its items are wrong, which has been said
                yield _too_short(path, root)
        elif kind == REFUSED:
            place = context["source"] or _source(value, root)
            yield Problem(context["message"], place, context["hint"])
        else:
            assert kind == WRONG_KIND or kind in _KINDS, f"there are no words yet for {kind!r} at {path}"
            yield _wrong_kind(path, context.get("kind") or _KINDS[kind], value, model, root)


def _source(value: Waarde | None, root: Blok) -> Source:
    return root.source if value is None else value.source


def _missing(path: Loc, model: type[Written], root: Blok) -> Problem:
    blok, key = at(root, path[:-1]), str(path[-1])
    assert isinstance(blok, Blok)
    if path == ("opgaven",):
        return _no_opgave(blok.key_source(key))
    field = _model_at(model, path[:-1]).model_fields[key]
    hint = f"schrijf bijvoorbeeld: {key}: {field.examples[0] if field.examples else _example(field.annotation)}"
    if key in blok.blanks:
        return Problem(f"'{key}' is leeg, maar moet zijn ingevuld", blok.key_source(key), hint)
    return Problem(f"hier ontbreekt '{key}'", blok.source, hint)


def _unknown(path: Loc, model: type[Written], root: Blok) -> Problem:
    blok, key = at(root, path[:-1]), str(path[-1])
    assert isinstance(blok, Blok)
    value, place = blok[key], blok.key_source(key)
    hint = suggest(key, _names(model, path[:-1]))
    if isinstance(value, Leeg) and value.source == Source(place.name, place.line, place.column + len(key)):
        hint = "hoort dit bij de tekst vóór de komma? Zet die hele tekst dan tussen dubbele aanhalingstekens"
    return Problem(f"onbekende sleutel {quote(key)}", place, hint)


def _too_short(path: Loc, root: Blok) -> Problem:
    place = _source(at(root, path), root)
    if path == ("opgaven",):
        return _no_opgave(place)
    return Problem(f"de lijst '{path[-1]}' is leeg", place, "zet er minstens één punt in")


def _no_opgave(source: Source) -> Problem:
    hint = "zet onder 'opgaven:' voor elke opgave een streepje, met titel, vraag, voor_wie, schuurt en merkt"
    return Problem("deze casus heeft nog geen opgave", source, hint)


def _wrong_kind(path: Loc, wanted: str, value: Waarde | None, model: type[Written], root: Blok) -> Problem:
    names = [part for part in path if isinstance(part, str)]
    subject = f"'{names[-1]}'" if isinstance(path[-1], str) else f"een punt van '{names[-1]}'"
    if isinstance(value, Leeg):
        return Problem(f"dit punt van '{names[-1]}' is leeg", value.source, "vul het in of haal het weg")
    if wanted == BLOK:
        field = _model_at(model, tuple(names[:-1])).model_fields[names[-1]]
        own = field.examples if _element_in(field.annotation) is None else None
        hint = f"schrijf bijvoorbeeld: {own[0] if own else _example(field.annotation).strip('[]')}"
    elif wanted == "een lijst":
        hint = "zet elk punt op een eigen regel, met '- ' ervoor"
    elif isinstance(value, Blok):
        hint = "staat er ': ' in de tekst? Zet de tekst dan tussen dubbele aanhalingstekens"
    else:
        hint = "schrijf één waarde, zonder streepjes of [ ]"
    message = f"{subject} moet {wanted} zijn, maar hier staat {_found(value)}"
    return Problem(message, _source(value, root), hint)


def _found(value: Waarde | None) -> str:
    if isinstance(value, Tekst):
        return f"de tekst {quote(value)}"
    return "een lijst" if isinstance(value, Rij) else BLOK


def _example(annotation: Any) -> str:
    """Return a mapping, or a list of one, as an author would begin it."""
    element = _element_in(annotation)
    fields = element.model_fields if element else {}
    required = [name for name, field in fields.items() if field.is_required() and name != "id"]
    keys = ", ".join(f"{name}: …" for name in required or list(fields)[:1] or ["titel"])
    return f"[{{{keys}}}]" if get_origin(annotation) is tuple else f"{{{keys}}}"


def _names(model: type[Written], path: Loc) -> tuple[str, ...]:
    return tuple(_model_at(model, path).model_fields)


def _model_at(model: type[Written], path: Loc) -> type[Written]:
    for part in path:
        if isinstance(part, str):
            inner = _element_in(model.model_fields[part].annotation)
            assert inner is not None, f"{part} holds no keys"
            model = inner
    return model


def _element_in(annotation: Any) -> type[Written] | None:
    """Return the model in `Model`, `Model | None` or `tuple[Model, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Written):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _element_in(inner))), None)
