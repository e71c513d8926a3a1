"""`python -m bundel ZIP SHA256`: makes the zip for Windows; `python -m bundel.installed` counts what is installed."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bundel.embedded import read_embedded
from bundel.errors import BundleError
from bundel.making import Bundle, make_bundle
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
        found = gathered(program, EXTRAS, wheels, embedded.version) if wheels else None
        found = downloaded(program, EXTRAS, embedded.version, lock) if found is None else found
        bundle = make_bundle(embedded, program, found)
        path = write(bundle, locked(found), uit, over)
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


def write(bundle: Bundle, lock: str, folder: Path, over: bool) -> Path:
    """Write a bundle, its SHA-256 and its lock into a folder, and return the path of the bundle.

    Raises:
        BundleError: one of them is there and stays, or the disk refuses.
    """
    stem = bundle.name.removesuffix(".zip")
    texts = {f"{bundle.name}.sha256": f"{bundle.sha256}  {bundle.name}\n", f"{stem}.lock.txt": lock}
    contents = {name: text.encode() for name, text in texts.items()} | {bundle.name: bundle.content}
    there = [str(folder / name) for name in contents if (folder / name).exists()]
    if there and not over:
        raise BundleError([f"{path} is there already; take another --uit, or say --over" for path in there])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder) as drafts:
            for name, content in contents.items():
                Path(drafts, name).write_bytes(content)
            for name in contents:
                Path(drafts, name).replace(folder / name)
    except OSError as error:
        raise BundleError([f"{folder}: cannot be written ({error.strerror})"]) from error
    return folder / bundle.name


if __name__ == "__main__":
    main()
