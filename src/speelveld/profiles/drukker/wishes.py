"""The file with a print shop's wishes → a `PrintShop`; everything that is wrong with it is said at once."""

from collections.abc import Iterator
from pathlib import Path

from speelveld import resources
from speelveld.errors import Problem, Source
from speelveld.paper import BLEED, FORMATS, SAFE
from speelveld.profiles.drukker.icc import check_profile
from speelveld.profiles.drukker.shop import PrintShop
from speelveld.profiles.drukker.wishes_model import OF_A_PRESS, DrukkerBestand, profile_file
from speelveld.written.fields import Around
from speelveld.written.kind import FileKind
from speelveld.written.loading import built, read
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok

DRUKKER = FileKind(begin="begin met een regel zoals: afloop: 3 mm", example="afloop: 3 mm")
KEYS = tuple(DrukkerBestand.model_fields)
_STANDARD_CONDITION = "FOGRA39"


def load_shop(path: Path, name: str) -> PrintShop:
    """Return the print shop that the file at `path` describes; `name` is how messages name the file.

    Raises:
        KitError: the file is wrong, or the profile it names is; every mistake is named.
    """
    root, problems = read(path, name, DRUKKER)
    around = Around(path.parent)
    problems += [*_no_profile(root), *_too_new(root, around)]
    wishes = built(DrukkerBestand, root, DRUKKER, problems, around)
    sizes = {kind: wishes.formaten and getattr(wishes.formaten, kind) for kind in FORMATS}
    return PrintShop(
        name=wishes.naam or path.stem,
        profile=wishes.icc or resources.press_profile(),
        condition=wishes.conditie if wishes.icc else _STANDARD_CONDITION,
        standard=wishes.pdf,
        bleed=BLEED if wishes.afloop is None else wishes.afloop,
        safe=SAFE if wishes.veilig is None else wishes.veilig,
        ink=wishes.inkt,
        marks=wishes.snijtekens,
        apart=wishes.bestanden == "apart",
        backs_first=wishes.eerst == "achterkant",
        sizes={kind: sizes[kind] or usual for kind, usual in FORMATS.items()},
        source=root.key_source("veilig") if "veilig" in root else Source(name),
    )


def _no_profile(root: Blok) -> Iterator[Problem]:
    """Yield that a printing condition is named without the profile it belongs to."""
    if "conditie" in root and "icc" not in root:
        message = "'conditie' hoort bij een eigen profiel, en er is geen 'icc'"
        yield Problem(message, root.key_source("conditie"), "haal deze regel weg, of noem het profiel met 'icc'")


def _too_new(root: Blok, around: Around) -> Iterator[Problem]:
    """Yield that the standard does not take a profile which is right in itself."""
    standard, icc = root.get("pdf"), root.get("icc")
    if not isinstance(standard, Tekst) or standard.lower() != "x1a" or not isinstance(icc, Tekst):
        return
    try:
        check_profile(profile_file(icc, around), oldest=True)
    except RefusedError:
        return
    except ValueError as error:
        yield Problem(f"'icc': {error}", icc.source, OF_A_PRESS)
