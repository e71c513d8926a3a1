"""`speelveld maak`: the kit of one or more casussen, as files."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speelveld.cli.find import Found, find_casus
from speelveld.cli.options import Folder, kit_options, read_options
from speelveld.cli.printers import known_printer
from speelveld.cli.shops import with_shop
from speelveld.cli.show import Progress, as_json, problem_text
from speelveld.errors import Problem, SpeelveldError, UsageError

if TYPE_CHECKING:
    from speelveld.build.pipeline import Built
    from speelveld.options import Options
    from speelveld.output.folder import KitResult
    from speelveld.pages import Print

_EPILOG = """\b
Voorbeelden:
  speelveld maak mijn-casus                              de kit van uw casus, in out/mijn-casus
  speelveld maak zutphen-dementie --tafels 3             een voorbeeld, voor drie tafels
  speelveld maak mijn-casus --alleen opgavekaarten       alleen de opgavekaarten
  speelveld maak mijn-casus --profiel drukker            bestanden voor een drukkerij
"""

_PRINT = "Print vanuit een PDF-lezer, op ware grootte (100 %). Op elk vel om te snijden staat een liniaal van 100 mm."
_ORDER = "Stuur de map drukker/ naar de drukker. Wat u erbij zegt, staat in de handleiding bij 'Naar de drukker'."


@click.command(epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casussen", metavar="CASUS…", nargs=-1, required=True)
@kit_options
@click.option(
    "--uit",
    type=Folder(),
    metavar="MAP",
    help="Waar de kit komt (standaard: out/ en de naam van de casus).",
)
@click.option(
    "--zonder-voorbeelden",
    "without_previews",
    is_flag=True,
    help="Maak geen plaatjes van de bladzijden; dat gaat sneller.",
)
@click.option(
    "--printer",
    metavar="NAAM",
    help="De printer waarop u de kit print, bewaard met 'speelveld kalibreer'; achterkanten komen dan recht te liggen.",
)
@click.option("--stil", is_flag=True, help="Zeg niets als het goed gaat.")
@click.option("--json", "as_data", is_flag=True, help="Geef de uitkomst als JSON.")
def maak(
    casussen: Sequence[str],
    uit: Path | None,
    without_previews: bool,
    printer: str | None,
    stil: bool,
    as_data: bool,
    **chosen: Any,
) -> int:
    """Maak de kit van een casus: bord, kaarten en papieren als PDF.

    CASUS is een bestand casus.yaml, de map waar het in staat, of de naam van een voorbeeld.
    """
    from speelveld.build.checking import check_words, remark_line
    from speelveld.build.pipeline import build, load
    from speelveld.build.writing import write
    from speelveld.profiles.drukker.checklist import conditions

    options = read_options(previews=not without_previews, printer=known_printer(printer), **chosen)

    def folder_of(found: Found) -> Path:
        if uit is None:
            return _folder(found.name, options)
        return uit / found.name if len(casussen) > 1 else uit

    _refuse_shared_folders(casussen, folder_of)
    outcomes: list[dict[str, Any]] = []
    status = 0
    for text in casussen:
        progress = Progress(quiet=stil or as_data)
        try:
            found = find_casus(text)
            folder = folder_of(found)
            wanted = with_shop(options, chosen["shop"], found)
            loaded = load(found.path, found.shown)
            words = check_words(loaded)
            built = build(loaded, wanted, progress)
            if wanted.shop and not stil and not as_data:
                progress.done()
                click.echo("\n".join((*conditions(wanted.shop, built.prints), "")))
            result, manifest = write(built, folder, wanted, progress)
            progress.done()
        except SpeelveldError as error:
            progress.done()
            if len(casussen) == 1 and not as_data:
                raise
            if not as_data:
                click.echo(problem_text(error, casus=text), err=True)
            outcomes.append({"casus": text, "goed": False, "fouten": as_json(error.problems)})
            status = status or int(error.exit_code)
            continue
        outcomes.append(
            {
                "casus": text,
                "goed": True,
                "map": str(folder),
                "kit": manifest,
                "waarschuwingen": as_json(built.warnings),
                "taal": len(words.meldingen),
            }
        )
        if not stil and not as_data:
            click.echo(_report(built, folder, result, manifest))
            for line in remark_line(words, text):
                click.echo(line)
    if as_data:
        click.echo(json.dumps(outcomes if len(casussen) > 1 else outcomes[0], ensure_ascii=False, indent=2))
    return status


def _folder(name: str, options: "Options") -> Path:
    """Return where a kit lies unless asked otherwise; a kit that saves ink lies beside the other."""
    return Path("out", f"{name}-inktarm" if options.low_ink else name)


def _refuse_shared_folders(casussen: Sequence[str], folder_of: Callable[[Found], Path]) -> None:
    """Refuse two casussen whose folders have the same name: the second kit would take the place of the first.

    Raises:
        UsageError: two kits would go to one folder.
    """
    taken: dict[str, tuple[str, Path]] = {}
    for text in casussen:
        try:
            found = find_casus(text)
        except SpeelveldError:
            continue  # said when its turn comes
        file = (found.path / "casus.yaml" if found.path.is_dir() else found.path).resolve()
        folder = folder_of(found)
        other, other_file = taken.setdefault(str(folder).casefold(), (text, file))
        if other_file != file:
            message = f"de kits van '{other}' en '{text}' komen allebei in '{folder}'"
            raise UsageError([Problem(message, hint="maak ze apart, elk met een eigen --uit")])


def _row(print_: "Print", *, named: bool) -> tuple[str, str, str]:
    """Return which file it is (`named`: in which folder), how much, and on what."""
    file = f"{print_.profile}/{print_.bestand}" if named else print_.bestand
    if not print_.paper:
        pages = len(print_.pages)
        return file, f"{pages} {'bladzijde' if pages == 1 else 'bladzijden'}", "voor het scherm"
    return file, _pieces(print_), f"{print_.weight}, {'dubbelzijdig' if print_.two_sided else 'enkelzijdig'}"


def _report(built: "Built", folder: Path, result: "KitResult", manifest: Mapping[str, Any]) -> str:
    """Return what was made, what to print on what, and where it lies."""
    from speelveld.profiles.drukker.checklist import columns, outcome

    lines = [str(warning) for warning in built.warnings]
    if lines:
        lines.append("")
    lines.append(f"De kit van '{built.casus.titel}' ligt in {folder}:")
    lines.append("")
    profiles = {print_.profile for print_ in built.prints}
    lines += [*columns([_row(print_, named=profiles != {"kantoor"}) for print_ in built.prints]), ""]
    if found := outcome(manifest["bestanden"]):
        lines += [*found, "", _ORDER]
    if "kantoor" in profiles:
        tables = f"{built.tables} {'tafel' if built.tables == 1 else 'tafels'}"
        lines.append(f"Elke PDF is genoeg voor één tafel. Voor {tables} staat in de printwijzer hoe vaak u iets print.")
        lines.append(_PRINT)
    elif "drukker" in profiles and built.tables > 1:
        lines.append(f"Elke PDF is genoeg voor één tafel. Bestel van alles {built.tables} sets.")
    if "web" in profiles:
        lines.append("De bestanden in de map web zijn voor de website: een schermlezer leest ze voor.")
    if printer := next((print_.printer for print_ in built.prints if print_.printer), None):
        lines.append(f"Deze kit is alleen voor printer '{printer}'.")
    if any(part.step for print_ in built.prints for part in print_.parts):
        small = dict.fromkeys(part.titel for print_ in built.prints for part in print_.parts if part.step)
        lines.append(f"In een kleinere letter gezet, zodat alles past: {', '.join(small).lower()}.")
    if result.removed:
        number = len(result.removed)
        lines.append(
            f"Weggehaald uit de vorige kit: {number} {'bestand dat' if number == 1 else 'bestanden die'} nu niet "
            + ("is gemaakt." if number == 1 else "zijn gemaakt.")
        )
    for path in result.kept:
        lines.append(f"Niet weggehaald, want u hebt het veranderd: {path}")
    return "\n".join(lines)


def _pieces(print_: "Print") -> str:
    """Return how many pieces of which paper a file takes: '22 vellen A4', '1 kaart 70 x 120 mm'."""
    cards = print_.shop is not None and all(part.cards for part in print_.parts)
    one, more = ("kaart", "kaarten") if cards else ("vel", "vellen")
    paper = print_.paper.upper() if print_.paper.isalnum() else print_.paper
    return f"{print_.sheets} {one if print_.sheets == 1 else more} {paper}"
