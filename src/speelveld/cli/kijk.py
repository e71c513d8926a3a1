"""`speelveld kijk`: see the game while you write it, and write it on the cards."""

import hashlib
import webbrowser
from pathlib import Path
from typing import Any

import click

from speelveld.cli.cache import cache_folder, user_store
from speelveld.cli.find import Found, find_casus
from speelveld.cli.options import Between, look_options, read_options
from speelveld.cli.typed import FILE, here
from speelveld.errors import Problem, UsageError

_EPILOG = """\b
Voorbeelden:
  speelveld kijk                        kies een casus, of begin er een
  speelveld kijk mijn-casus
  speelveld kijk mijn-casus --geen-browser --poort 8000
"""
_HELP = """\
Open een bladzijde waarop u op de kaarten zelf schrijft.

De bladzijde is alleen van deze computer. Wat u verandert, staat meteen in casus.yaml. Stop met Ctrl-C, of met de knop.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casus", metavar="[CASUS]", required=False)
@look_options
@click.option("--poort", type=Between(1, 65535), metavar="N", help="Op welke poort; zonder dit een vrije.")
@click.option("--geen-browser", is_flag=True, help="Open geen browser; het adres staat in dit venster.")
def kijk(casus: str | None, poort: int | None, geen_browser: bool, **chosen: Any) -> int:
    """Serve the page until it is stopped, and return the status."""
    from speelveld.kijk.begin import Begin
    from speelveld.kijk.recents import Recents
    from speelveld.kijk.server import Pages, listening, serve
    from speelveld.kijk.workshop import Workshop
    from speelveld.resources import examples, new_casus

    folder = cache_folder()
    recents = Recents(folder / "kijk" / "laatst.json" if folder else None)
    options = read_options(previews=False, **chosen)
    started: list[Workshop] = []

    def start(path: Path, shown: str = "") -> Workshop:
        workshop = Workshop(path, shown or str(path), options, _journal(path), pages.tell, user_store())
        recents.add(path / FILE if path.is_dir() else path)
        started.append(workshop)
        workshop.start()
        return workshop

    def opened(address: str) -> None:
        click.echo(f"{what} open op {address}")
        click.echo("Dit adres werkt alleen op deze computer. Stop met Ctrl-C, of met de knop op de bladzijde.")
        if not geen_browser and not _open(address):
            click.echo("Er ging geen browser open. Kopieer het adres hierboven naar uw browser.")

    named = "." if casus is None and here() else casus
    what = "U kunt een casus kiezen. De bladzijde staat" if named is None else "Uw casus staat"
    found = None if named is None else find_casus(named)
    if found is not None:
        _refuse_bundled(found)
    door, pages = listening(poort), Pages()
    try:
        if found is None:
            serve(Begin(Path.cwd(), recents, examples(), new_casus()), pages, door, opened, start)
        else:
            serve(start(found.path, found.shown), pages, door, opened)
    finally:
        for workshop in started:
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
