"""The zip that a user unpacks: Python, all packages, a file to double-click, and nothing of another system."""

import hashlib
import io
import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

import bundel.__main__ as command
from bundel.embedded import read_embedded
from bundel.errors import BundleError
from bundel.making import LONGEST, Bundle, make_bundle
from bundel.portable import read_portable
from bundel.texts import starter
from bundel.wheels import Wheel, read_wheel
from tests.bundel.standin import ARM64, I386, portable, python_zip, wheel

CP311 = "cp311-cp311-win_amd64"


def bundle_of(folder: Path, files: Mapping[str, bytes], tag: str = CP311) -> Bundle:
    """Return a bundle with the program and one package, which has these files."""
    program = read_wheel(wheel(folder, "speelveld", {"speelveld/__init__.py": b""}, version="0.1.0"))
    package = read_wheel(wheel(folder, "thing", files, tag=tag))
    return make_bundle(read_embedded(*python_zip(folder)), program, [package])


def refused(folder: Path, files: Mapping[str, bytes]) -> str:
    with pytest.raises(BundleError) as caught:
        bundle_of(folder, files)
    return str(caught.value)


GOOD = {"thing/__init__.py": b"", "thing/_c.cp311-win_amd64.pyd": portable(imports=["python311.dll", "KERNEL32.dll"])}


@pytest.fixture
def unpacked(tmp_path: Path) -> dict[str, bytes]:
    archive = ZipFile(io.BytesIO(bundle_of(tmp_path, GOOD).content))
    return {name: archive.read(name) for name in archive.namelist()}


def test_all_is_in_one_folder_with_what_to_click_on_top(unpacked: dict[str, bytes]) -> None:
    assert {name for name in unpacked if name.count("/") == 1} == {
        f"speelveld/{name}" for name in ("speelveld.bat", "LEES MIJ.txt", "inhoud.txt")
    }
    packages = "speelveld/python/Lib/site-packages/"
    assert {packages + name for name in (*GOOD, "speelveld/__init__.py")} <= unpacked.keys()
    assert "speelveld/python/python.exe" in unpacked
    assert b"Lib\\site-packages\r\n" in unpacked["speelveld/python/python311._pth"]


def test_licences_come_along_and_are_listed_with_version_and_size(unpacked: dict[str, bytes]) -> None:
    packages = "speelveld/python/Lib/site-packages/"
    assert f"{packages}thing-1.0.dist-info/licenses/LICENSE" in unpacked
    assert "speelveld/python/LICENSE.txt" in unpacked
    rows = unpacked["speelveld/inhoud.txt"].decode("utf-8-sig").split("\r\n")
    assert [row.split()[:2] for row in rows[1:-2]] == [["Python", "3.11"], ["speelveld", "0.1.0"], ["thing", "1.0"]]
    assert rows[3].endswith("MIT")
    assert rows[-2].startswith("samen")


def test_the_same_gives_the_same_bytes_and_something_else_another_time(tmp_path: Path) -> None:
    first, again = bundle_of(tmp_path, GOOD), bundle_of(tmp_path, GOOD)
    assert first.content == again.content
    assert first.sha256 == hashlib.sha256(first.content).hexdigest()
    # Python takes what it compiled when time and size are equal: unpacked over the old, the time has to differ.
    other = bundle_of(tmp_path, {**GOOD, "thing/__init__.py": b"#"})
    third = bundle_of(tmp_path, {**GOOD, "thing/__init__.py": b" "})
    times = [
        {entry.date_time for entry in ZipFile(io.BytesIO(each.content)).infolist()} for each in (first, other, third)
    ]
    assert [len(each) for each in times] == [1, 1, 1]
    assert len(set.union(*times)) == 3


def test_names_are_in_order_and_say_nothing_of_the_computer_they_came_from(tmp_path: Path) -> None:
    entries = ZipFile(io.BytesIO(bundle_of(tmp_path, GOOD).content)).infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {(entry.create_system, entry.external_attr, entry.extra) for entry in entries} == {(3, 0o100644 << 16, b"")}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("thing/_c.so", b"\x7fELF", "a library of another system"),
        ("thing.libs/libz.so.1.2", b"\x7fELF", "a library of another system"),
        ("thing/_c.dylib", b"", "a library of another system"),
        ("thing/_c.pyd", b"\x7fELF", "not for Windows on x86-64"),
        ("thing/_c.pyd", portable(I386), "not for Windows on x86-64"),
        ("thing/run.exe", portable(ARM64), "not for Windows on x86-64"),
        ("thing/_c.cp312-win_amd64.pyd", portable(), "not for Python 311"),
        ("thing/_c.cp311-win32.pyd", portable(), "not for Python 311"),
        ("thing/_c.pyd", portable(imports=["MSVCP140.dll"]), "asks for msvcp140.dll"),
        ("thing/_c.pyd", portable(imports=["python312.dll"]), "asks for python312.dll"),
        ("thing.pth", b"import thing", "a file .pth"),
        ("speelveld/__init__.py", b"# another", "is in another wheel too"),
        ("thing/aux.py", b"", "does not take"),
        ("Thing/__init__.py", b"", "one file on Windows"),
    ],
)
def test_what_would_not_run_on_windows_is_found_here(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    assert said in refused(tmp_path, {**GOOD, name: content})


def test_a_library_that_comes_along_may_be_asked_for(tmp_path: Path) -> None:
    files = {
        "thing/_c.pyd": portable(imports=["msvcp140-0a.dll", "VCRUNTIME140_1.dll", "api-ms-win-crt-math-l1-1-0.dll"]),
        "thing.libs/MSVCP140-0a.dll": portable(),
    }
    assert bundle_of(tmp_path, files).parts


def test_a_package_without_the_text_of_its_licence_is_refused(tmp_path: Path) -> None:
    path = wheel(tmp_path, "bare", {"bare.py": b""})
    bare = read_wheel(path)
    files = {name: content for name, content in bare.files.items() if "LICENSE" not in name}
    without = Wheel(bare.file, bare.sha256, bare.tags, bare.metadata, files)
    with pytest.raises(BundleError, match="licence"):
        make_bundle(read_embedded(*python_zip(tmp_path)), read_wheel(path), [without])


def test_a_path_is_as_long_as_it_may_be_and_no_longer(tmp_path: Path) -> None:
    long = "thing/" + "x" * (LONGEST - len("speelveld/python/Lib/site-packages/thing/.py")) + ".py"
    assert bundle_of(tmp_path, {long: b""}).parts
    assert f"a path of {LONGEST + 1} characters" in refused(tmp_path, {long.replace(".py", "x.py"): b""})


def test_a_program_of_windows_is_read_as_far_as_needed_and_damage_is_no_crash() -> None:
    content = portable(imports=["KERNEL32.dll", "Some.DLL"])
    read = read_portable(content)
    assert read is not None
    assert read.imports == ("kernel32.dll", "some.dll")
    for end in range(len(content)):
        cut = read_portable(content[:end])
        assert cut is None or cut.imports in ((), read.imports)


def lines_of_the_starter() -> list[str]:
    text = starter().decode("ascii")
    assert "\n" not in text.replace("\r\n", "")
    return text.split("\r\n")


def test_the_starter_is_read_the_same_in_every_language_and_ends_its_lines_as_windows_does() -> None:
    lines = lines_of_the_starter()
    assert lines[0] == "@echo off"
    assert len(lines) > 30


def test_in_the_starter_every_path_is_quoted_so_that_spaces_and_ampersands_do_no_harm() -> None:
    for line in lines_of_the_starter():
        if line.startswith(("rem ", "echo ", "title ")):
            continue
        outside = re.sub(r'"[^"]*"', "", line)
        assert not re.search(r"%(HIER|PYTHON|~\w*)%?", outside), line
    # A bracket in the name of a folder, as in 'speelveld (1)', would end a block.
    assert not [line for line in lines_of_the_starter() if line.rstrip().endswith("(") or line.startswith(")")]


def test_every_place_the_starter_goes_to_is_there_once() -> None:
    lines = lines_of_the_starter()
    places = [line[1:] for line in lines if line.startswith(":")]
    gone = {match[1] for line in lines if (match := re.search(r"\bgoto (\w+)", line))}
    assert len(places) == len(set(places))
    assert gone <= set(places)


def test_a_double_click_opens_the_page_and_words_are_passed_on() -> None:
    lines = lines_of_the_starter()
    started = [line for line in lines if line.startswith('"%PYTHON%"')]
    assert started == [
        '"%PYTHON%" -m speelveld %*',
        '"%PYTHON%" -m speelveld kijk',
        '"%PYTHON%" -m speelveld kijk "%~1"',
    ]


def test_after_a_click_the_window_stays_when_something_is_wrong_and_a_script_never_waits() -> None:
    lines = lines_of_the_starter()
    at = lines.index('"%PYTHON%" -m speelveld %*')
    assert lines[at + 1] == "exit /b %errorlevel%"
    end = lines[lines.index(":einde") :]
    assert end[1] == 'if "%STATUS%"=="0" exit /b 0'
    assert end.index("pause") > 1
    assert "exit /b %STATUS%" in end
    assert lines.count("pause") == 1


def test_texts_open_well_in_notepad(unpacked: dict[str, bytes]) -> None:
    for name in ("speelveld/LEES MIJ.txt", "speelveld/inhoud.txt"):
        content = unpacked[name]
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\n") == content.count(b"\r\n") > 3
    text = unpacked["speelveld/LEES MIJ.txt"].decode("utf-8-sig")
    assert "SPEELVELD 0.1.0" in text
    assert "Python 3.11" in text
    assert "niet uitgeprobeerd op Windows" in text


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a command line that makes a bundle of stand-ins; the wheel of the program is one of them."""
    path, sha256 = python_zip(tmp_path)
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    wheel(wheels, "thing", GOOD, tag=CP311)
    program = read_wheel(
        wheel(tmp_path, "speelveld", {"speelveld/a.py": b""}, requires=['thing; extra == "alles"'], extras=["alles"])
    )
    monkeypatch.setattr(command, "built", lambda: program)
    return [str(path), sha256, "--wheels", str(wheels), "--uit", str(tmp_path / "uit")]


def test_the_command_writes_a_zip_its_hash_and_what_is_in_it(given: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(command.main, given)
    assert done.exit_code == 0, done.output
    made = {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()}
    name = "speelveld-1.0-windows.zip"
    assert made.keys() == {name, f"{name}.sha256", "speelveld-1.0-windows.lock.txt"}
    digest = hashlib.sha256(made[name]).hexdigest()
    # As `sha256sum --check` reads it.
    assert made[f"{name}.sha256"].decode() == f"{digest}  {name}\n"
    assert digest in done.output
    assert made["speelveld-1.0-windows.lock.txt"].decode().startswith("thing==1.0 --hash=sha256:")


def test_a_zip_that_is_there_stays_unless_it_may_go(given: list[str], tmp_path: Path) -> None:
    assert CliRunner().invoke(command.main, given).exit_code == 0
    path = tmp_path / "uit" / "speelveld-1.0-windows.zip"
    made = path.read_bytes()
    path.write_bytes(b"mine")
    # Before anything is fetched: the folder of wheels is not even looked at.
    elsewhere = ["/no/folder" if word.endswith("wheels") and not word.startswith("-") else word for word in given]
    again = CliRunner().invoke(command.main, elsewhere)
    assert again.exit_code == 1
    assert f"{path} is there already" in again.output
    assert path.read_bytes() == b"mine"
    assert CliRunner().invoke(command.main, [*given, "--over"]).exit_code == 0
    assert path.read_bytes() == made


def test_a_wrong_hash_makes_nothing(given: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(command.main, [given[0], "0" * 64, *given[2:]])
    assert done.exit_code == 1
    assert "was not opened" in done.output
    assert not (tmp_path / "uit").exists()
