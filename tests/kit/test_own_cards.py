"""A new kind of card is one layout and one entry: shown with a layout and a casus that are not bundled."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from speelveld.build.pipeline import Built, build, load
from speelveld.build.writing import print_pdf
from speelveld.errors import AuthorError, KitError
from speelveld.options import Options
from tests.makers.kits import ROOT, make_kit

LAYOUT = """
<card w="70mm" h="120mm" title="{{ naam }}">
  <rect x="4mm" y="4mm" w="62mm" h="9mm" fill="opgave"/>
  <h2 x="6mm" y="18mm" w="58mm" style="kaartkop-klein">{{ kaart.titel }}</h2>
  <stack x="6mm" y="46mm" w="58mm" h="64mm" gap="2mm">
    {% for punt in kaart.punten %}<text style="tekst">{{ loop.index }}. {{ punt }}</text>{% endfor %}
    {% if kaart.slot is defined %}<text style="tekst-vet">{{ kaart.slot }}</text>{% endif %}
  </stack>
</card>
"""
CARDS = """
kaartsoorten:
  - naam: buurtkaarten
    layout: buurtkaart.xml.j2
    keerzijde: buurt-achter.xml.j2
    formaat: 70 mm x 120 mm
    kaarten:
      - titel: De hoek van de straat
        punten: [Wie komt hier?, "Wat mist u: een bank, een boom?"]
        slot: Vraag het aan **drie** buren & hun _kinderen_ <vandaag>.
      - titel: Het gegevensbeschermingseffectbeoordelingsbureau
        punten: [Klopt dit?]
"""
BACK = """
<card w="70mm" h="120mm" title="Achterkant">
  <text x="10mm" y="55mm" w="50mm" align="center" style="kaartkop">Buurt</text>
</card>
"""


@pytest.fixture
def own(new_casus: Path) -> Path:
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(CARDS)
    (new_casus / "layouts").mkdir()
    (new_casus / "layouts" / "buurtkaart.xml.j2").write_text(LAYOUT, encoding="utf-8")
    (new_casus / "buurt-achter.xml.j2").write_text(BACK, encoding="utf-8")
    return new_casus


def made(folder: Path, *names: str) -> Built:
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=names, previews=False)
    return build(load(folder, "casus.yaml"), options, lambda _: None)


def test_own_cards_are_set_imposed_and_backed(own: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    built = made(own, "buurtkaarten")
    (print_,) = built.prints
    (part,) = print_.parts
    assert (part.naam, part.cards, part.sheets, len(print_.pages)) == ("buurtkaarten", 2, 1, 2)
    pdf = tmp_path / "kaarten.pdf"
    pdf.write_bytes(print_pdf(built, print_, Options(datetime(2026, 1, 1, tzinfo=UTC))))
    text = subprocess.run(
        [tool("pdftotext"), "-raw", pdf, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    one_line = text.replace("\n", " ")
    for said in ("De hoek van de straat", "1. Wie komt hier?", "drie buren & hun kinderen <vandaag>.", "Buurt"):
        assert said in one_line
    assert "**" not in text
    whole = text.replace("\N{SOFT HYPHEN}\n", "").replace("\n", " ")
    assert "Het gegevensbeschermingseffectbeoordelingsbureau" in whole


def test_an_own_card_that_does_not_fit_names_its_text(own: Path) -> None:
    path = own / "casus.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("punten: [Klopt dit?]", "punten: [" + "Klopt dit echt? " * 60 + "]"),
        encoding="utf-8",
    )
    with pytest.raises(AuthorError) as caught:
        made(own, "buurtkaarten")
    (problem,) = caught.value.problems
    assert "mm te lang" in problem.message
    assert "'punten'" in problem.message
    assert problem.source is not None
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[problem.source.line - 1].strip().startswith("punten: [Klopt dit echt?")


def test_a_key_the_card_does_not_have_is_named_with_the_line_of_the_layout(own: Path) -> None:
    path = own / "layouts" / "buurtkaart.xml.j2"
    path.write_text(path.read_text(encoding="utf-8").replace("kaart.titel", "kaart.kop"), encoding="utf-8")
    with pytest.raises(KitError) as caught:
        made(own, "buurtkaarten")
    (problem,) = caught.value.problems
    assert "'kop'" in problem.message
    assert problem.source is not None
    assert (Path(problem.source.name).name, problem.source.line) == ("buurtkaart.xml.j2", 4)


@pytest.mark.parametrize("folder", ["layouts", "layouts/kaarten", "."])
@pytest.mark.parametrize("extended", ["standaard/opgavekaart.xml.j2", "standaard/kaarten/opgavekaart.xml.j2"])
def test_an_own_layout_may_extend_the_bundled_one(new_casus: Path, folder: str, extended: str) -> None:
    own = new_casus / folder / "opgavekaart.xml.j2"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(f'{{% extends "{extended}" %}}', encoding="utf-8")
    built = made(new_casus, "opgavekaarten")
    bundled = ROOT / "layouts" / "kaarten" / "opgavekaart.xml.j2"
    assert [file.path for file in built.layouts if file.path.name == "opgavekaart.xml.j2"] == [own, bundled]


def test_cards_without_a_back_keep_the_next_front_off_their_back(own: Path) -> None:
    path = own / "casus.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("    keerzijde: buurt-achter.xml.j2\n", ""), encoding="utf-8"
    )
    (print_,) = made(own, "opgavekaarten", "buurtkaarten").prints
    assert [page.back for page in print_.pages] == [False, True] * (len(print_.pages) // 2)
    assert [part.naam for part in print_.parts] == ["opgavekaarten", "buurtkaarten"]
    assert print_.parts[1].pages[1].laid == ()


def test_a_kind_of_card_cannot_have_the_name_of_another_component(own: Path) -> None:
    text = (own / "casus.yaml").read_text(encoding="utf-8").replace("naam: buurtkaarten", "naam: wat-als")
    (own / "casus.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(AuthorError, match=r"casus.yaml:\d+:\d+: er is al een onderdeel 'wat-als'"):
        made(own)


@pytest.mark.parametrize("profile", ["kantoor", "web"])
def test_a_kind_of_which_all_cards_are_left_out_is_in_no_file(new_casus: Path, profile: str) -> None:
    deck = yaml.safe_load((ROOT / "decks" / "basis" / "rollen.yaml").read_text(encoding="utf-8"))
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(f"weglaten: [{', '.join(rol['id'] for rol in deck['rollen'])}]\n")
    files = make_kit(new_casus, only=("tentkaarten", "geldfiches"), profiles=(profile,))
    assert [part for one in files for part in one.parts] == ["geldfiches"]
    assert make_kit(new_casus, only=("tentkaarten",), profiles=(profile,)) == []
