"""A casus that stays open shows what a kit made from nothing shows: after any change, frame for frame."""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speelveld.build.live import Changed, Live, Looked
from speelveld.build.pipeline import Built, build, load
from speelveld.errors import SpeelveldError
from speelveld.options import Options
from speelveld.pages import Page
from speelveld.resources import font_files
from speelveld.typeset import Frame

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("set_each_time")]

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(date=datetime(2026, 12, 3, tzinfo=UTC), previews=False)
SOME = replace(OPTIONS, only=("opgavekaarten", "rolkaarten", "spelwijzer", "materiaallijst"))
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
KEYS = "titel|naam|vraag|voor_wie|schuurt|merkt|wil|tekst|geld|uitkomst"
TEXT = re.compile(rf"^(?P<before> *(?:- )?(?:{KEYS}): )(?P<text>\w.{{9,}})$")
Shown = dict[tuple[str, str, int], Frame]


def text_of(place: Path) -> str:
    return (place / "casus.yaml").read_text(encoding="utf-8")


def write(place: Path, text: str) -> None:
    (place / "casus.yaml").write_text(text, encoding="utf-8")


def retitle(place: Path, number: int, word: str) -> None:
    """Put a word before the title of an opgave."""
    title = str(load(place, "casus.yaml").casus.opgaven[number].titel)
    assert text_of(place).count(title) == 1
    write(place, text_of(place).replace(title, f"{word} {title}"))


def from_nothing(place: Path, options: Options) -> Built | list[str]:
    """Return the kit as a new process makes it, or what is wrong with it."""
    try:
        return build(load(place, "casus.yaml"), options, lambda _: None)
    except SpeelveldError as error:
        return list(map(str, error.problems))


def sides(built: Built) -> Shown:
    found: Shown = {}
    for each in built.onderdelen:
        rows = {"voor": each.fronts, "achter": each.backs, "leeg": [frame for frame, _ in each.blanks]}
        for side, frames in {**rows, "bladzijde": each.pages}.items():
            found |= {(each.naam, side, number): frame for number, frame in enumerate(frames)}
    return found


def pages(built: Built) -> dict[str, list[Page]]:
    return {f"{print_.profile}/{print_.bestand}": print_.pages for print_ in built.prints}


def followed(live: Live, shown: Shown) -> tuple[list[Changed], Looked]:
    """Look, and note in `shown` what was told, as a page does that shows the cards."""
    *changes, last = live.look()
    told = [each for each in changes if isinstance(each, Changed)]
    for each in told:
        if each.frame is None:
            del shown[each.onderdeel, each.side, each.number]
        else:
            shown[each.onderdeel, each.side, each.number] = each.frame
    assert isinstance(last, Looked)
    return told, last


def agrees(place: Path, options: Options, shown: Shown, last: Looked) -> bool:
    """Tell whether a kit from nothing is the same, frame for frame and page for page; or fails in the same words."""
    plain = from_nothing(place, options)
    if isinstance(plain, list):
        return last.built is None and list(map(str, last.mistakes)) == plain
    assert last.built is not None, last.mistakes
    warnings = list(map(str, last.built.warnings)) == list(map(str, plain.warnings))
    return warnings and sides(plain) == shown and pages(last.built) == pages(plain)


def edits(text: str, chance: random.Random) -> Iterator[str]:
    """Yield the casus with one thing after another changed: words, letters, lines, and a text that fits nowhere."""
    lines = text.splitlines()
    places = [number for number, line in enumerate(lines) if TEXT.match(line)]
    assert len(places) > 5
    for how in chance.sample(("word", "letter", "shorter", "line", "gone", "long", "back"), 4):
        number = chance.choice(places)
        found = TEXT.match(lines[number])
        assert found is not None
        words = found["text"].split(" ")
        changed = list(lines)
        match how:
            case "word":
                changed[number] = f"{found['before']}{' '.join([*words[:-1], 'heel', words[-1]])}"
            case "letter":
                changed[number] = re.sub("[aeiou]", "oe", lines[number][::-1], count=1)[::-1]
            case "shorter":
                changed[number] = f"{found['before']}{' '.join(words[: max(1, len(words) - 3)])}"
            case "line":
                changed.insert(0, "# Een regel erbij.")
            case "gone":
                changed[number] = f"{found['before']}"
            case "long":
                changed[number] += " en nog veel langer dan er ooit op een kaart of blad kan staan" * 8
        yield "\n".join(changed) + "\n"


@pytest.mark.long
@pytest.mark.parametrize("casus", CASUSSEN)
def test_after_any_change_all_is_as_in_a_kit_from_nothing(casus: str, tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT / "decks" / casus, tmp_path / "casus"))
    live, shown = Live(place, "casus.yaml", OPTIONS), Shown()
    first = followed(live, shown)[1]
    assert agrees(place, OPTIONS, shown, first)
    for text in edits(text_of(place), random.Random(casus)):
        write(place, text)
        assert agrees(place, OPTIONS, shown, followed(live, shown)[1])


def test_a_change_that_nobody_looked_at_is_not_shown(tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", tmp_path / "casus"))
    live, shown = Live(place, "casus.yaml", SOME), Shown()
    looked = followed(live, shown)[1]
    retitle(place, 0, "Nu")
    assert not agrees(place, SOME, shown, looked)


# What their makers had beside their casus: layouts that extend, replace and use those of the program.
MADE = ROOT / "tests" / "made_before"
LETTERS = {"gewoon": "gewoon", "vet": "vet", "halfvet": "halfvet", "cursief": "cursief", "vet-cursief": "vet_cursief"}


@pytest.mark.long
@pytest.mark.parametrize("name", ["alles", "opmaak"])
def test_layouts_of_an_author_are_followed_as_well(name: str, tmp_path: Path) -> None:
    place = Path(shutil.copytree(MADE / name, tmp_path / "casus"))
    if name == "alles":
        for file, face in LETTERS.items():
            shutil.copy(font_files()[face], place / f"letter-{file}.ttf")
    options = replace(OPTIONS, large_print=True)
    if name == "opmaak":
        options = replace(OPTIONS, first_layouts=(place / "huis",), last_layouts=(place / "werkmap" / "layouts",))
    live, shown = Live(place, "casus.yaml", options), Shown()
    assert agrees(place, options, shown, followed(live, shown)[1])
    for text in edits(text_of(place), random.Random(name)):
        write(place, text)
        assert agrees(place, options, shown, followed(live, shown)[1])


CARD = '<card w="95mm" h="134mm" title="{{ naam }}"><text x="9mm" y="9mm" w="70mm" style="tekst">%s</text></card>'


def test_a_layout_a_style_and_a_picture_are_seen_however_they_are_changed(tmp_path: Path) -> None:
    place = Path(shutil.copytree(MADE / "alles", tmp_path / "casus"))
    for file, face in LETTERS.items():
        shutil.copy(font_files()[face], place / f"letter-{file}.ttf")
    live, shown = Live(place, "casus.yaml", SOME), Shown()
    followed(live, shown)
    before = set(shown)
    own = place / "layouts" / "opgavekaart.xml.j2"
    logo = (place / "logo.svg").read_text(encoding="utf-8")
    for change in (
        lambda: own.write_text(CARD % "{{ kaart.titel }}: {{ casus.gemeente }}", encoding="utf-8"),
        lambda: own.write_text(CARD % "{{ kaart.vraag }}. {{ casus.gemeente }}", encoding="utf-8"),
        lambda: own.write_text(CARD % "{{ kaarten.opgaven|length }} {{ casus.opgaven }}", encoding="utf-8"),
        lambda: own.unlink(),
        lambda: (place / "stijl.yaml").write_text("breidt_uit: standaard\nkleuren: {rol: '#005c2f'}\n"),
        lambda: (place / "logo.svg").write_text(logo.replace("<path", "<path opacity='0.9'", 1), encoding="utf-8"),
        lambda: write(place, text_of(place).replace("titel: ", "titel: Nu ", 1)),
    ):
        change()
        assert agrees(place, SOME, shown, followed(live, shown)[1])
    assert set(shown) == before


def test_what_was_changed_itself_comes_first(tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", tmp_path / "casus"))
    live, shown = Live(place, "casus.yaml", OPTIONS), Shown()
    followed(live, shown)
    retitle(place, 2, "Nu")
    told, _ = followed(live, shown)
    assert (told[0].onderdeel, told[0].side, told[0].number) == ("opgavekaarten", "voor", 2)
    assert {each.onderdeel for each in told} >= {"opgavekaarten", "draaiboek", "kaartenoverzicht"}
    assert not [each for each in told if each.onderdeel == "opgavekaarten" and each.number != 2]
    assert followed(live, shown)[0] == []


def test_who_stops_halfway_gets_the_rest_the_next_time(tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", tmp_path / "casus"))
    live, shown = Live(place, "casus.yaml", OPTIONS), Shown()
    followed(live, shown)
    for word in ("Nu", "Hier"):
        retitle(place, 0, word)
        first = next(live.look())
        assert isinstance(first, Changed)
        assert first.frame is not None
        shown[first.onderdeel, first.side, first.number] = first.frame
    assert agrees(place, OPTIONS, shown, followed(live, shown)[1])


def test_a_mistake_is_named_where_it_stands_now_and_the_rest_goes_on(tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", tmp_path / "casus"))
    right = text_of(place)
    live, shown = Live(place, "casus.yaml", OPTIONS), Shown()
    followed(live, shown)
    before = dict(shown)
    title = str(load(place, "casus.yaml").casus.opgaven[2].titel)
    long = right.replace(title, f"{title} {'die nooit op een kaart past, ' * 20}", 1)
    line = next(number for number, each in enumerate(long.splitlines(), 1) if "nooit op een kaart" in each)
    for text, at in ((long, line), (f"# Eén regel erboven.\n{long}", line + 1)):
        write(place, text)
        told, looked = followed(live, shown)
        assert {problem.source.line for problem in looked.mistakes if problem.source} == {at}
        assert all(each.onderdeel != "opgavekaarten" for each in told)
        assert agrees(place, OPTIONS, shown, looked)
    write(place, "titel: [")
    told, looked = followed(live, shown)
    assert (told, looked.built) == ([], None)
    write(place, right)
    _, looked = followed(live, shown)
    assert agrees(place, OPTIONS, shown, looked)
    assert shown == before


def test_a_text_that_is_not_written_is_looked_at_as_if_it_were(tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", tmp_path / "casus"))
    right = text_of(place)
    title = str(load(place, "casus.yaml").casus.opgaven[2].titel)
    typed = right.replace(title, f"Nu {title}", 1)
    live, shown = Live(place, "casus.yaml", OPTIONS), Shown()
    followed(live, shown)
    before = dict(shown)
    *changes, last = live.look(typed.encode())
    shown |= {(each.onderdeel, each.side, each.number): each.frame for each in changes if isinstance(each, Changed)}
    assert text_of(place) == right
    write(place, typed)
    assert isinstance(last, Looked)
    assert agrees(place, OPTIONS, shown, last)
    write(place, right)
    followed(live, shown)
    assert shown == before


def test_it_is_told_what_would_fit_and_how_it_would_look_if_not(tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT / "decks" / "zutphen-dementie", tmp_path / "casus"))
    right = text_of(place)
    felt = str(load(place, "casus.yaml").casus.opgaven[0].merkt)
    live, shown = Live(place, "casus.yaml", OPTIONS), Shown()
    followed(live, shown)
    long = right.replace(felt, " ".join([felt] * 9), 1).encode()
    assert live.fits(right.encode(), "opgavekaarten")
    assert not live.fits(long, "opgavekaarten")
    assert live.fits(long, "rolkaarten"), "what is not on a card does it no harm"
    assert not live.fits(b"titel: [", "rolkaarten")
    frame = live.anyhow(long, "opgavekaarten", "voor", 0)
    assert frame is not None
    assert frame.size == shown["opgavekaarten", "voor", 0].size
    said = " ".join("".join(run.text for run in frame.texts()).split())
    assert said.replace("\N{SOFT HYPHEN}", "").count("dossier") == 9
    assert live.anyhow(long, "opgavekaarten", "voor", 99) is None
    assert live.anyhow(long, "spelregels", "bladzijde", 0) is None
    assert live.anyhow(b"titel: [", "opgavekaarten", "voor", 0) is None
    assert followed(live, shown)[0] == [], "nothing of it is shown"
