"""Any text of a casus is clicked on its card, written, and found again: in the file, on the card, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from speelveld import resources
from tests.browser.looking import Window, bare, until
from tests.kit.widefont import write_wide
from tests.makers.served import copied, kijk

# Of a name that other texts refer to, one cannot change a letter alone.
_REFERRED = ("naam", "id", "organisatie", "vervangt")
_MANY = 25
_SPOTS = """async () => {
  const faces = [...document.querySelectorAll('.card a')].map(a => new URLSearchParams(a.hash.slice(1)).get('kaart'));
  const found = {};
  for (const id of faces) {
    const got = await (await fetch('/api/face?id=' + encodeURIComponent(id))).json();
    for (const {field, text} of got.spots) if (!field.startsWith('deck:')) found[field] ??= [id, text];
  }
  return found;
}"""


def with_another_letter(text: str) -> str:
    """Return a text of the same length: a vowel of one of its words became another."""
    found = list(re.finditer(r"(?<=[a-z])[aeou](?=[a-z])", text))
    at = found[len(found) // 2].start()
    return f"{text[:at]}{'e' if text[at] == 'a' else 'a'}{text[at + 1 :]}"


def sample(spots: dict[str, list[str]], values: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield fields with a face that shows them, spread over the casus: each kind of text, then more of each."""
    kinds: dict[str, list[str]] = {}
    for field in spots:
        can = re.search("[a-z][aeou][a-z]", values.get(field, "")) and field.rpartition(".")[2] not in _REFERRED
        # What the card shows must be the text as it is written.
        if can and bare(spots[field][1]).casefold() in bare(values[field]).casefold():
            kinds.setdefault(re.sub(r"\d+", "", field), []).append(field)
    turns = [fields[turn] for turn in range(_MANY) for fields in kinds.values() if turn < len(fields)]
    yield from ((field, spots[field][0]) for field in turns[:_MANY])


@pytest.mark.parametrize("name", ["zutphen-dementie", "nieuw", "tests/made_before/alles"])
def test_each_is_in_the_file_and_on_the_card(chromium: Browser, tmp_path: Path, name: str) -> None:
    folder = copied(name, tmp_path)
    if name.endswith("alles"):
        for face, path in resources.font_files().items():
            write_wide(path, folder / f"letter-{face.replace('_', '-')}.ttf", 1.0, 1.03)
    with kijk(folder, tmp_path / "cache") as running:
        window = Window(chromium, running, 1400, 900)
        window.whole()
        values = dict(running.values)
        chosen = list(sample(window.page.evaluate(_SPOTS), values))
        assert len(chosen) == _MANY or (name == "nieuw" and len(chosen) > 15)
        for field, face in chosen:
            before, text = running.file.read_bytes(), with_another_letter(values[field])
            window.go(face)
            window.write(field, text)
            until(lambda field=field, text=text: running.values[field] == text)
            values[field] = text
            after = running.file.read_bytes()
            assert running.values == values
            assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
            window.spot(field).wait_for(state="attached")
            # A text may go on elsewhere on the card, with words of the layout between.
            parts = [bare(part) for part in (text, text[:30], text[-30:])]
            until(lambda parts=parts: any(part in window.drawn for part in parts))
        assert window.wrong == []
        window.close()
