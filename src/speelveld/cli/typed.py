"""A command line as people type it → what they mean by it, or else the hint that gets them there."""

import os
import re
import shlex
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import click

from speelveld.errors import Problem, UsageError, legible
from speelveld.profiles import PROFILES
from speelveld.written.hints import nearest, quote

FILE = "casus.yaml"
_HELP = frozenset(("-help", "--hulp", "-hulp", "-?", "/?", "/help", "/h"))
_VERSION = frozenset(("--version", "-version", "-v", "-V", "version", "versie", "-versie"))
_ASKS_HELP = frozenset(("help", "hulp", "h"))
# What the same is called in other programs, in English, and by who does not know the word yet.
_OTHERWISE = {
    "maak": "make build create generate bouw bouwen maken genereer kit print printen afdrukken druk drukken pdf run",
    "controleer": "check controle controleren test testen validate lint nakijken checken verify controller",
    "kijk": "look view show preview edit bekijk bekijken kijken bewerk bewerken schrijf schrijven open serve",
    "nieuw": "new init begin start nieuwe aanmaken create-casus maak-casus",
    "kaarten": "kaart cards card lijst list ids",
    "proefspeel": "play simulate speel spelen proef proefspelen proefspel simuleer balans",
    "voorbeelden": "examples example voorbeeld demo",
    "kalibreer": "calibrate kalibratie printer printers",
    "handleiding": "manual docs handboek uitleg gids guide readme",
    "schema": "json-schema jsonschema",
}
# What a program for texts makes of '--', before the name of an option.
_LONG_DASH = re.compile(r"-*(?P<dash>[–—−‒―‑‐])[–—−‒―‑‐-]*[A-Za-z]")
_CURLY = "“”„‟"
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
    # A hard space comes along with what is pasted.
    words = [part for word in arguments for part in (word.split("\N{NO-BREAK SPACE}") if _is_pasted(word) else [word])]
    if words and words[0].lower() in _ASKS_HELP:
        words = [*(_known(word, commands) for word in words[1:2]), "--help"]
    if words and words[0] in _VERSION:
        words[0] = "--versie"
    words = ["--help" if word.lower() in _HELP else word for word in words]
    if words and words[0].lower() in commands:
        words[0] = words[0].lower()
    return [*words[:1], *_joined(words[1:])] if words[:1] != ["nieuw"] else words


def refuse_typography(words: Sequence[str]) -> None:
    """Refuse what a program for texts made of two hyphens, or of straight quotation marks, before anything is done.

    Raises:
        UsageError: an option begins with a long dash, or a name with a curly quotation mark.
    """
    typed_again = list(words)
    problems: list[Problem] = []
    for at, word in enumerate(words):
        if word == "--":
            break
        if (found := _LONG_DASH.match(word)) and not _there(word):
            name = word[found.end() - 1 :]
            typed_again[at] = f"{'-' if len(name) == 1 else '--'}{name}"
            problems.append(Problem(f"vóór {quote(name)} staat een lange streep ({found['dash']})"))
        elif any(sign in word for sign in _CURLY) and not _there(word):
            typed_again[at] = re.sub(f"[{_CURLY}]", '"', word)
            problems.append(Problem(f"in {quote(word)} staat een krullend aanhalingsteken"))
    if problems:
        first = problems[0].message
        what = "een gewoon streepje, twee keer" if "streep" in first else "rechte aanhalingstekens"
        whole = " ".join(["speelveld", *(word if '"' in word else typed(word) for word in typed_again)])
        raise UsageError([Problem(first, hint=f"typ {what}: {whole}")])


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


def _is_pasted(word: str) -> bool:
    return "\N{NO-BREAK SPACE}" in word and not _there(word)


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
        return sorted(legible(path.parent.name) for path in Path().glob(f"*/{FILE}"))
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


def whole_name(names: Sequence[str]) -> str | None:
    """Return the casus that several words are together, with hyphens between them; None if they are not."""
    from speelveld.resources import examples

    known = {*examples(), *casussen_here()}
    if known.intersection(names):
        return None
    return next((name for name in ("-".join(names), "_".join(names)) if name in known), None)


def instead_of_nothing(path: str, *, begins: bool) -> str:
    """Return what to type where a command was given no name; `begins` is whether it makes a casus."""
    own = casussen_here()
    if begins or own:
        return f"Typ bijvoorbeeld: {path} {typed('mijn-casus' if begins else own[0])}"
    return f"Begin een casus: speelveld nieuw mijn-casus. Of neem een voorbeeld: {path} zutphen-dementie"


def instead_of_more(command: click.Command, path: str, words: Sequence[str], more: Sequence[str]) -> str:
    """Return what to type where a command was given more names than it knows what to do with."""
    taken = [parameter for parameter in command.params if isinstance(parameter, click.Argument)]
    if not taken:
        named = next(
            (each for each in command.params if isinstance(each, click.Option) and each.metavar == "NAAM"), None
        )
        if named is not None:
            return f"Bedoelt u: {path} {named.opts[0]} {typed(' '.join(more))}?"
        casus = next((word for word in more if _is_casus(word)), None)
        return f"Wilt u daar een kit van? Typ: speelveld maak {typed(casus)}" if casus else f"Typ alleen: {path}"
    names = _names(command, words)
    if whole := whole_name(names):
        return f"Bedoelt u: {path} {typed(whole)}?"
    if len(names) > 1 and all(map(_is_casus, names)):
        return f"Dit gaat één voor één. Typ: {path} {typed(names[0])}"
    return f'Staat er een spatie in de naam? Typ dan: {path} "{" ".join(names)}"'


def _names(command: click.Command, words: Sequence[str]) -> list[str]:
    """Return the words that are no option, nor what stands behind one."""
    valued = {
        name for each in command.params if isinstance(each, click.Option) and not each.is_flag for name in each.opts
    }
    return [
        word
        for before, word in zip(["", *words[:-1]], words, strict=True)
        if not word.startswith("-") and before not in valued
    ]


def instead_of_option(name: str, command: click.Command) -> str | None:
    """Return what to type in place of an option that does not exist."""
    known = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    if (other := _OPTIONS.get(name.lower())) in known:
        return f"Bedoelt u {quote(str(other))}?"
    if command.name == "nieuw" and name.strip("-"):
        return f"Typ de naam zonder streepje: speelveld nieuw {typed(name.strip('-'))}"
    if near := nearest(name, [option for option in known if option[:3] == name[:3].lower()]):
        return f"Bedoelt u {quote(near)}?"
    return None


# A value as it may stand behind an option.
_EXAMPLES = {
    "--tafels": "3",
    "--deelnemers": "18",
    "--duur": "90",
    "--alleen": "opgavekaarten",
    "--kaarten": "O3,K2",
    "--sinds": "out/mijn-casus",
    "--uit": "mijn-kit",
    "--printer": "balie",
    "--vergeet": "balie",
    "--huisstijl": "onze-stijl",
    "--profiel": list(PROFILES)[-1],
    "--drukker": "x1a",
    "--papier": "a3",
    "--bord": "a0",
    "--duplex": "korte-zijde",
    "--datum": "2026-12-03",
    "--dikte": "0,3mm",
    "--van": "zutphen-dementie",
    "--potjes": "1000",
    "--zaad": "2",
    "--soort": "aanpakken",
    "--x": "1,5",
    "--y": "-0,5",
}


def example_of(option: str) -> str | None:
    """Return an option with a value behind it; None if there is no example of one."""
    return f"Zoals: {option} {_EXAMPLES[option]}" if option in _EXAMPLES else None


def _is_casus(name: str) -> bool:
    from speelveld.resources import examples

    return name in examples() or _there(name) or (here() and Path.cwd().name == name)
