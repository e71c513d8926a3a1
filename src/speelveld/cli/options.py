"""The options that `maak` and `controleer` share."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from speelveld.cli.find import build_date

if TYPE_CHECKING:
    from speelveld.options import Options

_F = TypeVar("_F", bound=Callable[..., Any])


class Between(click.ParamType[int]):
    """A whole number within bounds, explained in Dutch."""

    name = "getal"

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; anything else is refused with the bounds."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and self._low <= int(text) <= self._high):
            self.fail(f"{text!r}; kies een heel getal van {self._low} tot en met {self._high}", param, ctx)
        return int(text)


_KIT_OPTIONS = (
    click.option(
        "--papier",
        type=click.Choice(["a4", "a3"]),
        default="a4",
        show_default=True,
        help="Het papier in uw printer voor kaarten, bladen en delen van het bord.",
    ),
    click.option(
        "--bord",
        type=click.Choice(["a1", "a0", "a2"]),
        default="a1",
        show_default=True,
        help="Hoe groot het speelbord is.",
    ),
    click.option("--tafels", type=Between(1, 12), metavar="N", help="Het aantal tafels dat speelt (1 tot en met 12)."),
    click.option(
        "--deelnemers",
        type=Between(1, 84),
        metavar="N",
        help="Het aantal deelnemers (1 tot en met 84); de tafels volgen daaruit.",
    ),
    click.option(
        "--duplex",
        type=click.Choice(["lange-zijde", "korte-zijde", "geen"]),
        default="lange-zijde",
        show_default=True,
        help="Over welke zijde uw printer het papier omslaat; 'geen' laat de achterkanten weg.",
    ),
    click.option(
        "--alleen",
        "only",
        multiple=True,
        metavar="NAAM,…",
        help="Maak alleen deze onderdelen, zoals opgavekaarten,spelregels.",
    ),
    click.option(
        "--grootletter", "large_print", is_flag=True, help="Maak ook kaarten in grote letter (18 punt of meer)."
    ),
    click.option(
        "--layouts",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar="MAP",
        help="Een map met eigen layouts.",
    ),
    click.option("--datum", metavar="JJJJ-MM-DD", help="De datum in de bestanden (standaard: vandaag)."),
)


def kit_options(function: _F) -> _F:
    """Add the options that say what kit to make."""
    for option in reversed(_KIT_OPTIONS):
        function = option(function)
    return function


def read_options(
    *,
    papier: str,
    bord: str,
    tafels: int | None,
    deelnemers: int | None,
    duplex: Any,
    only: Sequence[str],
    large_print: bool,
    layouts: Path | None,
    datum: str | None,
    previews: bool,
) -> "Options":
    """Return what was asked for; the environment and the current folder are looked at here and nowhere below."""
    from speelveld.options import Options

    here = Path("layouts")
    return Options(
        date=build_date(datum, os.environ.get("SOURCE_DATE_EPOCH")),
        paper=papier,
        board=bord,
        duplex=duplex,
        tables=tafels,
        participants=deelnemers,
        only=tuple(name.strip() for names in only for name in names.split(",") if name.strip()),
        large_print=large_print,
        previews=previews,
        first_layouts=(layouts,) if layouts else (),
        last_layouts=(here,) if here.is_dir() else (),
    )
