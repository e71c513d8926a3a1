"""The command line where the surroundings are odd: names that cannot be, closed streams, two casussen of one name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "decks" / "nieuw" / "casus.yaml"
QUICK = ("--zonder-voorbeelden", "--alleen", "opgavekaarten", "--datum", "2026-12-03")


def command(*arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "speelveld", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}


def run(folder: Path, *arguments: str | bytes) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def shell(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/bash", "-c", f"speelveld() {{ '{sys.executable}' -m speelveld \"$@\"; }}; {script}"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def casus(folder: Path, title: str = "Veilig naar school") -> None:
    folder.mkdir(parents=True)
    text = EXAMPLE.read_text(encoding="utf-8").replace("titel: Veilig naar school", f"titel: {title}", 1)
    (folder / "casus.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("out", [(), ("--uit", "kits")])
def test_two_casussen_that_would_share_a_folder_are_refused_before_anything_is_made(
    tmp_path: Path, out: tuple[str, ...]
) -> None:
    casus(tmp_path / "een" / "school")
    casus(tmp_path / "twee" / "school")
    refused = run(tmp_path, "maak", "een/school", "twee/school", *out, *QUICK)
    assert refused.returncode == 2
    assert "komen allebei in" in refused.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["een", "twee"]


def test_one_wrong_casus_does_not_stop_the_others_and_no_made_kit_is_denied(tmp_path: Path) -> None:
    casus(tmp_path / "goed")
    casus(tmp_path / "ook")
    (tmp_path / "fout").mkdir()
    (tmp_path / "fout" / "casus.yaml").write_text("titel: x\n", encoding="utf-8")
    made = run(tmp_path, "maak", "goed", "fout", "ook", *QUICK)
    assert made.returncode == 3
    assert "Van 'fout' is niets gemaakt" in made.stderr
    made_of = {path.name.partition("-alleen-")[0] for path in (tmp_path / "out").iterdir()}
    assert made_of == {"goed", "ook"}


def test_a_smaller_kit_says_that_files_of_the_last_one_are_gone(tmp_path: Path) -> None:
    casus(tmp_path / "school")
    assert run(tmp_path, "maak", "school", *QUICK, "--alleen", "spelregels", "--uit", "kit").returncode == 0
    made = run(tmp_path, "maak", "school", *QUICK, "--uit", "kit")
    assert "Weg uit de vorige kit, want deze heeft ze niet: kantoor/2-papieren-a4.pdf." in made.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("controleer", "x" * 300), 3, "geen naam van een bestand"),
        (("nieuw", "x" * 300), 5, "de naam is te lang"),
        (("controleer", ""), 2, "de naam van de casus is leeg"),
        (("nieuw", ""), 2, "de naam van de map is leeg"),
        (("maak", "zutphen-dementie", "--uit", ""), 2, "de naam van de map is leeg"),
        (("maak", "zutphen-dementie", "--alleen", ","), 2, "noem ten minste één onderdeel"),
        (("maak", "zutphen-dementie", "--layouts", "nergens"), 2, "de map 'nergens' bestaat niet"),
        (("controleer", "C:\\casus\\mijn casus"), 3, "het bestand 'C:\\casus\\mijn casus' bestaat niet"),
    ],
)
def test_a_name_that_cannot_be_is_explained(tmp_path: Path, arguments: tuple[str, ...], status: int, said: str) -> None:
    refused = run(tmp_path, *arguments)
    assert refused.returncode == status
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="these systems know only names in Unicode")
def test_a_folder_whose_name_is_no_utf_8_or_holds_private_characters_builds(tmp_path: Path) -> None:
    for name in (b"caf\xe9", "priv\ue000\ue001é".encode()):
        folder = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))  # noqa: PTH118  (bytes)
        casus(folder)
        made = run(tmp_path, "maak", name, *QUICK)
        assert made.returncode == 0, made.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("speelveld voorbeelden | true; exit ${PIPESTATUS[0]}", 0),
        ("speelveld schema | head -c 20; exit ${PIPESTATUS[0]}", 0),
        ("speelveld maak --help | head -n 1; exit ${PIPESTATUS[0]}", 0),
        ("speelveld controleer school --json | true; exit ${PIPESTATUS[0]}", 0),
        ("speelveld controleer school 2>&-", 0),
        ("speelveld controleer school >&- 2>&-", 0),
        ("speelveld controleer nergens/x.yaml >&- 2>&-", 3),
        ("mkdir weg; cd weg; rmdir ../weg; speelveld voorbeelden", 2),
    ],
)
def test_closed_streams_and_a_vanished_folder_are_no_bug(tmp_path: Path, script: str, status: int) -> None:
    casus(tmp_path / "school")
    ended = shell(tmp_path, script)
    assert ended.returncode == status, ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_outcome_that_cannot_be_written_exits_with_5(tmp_path: Path) -> None:
    ended = shell(tmp_path, "speelveld schema > /dev/full")
    assert ended.returncode == 5
    assert "de schijf is vol" in ended.stderr


def test_new_leaves_a_link_of_the_user_alone(tmp_path: Path) -> None:
    (tmp_path / "school").mkdir()
    link = tmp_path / "school" / "casus.yaml"
    try:
        link.symlink_to(tmp_path / "elders.yaml")
    except OSError:
        pytest.skip("no right to make links")
    assert run(tmp_path, "nieuw", "school").returncode == 5
    assert link.is_symlink()


def test_new_speaks_dutch_about_a_file_in_the_way_and_quotes_what_to_type(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("van mij", encoding="utf-8")
    refused = run(tmp_path, "nieuw", "bestand")
    assert refused.returncode == 5
    assert "er staat een bestand met die naam in de weg" in refused.stderr
    made = run(tmp_path, "nieuw", "mijn casus")
    assert "maak 'mijn casus'" in made.stdout or 'maak "mijn casus"' in made.stdout
