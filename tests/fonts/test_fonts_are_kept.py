"""A font that was drawn before is not drawn again, and is the same bytes; what is kept of it is data, or not there."""

import zlib
from dataclasses import dataclass, field

import pytest

from speelveld.fonts import FontError, drawn, drawn_font
from tests.makers.fonts import Made, font_bytes

KINDS = {
    "plain": Made(),
    "postscript": Made(cubic=True),
    "loose figures": Made(figures="loose"),
    "old figures": Made(figures="old"),
    "weights": Made(weights=True),
    "restricted": Made(fs_type=2),
}


@dataclass(eq=False)
class Memory:
    """A store in memory."""

    held: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        return self.held.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.held[key] = data


@pytest.fixture
def drawn_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the faces that are drawn from now on."""
    faces: list[str] = []
    usual = drawn._drawn

    def counted(data: bytes, face: str) -> object:
        faces.append(face)
        return usual(data, face)

    monkeypatch.setattr(drawn, "_drawn", counted)
    drawn_font.cache_clear()
    return faces


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("face", ["gewoon", "vet"])
def test_a_font_is_the_same_with_and_without_what_was_kept(kind: str, face: str, drawn_anew: list[str]) -> None:
    data, store = font_bytes(KINDS[kind]), Memory()
    plain = drawn_font(data, face)
    assert drawn_font(data, face, store) == plain
    drawn_anew.clear()
    drawn_font.cache_clear()
    assert drawn_font(data, face, store) == plain
    assert drawn_anew == []


def test_another_face_or_another_font_is_drawn_for_itself(drawn_anew: list[str]) -> None:
    store, data = Memory(), font_bytes(KINDS["weights"])
    fonts = [drawn_font(data, "gewoon", store), drawn_font(data, "vet", store)]
    fonts.append(drawn_font(font_bytes(Made(figures="loose")), "gewoon", store))
    assert drawn_anew == ["gewoon", "vet", "gewoon"]
    assert len({font.data for font in fonts}) == len(store.held) == 3


WHOLE = zlib.compress(b'[3, null, false, false, false, null, "abc"]\nabc')


@pytest.mark.parametrize(
    "told",
    [b"", b"x", WHOLE[:-1], zlib.compress(b""), zlib.compress(b"{}\nabc"), zlib.compress(b"[1]\nabc"), b"\xff" * 90]
    + [zlib.compress(line + b"\nabc") for line in (b'["3", null, 0, 0, 0, null, ""]', b"[4, null, 0, 0, 0, null, 7]")],
)
def test_what_is_no_font_of_ours_is_drawn_anew(told: bytes, drawn_anew: list[str]) -> None:
    data, store = font_bytes(KINDS["plain"]), Memory()
    plain = drawn_font(data, "gewoon", store)
    (key,) = store.held
    store.held[key] = told
    drawn_font.cache_clear()
    assert drawn_font(data, "gewoon", store) == plain
    assert drawn_anew == ["gewoon", "gewoon"]


def test_a_damaged_font_is_refused_each_time_and_not_kept() -> None:
    store, data = Memory(), font_bytes(KINDS["plain"])[:400]
    for _ in range(2):
        with pytest.raises(FontError):
            drawn_font(data, "gewoon", store)
    assert store.held == {}
