"""`speelveld kijk`: see the game while you write it, and write it on the cards."""

import hashlib
import webbrowser
from pathlib import Path
from typing import Any

import click

from speelveld.cli.cache import cache_folder, user_store
from speelveld.cli.find import Found, find_casus
from speelveld.cli.options import Between, look_options, read_options
from speelveld.cli.typed import or_here
from speelveld.errors import Problem, UsageError

_EPILOG = """\b
Voorbeelden:
  speelveld kijk mijn-casus
  speelveld kijk mijn-casus --geen-browser --poort 8000
"""
_HELP = """\
Open een bladzijde waarop u op de kaarten zelf schrijft.

De bladzijde is alleen van deze computer. Wat u verandert, staat meteen in casus.yaml. Stop met Ctrl-C, of met de knop.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casus", metavar="CASUS", required=False, callback=or_here)
@look_options
@click.option("--poort", type=Between(1, 65535), metavar="N", help="Op welke poort; zonder dit een vrije.")
@click.option("--geen-browser", is_flag=True, help="Open geen browser; het adres staat in dit venster.")
def kijk(casus: str, poort: int | None, geen_browser: bool, **chosen: Any) -> int:
    """Serve the page until it is stopped, and return the status."""
    from speelveld.kijk.server import Pages, listening, serve
    from speelveld.kijk.workshop import Workshop

    found = find_casus(casus)
    _refuse_bundled(found)
    options = read_options(previews=False, **chosen)
    door = listening(poort)
    pages = Pages()
    workshop = Workshop(found.path, found.shown, options, _journal(found.path), pages.tell, user_store())

    def opened(address: str) -> None:
        click.echo(f"Uw casus staat open op {address}")
        click.echo("Dit adres werkt alleen op deze computer. Stop met Ctrl-C, of met de knop op de bladzijde.")
        if not geen_browser and not _open(address):
            click.echo("Er ging geen browser open. Kopieer het adres hierboven naar uw browser.")

    workshop.start()
    try:
        serve(workshop, pages, door, opened)
    finally:
        workshop.stop()
    click.echo("\nGestopt. Wat u bewaarde, staat in uw casus.")
    return 0


def _refuse_bundled(found: Found) -> None:
    """Refuse a casus that comes with the program: who writes on it would lose it with the next version."""
    from speelveld.resources import bundled

    if found.path.resolve().is_relative_to(bundled("decks").resolve()):
        hint = f"maak er eerst een eigen casus van: speelveld nieuw mijn-casus --van {found.name}"
        raise UsageError([Problem(f"'{found.name}' is een voorbeeld; daar schrijft u niet op", hint=hint)])


def _open(address: str) -> bool:
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False


def _journal(path: Path) -> Path | None:
    """Return the file with what was changed in a casus, for who wants it back tomorrow; None if nothing is kept."""
    folder = cache_folder()
    if folder is None:
        return None
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]
    return folder / "kijk" / f"{name}.json"
