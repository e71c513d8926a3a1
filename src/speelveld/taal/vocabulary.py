"""The list of words, and the author's own, made ready to look up: every form of every word with its replacement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from speelveld.casus import Taal, Taallijst, Woord
from speelveld.taal.inflection import noun_forms, verb_forms

Term = tuple[str, str]
"""A word as it is listed, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the checks look up, in small letters."""

    words: Mapping[str, Term]
    phrases: Mapping[tuple[str, str], list[tuple[tuple[str, ...], Term]]]
    """By their first two words, the longest first."""
    endings: Mapping[str, Term]
    beginnings: Mapping[str, Term]
    meanings: Mapping[str, str] = field(default_factory=dict)
    """What abbreviations mean."""
    short: frozenset[str] = frozenset()
    """The abbreviations that may be written in small letters: Wmo and pgb, but not DUO and IND."""
    known: frozenset[str] = frozenset()
    """Abbreviations that need no meaning."""
    longest_ending: int = 0
    longest_beginning: int = 0


def vocabulary(standard: Taallijst, own: Taal | None = None) -> Vocabulary:
    """Return the standard list with the author's own words, which go first."""
    made = _Making()
    if own:
        made.add(own.jargon, verbs=False)
        made.add(own.werkwoorden, verbs=True)
    made.add(standard.jargon, verbs=False)
    made.add(standard.uitdrukkingen, verbs=False)
    made.add(standard.werkwoorden, verbs=True)
    for entries in made.phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    meanings = {str(word.woord).lower(): str(word.liever) for word in standard.afkortingen}
    return Vocabulary(
        made.words,
        made.phrases,
        made.endings,
        made.beginnings,
        meanings,
        frozenset(str(word.woord).lower() for word in standard.afkortingen if not word.woord.isupper()),
        frozenset(str(name).lower() for name in standard.bekend),
        max(map(len, made.endings), default=0),
        max(map(len, made.beginnings), default=0),
    )


class _Making:
    def __init__(self) -> None:
        self.words: dict[str, Term] = {}
        self.phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Term]]] = {}
        self.endings: dict[str, Term] = {}
        self.beginnings: dict[str, Term] = {}

    def add(self, entries: Iterable[Woord], *, verbs: bool) -> None:
        for entry in entries:
            names = [name for part in str(entry.woord).lower().split(",") if (name := " ".join(part.split()))]
            for name in names:
                shown = names[0].replace("|", "").strip("*")
                self._add(name, (shown, str(entry.liever)), verbs=verbs)

    def _add(self, name: str, term: Term, *, verbs: bool) -> None:
        bare = name.strip("*").rstrip(".")
        if " " in bare:
            self._phrase(bare, term)
            return
        forms = verb_forms(bare) if verbs else noun_forms(bare)
        for form in forms:
            if " " in form:
                self._phrase(form, term)
            else:
                self.words.setdefault(form, term)
                if name.startswith("*"):
                    self.endings.setdefault(form, term)
        if name.endswith("*"):
            self.beginnings.setdefault(bare, term)

    def _phrase(self, phrase: str, term: Term) -> None:
        words = tuple(word.rstrip(".") for word in phrase.split())
        self.phrases.setdefault((words[0], words[1]), []).append((words, term))
