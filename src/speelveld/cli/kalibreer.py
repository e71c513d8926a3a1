"""`speelveld kalibreer`: the sheet to measure a printer with, and what was measured, kept by the printer's name."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from speelveld.cli.find import build_date
from speelveld.cli.printers import RULER, SHIFT, known_printer, measured, user_printers
from speelveld.cli.show import warning_text
from speelveld.errors import Problem, UsageError
from speelveld.paper import OFFICE_PAPERS
from speelveld.sheet.correction import Correction
from speelveld.sheet.duplex import Duplex
from speelveld.units import mm

_EPILOG = """\b
Voorbeelden, in de volgorde waarin u ze nodig hebt:
  speelveld kalibreer                                    1. maak het meetvel, print het en lees af
  speelveld kalibreer --printer balie --x 1,5 --y -0,5   2. bewaar wat u afleest
  speelveld kalibreer --printer balie                    3. maak een proefvel, print het en kijk of het klopt
  speelveld maak mijn-casus --printer balie              4. maak een kit voor deze printer
"""


def _name(paper: str) -> str:
    return f"kalibratie-{paper}.pdf"


_HELP = """\
Zorg dat voor- en achterkant op elkaar komen.

Zonder getallen maakt dit een PDF van twee vellen. Op het meetvel leest u af hoe ver de achterkant ernaast ligt.
Het proefvel laat zien of de correctie klopt. Met getallen bewaart dit de correctie, voor elke printer een.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.option("--printer", metavar="NAAM", help="De printer: een naam die u zelf kiest, zoals balie.")
@click.option("--x", type=SHIFT, metavar="MM", help="Wat u bij x afleest; min is naar links.")
@click.option("--y", type=SHIFT, metavar="MM", help="Wat u bij y afleest; min is lager.")
@click.option(
    "--schaal-x", type=RULER, metavar="MM", help="Hoe lang de liggende liniaal van 100 mm is, als dat geen 100 is."
)
@click.option(
    "--schaal-y", type=RULER, metavar="MM", help="Hoe lang de staande liniaal van 100 mm is, als dat geen 100 is."
)
@click.option("--lijst", is_flag=True, help="Toon de printers die bewaard zijn.")
@click.option("--vergeet", metavar="NAAM", help="Haal een printer weg.")
@click.option(
    "--papier",
    type=click.Choice(OFFICE_PAPERS, case_sensitive=False),
    default=OFFICE_PAPERS[0],
    show_default=True,
    help="Het papier van de vellen.",
)
@click.option(
    "--duplex",
    type=click.Choice([edge.value for edge in Duplex if edge is not Duplex.GEEN]),
    default=Duplex.LANGE_ZIJDE.value,
    show_default=True,
    help="Over welke zijde uw printer het papier omslaat.",
)
@click.option(
    "--uit",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help=f"Waar de PDF komt (standaard: {_name(OFFICE_PAPERS[0])} in deze map).",
)
def kalibreer(
    printer: str | None,
    lijst: bool,
    vergeet: str | None,
    papier: str,
    duplex: str,
    uit: Path | None,
    **read: float | None,
) -> None:
    """Make the sheets, or keep what was read off them."""
    numbers = {name: number for name, number in read.items() if number is not None}
    if numbers and printer is None:
        raise click.UsageError("van welke printer zijn deze getallen? Noem hem met --printer NAAM.")
    if numbers and uit is not None:
        raise click.UsageError("met getallen wordt er geen PDF gemaakt; laat --uit weg.")
    if (lijst, vergeet is not None, printer is not None).count(True) > 1:
        raise click.UsageError("kies één van --printer, --lijst en --vergeet.")
    if lijst:
        _list()
    elif vergeet is not None:
        user_printers().forget(vergeet)
        click.echo(f"Printer '{vergeet}' is weggehaald.")
    elif numbers:
        assert printer is not None
        _keep(printer, numbers)
    else:
        _make(known_printer(printer), papier, duplex, uit)


def _list() -> None:
    printers = user_printers().known
    if not printers:
        click.echo("Er is nog geen printer bewaard. Maak eerst een meetvel: speelveld kalibreer")
    width = max(map(len, printers), default=0)
    for name, correction in printers.items():
        click.echo(f"{name:<{width}}   {measured(correction)}")


def _keep(printer: str, numbers: Mapping[str, float]) -> None:
    """Keep what was read; what was read before and is not named now stays as it was."""
    printers = user_printers()
    old = printers.known.get(printer, Correction(printer))
    new = replace(
        old,
        x=mm(numbers["x"]) if "x" in numbers else old.x,
        y=mm(numbers["y"]) if "y" in numbers else old.y,
        scale_x=numbers["schaal_x"] / 100 if "schaal_x" in numbers else old.scale_x,
        scale_y=numbers["schaal_y"] / 100 if "schaal_y" in numbers else old.scale_y,
    )
    printers.keep(new)
    click.echo(f"Bewaard voor printer '{printer}': {measured(new)}.")
    if warning := new.warning:
        click.echo(warning_text(Problem(warning)))
    click.echo(f"Kijk met een proefvel of het klopt:  speelveld kalibreer --printer {_quoted(printer)}")


def _make(correction: Correction | None, paper: str, duplex: str, uit: Path | None) -> None:
    from speelveld.kalibratie.sheet import calibration_pdf
    from speelveld.output.failures import explain, replacing
    from speelveld.output.single import replace_file

    name = _name(paper)
    path = Path(name) if uit is None else uit / name if uit.is_dir() else uit
    if path.suffix.lower() != ".pdf":
        raise UsageError([Problem(f"'{path}' is geen naam van een PDF", hint="kies een naam die eindigt op .pdf")])
    date = build_date(None, os.environ.get("SOURCE_DATE_EPOCH"))
    try:
        pdf = calibration_pdf(paper, Duplex(duplex), correction, date)
    except ValueError as error:
        raise UsageError([Problem(str(error), hint=f"kies --papier {OFFICE_PAPERS[0]}")]) from error
    try:
        with replacing(path):
            replace_file(path, pdf)
    except OSError as error:
        raise explain(error, path.parent) from error
    edge = duplex.replace("-", " ")
    click.echo(f"'{path}' is klaar. Print het dubbelzijdig, op ware grootte (100 %), en sla om over de {edge}.")
    if correction is None:
        click.echo("Vel 1 is het meetvel: daarop staat wat u doet. Vel 2 laat zien hoe uw kaarten nu op elkaar liggen.")
    else:
        shown = f"printer '{correction.printer}': {measured(correction)}"
        click.echo(f"Vel 2 is het proefvel, met de correctie van {shown}.")
        click.echo("Vel 1 is het meetvel. Dat is nooit gecorrigeerd; u hebt het alleen nodig om opnieuw te meten.")


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
