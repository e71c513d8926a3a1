"""`speelveld controleer`: every mistake at once, and nothing written."""

import json
from typing import TYPE_CHECKING, Any

import click

from speelveld.cli.attempt import attempt
from speelveld.cli.options import kit_options, read_options
from speelveld.cli.profiles import taken_from
from speelveld.cli.show import Progress, as_json, number_of_warnings, remarks_as_json, warning_text
from speelveld.cli.typed import or_here
from speelveld.errors import SpeelveldError

if TYPE_CHECKING:
    from speelveld.build.checking import WordCheck
    from speelveld.build.pipeline import Built

_EPILOG = """\b
Voorbeelden:
  speelveld controleer mijn-casus
  speelveld controleer mijn-casus --streng
  speelveld controleer mijn-casus --json
"""
_HELP = """\
Noem alle fouten in een casus, met regel en kolom.

Ook of elke tekst op zijn kaart past, en of de taal eenvoudig is. De opdracht schrijft niets weg.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casus", metavar="CASUS", required=False, callback=or_here)
@kit_options
@click.option("--streng", is_flag=True, help="Maak van elke melding over de taal een fout.")
@click.option("--json", "as_data", is_flag=True, help="Geef de uitkomst als JSON.")
def controleer(casus: str, streng: bool, as_data: bool, **chosen: Any) -> int:
    """Say what is wrong, and return the status."""
    from speelveld.build.checking import reading_line

    profiles = taken_from(chosen)
    progress = Progress(quiet=as_data)
    outcome = attempt(casus, read_options(previews=False, **chosen), profiles, progress)
    progress.done()
    words, built = outcome.words, outcome.built
    error = words.as_error(outcome.error) if streng and words else outcome.error
    if as_data:
        click.echo(json.dumps(_data(casus, words, built, error, streng=streng), ensure_ascii=False, indent=2))
        return int(error.exit_code) if error else 0
    odd = built.warnings if built else error.remarks if error else ()
    warnings = [*odd, *(words.shown() if words and not streng else ())]
    for warning in warnings:
        click.echo(warning_text(warning))
    if error:
        if warnings:
            click.echo(f"\n{number_of_warnings(len(warnings))}. De fouten staan hieronder.\n")
        raise error
    found, words, built = outcome.whole()
    for note in built.told:
        click.echo(note)
    for each in words.leesbaarheid:
        click.echo(reading_line(each))
    count = len(built.warnings) + (0 if streng else len(words.meldingen))
    told = f"geen fouten, {number_of_warnings(count)}" if count else "geen fouten"
    click.echo(f"{found.shown}: {told}. Alle teksten passen.")
    return 0


def _data(
    casus: str, words: "WordCheck | None", built: "Built | None", error: SpeelveldError | None, *, streng: bool
) -> dict[str, Any]:
    """Return the outcome as data; with `streng` the remarks on the words are among the mistakes."""
    remarks = remarks_as_json(words.meldingen) if words else []
    problems = error.problems if error else ()
    if words and streng:  # all of them, not only those that a terminal shows
        shown = words.shown()
        problems = tuple(problem for problem in problems if problem not in shown)
    warnings = as_json(built.warnings if built else error.remarks if error else ())
    return {
        "casus": casus,
        "goed": error is None,
        "fouten": [*(remarks if streng else []), *as_json(problems)],
        "waarschuwingen": [*warnings, *([] if streng else remarks)],
        "leesbaarheid": [
            {"veld": each.tekst.field, "punten": each.score, "oordeel": each.oordeel, "woorden": each.woorden}
            for each in (words.leesbaarheid if words else ())
        ],
    }
