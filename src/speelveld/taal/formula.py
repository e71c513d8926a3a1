"""The question of a casus or opgave in, how it should begin out: Hoe zorgen we samen dat …?"""

import re

FORMULA = "Hoe zorgen we samen dat"

_BEGIN = re.compile(r"hoe\s+zorgen\s+(?:we|wij)\s+samen\s+dat\s", re.IGNORECASE)
_OTHER_BEGIN = re.compile(r"hoe\s.{0,40}?\bzorg\w{0,6}\b.{0,40}?\sdat\s+", re.IGNORECASE | re.DOTALL)
# What an author may write that is not read.
_UNREAD = str.maketrans("", "", "*_\u00ad")


def has_formula(question: str) -> bool:
    """Return whether a question begins as it should."""
    return _BEGIN.match(_read(question)) is not None


def with_formula(question: str) -> str:
    """Return the question to write: the author's own where only the beginning differs, or the beginning."""
    read = _read(question)
    other = _OTHER_BEGIN.match(read)
    rest = " ".join(read[other.end() :].split()) if other else ""
    return f"{FORMULA} {rest or '…?'}"


def _read(question: str) -> str:
    return question.translate(_UNREAD).lstrip()
