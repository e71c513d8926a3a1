"""What a user reads when a kit is made: what to print on what, and where it lies."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speelveld.profiles import PROFILES
from speelveld.profiles.columns import columns

if TYPE_CHECKING:
    from speelveld.build.pipeline import Built
    from speelveld.output.folder import KitResult
    from speelveld.pages import Print
    from speelveld.profiles.profile import Profile


def before(built: "Built") -> list[str]:
    """Return the lines to show before the files are drawn."""
    return [line for profile in _in_order(built) for line in profile.before(_prints(built, profile))]


def report(built: "Built", folder: Path, result: "KitResult", manifest: Mapping[str, Any]) -> str:
    """Return what was made of a casus, from its manifest, and what the folder has to do with it."""
    lines = [str(warning) for warning in built.warnings]
    if lines:
        lines.append("")
    part = " (alleen wat u vroeg)" if "deel" in manifest else ""
    lines += [f"De kit van '{manifest['casus']['titel']}'{part} ligt in {folder.resolve()}:", ""]
    lines += [*columns(_rows(built)), ""]
    if (picture := folder / "overzicht.png") in result.written:
        lines += [f"Bekijk eerst {picture.resolve()}: daarop ziet u alles in één plaatje.", ""]
    for profile in _in_order(built):
        entries = [entry for entry in manifest["bestanden"] if entry.get("profiel") == profile.name]
        lines += profile.after([entry for entry in entries if "opdracht" in entry])
        if often := profile.often(_prints(built, profile), built.tables, built.participants):
            lines += [*_in_words_of(built, often), ""]
    return "\n".join([*lines, *built.told, *_advice(built), *_of_the_folder(result)])


def _in_words_of(built: "Built", often: Sequence[str]) -> Iterator[str]:
    """Yield the lines with who leads the game called as in the casus; titles and file names are so already."""
    from speelveld.deck import wording_of
    from speelveld.profiles.often import EACH_LEADER

    said, _ = wording_of(built.casus).changed(EACH_LEADER)
    yield from (line.replace(EACH_LEADER, said) for line in often)


def _rows(built: "Built") -> list[Sequence[str]]:
    return [(f"{print_.profile}/{print_.bestand}", *built.profile_of(print_).amount(print_)) for print_ in built.prints]


def _advice(built: "Built") -> Iterator[str]:
    in_order = _in_order(built)
    said = (profile.copies(built.tables, _prints(built, profile)) for profile in in_order)
    yield from next(filter(None, said), ())
    for profile in in_order:
        yield from profile.advice()
    if printer := next((print_.printer for print_ in built.prints if print_.printer), None):
        yield f"Deze kit is alleen voor printer '{printer}'."


def _of_the_folder(result: "KitResult") -> Iterator[str]:
    if number := len(result.removed):
        files, done = ("bestand dat", "is") if number == 1 else ("bestanden die", "zijn")
        yield f"Weggehaald uit de vorige kit: {number} {files} nu niet {done} gemaakt."
    for path in result.kept:
        yield f"Niet weggehaald, want u hebt het veranderd: {path}"
    for path, now in result.aside:
        yield f"U had {path} veranderd. Uw versie heet nu '{now.name}'; de nieuwe staat op haar plek."


def _in_order(built: "Built") -> list["Profile"]:
    """Return the profiles of a kit in printing order, however they were asked for."""
    order = list(PROFILES)
    return sorted(built.profiles, key=lambda profile: order.index(profile.name))


def _prints(built: "Built", profile: "Profile") -> list["Print"]:
    return [print_ for print_ in built.prints if print_.profile == profile.name]
