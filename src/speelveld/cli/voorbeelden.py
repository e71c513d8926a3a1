"""`speelveld voorbeelden`: the bundled casussen, one line each."""

import json

import click

_HELP = """\
Toon de casussen die bij het programma horen.
"""


@click.command(help=_HELP, options_metavar="[OPTIES]")
@click.option("--json", "as_data", is_flag=True, help="Geef de lijst als JSON.")
def voorbeelden(as_data: bool) -> None:
    """List the examples."""
    from speelveld.casus import load_casus
    from speelveld.resources import examples

    found = {name: load_casus(path, str(path)) for name, path in examples().items()}
    if as_data:
        rows = [
            {"naam": name, "titel": str(casus.titel), "gemeente": str(casus.gemeente), "opgaven": len(casus.opgaven)}
            for name, casus in found.items()
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max(map(len, found), default=0)
    for name, casus in found.items():
        click.echo(f"{name:<{width}}   {casus.titel} ({len(casus.opgaven)} opgaven)")
    click.echo("\nBrengt u op de dag zelf een casus mee? Een kit zonder casus maakt u met: speelveld maak --blanco")
