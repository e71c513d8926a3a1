"""Kits made in a test: every PDF of one. The bundled ones are made once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.options import Options
from speelveld.profiles import named

ROOT = Path(__file__).resolve().parents[2]
DATE = datetime(2026, 12, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """One PDF of a kit."""

    name: str
    """Its folder and its file."""
    pdf: bytes
    tagged: bool
    parts: tuple[str, ...]


def make_kit(casus: Path, profiles: Sequence[str] = (), **options: object) -> list[Made]:
    """Return every PDF of the kit of a casus."""
    chosen = Options(DATE, previews=False, **options)  # type: ignore[arg-type]
    built = build(load(casus, casus.name), chosen, lambda _: None, named(*profiles))
    return [
        Made(
            f"{print_.profile}/{print_.bestand}",
            print_pdf(built, print_, chosen),
            print_.tagged,
            tuple(part.naam for part in print_.parts),
        )
        for print_ in built.prints
    ]


@cache
def bundled_kit(casus: str) -> tuple[Made, ...]:
    """Return every PDF of a bundled casus, for the office printer and for the web."""
    return tuple(make_kit(ROOT / "decks" / casus, profiles=("kantoor", "web")))
