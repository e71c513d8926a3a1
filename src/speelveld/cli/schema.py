"""`speelveld schema`: the JSON Schema of a casus, for completion in an editor."""

import json

import click

_EPILOG = """\b
Voorbeeld:
  speelveld schema > casus.schema.json
"""
_HELP = """\
Druk het JSON-schema van een casus af.

Uw tekstprogramma kan daarmee helpen bij het invullen van casus.yaml.
"""


@click.command(help=_HELP, epilog=_EPILOG, options_metavar="")
def schema() -> None:
    """Print the schema."""
    from speelveld import resources
    from speelveld.casus import DeckFiles, json_schema, load_deck

    deck = load_deck(DeckFiles((), resources.bundled("decks") / "basis"))
    click.echo(json.dumps(json_schema(deck), ensure_ascii=False, indent=2))
