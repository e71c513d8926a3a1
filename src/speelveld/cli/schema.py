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
    from speelveld.casus import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
