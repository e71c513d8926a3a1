"""The words of one sentence in, passives out that leave open who does it: `wordt besloten`, `er is afgesproken`.

Found are worden with a participle in the same clause and no `door`; `er is` with one; and `is` with one that tells of a
decision (besloten, afgesproken). Not seen: a passive whose parts stand further apart than twelve words or in two
clauses, `krijgt … toegewezen`, `valt te doen`, and other sentences without a doer (`het is de bedoeling`). A participle
is known by its shape, so now and then a word of that shape is taken for one.
"""

from collections.abc import Iterator

from speelveld.taal.lists import LISTS
from speelveld.taal.participles import is_participle
from speelveld.taal.sentences import Word

_BECOME = frozenset(["wordt", "worden", "werd", "werden", "word"])
_BE = frozenset(["is", "zijn", "was", "waren"])
_MODALS = LISTS["hulpwerkwoord"]
# A new clause begins here; `en` and `of` also join two participles.
_OPENS_CLAUSE = LISTS["nieuwe-zin"]
_NOT_AFTER = LISTS["geen-werkwoord-na"]
_FURTHEST = 12
# Told with `zijn` of what came about by itself, or of a state: no passive.
_BY_ITSELF = LISTS["vanzelf"]
_DECISIONS = LISTS["besluit"]
# `door te`, `door middel van`: nobody does it.
_NOT_AN_AGENT = frozenset(["te", "middel"])


def passives(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Yield the auxiliary and participle of each passive without a doer, as indexes in the sentence, lowest first."""
    for at, word in enumerate(words):
        if word.lower in _BECOME:
            found = _participle(words, at)
        elif word.lower in _BE:
            found = _decision(words, at)
        else:
            continue
        if found is not None and not _has_agent(words, at):
            yield min(at, found), max(at, found)


def _has_agent(words: list[Word], at: int) -> bool:
    """Return whether `door` in the clause of an auxiliary names who does it."""
    for index in range(at, min(len(words) - 1, at + _FURTHEST)):
        if _names_agent(words, index):
            return True
        if words[index].breaks:
            break
    for index in range(at - 1, max(-1, at - _FURTHEST), -1):
        if words[index].breaks:
            return False
        if _names_agent(words, index):
            return True
    return False


def _names_agent(words: list[Word], at: int) -> bool:
    return words[at].lower == "door" and not words[at].breaks and words[at + 1].lower not in _NOT_AN_AGENT


def _participle(words: list[Word], at: int) -> int | None:
    """Return the participle that belongs to a form of worden: before it, or after it in the same clause."""
    for index in _just_before(words, at):
        if is_participle(words[index].lower):
            return index
    return _after(words, at)


def _just_before(words: list[Word], at: int) -> Iterator[int]:
    """Yield the places of `geregeld` in 'geregeld wordt', 'geregeld moet worden' and 'geregeld te worden'."""
    if at and not words[at - 1].breaks:
        if words[at - 1].lower not in _MODALS:
            if not (at > 1 and words[at - 2].lower in _NOT_AFTER):
                yield at - 1
        elif at > 1 and not words[at - 2].breaks:
            yield at - 2


def _after(words: list[Word], at: int) -> int | None:
    for index in range(at + 1, min(len(words), at + 1 + _FURTHEST)):
        if words[index - 1].breaks or words[index].lower in _OPENS_CLAUSE:
            return None
        if is_participle(words[index].lower) and (index == at + 1 or words[index - 1].lower not in _NOT_AFTER):
            return index
    return None


def _decision(words: list[Word], at: int) -> int | None:
    """Return the participle after `er is`, or one of a decision on either side of `is`."""
    impersonal = "er" in {words[index].lower for index in (at - 1, at + 1) if 0 <= index < len(words)}
    found = _after(words, at)
    if found is None and at and not words[at - 1].breaks and words[at - 1].lower in _DECISIONS:
        found = at - 1
    if found is None:
        return None
    participle = words[found].lower
    return found if participle in _DECISIONS or (impersonal and participle not in _BY_ITSELF) else None
