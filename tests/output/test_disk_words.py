"""What the operating system refuses is said in Dutch: never in its own English, and with what to do."""

import errno
import os
from pathlib import Path

import pytest

from speelveld.errors.disk import is_full, unread, unwritten, unwritten_in
from speelveld.output.lock import lock

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = sorted(errno.errorcode)


def error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_no_other_module_looks_at_an_errno() -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")}
    assert "disk.py" in sources
    assert [name for name, text in sources.items() if "strerror" in text] == []
    assert [name for name, text in sources.items() if "import errno" in text or ".errno" in text] == ["disk.py"]


def test_a_folder_that_never_stays_is_given_up_and_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "weg" / "slot"
    with pytest.raises(FileNotFoundError) as caught:
        lock(folder, lambda: None, tmp_path, lambda _: None)
    message, hint = unwritten_in(tmp_path / "weg", caught.value, "kies een andere map")
    assert (message, hint) == (f"'{tmp_path / 'weg'}' kan geen map worden op deze plek", "kies een andere map")


@pytest.mark.parametrize("number", NUMBERS)
def test_no_word_of_the_system_is_shown(number: int) -> None:
    refused = error(number)
    message, hint = unwritten_in(Path("uit"), refused, "kies een andere map")
    said = [unwritten(refused), message, hint, *unread(refused)]
    assert all(os.strerror(number) not in (text or "") for text in said)
    assert "'uit'" in message
    assert "kies een andere map" in hint
    assert "{" not in "".join(text or "" for text in said)


@pytest.mark.parametrize(
    ("number", "read", "written"),
    [
        (errno.ENOENT, "dit bestand bestaat niet", "die map kan daar niet komen"),
        (errno.EACCES, "u mag dit bestand niet lezen", "u mag daar niet schrijven"),
        (errno.EISDIR, "dit is een map, geen bestand", "dat lukt daar niet (fout 21)"),
        (errno.ENOSPC, "dit bestand is niet te lezen (fout 28)", "de schijf is vol"),
        (errno.EEXIST, "dit bestand is niet te lezen (fout 17)", "er staat een bestand met die naam in de weg"),
    ],
)
def test_a_refusal_is_said_as_it_concerns_reading_or_writing(number: int, read: str, written: str) -> None:
    assert unread(error(number))[0] == read
    assert unwritten(error(number)) == written


def test_a_folder_with_braces_in_its_name_is_shown_as_it_is() -> None:
    assert unwritten_in(Path("a{}b"), error(errno.ENOSPC), "wacht")[0] == "de schijf met 'a{}b' is vol"


def test_only_a_full_disk_is_full() -> None:
    assert [number for number in NUMBERS if is_full(error(number))] == sorted([errno.ENOSPC, errno.EDQUOT])


def test_an_error_without_a_number_is_said_too() -> None:
    assert unread(OSError("x")) == ("dit bestand is niet te lezen", None)
    assert unwritten(OSError("x")) == "dat lukt daar niet"
