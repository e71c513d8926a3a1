"""Click's own words in Dutch: its help and its complaints about the command line."""

from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, types

_DUTCH = {
    "Usage:": "Gebruik:",
    "Usage": "Gebruik",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Arguments": "Argumenten",
    "Show this message and exit.": "Toon deze uitleg en stop.",
    "Error: {message}": "Fout: {message}",
    "Aborted!": "Gestopt.",
    "Try '{command} {option}' for help.": "Hulp nodig? Typ '{command} {option}'.",
    "No such option: {name}": "de optie {name} bestaat niet",
    "No such option {name!r}.": "de optie {name!r} bestaat niet.",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "(Did you mean {possibilities}?)": "(Bedoelt u {possibilities}?)",
    "Did you mean {possibilities}?": "Bedoelt u {possibilities}?",
    "(Possible options: {possibilities})": "(Mogelijke opties: {possibilities})",
    "Possible options: {possibilities}": "Mogelijke opties: {possibilities}",
    "(Possible commands: {possibilities})": "(Mogelijke opdrachten: {possibilities})",
    "No such command {name!r}.": "de opdracht {name!r} bestaat niet.",
    "No such command {name!r}": "de opdracht {name!r} bestaat niet",
    "Missing command.": "er is geen opdracht gegeven.",
    "Missing parameter: {param_name}": "er ontbreekt een waarde: {param_name}",
    "Missing {param_type}": "er ontbreekt een {param_type}",
    "Missing argument": "er ontbreekt een argument",
    "Missing option": "er ontbreekt een optie",
    "Missing parameter": "er ontbreekt een waarde",
    "argument": "argument",
    "option": "optie",
    "Choose from:\n\t{choices}": "kies uit:\n\t{choices}",
    "Choose from:\n\t{choices}.": "kies uit:\n\t{choices}.",
    "Invalid value: {message}": "dit kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "de waarde van {param_hint} kan niet: {message}",
    "Could not open file {filename!r}: {message}": "het bestand {filename!r} gaat niet open: {message}",
    "Option {name!r} requires an argument.": "de optie {name} vraagt om een waarde.",
    "Option {name!r} does not take a value.": "bij de optie {name} hoort geen waarde.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen heel getal.",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
    "unknown error": "onbekende fout",
    "default: {default}": "standaard: {default}",
    "required": "verplicht",
    "(dynamic)": "(wisselt)",
}
_PLURALS = {
    "Got unexpected extra argument ({args})": "dit is te veel: {args}",
    "Option {name!r} requires {nargs} arguments.": "de optie {name} vraagt om {nargs} waarden.",
    "{value!r} is not {choice}.": "{value!r} kan niet; kies {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} kan niet; kies uit: {choices}.",
    "(Possible options: {possibilities})": "(Bedoelt u {possibilities}?)",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
}


def _dutch(text: str) -> str:
    return _DUTCH.get(text, text)


def _dutch_plural(one: str, more: str, number: int) -> str:
    if number == 1 and one in _PLURALS:
        return _PLURALS[one]
    return _PLURALS.get(more) or _PLURALS.get(one) or _DUTCH.get(more, more)


def speak_dutch() -> None:
    """Make click speak Dutch; it looks its texts up under these names, and has no other way to be told a language."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        spoken: Any = module
        if hasattr(spoken, "_"):
            spoken._ = _dutch
        if hasattr(spoken, "ngettext"):
            spoken.ngettext = _dutch_plural


def usage_text(error: click.ClickException) -> str:
    """Return a complaint about the command line, with where to find help."""
    lines = [f"Fout: {error.format_message()}"]
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines.append(f"Hulp nodig? Typ '{error.ctx.command_path} --help'.")
    return "\n".join(lines)
