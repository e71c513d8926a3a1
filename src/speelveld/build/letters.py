"""The fonts of a gemeente → the family a kit is set and drawn in, and what its author should know of that."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from speelveld.casus import Bestand, Casus, Lettertype
from speelveld.casus.spoilt import texts
from speelveld.errors import AuthorError, Problem
from speelveld.files import ReadFile, Store
from speelveld.fonts import DrawnFont, FontError, drawn_font, in_collection, spare_of, tabular_of
from speelveld.typeset import FontFiles
from speelveld.written.hints import quote
from speelveld.written.places import Places
from speelveld.written.tekst import Tekst

_BOLD, _ITALIC = "vet", "cursief"
_HEAVY = frozenset((_BOLD, "halfvet", "vet_cursief"))
# What typesetting draws as another sign, or not at all.
_SHOWN_ALIKE = "\N{SOFT HYPHEN}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{NON-BREAKING HYPHEN}\N{NO-BREAK SPACE} "
_FIGURES = "0123456789"
_MOST_SIGNS = 20
# Fields that nobody reads on paper.
_UNSEEN = frozenset(("nagezocht", "url"))


@dataclass(frozen=True, slots=True)
class Family:
    """The files of all faces, those with figures of one width and those that step in among them; and remarks."""

    files: Mapping[str, ReadFile]
    remarks: tuple[Problem, ...]
    notes: tuple[str, ...]
    """What was done with the fonts that asks nothing of their author."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A face with the file it comes from."""

    bestand: Bestand
    font: DrawnFont


def own_family(
    lettertype: Lettertype, usual: Mapping[str, ReadFile], casus: Casus, places: Places, store: Store | None = None
) -> Family:
    """Return the family of a gemeente; what it has no sign for is drawn in the `usual` one.

    What `store` has is not drawn again.

    Raises:
        AuthorError: a variable font is damaged where another face needs it.
    """
    chosen = {face: _chosen(lettertype, face, store) for face in usual}
    files: dict[str, ReadFile] = {}
    for face, own in chosen.items():
        files[face] = ReadFile(own.bestand.path, own.font.data)
        if own.font.tabular is not None:
            files[tabular_of(face)] = ReadFile(own.bestand.path, own.font.tabular)
        files[spare_of(face)] = usual[face]
    remarks = (*_on_fonts(lettertype, chosen), *_on_texts(casus, chosen, usual, places))
    return Family(files, remarks, tuple(_notes(lettertype, chosen)))


def _chosen(lettertype: Lettertype, face: str, store: Store | None) -> _Chosen:
    """Return the file of a face: its own, or that of another face, which a variable font makes as heavy as it is."""
    other = "vet" if face in _HEAVY and lettertype.vet else "gewoon"
    own = getattr(lettertype, face)
    bestand, made_for = (own, face) if own else (getattr(lettertype, other), other)
    try:
        font = drawn_font(bestand.file.data, made_for, store)
        if font.place is not None:
            font = drawn_font(bestand.file.data, face, store)
    except FontError as error:
        raise AuthorError([Problem(f"{quote(bestand.path.name)} {error}", bestand.source, error.hint)]) from error
    return _Chosen(bestand, font)


def _on_fonts(lettertype: Lettertype, chosen: Mapping[str, _Chosen]) -> Iterator[Problem]:
    by_file = {own.bestand.path: own for own in chosen.values()}
    source = lettertype.gewoon.source
    if names := _named(own for own in by_file.values() if own.font.restricted):
        yield Problem(
            f"in {names} staat dat het lettertype niet in een PDF mag; we zetten het er toch in",
            source,
            "vraag wie het lettertype leverde of dit mag",
        )
    for own in by_file.values():
        several = in_collection(own.bestand.file.data)
        if several and several[0] > 1:
            count, called = several[0], f": {quote(several[1])}" if several[1] else ""
            yield Problem(
                f"in {quote(own.bestand.path.name)} zitten {count} lettertypen; we nemen het eerste{called}",
                own.bestand.source,
                "is dat niet het goede? Vraag het dan als los .ttf- of .otf-bestand",
            )
    if not _is_bolder(chosen[_BOLD], chosen["gewoon"]):
        yield Problem(
            "vet is hier niet vetter dan gewoon; koppen en nadruk vallen dan niet op",
            lettertype.vet.source if lettertype.vet else source,
            "noem bij 'vet' het bestand met de vette letter",
        )


def _notes(lettertype: Lettertype, chosen: Mapping[str, _Chosen]) -> Iterator[str]:
    by_file = {own.bestand.path: own for own in chosen.values()}
    if names := _named(own for own in by_file.values() if own.font.converted):
        yield f"De letters van {names} zijn omgezet naar TrueType, want zo kan het in een PDF. U ziet geen verschil."
    if names := _named(own for own in by_file.values() if own.font.old_figures):
        yield f"In {names} staan de cijfers niet op één lijn. Cijfers komen daarom uit het lettertype van Speelveld."
    place = chosen[_ITALIC].font.place
    if lettertype.cursief is None and not (place and place.slanted):
        yield "Uw lettertype heeft geen eigen cursief: wat u _zo_ schrijft, staat er rechtop."


def _is_bolder(bold: _Chosen, plain: _Chosen) -> bool:
    """Tell whether a bold face is another one than the plain one, and heavier where a file says how heavy it is."""
    if bold.bestand.file.data != plain.bestand.file.data:
        return True
    one, other = bold.font.place, plain.font.place
    return one is not None and other is not None and (one.weight or 0) > (other.weight or 0)


def _named(found: Iterator[_Chosen]) -> str:
    """Return the names of files as a list in a sentence."""
    *first, last = dict.fromkeys(quote(own.bestand.path.name) for own in found) or [""]
    return f"{', '.join(first)} en {last}" if first else last


def _on_texts(
    casus: Casus, chosen: Mapping[str, _Chosen], usual: Mapping[str, ReadFile], places: Places
) -> Iterator[Problem]:
    """Yield each sign of the author that the fonts have not, at the text it first stands in.

    What no font has at all stops the kit, and is told by who sets it.
    """
    spare = FontFiles(usual)
    has = frozenset.intersection(*(own.font.characters for own in chosen.values())).union(_SHOWN_ALIKE, _FIGURES)
    found: dict[str, list[tuple[Tekst, int]]] = {}
    for tekst in texts(casus):
        if has.issuperset(tekst) or tekst.field in _UNSEEN:
            continue
        for index, sign in enumerate(tekst):
            if not has.issuperset(unicodedata.normalize("NFC", sign)) and sign.isprintable():
                found.setdefault(sign, []).append((tekst, index))
    drawn = [(sign, there) for sign, there in found.items() if not spare.missing(sign, "gewoon")]
    for sign, there in drawn[:_MOST_SIGNS]:
        (tekst, index), more = there[0], len(there) - 1
        also = f" (en op nog {more} {'plek' if more == 1 else 'plekken'})" if more else ""
        yield Problem(
            f"veld '{tekst.field}': uw lettertype heeft geen {quote(sign)} (U+{ord(sign):04X}){also}; "
            "dat teken komt uit het lettertype van Speelveld",
            places.at(tekst, index),
            "kies een ander teken, of een lettertype dat dit teken heeft",
        )
