"""What a spelleider relies on: reading fits its minutes, cards are found by their numbers, and papers agree."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from math import comb
from pathlib import Path
from statistics import mean

import pytest

from speelveld.build.pipeline import build, load
from speelveld.deck import choose_cards, practice_game
from speelveld.options import Options
from speelveld.typeset.frame import Frame

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(path.parent.name for path in (ROOT / "decks").glob("*/casus.yaml"))
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
WORDS_A_MINUTE = 130
# Taking up a card before it is read.
HANDLING = 2 / 60


def frames(folder: Path, options: Options = OPTIONS, *names: str) -> list[Frame]:
    built = build(load(folder, "casus.yaml"), replace(options, only=names), lambda _: None)
    return [laid.frame for print_ in built.prints for page in print_.pages for laid in page.laid]


def words(folder: Path, *names: str, options: Options = OPTIONS) -> str:
    found = frames(folder, options, *names)
    return " ".join(" ".join(run.text for frame in found for run in frame.texts()).replace("\u00ad ", "").split())


@cache
def draaiboek(casus: str) -> str:
    return words(ROOT / "decks" / casus, "draaiboek")


def with_length(folder: Path, casus: str, minutes: int) -> Path:
    path = folder / casus
    shutil.copytree(ROOT / "decks" / casus, path)
    file = path / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"duur: (?:120|90)", f"duur: {minutes}", text), encoding="utf-8")
    assert load(path, casus).rules.duur == minutes
    return path


# ── What is read aloud, is read within the minutes ──


HEARD = (
    "Lees wat vastligt en wie beslist",
    "Stel u voor in uw rol",
    "Zoek waar het schuurt",
    "Hoor de opgaven",
    "Hoor de aanpakken",
    "Hoor wie er open liggen",
)


def count(*texts: object) -> int:
    return sum(len(str(text).split()) for text in texts)


@pytest.mark.parametrize("minutes", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_what_a_table_hears_fits_the_minutes_of_its_step(casus: str, minutes: int, tmp_path: Path) -> None:
    folder = with_length(tmp_path, casus, minutes)
    loaded = load(folder, casus)
    cards, rules = choose_cards(loaded.casus, loaded.deck), loaded.rules
    text = words(folder, "draaiboek")
    given = {title: int(found[1]) for title in HEARD if (found := re.search(rf"(\d+) minu\w+ {title}", text))}
    kader = loaded.casus.kader
    # Which of these lie open is for chance: so many of the usual length.
    aanpakken = [count(aanpak.titel, aanpak.tekst) for aanpak in cards.aanpakken]
    rollen = [count(rol.naam, rol.brengt.split(". ")[0]) for rol in cards.rollen]
    figures = [count(cijfer.tekst) for cijfer in loaded.casus.cijfers]
    read: dict[str, list[float]] = {
        "Lees wat vastligt en wie beslist": [count(*kader.vast, kader.beslist), mean(figures)],
        "Stel u voor in uw rol": [mean(count(rol.naam, rol.wil) for rol in cards.rollen)] * rules.spelers_gewoon,
        "Hoor de opgaven": [count(opgave.titel, opgave.vraag) for opgave in cards.opgaven],
        "Hoor de aanpakken": [mean(aanpakken)] * rules.open_aanpakken,
        "Hoor wie er open liggen": [mean(rollen)] * rules.open_rollen,
    }
    read["Zoek waar het schuurt"] = read["Hoor de opgaven"]
    assert len(given) == 5
    for title, minutes_given in given.items():
        takes = sum(read[title]) / WORDS_A_MINUTE + HANDLING * len(read[title])
        assert (title, takes) <= (title, minutes_given)


@pytest.mark.parametrize("casus", CASUSSEN)
def test_nobody_is_asked_to_read_alone(casus: str) -> None:
    text = draaiboek(casus)
    assert "En één is leesmaatje" in text
    assert "Lees hem voor uzelf" not in text
    # Whoever sits before a card need not read it, and nobody is asked whether somebody should.
    assert "Het leesmaatje leest de titels en de vragen voor." in text
    assert "De voorlezer en het leesmaatje lezen om de beurt: de titel, en wat er gebeurt." in text
    assert "Wie ervoor zit" not in text
    assert "zal ik" not in text


# ── In this order: what is fixed first, costs before a choice ──


@pytest.mark.parametrize("casus", CASUSSEN)
def test_what_a_choice_costs_is_said_before_it(casus: str) -> None:
    text = draaiboek(casus)
    steps = (
        *("Lees wat vastligt en wie beslist", "Stel u voor in uw rol", "Draai de kaart om: twee lastige vragen"),
        *("vul aan tot 12", "Hoor de aanpakken", "Hoor wie er open liggen", "Zeg eerst wat het kost", "Kies 6 rollen"),
        *("Tel de groepen en het hart", "zo merkt … dat …", "Tel de stappen op"),
    )
    places = [text.index(step) for step in steps]
    assert places == sorted(places)
    cost = text[text.index("Zeg eerst wat het kost") : text.index("Kies 6 rollen")]
    assert "gaat steun 1 omlaag" in cost
    assert "brengt dan de helft" in cost
    assert "het hart van uw opgave" in cost


def test_the_sheet_of_the_casus_is_the_way_to_the_opgave(new_casus: Path) -> None:
    zutphen, amsterdam = draaiboek("zutphen-dementie"), draaiboek("amsterdam-subsidies")
    for text, sheet in ((zutphen, "verloopblad"), (amsterdam, "gebiedenblad")):
        assert "Zoek waar het schuurt" in text
        assert f"Het {sheet} ligt midden op tafel" in text
        assert not re.search(rf"(?:Hang|hangt)[^.]*{sheet}", text)
    room = words(ROOT / "decks" / "zutphen-dementie", "zaalopstelling")
    assert "Het verloopblad hangt niet aan de muur" in room
    assert "Hoor de opgaven" in words(new_casus, "draaiboek")


def test_the_pawn_is_moved_when_the_board_says() -> None:
    text = draaiboek("zutphen-dementie")
    moves = re.findall(r"Zet nu de pion op station (\w+)\.", text)
    assert moves == ["Opgave", "Dreamteam", "Route"]
    assert "Zet de pion van het pad op station Luisteren." in text


# ── Cards by their numbers ──


def printed(folder: Path, kind: str) -> dict[str, str]:
    """Return the number on each card of a kind, by what the card is called."""
    found = {}
    for frame in frames(folder, OPTIONS, kind):
        texts = [run.text.strip() for run in frame.texts()]
        number = next((text for text in texts if re.fullmatch(r"[A-Z]\d+", text)), "")
        if number:
            found[frame.title.strip()] = number
    return found


@pytest.mark.parametrize("casus", ["zutphen-dementie", "amsterdam-subsidies", "veilige-schoolomgeving"])
def test_the_draaiboek_calls_a_card_by_the_number_that_is_on_it(casus: str) -> None:
    folder = ROOT / "decks" / casus
    loaded = load(folder, casus)
    cards, text = choose_cards(loaded.casus, loaded.deck), draaiboek(casus)
    numbers = printed(folder, "rolkaarten")
    assert len(cards.genoemd) >= 10
    assert {rol.groep for rol in cards.genoemd} == set(loaded.rules.groepen)
    for rol in cards.genoemd:
        assert f"{numbers[str(rol.naam)]} {rol.naam}" in text
    for kind, own in (
        ("aanpakkaarten", loaded.casus.aanpakken),
        ("kanskaarten", loaded.casus.kansen),
        ("uitdagingkaarten", loaded.casus.uitdagingen),
    ):
        numbers = printed(folder, kind)
        assert own
        assert all(f"{numbers[str(card.titel)]} {card.titel}" in text for card in own)


@pytest.mark.parametrize("minutes", [120, 90])
def test_a_card_of_the_casus_comes_on_its_pile_as_the_rules_say(minutes: int, tmp_path: Path) -> None:
    folder = with_length(tmp_path, "zutphen-dementie", minutes)
    said = re.search(r"Leg de eigen kans (.*?) \(regel 3\)\.", words(folder, "draaiboek"))
    assert said is not None
    assert f"Leg K11 {said[1]}. Doe hetzelfde met U7." in words(folder, "spelregels")


# ── Let op ──


@pytest.mark.parametrize("paper", ["draaiboek", "openingstekst"])
def test_what_a_spelleider_must_know_comes_before_all_else(paper: str, new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    before = words(new_casus, paper)
    assert "Lees dit eerst" not in before
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nlet_op: Beloof geen hek. Vraag niemand naar het eigen kind.\n", encoding="utf-8")
    after = words(new_casus, paper)
    box = after.index("Lees dit eerst Beloof geen hek. Vraag niemand naar het eigen kind.")
    first = {"draaiboek": "Hoe zorgen we samen", "openingstekst": "Voor u. Lees dit rustig voor."}[paper]
    assert box < after.index(first)
    assert "." not in after[after.index("CC BY 4.0") + 9 : box]


def test_what_all_must_hear_is_in_the_text_that_is_read_and_in_the_last_words(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    opening, slot = "Over het ongeluk hoeft niemand te praten.", "De school heeft een nummer voor u."
    path.write_text(f"{text}\nopening: {opening}\nslot: {slot}\n", encoding="utf-8")
    heard = words(new_casus, "openingstekst")
    assert heard.index("Waarvoor we hier zijn") < heard.index(opening) < heard.index("Wat er met de uitkomst gebeurt")
    for paper in ("draaiboek", "nagesprek"):
        said = words(new_casus, paper)
        assert said.rindex("Dit gebeurt er met wat u schreef.") < said.index(slot)


@pytest.mark.parametrize("casus", [name for name in CASUSSEN if name != "nieuw"])
def test_every_casus_of_the_eight_says_at_the_beginning_what_nobody_need_tell(casus: str) -> None:
    folder = ROOT / "decks" / casus
    loaded = load(folder, casus).casus
    assert loaded.opening
    assert " ".join(loaded.opening.split()) in words(folder, "openingstekst")
    assert not re.search(r"[Zz]eg (?:aan het begin|vooraf|eerst)", loaded.let_op or "")
    if loaded.slot:
        assert loaded.slot in words(folder, "draaiboek")


# ── More tables ──


def test_a_later_end_is_printed_where_people_look(new_casus: Path) -> None:
    path = new_casus / "casus.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  duur: 120", '  duur: 120\n  tijd: "19:30"'), encoding="utf-8")
    four, six = (replace(OPTIONS, tables=tables) for tables in (4, 6))
    assert "van 19:30 tot 21:30 uur" in words(new_casus, "uitnodiging", options=four)
    assert "van 19:30 tot 21:31 uur" in words(new_casus, "uitnodiging", options=six)
    assert "Het einde is daarom 1 minuut later: 21:31 uur." in words(new_casus, "draaiboek", options=six)
    assert "Het einde is daarom" not in words(new_casus, "draaiboek", options=four)


def test_tables_compare_on_a_sheet_that_has_a_row_for_each() -> None:
    folder = ROOT / "decks" / "nieuw"
    named = {frame.title for frame in frames(folder, replace(OPTIONS, tables=1), "routeblad", "klokblad")}
    assert not any("Vergelijk" in title for title in named)
    for tables in (2, 4, 12):
        # It lies in two pieces that overlap; what is in both is printed on each.
        said = words(folder, "vergelijkblad", options=replace(OPTIONS, tables=tables, paper="a3"))
        assert said.count("gehaald en gedragen") == tables
        assert "Wat doet de gemeente niet meer zelf?" in said


def test_at_90_minutes_up_to_four_tables_compare_on_the_wall(tmp_path: Path) -> None:
    folder = with_length(tmp_path, "zutphen-dementie", 90)
    few = words(folder, "draaiboek", "nagesprek", options=replace(OPTIONS, tables=4))
    many = words(folder, "draaiboek", "nagesprek", options=replace(OPTIONS, tables=5))
    assert "Wat deden de andere tafels?" not in few
    assert "leest het vergelijkblad aan de muur" in few
    assert "Wat deden de andere tafels?" in many


# ── The conversation afterwards ──

QUESTIONS = (
    "1. Wat gebeurde er?", "2. Waar klopt dit spel niet?", "3. Waarom ging het zo?",
    "4. Waar ziet u dit in uw werk of buurt?", "5. Wat doet u volgende week anders?",
)  # fmt: skip


@pytest.mark.parametrize("minutes", [120, 90])
def test_both_papers_ask_the_same_five_questions_at_the_same_time(minutes: int, tmp_path: Path) -> None:
    folder = with_length(tmp_path, "zutphen-dementie", minutes)
    book, talk = words(folder, "draaiboek"), words(folder, "nagesprek")
    for question in QUESTIONS:
        start, length = re.search(rf"(\d:\d\d) (\d+) minu\w+ {re.escape(question)}", book).groups()  # type: ignore[union-attr]
        assert re.search(rf"{start} {length} minu\w+ {re.escape(question)}", talk)
    assert int(re.search(r"(\d+) minu\w+ 2\. Waar klopt", book)[1]) >= 2  # type: ignore[index]
    doubt = words(folder, "wat-als")
    for paper in (book, talk):
        assert "erst wat er gebeurde, dan pas wat iemand ervan vindt" in paper
    assert "In het nagesprek hoort u eerst wat er gebeurde. Daarna begint deze speler bij vraag 2" in doubt


@pytest.mark.parametrize(("minutes", "at"), [(120, "1:33"), (90, "1:09")])
def test_a_late_evening_loses_no_card_and_the_moment_is_printed(minutes: int, at: str, tmp_path: Path) -> None:
    folder = with_length(tmp_path, "nieuw", minutes)
    said = {paper: words(folder, paper) for paper in ("draaiboek", "wat-als", "beurtblad", "spelregels")}
    for paper, text in said.items():
        assert (paper, "vlug" in text) == (paper, True)
        assert not re.search(r"[Ww]at nog wacht, vervalt", text)
    assert f"Kijk bij {at} waar de pion staat. Er zijn dan nog vijf minuten." in said["draaiboek"]
    assert "Speel de rest vlug (regel 27)." in said["draaiboek"]
    assert "speel de rest vlug, met alle kaarten (regel 27)" in said["wat-als"]
    assert "Speel de rest vlug: elke kaart, maar zonder zandloper, gesprek, zinnen en knikken." in said["spelregels"]


# ── What a first reader had to decide, the papers decide ──


HALF = "ten minste de helft van de tafel"


def test_a_sentence_counts_by_the_same_measure_everywhere() -> None:
    folder = ROOT / "decks" / "nieuw"
    rules, book, doubt = (words(folder, paper) for paper in ("spelregels", "draaiboek", "wat-als"))
    route = rules[rules.index("9 De route leggen") : rules.index("10 Eén keer")]
    assert f"Knikt {HALF}? Dan telt de zin." in route
    assert "Noem iemand van Voor wie, en iets wat bij Straks merkt u past." in route
    assert f"De zin past bij de rolkaart, en {HALF} knikt." in rules[rules.index("23 Is een rol") :]
    assert f"Knikt {HALF}, dan telt hij." in book
    assert f"Knikt {HALF}? Dan telt de zin (regel 23). Zo gaat het ook bij de route (regel 9)." in doubt


def test_after_a_tie_only_the_tied_opgaven_are_voted_on() -> None:
    folder = ROOT / "decks" / "nieuw"
    for paper in ("spelregels", "draaiboek"):
        said = words(folder, paper)
        assert re.search(r"stem opnieuw, alleen over die kaarten\. (?:Nog gelijk|Is het dan nog gelijk)", said)


def test_who_finds_no_aanpak_that_suits_knows_what_to_do() -> None:
    folder = ROOT / "decks" / "nieuw"
    swap = "Ruil de laatste kaart voor de bovenste van de stapel die past"
    for paper in ("spelregels", "draaiboek", "wat-als"):
        assert swap in words(folder, paper)


def test_open_aanpakken_do_not_lie_where_the_table_writes(new_casus: Path) -> None:
    assert "Leg naast de rolkaarten" in words(new_casus, "draaiboek")
    assert "De open aanpakkaarten liggen op tafel." in words(new_casus, "routeblad")
    assert "aanpakken op het routeblad" not in words(new_casus, "zaalopstelling")


def test_which_of_two_own_cards_comes_on_top_is_drawn_blind(tmp_path: Path) -> None:
    folder = with_length(tmp_path, "zutphen-dementie", 120)
    assert "blind" not in words(folder, "draaiboek", "spelregels")
    file = folder / "casus.yaml"
    text = file.read_text(encoding="utf-8")
    own = text[text.index("  - id: club-houdt-lid") : text.index("    vervangt: twee-verenigingen")]
    second = own.replace("club-houdt-lid", "koor-houdt-lid").replace("De tennisclub houdt", "Het koor houdt")
    file.write_text(text.replace(own, second + own), encoding="utf-8")
    book = words(folder, "draaiboek", options=replace(OPTIONS, tables=2))
    assert "Welke eigen kaart bovenop komt, pakt u blind, één keer voor alle tafels." in book
    assert re.search(r"K\d+ of K\d+[^.]* van deze casus: pak die blind\.", words(folder, "spelregels"))


# ── The practice game, and a turn on one page ──


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_practice_game_on_paper_is_the_one_that_was_played_again(casus: str) -> None:
    """Another test replays it by the rules; here what is printed after each aanpak is what that game shows."""
    folder = ROOT / "decks" / casus
    loaded = load(folder, casus)
    game = practice_game(choose_cards(loaded.casus, loaded.deck), loaded.rules)
    assert game is not None
    said = words(folder, "oefenpotje")
    parts = re.split(r"Aanpak \d: ", said.split("Het einde van dit potje")[0])
    assert len(parts) == len(game.beurten) + 1
    for part, turn in zip(parts[1:], game.beurten, strict=True):
        stand = turn.stand
        rows = re.findall(r"(?<!\d)(\d+) (\d+) (\d+) (\d+) (\d+)(?= |$)", part)
        shown = (stand.geld, stand.tijd, stand.steun, stand.regie, stand.vak)
        assert rows[-1] == tuple(map(str, shown))
        stops = [f"vak {stop.vak}, een {stop.soort}" for stop in turn.haltes]
        assert all(stop in part for stop in stops)
    begin = game.begin
    assert f"{begin.geld} {begin.tijd} {begin.steun} {begin.regie} 0" in parts[0]


@pytest.mark.parametrize("paper", ["beurtblad", "antwoordbrief", "uitnodiging"])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_a_paper_for_in_the_hand_is_one_page(casus: str, paper: str) -> None:
    assert len(frames(ROOT / "decks" / casus, OPTIONS, paper)) == 1


@pytest.mark.parametrize("tables", [1, 2, 4, 5, 8, 12])
def test_the_sheet_of_the_clock_is_one_sheet(tables: int) -> None:
    options = replace(OPTIONS, tables=tables)
    assert len(frames(ROOT / "decks" / "zutphen-dementie", options, "klokblad")) == 2


@pytest.mark.parametrize("minutes", [120, 90])
@pytest.mark.parametrize("casus", CASUSSEN)
def test_what_is_read_or_played_from_is_one_sheet(casus: str, minutes: int, tmp_path: Path) -> None:
    # Two lines on a third page are a sheet more, and lie on the back of nothing.
    folder = with_length(tmp_path, casus, minutes)
    titles = [frame.title for frame in frames(folder, OPTIONS, "openingstekst", "oefenpotje")]
    assert [titles.count(title) for title in ("Openingstekst", "Oefenpotje")] == [2, 2]


@pytest.mark.parametrize("tables", [1, 2, 4])
def test_the_list_of_what_to_bring_is_one_sheet(tables: int) -> None:
    titles = [frame.title for frame in frames(ROOT / "decks" / "zutphen-dementie", replace(OPTIONS, tables=tables))]
    assert titles.count("Materiaallijst") == 2


def test_the_page_of_a_turn_has_the_numbers_of_the_rules() -> None:
    folder = ROOT / "decks" / "nieuw"
    turn, rules = words(folder, "beurtblad"), words(folder, "spelregels")
    for number, word in ((11, "Herleggen"), (13, "Beta"), (17, "Thematafel"), (18, "Resultaat"), (24, "Gevolgen"),
                         (26, "Wat niet kan"), (28, "De route is op"), (30, "Niet gehaald")):  # fmt: skip
        assert f" {number} {word}" in turn
        assert f" {number} {word}" in rules


# ── Counting in pairs ──


def by_chance(changed: int, one_way: int) -> float:
    """Return how often a coin gives so many or more one way, either way: the two-sided sign test."""
    return float(2 * sum(comb(changed, k) for k in range(one_way, changed + 1)) / 2**changed)


@pytest.mark.parametrize(("people", "tables"), [(6, 1), (12, 2), (20, 4), (36, 6), (84, 12)])
def test_the_figures_of_the_telblad_are_those_of_the_sign_test(people: int, tables: int) -> None:
    options = replace(OPTIONS, participants=people, tables=tables)
    said = words(ROOT / "decks" / "nieuw", "telblad", options=options)
    above = re.search(r"Zoveel veranderden ([\d ]+?) Zoveel dezelfde kant ([\d ]+?) Dit heet", said)
    assert above is not None
    pairs = list(zip(*(map(int, row.split()) for row in above.groups()), strict=True))
    assert pairs[0] == (6, 6)
    assert pairs[-1][0] <= max(6, people)
    for changed, one_way in pairs:
        assert by_chance(changed, one_way) <= 0.05 < by_chance(changed, one_way - 1)
    # With fewer than six, even all the same way comes by chance often enough.
    assert by_chance(5, 5) > 0.05
    assert f"als er {pairs[-1][0]} veranderen en {pairs[-1][1]} daarvan omhooggaan" in said


def test_a_form_is_counted_as_a_pair() -> None:
    said = words(ROOT / "decks" / "zutphen-dementie", "telblad")
    assert "Hoger Gelijk Lager" in said
    assert "vergelijk per zin de twee kruisjes" in said


# ── What is kept ──


def test_what_is_kept_is_said_alike_and_once_a_letter_answers(new_casus: Path) -> None:
    invitation, letter = words(new_casus, "uitnodiging"), words(new_casus, "antwoordbrief")
    for promise in (
        "zonder naam", "niet van mensen", "bewaart de foto’s en de afspraken hooguit drie maanden",
        "Wilt u uw naam eraf, dan is één bericht genoeg", "U houdt uw recht op inspraak",
    ):  # fmt: skip
        assert promise in invitation
        assert promise in letter
    assert "wat wij overnemen, wat niet, en waarom" in invitation
    for part in ("Dit nemen wij over", "Dit nemen wij niet over", "Omdat …", "Dit weten wij nog niet"):
        assert part in letter


def test_the_plan_for_six_weeks_later_takes_45_minutes(new_casus: Path) -> None:
    said = words(new_casus, "zes-weken-later")
    steps = [(int(a), int(b)) for a, b in re.findall(r"0:(\d\d) (\d+) minuten", said)]
    assert steps[0][0] == 0
    ends = [start + length for start, length in steps]
    assert ends == [*(start for start, _ in steps[1:]), 45]
    assert "Vraag het de mensen zelf" in said
