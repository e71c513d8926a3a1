"""The texts of one author in, what was found in them out: a text is cut into sentences once, and each check looks."""

from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, replace

from speelveld.casus import Negeer
from speelveld.taal.abbreviations import Abbreviations, Short
from speelveld.taal.finding import Bevinding, Leesbaarheid, Uitkomst, shortened
from speelveld.taal.formula import FORMULA, has_formula, with_formula
from speelveld.taal.jargon import jargon
from speelveld.taal.passive import passives
from speelveld.taal.reading import HARD, LEAST_WORDS, flesch_douma, reading
from speelveld.taal.sentences import Word, opening, sentences
from speelveld.taal.silence import silenced
from speelveld.taal.vocabulary import Vocabulary
from speelveld.written.foreign import dutch_alone
from speelveld.written.tekst import Tekst

MOST_WORDS = 15
_LONGEST_QUESTION = 200
# What has no sentences to make two of.
_NAMES = frozenset(("titel", "naam"))


@dataclass(frozen=True, slots=True)
class Looked:
    """A text in sentences, and what is said of each by itself."""

    parts: list[list[Word]]
    found: tuple[Bevinding, ...]


def lint(
    texts: Iterable[Tekst],
    known: Vocabulary,
    questions: Iterable[Tekst] = (),
    negeer: tuple[Negeer, ...] = (),
    looked: MutableMapping[str, Looked] | None = None,
) -> Uitkomst:
    """Return what stands in the way of a reader of `texts`; `questions` must begin with the formula.

    A text that is in `looked`, with the same `known`, is not cut again; of the others it is added there.
    """
    found: list[Bevinding] = []
    readings: list[Leesbaarheid] = []
    short = Abbreviations(known)
    for tekst in texts:
        seen = None if looked is None else looked.get(tekst)
        if seen is None:
            cut = list(sentences(dutch_alone(tekst)))
            seen = Looked(cut, tuple(each for words in cut for each in _in_sentence(tekst, words, known)))
            if looked is not None:
                looked[str(tekst)] = seen
        parts = seen.parts
        found += (each if each.tekst is tekst else replace(each, tekst=tekst) for each in seen.found)
        for words in parts:
            short.read(tekst, words)
        count = sum(map(len, parts))
        if count >= LEAST_WORDS:
            score = flesch_douma(parts)
            readings.append(Leesbaarheid(tekst, score, reading(score), count))
            if score < HARD:
                found.append(_hard(tekst, parts[0], score))
    found += [_unexplained(each, known) for each in short.unexplained()]
    found += [_question(tekst) for tekst in questions if dutch_alone(tekst).strip() and not has_formula(tekst)]
    kept, idle = silenced(found, negeer)
    return Uitkomst(kept, tuple(readings), idle)


def _in_sentence(tekst: Tekst, words: list[Word], known: Vocabulary) -> Iterator[Bevinding]:
    if len(words) > MOST_WORDS:
        first = shortened(opening(tekst, words))
        yield Bevinding(
            "lange-zin",
            tekst,
            words[0].start,
            shortened(tekst[words[0].start : words[-1].end]),
            f"de zin '{first}' heeft {len(words)} woorden",
            f"{_shorter(words, tekst.field)}; een zin heeft hoogstens {MOST_WORDS} woorden",
        )
    for at, last, (_, liever) in jargon(words, known):
        quoted = shortened(tekst[words[at].start : words[last].end].replace("\u00ad", ""))
        yield Bevinding(
            "jargon", tekst, words[at].start, quoted, f"'{quoted}' is vaktaal", f"schrijf liever: {shortened(liever)}"
        )
    for at, last in passives(words):
        between = " … " if last > at + 1 else " "
        quoted = shortened(words[at].text + between + words[last].text)
        yield Bevinding(
            "lijdende-vorm",
            tekst,
            words[at].start,
            quoted,
            f"'{quoted}' zegt niet wie dat doet",
            "noem wie het doet, zoals: 'de gemeente beslist' in plaats van 'er wordt beslist'",
        )


def _shorter(words: list[Word], field: str) -> str:
    if field in _NAMES:
        return f"maak de {field} korter"
    return "maak de vraag korter" if "?" in words[-1].tail else "maak er twee zinnen van"


def _hard(tekst: Tekst, first: list[Word], score: int) -> Bevinding:
    return Bevinding(
        "leesbaarheid",
        tekst,
        first[0].start,
        shortened(tekst),
        f"deze tekst leest {reading(score)}: {score} punten (Flesch-Douma)",
        f"gebruik kortere zinnen en kortere woorden; {HARD} punten of meer leest gewoon",
    )


def _unexplained(short: Short, known: Vocabulary) -> Bevinding:
    kind = "de wet" if short.law else "de afkorting"
    often = f" (staat er {short.count} keer)" if short.count > 1 else ""
    meaning = known.meanings.get(short.text.lower(), "…")
    return Bevinding(
        "afkorting",
        short.tekst,
        short.start,
        short.text,
        f"{kind} '{short.text}' heeft nergens uitleg{often}",
        f"schrijf de eerste keer: {short.text} ({meaning})",
    )


def _question(tekst: Tekst) -> Bevinding:
    begin = len(tekst) - len(tekst.lstrip())
    return Bevinding(
        "vraag",
        tekst,
        begin,
        shortened(tekst),
        f"deze vraag begint niet met '{FORMULA}'",
        f"schrijf: {shortened(with_formula(tekst), _LONGEST_QUESTION)}",
    )
