"""Files for a print shop, as the program makes them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.options import Options
from speelveld.profiles.drukker import Drukker
from speelveld.profiles.drukker.wishes import load_shop

ROOT = Path(__file__).resolve().parents[2]
DATE = datetime(2026, 12, 3, tzinfo=UTC)
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))


@dataclass(frozen=True)
class Made:
    """One file for a print shop."""

    name: str
    pdf: bytes
    warnings: tuple[str, ...]


def make_files(casus: Path, shop: Path, only: tuple[str, ...] = ()) -> list[Made]:
    wishes = load_shop(shop, shop.name)
    options = Options(DATE, only=only, previews=False)
    built = build(load(casus, casus.name), options, lambda _: None, [Drukker(wishes)])
    return [
        Made(print_.bestand, print_pdf(built, print_, options), tuple(map(str, print_.warnings)))
        for print_ in built.prints
    ]


Maker = Callable[..., list[Made]]
