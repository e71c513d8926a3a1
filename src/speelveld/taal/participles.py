"""Whether a word looks like a past participle (gemaakt, besloten, uitgevoerd): by its shape, with exceptions."""

import re

from speelveld.taal.lists import LISTS

_PARTICLES = (
    "aan|achter|achteruit|af|binnen|bij|bijeen|bekend|bloot|boven|buiten|deel|dicht|door|gelijk|goed|groot|heen|hoog|in"
    "|klaar|kwijt|leeg|los|mee|mede|na|neer|om|omhoog|omlaag|onder|open|op|over|plaats|rond|samen|schoon|stil|stop|stuk"
    "|tegemoet|tegen|teleur|tentoon|terecht|terug|thuis|toe|uit|vast|veilig|verder|vol|voor|vooruit|vrij|waar|weer|weg"
)
_GE = re.compile(rf"(?:{_PARTICLES})?ge(?P<stem>[^\W\d_]{{2,}})")
_NO_GE = re.compile(
    rf"(?:{_PARTICLES})?(?:be|ver|her|ont|er|over|onder|door|voor|om|mis|weer|achter|vol)(?P<stem>[^\W\d_]{{2,}})"
)

# Strong verbs: what stands after ge-, be-, ver- and the like.
_STRONG = LISTS["sterk"]
# Looks like one and is none, or is said of a state: gezond, bekend, gebied, bereid.
_NOT = LISTS["geen-deelwoord"]
# A weak participle has -t only after these (`betaalt` is none), but after ge- the verb itself may end in t: geplant.
_SOFT_ENDS = re.compile(r"(?:[tkfspxc]|ch|sh)t")
# Most words in -end tell of what goes on (ontzettend); of these verbs it is the participle.
_REAL_END = re.compile(r"(?:(?<!k)k|w|op|ef)end$")
_LEAST = 5


def is_participle(word: str) -> bool:
    """Return whether a word in small letters may be a past participle."""
    if len(word) < _LEAST or word in _NOT:
        return False
    with_ge = _GE.fullmatch(word)
    found = with_ge or _NO_GE.fullmatch(word)
    if found is None:
        return False
    stem = found["stem"]
    if word.endswith("en") or stem in ("daan", "zien", "gaan", "staan"):
        return _strong(stem)
    if word.endswith("end"):
        return _REAL_END.search(stem) is not None
    if word.endswith("t"):
        return with_ge is not None or _SOFT_ENDS.search(stem[-3:]) is not None
    return word.endswith("d") and not word.endswith("heid")


def _strong(stem: str) -> bool:
    """Return whether what stands after the prefix is strong, perhaps after one prefix more."""
    return stem in _STRONG or any(stem.startswith(prefix) and stem[len(prefix) :] in _STRONG for prefix in ("be", "ge"))
