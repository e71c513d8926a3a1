"""Files for a print shop, made once for all tests."""

from pathlib import Path

import pytest

from tests.drukker.casus_vol_inkt import write_casus
from tests.makers.presskits import ROOT, Made, Maker, make_files


@pytest.fixture(scope="session")
def files() -> Maker:
    """Return what makes the files of a bundled casus, or of a folder, for a bundled print shop; each once."""
    kept: dict[tuple[str, str, tuple[str, ...]], list[Made]] = {}

    def made(casus: str | Path, shop: str = "x4", only: tuple[str, ...] = ()) -> list[Made]:
        key = str(casus), shop, only
        if key not in kept:
            folder = casus if isinstance(casus, Path) else ROOT / "decks" / casus
            kept[key] = make_files(folder, ROOT / "layouts" / "drukkers" / f"{shop}.yaml", only)
        return kept[key]

    return made


@pytest.fixture(scope="session")
def vol_inkt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the casus that asks the most of a press."""
    return write_casus(tmp_path_factory.mktemp("vol-inkt"))
