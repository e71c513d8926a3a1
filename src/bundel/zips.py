"""The bytes of a zip → its files, whole and with names that Windows takes; and files → the same bytes each time."""

import hashlib
import io
import re
import stat
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from bundel.errors import BundleError

# Ten times what Python for Windows has of either, and five times the largest wheel.
MOST_FILES = 20_000
MOST_BYTES = 250_000_000

# What Windows takes for a device, with any ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
_ODD = re.compile(r'[<>:"|?*\x00-\x1f]')


def read_zip(content: bytes, shown: str, most: int = MOST_BYTES) -> dict[str, bytes]:
    """Return the files of a zip by name, with `/` between folders; nothing is written.

    Raises:
        BundleError: it is no zip, is damaged or has a password, holds more than `most` bytes, or a name that leads
            outside its folder or that Windows does not take.
    """
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_sizes(entries, shown, most)
            problems = [*_odd_entries(entries), *odd_names(_name(entry) for entry in entries)]
            if problems:
                raise BundleError(f"{shown}: {problem}" for problem in problems)
            return {_name(entry): _content(archive, entry) for entry in entries}
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error) as error:
        raise BundleError([f"{shown}: this zip cannot be read ({error}); fetch it again"]) from error


def _name(entry: ZipInfo) -> str:
    return entry.filename.replace("\\", "/")


def _refuse_sizes(entries: list[ZipInfo], shown: str, most: int) -> None:
    if len(entries) > MOST_FILES:
        raise BundleError([f"{shown}: {len(entries)} files in one zip; at most {MOST_FILES} are taken"])
    total = sum(entry.file_size for entry in entries)
    if total > most:
        raise BundleError([f"{shown}: it unpacks to {total:,} bytes; at most {most:,} are taken"])


def _odd_entries(entries: Iterable[ZipInfo]) -> Iterator[str]:
    for entry in entries:
        if stat.S_ISLNK(entry.external_attr >> 16):
            yield f"{entry.filename!r} is a link; only files are taken"
        if entry.flag_bits & 1:
            yield f"{entry.filename!r} asks for a password"


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    with archive.open(entry) as stream:
        # One byte more than it says it has: a size that lies stops here, and not when memory is full.
        content = stream.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise BadZipFile(f"{entry.filename!r} is not as large as it says")
    return content


def odd_names(names: Iterable[str]) -> Iterator[str]:
    """Say of each name why it cannot be unpacked on Windows, if it cannot; folders stand before a `/`."""
    seen: dict[str, str] = {}
    for name in names:
        parts = name.split("/")
        if any(part in ("", ".", "..") for part in parts) or re.match("[A-Za-z]:", name):
            yield f"{name!r} leads outside its folder"
        elif _ODD.search(name) or any(_DEVICE.fullmatch(part) or part[-1] in " ." for part in parts):
            yield f"{name!r} is a name that Windows does not take"
        elif name.casefold() in seen:
            yield f"{name!r} and {seen[name.casefold()]!r} are one file on Windows"
        seen.setdefault(name.casefold(), name)
    folders = {name[: match.start()].casefold() for name in seen.values() for match in re.finditer("/", name)}
    yield from (f"{seen[name]!r} is a file and a folder" for name in sorted(folders & seen.keys()))


def written_zip(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, of which every byte follows from those files."""
    moment = _moment(files)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, moment)
            # The same on each system: a file that all may read.
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return made.getvalue()


def _moment(files: Mapping[str, bytes]) -> tuple[int, int, int, int, int, int]:
    """Return a time in 2020 that is of these files alone.

    Python trusts what it compiled when time and size of a source are the same. Were the time the same in each bundle,
    who unpacks a new one over the old would run the old code.
    """
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode() + hashlib.sha256(files[name]).digest())
    # A zip counts in two seconds.
    steps = int.from_bytes(digest.digest()[:8], "big") % (366 * 24 * 60 * 30)
    then = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=2 * steps)
    return then.year, then.month, then.day, then.hour, then.minute, then.second
