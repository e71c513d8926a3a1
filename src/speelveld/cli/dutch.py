"""Click's own words in Dutch: its help and its complaints about the command line."""

from collections.abc import Iterator
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, types

from speelveld.cli.typed import example_of, instead_of_command, instead_of_more, instead_of_nothing, instead_of_option

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
    "Invalid value for {param_hint}: {message}": "bij {param_hint}: {message}",
    "Could not open file {filename!r}: {message}": "het bestand {filename!r} gaat niet open: {message}",
    "Option {name!r} requires an argument.": "achter de optie {name} hoort een waarde.",
    "Option {name!r} does not take a value.": "bij de optie {name} hoort geen waarde.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen heel getal.",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
    "unknown error": "onbekende fout",
    "default: {default}": "standaard: {default}",
    "required": "verplicht",
    "(dynamic)": "(wisselt)",
}
_TOO_MUCH = "dit is te veel"
_PLURALS = {
    "Got unexpected extra argument ({args})": f"{_TOO_MUCH}: {{args}}",
    "Option {name!r} requires {nargs} arguments.": "de optie {name} vraagt om {nargs} waarden.",
    "{value!r} is not {choice}.": "{value!r} kan niet; kies {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} kan niet; kies uit: {choices}.",
    "(Possible options: {possibilities})": "(Bedoelt u {possibilities}?)",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
}


def _dutch(text: str) -> str:
    return _DUTCH.get(text, text)


def _dutch_plural(one: str, more: str, number: int) -> str:
    if number == 1 and (one in _PLURALS or one in _DUTCH):
        return _PLURALS.get(one) or _DUTCH[one]
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
    lines = [f"Fout: {_message(error)}", *_hint(error)]
    if isinstance(error, exceptions.BadOptionUsage) and (example := example_of(error.option_name)):
        lines.append(example)
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines.append(f"Hulp nodig? Typ '{error.ctx.command_path} --help'.")
    return "\n".join(lines)


def _message(error: click.ClickException) -> str:
    """Return what is wrong, without what click guesses was meant: letters alone say little of that."""
    if isinstance(error, exceptions.NoSuchOption | exceptions.NoSuchCommand):
        return error.message
    if isinstance(error, exceptions.MissingParameter) and isinstance(error.param, click.Argument):
        return "er ontbreekt een naam voor de map." if error.param.metavar == "MAP" else "er ontbreekt een casus."
    return error.format_message()


def _hint(error: click.ClickException) -> Iterator[str]:
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return
    command, arguments = context.command, list(context.obj or ())
    if isinstance(error, exceptions.NoSuchCommand) and isinstance(command, click.Group):
        rest = arguments[arguments.index(error.command_name) + 1 :] if error.command_name in arguments else ()
        yield instead_of_command(error.command_name, rest, command.list_commands(context))
    elif isinstance(error, exceptions.NoSuchOption):
        # Click reads '-uit' as '-u -i -t'; who types it means the whole word.
        long = next((word for word in arguments if len(word) > 2 and word[0] == "-" != word[1]), None)
        name = error.option_name if error.option_name.startswith("--") or long is None else f"-{long}"
        if hint := instead_of_option(name.partition("=")[0], command):
            yield hint
    elif isinstance(error, exceptions.MissingParameter) and error.param is not None:
        yield instead_of_nothing(context.command_path, begins=error.param.metavar == "MAP")
    elif error.message.startswith(_TOO_MUCH):
        called = context.info_name or ""
        words = arguments[arguments.index(called) + 1 :] if called in arguments else arguments
        more = error.message.removeprefix(f"{_TOO_MUCH}: ").split()
        yield instead_of_more(command, context.command_path, words, more)
