"""What `docs/opmaak.md` says of layouts is so: its tables agree with the program, and its examples build."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from speelveld.beeld import CLOTHES, HAAR, HAARKLEUREN
from speelveld.beeld.landscapes import LANDSCAPES
from speelveld.build.pipeline import Built, build, load
from speelveld.build.studio import open_studio
from speelveld.casus import Aanpak, Casus, Gebeurtenis, Opgave, Portret, Rol
from speelveld.deck import load_kit
from speelveld.deck.kit_model import OnderdeelRegel
from speelveld.errors import ExitCode, KitError
from speelveld.markup import vocabulary
from speelveld.markup.environment import make_environment
from speelveld.markup.filters import filters_of
from speelveld.markup.sources import LayoutLoader
from speelveld.markup.theme import load_theme
from speelveld.markup.theme_model import StijlRegel
from speelveld.options import Options
from speelveld.typeset.containers import ROLES as CONTAINER_ROLES
from speelveld.typeset.text import ROLES as TEXT_ROLES
from speelveld.woorden import Wording

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "opmaak.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`]+)`(!?)")

CONTENT = {"none": "niets", "text": "tekst", "boxes": "elementen", "mixed": "tekst of elementen"}
FILTERS = filters_of(Wording({}))


def tables(first: str) -> Iterator[list[list[str]]]:
    """Yield the rows of each table whose first column is headed `first`."""
    for block in re.findall(r"(?:^\|.*\|\n)+", TEXT, re.MULTILINE):
        rows = [line.strip("| ").split(" | ") for line in block.splitlines()]
        if rows[0][0] == first:
            yield rows[2:]


def table(first: str, *, which: int = 0) -> list[list[str]]:
    found = list(tables(first))
    assert len(found) > which, first
    return found[which]


def codes(text: str) -> list[str]:
    return [code for code, _ in CODE.findall(text)]


def first_column(rows: Sequence[Sequence[str]]) -> set[str]:
    return {code for row in rows for code in codes(row[0])}


GROUPS = {row[0].strip("*"): codes(row[1]) for row in table("Groep")}


def elements() -> dict[str, tuple[set[str], set[str], str, str]]:
    """Return the attributes, the required ones, the content and the explanation of each element in the document."""
    found = {}
    for rows in tables("Element"):
        for row in rows:
            if len(row) < 4:  # the table of roles
                continue
            (name,) = codes(row[0])
            assert name not in found, f"{name} is in two tables"
            marked = CODE.findall(row[1])
            grouped = {key for group in re.findall(r"\*(\w+)\*", row[1]) for key in GROUPS[group]}
            found[name] = grouped | {key for key, _ in marked}, {key for key, mark in marked if mark}, row[2], row[3]
    assert len(found) >= 25
    return found


def test_every_element_is_in_the_document_and_the_other_way_round() -> None:
    assert sorted(elements()) == sorted(vocabulary.ALL)


@pytest.mark.parametrize("name", sorted(vocabulary.ALL))
def test_an_element_has_the_attributes_and_content_that_the_document_says(name: str) -> None:
    attributes, required, content, told = elements()[name]
    element = vocabulary.ALL[name]
    assert attributes == set(element.attributes)
    assert required == set(element.required)
    assert content == CONTENT.get(element.content, " ".join(f"`{child}`" for child in element.content.split()))
    for parent in vocabulary.PLACES.get(name, ()):
        assert f"`{parent}`" in told.partition("alleen in")[2]


def test_every_attribute_is_explained() -> None:
    used = set().union(*(element.attributes for element in vocabulary.ALL.values()))
    assert len(used) >= 40
    assert first_column(table("Kenmerk")) == used


def test_the_roles_are_those_of_the_program() -> None:
    (rows,) = (rows for rows in tables("Element") if len(rows[0]) == 2)
    told = {row[0]: set(codes(row[1])) for row in rows}
    assert told["tekst"] == set(TEXT_ROLES)
    assert told["indelen"] == set(CONTAINER_ROLES)


def test_every_filter_is_named() -> None:
    own = first_column(table("Filter"))
    assert own == set(FILTERS)
    borrowed = set(codes(TEXT.partition("Van Jinja zelf werken:")[2].partition(". De andere")[0]))
    there = make_environment(LayoutLoader([], ROOT / "layouts"), FILTERS).filters
    assert own | borrowed == set(there)
    assert not own & borrowed


def test_every_style_and_colour_that_is_named_exists() -> None:
    theme = yaml.safe_load((ROOT / "layouts" / "stijl.yaml").read_text(encoding="utf-8"))
    styles = first_column(table("Stijl"))
    assert len(styles) >= 20
    assert styles - theme["stijlen"].keys() == set()
    assert first_column(table("Kleur")) == theme["kleuren"].keys()
    for color in re.findall(r'(?:fill|stroke|color)="([a-z-]+)"', TEXT):
        assert color in theme["kleuren"]
    used = {key for style in theme["stijlen"].values() for key in style}
    assert used <= first_column(table("Sleutel van een stijl"))


def test_the_blocks_of_papers_are_those_of_the_basis() -> None:
    basis = (ROOT / "layouts" / "delen" / "papier.xml.j2").read_text(encoding="utf-8")
    assert first_column(table("Blok")) == set(re.findall(r"\{% block (\w+) %\}", basis.partition("#}")[2]))


def test_the_folders_of_layouts_are_those_of_the_program() -> None:
    folders = {path.parent.name for path in (ROOT / "layouts").glob("*/*.j2")}
    assert len(folders) >= 10
    assert first_column(table("Map")) == folders


def test_the_keys_of_a_component_are_those_of_the_kit() -> None:
    told = {key: bool(mark) for row in table("Sleutel") for key, mark in CODE.findall(row[0])}
    assert told == {key: field.is_required() for key, field in OnderdeelRegel.model_fields.items()}


def test_the_keys_of_a_style_are_those_of_the_program() -> None:
    assert first_column(table("Sleutel van een stijl")) == StijlRegel.model_fields.keys()


def test_the_fields_of_casus_and_cards_are_those_of_the_models() -> None:
    told = {row[0]: codes(row[1]) for row in next(rows for rows in tables("Van") if rows)}
    models: Mapping[str, Any] = {
        "casus": Casus,
        "kader": type_of(Casus, "kader"),
        "bijeenkomst": type_of(Casus, "bijeenkomst"),
        "cijfer": type_of(Opgave, "cijfer"),
        "opgave": Opgave,
        "rol": Rol,
        "aanpak": Aanpak,
        "kans of uitdaging": Gebeurtenis,
        "regels": type_of(Gebeurtenis, "regels"),
        "mogelijkheid": type_of(Gebeurtenis, "mogelijkheid"),
    }
    assert {name: sorted(keys) for name, keys in told.items()} == {
        name: sorted(model.model_fields) for name, model in models.items()
    }


def type_of(model: Any, field: str) -> Any:
    """Return the model of a field, an optional one too."""
    annotation = model.model_fields[field].annotation
    kinds = getattr(annotation, "__args__", (annotation,))
    return next(kind for kind in kinds if kind is not type(None))


def test_every_message_that_is_explained_is_one_of_the_program() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py")))
    messages = [row[0].strip("`") for row in table("Melding")]
    assert len(messages) >= 15
    # What fills the braces of a message is left out of it in the document.
    plain = re.sub(r"\{[^{}]*\}", "", source)
    assert [message for message in messages if message not in source and message not in plain] == []


def examples() -> dict[str, str]:
    """Return the examples by the name of their file, which the line before each names."""
    pattern = r"^[^\n]*`(?P<file>[\w./-]+\.(?:yaml|j2))`:\n\n```(?:yaml|xml)\n(?P<code>.*?)^```$"
    found = {match["file"]: match["code"] for match in re.finditer(pattern, TEXT, re.MULTILINE | re.DOTALL)}
    assert len(found) == 9
    return found


@pytest.fixture
def own(new_casus: Path) -> Path:
    """Return the folder of a new casus with every example of the document in it."""
    for folder in ("layouts", "deck"):
        (new_casus / folder).mkdir()
    for name, code in examples().items():
        with (new_casus / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{code}" if name == "casus.yaml" else code)
    return new_casus


def made(folder: Path, name: str) -> Built:
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=(name,), previews=False)
    return build(load(folder, "casus.yaml"), options, lambda _: None)


def texts(built: Built) -> str:
    (print_,) = built.prints
    return " ".join(run.text for page in print_.pages for laid in page.laid for run in laid.frame.texts())


def test_the_card_of_the_first_chapter_builds(own: Path) -> None:
    built = made(own, "vraagkaarten")
    (part,) = built.prints[0].parts
    assert (part.cards, part.sheets, len(part.pages)) == (2, 1, 2)
    said = texts(built)
    for words in ("Wie mist u", "over", "Tip.", "E1", "E2", "Vraag"):
        assert words in said
    assert "**" not in said


def test_the_changed_block_and_the_new_component_build(own: Path) -> None:
    assert "Bel de gemeente" in texts(made(own, "casusblad"))
    assert "Dank u wel" in texts(made(own, "bedankbrief"))


def test_what_the_own_kit_and_style_change_is_changed_and_the_rest_is_not(own: Path) -> None:
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
    studio = open_studio(load(own, "casus.yaml"), options)
    bundled = load_kit(ROOT / "layouts" / "kit.yaml")
    names, usual = ([part.naam for part in kit.onderdelen] for kit in (studio.kit, bundled))
    assert [name for name in names if name not in ("bedankbrief", "vraagkaarten")] == [
        name for name in usual if name != "telblad"
    ]
    assert names[names.index("uitleg") + 1] == "bedankbrief"
    assert (studio.kit.opdracht("papieren").gewicht, bundled.opdracht("papieren").gewicht) == ("100 gram", "80 gram")
    theme, standard = studio.theme, load_theme(ROOT / "layouts" / "stijl.yaml")
    assert (theme.style("kop1").sizes, theme.style("kop2")) == ((24.0,), standard.style("kop2"))
    assert theme.style("wijknaam").color == "wijk"
    assert theme.low_ink is not None
    assert theme.low_ink.outlines["wijk"].color == theme.color("inkt")


def test_every_name_that_a_layout_can_read_is_there(own: Path) -> None:
    shared, of_card = table("Naam"), table("Naam", which=1)
    rules = table("Van `spel`")
    names = [code for rows in (shared, of_card, rules) for row in rows for code in codes(row[0])]
    names += re.findall(r"`((?:kaarten|onderdeel)\.\w+)`", TEXT)
    assert len(names) >= 40
    path = own / "layouts" / "vraagkaart.xml.j2"
    layout = path.read_text(encoding="utf-8")
    asked = "".join(f"{{% if {name} is not defined %}}{{{{ {name} }}}}{{% endif %}}" for name in names)
    path.write_text(layout.replace("<spacer/>", f"<spacer/>{asked}"), encoding="utf-8")
    made(own, "vraagkaarten")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('<ul style="tekst">', '<ul stijl="tekst">', "<ul> heeft geen kenmerk 'stijl'"),
        ('h="2mm"', 'h="2"', "'2' is geen maat"),
        ("kaart.titel", "kaart.kop", "'kop'"),
        ("<spacer/>", "<veer/>", "<veer> is geen element van een layout"),
    ],
)
def test_a_mistake_in_the_example_is_named_with_its_line(own: Path, right: str, wrong: str, said: str) -> None:
    path = own / "layouts" / "vraagkaart.xml.j2"
    layout = path.read_text(encoding="utf-8")
    assert layout.count(right) == 1
    path.write_text(layout.replace(right, wrong), encoding="utf-8")
    with pytest.raises(KitError) as caught:
        made(own, "vraagkaarten")
    (problem,) = caught.value.problems
    assert said in problem.message
    assert problem.source is not None
    line = layout.count("\n", 0, layout.index(right)) + 1
    assert (Path(problem.source.name).name, problem.source.line) == (path.name, line)
    assert caught.value.exit_code == ExitCode.KIT == 4


def test_the_deck_of_the_example_is_the_one_that_is_played_with(own: Path) -> None:
    deck = load(own, "casus.yaml").deck
    roles = {rol.id: rol.naam for rol in deck.rollen}
    assert roles["mantelzorger"] == "Mantelzorger uit onze streek"
    assert "raadslid" not in roles
    assert [kaart["titel"] for kaart in deck.vrij["tips"]] == ["Begin klein", "Bel terug"]


def test_the_landscapes_and_their_buildings_are_those_of_the_program() -> None:
    told = {codes(row[0])[0]: (codes(row[1]), codes(row[2])) for row in table("Landschap")}
    assert told.keys() == LANDSCAPES.keys()
    for name, (own, also) in told.items():
        elsewhere = {found for other in LANDSCAPES if other != name for found in LANDSCAPES[other].modules}
        assert set(own) == LANDSCAPES[name].modules.keys() - elsewhere
        assert set(also) == LANDSCAPES[name].modules.keys() & elsewhere


def test_what_one_may_choose_of_a_person_is_told_in_both_documents() -> None:
    rows = table("Deel")
    assert first_column(rows) == set(Portret.model_fields)
    chosen = dict.fromkeys((*HAAR, *HAARKLEUREN, *CLOTHES))
    assert {code for row in rows for code in codes(row[1])} == {*chosen, "ja", "nee"}
    handbook = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8").partition("### Mensen en tekens")[2]
    told = handbook.partition("\n### ")[0]
    assert [word for word in (*Portret.model_fields, *chosen) if not re.search(rf"\b{word}\b", told)] == []


def test_the_pictures_of_the_example_can_be_drawn(own: Path) -> None:
    example = re.search(r"### Straten, mensen en patronen\n.*?```xml\n(.*?)```", TEXT, re.DOTALL)
    assert example is not None
    macros = [row[0].strip("`") for row in table("Macro")]
    assert len(macros) == 4
    # The example is drawn on a large card, and these are small.
    inside = example[1].replace('w="87mm"', 'w="59mm"') + "".join(
        f'<group x="0mm" y="0mm" h="140mm">{macro}</group>' for macro in macros if "kaart" not in macro
    )
    path = own / "layouts" / "vraagkaart-achter.xml.j2"
    before = '{% import "standaard/beelden.xml.j2" as beeld with context %}'
    path.write_text(f'{before}<card w="67mm" h="95mm" title="x">{inside}</card>', encoding="utf-8")
    made(own, "vraagkaarten")
