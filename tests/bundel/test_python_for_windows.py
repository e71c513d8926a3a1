"""The zip with Python that is given: known by its SHA-256 before it is opened, and nothing in it leads outside."""

import hashlib
import io
import stat
import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from bundel.embedded import read_embedded, with_packages
from bundel.errors import BundleError
from bundel.zips import MOST_FILES, read_zip
from tests.bundel.standin import AMD64, ARM64, I386, portable, python_files, python_zip, zipped


def refused(path: Path, sha256: str | None = None) -> str:
    right = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(BundleError) as caught:
        read_embedded(path, right if sha256 is None else sha256)
    return str(caught.value)


def test_the_version_is_read_from_the_file_that_says_where_python_looks(tmp_path: Path) -> None:
    path, sha256 = python_zip(tmp_path, python_files("314"))
    assert read_embedded(path, sha256).version == "3.14"
    assert read_embedded(path, sha256.upper()).digits == "314"


def test_another_zip_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "python.zip"
    path.write_bytes(b"no zip at all, so that opening it would be told")
    said = refused(path, "0" * 64)
    assert hashlib.sha256(path.read_bytes()).hexdigest() in said
    assert "was not opened" in said


@pytest.mark.parametrize("sha256", ["", "abc", "0" * 63, "0" * 65, "g" * 64, "d41d8cd98f00b204e9800998ecf8427e"])
def test_what_is_no_sha_256_is_said_to_be_none(tmp_path: Path, sha256: str) -> None:
    assert "64 digits" in refused(python_zip(tmp_path)[0], sha256)


@pytest.mark.parametrize(
    "name",
    [
        *("../evil.dll", "a/../../evil.dll", "/evil.dll", "\\evil.dll", "..\\evil.dll", "C:\\evil.dll", "C:evil.dll"),
        *("a//evil.dll", "./evil.dll", "\\\\server\\share\\evil.dll"),
    ],
)
def test_a_path_outside_is_refused(tmp_path: Path, name: str) -> None:
    said = refused(python_zip(tmp_path, {**python_files(), name: b""})[0])
    assert "leads outside its folder" in said
    assert "evil.dll" in said


@pytest.mark.parametrize("name", ["con", "a/NUL.txt", "com1.log", "a./b", "a /b", "b.", "what?.txt", "ab:stream"])
def test_a_name_that_windows_does_not_take_is_refused(tmp_path: Path, name: str) -> None:
    assert "does not take" in refused(python_zip(tmp_path, {**python_files(), name: b""})[0])


def test_names_that_look_odd_and_are_not_are_taken() -> None:
    names = ["console.py", "com10.txt", "a b/c.d.e", ".hidden", "..a", "a..b", "Ünïcode.txt"]
    assert list(read_zip(zipped(dict.fromkeys(names, b"")), "x.zip")) == names


def test_two_names_that_are_one_on_windows_are_refused() -> None:
    with pytest.raises(BundleError, match="one file on Windows"):
        read_zip(zipped({"Lib/a.py": b"", "lib/A.py": b""}), "x.zip")
    with pytest.raises(BundleError, match="a file and a folder"):
        read_zip(zipped({"Lib": b"", "lib/A.py": b""}), "x.zip")


def test_a_link_is_refused() -> None:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        entry = ZipInfo("python311.dll")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(BundleError, match="is a link"):
        read_zip(made.getvalue(), "x.zip")


def bomb(size: int) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("zeros.bin", bytes(size))
    return made.getvalue()


def test_a_zip_unpacks_to_as_much_as_it_may_and_no_more() -> None:
    assert len(read_zip(bomb(100_000), "x.zip", most=100_000)["zeros.bin"]) == 100_000
    with pytest.raises(BundleError, match="unpacks to 100,001 bytes"):
        read_zip(bomb(100_001), "x.zip", most=100_000)


def test_a_file_too_large_for_python_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, sha256 = python_zip(tmp_path)
    monkeypatch.setattr("bundel.embedded.MOST_PACKED", path.stat().st_size)
    assert read_embedded(path, sha256).version == "3.11"
    monkeypatch.setattr("bundel.embedded.MOST_PACKED", path.stat().st_size - 1)
    assert "no embeddable Python" in refused(path)


def test_a_size_that_lies_is_found_before_all_of_it_is_unpacked() -> None:
    content = bomb(10_000_000)
    # In both headers of the one file: it says to be ten bytes.
    lying = content.replace(struct.pack("<I", 10_000_000), struct.pack("<I", 10))
    assert lying != content
    with pytest.raises(BundleError, match="cannot be read"):
        read_zip(lying, "x.zip")


def test_a_zip_of_very_many_files_is_refused() -> None:
    names = [f"{number}" for number in range(MOST_FILES + 1)]
    assert len(read_zip(zipped(dict.fromkeys(names[1:], b"")), "x.zip")) == MOST_FILES
    with pytest.raises(BundleError, match="files in one zip"):
        read_zip(zipped(dict.fromkeys(names, b"")), "x.zip")


@pytest.mark.parametrize("end", [0, 10, 100, -30])
def test_a_zip_that_is_cut_off_is_told_to_be_fetched_again(end: int) -> None:
    with pytest.raises(BundleError, match="fetch it again"):
        read_zip(zipped({"a.txt": b"a" * 200})[:end], "x.zip")


def test_a_byte_that_changed_underway_is_found(tmp_path: Path) -> None:
    path, _ = python_zip(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"PSF LICENSE", b"PSF-LICENSE"))
    assert "fetch it again" in refused(path)


def test_a_zip_that_is_not_the_embeddable_one_is_told_which_to_take(tmp_path: Path) -> None:
    files = python_files()
    del files["python311._pth"]
    assert "Windows embeddable package" in refused(python_zip(tmp_path, files)[0])
    files = {f"tools/{name}": content for name, content in python_files().items()}
    assert "Windows embeddable package" in refused(python_zip(tmp_path, files)[0])
    files = python_files() | {"python312._pth": b""}
    assert "more than one" in refused(python_zip(tmp_path, files)[0])


@pytest.mark.parametrize("name", ["python.exe", "python311.dll", "python311.zip"])
def test_what_python_cannot_do_without_has_to_be_there(tmp_path: Path, name: str) -> None:
    files = python_files()
    del files[name]
    assert f"there is no {name} in it" in refused(python_zip(tmp_path, files)[0])


@pytest.mark.parametrize("machine", [I386, ARM64])
def test_a_python_for_another_processor_is_refused(tmp_path: Path, machine: int) -> None:
    files = python_files() | {"python.exe": portable(machine)}
    assert "amd64" in refused(python_zip(tmp_path, files)[0])
    assert machine != AMD64


# "If `._pth` is present", docs.python.org/3/using/windows.html: one path a line, from the folder of the file.
GIVEN = "python311.zip\r\n.\r\n\r\n# Uncomment to run site.main() automatically\r\n#import site\r\n"
WANTED = "python311.zip\r\n.\r\nLib\\site-packages\r\n"


@pytest.mark.parametrize(
    "text",
    [
        GIVEN,
        GIVEN.replace("\r\n", "\n"),
        GIVEN.replace("#import site", "import site"),
        GIVEN + "Lib\\site-packages\r\n",
        GIVEN + "lib\\Site-Packages\r\n",
        "",
    ],
)
def test_packages_are_found_beside_python_and_nothing_else_of_the_computer_is(text: str) -> None:
    assert with_packages(text, "311").casefold() == WANTED.casefold()


def test_a_folder_that_python_was_given_stays() -> None:
    assert with_packages(GIVEN + "DLLs\r\n", "311") == WANTED.replace("Lib\\", "DLLs\r\nLib\\")


def test_the_bundle_has_the_changed_file_and_all_others_as_they_were(tmp_path: Path) -> None:
    given = python_files()
    read = read_embedded(*python_zip(tmp_path)).files
    assert read.pop("python311._pth") == WANTED.encode()
    del given["python311._pth"]
    assert read == given
