"""Where the files that come with the program lie: layouts, decks and fonts."""

from importlib.util import find_spec
from pathlib import Path

from speelveld import __version__
from speelveld.files import ReadFile, read_file

_HERE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """Return the folder 'layouts' or 'decks': inside the installed package, or beside `src/` in a checkout."""
    installed = _HERE / "_data" / name
    return installed if installed.is_dir() else _HERE.parents[1] / name


def compiled_layouts() -> Path:
    """Return the folder of what Jinja made of the bundled layouts; in a checkout it need not be there."""
    installed = _HERE / "_data"
    return installed / "compiled" if installed.is_dir() else _HERE.parents[1] / ".compiled"


def examples() -> dict[str, Path]:
    """Return the bundled casussen by name, in alphabetical order; the casus to start from is none of them."""
    found = sorted(bundled("decks").glob("*/casus.yaml"))
    return {path.parent.name: path for path in found if path.parent != new_casus()}


def new_casus() -> Path:
    """Return the folder of the casus that `speelveld nieuw` hands out."""
    return bundled("decks") / "nieuw"


def blank_casus() -> Path:
    """Return the file that stands in for a casus in a kit without one."""
    return bundled("decks") / "blanco.yaml"


def font_files() -> dict[str, Path]:
    """Return the files of the standard family by the names of its faces."""
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "files"
    names = {"gewoon": "Regular", "halfvet": "Semibold", "vet": "Bold", "cursief": "It", "vet_cursief": "BoldIt"}
    return {face: folder / f"SourceSansPro-{name}.ttf" for face, name in names.items()}


def fonts() -> dict[str, ReadFile]:
    """Return the standard family by the names of its faces."""
    return {face: read_file(path) for face, path in font_files().items()}


def manual() -> Path:
    """Return the manual: the page in the installed package, or in a checkout the text it is made of."""
    page = _HERE / "_data" / "docs" / "handleiding.html"
    return page if page.is_file() else _HERE.parents[1] / "docs" / "handleiding.md"


def press_profile(name: str = "FOGRA39L_coated.icc") -> Path:
    """Return the file of the ICC profile `name` that comes with the program; without a name that of the usual press."""
    return _HERE / "pdf" / "icc" / name


def program_version() -> str:
    """Return the version of the program."""
    return __version__
