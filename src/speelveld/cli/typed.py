"""A command line as people type it → what they mean by it, or else the hint that gets them there."""

import os
import shlex
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import click

from speelveld.written.hints import nearest, quote

FILE = "casus.yaml"
_HELP = frozenset(("-help", "--hulp", "-hulp", "-?", "/?", "/help", "/h"))
_VERSION = frozenset(("--version", "-version", "-v", "-V", "version", "versie", "-versie"))
_ASKS_HELP = frozenset(("help", "hulp", "h"))
# What the same is called in other programs, in English, and by who does not know the word yet.
_OTHERWISE = {
    "maak": "make build create generate bouw bouwen maken genereer kit print printen afdrukken druk drukken pdf run",
    "controleer": "check controle controleren test testen validate lint nakijken checken kijk verify controller",
    "nieuw": "new init begin start nieuwe aanmaken create-casus maak-casus",
    "kaarten": "kaart cards card lijst list ids",
    "proefspeel": "play simulate speel spelen proef proefspelen proefspel simuleer balans",
    "voorbeelden": "examples example voorbeeld demo",
    "kalibreer": "calibrate kalibratie printer printers",
    "handleiding": "manual docs handboek uitleg gids guide readme",
    "schema": "json-schema jsonschema",
}
_COMMANDS = {word: command for command, words in _OTHERWISE.items() for word in words.split()}
_OPTIONS = {
    "--output": "--uit",
    "--out": "--uit",
    "--map": "--uit",
    "--naar": "--uit",
    "-o": "--uit",
    "--profile": "--profiel",
    "--tables": "--tafels",
    "--players": "--deelnemers",
    "--spelers": "--deelnemers",
    "--personen": "--deelnemers",
    "--people": "--deelnemers",
    "--only": "--alleen",
    "--paper": "--papier",
    "--board": "--bord",
    "--date": "--datum",
    "--quiet": "--stil",
    "-q": "--stil",
    "--strict": "--streng",
    "--from": "--van",
    "--duration": "--duur",
    "--minuten": "--duur",
    "--font": "--huisstijl",
    "--style": "--huisstijl",
    "--drukkerij": "--drukker",
    "--dubbelzijdig": "--duplex",
    "--groot": "--grootletter",
    "--zwartwit": "--inktarm",
}


def as_meant(arguments: Sequence[str], commands: Collection[str]) -> list[str]:
    """Return a command line with what needs no asking put right: help, capitals, and names with spaces in them."""
    words = list(arguments)
    if words and words[0].lower() in _ASKS_HELP:
        words = [*(_known(word, commands) for word in words[1:2]), "--help"]
    if words and words[0] in _VERSION:
        words[0] = "--versie"
    words = ["--help" if word.lower() in _HELP else word for word in words]
    if words and words[0].lower() in commands:
        words[0] = words[0].lower()
    return [*words[:1], *_joined(words[1:])] if words[:1] != ["nieuw"] else words


def _known(word: str, commands: Collection[str]) -> str:
    return word.lower() if word.lower() in commands else _COMMANDS.get(word.lower(), word)


def _joined(words: Sequence[str]) -> list[str]:
    """Return the words with those together that are one list, 'a, b', or one path with spaces that is there."""
    found: list[str] = []
    at = 0
    while at < len(words):
        end = _path(words, at)
        word = " ".join(words[at:end])
        if found and found[-1].endswith(",") and not word.startswith("-"):
            found[-1] += word
        else:
            found.append(word)
        at = end
    return found


def _path(words: Sequence[str], at: int) -> int:
    """Return where a path ends that begins at a word: behind more of them only if these alone name nothing."""
    if words[at].startswith("-") or _there(words[at]):
        return at + 1
    longest = at + 1
    for end in range(at + 2, len(words) + 1):
        if words[end - 1].startswith("-"):
            break
        if _there(" ".join(words[at:end])):
            longest = end
    return longest


def _there(text: str) -> bool:
    try:
        return bool(text.strip()) and Path(text).exists()
    except (OSError, ValueError):
        return False


def here() -> bool:
    """Tell whether the user works in the folder of a casus."""
    return Path(FILE).is_file()


def or_here(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """Return the casus that is named, or that of this folder for who names none.

    Raises:
        click.MissingParameter: there is none in this folder.
    """
    if value is None and not here():
        raise click.MissingParameter(ctx=ctx, param=param)
    return "." if value is None else value


def casussen_here() -> list[str]:
    """Return the names of the folders below this one that hold a casus."""
    try:
        return sorted(path.parent.name for path in Path().glob(f"*/{FILE}"))
    except OSError:
        return []


def typed(text: str) -> str:
    """Return a name as the user types it."""
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return f'"{text}"' if " " in text and not set(text) & set('"$`\\') else shlex.quote(text)


def instead_of_command(name: str, rest: Iterable[str], commands: Collection[str]) -> str:
    """Return what to type in place of a command that does not exist."""
    others = " ".join(map(typed, rest))
    command = _COMMANDS.get(name.lower())
    if command is None and _is_casus(name):
        return f"Wilt u hier een kit van maken? Typ: speelveld maak {typed(name)}{f' {others}' if others else ''}"
    if command is None:
        # Letters alone say little: 'kopieer' is no misspelt 'kalibreer'.
        command = nearest(name, [known for known in commands if known[:2] == name[:2].lower()])
    if command is None:
        return f"Kies uit: {', '.join(commands)}."
    return f"Bedoelt u: speelveld {command}{f' {others}' if others else ''}?"


def instead_of_option(name: str, command: click.Command) -> str | None:
    """Return what to type in place of an option that does not exist."""
    known = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    if (other := _OPTIONS.get(name.lower())) in known:
        return f"Bedoelt u {quote(str(other))}?"
    if near := nearest(name, [option for option in known if option[:3] == name[:3].lower()]):
        return f"Bedoelt u {quote(near)}?"
    return None


def _is_casus(name: str) -> bool:
    from speelveld.resources import examples

    return name in examples() or _there(name) or (here() and Path.cwd().name == name)
