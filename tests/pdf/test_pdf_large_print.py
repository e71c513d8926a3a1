"""Cards in large print: no letter under 18 points, the sources on a list beside them, on paper and for the web."""

import re
from pathlib import Path

import pytest
import yaml

from tests.makers.kits import ROOT, make_kit
from tests.oracles.heard import heard
from tests.oracles.lettersizes import letters
from tests.oracles.spoken import poor
from tests.oracles.tagtree import faults

pytestmark = pytest.mark.slow

CARDS = ("opgavekaarten", "rolkaarten", "kanskaarten", "uitdagingkaarten", "aanpakkaarten")
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
LEAST = 18.0


def large(folder: Path, *only: str) -> dict[str, bytes]:
    made = make_kit(folder, ("kantoor", "web"), only=only or (*CARDS, "bronnen"), large_print=True)
    return {one.name: one.pdf for one in made}


@pytest.fixture(scope="module", params=CASUSSEN)
def kit(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return large(ROOT / "decks" / request.param)


def test_no_letter_is_smaller_than_eighteen_points(kit: dict[str, bytes]) -> None:
    # On sheets to cut, the words in the margins are for who cuts: they are cut off.
    for name in ("web/kaarten-grootletter.pdf", "web/bronnen.pdf"):
        assert min(found.size for found in letters(kit[name])) >= LEAST, name
    sheets = letters(kit["kantoor/2-kaarten-grootletter-a4.pdf"])
    assert min(found.size for found in sheets if found.enlarged) >= LEAST
    assert {found.size for found in sheets if not found.enlarged} == {9.0}


def test_usual_cards_keep_their_sources_and_small_letters(kit: dict[str, bytes]) -> None:
    usual = heard(kit["web/kaarten.pdf"]).words
    assert "Gemaakt naar: " in usual
    assert "Gemaakt naar: " not in heard(kit["web/kaarten-grootletter.pdf"]).words


def test_the_list_holds_every_source_that_a_card_has(kit: dict[str, bytes]) -> None:
    said = " ".join(heard(kit["web/bronnen.pdf"]).words.split())
    cards = heard(kit["web/kaarten.pdf"])
    sources = [
        re.sub(r"^(Gemaakt naar|Bron): ", "", part.words.strip())
        for part in cards.all("P")
        if re.match(r"(Gemaakt naar|Bron): ", part.words)
    ]
    assert len(sources) > 60
    for source in sources:
        assert " ".join(source.split()) in said


def test_large_cards_for_the_web_are_read_as_the_usual_ones(kit: dict[str, bytes]) -> None:
    pdf = kit["web/kaarten-grootletter.pdf"]
    assert faults(pdf) == []
    assert poor(pdf) == []

    def titles(name: str) -> list[str]:
        return [head.words for head in heard(kit[name]).all("H3")]

    assert titles("web/kaarten-grootletter.pdf") == titles("web/kaarten.pdf")


def test_without_large_print_there_is_no_list(new_casus: Path) -> None:
    made = make_kit(new_casus, ("kantoor", "web"))
    assert not [one.name for one in made if "bronnen" in one.name or "grootletter" in one.name]


def test_one_kind_of_card_has_its_own_large_file(new_casus: Path) -> None:
    assert set(large(new_casus, "opgavekaarten")) == {
        "kantoor/1-kaarten-a4.pdf",
        "kantoor/2-kaarten-grootletter-a4.pdf",
        "web/opgavekaarten.pdf",
        "web/opgavekaarten-grootletter.pdf",
    }


def test_a_kit_of_one_s_own_without_the_list_keeps_sources_on_its_cards(new_casus: Path) -> None:
    kit = yaml.safe_load((ROOT / "layouts" / "kit.yaml").read_text(encoding="utf-8"))
    for key in ("onderdelen", "opdrachten"):
        kit[key] = [each for each in kit[key] if each["naam"] != "bronnen"]
    (new_casus / "kit.yaml").write_text(yaml.safe_dump(kit, allow_unicode=True), encoding="utf-8")
    made = large(new_casus, "rolkaarten")
    assert "Gemaakt naar: " in heard(made["web/rolkaarten-grootletter.pdf"]).words


def test_the_look_at_sizes_can_fail(new_casus: Path) -> None:
    made = large(new_casus, "rolkaarten")
    assert min(found.size for found in letters(made["web/rolkaarten.pdf"])) < LEAST
