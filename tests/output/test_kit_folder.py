import errno
import json
import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speelveld.errors import ExitCode, WriteError
from speelveld.output.digest import digest
from speelveld.output.folder import KitResult, write_kit
from speelveld.output.names import is_safe_name
from tests.oracles.kitfolder import faults

Put = Callable[[Path, Mapping[str, bytes]], KitResult]
State = Callable[[Path], dict[str, bytes | str | None]]

OLD = {"kantoor/1-kaarten.pdf": b"oud", "web/index.html": b"<p>", "overzicht.png": b"png"}


def manifest_of(*names: str) -> dict[str, object]:
    return {"programma": "speelveld", "bestanden": [{"bestand": name} for name in names]}


def forged(folder: Path, names: list[object], sha256: str) -> None:
    entries = [{"bestand": name, "sha256": sha256, "bytes": 1} for name in names]
    (folder / "kit.json").write_text(json.dumps({"programma": "speelveld", "bestanden": entries}), encoding="utf-8")


def test_a_digest_is_a_sha_256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_every_file_stands_where_its_name_says(tmp_path: Path, put: Put) -> None:
    result = put(tmp_path / "uit", OLD)
    assert {name: (tmp_path / "uit" / name).read_bytes() for name in OLD} == OLD
    assert result.written == tuple(tmp_path / "uit" / name for name in [*OLD, "kit.json"])
    assert (result.removed, result.kept) == ((), ())


def test_missing_parents_are_made(tmp_path: Path, put: Put) -> None:
    put(tmp_path / "een" / "twee" / "drie", OLD)
    assert (tmp_path / "een" / "twee" / "drie" / "web" / "index.html").is_file()


def test_nothing_else_is_left_beside_the_kit(tmp_path: Path, put: Put) -> None:
    put(tmp_path / "uit", OLD)
    assert [path.name for path in tmp_path.iterdir()] == ["uit"]


def test_the_manifest_tells_what_each_file_holds(tmp_path: Path) -> None:
    manifest = {
        "programma": "speelveld",
        "casus": "café",
        "bestanden": [{"bestand": "b.txt", "vellen": 2}, {"bestand": "a.txt"}],
        "datum": "2026-12-03",
    }
    write_kit(tmp_path, {"a.txt": b"aa", "b.txt": b"b"}, manifest)
    text = (tmp_path / "kit.json").read_text(encoding="utf-8")
    assert text == (
        '{\n  "programma": "speelveld",\n  "casus": "café",\n  "bestanden": [\n    {\n'
        '      "bestand": "b.txt",\n      "vellen": 2,\n'
        f'      "sha256": "{sha256(b"b").hexdigest()}",\n      "bytes": 1\n'
        "    },\n    {\n"
        f'      "bestand": "a.txt",\n      "sha256": "{sha256(b"aa").hexdigest()}",\n      "bytes": 2\n'
        '    }\n  ],\n  "datum": "2026-12-03"\n}\n'
    )


def test_a_manifest_may_have_another_name(tmp_path: Path) -> None:
    write_kit(tmp_path, {"a": b"1"}, manifest_of("a"), name="deel.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "deel.json"]


@pytest.mark.parametrize("listed", [[], ["a", "b"], ["a", "a"]])
def test_a_manifest_that_does_not_list_the_files_is_our_bug(tmp_path: Path, listed: list[str]) -> None:
    with pytest.raises(AssertionError):
        write_kit(tmp_path, {"a": b"1"}, manifest_of(*listed))


@pytest.mark.parametrize("name", ["../a", "/a", "a//b", "a/../b", "", ".", "c:a", "a\\b", "kit.json", "KIT.json", "a."])
def test_a_name_that_is_unsafe_is_our_bug(tmp_path: Path, name: str) -> None:
    with pytest.raises(AssertionError):
        write_kit(tmp_path / "uit", {name: b"1"}, manifest_of(name))


@settings(deadline=None)
@given(st.text(st.sampled_from("a./\\: \0Cé*\ud800"), max_size=12) | st.text(max_size=12))
def test_a_safe_name_stays_inside_its_folder(name: str) -> None:
    if is_safe_name(name):
        assert os.path.normpath(f"/map/{name}") == f"/map/{name}"
        assert "\\" not in name
        assert ":" not in name


@pytest.mark.parametrize(
    "name", ["kaarten.pdf", "kantoor/1-kaarten.pdf", "casus café/a b.txt", ".verborgen", "console.txt"]
)
def test_an_ordinary_name_is_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize("name", ["nul", "NUL.txt", "map/Com1.pdf", "aux"])
def test_the_name_of_a_windows_device_is_not_safe(name: str) -> None:
    assert not is_safe_name(name)


def test_a_draft_is_moved_in(tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    draft.write_bytes(b"klaar")
    write_kit(tmp_path / "uit", {"map/a.pdf": draft}, manifest_of("map/a.pdf"))
    assert (tmp_path / "uit" / "map" / "a.pdf").read_bytes() == b"klaar"
    assert not draft.exists()
    assert json.loads((tmp_path / "uit" / "kit.json").read_bytes())["bestanden"][0]["sha256"] == digest(b"klaar")


def test_a_draft_may_come_from_another_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_disk(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    draft = tmp_path / "draft"
    draft.write_bytes(b"klaar")
    monkeypatch.setattr(os, "rename", other_disk)
    write_kit(tmp_path / "uit", {"a.pdf": draft}, manifest_of("a.pdf"))
    assert (tmp_path / "uit" / "a.pdf").read_bytes() == b"klaar"
    assert not draft.exists()


def test_the_same_kit_twice_gives_the_same_folder(tmp_path: Path, put: Put, state: State) -> None:
    put(tmp_path, OLD)
    before = state(tmp_path)
    put(tmp_path, OLD)
    assert state(tmp_path) == before


def test_a_file_that_does_not_change_is_not_touched(tmp_path: Path, put: Put) -> None:
    put(tmp_path, OLD)
    os.utime(tmp_path / "overzicht.png", (1, 1))
    put(tmp_path, {**OLD, "web/index.html": b"anders"})
    assert (tmp_path / "overzicht.png").stat().st_mtime == 1


def test_files_the_new_kit_lacks_go_with_their_empty_folders(tmp_path: Path, put: Put) -> None:
    put(tmp_path, {**OLD, "diep/dieper/b": b"2"})
    result = put(tmp_path, {"overzicht.png": b"png"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kit.json", "overzicht.png"]
    gone = ["kantoor/1-kaarten.pdf", "web/index.html", "diep/dieper/b"]
    assert result.removed == tuple(tmp_path / name for name in gone)


def test_a_folder_with_something_of_the_user_stays(tmp_path: Path, put: Put) -> None:
    put(tmp_path, OLD)
    (tmp_path / "web" / "eigen.txt").write_bytes(b"mijn")
    put(tmp_path, {"a": b"1"})
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["eigen.txt"]


def test_an_empty_folder_of_the_user_stays(tmp_path: Path, put: Put) -> None:
    (tmp_path / "leeg").mkdir()
    put(tmp_path, OLD)
    put(tmp_path, {"a": b"1"})
    assert (tmp_path / "leeg").is_dir()


def test_a_former_file_the_user_changed_is_kept_and_told(tmp_path: Path, put: Put) -> None:
    put(tmp_path, OLD)
    (tmp_path / "web" / "index.html").write_bytes(b"met aantekening")
    result = put(tmp_path, {"a": b"1"})
    assert (tmp_path / "web" / "index.html").read_bytes() == b"met aantekening"
    assert result.kept == (tmp_path / "web" / "index.html",)
    assert tmp_path / "web" / "index.html" not in result.removed


def test_a_kept_file_is_the_users_from_then_on(tmp_path: Path, put: Put, state: State) -> None:
    put(tmp_path, OLD)
    (tmp_path / "web" / "index.html").write_bytes(b"met aantekening")
    put(tmp_path, {"a": b"1"})
    before = state(tmp_path)
    with pytest.raises(WriteError, match=r"web/index\.html"):
        put(tmp_path, OLD)
    assert state(tmp_path) == before


def test_a_former_file_the_user_removed_is_no_matter(tmp_path: Path, put: Put) -> None:
    put(tmp_path, OLD)
    (tmp_path / "web" / "index.html").unlink()
    result = put(tmp_path, {"a": b"1"})
    assert tmp_path / "web" / "index.html" not in result.removed + result.kept


def test_a_listed_file_the_user_changed_gets_another_name_and_that_is_told(tmp_path: Path, put: Put) -> None:
    put(tmp_path, OLD)
    for number, now in enumerate(["index (uw versie).html", "index (uw versie 2).html"]):
        (tmp_path / "web" / "index.html").write_bytes(b"met aantekening %d" % number)
        result = put(tmp_path, OLD)
        assert result.aside == ((tmp_path / "web" / "index.html", tmp_path / "web" / now),)
        assert (tmp_path / "web" / now).read_bytes() == b"met aantekening %d" % number
        assert (tmp_path / "web" / "index.html").read_bytes() == b"<p>"
    assert put(tmp_path, OLD).aside == ()
    assert sorted(path.name for path in (tmp_path / "web").iterdir()) == [
        "index (uw versie 2).html",
        "index (uw versie).html",
        "index.html",
    ]


def test_a_file_that_holds_what_will_be_written_is_in_nobodys_way(tmp_path: Path, put: Put) -> None:
    (tmp_path / "overzicht.png").write_bytes(OLD["overzicht.png"])
    put(tmp_path, OLD)
    assert faults(tmp_path, {"": set(OLD)}) == []


def test_a_file_may_make_way_for_a_folder_of_its_name(tmp_path: Path, put: Put) -> None:
    put(tmp_path, {"web": b"1"})
    put(tmp_path, {"web/index.html": b"2"})
    assert (tmp_path / "web" / "index.html").read_bytes() == b"2"


def test_every_file_of_the_user_in_the_way_is_named_at_once(tmp_path: Path, put: Put, state: State) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "index.html").write_bytes(b"mijn")
    (tmp_path / "overzicht.png").write_bytes(b"mijn")
    before = state(tmp_path)
    with pytest.raises(WriteError) as caught:
        put(tmp_path, OLD)
    (problem,) = caught.value.problems
    assert problem.message.endswith(": web/index.html, overzicht.png")
    assert problem.hint == "kies een andere map met --uit, of zet deze bestanden eerst ergens anders neer"
    assert state(tmp_path) == before
    assert caught.value.exit_code is ExitCode.WRITE


def test_a_dangling_link_in_the_way_is_a_file_of_the_user(tmp_path: Path, put: Put) -> None:
    (tmp_path / "overzicht.png").symlink_to("nergens")
    with pytest.raises(WriteError, match="niet van Speelveld"):
        put(tmp_path, OLD)
    assert (tmp_path / "overzicht.png").is_symlink()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"speelveld"',
        b'{"bestanden": []}',
        b'{"programma": "anders", "bestanden": []}',
        b'{"programma": "speelveld"}',
        b'{"programma": "speelveld", "bestanden": {}}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_a_manifest_that_is_not_ours_is_a_file_of_the_user(tmp_path: Path, put: Put, text: bytes, state: State) -> None:
    (tmp_path / "kit.json").write_bytes(text)
    (tmp_path / "overzicht.png").write_bytes(b"mijn")
    before = state(tmp_path)
    with pytest.raises(WriteError, match=r": kit\.json, overzicht\.png"):
        put(tmp_path, OLD)
    assert state(tmp_path) == before


def test_a_link_for_a_manifest_is_a_file_of_the_user(tmp_path: Path, put: Put) -> None:
    put(tmp_path / "ander", OLD)
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "kit.json").symlink_to(tmp_path / "ander" / "kit.json")
    with pytest.raises(WriteError, match=r"kit\.json"):
        put(tmp_path / "uit", OLD)


@pytest.mark.parametrize(
    "name", ["../doel", "/doel", "map/../../doel", "..\\doel", "link/doel", "C:/doel", "./../doel"]
)
def test_a_hostile_manifest_removes_nothing_outside(tmp_path: Path, put: Put, name: str) -> None:
    target = tmp_path / "doel"
    target.write_bytes(b"x")
    folder = tmp_path / "uit"
    (folder / "map").mkdir(parents=True)
    (folder / "link").symlink_to(tmp_path)
    forged(folder, [name.replace("/doel", str(target)) if name == "/doel" else name], digest(b"x"))
    put(folder, {"a": b"1"})
    assert target.read_bytes() == b"x"


def test_a_link_in_the_place_of_a_former_file_is_kept(tmp_path: Path, put: Put) -> None:
    target = tmp_path / "doel"
    target.write_bytes(b"<p>")
    put(tmp_path / "uit", OLD)
    (tmp_path / "uit" / "web" / "index.html").unlink()
    (tmp_path / "uit" / "web" / "index.html").symlink_to(target)
    result = put(tmp_path / "uit", {"a": b"1"})
    assert result.kept == (tmp_path / "uit" / "web" / "index.html",)
    assert target.read_bytes() == b"<p>"


def test_a_manifest_with_odd_entries_is_read_as_far_as_it_makes_sense(tmp_path: Path, put: Put) -> None:
    (tmp_path / "a").write_bytes(b"x")
    forged(tmp_path, ["a", None, 3, ["b"], "\ud800", "x" * 200, "kit.json"], digest(b"x"))
    assert put(tmp_path, {"b": b"1"}).removed == (tmp_path / "a",)


def test_writing_does_not_follow_a_link_out_of_the_folder(tmp_path: Path, put: Put, state: State) -> None:
    (tmp_path / "buiten").mkdir()
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "web").symlink_to(tmp_path / "buiten")
    before = state(tmp_path)
    with pytest.raises(WriteError, match="gewone map"):
        put(tmp_path / "uit", OLD)
    assert state(tmp_path) == before


def test_a_new_file_in_the_place_of_a_link_leaves_what_it_points_at(tmp_path: Path, put: Put) -> None:
    target = tmp_path / "doel"
    target.write_bytes(b"mijn")
    put(tmp_path / "uit", OLD)
    (tmp_path / "uit" / "overzicht.png").unlink()
    (tmp_path / "uit" / "overzicht.png").symlink_to(target)
    put(tmp_path / "uit", OLD)
    assert target.read_bytes() == b"mijn"
    assert (tmp_path / "uit" / "overzicht.png").read_bytes() == b"png"


def test_the_folder_itself_may_be_a_link(tmp_path: Path, put: Put) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "uit").symlink_to("echt")
    result = put(tmp_path / "uit", {"a": b"1"})
    assert (tmp_path / "echt" / "a").read_bytes() == b"1"
    assert (tmp_path / "uit").is_symlink()
    assert result.written[0] == tmp_path / "uit" / "a"


def test_a_folder_where_a_file_must_come_is_refused(tmp_path: Path, put: Put, state: State) -> None:
    (tmp_path / "overzicht.png").mkdir()
    (tmp_path / "kit.json").mkdir()
    before = state(tmp_path)
    with pytest.raises(WriteError) as caught:
        put(tmp_path, OLD)
    messages = [problem.message for problem in caught.value.problems]
    assert [
        f"'{tmp_path / name}' is een map" in message
        for name, message in zip(["kit.json", "overzicht.png"], messages, strict=True)
    ] == [True, True]
    assert state(tmp_path) == before


def test_a_file_where_a_folder_must_come_is_refused(tmp_path: Path, put: Put, state: State) -> None:
    (tmp_path / "web").write_bytes(b"mijn")
    before = state(tmp_path)
    with pytest.raises(WriteError, match=r"'.*web' moet een gewone map zijn"):
        put(tmp_path, OLD)
    assert state(tmp_path) == before


@pytest.mark.parametrize("inside", ["", "dieper/nog"])
def test_a_file_instead_of_the_folder_is_refused(tmp_path: Path, put: Put, inside: str) -> None:
    (tmp_path / "uit").write_bytes(b"mijn")
    with pytest.raises(WriteError, match=r"uit' is een bestand, geen map") as caught:
        put(tmp_path / "uit" / inside, OLD)
    assert "--uit" in (caught.value.problems[0].hint or "")
    assert (tmp_path / "uit").read_bytes() == b"mijn"
