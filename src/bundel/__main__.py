"""`python -m bundel ZIP SHA256`: makes the zip for Windows; `python -m bundel.installed` counts what is installed."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bundel.embedded import read_embedded
from bundel.errors import BundleError
from bundel.making import Bundle, bundle_name, make_bundle
from bundel.texts import megabytes
from bundel.wheels import Wheel, downloaded, gathered, locked, read_wheel

ROOT = Path(__file__).resolve().parents[2]
EXTRAS = ("alles",)
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.argument("python", type=_FILE, metavar="ZIP")
@click.argument("sha256", metavar="SHA256")
@click.option("--uit", type=_FOLDER, default=Path("out/windows"), show_default=True, help="Where the zip comes.")
@click.option("--wheels", type=_FOLDER, help="A folder with all wheels; without it pip fetches them.")
@click.option("--lock", type=_FILE, help="A file as pip reads it, with a hash for each wheel; only these are fetched.")
@click.option("--over", is_flag=True, help="Replace a zip that is there.")
def main(python: Path, sha256: str, uit: Path, wheels: Path | None, lock: Path | None, over: bool) -> None:
    """Make Speelveld for Windows of the embeddable Python in ZIP, as python.org publishes it with its SHA-256.

    Beside the zip come its own SHA-256 and a lock of the wheels in it.
    """
    try:
        embedded = read_embedded(python, sha256)
        program = built()
        refuse_there(uit, bundle_name(program.version), over)
        found = gathered(program, EXTRAS, wheels, embedded.version) if wheels else None
        found = downloaded(program, EXTRAS, embedded.version, lock) if found is None else found
        bundle = make_bundle(embedded, program, found)
        path = write(bundle, locked(found), uit)
    except BundleError as error:
        raise click.ClickException(str(error)) from error
    for part in sorted(bundle.parts, key=lambda part: -part.size):
        click.echo(f"{megabytes(part.size):>7} MB  {part.name} {part.version}")
    click.echo(f"{path}: {megabytes(len(bundle.content))} MB, SHA-256 {bundle.sha256}")


def built() -> Wheel:
    """Return the wheel of this checkout."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BundleError([f"the wheel of the program cannot be built:\n{done.stderr.strip()}"])
        (path,) = Path(folder).glob("*.whl")
        return read_wheel(path)


def refuse_there(folder: Path, name: str, over: bool) -> None:
    """Refuse, before anything is fetched, to write over what an earlier bundle of that name left.

    Raises:
        BundleError: a file of it is there, and may not be replaced.
    """
    there = [folder / each for each in beside(name) if (folder / each).exists()]
    if there and not over:
        raise BundleError([f"{path} is there already; take another --uit, or say --over" for path in there])


def beside(name: str) -> tuple[str, str, str]:
    """Return the names of the files that make up a bundle: the zip, its SHA-256 and its lock."""
    return name, f"{name}.sha256", f"{name.removesuffix('.zip')}.lock.txt"


def write(bundle: Bundle, lock: str, folder: Path) -> Path:
    """Write a bundle, its SHA-256 and its lock into a folder, and return the path of the bundle.

    Raises:
        BundleError: the disk refuses.
    """
    hashed = f"{bundle.sha256}  {bundle.name}\n"
    contents = dict(zip(beside(bundle.name), (bundle.content, hashed.encode(), lock.encode()), strict=True))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder) as drafts:
            for name, content in contents.items():
                Path(drafts, name).write_bytes(content)
            for name in contents:
                Path(drafts, name).replace(folder / name)
    except OSError as error:
        raise BundleError([f"{folder}: cannot be written ({error})"]) from error
    return folder / bundle.name


if __name__ == "__main__":
    main()
