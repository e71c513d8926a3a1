"""Requirements → the wheels that Windows needs for them, and no others; wheels → files of a folder of packages."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from bundel.errors import BundleError
from bundel.zips import read_zip

_PLATFORM = "win_amd64"


@dataclass(frozen=True, slots=True)
class Wheel:
    """A package as it is published: its file, what that says of itself, and what it holds by name."""

    file: str
    sha256: str
    tags: frozenset[Tag] = field(repr=False)
    metadata: Message = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def name(self) -> str:
        """The name as the package writes it."""
        return str(self.metadata["Name"])

    @property
    def version(self) -> str:
        """The version, as in '1.2.3'."""
        return str(self.metadata["Version"])

    @property
    def requires(self) -> tuple[Requirement, ...]:
        """What it asks for, with the conditions under which it does."""
        return tuple(Requirement(line) for line in self.metadata.get_all("Requires-Dist") or ())

    @property
    def licence(self) -> str:
        """The licence in its own words: SPDX where it is given, else the first line, else what catalogues are told."""
        said = self.metadata["License-Expression"] or (self.metadata["License"] or "").strip().partition("\n")[0]
        classes = [
            str(line).rpartition(" :: ")[2] for line in self.metadata.get_all("Classifier") or () if "Licen" in line
        ]
        return said or ", ".join(classes) or "zie de map dist-info"


def read_wheel(path: Path) -> Wheel:
    """Return the wheel in a file.

    Raises:
        BundleError: it is no wheel, or is damaged.
    """
    try:
        tags = parse_wheel_filename(path.name)[3]
        content = path.read_bytes()
    except (InvalidWheelFilename, OSError) as error:
        raise BundleError([f"{path.name}: this wheel cannot be read ({error})"]) from error
    files = read_zip(content, path.name)
    metadata = [name for name in files if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)]
    if len(metadata) != 1:
        raise BundleError([f"{path.name}: this is no wheel; it has {len(metadata)} files METADATA"])
    return Wheel(path.name, hashlib.sha256(content).hexdigest(), tags, message_from_bytes(files[metadata[0]]), files)


def windows_tags(version: str) -> frozenset[Tag]:
    """Return what a wheel may be made for, to run on Windows with CPython `version`, as in '3.11'."""
    major, minor = map(int, version.split("."))
    python, interpreter = (major, minor), f"cp{major}{minor}"
    named = cpython_tags(python, abis=[interpreter], platforms=[_PLATFORM])
    return frozenset([*named, *compatible_tags(python, interpreter=interpreter, platforms=[_PLATFORM])])


def windows_environment(version: str) -> dict[str, str]:
    """Return what conditions of requirements are tried against (packaging.python.org, "Environment markers")."""
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{version}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "",
        "python_full_version": f"{version}.0",
        "python_version": version,
        "sys_platform": "win32",
        "extra": "",
    }


def needed(
    project: Wheel, extras: Iterable[str], there: Iterable[Wheel], version: str
) -> tuple[list[Wheel], list[Requirement]]:
    """Return the wheels that a project needs on Windows, by name; and what it asks for that none of them is."""
    by_name = {canonicalize_name(wheel.name): wheel for wheel in [*there, project]}
    environment = windows_environment(version)
    todo = [Requirement(f"{project.name}[{','.join(extras)}]=={project.version}")]
    found: dict[str, Wheel] = {}
    missing: dict[str, Requirement] = {}
    done = set[str]()
    while todo:
        asked = todo.pop()
        if str(asked) in done:
            continue
        done.add(str(asked))
        wheel = by_name.get(canonicalize_name(asked.name))
        if wheel is None or not asked.specifier.contains(wheel.version, prereleases=True):
            asked.marker = None
            missing[str(asked)] = asked
            continue
        found[canonicalize_name(asked.name)] = wheel
        wanted = ("", *sorted(asked.extras))
        todo += [line for line in wheel.requires if _holds(line, wanted, environment)]
    del found[canonicalize_name(project.name)]
    return [found[name] for name in sorted(found)], [missing[name] for name in sorted(missing)]


def _holds(requirement: Requirement, extras: Iterable[str], environment: Mapping[str, str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in extras)


def gathered(project: Wheel, extras: Iterable[str], folder: Path, version: str) -> list[Wheel]:
    """Return the wheels of a folder that a project needs on Windows.

    Raises:
        BundleError: one is missing, is there twice, or is for another system or Python.
    """
    wheels = [read_wheel(path) for path in sorted(folder.glob("*.whl"))]
    names = [canonicalize_name(wheel.name) for wheel in wheels]
    problems = [f"{folder}: more than one wheel of {name}" for name in sorted(set(names)) if names.count(name) > 1]
    found, missing = needed(project, extras, wheels, version)
    problems += [f"{folder}: no wheel of {requirement}" for requirement in missing]
    tags = windows_tags(version)
    problems += [
        f"{wheel.file}: not for Windows on x86-64 with Python {version}" for wheel in found if not wheel.tags & tags
    ]
    if problems:
        raise BundleError(problems)
    return found


def downloaded(project: Wheel, extras: Iterable[str], version: str, lock: Path | None) -> list[Wheel]:
    """Return the wheels that a project needs on Windows, fetched with pip; with a lock, those and no others.

    Raises:
        BundleError: pip cannot get them.
    """
    extras = tuple(extras)
    if lock is not None:
        with TemporaryDirectory() as folder:
            _pip(Path(folder), version, "--no-deps", "--require-hashes", "--requirement", str(lock))
            return gathered(project, extras, Path(folder), version)
    asked = needed(project, extras, (), version)[1]
    while True:
        with TemporaryDirectory() as folder:
            _pip(Path(folder), version, *map(str, asked))
            # pip tries each condition on this computer, and not on Windows. What it left out is asked for by name.
            wheels = [read_wheel(path) for path in sorted(Path(folder).glob("*.whl"))]
            missing = needed(project, extras, wheels, version)[1]
            if not set(map(str, missing)) - set(map(str, asked)):
                return gathered(project, extras, Path(folder), version)
            asked += missing


def _pip(folder: Path, version: str, *arguments: str) -> None:
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"),
        *("--only-binary=:all:", "--implementation", "cp", "--platform", _PLATFORM, "--python-version", version),
        *("--dest", str(folder), *arguments),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError([f"pip cannot get what is asked:\n{done.stderr.strip()}"])


def locked(wheels: Iterable[Wheel]) -> str:
    """Return a lock of these wheels, as `pip --require-hashes` reads it."""
    return "".join(
        f"{canonicalize_name(wheel.name)}=={wheel.version} --hash=sha256:{wheel.sha256}\n" for wheel in wheels
    )


def spread(wheel: Wheel) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a wheel where they belong in a folder of packages.

    What it has for other folders, such as manual pages and starters, stays out (packaging.python.org, "Binary
    distribution format", the folder `.data`).
    """
    for name, content in wheel.files.items():
        match = re.fullmatch(r"[^/]+\.data/([^/]+)/(.+)", name)
        if match is None:
            yield name, content
        elif match[1] in ("purelib", "platlib"):
            yield match[2], content
