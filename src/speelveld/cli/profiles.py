"""The options that say what a kit is for: which profiles, and what those want to know."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from speelveld.cli.find import Found
from speelveld.cli.printers import config_folder
from speelveld.profiles import PROFILES, USUAL
from speelveld.profiles.profile import Profile

_F = TypeVar("_F", bound=Callable[..., Any])


def _kinds() -> str:
    *some, last = (f"{name} ({profile.help})" for name, profile in PROFILES.items())
    return f"{', '.join(some)} of {last}"


class _Names(click.Choice[str]):
    """Some of a few names, with commas between them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the names as they are known, still with their commas; another is refused."""
        names = [name.strip() for name in str(value).split(",")]
        return ",".join(super(_Names, self).convert(name, param, ctx) for name in names if name or len(names) == 1)


def _key(name: str) -> str:
    return f"flag_{name.replace('-', '_')}"


def profile_options(function: _F) -> _F:
    """Add the options that say what a kit is for."""
    for name, profile in reversed(list(PROFILES.items())):
        if flag := profile.flag:
            function = click.option(flag.name, _key(name), metavar=flag.metavar, help=flag.help)(function)
    return click.option(
        "--profiel",
        "profiles",
        type=_Names(list(PROFILES), case_sensitive=False),
        multiple=True,
        default=[USUAL],
        show_default=True,
        help=f"Waar de kit voor is: {_kinds()}. Mag meer keren.",
    )(function)


def taken_from(chosen: dict[str, Any]) -> dict[str, str | None]:
    """Take what `profile_options` added out of `chosen`, and return each profile with what its flag says.

    Who gives the flag of a profile means that profile, and else nothing that was not asked for.
    """
    flags: dict[str, str | None] = {name: chosen.pop(_key(name), None) for name in PROFILES}
    names = [name for listed in chosen.pop("profiles") for name in listed.split(",")]
    given = [name for name, text in flags.items() if text is not None]
    if given and click.get_current_context().get_parameter_source("profiles") is ParameterSource.DEFAULT:
        names = []
    return {name: flags[name] for name in (*names, *given)}


def asked_profiles(names: Mapping[str, str | None], found: Found) -> tuple[Profile, ...]:
    """Return the profiles for the casus `found`; their files are sought beside it, with the user, and here.

    Raises:
        UsageError: what a flag names does not exist.
        AuthorError: the file it names is wrong.
    """
    beside = found.path if found.path.is_dir() else found.path.parent
    folders = (beside, config_folder(), Path())
    return tuple(PROFILES[name].asked(text, folders) for name, text in names.items())
