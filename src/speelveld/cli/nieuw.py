"""`speelveld nieuw`: a folder with a casus that builds as it stands, commented for who fills it in."""

import os
from pathlib import Path

import click

from speelveld.cli.options import Folder
from speelveld.cli.typed import typed
from speelveld.errors import Problem, UsageError, WriteError
from speelveld.errors.disk import unwritten
from speelveld.written.hints import PLAIN, suggest

_EPILOG = """\b
Voorbeelden:
  speelveld nieuw mijn-casus
  speelveld nieuw mijn-casus --van zutphen-dementie
  speelveld nieuw mijn-casus --alles                   met elke sleutel die u kunt invullen
"""
_HELP = """\
Begin een casus: een map met een casus.yaml die u aanvult.

Het bestand werkt meteen: u kunt er direct een kit van maken. De uitleg staat erin.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("map_", metavar="MAP", type=Folder())
@click.option("--van", metavar="VOORBEELD", help="Begin met een kopie van dit voorbeeld.")
@click.option("--alles", is_flag=True, help="Zet onderaan elke sleutel die er is, met uitleg en een voorbeeld.")
def nieuw(map_: Path, van: str | None, alles: bool) -> None:
    """Write a new casus, and say what to do next."""
    from speelveld.casus.beginning import new_files
    from speelveld.output.single import add_files
    from speelveld.resources import examples, new_casus

    known = examples()
    if map_.suffix.lower() in {".yaml", ".yml"}:
        name = map_.stem if map_.stem != "casus" else "mijn-casus"
        hint = f"de casus komt in een map; typ: speelveld nieuw {_typed(map_.with_name(name))}"
        raise UsageError([Problem(f"'{map_}' is de naam van een bestand", hint=hint)])
    if van is not None and van not in known:
        raise UsageError([Problem(f"voorbeeld {van!r} bestaat niet", hint=suggest(van, known, PLAIN))])
    source = known[van].parent if van else new_casus()
    target = map_ / "casus.yaml"
    if os.path.isfile(target):  # noqa: PTH113  (a name that is too long is said below)
        hint = f"ga verder met die: speelveld controleer {_typed(map_)}; of kies een andere naam"
        raise WriteError([Problem(f"in '{map_}' staat al een casus; die blijft zoals zij is", hint=hint)])
    try:
        add_files(map_, new_files(source, alles=alles))
    except OSError as error:
        raise WriteError(
            [Problem(f"'{map_}' kan niet worden gemaakt: {unwritten(error)}", hint="kies een andere map")]
        ) from error
    click.echo(f"'{target}' is klaar. Open het in een tekstprogramma en vul het aan.")
    typed = f"-- {_typed(map_)}" if str(map_).startswith("-") else _typed(map_)
    if van is None and str(map_) in known:
        click.echo(
            f"Dit is een nieuwe casus. Het voorbeeld {map_} krijgt u met: speelveld nieuw mijn-casus --van {map_}"
        )
    click.echo(f"Daarna:  speelveld controleer {typed}   en   speelveld maak {typed}")


def _typed(path: Path) -> str:
    return typed(str(path))
