"""`speelveld handleiding`: the manual, as a page in the browser of the user."""

import webbrowser
from pathlib import Path

import click

_EPILOG = """\b
Voorbeelden:
  speelveld handleiding          opent de handleiding in uw browser
  speelveld handleiding --pad    noemt alleen waar zij staat
"""
_HELP = """\
Open de handleiding.

Zij staat op uw computer: u hebt er geen internet voor nodig.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.option("--pad", "alone", is_flag=True, help="Noem alleen waar de handleiding staat, en open niets.")
def handleiding(alone: bool) -> None:
    """Open the manual, or say where it is."""
    from speelveld.resources import manual

    path = manual()
    if alone:
        click.echo(str(path))
        return
    opened = path.suffix == ".html" and _open(path)
    click.echo(f"De handleiding is open in uw browser: {path}" if opened else f"Open dit bestand: {path}")


def _open(path: Path) -> bool:
    try:
        return webbrowser.open(path.as_uri())
    except (OSError, webbrowser.Error):
        return False
