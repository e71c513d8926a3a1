"""Which wheels Windows needs, whatever the computer is on which the bundle is made."""

from pathlib import Path

import pytest

from bundel.errors import BundleError
from bundel.wheels import downloaded, gathered, locked, needed, read_wheel, spread
from tests.bundel.standin import wheel

CP311, LINUX = "cp311-cp311-win_amd64", "cp311-cp311-manylinux_2_28_x86_64"


def program(folder: Path, *requires: str) -> Path:
    own = folder / "own"
    own.mkdir()
    return wheel(own, "speelveld", {"speelveld/__init__.py": b""}, requires=requires, extras=["alles"])


def test_what_windows_alone_needs_is_asked_for_and_what_others_need_is_not(tmp_path: Path) -> None:
    ours = program(
        tmp_path,
        'colorama; sys_platform == "win32"',
        'uvloop; sys_platform != "win32"',
        'tomli; python_version < "3.11"',
        'tzdata; os_name == "nt" and python_version >= "3.9"',
        'numpy; extra == "alles"',
        'pytest; extra == "test"',
    )
    found, missing = needed(read_wheel(ours), ["alles"], [], "3.11")
    assert found == []
    assert [requirement.name for requirement in missing] == ["colorama", "numpy", "tzdata"]
    # As pip takes it: without the condition, which it would try on this computer.
    assert str(missing[0]) == "colorama"


def test_an_extra_of_a_package_brings_what_that_extra_needs(tmp_path: Path) -> None:
    ours = program(tmp_path, "server[fast]>=1")
    wheel(tmp_path, "server", {"server.py": b""}, requires=['speed; extra == "fast"', 'slow; extra == "x"'])
    wheel(tmp_path, "speed", {"speed.py": b""})
    found = gathered(read_wheel(ours), ["alles"], tmp_path, "3.11")
    assert [each.name for each in found] == ["server", "speed"]


def test_a_wheel_that_nothing_asks_for_stays_out(tmp_path: Path) -> None:
    ours = program(tmp_path, "a")
    wheel(tmp_path, "a", {"a.py": b""}, requires=["speelveld"])
    wheel(tmp_path, "b", {"b.so": b""}, tag=LINUX)
    assert [each.name for each in gathered(read_wheel(ours), (), tmp_path, "3.11")] == ["a"]


def test_all_that_is_missing_twice_or_for_another_system_is_told_at_once(tmp_path: Path) -> None:
    ours = program(tmp_path, "a", "b>=2", "c", "d", "e")
    for name, version, tag in (
        *(("b", "1.9", "py3-none-any"), ("c", "1.0", LINUX), ("d", "1.0", "cp312-cp312-win_amd64")),
        *(("e", "1.0", CP311), ("e", "1.1", CP311)),
    ):
        wheel(tmp_path, name, {f"{name}.py": b""}, tag=tag, version=version)
    with pytest.raises(BundleError) as caught:
        gathered(read_wheel(ours), (), tmp_path, "3.11")
    assert [problem.rpartition(f"{tmp_path}: ")[2] for problem in caught.value.problems] == [
        "more than one wheel of e",
        "no wheel of a",
        "no wheel of b>=2",
        f"c-1.0-{LINUX}.whl: not for Windows on x86-64 with Python 3.11",
        "d-1.0-cp312-cp312-win_amd64.whl: not for Windows on x86-64 with Python 3.11",
    ]


@pytest.mark.parametrize(
    ("tag", "fits"),
    [
        *((CP311, True), ("cp311-abi3-win_amd64", True), ("cp310-abi3-win_amd64", True), ("py3-none-win_amd64", True)),
        *(("py2.py3-none-any", True), ("py311-none-any", True), ("cp312-abi3-win_amd64", False), (LINUX, False)),
        *(("cp311-cp311-win32", False), ("cp311-cp311-win_arm64", False), ("py3-none-macosx_11_0_arm64", False)),
    ],
)
def test_a_wheel_fits_where_pip_would_install_it(tmp_path: Path, tag: str, fits: bool) -> None:
    ours = read_wheel(program(tmp_path, "a"))
    wheel(tmp_path, "a", {"a.py": b""}, tag=tag)
    if fits:
        assert len(gathered(ours, (), tmp_path, "3.11")) == 1
    else:
        with pytest.raises(BundleError, match="not for Windows"):
            gathered(ours, (), tmp_path, "3.11")


def test_what_a_wheel_has_for_other_folders_is_laid_where_it_belongs_or_left(tmp_path: Path) -> None:
    files = {
        "a/b.py": b"1",
        "a-1.0.data/purelib/a/c.py": b"2",
        "a-1.0.data/platlib/d.pyd": b"3",
        "a-1.0.data/scripts/a": b"#!python",
        "a-1.0.data/data/share/man/man1/a.1": b"man",
    }
    laid = dict(spread(read_wheel(wheel(tmp_path, "a", files))))
    assert {name: laid[name] for name in laid if "dist-info" not in name} == {
        "a/b.py": b"1",
        "a/c.py": b"2",
        "d.pyd": b"3",
    }
    assert "a-1.0.dist-info/licenses/LICENSE" in laid


def test_what_is_no_wheel_is_told(tmp_path: Path) -> None:
    (tmp_path / "a-1.0-py3-none-any.whl").write_bytes(b"PK")
    (tmp_path / "b.whl").write_bytes(b"")
    for path in tmp_path.glob("*.whl"):
        with pytest.raises(BundleError, match=path.name):
            read_wheel(path)


def test_a_lock_is_what_pip_takes_with_hashes(tmp_path: Path) -> None:
    read = read_wheel(wheel(tmp_path, "Some_Thing", {"a.py": b""}))
    assert locked([read]) == f"some-thing==1.0 --hash=sha256:{read.sha256}\n"


def test_a_licence_is_named_as_it_is_given(tmp_path: Path) -> None:
    assert read_wheel(wheel(tmp_path, "a", {})).licence == "MIT"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that pip takes for all there is, so that no test asks the network."""
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.mark.slow
def test_pip_fetches_what_windows_needs_also_where_it_runs_on_another_system(tmp_path: Path, shop: Path) -> None:
    ours = read_wheel(program(tmp_path, "a"))
    wheel(shop, "a", {"a.py": b""}, requires=['b; sys_platform == "win32"', 'x; sys_platform != "win32"'], tag=CP311)
    wheel(shop, "b", {"b.py": b""}, requires=['c; os_name == "nt"'])
    wheel(shop, "c", {"c.py": b""})
    wheel(shop, "c", {"c.py": b""}, version="2.0", tag=LINUX)
    wheel(shop, "x", {"x.py": b""})
    found = downloaded(ours, (), "3.11", None)
    assert [(each.name, each.version) for each in found] == [("a", "1.0"), ("b", "1.0"), ("c", "1.0")]
    # With what it wrote down, the same comes again, whatever is new in the meantime.
    lock = tmp_path / "lock.txt"
    lock.write_text(locked(found), encoding="utf-8")
    wheel(shop, "b", {"b.py": b"new"}, version="1.1")
    assert [each.sha256 for each in downloaded(ours, (), "3.11", lock)] == [each.sha256 for each in found]
    wheel(shop, "b", {"b.py": b"another, with the same name"})
    with pytest.raises(BundleError, match=r"(?i)hashes"):
        downloaded(ours, (), "3.11", lock)


@pytest.mark.slow
def test_what_pip_cannot_get_is_told_in_its_words(tmp_path: Path, shop: Path) -> None:
    wheel(shop, "a", {"a.py": b""}, tag=LINUX)
    with pytest.raises(BundleError, match=r"(?s)pip cannot get what is asked.*\ba\b"):
        downloaded(read_wheel(program(tmp_path, "a")), (), "3.11", None)
