"""A path in, the text of the file out; everything that can be wrong before it is YAML."""

from pathlib import Path

from speelveld.errors import Problem, Source
from speelveld.errors.disk import unread
from speelveld.written.characters import unprintable
from speelveld.written.kind import FileKind
from speelveld.written.lines import Lines

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
    b"\xd0\xcf\x11\xe0": "een oud Word- of Excel-bestand",
}
# What is text to a program and not to a reader: with what it is called, and how it becomes text alone.
_MARKED_UP = {
    b"{\\rtf": ("opgemaakte tekst (RTF)", "in TextEdit: Opmaak, Maak platte tekst; in WordPad: Opslaan als tekst"),
    b"<!doctype": ("een webpagina (HTML)", "kopieer de tekst uit uw browser in een leeg bestand"),
    b"<html": ("een webpagina (HTML)", "kopieer de tekst uit uw browser in een leeg bestand"),
    b"<?xml": ("een XML-bestand", "kopieer de tekst in een leeg bestand"),
}
_LOOKED_AT = 4000


def read_text(path: Path, name: str, kind: FileKind) -> str:
    """Return the text of a file in UTF-8, without its byte order mark.

    Raises:
        SpeelveldError: it cannot be read, is too large, is no UTF-8 or holds characters that cannot be printed; of the
            class that `kind` says.
    """
    return text_of(_read(path, name, kind), name, kind)


def text_of(data: bytes, name: str, kind: FileKind) -> str:
    """Return the text that the bytes of a file are in UTF-8, without its byte order mark.

    Raises:
        SpeelveldError: it is no UTF-8 or holds characters that cannot be printed; of the class that `kind` says.
    """
    for start, other in _OTHER_KINDS.items():
        if data.startswith(start):
            hint = _give(kind) if kind.instead is None else kind.instead
            raise kind.error([Problem(f"dit is {other}, geen tekstbestand", Source(name), hint)])
    begin = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for start, (other, way_out) in _MARKED_UP.items():
        if begin.startswith(start):
            hint = f"bewaar het als platte tekst ({way_out})"
            raise kind.error([Problem(f"dit is {other}, geen platte tekst", Source(name), hint)])
    if encoding := _encoding(data):
        raise kind.error([Problem(f"dit bestand is opgeslagen als {encoding}", Source(name), _SAVE_AS_UTF_8)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise kind.error([_not_utf_8(data, error.start, name)]) from error
    if problems := unprintable(text, name):
        raise kind.error(problems)
    return text


def _read(path: Path, name: str, kind: FileKind) -> bytes:
    try:
        if path.is_dir():
            raise kind.error([Problem("dit is een map, geen bestand", Source(name), _give(kind))])
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise kind.error([Problem("dit is geen gewoon bestand", Source(name), _give(kind))])
        with path.open("rb") as file:
            data = file.read(kind.most_bytes + 1)
    except (OSError, ValueError) as error:
        message, hint = unread(error)
        raise kind.error([Problem(message, Source(name), hint)]) from error
    if len(data) > kind.most_bytes:
        message = f"dit bestand is groter dan {kind.most_bytes // 1024**2} MB"
        raise kind.error([Problem(message, Source(name), kind.smaller)])
    return data


def _give(kind: FileKind) -> str:
    return f"geef een {kind.language}-bestand op"


def _encoding(data: bytes) -> str | None:
    """Return the encoding that the first bytes show: a mark, or the NUL beside each letter of two."""
    for start, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(start):
            return encoding
    # Of a text in our letters, half of the bytes of UTF-16 are nothing, and all of those stand in one row.
    begin = data[:_LOOKED_AT]
    rows = begin[::2].count(0), begin[1::2].count(0)
    return "UTF-16" if max(rows) * 3 > len(begin) and min(rows) * 10 < max(rows) else None


def _not_utf_8(data: bytes, index: int, name: str) -> Problem:
    before = data[:index].decode("utf-8-sig")
    guess = data[index : index + 1].decode("cp1252", errors="ignore")
    meant = f" (misschien '{guess}')" if guess.isalpha() else ""
    message = f"dit bestand is niet opgeslagen als UTF-8: byte {index + 1} is geen leesbaar teken{meant}"
    return Problem(message, Lines(before).place(len(before), name), _SAVE_AS_UTF_8)
