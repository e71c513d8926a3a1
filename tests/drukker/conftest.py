"""Files for a print shop, made once in a run."""

from pathlib import Path

import pytest

from tests.drukker.casus_vol_inkt import write_casus
from tests.makers.kits import ROOT, SHOPS, Made, Maker, shop_files
from tests.makers.once import folder_once, once


@pytest.fixture(scope="session")
def files() -> Maker:
    """Return what makes the files of a bundled casus, or of a folder, for a bundled print shop; each once."""

    def made(casus: str | Path, shop: str = "x4", only: tuple[str, ...] = ()) -> list[Made]:
        folder = casus if isinstance(casus, Path) else ROOT / "decks" / casus
        return once(lambda: shop_files(folder, SHOPS / f"{shop}.yaml", only), "shop", str(folder), shop, only)

    return made


@pytest.fixture(scope="session")
def vol_inkt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the casus that asks the most of a press."""
    return folder_once(write_casus, tmp_path_factory.getbasetemp(), "vol inkt")
