"""The command `speelveld`: its subcommands, and what becomes of a mistake."""

import os
import sys
import traceback
from codecs import lookup
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from speelveld import ADDRESS
from speelveld.cli.controleer import controleer
from speelveld.cli.dutch import speak_dutch, usage_text
from speelveld.cli.handleiding import handleiding
from speelveld.cli.harmless import harmless
from speelveld.cli.kaarten import kaarten
from speelveld.cli.kalibreer import kalibreer
from speelveld.cli.kijk import kijk
from speelveld.cli.maak import maak
from speelveld.cli.nieuw import nieuw
from speelveld.cli.proefspeel import proefspeel
from speelveld.cli.schema import schema
from speelveld.cli.show import problem_text
from speelveld.cli.typed import as_meant, refuse_typography
from speelveld.cli.voorbeelden import voorbeelden
from speelveld.errors import ExitCode, SpeelveldError
from speelveld.errors.disk import is_full
from speelveld.stopping import MESSAGE, status

speak_dutch()

# Here and in each command: a docstring is gone where Python leaves docstrings out (-OO).
_HELP = """\
Maak van een casus een compleet werkspel om te printen.

U schrijft één bestand over een casus van uw gemeente. Speelveld maakt er een bord, kaarten en alle papieren van.
"""
_EPILOG = """\b
Zo begint u:
  speelveld nieuw mijn-casus          maakt een map met een casus om aan te vullen
  speelveld controleer mijn-casus     noemt wat er nog niet goed is
  speelveld maak mijn-casus           maakt de kit in out/mijn-casus
  speelveld proefspeel mijn-casus     speelt het spel duizenden keren
"""


class _InOrder(click.Group):
    """Lists its commands in the order in which a new user needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from speelveld.resources import program_version

        click.echo(f"speelveld {program_version()}")
        ctx.exit()


@click.group(
    cls=_InOrder,
    help=_HELP,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="OPDRACHT …",
    options_metavar="[OPTIES]",
)
@click.option(
    "--versie", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Toon de versie en stop."
)
def cli() -> None:
    """Run the subcommand."""


for _command in (nieuw, kijk, controleer, maak, proefspeel, kaarten, kalibreer, voorbeelden, schema, handleiding):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with the status that tells how it went (see `ExitCode`)."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may know fewer characters than we write; it then shows a question mark instead of failing.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
            # A system without a language (LC_ALL=C) shows what it is given: as UTF-8 accents and dashes stay.
            if not os.environ.get("PYTHONIOENCODING") and lookup(stream.encoding).name == "ascii":
                stream.reconfigure(encoding="utf-8")
    # Looking for plugins reads every package that is installed: 20 ms, and what it finds could change a casus.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with harmless():
        status = _run(arguments)
    sys.exit(status)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        Path.cwd()
    except OSError:
        click.echo("Fout: de map waarin u werkt, bestaat niet meer. Ga naar een andere map.", err=True)
        return int(ExitCode.USAGE)
    try:
        words = as_meant(sys.argv[1:] if arguments is None else arguments, cli.commands)
        refuse_typography(words)
        outcome = cli.main(args=words, prog_name="speelveld", standalone_mode=False, obj=words)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return int(ExitCode.GOOD)
    except SpeelveldError as error:
        click.echo(problem_text(error), err=True)
        return int(error.exit_code)
    except click.ClickException as error:
        click.echo(usage_text(error), err=True)
        return int(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo(MESSAGE, err=True)
        return status()
    except (BrokenPipeError, SystemExit):  # click makes a SystemExit of a pipe that is closed, as by `| head`
        return int(ExitCode.GOOD)
    except OSError as error:
        if not is_full(error):
            return _bug()
        click.echo("Fout: de schijf is vol, dus de uitkomst kan niet worden weggeschreven.", err=True)
        return int(ExitCode.WRITE)
    except Exception:
        return _bug()
    return outcome if isinstance(outcome, int) else int(ExitCode.GOOD)


def _bug() -> int:
    click.echo(traceback.format_exc(), err=True)
    tell = f"Meld hem op {ADDRESS}" if ADDRESS else "Geef hem door aan wie u het programma gaf"
    click.echo(f"Dit is een fout van het programma, niet van u. {tell}, met de regels hierboven.", err=True)
    return int(ExitCode.BUG)
