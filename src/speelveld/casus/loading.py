"""A path in, a checked casus or list of words out; everything that is wrong with it is said at once."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from speelveld.casus.cards import Basisdeck
from speelveld.casus.crosschecks import crosscheck
from speelveld.casus.deck_files import WORDS as WORDS_FILE
from speelveld.casus.deck_files import DeckFiles
from speelveld.casus.folder import casus_file
from speelveld.casus.ids import give_ids
from speelveld.casus.language import Taallijst
from speelveld.casus.model import Casus
from speelveld.casus.preceded import before_the_name
from speelveld.casus.references import check_references
from speelveld.casus.spoilt import spoilt
from speelveld.casus.titles import ids_for_titles
from speelveld.casus.unfinished import unfinished
from speelveld.casus.woorden import spell_out
from speelveld.errors import AuthorError, Problem
from speelveld.files import Store
from speelveld.written.fields import Around
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read, read_over
from speelveld.written.mending import Mended
from speelveld.written.places import Places
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok

CASUS = FileKind(
    AuthorError,
    begin="begin met: speelveld nieuw mijn-casus",
    instead="een casus is een bestand casus.yaml; begin met: speelveld nieuw mijn-casus, en kopieer uw teksten daarin",
    example="titel: …",
    comment="wordt het niet gedrukt",
    most_bytes=8 * 1024 * 1024,
    smaller="verdeel de casus over meer bestanden",
    most_values=1_000_000,  # twice what 20 000 complete opgaven need
    goes_on=True,
    too_much=("dit bestand is te groot voor één casus", "maak er meer casussen van"),
    long_lists={"opgaven": 20_000},
)
WORDS = FileKind(example="jargon: …")

# What is left out may take along what names it, and that what names it.
_ROUNDS = 8
_NEWER = re.compile("[2-9]|[1-9][0-9]{1,3}")


def load_casus(
    path: Path, name: str, deck: Basisdeck | None = None, store: Store | None = None, data: bytes | None = None
) -> Casus:
    """Return the casus at `path`, a casus.yaml or a folder that holds one; `name` is how the user wrote it.

    With a `deck`, its references to standard cards are checked too. What `store` has of its fonts is not drawn again.
    With `data` the file is taken to hold that.

    Raises:
        AuthorError: the file cannot be read or is wrong; it holds every mistake, sorted by place.
    """
    file, file_name = casus_file(path, name)
    with _without_garbage_collection():
        root, problems = read(file, file_name, CASUS, data)
        found = list(_together(root, deck))
        if not root.broken:  # what one part says of another is no use where a part is not known
            problems += found
        remarks = [*root.remarks, *before_the_name(root)]
        casus = built(Casus, root, CASUS, problems, Around(file.parent, store=store))
        return casus.with_remarks([*remarks, *_on_texts(casus, Places({file_name: file}))])


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a casus without what is wrong; `partly` is whether a text was taken away with it."""

    casus: Casus
    partly: bool


def rest_of_casus(path: Path, name: str, deck: Basisdeck) -> Rest | None:
    """Return what is right in a casus that `load_casus` refuses, to look at; None if that is nothing.

    Texts in it that nobody wrote have a place without a name.
    """
    file, file_name = casus_file(path, name)
    try:
        root, _ = read(file, file_name, CASUS)
        found = list(_together(root, deck))
    except AuthorError:
        return None
    remarks = [*root.remarks, *before_the_name(root)]
    mended, around = Mended(root, Casus), Around(file.parent)
    for _ in range(_ROUNDS):
        # What does not go together first: a value that is left out may be one that another names.
        mended.without(problem.source for problem in found)
        casus = mended.read(Casus, around)
        if casus is None:
            return None
        found = list(_together(root, deck))
        if not found:
            odd = _on_texts(casus, Places({file_name: file}))
            remarks += (each for each in odd if each.source and each.source.name)
            return Rest(casus.with_remarks(remarks), mended.lost)
    return None


def _on_texts(casus: Casus, places: Places) -> Iterator[Problem]:
    yield from spoilt(casus, places)
    yield from unfinished(casus, places)


def _together(root: Blok, deck: Basisdeck | None) -> Iterator[Problem]:
    """Give a casus its ids and words, and yield where its parts do not go together."""
    _refuse_newer(root)
    found = give_ids(root)
    ids_for_titles(root, deck)
    yield from (*found, *spell_out(root), *crosscheck(root))
    if deck is not None:
        yield from check_references(root, deck)


def load_words(files: DeckFiles) -> Taallijst:
    """Return the standard list of words, or the one in its place.

    Raises:
        KitError: the file is not there or is wrong.
    """
    path = files.find(WORDS_FILE)
    root, problems = read_over(path, WORDS, Taallijst, files.standard(WORDS_FILE), deep=2)
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
        message = f"dit bestand is van een nieuwere versie (formaat {version})"
        hint = "veranderde u dit getal zelf? Schrijf dan: formaat: 1; anders hebt u een nieuwere speelveld nodig"
        raise AuthorError([Problem(message, version.source, hint)])
