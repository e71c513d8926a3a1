"""The embeddable Python, wheels and the wheel of the program → the one zip that a user of Windows unpacks."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bundel.embedded import PACKAGES, Embedded
from bundel.errors import BundleError
from bundel.portable import AMD64, read_portable
from bundel.texts import Part, listed, read_me, starter
from bundel.wheels import Wheel, spread
from bundel.zips import odd_names, written_zip

# A path may have 260 characters on Windows, unless somebody turned that off. This leaves 120 for where it is unpacked.
LONGEST = 140
# Short for that reason; Windows puts it in a folder that is called after the zip.
_TOP = "speelveld"
# Comes with Windows 10 and newer; what else a library asks for has to be in the bundle.
# fmt: off
_OF_WINDOWS = frozenset({
    "advapi32.dll", "bcrypt.dll", "bcryptprimitives.dll", "crypt32.dll", "dbghelp.dll", "dnsapi.dll", "dwrite.dll",
    "gdi32.dll", "iphlpapi.dll", "kernel32.dll", "msvcrt.dll", "ncrypt.dll", "ntdll.dll", "ole32.dll",
    "oleaut32.dll", "propsys.dll", "psapi.dll", "rpcrt4.dll", "secur32.dll", "setupapi.dll", "shell32.dll",
    "shlwapi.dll", "ucrtbase.dll", "user32.dll", "userenv.dll", "usp10.dll", "version.dll", "winhttp.dll",
    "winmm.dll", "ws2_32.dll", "wsock32.dll",
})
# fmt: on

_LICENCE = re.compile(r"(?i)licen[cs]e|copying|notice")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A zip for Windows: its name, its bytes, and what is in it."""

    name: str
    content: bytes
    parts: tuple[Part, ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of the zip, in small letters."""
        return hashlib.sha256(self.content).hexdigest()


def bundle_name(version: str) -> str:
    """Return what the zip of a version is called."""
    return f"speelveld-{version}-windows.zip"


def make_bundle(python: Embedded, program: Wheel, wheels: Iterable[Wheel]) -> Bundle:
    """Return the zip with Python, the program and the wheels it needs; the same of the same, byte for byte.

    Raises:
        BundleError: two wheels have the same file, or a file cannot be used on Windows.
    """
    packages = sorted([program, *wheels], key=lambda wheel: wheel.name.casefold())
    files, parts = dict(python.files), [_python_part(python)]
    problems = []
    for wheel in packages:
        laid = {f"{PACKAGES}/{name}": content for name, content in spread(wheel)}
        problems += [
            f"{wheel.file}: {name} is in another wheel too"
            for name in laid
            if files.get(name, laid[name]) != laid[name]
        ]
        if not any(_LICENCE.search(name) for name in wheel.files):
            problems.append(f"{wheel.file}: the text of its licence ({wheel.licence}) is not in it")
        files |= laid
        parts.append(Part(wheel.name, wheel.version, wheel.licence, sum(map(len, laid.values()))))
    problems += [*odd_names(files), *_foreign(files, python.digits), *_alone(files), *_unread(files)]
    texts = {
        "speelveld.bat": starter(),
        "LEES MIJ.txt": read_me(program.version, python.version),
        "inhoud.txt": listed(parts),
    }
    whole = {f"{_TOP}/python/{name}": content for name, content in files.items()}
    whole |= {f"{_TOP}/{name}": content for name, content in texts.items()}
    problems += [
        f"{name}: a path of {len(name)} characters; at most {LONGEST}" for name in whole if len(name) > LONGEST
    ]
    if problems:
        raise BundleError(problems)
    return Bundle(bundle_name(program.version), written_zip(whole), tuple(parts))


def _python_part(python: Embedded) -> Part:
    return Part("Python", python.version, "PSF-2.0", sum(map(len, python.files.values())))


def _foreign(files: Mapping[str, bytes], digits: str) -> Iterator[str]:
    """Say which files are of another system, processor or Python."""
    for name, content in files.items():
        if re.search(r"\.(so|dylib)(\.[\d.]+)?$", name):
            yield f"{name}: a library of another system"
        elif name.endswith((".pyd", ".dll", ".exe")):
            read = read_portable(content)
            if read is None or read.machine != AMD64:
                yield f"{name}: not for Windows on x86-64"
        made_for = re.search(r"\.cp(\d+)-(\w+)\.pyd$", name)
        if made_for and made_for.groups() != (digits, "win_amd64"):
            yield f"{name}: not for Python {digits} on Windows x86-64"


def _alone(files: Mapping[str, bytes]) -> Iterator[str]:
    """Say which libraries ask for one that is neither in the bundle nor in Windows."""
    there = {name.rpartition("/")[2].lower() for name in files}
    for name, content in files.items():
        read = read_portable(content) if name.endswith((".pyd", ".dll", ".exe")) else None
        for wanted in read.imports if read else ():
            if wanted not in there and wanted not in _OF_WINDOWS and not wanted.startswith(("api-ms-win-", "ext-ms-")):
                yield f"{name}: asks for {wanted}, which is not here and not in Windows"


def _unread(files: Mapping[str, bytes]) -> Iterator[str]:
    """Say which files Python would not read here, though a package counts on them."""
    for name in files:
        if re.fullmatch(rf"{PACKAGES}/[^/]+\.pth", name):
            yield f"{name}: a file .pth is read by `site` alone, which this Python leaves out"
