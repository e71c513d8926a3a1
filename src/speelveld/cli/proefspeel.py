"""`speelveld proefspeel`: a casus played thousands of times, as a table, as data and as a page."""

import json
import os
from pathlib import Path
from typing import Any

import click

from speelveld.cli.find import build_date, find_casus
from speelveld.cli.folders import refuse_among_own
from speelveld.cli.options import Between, Folder, length_option
from speelveld.cli.show import Progress, as_json, warning_text
from speelveld.cli.typed import or_here
from speelveld.errors import SpeelveldError

_EPILOG = """\b
Voorbeelden:
  speelveld proefspeel mijn-casus                  10.000 potjes met elke soort team
  speelveld proefspeel mijn-casus --potjes 1000    sneller, en minder precies
  speelveld proefspeel mijn-casus --zaad 2         andere kaarten, om te zien of het zo blijft
"""
_HELP = """\
Speel een casus duizenden keren na: is het spel in balans?

Drie soorten teams spelen volgens de regels en met de kaarten van uw kit. Het is een berekening, met aannames over
mensen en minuten. De uitkomst komt ook op één blad, als PDF en als plaatje.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casus", metavar="CASUS", required=False, callback=or_here)
@click.option(
    "--potjes",
    type=Between(1, 100_000),
    default=10_000,
    show_default=True,
    metavar="N",
    help="Hoe vaak elke soort team speelt.",
)
@click.option(
    "--zaad",
    type=Between(0, 2**32 - 1),
    default=1,
    show_default=True,
    metavar="N",
    help="Met hetzelfde getal komen dezelfde kaarten op tafel.",
)
@length_option
@click.option(
    "--uit",
    type=Folder(),
    metavar="MAP",
    help="Waar het blad komt (standaard: out/ en de naam van de casus, met -proefspeel erachter).",
)
@click.option("--layouts", type=Folder(there=True), metavar="MAP", help="Een map met eigen layouts.")
@click.option(
    "--deck",
    type=Folder(there=True),
    metavar="MAP",
    help="Een map met een eigen standaarddeck, of een deel daarvan.",
)
@click.option("--datum", metavar="JJJJ-MM-DD", help="De datum in de bestanden (standaard: vandaag).")
@click.option("--json", "as_data", is_flag=True, help="Geef de uitkomst als JSON.")
def proefspeel(
    casus: str,
    potjes: int,
    zaad: int,
    duur: str | None,
    uit: Path | None,
    layouts: Path | None,
    deck: Path | None,
    datum: str | None,
    as_data: bool,
) -> int:
    """Play, say what it showed, and return the status."""
    from speelveld.build.pipeline import load
    from speelveld.options import Options
    from speelveld.proefspeel.needed import refuse_without_numpy

    here = Path("layouts")
    options = Options(
        date=build_date(datum, os.environ.get("SOURCE_DATE_EPOCH")),
        duration=None if duur is None else int(duur),
        first_layouts=(layouts,) if layouts else (),
        last_layouts=(here,) if here.is_dir() else (),
        decks=(deck,) if deck else (),
    )
    if uit is not None:
        refuse_among_own(uit)
    progress = Progress(quiet=as_data)
    try:
        refuse_without_numpy()
        from speelveld.proefspeel.files import write_trial
        from speelveld.proefspeel.page import draw_page
        from speelveld.proefspeel.playing import try_casus, warnings
        from speelveld.proefspeel.text import report
        from speelveld.proefspeel.told import told
        from speelveld.proefspeel.words import advice, conclusion, remarks

        found = find_casus(casus)
        loaded = load(found.path, found.shown, options.decks, duur=options.duration)
        odd = warnings(loaded)
        trial = try_casus(loaded, potjes, zaad, progress)
        progress("proefspeel.pdf")
        proef, sentences = told(trial), [conclusion(trial), *remarks(trial), *advice(trial)]
        titel = str(loaded.casus.titel)
        folder = uit or Path("out", f"{found.name}-proefspeel")
        written = write_trial(draw_page(loaded, proef, sentences, options), titel, proef, folder, options)
    except SpeelveldError as error:
        progress.done()
        if not as_data:
            raise
        _print({"casus": casus, "goed": False, "fouten": as_json(error.problems)})
        return int(error.exit_code)
    progress.done()
    if as_data:
        rest = {"zinnen": sentences, "bestanden": [str(path) for path in written], "waarschuwingen": as_json(odd)}
        _print({"casus": casus, "goed": True, "titel": titel, **proef, **rest})
    else:
        for warning in odd:
            click.echo(warning_text(warning))
        click.echo(("\n" if odd else "") + report(trial, titel))
        click.echo(f"\nHet blad ligt in {folder}: proefspeel.pdf en proefspeel.png.")
    return 0


def _print(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
