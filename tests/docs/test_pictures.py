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


def test_every_picture_is_shown_and_told_and_make_plaatjes_makes_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    target = makefile.partition("\nplaatjes:")[2].partition("\n\n")[0]
    scripts = {ROOT / name for name in re.findall(r"docs/plaatjes/\w+\.py", target)}
    assert scripts == set(PICTURES.glob("*.py"))
    made = {name for script in scripts for name in made_by(script)}
    there = {path.stem for path in PICTURES.glob("*.png")}
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = [
        picture
        for path in documents
        for picture in re.findall(r"!\[([^\]]*)\]\([\w/]*plaatjes/([\w-]+)\.png\)", path.read_text(encoding="utf-8"))
    ]
    assert {name for _, name in shown} == there
    assert there <= made
    # What a picture of the page shows takes more words than its name.
    assert [name for told, name in shown if len(told) < (100 if name.startswith("schrijven") else 20)] == []


def made_by(script: Path) -> set[str]:
    """Return what a script of pictures may make, from the names in it."""
    source = script.read_text(encoding="utf-8")
    saved = set(re.findall(r'_save\(.*"([\w-]+)"\)', source))
    casussen = CASUSSEN if ".parent.name)" in source else set()
    return {script.stem, *saved, *(f"{script.stem}-{name}" for name in saved), *casussen}


def test_what_the_chapter_on_writing_names_is_on_the_page() -> None:
    handleiding = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
    chapter = handleiding.partition("\n## 4. Schrijven op de kaarten\n")[2].partition("\n## ")[0]
    named = set(re.findall("‘(.+?)’", chapter))
    assert len(named) > 8
    page = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/speelveld/kijk/page").iterdir()))
    assert sorted(name for name in named if name not in page) == []
