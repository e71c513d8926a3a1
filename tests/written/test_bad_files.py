"""A file that is no YAML, or too much of it: the same Dutch message for every kind of file, in no time and no room."""

import codecs
import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speelveld.errors import ExitCode, Problem, SpeelveldError
from tests.casus.test_any_input import ENGLISH, PIECES
from tests.written.readers import READERS, Reader

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 1.0, 200

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)
MEMORY = "a: [[" + "], [".join([", ".join(["x"] * 190)] * 190) + "]]\n"

# What is in the file, the place behind its name, and the message.
BAD: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "", "dit bestand is leeg"),
    "a comment": (b"# niets\n\n", "", "dit bestand is leeg"),
    "a list": (b"- a\n- b\n", ":1:1", "dit bestand begint niet met een sleutel"),
    "a text": (b"zomaar\n", ":1:1", "dit bestand begint niet met een sleutel"),
    "a tab": (b"naam:\n\t- a\n", ":2:1", "inspringen met een tab kan niet"),
    "UTF-16": (codecs.BOM_UTF16_LE + "naam: a\n".encode("utf-16-le"), "", "dit bestand is opgeslagen als UTF-16"),
    "UTF-16 without a mark": ("naam: a\n".encode("utf-16-be"), "", "dit bestand is opgeslagen als UTF-16"),
    "Windows": (
        b"naam: caf\xe9\n",
        ":1:10",
        "dit bestand is niet opgeslagen als UTF-8: byte 10 is geen leesbaar teken",
    ),
    "NUL": (b"naam: a\0\0\0\n", ":1:8", "hier staat een onzichtbaar teken (U+0000) dat niet kan worden gedrukt"),
    "a document of Word": (b"PK\x03\x04rest", "", "dit is een Word-, Excel- of zip-bestand, geen tekstbestand"),
    "an open bracket": (b"naam: [a\n", ":1:7", "wat met [ begint, wordt niet goed gesloten"),
    "ten thousand brackets": (b"naam: " + b"[" * 10_000, ":1:", "dit blok ligt meer dan 32 lagen diep"),
    "names for ten names for ten": (BOMB.encode(), ":1:5", "een woord met & vooraan mag hier niet"),
    # A message that showed such a value took ten seconds and a gigabyte.
    "names for names below a key": (
        b"kleuren:\n" + b"".join(b"  %s\n" % line for line in BOMB.encode().splitlines()) + b"  wit: *a9\n",
        ":2:7",
        "een woord met & vooraan mag hier niet",
    ),
    "a reference": (b"naam: *a\n", ":1:7", "een woord met * vooraan mag hier niet"),
    "two documents": (b"naam: a\n---\nnaam: b\n", ":2:1", "hier begint een tweede document"),
    "a directive": (b"%TAG !a! tag:a\n---\nnaam: a\n", ":1:1", "een regel die met % begint, mag hier niet"),
    "fifty megabytes": (b"#" * 50_000_000, "", "dit bestand is groter dan"),
    "a line of a megabyte": (b"a: " + b"x " * 499_000 + b": y", ":1:", "in deze tekst staat een dubbele punt"),
    "a million keys": (
        b"".join(b"k%d: a\n" % n for n in range(90_000)),
        ":1:1",
        "dit blok heeft meer dan 200 sleutels",
    ),
}


def refused(reader: Reader, path: Path) -> tuple[Problem, ...]:
    """Return what is said of a file: in time, in order, in Dutch, and as the mistake of whoever wrote it."""
    start = time.process_time()
    with pytest.raises(SpeelveldError) as caught:
        reader.read(path)
    assert time.process_time() - start < SECONDS
    assert type(caught.value) is reader.error
    assert caught.value.exit_code == (ExitCode.AUTHOR if reader.file == "casus.yaml" else ExitCode.KIT)
    for problem in caught.value.problems:
        assert problem.source is not None
        assert not ENGLISH.search(problem.message), problem.message
        assert problem.message.isprintable()
        assert len(problem.message) < 300
    return caught.value.problems


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.file)
def test_a_bad_file_is_explained_with_its_place(reader: Reader, bad: str, tmp_path: Path) -> None:
    content, place, message = BAD[bad]
    path = tmp_path / reader.file
    path.write_bytes(content)
    first = refused(reader, path)[0]
    assert f"{first.source}: {first.message}".startswith(f"{path}{place}")
    assert message in first.message
    assert first.hint


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.file)
def test_a_bad_value_is_one_mistake(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / reader.file
    for added in ("zomaar: a\n", "zomaar: " + "9" * 5000 + "\n", "zomaar: !!bool x\n"):
        path.write_text(reader.text + added, encoding="utf-8")
        found = refused(reader, path)
        assert len(found) == 1
        assert found[0].source is not None
        assert found[0].source.line == reader.text.count("\n") + 1


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.file)
def test_the_file_it_is_made_from_is_right(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / reader.file
    path.write_text(reader.text, encoding="utf-8")
    assert reader.read(path)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.file)
def test_what_is_no_file_is_explained(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / reader.file
    assert [problem.message for problem in refused(reader, path)] == ["dit bestand bestaat niet"]
    os.mkfifo(path)
    assert [problem.message for problem in refused(reader, path)] == ["dit is geen gewoon bestand"]
    path.unlink()
    if reader.file != "casus.yaml":  # a folder is where a casus lies
        path.mkdir()
        assert [problem.message for problem in refused(reader, path)] == ["dit is een map, geen bestand"]
        path.rmdir()
    path.write_text(reader.text, encoding="utf-8")
    opened = Path.open

    def closed(file: Path, mode: str = "r") -> object:
        if file == path:
            raise PermissionError(13, "Permission denied")
        return opened(file, mode)

    monkeypatch.setattr(Path, "open", closed)
    (problem,) = refused(reader, path)
    assert (problem.message, problem.hint) == (
        "u mag dit bestand niet lezen",
        "vraag de eigenaar van het bestand om leesrecht",
    )


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process took")
def test_no_bad_file_takes_room(tmp_path: Path) -> None:
    """Each is read in a process that is thrown away: what a file takes at its worst shows in that alone."""
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.written.readers import READERS\n"
        "from speelveld.errors import SpeelveldError\n"
        "reader = READERS[int(sys.argv[1])]\n"
        "for path in map(Path, sys.argv[2:]):\n"
        "    try: reader.read(path)\n"
        "    except SpeelveldError: continue\n"
        "    raise SystemExit(f'{path} is right')\n"
        "(most,) = (line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(most.split()[1])"
    )
    # Not ru_maxrss: before it is another program, the new process is as large as this one.
    heavy = {**{name: content for name, (content, _, _) in BAD.items()}, "lists of lists": MEMORY.encode()}
    for number, reader in enumerate(READERS):
        paths = []
        for name, content in heavy.items():
            path = tmp_path / str(number) / name / reader.file
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
            paths.append(str(path))
        done = subprocess.run(
            [sys.executable, "-c", code, str(number), *paths],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert int(done.stdout) < MEGABYTES * 1024, f"{reader.file}: {int(done.stdout) // 1024} MB"


@pytest.mark.parametrize("reader", READERS[1:], ids=lambda reader: reader.file)
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_any_small_damage_is_a_file_or_an_explanation(reader: Reader, tmp_path: Path, data: st.DataObject) -> None:
    text = reader.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 20, len(text))))
    piece = "".join(data.draw(st.lists(st.sampled_from([*PIECES, "1", "-1", "x", "a: b", "[]", "{}"]), max_size=3)))
    path = tmp_path / reader.file
    path.write_text(text[:start] + piece + text[end:], encoding="utf-8")
    try:
        reader.read(path)
    except SpeelveldError as error:
        caught = error
    else:
        return
    assert type(caught) is reader.error
    places = [problem.source for problem in caught.problems if problem.source]
    assert len(places) == len(caught.problems)
    assert places == sorted(places)
    assert not any(ENGLISH.search(problem.message) for problem in caught.problems)


def test_the_names_for_names_would_be_ten_to_the_tenth_if_they_were_followed() -> None:
    lines = BOMB.splitlines()
    assert len(lines) == 10
    assert all(one.split("&")[1][:2] == other.split("*")[1][:2] for one, other in pairwise(lines))
