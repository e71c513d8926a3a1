"""The embeddable Python of Windows, as python.org packs it → its version and files, with a place for packages."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from bundel.errors import BundleError
from bundel.portable import AMD64, read_portable
from bundel.zips import read_zip

# That of 3.14 is 12 MB, and 30 MB when unpacked.
MOST_PACKED = 60_000_000
MOST_UNPACKED = 150_000_000
PACKAGES = "Lib/site-packages"
_PTH = re.compile(r"python3(\d+)\._pth")


@dataclass(frozen=True, slots=True)
class Embedded:
    """Python for Windows on x86-64: its version as in '3.11', and its files by name."""

    version: str
    files: dict[str, bytes]

    @property
    def digits(self) -> str:
        """The version as in the names of files: '311'."""
        return self.version.replace(".", "")


def read_embedded(path: Path, sha256: str) -> Embedded:
    """Return Python from a zip with that SHA-256, told to find packages in `Lib/site-packages`.

    Raises:
        BundleError: the zip is another one, and then it is not opened; or it is no Python as it is meant here.
    """
    found = _pth_of(read_zip(_checked(path, sha256), path.name, MOST_UNPACKED), path.name)
    version, files = f"3.{found[0]}", found[1]
    python = Embedded(version, files)
    asked = ("python.exe", f"python{python.digits}.dll", f"python{python.digits}.zip")
    problems = [f"{path.name}: there is no {name} in it" for name in asked if name not in files]
    if "python.exe" in files:
        program = read_portable(files["python.exe"])
        if program is None or program.machine != AMD64:
            problems.append(f"{path.name}: its python.exe is not for x86-64; take the zip with 'amd64' in its name")
    if problems:
        raise BundleError(problems)
    name = f"python{python.digits}._pth"
    files[name] = with_packages(files[name].decode("utf-8-sig", "replace"), python.digits).encode()
    return python


def _checked(path: Path, sha256: str) -> bytes:
    if not re.fullmatch("[0-9a-fA-F]{64}", sha256):
        raise BundleError([f"a SHA-256 is 64 digits of 0 to 9 and a to f; this is {sha256!r}"])
    try:
        if path.stat().st_size > MOST_PACKED:
            raise BundleError([f"{path}: larger than {MOST_PACKED:,} bytes; this is no embeddable Python"])
        content = path.read_bytes()
    except OSError as error:
        raise BundleError([f"{path}: cannot be read ({error})"]) from error
    seen = hashlib.sha256(content).hexdigest()
    if seen != sha256.lower():
        raise BundleError([f"{path}: its SHA-256 is {seen}, and not {sha256.lower()}; it was not opened"])
    return content


def _pth_of(files: dict[str, bytes], shown: str) -> tuple[str, dict[str, bytes]]:
    found = [match[1] for name in files if (match := _PTH.fullmatch(name))]
    if len(found) != 1:
        many = "no" if not found else "more than one"
        raise BundleError([f"{shown}: {many} file 'python3*._pth' in it; take the 'Windows embeddable package'"])
    return found[0], files


def with_packages(text: str, digits: str) -> str:
    r"""Return the `._pth` of Python with the folder of packages in it, and without `import site`.

    With that file Python looks in its lines, from the folder where it lies, and nowhere else: not in PYTHONPATH, the
    registry or the packages of a user ("Finding modules", docs.python.org). `import site` would look for more.
    """
    lines = [line.strip() for line in text.splitlines()]
    paths = [line for line in lines if line and not line.startswith(("#", "import "))]
    folder = PACKAGES.replace("/", "\\")
    wanted = [f"python{digits}.zip", ".", *paths, folder]
    kept = {line.casefold(): line for line in reversed(wanted)}
    return "".join(f"{line}\r\n" for line in dict.fromkeys(kept[line.casefold()] for line in wanted))
