"""`speelveld nieuw`: a folder with a casus that builds as it stands, commented for who fills it in."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from speelveld.errors import Problem, UsageError, WriteError
from speelveld.wordlists import near_misses

_EPILOG = """\b
Voorbeelden:
  speelveld nieuw mijn-casus
  speelveld nieuw mijn-casus --van zutphen-dementie
"""


@click.command(epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--van", metavar="VOORBEELD", help="Begin met een kopie van dit voorbeeld.")
def nieuw(map_: Path, van: str | None) -> None:
    """Begin een casus: een map met een casus.yaml die u aanvult.

    Het bestand werkt meteen: u kunt er direct een kit van maken. De uitleg staat erin.
    """
    from speelveld.resources import examples, new_casus

    known = examples()
    if van is not None and van not in known:
        raise UsageError([Problem(f"voorbeeld {van!r} bestaat niet", hint=near_misses(van, known))])
    source = known[van].parent if van else new_casus()
    target = map_ / "casus.yaml"
    if target.exists():
        raise WriteError(
            [Problem(f"'{target}' bestaat al", hint="kies een andere map; een bestand van u wordt nooit overschreven")]
        )
    try:
        _copy(source, map_)
    except OSError as error:
        raise WriteError(
            [Problem(f"'{map_}' kan niet worden gemaakt ({error.strerror})", hint="kies een andere map")]
        ) from error
    click.echo(f"'{target}' is klaar. Open het in een tekstprogramma en vul het aan.")
    click.echo(f"Daarna:  speelveld controleer {map_}   en   speelveld maak {map_}")


def _copy(source: Path, folder: Path) -> None:
    """Copy the files of a casus; none of the user's own is overwritten, and the casus itself comes last."""
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in source.rglob("*") if path.is_file() and path.name != "LICENSE")
    taken = [path for path in files if (folder / path.relative_to(source)).exists()]
    if taken:
        raise FileExistsError(17, f"'{taken[0].name}' staat er al")
    with TemporaryDirectory(dir=folder) as drafts:
        for path in sorted(files, key=lambda path: path.name == "casus.yaml"):
            draft = Path(drafts, path.name)
            shutil.copyfile(path, draft)
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(target)
