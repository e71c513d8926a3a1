"""Who gets a folder with a casus from another reads only that folder: a link that leads out of it is refused."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.pipeline import build, load
from speelveld.errors import AuthorError, KitError, SpeelveldError
from speelveld.options import Options
from speelveld.profiles.drukker.find import find_shop
from speelveld.resources import bundled

SECRET = "sleutel-geheim"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder beside that of the casus, with every file that a casus may have."""
    folder = tmp_path / "elders"
    folder.mkdir()
    for name in ("kit.yaml", "stijl.yaml", "rollen.yaml", "spel.yaml", "taal.yaml", "x.yaml", "geheim.txt"):
        (folder / name).write_text(f"{SECRET}: 1\n", encoding="utf-8")
    (folder / "opgavekaart.xml.j2").write_text(SECRET, encoding="utf-8")
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', encoding="utf-8")
    return folder


def made(casus: Path, **options: object) -> str:
    """Return what a kit says, or the message why there is none."""
    asked = Options(datetime(2026, 1, 1, tzinfo=UTC), only=("opgavekaarten",), previews=False, **options)  # type: ignore[arg-type]
    try:
        built = build(load(casus, str(casus)), asked, lambda _: None)
    except SpeelveldError as error:
        return str(error)
    frames = [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]
    return " ".join(run.text for frame in frames for run in frame.texts())


LINKS: dict[str, Callable[[Path, Path], None]] = {
    "layouts": lambda casus, out: (casus / "layouts").symlink_to(out),
    "deck": lambda casus, out: (casus / "deck").symlink_to(out),
    "kit.yaml": lambda casus, out: (casus / "kit.yaml").symlink_to(out / "kit.yaml"),
    "stijl.yaml": lambda casus, out: (casus / "stijl.yaml").symlink_to(out / "stijl.yaml"),
}


def in_a_folder(name: str, file: str) -> Callable[[Path, Path], None]:
    def link(casus: Path, out: Path) -> None:
        (casus / name).mkdir()
        (casus / name / file).symlink_to(out / file)

    return link


LINKS |= {
    "layouts/kit.yaml": in_a_folder("layouts", "kit.yaml"),
    "deck/rollen.yaml": in_a_folder("deck", "rollen.yaml"),
    "deck/spel.yaml": in_a_folder("deck", "spel.yaml"),
}


@pytest.mark.parametrize("name", LINKS)
def test_a_link_out_of_the_folder_is_refused(new_casus: Path, outside: Path, name: str) -> None:
    LINKS[name](new_casus, outside)
    said = made(new_casus)
    assert f"{new_casus / name}: dit is een snelkoppeling die buiten de map uitkomt" in said
    assert SECRET not in said


def test_a_link_within_the_folder_is_followed(new_casus: Path) -> None:
    (new_casus / "eigen").mkdir()
    (new_casus / "layouts").symlink_to(new_casus / "eigen")
    layout = '<card w="95mm" h="134mm" title="x"><text x="9mm" y="9mm" w="50mm">zo</text></card>'
    (new_casus / "eigen" / "opgavekaart.xml.j2").write_text(layout, encoding="utf-8")
    assert made(new_casus).startswith("zo")


def test_a_folder_that_is_named_may_be_anywhere(new_casus: Path, tmp_path: Path) -> None:
    (tmp_path / "gedeeld").mkdir()
    layout = '<card w="95mm" h="134mm" title="x"><text x="9mm" y="9mm" w="50mm">gedeeld</text></card>'
    (tmp_path / "gedeeld" / "opgavekaart.xml.j2").write_text(layout, encoding="utf-8")
    (tmp_path / "koppeling").symlink_to(tmp_path / "gedeeld")
    assert made(new_casus, first_layouts=(tmp_path / "koppeling",)).startswith("gedeeld")


def test_a_layouts_folder_here_that_leads_elsewhere_is_refused(new_casus: Path, outside: Path, tmp_path: Path) -> None:
    (tmp_path / "hier").mkdir()
    (tmp_path / "hier" / "layouts").symlink_to(outside)
    said = made(new_casus, last_layouts=(tmp_path / "hier" / "layouts",))
    assert "dit is een snelkoppeling die buiten de map uitkomt" in said


def test_a_picture_a_logo_and_a_font_stay_in_the_folder(new_casus: Path, outside: Path) -> None:
    (new_casus / "plaat").symlink_to(outside)
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write("huisstijl: {logo: plaat/logo.svg, logo_tekst: Logo}\n")
    with pytest.raises(AuthorError, match="ligt buiten de map van de casus"):
        load(new_casus, "x")


def test_the_file_of_a_print_shop_stays_in_the_folder(new_casus: Path, outside: Path) -> None:
    (new_casus / "drukkers").symlink_to(outside)
    with pytest.raises(KitError, match="buiten de map"):
        find_shop("x", (new_casus,), bundled("layouts") / "drukkers")


@pytest.mark.parametrize(
    "asked", ["[casus.huisstijl.logo]", "[casus]", "casus.huisstijl", "[kaart]", "{'a': casus.huisstijl.logo}"]
)
def test_no_layout_prints_where_files_are_on_this_computer(new_casus: Path, tmp_path: Path, asked: str) -> None:
    (new_casus / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', encoding="utf-8")
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write("huisstijl: {logo: l.svg, logo_tekst: Logo}\n")
    layout = '<card w="95mm" h="134mm" title="x"><text x="9mm" y="9mm" w="80mm">{{ (X|string)[:900] }}</text></card>'
    (new_casus / "opgavekaart.xml.j2").write_text(layout.replace("X", asked), encoding="utf-8")
    said = made(new_casus)
    assert str(tmp_path) not in said
    assert "PosixPath" not in said
    assert "object at 0x" not in said
