"""What the casus calls a word of the game, with its forms, for a layout that has to ask for it."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from speelveld.markup.limits import LayoutError
from speelveld.woorden import WOORDEN, Woord, Wording
from speelveld.written.hints import PLAIN, suggest
from speelveld.written.tekst import KEPT, Tekst


def word_filters(wording: Wording) -> Mapping[str, Callable[..., Any]]:
    """Return the filters that ask for a word of the game, as `wording` calls it."""

    def known(key: str) -> Woord:
        if key not in WOORDEN:
            raise LayoutError(f"{key!r} is geen woord van het spel; {suggest(key, WOORDEN, PLAIN)}")
        return wording.woord(key)

    def kept(text: str) -> str:
        """Return a text in which no word is swapped."""
        return Tekst(text, KEPT) if wording and not isinstance(text, Tekst) else text

    def woord(key: str, form: str = "enkelvoud") -> str:
        word = known(key)
        forms = {"enkelvoud": word.enkelvoud, "meervoud": word.meervoud or "", "lidwoord": word.lidwoord}
        if form not in forms:
            raise LayoutError(f"{form!r} is geen vorm van een woord; {suggest(form, forms, PLAIN)}")
        return kept(forms[form])

    def bij(pronoun: str, key: str) -> str:
        known(key)
        return kept(wording.pronoun(pronoun, key))

    def letter(key: str) -> str:
        known(key)
        return wording.letters.get(key, "")

    asked: Mapping[str, Callable[..., str]] = {"blijft": kept, "woord": woord, "bij": bij, "letter": letter}
    return {name: _when_filled(call) for name, call in asked.items()}


def _when_filled(call: Callable[..., str]) -> Callable[..., str]:
    """Return a filter that Jinja asks each time: what it works out while it compiles would be of one casus for all."""

    @pass_context
    def asked(context: Context, *arguments: Any, **named: Any) -> str:
        del context
        return call(*arguments, **named)

    return asked
