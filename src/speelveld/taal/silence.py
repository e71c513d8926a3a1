"""What was found and what the author wants to keep in, the rest out, and the entries that silence nothing."""

from collections.abc import Iterable

from speelveld.casus import Negeer
from speelveld.taal.finding import Bevinding

_MARKS = str.maketrans("", "", "*_\u00ad…")
_ENDS = " .,;:!?'\"’‘“”"
# Of these the author quotes the first words; of the others all.
_BY_BEGINNING = frozenset({"lange-zin", "leesbaarheid", "vraag"})


def silenced(
    found: Iterable[Bevinding], entries: tuple[Negeer, ...]
) -> tuple[tuple[Bevinding, ...], tuple[Negeer, ...]]:
    """Return the findings that no entry silences, and the entries that silence none."""
    wanted: dict[tuple[str, str], list[tuple[int, Negeer, str]]] = {}
    for index, entry in enumerate(entries):
        text = _plain(entry.tekst)
        whole = "" if entry.controle in _BY_BEGINNING else text
        wanted.setdefault((entry.controle, whole), []).append((index, entry, text))
    used: set[int] = set()
    kept: list[Bevinding] = []
    for finding in found:
        words = _plain(finding.woorden) if entries else ""
        whole = "" if finding.controle in _BY_BEGINNING else words
        by = [
            index
            for index, entry, text in wanted.get((finding.controle, whole), ())
            if entry.veld in (None, finding.tekst.field) and _begins(words, text)
        ]
        used.update(by)
        if not by:
            kept.append(finding)
    return tuple(kept), tuple(entry for index, entry in enumerate(entries) if index not in used)


def _begins(words: str, text: str) -> bool:
    """Return whether words begin with the whole words of a text."""
    return bool(text) and words.startswith(text) and (len(words) == len(text) or not words[len(text)].isalnum())


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKS).lower().split()).strip(_ENDS)
