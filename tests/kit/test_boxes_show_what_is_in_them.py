"""A box is known from every side: by the colour of its kind, its name on each spine, and what is in it on its back."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import yaml
from PIL import Image

from speelveld.build.pipeline import build, load
from speelveld.build.writing import print_pdf
from speelveld.options import Options
from speelveld.typeset.frame import Frame, Group, TextRun
from tests.oracles.places import in_order
from tests.oracles.sheet_words import letters

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False, only=("doosjes",))
DPI = 72
KINDS = ("opgave", "rol", "kans", "uitdaging", "aanpak")
# On A4, in mm: how wide and high a face is, as a large card lies on its long side and a small one too, with 1 mm play.
FACES = {"opgave": (135, 96), "rol": (135, 96), "kans": (135, 96), "uitdaging": (135, 96), "aanpak": (96, 68)}
TUCK = 15


@cache
def kit(casus: str) -> tuple[list[Frame], bytes]:
    built = build(load(ROOT / "decks" / casus, casus), OPTIONS, lambda _: None)
    (print_,) = built.prints
    return [page.laid[0].frame for page in print_.pages], print_pdf(built, print_, OPTIONS)


def pictures(casus: str) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(kit(casus)[1]) as document:
        for page in document:
            yield page.render(scale=DPI / 72).to_pil().convert("RGB")


def colors() -> dict[str, tuple[int, int, int]]:
    theme = yaml.safe_load((ROOT / "layouts" / "stijl.yaml").read_text(encoding="utf-8"))
    values = {kind: theme["kleuren"][kind]["rgb"] for kind in KINDS}
    return {kind: (int(v[1:3], 16), int(v[3:5], 16), int(v[5:7], 16)) for kind, v in values.items()}


def share(picture: Image.Image, box: tuple[float, float, float, float], color: tuple[int, int, int]) -> float:
    """Return how much of a box in mm has a colour."""
    left, top, right, bottom = (round(mm * DPI / 25.4) for mm in box)
    part = picture.crop((left, top, right, bottom))
    near = [
        count
        for count, found in part.getcolors(part.width * part.height) or []
        if isinstance(found, tuple) and max(abs(a - b) for a, b in zip(found, color, strict=True)) < 12
    ]
    return sum(near) / (part.width * part.height)


def faces(picture: Image.Image, kind: str) -> dict[str, tuple[float, float, float, float]]:
    """Return where each face lies, from how high the net is: lid and bottom take what the faces leave."""
    wide, high = FACES[kind]
    rows = [y for y in range(picture.height) if picture.getpixel((picture.width // 3, y)) != (255, 255, 255)]
    top = min(y for y in rows if y > 20 / 25.4 * DPI) * 25.4 / DPI
    depth = (max(rows) * 25.4 / DPI - top - TUCK - 2 * high) / 2
    left = (210 - wide) / 2
    lid, back = top + TUCK, top + TUCK + depth
    bottom, front = back + high, back + high + depth
    return {
        "lid": (left, lid, left + wide, back),
        "back": (left, back, left + wide, bottom),
        "bottom": (left, bottom, left + wide, front),
        "front": (left, front, left + wide, front + high),
        "left": (left - depth, back, left, bottom),
        "right": (left + wide, back, left + wide + depth, bottom),
    }


@pytest.mark.parametrize("casus", ["zutphen-dementie", "nieuw"])
def test_every_face_has_the_colour_of_the_kind(casus: str) -> None:
    for kind, picture in zip(KINDS, pictures(casus), strict=True):
        for name, box in faces(picture, kind).items():
            # A white plate on the back holds the words; a street stands on the front.
            least = 0.12 if name == "back" else 0.6
            inside = (box[0] + 0.6, box[1] + 0.6, box[2] - 0.6, box[3] - 0.6)
            assert (casus, kind, name, share(picture, inside, colors()[kind])) > (casus, kind, name, least)


def test_the_measurement_sees_a_white_face() -> None:
    white = Image.new("RGB", (595, 842), "white")
    assert share(white, (10, 10, 50, 50), colors()["rol"]) == 0
    white.paste(colors()["rol"], (0, 0, 300, 842))
    assert share(white, (10, 10, 50, 50), colors()["rol"]) == 1


def runs(items: object) -> Iterator[TextRun]:
    for item in items:  # type: ignore[attr-defined]
        if isinstance(item, TextRun):
            yield item
        elif isinstance(item, Group):
            yield from runs(item.items)


@pytest.mark.parametrize("casus", ["zutphen-dementie", "nieuw", "eenzaamheid"])
def test_every_box_has_its_name_on_its_front_and_on_four_spines(casus: str) -> None:
    frames, _ = kit(casus)
    for frame in frames:
        name = frame.title.removeprefix("Doosje voor ")
        said = [run.text.strip() for run in runs(frame.items)]
        assert said.count(name.capitalize()) == 1
        assert sum(text.endswith(f"· {name.capitalize()}") for text in said) == 4
        assert max(runs(frame.items), key=lambda run: run.size).text.strip() in (name.capitalize(), *"ORKUA")


@pytest.mark.parametrize("casus", ["zutphen-dementie", "amsterdam-subsidies"])
def test_the_back_says_what_is_in_it(casus: str) -> None:
    frames, _ = kit(casus)
    loaded = yaml.safe_load((ROOT / "decks" / casus / "casus.yaml").read_text(encoding="utf-8"))
    told = {}
    for frame in frames:
        said = " ".join(run.text.strip() for run in runs(frame.items))
        cards = re.search(r"(\d+) kaarten: ([A-Z])1–\2(\d+)\.", said)
        blank = re.search(r"(\d+) lege kaart", said)
        whole = re.search(r"(\d+) kaarten(?! ?:)", said)
        assert cards is not None
        assert whole is not None
        assert cards[1] == cards[3]
        assert int(whole[1]) == int(cards[1]) + (int(blank[1]) if blank else 0)
        assert "Fase" in said
        told[cards[2]] = (int(cards[1]), said)
    assert set(told) == set("ORKUA")
    assert told["O"][0] == len(loaded["opgaven"])
    for number, opgave in enumerate(loaded["opgaven"], 1):
        assert re.sub(r"\s", "", f"O{number}{opgave['titel']}") in re.sub(r"[\s\u00ad]", "", told["O"][1])
    for group in ("Inwoners", "Ondernemers", "Beroepskrachten", "Vrijwilligers", "Gemeente"):
        assert f"{group}: R" in told["R"][1]


@pytest.mark.parametrize("casus", ["zutphen-dementie", "veilige-schoolomgeving"])
def test_every_box_has_the_name_of_the_game_and_of_the_casus(casus: str) -> None:
    frames, _ = kit(casus)
    titel = yaml.safe_load((ROOT / "decks" / casus / "casus.yaml").read_text(encoding="utf-8"))["titel"]
    assert len(frames) == 5
    for frame in frames:
        said = " ".join(" ".join(run.text.strip() for run in runs(frame.items)).split())
        assert "Speelveld" in said, frame.title
        assert titel in said, frame.title


# Words of a usual length, and two of 40 and more: a gemeente writes both.
PLAIN = "Wonen en zorg voor oudere inwoners in de kernen en het buitengebied van onze gemeente, nu en over tien jaar"
LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijen en persoonlijkheidsstoornissen"


@pytest.mark.parametrize("title", [*(PLAIN[:end].strip() for end in (49, 61, 67, 80, 107)), LONG])
def test_a_box_holds_the_name_of_every_casus_or_that_of_its_gemeente(title: str, new_casus: Path) -> None:
    """It is an extra: it never stops a kit."""
    text = (new_casus / "casus.yaml").read_text(encoding="utf-8")
    (new_casus / "casus.yaml").write_text(text.replace("Veilig naar school", title, 1), encoding="utf-8")
    (print_,) = build(load(new_casus, "casus"), OPTIONS, lambda _: None).prints
    for page in print_.pages:
        said = "".join(run.text for run in runs(page.laid[0].frame.items)).replace(" ", "").replace("\u00ad", "")
        assert title.replace(" ", "") in said or "Speelveld" + "Voorbeeldstad" in said


def nearest_fold(pdf: bytes, page: int) -> float:
    """Return how close in mm a letter of a box comes to a line that is drawn beside, above or below it."""
    folds = [one.box for one in in_order(pdf, page) if one.kind == "line" and one.box.width + one.box.height > 20]
    least = 99.0
    for letter in letters(pdf, page):
        box = letter.box
        if letter.text in " ·" or box.bottom < RULER:
            continue
        for fold in folds:
            if fold.width > fold.height and fold.left < box.left and box.right < fold.right:
                least = min(least, max(fold.top - box.bottom, box.top - fold.top))
            elif fold.height > fold.width and fold.top < box.top and box.bottom < fold.bottom:
                least = min(least, max(fold.left - box.right, box.left - fold.left))
    return least


# Below the words and the ruler above the net, in mm.
RULER = 20


@pytest.mark.parametrize("casus", ["zutphen-dementie", "nieuw"])
def test_no_letter_on_a_spine_comes_near_a_fold(casus: str) -> None:
    frames, pdf = kit(casus)
    assert min(nearest_fold(pdf, page) for page in range(len(frames))) > 0.7


@pytest.mark.parametrize(
    "title", ["Samen", "Samen gezond en veilig oud worden in de dorpen en buurtschappen van de streek"]
)
def test_every_box_names_the_gemeente_and_all_fronts_say_the_same(title: str, tmp_path: Path) -> None:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    (tmp_path / "casus.yaml").write_text(text.replace("titel: Veilig naar school", f"titel: {title}"), encoding="utf-8")
    (print_,) = build(load(tmp_path, "casus.yaml"), OPTIONS, lambda _: None).prints
    said = [" ".join(run.text.strip() for run in page.laid[0].frame.texts()) for page in print_.pages]
    assert len(said) >= 5
    assert all(re.search("[Gg]emeente Voorbeeldstad", text) for text in said)
    fronts = {re.search(r"Speelveld (\S+)", text)[1] for text in said}  # type: ignore[index]
    assert fronts == {"Samen" if title == "Samen" else "Voorbeeldstad"}
