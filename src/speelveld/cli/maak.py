"""`speelveld maak`: the kit of one or more casussen, as files."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speelveld.cli.attempt import attempt
from speelveld.cli.find import BLANK, Found, find_casus
from speelveld.cli.folders import casus_of, default_folder, refuse_among_own, why_numbered
from speelveld.cli.options import Folder, kit_options, read_options
from speelveld.cli.printers import known_printer
from speelveld.cli.profiles import taken_from
from speelveld.cli.report import before, report
from speelveld.cli.show import Progress, as_json, problem_text
from speelveld.cli.typed import here, typed, whole_name
from speelveld.errors import Problem, SpeelveldError, UsageError
from speelveld.written.hints import quote

if TYPE_CHECKING:
    from speelveld.options import Options

_EPILOG = """\b
Voorbeelden:
  speelveld maak mijn-casus                              de kit van uw casus, in out/mijn-casus
  speelveld maak zutphen-dementie --tafels 3             een voorbeeld, voor drie tafels
  speelveld maak mijn-casus --alleen opgavekaarten       alleen de opgavekaarten
  speelveld maak mijn-casus --kaarten O3,K2              alleen deze kaarten
  speelveld maak mijn-casus --sinds out/mijn-casus       alleen wat anders is dan in die kit
  speelveld maak mijn-casus --profiel drukker            bestanden voor een drukkerij
  speelveld maak --blanco                                een kit zonder casus, om zelf in te vullen
"""
# What somebody may type without its dashes, with a value behind it.
_OPTIONS = frozenset(("--tafels", "--deelnemers", "--profiel", "--alleen", "--duur", "--papier", "--bord", "--uit"))
_HELP = """\
Maak de kit van een casus: bord, kaarten en papieren als PDF.

CASUS is een bestand casus.yaml, de map waar het in staat, of de naam van een voorbeeld.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casussen", metavar="CASUS…", nargs=-1)
@click.option(BLANK, "blank", is_flag=True, help="Een kit zonder casus, voor wie er op de dag zelf een meebrengt.")
@kit_options
@click.option(
    "--uit",
    type=Folder(),
    metavar="MAP",
    help="Waar de kit komt (standaard: out/ en de naam van de casus; van een deel komt erachter wat u noemt).",
)
@click.option(
    "--kaarten",
    "cards",
    multiple=True,
    metavar="KAART,…",
    help="Maak alleen deze kaarten, met hun nummer, id of titel, zoals O3,K2.",
)
@click.option(
    "--sinds",
    "since",
    type=Folder(there=True),
    metavar="MAP",
    help="Maak alleen wat anders is dan in de kit in deze map: kaarten en vellen om te vervangen.",
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
    blank: bool,
    uit: Path | None,
    without_previews: bool,
    printer: str | None,
    cards: Sequence[str],
    since: Path | None,
    stil: bool,
    as_data: bool,
    **chosen: Any,
) -> int:
    """Write the kits, say so, and return the status."""
    casussen = _named(casussen, blank=blank)
    profiles = taken_from(chosen)
    cards = tuple(name for name in cards if name.strip())
    _refuse_two_parts(chosen["only"], cards, since)
    options = read_options(
        previews=not without_previews, printer=known_printer(printer), cards=cards, since=since, **chosen
    )

    def folder_of(found: Found) -> Path:
        if uit is None:
            return default_folder(found, options)
        return refuse_among_own(uit / found.name if len(casussen) > 1 else uit)

    _refuse_shared_folders(casussen, folder_of)
    outcomes: list[dict[str, Any]] = []
    status = 0
    for text in casussen:
        try:
            outcomes.append(_make(text, options, profiles, folder_of, stil=stil, as_data=as_data))
        except SpeelveldError as error:
            if len(casussen) == 1 and not as_data:
                raise
            if not as_data:
                click.echo(problem_text(error, casus=text), err=True)
            outcomes.append({"casus": text, "goed": False, "fouten": as_json(error.problems)})
            status = status or int(error.exit_code)
    if as_data:
        click.echo(json.dumps(outcomes if len(casussen) > 1 else outcomes[0], ensure_ascii=False, indent=2))
    return status


def _make(
    text: str,
    options: "Options",
    profiles: dict[str, str | None],
    folder_of: Callable[[Found], Path],
    *,
    stil: bool,
    as_data: bool,
) -> dict[str, Any]:
    """Write the kit of one casus, say so, and return what came of it as data."""
    from speelveld.build.checking import remark_line
    from speelveld.build.writing import write

    progress = Progress(quiet=stil or as_data)
    try:
        found, words, built = attempt(text, options, profiles, progress).whole()
        if not stil and not as_data and (lines := before(built)):
            progress.done()
            click.echo("\n".join(lines))
        folder = folder_of(found)
        result, manifest = write(built, folder, options, progress, progress.tell)
    finally:
        progress.done()
    if not stil and not as_data:
        why = why_numbered(found, options, folder)
        told = (report(built, folder, result, manifest), *((why,) if why else ()), *remark_line(words, text))
        click.echo("\n".join(told))
    return {
        "casus": text,
        "goed": True,
        "map": str(folder),
        "kit": manifest,
        "waarschuwingen": as_json(built.warnings),
        "taal": len(words.meldingen),
    }


def _named(casussen: Sequence[str], *, blank: bool) -> Sequence[str]:
    """Return which kits to make: of the casussen that are named, or one without.

    Raises:
        click.MissingParameter: nothing was named.
        UsageError: a casus, and also none.
    """
    if not blank and not casussen and here():
        return (".",)
    if not blank and not casussen:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=next(p for p in context.command.params if p.name == "casussen"))
    if blank and any(not text.strip() for text in casussen):
        raise UsageError([Problem("de naam van de casus is leeg", hint=f"kies: speelveld maak {BLANK}")])
    if blank and casussen:
        message = f"met {BLANK} maakt u een kit zonder casus, en u noemt er ook een: {', '.join(casussen)}"
        instead = f"wilt u alleen de huisstijl ervan: speelveld maak {BLANK} --huisstijl {casussen[0]}"
        hint = f"kies: speelveld maak {casussen[0]}, of speelveld maak {BLANK}; {instead}"
        raise UsageError([Problem(message, hint=hint)])
    if len(casussen) > 1:
        _refuse_pieces(casussen)
    return (BLANK,) if blank else casussen


def _refuse_pieces(casussen: Sequence[str]) -> None:
    """Refuse several names of which none is a casus, where together they are one.

    Raises:
        UsageError: they are one name, typed with spaces.
    """
    bare = next((name for name in casussen[1:-1] if f"--{name}" in _OPTIONS and not Path(name).exists()), None)
    if bare:
        at = list(casussen).index(bare)
        typed_again = " ".join([*map(typed, casussen[:at]), f"--{bare}", *map(typed, casussen[at + 1 :])])
        message = f"vóór {quote(bare)} staan geen streepjes"
        raise UsageError([Problem(message, hint=f"typ: speelveld maak {typed_again}")])
    if together := whole_name(casussen):
        message = f"{quote(' '.join(casussen))} is geen casus"
        raise UsageError([Problem(message, hint=f"typ: speelveld maak {typed(together)}")])


def _refuse_two_parts(only: Sequence[str], cards: Sequence[str], since: Path | None) -> None:
    """Refuse two ways at once to ask for a part of a kit.

    Raises:
        UsageError: there are two.
    """
    asked = {"--alleen": only, "--kaarten": cards, "--sinds": since}
    given = [name for name, value in asked.items() if value]
    if len(given) > 1:
        message = f"{' en '.join(given)} kunnen niet samen"
        raise UsageError([Problem(message, hint="kies er één, en maak het andere daarna apart")])


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
        file = casus_of(found).resolve()
        folder = folder_of(found)  # refused before anything is made, where it may not be
        other, other_file = taken.setdefault(str(folder).casefold(), (text, file))
        if other_file != file:
            message = f"de kits van '{other}' en '{text}' komen allebei in '{folder}'"
            raise UsageError([Problem(message, hint="maak ze apart, elk met een eigen --uit")])
