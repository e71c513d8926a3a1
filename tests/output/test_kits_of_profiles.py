"""Each profile has a folder with a manifest of its own: making one again leaves what others made."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from speelveld.errors import Problem, WriteError
from speelveld.output.folder import Bundle, KitResult, write_kits
from tests.oracles.kitfolder import faults, tree

State = Callable[[Path], dict[str, bytes | str | None]]

OFFICE = {"1-kaarten-a4.pdf": b"kantoor 1", "2-fiches-a4.pdf": b"kantoor 2"}
WEB = {"kaarten.pdf": b"web"}
PICTURES = {"overzicht.png": b"alles", "voorbeelden/1-kaarten-a4-01.png": b"bladzijde"}
WEB_PICTURES = {"overzicht.png": b"web alles", "voorbeelden/web/kaarten-01.png": b"web bladzijde"}


def put(folder: Path, pictures: Mapping[str, bytes] = {}, **profiles: Mapping[str, bytes]) -> KitResult:
    """Make kits; the pictures are those of the first profile."""

    def bundle(files: Mapping[str, bytes], at: str = "") -> Bundle:
        entries = [{"bestand": name, **({} if at else {"profiel": next(iter(profiles))})} for name in files]
        return Bundle(files, {"programma": "speelveld", "bestanden": entries}, at)

    kits = {name: bundle(files, name) for name, files in profiles.items()}
    return write_kits(folder, kits, bundle(pictures), ["kantoor", "drukker", "web"])


def names(folder: Path) -> set[str]:
    return {name for name, data in tree(folder).items() if data is not None}


def of_before(folder: Path, profiles: Mapping[str, Mapping[str, bytes]], pictures: Mapping[str, bytes]) -> None:
    """Write a kit as the first version did: one manifest for all, in which a picture says not of whom it is."""
    entries = []
    for profile, files in profiles.items():
        for name, data in files.items():
            (folder / profile).mkdir(parents=True, exist_ok=True)
            (folder / profile / name).write_bytes(data)
            told = {"sha256": sha256(data).hexdigest(), "bytes": len(data)}
            entries.append({"bestand": f"{profile}/{name}", "profiel": profile, **told})
    first = next(iter(profiles))
    for name, data in pictures.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        of = {} if name == "overzicht.png" else {"van": f"{first}/{name.rpartition('/')[2][:-7]}.pdf", "bladzijde": 1}
        entries.append({"bestand": name, **of, "sha256": sha256(data).hexdigest(), "bytes": len(data)})
    (folder / "kit.json").write_text(json.dumps({"programma": "speelveld", "bestanden": entries}), encoding="utf-8")


def test_each_profile_has_a_manifest_of_its_own_files(tmp_path: Path) -> None:
    put(tmp_path, PICTURES, kantoor=OFFICE, web=WEB)
    assert faults(tmp_path, {"": set(PICTURES), "kantoor": set(OFFICE), "web": set(WEB)}) == []


def test_one_profile_made_again_leaves_the_other_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, PICTURES, kantoor=OFFICE)
    before = tree(tmp_path)
    result = put(tmp_path, web=WEB)
    after = tree(tmp_path)
    assert {name: after[name] for name in before} == before
    assert result.removed == ()
    put(tmp_path, kantoor={"1-kaarten-a4.pdf": b"anders"})
    assert faults(tmp_path, {"": set(), "kantoor": {"1-kaarten-a4.pdf"}, "web": set(WEB)}) == []


def test_what_the_new_kit_of_a_profile_lacks_goes_and_is_told(tmp_path: Path) -> None:
    put(tmp_path, PICTURES, kantoor=OFFICE, web=WEB)
    result = put(tmp_path, kantoor={"1-kaarten-a4.pdf": b"anders"})
    assert set(result.removed) == {tmp_path / "kantoor" / "2-fiches-a4.pdf", *(tmp_path / name for name in PICTURES)}
    kept = {"kantoor/1-kaarten-a4.pdf", "web/kaarten.pdf"}
    assert names(tmp_path) == {"kit.json", "kantoor/kit.json", "web/kit.json", *kept}


def test_pictures_of_two_profiles_stay_side_by_side(tmp_path: Path) -> None:
    put(tmp_path, PICTURES, kantoor=OFFICE)
    put(tmp_path, WEB_PICTURES, web=WEB)
    assert faults(tmp_path, {"": {*PICTURES, *WEB_PICTURES}}) == []
    assert (tmp_path / "overzicht.png").read_bytes() == b"alles", "of the profile that is printed first"
    put(tmp_path, {"overzicht.png": b"alles, anders"}, kantoor=OFFICE)
    assert (tmp_path / "overzicht.png").read_bytes() == b"alles, anders"
    assert faults(tmp_path, {"": {"overzicht.png", "voorbeelden/web/kaarten-01.png"}}) == []


def test_a_kit_of_before_is_renewed_without_trouble(tmp_path: Path) -> None:
    of_before(tmp_path, {"kantoor": OFFICE, "web": WEB}, PICTURES)
    result = put(tmp_path, PICTURES, kantoor={"1-kaarten-a4.pdf": b"anders"}, web={"kaarten.pdf": b"anders"})
    assert result.removed == (tmp_path / "kantoor" / "2-fiches-a4.pdf",)
    assert faults(tmp_path, {"": set(PICTURES), "kantoor": {"1-kaarten-a4.pdf"}, "web": {"kaarten.pdf"}}) == []


def test_of_a_kit_of_before_one_profile_may_be_renewed_and_later_the_other(tmp_path: Path) -> None:
    of_before(tmp_path, {"kantoor": OFFICE, "web": WEB}, PICTURES)
    put(tmp_path, web={"anders.pdf": b"web"})
    assert faults(tmp_path, {"web": {"anders.pdf"}}) == []
    assert {name: (tmp_path / "kantoor" / name).read_bytes() for name in OFFICE} == OFFICE
    assert names(tmp_path) >= set(PICTURES)
    put(tmp_path, kantoor={"1-kaarten-a4.pdf": b"anders"})
    kept = {"kantoor/1-kaarten-a4.pdf", "web/anders.pdf"}
    assert names(tmp_path) == {"kit.json", "kantoor/kit.json", "web/kit.json", *kept}


def test_a_file_of_the_user_in_the_folder_of_a_profile_stays(tmp_path: Path, state: State) -> None:
    put(tmp_path, kantoor=OFFICE)
    (tmp_path / "kantoor" / "eigen.txt").write_bytes(b"mijn")
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "kaarten.pdf").write_bytes(b"mijn")
    put(tmp_path, kantoor={"3.pdf": b"3"})
    assert (tmp_path / "kantoor" / "eigen.txt").read_bytes() == b"mijn"
    before = state(tmp_path)
    with pytest.raises(WriteError, match=r"niet van Speelveld zijn .*: web/kaarten\.pdf"):
        put(tmp_path, kantoor=OFFICE, web=WEB)
    assert state(tmp_path) == before


def test_who_may_not_write_where_a_kit_is_says_so_and_nothing_changes(tmp_path: Path, state: State) -> None:
    put(tmp_path, kantoor=OFFICE)
    before = state(tmp_path)
    entries = [{"bestand": name} for name in WEB]
    kits = {"web": Bundle(WEB, {"programma": "speelveld", "bestanden": entries}, "web")}
    top = Bundle({}, {"programma": "speelveld", "bestanden": []})
    seen = []

    def refuse(earlier: Mapping[str, object]) -> list[Problem]:
        seen.append(set(earlier))
        return [Problem("hier niet")]

    with pytest.raises(WriteError, match="hier niet"):
        write_kits(tmp_path, kits, top, ["kantoor", "web"], refuse)
    assert seen == [{"", "web"}]
    assert state(tmp_path) == before
