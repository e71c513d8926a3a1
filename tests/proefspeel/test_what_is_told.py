"""What a trial tells: which card or number is wrong, on which side, how far, and the one thing to do about it."""

from dataclasses import replace
from functools import cache

import pytest

from speelveld.proefspeel.bands import Band
from speelveld.proefspeel.knob import Knop
from speelveld.proefspeel.numbers import percent, points, range_words
from speelveld.proefspeel.own import EigenKaart, Verstoring
from speelveld.proefspeel.tally import Kaartgebruik, Uitslag
from speelveld.proefspeel.text import report
from speelveld.proefspeel.told import told
from speelveld.proefspeel.trial import Trial, run_trial
from speelveld.proefspeel.words import advice, conclusion, remarks
from tests.proefspeel.worlds import standard

pytestmark = pytest.mark.slow

BAND = Band(0.6, 0.8, "te moeilijk", "te makkelijk")


@cache
def played() -> Trial:
    return run_trial(lambda _: standard(120, "nieuw"), 1000, 2026, lambda _: None)


def with_samen(trial: Trial, **changed: object) -> Trial:
    """Return a trial in which samen came out otherwise."""
    samen: Uitslag = replace(trial.teams["samen"], **changed)  # type: ignore[arg-type]
    return replace(trial, teams={**trial.teams, "samen": samen})


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(trial: Trial) -> list[str]:
    return [plain(sentence) for sentence in remarks(trial)]


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.5, "50 %"),
        (0.594, "59 %"),
        (0.596, "59,6 %"),
        (0.5996, "59,96 %"),
        (0.6, "60 %"),
        (0.604, "60 %"),
        (0.796, "80 %"),
        (0.8, "80 %"),
        (0.804, "80,4 %"),
        (0.8004, "80,04 %"),
        (0.806, "81 %"),
    ],
)
def test_a_share_outside_its_band_never_reads_as_if_it_lay_inside(share: float, shown: str) -> None:
    assert plain(percent(share, BAND)) == shown


def test_without_a_band_a_share_is_whole() -> None:
    assert [plain(percent(share)) for share in (0, 0.004, 0.596, 0.996, 1)] == ["0 %", "<1 %", "60 %", ">99 %", "100 %"]


@pytest.mark.parametrize(
    ("change", "shown"), [(-0.1, "−10"), (-0.096, "−9,6"), (-0.104, "−10"), (0.02, "+2"), (0, "0"), (0.004, "0")]
)
def test_a_loss_that_is_just_too_small_shows_it(change: float, shown: str) -> None:
    # A group without which a team does at least ten points worse, counts enough.
    assert points(change, Band(-1, -0.1)) == shown


def test_a_band_is_told_with_the_ends_it_has() -> None:
    assert plain(range_words(0.6, 0.8)) == "60 % tot 80 %"
    assert plain(range_words(7 / 32, 20 / 32)) == "21,9 % tot 62,5 %"
    assert plain(range_words(0.8, 1)) == "ten minste 80 %"
    assert plain(range_words(0, 0.05)) == "hoogstens 5 %"


def some_aanpakken(*first: Kaartgebruik) -> tuple[Kaartgebruik, ...]:
    rest = played().teams["samen"].aanpakken[len(first) :]
    return (*first, *(replace(use, deel=0.2) for use in rest))


def test_a_card_taken_too_often_and_one_taken_too_seldom_are_told_apart() -> None:
    both = some_aanpakken(Kaartgebruik("a", "Vaak", 0.68, eigen=True), Kaartgebruik("b", "Zelden", 0.0472))
    assert said(with_samen(played(), aanpakken=both)) == [
        "Aanpak in de route, te vaak gekozen: Vaak (68 %). Laat uw eigen kaart meer kosten, of minder brengen. "
        "Te weinig gekozen: Zelden (4,7 %). Goed is 5 % tot 60 %.",
        "Een standaardkaart kunt u laten zoals hij is, vervangen of weglaten.",
    ]


def test_an_own_card_that_hardly_anyone_takes_must_cost_less() -> None:
    (sentence,) = said(with_samen(played(), aanpakken=some_aanpakken(Kaartgebruik("a", "Zelden", 0.02, eigen=True))))
    assert "te weinig gekozen: Zelden (2 %). Laat uw eigen kaart minder kosten, of meer brengen." in sentence


def test_the_number_of_a_card_that_is_outside_has_a_word_beside_it_in_the_list_and_in_the_data() -> None:
    trial = with_samen(played(), aanpakken=some_aanpakken(Kaartgebruik("b", "Zelden", 0.0472)))
    assert "Zelden 4,7 (te weinig gekozen)" in " ".join(report(trial, "x").split())
    first, second = told(trial)["teams"]["samen"]["aanpakken"][:2]
    assert (plain(first["toont"]), first["oordeel"]) == ("4,7 %", "te weinig gekozen")
    assert second["oordeel"] == "goed"


@pytest.mark.parametrize(
    ("share", "many", "remedy"),
    [
        (0.5, "de regel wint te vaak", "Laat op een eigen kaart de mogelijkheid minder kosten, of de regel minder"),
        (0.86, "te weinig keus", "Laat op een eigen kaart de mogelijkheid meer kosten, of de regel meer"),
    ],
)
def test_rules_that_win_too_often_or_never_are_named_with_what_to_do(share: float, many: str, remedy: str) -> None:
    samen = played().teams["samen"]
    kansen = tuple(replace(use, gekozen=share, eigen=number == 3) for number, use in enumerate(samen.kansen))
    uitdagingen = tuple(replace(use, gekozen=share) for use in samen.uitdagingen)
    sentence, standard_cards = said(with_samen(played(), kansen=kansen, uitdagingen=uitdagingen))
    assert f"{many}. Goed is 21,9 % tot 62,5 %." in sentence
    # The one that its author can change comes first, and not all of the others are named.
    shown = f"{round(100 * share)} %"
    assert f"De mogelijkheid kiest men zo vaak: {samen.kansen[3].naam} ({shown}), " in sentence
    assert f"en nog {len(samen.kansen) + len(samen.uitdagingen) - 5}." in sentence
    assert remedy in sentence
    assert standard_cards.startswith("Een standaardkaart")


def test_a_casus_that_is_as_it_should_be_has_no_remarks() -> None:
    assert said(played()) == []
    assert conclusion(played()).endswith("U hoeft niets te veranderen.")


def test_where_help_is_refused_the_outcome_stands_beside_the_bands_with_a_sentence() -> None:
    trial = played()
    rows = plain(report(trial, "x")).splitlines()
    less = trial.varianten.geweigerd
    row = rows.index(next(line for line in rows if line.startswith("samen, 15 % kan niet")))
    assert rows[row - 1].startswith("samen ")
    assert rows[row].split()[-4:] == [*plain(percent(less.gehaald)).split(), *plain(percent(less.gedragen)).split()]
    assert rows[row + 1].startswith("Aan tafel kan een rol soms niet helpen")
    data = told(trial)["geweigerd"]
    assert (data["deel"], plain(data["toont"]["gehaald"])) == (0.15, plain(percent(less.gehaald)))
    assert "15 van de 100 keer" in plain(data["zin"])


KNOP = Knop("pad", 20, 21, 0.79, 0.71, 0.45, binnen=False, team="regels", maat="gehaald", was=0.604, wordt=0.502)
CARD = Verstoring((EigenKaart("kans", "k", "Feest"),), (True,), "regels", "gehaald", 0.604, 0.44)


def out_of_balance(knop: Knop | None, card: Verstoring | None) -> list[str]:
    trial = replace(with_samen(played(), gehaald=0.9), knop=knop, verstoring=card)
    return [plain(sentence) for sentence in advice(trial)]


def test_a_number_to_turn_is_explained_by_the_team_that_it_is_about() -> None:
    first, second = out_of_balance(KNOP, None)
    assert first == "Met een pad van 20 stappen haalt 60 % van de teams ‘volgens de regels’ het; met 21 is dat 50,2 %."
    assert second.startswith("Dat helpt, maar het is nog niet genoeg. Schrijf in uw casus onder ‘spel’: pad: 21, ")
    whole = replace(KNOP, binnen=True)
    assert out_of_balance(whole, None)[1] == "Schrijf in uw casus onder ‘spel’: pad: 21."


def test_a_number_that_mends_what_is_carried_says_so() -> None:
    first, _ = out_of_balance(replace(KNOP, team="samen", maat="gedragen", was=0.3, wordt=0.4), None)
    assert "is het bij 30 % van de teams ‘samen’ gehaald en gedragen; met 21 bij 40 %." in first


def test_of_two_things_to_change_only_one_is_to_be_done() -> None:
    sentences = out_of_balance(replace(KNOP, binnen=True), CARD)
    assert sentences[0] == "U kunt een kaart veranderen of een getal. Doe één van de twee, en speel dan opnieuw."
    assert any("Zonder uw kans ‘Feest’" in sentence for sentence in sentences)
    assert any("pad: 21" in sentence for sentence in sentences)
    # A number that does not mend it is no advice where cards are what is wrong.
    assert not any("pad: 21" in sentence for sentence in out_of_balance(KNOP, CARD))
    for alone in (out_of_balance(KNOP, None), out_of_balance(None, CARD), out_of_balance(None, None)):
        assert alone
        assert not any("één van de twee" in sentence for sentence in alone)
