"""A path in, a checked casus or standard deck out; everything that is wrong with it is said at once."""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from speelveld.casus.cards import Basisdeck
from speelveld.casus.crosschecks import crosscheck
from speelveld.casus.folder import casus_file
from speelveld.casus.ids import CARD_KINDS, give_ids
from speelveld.casus.language import Taallijst
from speelveld.casus.model import Casus
from speelveld.casus.references import check_references
from speelveld.casus.woorden import spell_out
from speelveld.errors import AuthorError, KitError, Problem, Source, in_order
from speelveld.written.fields import Around
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, rows

CASUS = FileKind(
    AuthorError,
    begin="begin met: speelveld nieuw",
    example="titel: …",
    comment="wordt het niet gedrukt",
    most_bytes=8 * 1024 * 1024,
    smaller="verdeel de casus over meer bestanden",
    most_values=1_000_000,  # twice what 20 000 complete opgaven need
    too_much=("dit bestand is te groot voor één casus", "maak er meer casussen van"),
    long_lists={"opgaven": 20_000},
)
DECK = FileKind(comment="wordt het niet gedrukt")
WORDS = FileKind(example="jargon: …")

_NEWER = re.compile("[2-9]|[1-9][0-9]{1,3}")


def load_casus(path: Path, name: str, deck: Basisdeck | None = None) -> Casus:
    """Return the casus at `path`, a casus.yaml or a folder that holds one; `name` is how the user wrote it.

    With a `deck`, its references to standard cards are checked too.

    Raises:
        AuthorError: the file cannot be read or is wrong; it holds every mistake, sorted by place.
    """
    file, file_name = casus_file(path, name)
    with _without_garbage_collection():
        root, problems = read(file, file_name, CASUS)
        _refuse_newer(root)
        problems += give_ids(root)
        problems += spell_out(root)
        problems += crosscheck(root)
        if deck is not None:
            problems += check_references(root, deck)
        return built(Casus, root, CASUS, problems, Around(file.parent))


def load_deck(folder: Path) -> Basisdeck:
    """Return the standard deck in `folder`, of which rollen, aanpakken, kansen and uitdagingen are a file each.

    Raises:
        KitError: a file is not there or is wrong.
    """
    root, problems = Blok(Source(str(folder))), list[Problem]()
    for kind in CARD_KINDS:
        name = str(folder / f"{kind}.yaml")
        try:
            part, found = read(folder / f"{kind}.yaml", name, DECK)
        except KitError as error:
            problems += error.problems
            continue
        problems += found
        problems += _only(kind, part)
        root.update({key: value for key, value in part.items() if key == kind})
        root.marks.update(part.marks)
    if problems:
        raise KitError(in_order(problems))
    problems += give_ids(root)
    problems += _not_replacing(root)
    return built(Basisdeck, root, DECK, problems, Around(folder))


def load_words(path: Path) -> Taallijst:
    """Return the standard list of words at `path`.

    Raises:
        KitError: the file is not there or is wrong.
    """
    root, problems = read(path, str(path), WORDS)
    return built(Taallijst, root, WORDS, problems, Around(path.parent))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Do not look for cycles in a tree that has none: of 10 000 opgaven that takes as long as reading them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _refuse_newer(root: Blok) -> None:
    """Say only that a file is of a later version: what else looks wrong in it may be right by then."""
    version = root.get("formaat")
    if isinstance(version, Tekst) and _NEWER.fullmatch(version):
        message, hint = f"dit bestand is van een nieuwere versie (formaat {version})", "haal een nieuwe speelveld op"
        raise AuthorError([Problem(message, version.source, hint)])


def _only(kind: str, part: Blok) -> Iterable[Problem]:
    """Yield what a file of the deck should not hold or leave out."""
    if kind not in part:
        yield Problem(f"hier ontbreekt '{kind}'", part.source, f"begin het bestand met: {kind}:")
    for key in part.marks:
        if key != kind:
            yield Problem(f"onbekende sleutel '{key}'", part.key_source(key), f"dit bestand heeft alleen '{kind}:'")


def _not_replacing(root: Blok) -> Iterable[Problem]:
    for kind in CARD_KINDS:
        for card in rows(root.get(kind)):
            if "vervangt" in card:
                message = "een kaart van het standaarddeck kan geen andere vervangen"
                yield Problem(message, card.key_source("vervangt"), "haal deze regel weg")
