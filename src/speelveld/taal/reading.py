"""A text in, its figure of Flesch-Douma out.

W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960) fitted the formula of Flesch to Dutch:
206.835 - 0.93 x words per sentence - 77 x syllables per word. It counts; it does not read. A figure says nothing of the
order of a text or of what its words mean, and is no level of language.
"""

import re

from speelveld.taal.sentences import Word

LEAST_WORDS = 100
"""Douma counted samples of a hundred words; of a shorter text the figure means nothing."""

_NUCLEUS = re.compile(
    "éé|óó|áá|úú|aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|y(?![aeiou])|(?<!q)u|[aeioáàäâéèëêíìïîóòöôúùüû]"
)
# Words that are not spoken as they are spelled; parts of compounds too.
_OTHERWISE = ((re.compile("team|dream|coach|board"), -1), (re.compile("useum|petroleum|[^g]eum$"), 1))
_READINGS = (
    (90, "heel makkelijk"),
    (80, "makkelijk"),
    (70, "vrij makkelijk"),
    (60, "gewoon"),
    (50, "vrij moeilijk"),
    (30, "moeilijk"),
)
HARD = 60
"""Below this a text is harder than a newspaper; the bands are those of Flesch."""


def syllables(word: str) -> int:
    """Return how many syllables a word has read aloud; a number counts for one, capitals for their letters."""
    if len(word) > 1 and word.isalpha() and word.isupper():
        return len(word)
    lower = word.lower()
    count = sum(1 for _ in _NUCLEUS.finditer(lower))
    for pattern, change in _OTHERWISE:
        count += change * len(pattern.findall(lower))
    return max(count, 1)


def flesch_douma(sentences: list[list[Word]]) -> int:
    """Return the figure of a text of one sentence or more."""
    words = [word for sentence in sentences for word in sentence]
    per_word = sum(syllables(word.text) for word in words) / len(words)
    return round(206.835 - 0.93 * len(words) / len(sentences) - 77 * per_word)


def reading(score: int) -> str:
    """Return a figure in words."""
    return next((words for least, words in _READINGS if score >= least), "heel moeilijk")
