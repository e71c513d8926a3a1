"""What pydantic refuses in, a problem in plain Dutch with its place out; no word of pydantic's gets through."""

import re
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from speelveld.errors import Problem, Source
from speelveld.written.annotations import Loc, annotation_at, element_in, example_of, field_at, holds_names, names_at
from speelveld.written.element import Written
from speelveld.written.fields import Ontbreekt
from speelveld.written.hints import nearest, quote, suggest
from speelveld.written.pasted import BULLETS, called
from speelveld.written.refusal import REFUSED, WRONG_KIND
from speelveld.written.syntax import TYPE_DASH
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Fout, Leeg, Rij, Waarde, at

BLOK, LIJST = "een blok met sleutels", "een lijst"
_KEY = "[key]"  # what pydantic adds to the place of a key that is refused itself
# So few words are a name, and stand in brackets; more are a text, with a dash before it.
_A_WORD = 2
_NO_SPACE = re.compile(r"-[^\s-]")
_KINDS = {"is_instance_of": "een tekst", "tuple_type": LIJST, "model_type": BLOK, "dict_type": BLOK}


def translated(error: ValidationError, model: type[Written], root: Blok) -> Iterator[Problem]:
    """Yield what is wrong with the values under `root`, as read by `model`."""
    errors = error.errors(include_url=False, include_input=False)
    unknown = [each["loc"] for each in errors if each["type"] == "extra_forbidden"]
    misspelt = {(*path[:-1], nearest(str(path[-1]), names_at(model, path[:-1]))) for path in unknown}
    # What a thing lacks whose name is no name for it only follows from that.
    nameless = {path[:-1] for each in errors if each["type"] == REFUSED and (path := each["loc"])[-1:] == (_KEY,)}
    for each in errors:
        kind, path, context = each["type"], each["loc"], each.get("ctx", {})
        if kind == REFUSED and path[-1:] == (_KEY,):
            path = path[:-1]
        value = at(root, path)
        if isinstance(value, Fout) or (root.broken and _nothing_there(kind, value)):
            continue
        if kind == "missing":
            if path not in misspelt and not any(path[:end] in nameless for end in range(len(path))):
                yield _missing(path, model, root)
        elif kind == "extra_forbidden":
            yield _unknown(path, model, root)
        elif kind == "too_short":
            if not value:  # otherwise its items are wrong, which has been said
                yield _too_short(path, model, root)
        elif kind == REFUSED:
            place = context["source"] or _source(value, root)
            yield Problem(context["message"], place, context["hint"])
        else:
            assert kind == WRONG_KIND or kind in _KINDS, f"there are no words yet for {kind!r} at {path}"
            yield _wrong_kind(path, context.get("kind") or _KINDS[kind], value, model, root)


def _nothing_there(kind: str, value: Waarde | None) -> bool:
    return kind in ("missing", "too_short") or isinstance(value, Leeg)


def _source(value: Waarde | None, root: Blok) -> Source:
    return root.source if value is None else value.source


def _missing(path: Loc, model: type[Written], root: Blok) -> Problem:
    blok, key = at(root, path[:-1]), str(path[-1])
    assert isinstance(blok, Blok)
    field = field_at(model, path)
    if words := _own_words(field):
        return Problem(words.message, blok.key_source(key), words.hint)
    hint = f"schrijf bijvoorbeeld: {key}: {field.examples[0] if field.examples else example_of(field.annotation)}"
    if key in blok.blanks:
        return Problem(f"'{key}' is leeg, maar moet zijn ingevuld", blok.key_source(key), hint)
    return Problem(f"hier ontbreekt '{key}'", blok.source, hint, of_block=True)


def _unknown(path: Loc, model: type[Written], root: Blok) -> Problem:
    blok, key = at(root, path[:-1]), str(path[-1])
    assert isinstance(blok, Blok)
    value, place = blok[key], blok.key_source(key)
    hint = suggest(key, names_at(model, path[:-1]))
    if isinstance(value, Leeg) and value.source == Source(place.name, place.line, place.column + len(key)):
        hint = "hoort dit bij de tekst vóór de komma? Zet die hele tekst dan tussen dubbele aanhalingstekens"
    return Problem(f"onbekende sleutel {quote(key)}", place, hint)


def _too_short(path: Loc, model: type[Written], root: Blok) -> Problem:
    place = _source(at(root, path), root)
    if words := _own_words(field_at(model, path)):
        return Problem(words.message, place, words.hint)
    return Problem(f"de lijst '{path[-1]}' is leeg", place, "zet er minstens één punt in")


def _own_words(field: FieldInfo) -> Ontbreekt | None:
    return next((each for each in field.metadata if isinstance(each, Ontbreekt)), None)


def _wrong_kind(path: Loc, wanted: str, value: Waarde | None, model: type[Written], root: Blok) -> Problem:
    names = [part for part in path if isinstance(part, str)]
    in_list = isinstance(path[-1], int) and isinstance(at(root, path[:-1]), Rij)
    if isinstance(value, Leeg) or (value == "" and isinstance(value, Tekst)):
        if in_list:
            return Problem(f"dit punt van '{names[-1]}' is leeg", value.source, "vul het in of haal het weg")
        return Problem(f"'{names[-1]}' is leeg", value.source, "vul iets in, of haal deze regel weg")
    subject = f"een punt van '{names[-1]}'" if in_list else f"'{names[-1]}'"
    if wanted == BLOK:
        kind = annotation_at(model, path)
        own = field_at(model, path).examples if element_in(kind) is None or holds_names(kind) else None
        shown = field_at(model, path).examples or ()
        if own is None and _is_field(path, model) and shown and str(shown[0]).startswith("{"):
            own = [f"{names[-1]}: {shown[0]}"]
        hint = f"schrijf bijvoorbeeld: {own[0] if own else example_of(kind).strip('[]')}"
    elif wanted == LIJST and (sign := _bullet(value)):
        message = f"{subject} moet {wanted} zijn, maar hier staat {called(sign)}"
        return Problem(message, _source(value, root), TYPE_DASH)
    elif wanted == LIJST and isinstance(value, Tekst) and _NO_SPACE.match(value):
        hint = f"zet een spatie achter elk streepje: - {value.lstrip('-')[:40].split(' -')[0]}"
    elif wanted == LIJST and isinstance(value, Tekst) and _in_brackets(path, value, model):
        own = field_at(model, path).examples
        hint = f"schrijf bijvoorbeeld: {names[-1]}: {own[0] if own and 'hart' in names else f'[{value}]'}"
    elif wanted == LIJST:
        hint = "zet elk punt op een eigen regel, met '- ' ervoor"
    elif isinstance(value, Blok):
        hint = "staat er ': ' in de tekst? Zet de tekst dan tussen dubbele aanhalingstekens"
    else:
        hint = "schrijf één waarde, zonder streepjes of [ ]"
    message = f"{subject} moet {wanted} zijn, maar hier staat {_found(value)}"
    return Problem(message, _source(value, root), hint)


def _in_brackets(path: Loc, value: Tekst, model: type[Written]) -> bool:
    """Tell whether a text is a name that may stand in a list between brackets."""
    return len(value.split()) <= _A_WORD and element_in(annotation_at(model, path)) is None


def _is_field(path: Loc, model: type[Written]) -> bool:
    """Tell whether a path ends in a key of a mapping with keys of its own, and not in one its author chose."""
    kind = annotation_at(model, path[:-1])
    return element_in(kind) is not None and not holds_names(kind) and isinstance(path[-1], str)


def _bullet(value: Waarde | None) -> str | None:
    """Return the sign that a text, or the first key of a mapping, begins with as a point of a list does."""
    text = next(iter(value.marks), "") if isinstance(value, Blok) else str(value) if isinstance(value, Tekst) else ""
    return text[0] if text[:1] in tuple(BULLETS) and text[1:2].isspace() else None


def _found(value: Waarde | None) -> str:
    if isinstance(value, Tekst):
        return f"de tekst {quote(value)}"
    return LIJST if isinstance(value, Rij) else BLOK
