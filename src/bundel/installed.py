"""`python -m bundel.installed`: what `pip install` puts on a disk, as the table of the README, with sizes in MB."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import click
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# What each package is for, by what the project asks for itself. What these need in turn stands with the first of them.
PURPOSE: Mapping[str, tuple[str, ...]] = {
    "the command, the layouts": ("click", "jinja2"),
    "reads your casus": ("pydantic", "pyyaml"),
    "letters, words and fonts": ("uharfbuzz", "fonttools", "brotli", "pyphen", "font-source-sans-pro"),
    "pictures, icons and codes": ("pillow", "lucide", "segno", "tinycss2"),
    "PDF": ("reportlab", "pikepdf", "pypdfium2"),
    "the page of `kijk`": ("starlette", "uvicorn", "watchfiles"),
    "`proefspeel`: extra `proefspeel`": ("numpy",),
}


def grouped(purpose: Mapping[str, tuple[str, ...]] = PURPOSE) -> dict[str, list[str]]:
    """Return for each purpose the packages that serve it, with those they need; each package stands once."""
    seen = set[str]()
    groups: dict[str, list[str]] = {}
    own = {name for names in purpose.values() for name in names}
    for what, names in purpose.items():
        todo, group = list(names), groups.setdefault(what, [])
        while todo:
            name = canonicalize_name(todo.pop(0))
            if name not in seen:
                seen.add(name)
                group.append(name)
                todo += [other for other in _needs(name) if other not in own]
    return groups


def _needs(name: str) -> list[str]:
    requirements = map(Requirement, distribution(name).requires or ())
    return [canonicalize_name(r.name) for r in requirements if r.marker is None or r.marker.evaluate({"extra": ""})]


def size(name: str) -> int:
    """Return how many bytes a package has on this disk, without what Python compiled of it."""
    files = distribution(name).files or ()
    paths = [Path(str(file.locate())) for file in files if file.suffix != ".pyc"]
    return sum(path.stat().st_size for path in paths if path.is_file())


def rows() -> list[str]:
    """Return the lines of the table, in Markdown."""
    lines = ["| For | Packages | MB |", "| --- | --- | ---: |"]
    total = 0
    for what, names in grouped().items():
        counted = sum(map(size, names))
        total += counted
        lines.append(f"| {what} | {', '.join(names)} | {counted / 1e6:.0f} |")
    return [*lines, f"| together | | {total / 1e6:.0f} |"]


if __name__ == "__main__":
    try:
        click.echo("\n".join(rows()))
    except PackageNotFoundError as error:
        raise SystemExit(f"{error.name} is not installed here") from error
