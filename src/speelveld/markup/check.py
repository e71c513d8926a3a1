"""Holds an element of a filled layout against the vocabulary."""

from collections.abc import Iterable, Iterator, Mapping

from speelveld.errors import Problem, Source
from speelveld.markup.vocabulary import ALL, BLOCKS, CHILDREN, INLINE, PARTS, PLACES, Element
from speelveld.written.alternatives import EXAMPLE, names_file
from speelveld.written.hints import PLAIN, choose, meant, suggest

# Parents in which children stand at their own x and y.
_FREE = frozenset({"card", "group", *PARTS})
_NUMBERS = frozenset({"page-number", "page-count"})


def check(name: str, attributes: Mapping[str, str], source: Source, parents: list[str]) -> Iterable[Problem]:
    """Return what is wrong with an element; `parents` are the names of the elements it stands in, the root first."""
    element = ALL.get(name)
    if element is None:
        hint = meant(name, ALL, "<{}>") or choose(sorted(BLOCKS), PLAIN)
        return [Problem(f"<{name}> is geen element van een layout", source, hint)]
    right = attributes.keys() <= element.attributes
    for key in element.required:
        right = right and attributes.get(key, "").strip() != ""
    right = right and not _says_nothing(attributes)
    if right and (not parents or _may_stand(name, attributes, parents)):
        return ()
    return _problems(name, element, attributes, source, parents)


def _says_nothing(attributes: Mapping[str, str]) -> bool:
    return "alt" in attributes and names_file(attributes["alt"], _file(attributes.get("src", "")))


def _file(name: str) -> str:
    # 'logo' and 'afbeelding' are no files: the casus says which ones these are.
    return name if "." in name else ""


def _may_stand(name: str, attributes: Mapping[str, str], parents: list[str]) -> bool:
    parent = parents[-1]
    if parent not in CHILDREN:
        return True
    if name in _NUMBERS and not PARTS.keys() & set(parents):
        return False
    if name == "a" and "a" in parents:
        return False
    return name in CHILDREN[parent] and ("y" not in attributes or name in PARTS or parent in _FREE)


def _problems(
    name: str, element: Element, attributes: Mapping[str, str], source: Source, parents: list[str]
) -> Iterator[Problem]:
    for key in attributes:
        if key not in element.attributes:
            hint = suggest(key, sorted(element.attributes), PLAIN)
            yield Problem(f"<{name}> heeft geen kenmerk {key!r}", source, hint)
    for key in element.required:
        if not attributes.get(key, "").strip():
            yield Problem(f"<{name}> mist het kenmerk {key!r}", source, f'schrijf <{name} {key}="…">')
    if _says_nothing(attributes):
        message = f"<{name}>: 'alt' is de naam van een bestand; wie het plaatje niet ziet, hoort die tekst"
        yield Problem(message, source, EXAMPLE)
    if parents and not _may_stand(name, {}, parents):
        yield Problem(f"<{name}> kan niet in <{parents[-1]}> staan", source, _where(name))
    elif parents and not _may_stand(name, attributes, parents):
        hint = "in een <card> of <group> heeft een element een eigen plek; hier volgt die uit de volgorde"
        yield Problem(f"<{name}> heeft in <{parents[-1]}> geen kenmerk 'y'", source, hint)


def _where(name: str) -> str | None:
    if name in _NUMBERS:
        return "een bladzijdenummer staat in de tekst van een <header> of <footer>"
    if name == "a":
        return "zet een link in een <text>, en niet in een andere link"
    if name in PLACES:
        return f"<{name}> hoort in {' of '.join(f'<{parent}>' for parent in PLACES[name])}"
    if name in INLINE:
        return "zet het in een <text>"
    return None
