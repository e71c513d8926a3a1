"""`speelveld nieuw`: a folder with a casus that builds as it stands, commented for who fills it in."""

import os
import shlex
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from speelveld.cli.options import Folder
from speelveld.disk import unwritten
from speelveld.errors import Problem, UsageError, WriteError
from speelveld.written.hints import PLAIN, suggest

_EPILOG = """\b
Voorbeelden:
  speelveld nieuw mijn-casus
  speelveld nieuw mijn-casus --van zutphen-dementie
"""


class _TakenError(Exception):
    """A file of the user has the name of one of ours."""


@click.command(epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("map_", metavar="MAP", type=Folder())
@click.option("--van", metavar="VOORBEELD", help="Begin met een kopie van dit voorbeeld.")
def nieuw(map_: Path, van: str | None) -> None:
    """Begin een casus: een map met een casus.yaml die u aanvult.

    Het bestand werkt meteen: u kunt er direct een kit van maken. De uitleg staat erin.
    """
    from speelveld.resources import examples, new_casus

    known = examples()
    if van is not None and van not in known:
        raise UsageError([Problem(f"voorbeeld {van!r} bestaat niet", hint=suggest(van, known, PLAIN))])
    source = known[van].parent if van else new_casus()
    target = map_ / "casus.yaml"
    if os.path.lexists(target):  # a link that leads nowhere is the user's too
        raise WriteError(
            [Problem(f"'{target}' bestaat al", hint="kies een andere map; een bestand van u wordt nooit overschreven")]
        )
    try:
        _copy(source, map_)
    except _TakenError as error:
        raise WriteError([Problem(f"'{map_ / str(error)}' staat er al", hint="kies een andere map")]) from error
    except OSError as error:
        raise WriteError(
            [Problem(f"'{map_}' kan niet worden gemaakt: {unwritten(error)}", hint="kies een andere map")]
        ) from error
    click.echo(f"'{target}' is klaar. Open het in een tekstprogramma en vul het aan.")
    typed = f"-- {_typed(map_)}" if str(map_).startswith("-") else _typed(map_)
    click.echo(f"Daarna:  speelveld controleer {typed}   en   speelveld maak {typed}")


def _typed(path: Path) -> str:
    """Return a path as the user types it."""
    if os.name == "nt":
        return f'"{path}"' if " " in str(path) else str(path)
    return shlex.quote(str(path))


def _copy(source: Path, folder: Path) -> None:
    """Copy the files of a casus; none of the user's own is overwritten, and the casus itself comes last."""
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in source.rglob("*") if path.is_file() and path.name != "LICENSE")
    taken = [path for path in files if os.path.lexists(folder / path.relative_to(source))]
    if taken:
        raise _TakenError(taken[0].relative_to(source))
    with TemporaryDirectory(dir=folder) as drafts:
        for path in sorted(files, key=lambda path: path.name == "casus.yaml"):
            draft = Path(drafts, path.name)
            shutil.copyfile(path, draft)
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(target)
