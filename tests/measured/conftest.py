"""Kits to measure, made by the command line, each once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from speelveld.cli import main
from tests.makers.once import folder_once, once
from tests.measured.kits import BACK, COLORS, FRONT, PRINTER, ROOT, Kit, MakeKit


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory) -> MakeKit:
    """Return the PDFs of a kit by the names of their print jobs, for a casus and options of `speelveld maak`."""

    def made(casus: str | Path, *options: str) -> Kit:
        return once(lambda: make(casus, *options), "by command", str(casus), options)

    def make(casus: str | Path, *options: str) -> Kit:
        folder = tmp_path_factory.mktemp("kit")
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            patch.setenv("SPEELVELD_CONFIG", str(folder / "instellingen"))
            if "--printer" in options:
                _run("kalibreer", "--printer", "balie", *PRINTER, *_edge(options))
            _run(
                "maak", str(casus), "--zonder-voorbeelden", "--stil", "--datum", "2026-12-03", "--uit", "kit", *options
            )
        return {path.stem.split("-", 1)[1].rpartition("-")[0]: path.read_bytes() for path in folder.glob("kit/*/*.pdf")}

    return made


def _edge(options: tuple[str, ...]) -> tuple[str, ...]:
    return ("--duplex", options[options.index("--duplex") + 1]) if "--duplex" in options else ()


def _run(*arguments: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0


@pytest.fixture(scope="session")
def plain_cards(tmp_path_factory: pytest.TempPathFactory) -> Callable[[float, float], Path]:
    """Return the folder of a casus with plain cards of a size in millimetres."""

    def made(wide: float, high: float) -> Path:
        base = tmp_path_factory.getbasetemp()
        return folder_once(lambda folder: fill(folder, wide, high), base, "plain cards", wide, high)

    def fill(folder: Path, wide: float, high: float) -> None:
        shutil.copy(ROOT / "decks" / "nieuw" / "casus.yaml", folder)
        cards = "".join(f"      - {{titel: Kaart {n}, kleur: {COLORS[n % len(COLORS)]}}}\n" for n in range(24))
        with (folder / "casus.yaml").open("a", encoding="utf-8") as casus:
            casus.write(
                "\nkaartsoorten:\n  - naam: proefkaarten\n    layout: voor.xml.j2\n    keerzijde: achter.xml.j2\n"
                f"    formaat: {wide} mm x {high} mm\n    kaarten:\n{cards}"
            )
        for name, text, x in (("voor", FRONT, 0.3 * wide), ("achter", BACK, 0.7 * wide)):
            y, reach = 0.4 * high, 9
            filled = text.format(
                w=wide, h=high, inner_w=wide - 2, inner_h=high - 2, x=x, y=y,
                left=x - reach, right=x + reach, top=y - reach, bottom=y + reach,
            )  # fmt: skip
            (folder / f"{name}.xml.j2").write_text(filled, encoding="utf-8")

    return made
