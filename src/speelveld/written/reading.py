"""A path of the author in, the text of the file out; everything that can be wrong before it is YAML."""

from pathlib import Path

from speelveld.disk import unread
from speelveld.errors import AuthorError, Problem, Source
from speelveld.written.characters import place_at, unprintable

FILE_NAME = "casus.yaml"
MAX_BYTES = 8 * 1024 * 1024

_SAVE_AS_UTF_8 = "sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)"
_OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_OTHER_KINDS = {
    b"PK\x03\x04": "een Word-, Excel- of zip-bestand",
    b"%PDF-": "een PDF-bestand",
    b"\x89PNG": "een plaatje",
    b"\xff\xd8\xff": "een plaatje",
}


def casus_file(path: Path, name: str) -> tuple[Path, str]:
    """Return the casus.yaml and its name for a path that is that file, or a folder that holds it.

    Raises:
        AuthorError: it is a folder without casus.yaml.
    """
    try:
        if not path.is_dir():
            return path, name
        inside, inside_name = path / FILE_NAME, f"{name.rstrip('/')}/{FILE_NAME}"
        if inside.exists() or inside.is_symlink():
            return inside, inside_name
        others = sorted(other.name for other in path.iterdir() if other.suffix in {".yaml", ".yml"})
    except (OSError, ValueError) as error:
        raise _refused(error, name) from error
    hint = (
        f"geef het bestand zelf op, zoals {name.rstrip('/')}/{others[0]}"
        if others
        else "maak er een met: speelveld nieuw"
    )
    raise AuthorError([Problem(f"in deze map staat geen {FILE_NAME}", Source(name), hint)])


def read_text(path: Path, name: str) -> str:
    """Return the text of a file in UTF-8, without its byte order mark.

    Raises:
        AuthorError: it cannot be read, is too large, is no UTF-8 or holds characters that cannot be printed.
    """
    data = _read(path, name)
    for start, kind in _OTHER_KINDS.items():
        if data.startswith(start):
            raise AuthorError([Problem(f"dit is {kind}, geen tekstbestand", Source(name), "geef een YAML-bestand op")])
    for start, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(start):
            raise AuthorError([Problem(f"dit bestand is opgeslagen als {encoding}", Source(name), _SAVE_AS_UTF_8)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AuthorError([_not_utf_8(data, error.start, name)]) from error
    if problems := unprintable(text, name):
        raise AuthorError(problems)
    return text


def _read(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise AuthorError([Problem("dit is een map, geen bestand", Source(name), "geef een YAML-bestand op")])
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise AuthorError([Problem("dit is geen gewoon bestand", Source(name), "geef een YAML-bestand op")])
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _refused(error, name) from error
    if len(data) > MAX_BYTES:
        hint = "verdeel de casus over meer bestanden"
        raise AuthorError([Problem("dit bestand is groter dan 8 MB", Source(name), hint)])
    return data


def _refused(error: OSError | ValueError, name: str) -> AuthorError:
    message, hint = unread(error)
    return AuthorError([Problem(message, Source(name), hint)])


def _not_utf_8(data: bytes, index: int, name: str) -> Problem:
    before = data[:index].decode("utf-8-sig")
    guess = data[index : index + 1].decode("cp1252", errors="ignore")
    meant = f" (misschien '{guess}')" if guess.isalpha() else ""
    message = f"dit bestand is niet opgeslagen als UTF-8: byte {index + 1} is geen leesbaar teken{meant}"
    return Problem(message, place_at(before, len(before), name), _SAVE_AS_UTF_8)
