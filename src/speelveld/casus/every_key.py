"""The model of a casus → a text with every key it may have, commented out, each with what it is for and an example."""

from collections.abc import Iterator, Mapping
from typing import get_origin

from speelveld.casus.cards import Basisdeck, Voorwaarde
from speelveld.casus.ids import CARD_KINDS
from speelveld.casus.model import Casus
from speelveld.written.annotations import annotation_at, element_in, holds_names
from speelveld.written.element import Written
from speelveld.written.hints import slug

_HEAD = """\
# Alles wat u kunt invullen, met uitleg en een voorbeeld. Haal het eerste # weg voor elke regel die u gebruikt.
# Staat een sleutel al hierboven? Vul hem dan daar in, want elke sleutel mag één keer.
"""
_STEP, _EMPTY = "  ", "…"


def every_key(deck: Basisdeck) -> str:
    """Return the keys of a casus as lines that begin with '#'; behind that, what is explained begins with '# '.

    The ids of cards in the examples are those of `deck`.
    """
    lines = (line for key in Casus.model_fields for line in (*_lines(Casus, key, key, _of_cards(deck)), ""))
    return f"{_HEAD}\n" + "\n".join(f"#{line}" if line else "" for line in lines)


def _of_cards(deck: Basisdeck) -> dict[tuple[str, str], str]:
    """Return examples of this deck in place of those of the model, by the key of the casus and their own."""
    ids = {kind: [str(card.id) for card in getattr(deck, kind)] for kind in CARD_KINDS}
    named = {(kind, "vervangt"): _replaced(kind, ids[kind]) for kind in CARD_KINDS}
    return named | {
        ("opgaven", "past"): f"[{ids['aanpakken'][1]}]",
        ("aan_tafel", "aan_tafel"): f"[{ids['rollen'][-1]}]",
        ("weglaten", "weglaten"): f"[{ids['uitdagingen'][-1]}]",
        ("kaartsoorten", "kaarten"): "[{titel: Een vraag}]",
        ("rollen", "hoofddoek"): "nee",  # with one, no hair can be seen
    }


def _replaced(kind: str, ids: list[str]) -> str:
    """Return the card that the example replaces: the one it is the example of, or the first."""
    model = element_in(annotation_at(Casus, (kind,)))
    assert model is not None
    title = model.model_fields["naam" if kind == "rollen" else "titel"].examples
    name = slug(str(title[0])) if title else ""
    return name if name in ids else ids[0]


def _lines(model: type[Written], key: str, top: str, named: Mapping[tuple[str, str], str]) -> Iterator[str]:
    field, annotation = model.model_fields[key], annotation_at(model, (key,))
    yield f"# {field.description}"
    element = element_in(annotation)
    example = named.get((top, key)) or (str(field.examples[0]) if field.examples else None)
    if element is None or holds_names(annotation) or (example and _is_enough(model, key, element)):
        yield f"{key}: {_quoted(example or _EMPTY)}"
    else:
        yield f"{key}:"
        below = [line for name in element.model_fields for line in _lines(element, name, top, named)]
        yield from _below(below, listed=get_origin(annotation) is tuple)


def _is_enough(model: type[Written], key: str, element: type[Written]) -> bool:
    """Tell whether the example of a key will do: its block was shown with another key, or holds one key of several."""
    earlier = list(model.model_fields)[: list(model.model_fields).index(key)]
    shown = any(element_in(annotation_at(model, (name,))) is element for name in earlier)
    return shown or element is Voorwaarde or model is Casus


def _below(lines: list[str], *, listed: bool) -> Iterator[str]:
    """Yield the lines of a block deeper, and in a list with a dash before its first key."""
    dashed = not listed
    for line in lines:
        if dashed or line.startswith("#"):
            yield f"{_STEP * (2 if listed else 1)}{line}"
        else:
            dashed = True
            yield f"{_STEP}- {line}"


def _quoted(text: str) -> str:
    return f'"{text}"' if ": " in text and text[0] not in "[{\"'" else text
