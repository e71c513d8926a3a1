"""Any text of a casus is clicked where it is printed, written, and found again: in the file, on the page, in a PDF."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from speelveld import resources
from tests.browser.looking import Window, bare, until
from tests.kit.widefont import write_wide
from tests.makers.commands import Speelveld
from tests.makers.served import Kijk, copied, kijk
from tests.oracles.sheet_words import all_letters

# Of a name that other texts refer to, one cannot change a letter alone.
_REFERRED = ("naam", "id", "organisatie", "vervangt")
_MANY, _NUMBERS = 24, 3
_SPOTS = """async () => {
  const faces = [...document.querySelectorAll('.card a')].map(a => new URLSearchParams(a.hash.slice(1)).get('kaart'));
  const found = {};
  for (const id of faces) {
    const got = await (await fetch('/api/face?id=' + encodeURIComponent(id))).json();
    for (const {field, text} of got.spots) if (!field.startsWith('deck:')) (found[field] ??= {})[id] ??= text;
  }
  return found;
}"""
_KIT = "async () => (await fetch('/api/kit')).json()"
Spots = Mapping[str, Mapping[str, str]]


def with_another_letter(text: str) -> str:
    """Return a text of the same length: a vowel of one of its words became another."""
    found = list(re.finditer(r"(?<=[a-z])[aeou](?=[a-z])", text))
    at = found[len(found) // 2].start()
    return f"{text[:at]}{'e' if text[at] == 'a' else 'a'}{text[at + 1 :]}"


def changeable(spots: Spots, values: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Yield every text of which a letter may change, with the faces that show it as it is written."""
    for field, shown in spots.items():
        if re.search("[a-z][aeou][a-z]", values.get(field, "")) and field.rpartition(".")[2] not in _REFERRED:
            whole = bare(values[field]).casefold()
            if faces := [face for face, text in shown.items() if bare(text).casefold() in whole]:
                yield field, faces


def sample(spots: Spots, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield texts with a face, spread over the casus and the kit: each kind of text, then more of each."""
    can = dict(changeable(spots, values))
    kinds: dict[str, list[str]] = {}
    for field in can:
        kinds.setdefault(re.sub(r"\d+", "", field), []).append(field)
    turns = [fields[turn] for turn in range(_MANY) for fields in kinds.values() if turn < len(fields)]
    seen: set[str] = set()
    for field in turns[:_MANY]:
        boards = [face for face in can[field] if part_of(face) == "speelbord" and "speelbord" not in seen]
        face = (boards or can[field])[0]
        seen.add(part_of(face))
        yield field, face


def part_of(face: str) -> str:
    return face.partition("/")[0]


def numbers(window: Window) -> Iterator[tuple[str, str, str, int]]:
    """Yield numbers that stand beside a card: the field and what it is called, the card, and a number it may become."""
    kit = window.page.evaluate(_KIT)
    faces = {face["card"]: face["id"] for kind in reversed(kit["kinds"]) for face in kind["faces"] if face["card"]}
    of_card = {path: field for path, field in kit["fields"].items() if field["card"] in faces}
    called = Counter((field["card"], field["label"]) for field in of_card.values())
    for path, field in of_card.items():
        if field["kind"] == "number" and path.startswith("aanpakken") and called[field["card"], field["label"]] == 1:
            now = int(field["value"])
            yield path, field["label"], faces[field["card"]], now + 1 if now < field["most"] else now - 1


def written(running: Kijk, values: dict[str, str], field: str, text: str, before: bytes) -> bytes:
    """Wait until the file changed; return it when one value of it is another, as it was written, and no byte beside."""
    until(lambda: running.file.read_bytes() != before)
    values[field] = text
    assert running.values == values
    return running.file.read_bytes()


@pytest.mark.parametrize("name", ["zutphen-dementie", "nieuw", "tests/made_before/alles"])
def test_each_is_in_the_file_on_the_page_and_in_the_pdf(
    chromium: Browser, tmp_path: Path, name: str, speelveld: Speelveld
) -> None:
    folder = copied(name, tmp_path)
    if name.endswith("alles"):
        for face, path in resources.font_files().items():
            write_wide(path, folder / f"letter-{face.replace('_', '-')}.ttf", 1.0, 1.03)
    with kijk(folder, tmp_path / "cache") as running:
        window = Window(chromium, running, 1400, 900)
        window.whole()
        values = dict(running.values)
        spots = window.page.evaluate(_SPOTS)
        chosen = dict(sample(spots, values))
        assert len(chosen) == _MANY or (name == "nieuw" and len(chosen) > 15)
        parts = {part_of(face) for face in chosen.values()}
        assert {"speelbord", "opgavekaarten"} < parts
        assert parts & {"begin-hier", "casusblad", "draaiboek", "omslag"}
        drawn = {field: write(window, values, field, face) for field, face in chosen.items()}
        counted = list(numbers(window))[:_NUMBERS]
        assert len(counted) == (0 if name == "nieuw" else _NUMBERS)
        cards = [count(window, values, *each) for each in counted]
        assert window.wrong == []
        window.close()
    made = speelveld("maak", str(folder), "--uit", str(tmp_path / "kit"), "--zonder-voorbeelden", "--stil")
    assert made.status == 0, made.err
    printed = bare("".join(all_letters(path.read_bytes()) for path in sorted((tmp_path / "kit").rglob("*.pdf"))))
    assert [field for field, parts in drawn.items() if not any(part in printed for part in parts)] == []
    # The last of what stood on a card, with all its numbers; and none of what it was before.
    for before, after in cards[-1:]:
        assert after in printed
        assert before not in printed
    whole = bare("".join(values.values()))
    others = (bare(with_another_letter(values[field])) for field, _ in changeable(spots, values) if field not in chosen)
    never = [text for text in others if text not in whole]
    assert len(never) > 5
    assert [text for text in never if text in printed] == []


def write(window: Window, values: dict[str, str], field: str, face: str) -> list[str]:
    """Write another text on its card; return what of it can be read there."""
    running, text = window.running, with_another_letter(values[field])
    before = running.file.read_bytes()
    window.go(face)
    window.write(field, text)
    after = written(running, values, field, text, before)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    window.spot(field).wait_for(state="attached")
    # A text may go on elsewhere on the card, with words of the layout between.
    parts = [bare(part) for part in (text, text[:30], text[-30:])]
    until(lambda: any(part in window.drawn for part in parts))
    return [part for part in parts if part in window.drawn]


def count(window: Window, values: dict[str, str], field: str, label: str, face: str, to: int) -> tuple[str, str]:
    """Write another number beside its card; return all that stands on the card, before and after."""
    running, before = window.running, window.running.file.read_bytes()
    window.go(face)
    stood = window.drawn
    of = window.page.locator(".field", has=window.page.locator("label", has_text=re.compile(rf"^{re.escape(label)}\b")))
    number = of.locator(".stepper input")
    expect(number).to_have_value(values[field])
    number.fill(str(to))
    window.page.locator("#werk-kop").click()
    written(running, values, field, str(to), before)
    until(lambda: window.drawn != stood)
    return stood, window.drawn
