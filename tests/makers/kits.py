"""Kits made in a test: every PDF of one. The bundled ones are made once in a run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.markup.inline import unmarked
from speelveld.options import Options
from speelveld.profiles import named
from speelveld.profiles.drukker import Drukker
from speelveld.profiles.drukker.wishes import load_shop
from speelveld.profiles.profile import Profile
from speelveld.written.hints import slug
from tests.makers.once import once

ROOT = Path(__file__).resolve().parents[2]
DATE = datetime(2026, 12, 3, tzinfo=UTC)
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
USUAL = ("nieuw", "zutphen-dementie")
"""The casussen that every run looks at; what is slow looks at the others in a run of what is long."""
SHOPS = ROOT / "layouts" / "drukkers"


@dataclass(frozen=True)
class Made:
    """One PDF of a kit."""

    name: str
    """Its folder and its file, without the name of the casus that a file for the web begins with."""
    pdf: bytes
    tagged: bool
    parts: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def file(self) -> str:
        """Its name without its folder."""
        return self.name.rpartition("/")[2]


Maker = Callable[..., list[Made]]


def make_kit(casus: Path, profiles: Sequence[str] = (), **options: object) -> list[Made]:
    """Return every PDF of the kit of a casus, for the profiles of these names."""
    return _drawn(casus, named(*profiles), Options(DATE, previews=False, **options))  # type: ignore[arg-type]


def bundled_kit(casus: str) -> list[Made]:
    """Return every PDF of a bundled casus, for the office printer and for the web."""
    return once(lambda: make_kit(ROOT / "decks" / casus, ("kantoor", "web")), "kit", casus)


def shop_files(casus: Path, shop: Path, only: tuple[str, ...] = ()) -> list[Made]:
    """Return the files of a casus for the press of the print shop whose wishes stand in a file."""
    drawn = _drawn(casus, [Drukker(load_shop(shop, shop.name))], Options(DATE, only=only, previews=False))
    return [made for made in drawn if not made.tagged]


def _drawn(casus: Path, profiles: Sequence[Profile], chosen: Options) -> list[Made]:
    built = build(load(casus, casus.name), chosen, lambda _: None, profiles)
    of_casus = f"{slug(unmarked(built.casus.titel))}-"
    return [
        Made(
            f"{print_.profile}/{print_.bestand.removeprefix(of_casus)}",
            print_pdf(built, print_, chosen),
            print_.tagged,
            tuple(part.naam for part in print_.parts),
            tuple(map(str, print_.warnings)),
        )
        for print_ in built.prints
    ]
