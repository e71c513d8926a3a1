"""The pictures in the documents: one of every bundled casus, told to who does not see it, and none too heavy."""

import re
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "plaatjes"
# Of all pictures together, so that the whole is quickly fetched.
MOST_BYTES = 3_000_000
CASUSSEN = {path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml")} - {"nieuw"}


def test_the_page_of_examples_shows_every_bundled_casus() -> None:
    page = (ROOT / "docs" / "voorbeelden.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^!\[(.+)\]\(plaatjes/(.+)\.png\)$", page, re.MULTILINE))
    assert len(CASUSSEN) == 8
    assert sorted(shown.values()) == sorted(CASUSSEN)
    assert set(re.findall(r"^## ([a-z-]+)$", page, re.MULTILINE)) == CASUSSEN
    for told, name in shown.items():
        title = re.search(
            r"^titel: (.+)$", (ROOT / "decks" / name / "casus.yaml").read_text(encoding="utf-8"), re.MULTILINE
        )
        assert title is not None
        assert title[1] in told


def test_pictures_are_small_and_whole() -> None:
    files = sorted(PICTURES.glob("*.png"))
    assert len(files) >= len(CASUSSEN) + 2
    for file in files:
        with Image.open(file) as picture:
            picture.load()
            assert picture.width >= 1000
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_the_readme_leads_to_the_examples() -> None:
    assert "](docs/voorbeelden.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
