"""`speelveld kaarten`: the ids that an author may name, of the standard deck or of one casus."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speelveld.cli.find import find_casus
from speelveld.cli.options import Folder
from speelveld.errors import Problem, UsageError

if TYPE_CHECKING:
    from speelveld.deck.listing import Regel

_EPILOG = """\b
Voorbeelden:
  speelveld kaarten                    de standaardkaarten
  speelveld kaarten mijn-casus         de kaarten van uw kit, met hun nummer
  speelveld kaarten --soort aanpakken  alleen de aanpakken
"""
_HELP = """\
Noem de kaarten met hun id.

Die id schrijft u in uw casus bij vervangt, weglaten, past en aan_tafel. Zonder CASUS ziet u de standaardkaarten.
Met een casus ziet u wat er in die kit zit, met het nummer op de kaart, en wat eruit is.
"""
_OF_A_CASUS = "opgaven"
_TITLES = {
    "opgaven": "Opgaven",
    "rollen": "Rollen (groep, kracht)",
    "aanpakken": "Aanpakken (wat het kost, hoe ver u komt)",
    "kansen": "Kansen",
    "uitdagingen": "Uitdagingen",
    "weg": "Standaardkaarten die niet meedoen",
}


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="[OPTIES]")
@click.argument("casus", metavar="[CASUS]", required=False)
@click.option("--soort", type=click.Choice([kind for kind in _TITLES if kind != "weg"]), help="Toon één soort.")
@click.option(
    "--deck",
    type=Folder(there=True),
    metavar="MAP",
    help="Een map met een eigen standaarddeck, of een deel daarvan.",
)
@click.option("--json", "as_data", is_flag=True, help="Geef de lijst als JSON.")
def kaarten(casus: str | None, soort: str | None, deck: Path | None, as_data: bool) -> None:
    """List the cards."""
    if casus is None and soort == _OF_A_CASUS:
        hint = f"noem ook een casus: speelveld kaarten mijn-casus --soort {soort}"
        raise UsageError([Problem("het standaarddeck heeft geen opgaven", hint=hint)])
    if casus in _TITLES and not Path(casus).exists():
        hint = f"typ: speelveld kaarten --soort {casus}"
        raise UsageError([Problem(f"'{casus}' is een soort, en geen casus", hint=hint)])
    found = _listed(casus, (deck,) if deck else ())
    found = {kind: rows for kind, rows in found.items() if rows and soort in (None, kind)}
    if as_data:
        data = {kind: [asdict(row) for row in rows] for kind, rows in found.items()}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo("\n\n".join(_shown(kind, rows) for kind, rows in found.items()))


def _listed(casus: str | None, decks: Sequence[Path]) -> Mapping[str, "list[Regel]"]:
    from speelveld import resources
    from speelveld.build.pipeline import load
    from speelveld.casus import DeckFiles, load_deck
    from speelveld.deck import choose_cards
    from speelveld.deck.listing import casus_list, deck_list

    if casus is None:
        return deck_list(load_deck(DeckFiles(tuple(decks), resources.bundled("decks") / "basis")))
    place = find_casus(casus)
    loaded = load(place.path, place.shown, decks)
    return casus_list(loaded.casus, loaded.deck, choose_cards(loaded.casus, loaded.deck), loaded.rules)


def _shown(kind: str, rows: "Sequence[Regel]") -> str:
    from speelveld.profiles.columns import columns
    from speelveld.written.hints import slug

    # An id is mostly the name in small letters, which then says nothing more.
    cells = [(row.nummer, row.id, row.naam if slug(row.naam) != row.id else "", row.wat, row.herkomst) for row in rows]
    used = [column for column in zip(*cells, strict=True) if any(column)]
    return "\n".join([f"{_TITLES[kind]}: {len(rows)}", *columns(list(zip(*used, strict=True)))])
