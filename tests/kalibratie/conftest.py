"""Sheets as the program makes them, made once for each edge and paper."""

from functools import lru_cache

import pytest

from speelveld.kalibratie.sheet import calibration_pdf
from speelveld.sheet.correction import Correction
from speelveld.sheet.duplex import Duplex
from tests.kalibratie.measuring_sheets import DATE, MakeSheet


@pytest.fixture(scope="session")
def sheet() -> MakeSheet:
    """Return the calibration PDF for an edge, a paper, and a printer."""

    @lru_cache
    def made(*, over_long_edge: bool = True, paper: str = "a4", correction: Correction | None = None) -> bytes:
        duplex = Duplex.LANGE_ZIJDE if over_long_edge else Duplex.KORTE_ZIJDE
        return calibration_pdf(paper, duplex, correction, DATE)

    return made
