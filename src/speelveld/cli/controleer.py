"""`speelveld controleer`: every mistake at once, and nothing written."""

import json
from typing import Any

import click

from speelveld.cli.find import find_casus
from speelveld.cli.options import kit_options, read_options
from speelveld.cli.show import Progress, as_json
from speelveld.errors import SpeelveldError

_EPILOG = """\b
Voorbeelden:
  speelveld controleer mijn-casus
  speelveld controleer mijn-casus --json
"""


@click.command(epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casus", metavar="CASUS")
@kit_options
@click.option("--json", "as_data", is_flag=True, help="Geef de uitkomst als JSON.")
def controleer(casus: str, as_data: bool, **chosen: Any) -> int:
    """Noem alle fouten in een casus, met regel en kolom.

    Ook of elke tekst op zijn kaart past. Er wordt niets geschreven.
    """
    from speelveld.pipeline import build, load

    options = read_options(previews=False, **chosen)
    progress = Progress(quiet=as_data)
    try:
        found = find_casus(casus)
        built = build(load(found.path, found.shown), options, progress)
        progress.done()
    except SpeelveldError as error:
        progress.done()
        if not as_data:
            raise
        click.echo(
            json.dumps(
                {"casus": casus, "goed": False, "fouten": as_json(error.problems), "waarschuwingen": []},
                ensure_ascii=False,
                indent=2,
            )
        )
        return int(error.exit_code)
    if as_data:
        click.echo(
            json.dumps(
                {"casus": casus, "goed": True, "fouten": [], "waarschuwingen": as_json(built.warnings)},
                ensure_ascii=False,
                indent=2,
            )
        )
        return 0
    for warning in built.warnings:
        click.echo(str(warning))
    count = len(built.warnings)
    told = "geen fouten" if not count else f"geen fouten, {count} {'waarschuwing' if count == 1 else 'waarschuwingen'}"
    click.echo(f"{found.shown}: {told}. Alle teksten passen.")
    return 0
