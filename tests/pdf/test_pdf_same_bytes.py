"""The same casus gives the same bytes, wherever, whenever and by whom it is made."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
KIT = ("--alleen", "opgavekaarten,casusblad", "--zonder-voorbeelden", "--stil")
# Settings that would change or stop ReportLab if it read them.
DISTURBING = "useA85 = 1\npageCompression = 0\ninvariant = 0\ndocumentLang = 'en-GB'\ncanvas_baseColor = (1, 0, 0)\n"
POISON = "raise SystemExit('this must not be run')\n"


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def made(home: Path, *more: str, **environment: str) -> Mapping[str, str]:
    """Make a kit in a folder of its own under `home`, and return the digest of each file."""
    casus = home / "casus"
    casus.mkdir(parents=True)
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    picture = "afbeelding: {bestand: foto.png, alt: Een blauw vlak, bron: Eigen foto}\n"
    (casus / "casus.yaml").write_text(text + picture, encoding="utf-8")
    Image.new("RGBA", (40, 30), (0, 80, 160, 128)).save(casus / "foto.png")
    out = home / "uit"
    run = subprocess.run(
        [sys.executable, "-m", "speelveld", "maak", "casus", *KIT, "--uit", out, *more],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return digests(out)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return made(tmp_path_factory.mktemp("gewoon"), "--datum", "2026-12-03", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")


def test_no_folder_locale_time_zone_or_hash_seed_shows(usual: Mapping[str, str], tmp_path: Path) -> None:
    there = tmp_path / "een heel andere map – é"
    other = made(
        there,
        *("--datum", "2026-12-03"),
        PYTHONHASHSEED="2",
        TZ="Pacific/Auckland",
        LC_ALL="nl_NL.UTF-8",
        PYTHONUTF8="1",
    )
    assert any(name.endswith(".pdf") for name in usual)
    assert other == usual


def test_no_settings_of_reportlab_show(usual: Mapping[str, str], tmp_path: Path) -> None:
    home = tmp_path / "thuis"
    home.mkdir()
    (home / "reportlab_settings.py").write_text(DISTURBING, encoding="utf-8")
    (home / "reportlab_mods.py").write_text(POISON, encoding="utf-8")
    (home / ".reportlab_settings").write_text(DISTURBING, encoding="utf-8")
    (home / ".reportlab_mods").write_text(POISON, encoding="utf-8")
    variables = {"RL_useA85": "1", "RL_invariant": "0", "RL_pageCompression": "0", "RL_documentLang": "en-GB"}
    made_there = made(
        home,
        *("--datum", "2026-12-03"),
        HOME=str(home),
        USERPROFILE=str(home),
        RL_defaultPageSize="geen formaat",
        SOURCE_DATE_EPOCH="geen getal",
        **variables,
    )
    assert made_there == usual


def test_source_date_epoch_is_the_date_where_none_is_given(usual: Mapping[str, str], tmp_path: Path) -> None:
    # 3 December 2026, midnight in UTC.
    assert made(tmp_path, SOURCE_DATE_EPOCH="1796256000") == usual


def test_another_date_gives_other_bytes(usual: Mapping[str, str], tmp_path: Path) -> None:
    other = made(tmp_path, "--datum", "2026-12-04")
    assert other.keys() == usual.keys()
    assert all(other[name] != usual[name] for name in usual if name.endswith(".pdf"))


@pytest.fixture(autouse=True)
def _clean(tmp_path: Path) -> object:
    yield
    shutil.rmtree(tmp_path, ignore_errors=True)
