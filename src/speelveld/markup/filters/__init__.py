"""The filters of layouts: Jinja's harmless ones, and the program's own, which print values and words of the game."""

from collections.abc import Callable, Mapping
from typing import Any

from speelveld.markup.filters.borrowed import JINJA_FILTERS
from speelveld.markup.filters.figures import kerngetal
from speelveld.markup.filters.texts import TEXT_FILTERS
from speelveld.markup.filters.words import word_filters
from speelveld.woorden import Wording

__all__ = ["JINJA_FILTERS", "filters_of"]


def filters_of(wording: Wording) -> Mapping[str, Callable[..., Any]]:
    """Return the program's own filters, by their names, in the words of a casus."""
    return {**TEXT_FILTERS, "kerngetal": kerngetal, **word_filters(wording)}
