"""The words of one sentence in, those that are jargon out, with what to write instead."""

from collections.abc import Iterator

from speelveld.taal.sentences import Word
from speelveld.taal.vocabulary import Term, Vocabulary

# What stands before an ending, or after a beginning, is a word: 'participatie' in 'xparticipatie' is none.
_SHORTEST_REST = 3


def jargon(words: list[Word], known: Vocabulary) -> Iterator[tuple[int, int, Term]]:
    """Yield the first and last word of each piece of jargon, as indexes in the sentence, and its term."""
    at = 0
    while at < len(words):
        found = _phrase(words, at, known)
        if found is None and (term := _term(words[at], known)) is not None:
            found = at, term
        if found is None:
            at += 1
            continue
        last, term = found
        yield at, last, term
        at = last + 1


def _phrase(words: list[Word], at: int, known: Vocabulary) -> tuple[int, Term] | None:
    if at + 1 == len(words):
        return None
    for phrase, term in known.phrases.get((words[at].lower, words[at + 1].lower), ()):
        last = at + len(phrase) - 1
        if last < len(words) and all(words[at + index].lower == word for index, word in enumerate(phrase)):
            return last, term
    return None


def _term(word: Word, known: Vocabulary) -> Term | None:
    lower = word.lower
    term = known.words.get(lower)
    if term is None and ("-" in lower or "/" in lower):
        parts = lower.replace("/", "-").split("-")
        term = next((known.words[part] for part in parts if part in known.words), None)
    if term is None:
        term = _compound(lower, known)
    return None if term is None or word.is_address else term


def _compound(lower: str, known: Vocabulary) -> Term | None:
    """Return the term that a compound ends or begins with."""
    rest = len(lower) - _SHORTEST_REST
    for length in range(min(rest, known.longest_ending), _SHORTEST_REST, -1):
        if (term := known.endings.get(lower[-length:])) is not None:
            return term
    for length in range(min(rest, known.longest_beginning), _SHORTEST_REST, -1):
        if (term := known.beginnings.get(lower[:length])) is not None:
            return term
    return None
