"""A loaded casus in, what is wrong with its words and those of the standard deck out, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from speelveld.build.kept import Kept
from speelveld.build.own_files import as_read
from speelveld.build.studio import Loaded
from speelveld.casus import Negeer, Places, Taallijst, load_words
from speelveld.errors import AuthorError, KitError, Problem, SpeelveldError, UsageError, in_order
from speelveld.taal import (
    Leesbaarheid,
    Looked,
    Uitkomst,
    casus_texts,
    deck_texts,
    lint,
    questions,
    shortened,
    vocabulary,
)

# More is no use to read on a terminal; as data all are given.
_MOST_SHOWN = 100
_MOST_LOOKED = 20_000


@dataclass(frozen=True, slots=True)
class Melding:
    """A remark on the words, with what a program may want to know of it apart."""

    problem: Problem
    controle: str
    veld: str
    woorden: str


@dataclass(frozen=True, slots=True)
class WordCheck:
    """The remarks on the words of a casus and of the standard deck, and how the longer texts of the casus read."""

    casus: tuple[Melding, ...]
    deck: tuple[Melding, ...]
    leesbaarheid: tuple[Leesbaarheid, ...]

    @property
    def meldingen(self) -> tuple[Melding, ...]:
        """All remarks, those on the casus first."""
        return (*self.casus, *self.deck)

    def shown(self) -> list[Problem]:
        """Return the remarks for a terminal: not more than anyone reads."""
        problems = [melding.problem for melding in self.meldingen]
        if len(problems) <= _MOST_SHOWN:
            return problems
        rest = len(problems) - _MOST_SHOWN
        more = f"er {'is' if rest == 1 else 'zijn'} nog {rest} {'melding' if rest == 1 else 'meldingen'} over de taal"
        return [*problems[:_MOST_SHOWN], Problem(more, hint="met --json krijgt u ze allemaal")]

    def as_error(self, other: SpeelveldError | None = None) -> SpeelveldError | None:
        """Return the remarks as mistakes, with those of `other`; None if there are none at all.

        They are the author's if one of them is; else the standard deck's.
        """
        if isinstance(other, UsageError) or not self.meldingen:
            return other
        problems = (*self.shown(), *(other.problems if other else ()))
        remarks = other.remarks if other else ()
        if self.casus or isinstance(other, AuthorError):
            return AuthorError(problems, remarks)
        return KitError(problems, remarks)


def check_words(loaded: Loaded, kept: Kept | None = None) -> WordCheck:
    """Return what stands in the way of a reader of a casus and of the standard deck.

    What `kept` has seen of the deck, and of texts of the casus by themselves, is not looked at again.

    Raises:
        KitError: the standard list of words is wrong.
    """
    memory, casus = kept or Kept(), loaded.casus
    written = as_read(map(str, loaded.files.paths())) if memory.stays else ()
    words = memory.made("words", (loaded.files, written), lambda: load_words(loaded.files))
    known = memory.made("vocabulary", (words, casus.taal), lambda: vocabulary(words, casus.taal))
    looked: dict[str, Looked] = memory.made("looked", known, dict)
    if len(looked) > _MOST_LOOKED:
        looked.clear()
    own = lint(casus_texts(casus), known, questions(casus), casus.taal.negeer, looked if memory.stays else None)
    name = casus.source.name
    if loaded.wrong:
        own = _sure(own, partly=loaded.partly)
    return WordCheck(
        _placed(own, Places({name: loaded.path / Path(name).name})),
        memory.made("deck words", (loaded.deck, words), lambda: _of_the_deck(loaded, words)),
        own.leesbaarheid,
    )


def _of_the_deck(loaded: Loaded, words: Taallijst) -> tuple[Melding, ...]:
    standard = lint(deck_texts(loaded.deck), vocabulary(words))
    return _placed(standard, Places({str(path): path for path in loaded.files.paths()}))


def _sure(found: Uitkomst, *, partly: bool) -> Uitkomst:
    """Return of the remarks on a casus that is wrong those that hold also when what is left out is there again."""
    elsewhere = ("afkorting",) if partly else ()  # may be explained there
    remarks = [each for each in found.bevindingen if each.tekst.source.name and each.controle not in elsewhere]
    return replace(found, bevindingen=tuple(remarks), zonder_werk=())


def _placed(found: Uitkomst, places: Places) -> tuple[Melding, ...]:
    meldingen = [*_remarks(found, places), *map(_idle, found.zonder_werk)]
    order = {id(problem): number for number, problem in enumerate(in_order(each.problem for each in meldingen))}
    return tuple(sorted(meldingen, key=lambda melding: order[id(melding.problem)]))


def _remarks(found: Uitkomst, places: Places) -> Iterator[Melding]:
    for each in found.bevindingen:
        field = each.tekst.field
        message = f"{each.controle} in '{field}': {each.melding}"
        yield Melding(
            Problem(message, places.at(each.tekst, each.plek), each.suggestie), each.controle, field, each.woorden
        )


def _idle(entry: Negeer) -> Melding:
    where = f" in '{shortened(entry.veld)}'" if entry.veld else ""
    message = f"dit punt van 'negeer' doet niets: {entry.controle} meldt '{shortened(entry.tekst)}'{where} niet"
    hint = "haal het weg, of schrijf de woorden zoals in de melding"
    return Melding(Problem(message, entry.source, hint), "negeer", "negeer", str(entry.tekst))


def reading_line(each: Leesbaarheid) -> str:
    """Return how a text reads, as a line for a terminal."""
    return (
        f"Leesbaarheid van '{each.tekst.field}': {each.score} punten, {each.oordeel} "
        f"(Flesch-Douma, over {each.woorden} woorden)."
    )


def remark_line(check: WordCheck, casus: str) -> Sequence[str]:
    """Return how many remarks there are in one line, or none."""
    count = len(check.meldingen)
    if not count:
        return ()
    told = "is er 1 melding" if count == 1 else f"zijn er {count} meldingen"
    return (f"Over de taal {told}. U leest ze met: speelveld controleer {casus}",)
