"""One value of a file becomes another, and not a byte beside it; PyYAML itself says what is then in the file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from speelveld.errors import AuthorError
from speelveld.written import nodes
from speelveld.written.editing import EditableFile
from speelveld.written.kind import FileKind
from speelveld.written.loader import PureLoader
from speelveld.written.paths import parts_of, spelled

ROOT = Path(__file__).resolve().parents[2]
CASUSSEN = sorted(ROOT.glob("decks/*/casus.yaml"))
OTHERS = [*sorted(ROOT.glob("decks/basis/*.yaml")), ROOT / "layouts" / "kit.yaml"]
KIND = FileKind(AuthorError, most_bytes=8 * 1024 * 1024, most_values=1_000_000)
WHITE = " \t\r\n\u00a0\u2007\u2009\u202f"
BOM = b"\xef\xbb\xbf"

STYLES = """\
# Alles wat kan.
titel: gewoon   # met een opmerking
leeg:
nul: ~
enkel: 'het is ''m'   # ook
dubbel: "zeg \\"ja\\" \\u00e9"
meer: een tekst die
  over meer regels
  gaat
dubbelmeer: "een tekst die
  over regels gaat en nog
  wat langer"
enkelmeer: 'een tekst die

  een lege regel heeft'
blok: |
  regel een
    ingesprongen

  regel drie


# na het blok
zonder: |-
  x
met: |+  # een opmerking
  y

twee: |2
    zz
  y
vouw: >
  een lange tekst die wordt
  gevouwen over regels

  en een alinea
kort: >-
  a b
lijst:
  - een
  -
  - 'drie'
  - |
    blok in lijst
    twee

  # voor vier
  - vier # vier
strak:
- a
- b: c
  d: e
- - x
  - y
rij: [een, "twee", 'drie', ]
vak: {a: b, c: "d", e: , f: [g, h]}
diep:
    ver:
        weg: waarde
    lijst:
        - k: v

          l: w
        -   m: n
            o: |
                 diep
"een sleutel": 12
laatste: eind
"""
AWKWARD = [
    "a: b", "x #y", "x # y", "- a", '"q"', "it's", "een\ntwee", "een\n\ntwee\n\n\ndrie", "é ï", "😀", "x" * 3000,
    "woord " * 400 + "eind", "", "null", "~", "---", "...", "a\tb", "[a, b]", "{a: b}", "a, b", "*a", "&a", "!a", "%a",
    "@a", "`a", "|", "> x", "?", "? a", ":", "a:", "-5", "12", "no", "1:30", "0x1F", "'", "''", '"', "\\", "\\n", "# x",
    "a#b", "<<", "=", "  voor", "achter  ", "“krul”", "a\u00a0b", "x:\u00a0y", "een\n  ingesprongen\n3", "een \ntwee",
    "een\n- twee\ndrie: vier", "a\r\nb", "12,5 %", "https://x.nl/a?b=c#d", "Buurt #3", "**vet** en _cursief_", "a'b\"c",
    "ab:\u00a0c\nd:\u00a0e", "-\u00a0x", "a\n\u00a0b", "[fy: thús]", "a\n---\nb", "!!str x", "a,b]", "x\n\n y",
]  # fmt: skip
SHAPES = ["as it is", "CRLF", "BOM", "no line end at the end"]


def shaped(data: bytes, shape: str) -> bytes:
    """Return a file as other editors save it."""
    match shape:
        case "CRLF":
            return data.replace(b"\n", b"\r\n")
        case "BOM":
            return BOM + data
        case "no line end at the end":
            return data.rstrip(b"\n")
    return data


def held(data: bytes) -> Any:
    """Return what a file holds, by PyYAML."""
    return yaml.load(data.decode("utf-8-sig"), yaml.CBaseLoader)


def scalars(data: bytes) -> dict[str, tuple[int, int]]:
    """Return by path where each text of a file begins and ends, in bytes, by PyYAML: with the white below it."""
    text = data.decode("utf-8-sig")
    before = len(data) - len(text.encode())
    found: dict[str, tuple[int, int]] = {}

    def walk(node: yaml.Node, way: tuple[int | str, ...]) -> None:
        match node:
            case yaml.ScalarNode():
                ends = node.start_mark.index, node.end_mark.index
                start, end = (before + len(text[:index].encode()) for index in ends)
                found[spelled(way)] = start, end
            case yaml.SequenceNode():
                for index, item in enumerate(node.value):
                    walk(item, (*way, index))
            case yaml.MappingNode():
                for key, value in node.value:
                    walk(value, (*way, key.value))

    walk(yaml.compose(text, yaml.CBaseLoader), ())
    return found


def bare(value: Any) -> Any:
    """Return a value without white at the ends of its texts, which is no part of them."""
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items()}
    return [bare(each) for each in value] if isinstance(value, list) else value.strip(WHITE)


def put(value: Any, way: tuple[int | str, ...], new: str) -> Any:
    """Return a value with another text at the end of a way."""
    if not way:
        return new
    part, rest = way[0], way[1:]
    if isinstance(value, dict):
        return {key: put(each, rest, new) if key == part else each for key, each in value.items()}
    return [put(each, rest, new) if at == part else each for at, each in enumerate(value)]


def at(value: Any, way: tuple[int | str, ...]) -> Any:
    """Return what stands at the end of a way."""
    for part in way:
        value = value[part]
    return value


class Checked:
    """A file that is changed over and over, each time from what it was."""

    def __init__(self, data: bytes) -> None:
        self.file = EditableFile(data, "casus.yaml", KIND)
        self.data, self.whole, self.spans = data, held(data), scalars(data)

    def change(self, path: str, value: str) -> bytes:
        """Change a value, look at what is then in the file and at all bytes beside the value, and return the file."""
        made = self.file.changed(path, value).data
        found, way = held(made), parts_of(path)
        assert at(found, way).strip(WHITE) == value.replace("\r\n", "\n").strip(WHITE), path
        # All others are the same, to the last space.
        assert found == put(self.whole, way, at(found, way)), (path, value)
        start, end = self.spans[path]
        shown = start + len(self.data[start:end].rstrip())
        assert made.startswith(self.data[:start])
        assert made.endswith(self.data[shown:])
        assert b"\r\n" not in self.data or made.count(b"\n") == made.count(b"\r\n")
        return made


@pytest.mark.parametrize("shape", SHAPES)
def test_every_style_takes_every_text(shape: str) -> None:
    data = shaped(STYLES.encode(), shape)
    checked = Checked(data)
    assert len(checked.file.values) == len(checked.spans) > 35
    for path in checked.spans:
        for value in AWKWARD:
            checked.change(path, value)


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("path", [*CASUSSEN, *OTHERS], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_value_of_a_bundled_file_can_be_another(path: Path, shape: str) -> None:
    data = shaped(path.read_bytes(), shape)
    checked = Checked(data)
    assert len(checked.spans) > 20
    for number, (way, value) in enumerate(checked.file.values.items()):
        if (shape == "as it is" and path in CASUSSEN) or number % 10 == 0:
            checked.change(way, f"{value} en meer")
        if number % 20 == 0:
            made = checked.change(way, AWKWARD[number // 20 % len(AWKWARD)])
            again = EditableFile(made, path.name, KIND).changed(way, value)
            assert bare(held(again.data)) == bare(checked.whole)


@st.composite
def written(draw: st.DrawFn) -> bytes:
    """Return a YAML file as a program writes it, in one of its styles."""
    text = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.just("\n"), max_size=30)
    key = st.text(
        st.characters(codec="ascii", categories=("L", "N"), include_characters="_- .:"), min_size=1, max_size=8
    )
    values = st.recursive(
        text, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(key, inner, max_size=3), max_leaves=8
    )
    whole = draw(st.dictionaries(key, values, min_size=1, max_size=5))
    made = yaml.safe_dump(
        whole,
        default_style=draw(st.sampled_from(["", '"', "'", "|", ">"])) or None,
        default_flow_style=draw(st.sampled_from([True, False, None])),
        width=draw(st.sampled_from([20, 80, 10_000])),
        indent=draw(st.integers(2, 6)),
        allow_unicode=True,
        sort_keys=False,
    )
    return shaped(made.encode(), draw(st.sampled_from(SHAPES)))


@given(
    written(), st.data(), st.sampled_from(AWKWARD) | st.text(st.characters(codec="utf-8", categories=("L", "P", "Zs")))
)
def test_a_value_of_any_file_can_be_any_text(data: bytes, draws: st.DataObject, value: str) -> None:
    try:
        checked = Checked(data)
    except AuthorError:  # a sign that cannot be printed, a # that may be a mistake
        assume(False)
    file = checked.file
    assume(file.values)
    # What no text of the program has, it leaves out or reads as something else: that is looked at below.
    assume(bare(checked.whole) == bare(dict_of(file, data)))
    assume(all(sign.isprintable() or sign in "\n\r\t\u00a0" for sign in value))
    checked.change(draws.draw(st.sampled_from(list(file.values))), value)


def dict_of(file: EditableFile, data: bytes) -> Any:
    """Return what a file holds, with its texts as the program reads them."""
    value = held(data)
    for path, text in file.values.items():
        value = put(value, parts_of(path), text)
    return value


def test_without_libyaml_the_same_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    data = STYLES.encode()
    usual = EditableFile(data, "x", KIND)
    # Pure Python reads a tab as a space, and such a text is then written in quotation marks.
    values = [value for value in AWKWARD if "\t" not in value and len(value) < 100][::3]
    made = {(path, value): usual.changed(path, value).data for path in list(usual.values)[::4] for value in values}
    monkeypatch.setattr(nodes, "LOADER", PureLoader)
    other = EditableFile(data, "x", KIND)
    for (path, value), same in made.items():
        assert other.changed(path, value).data == same


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("t: oud", "nieuw", "t: nieuw"),
        ("t: oud # o", "nieuw", "t: nieuw # o"),
        ("t: oud", "a: b", 't: "a: b"'),
        ("t: oud", "een\ntwee", "t: |\n  een\n  twee"),
        ("t: oud # o", "een\ntwee", 't: "een\\ntwee" # o'),
        ("t: 'oud'", "het is 'm", "t: 'het is ''m'"),
        ("t: 'oud'", "een\ntwee", "t: |\n  een\n  twee"),
        ('t: "oud"', 'een "twee"', 't: "een \\"twee\\""'),
        ('t: "oud"', "een\ntwee", 't: "een\\ntwee"'),
        ("t: |\n    oud", "nieuw", "t: |\n    nieuw"),
        ("t: |-  # o\n  oud\n  toen\n\n\nu: v", "een\n\ntwee", "t: |-  # o\n  een\n\n  twee\n\n\nu: v"),
        ("t: |\n  oud", "", 't: ""'),
        ("t: >\n  oud en\n  oud", "een\ntwee", "t: >\n  een\n\n  twee"),
        ("t:", "nieuw", "t: nieuw"),
        ("t: ~", "nieuw", "t: nieuw"),
        ("t: 3", "12", "t: 12"),
        (
            "t: een tekst die over wat meer\n  regels gaat",
            "een andere tekst die ook lang is en doorgaat",
            "t: een andere tekst die ook\n  lang is en doorgaat",
        ),
    ],
)
def test_a_text_is_written_as_the_one_before_it_where_that_can_be(before: str, value: str, after: str) -> None:
    assert EditableFile(f"{before}\n".encode(), "x", KIND).changed("t", value).data.decode() == f"{after}\n"


def test_between_brackets_a_comma_asks_for_quotation_marks() -> None:
    assert EditableFile(b"t: [a, b]\n", "x", KIND).changed("t[0]", "a, b").data == b't: ["a, b", b]\n'


def test_what_shows_nothing_is_no_part_of_a_text() -> None:
    made = EditableFile(b"t: oud\n", "x", KIND).changed("t", "\u200bnieuw\u2003woord\u200b ")
    assert made.data == b"t: nieuw woord\n"


def test_what_shows_nothing_stays_where_it_was() -> None:
    data = "# \u200bx\nt: o\u200bud\nu: v\u200b # w\n".encode()
    assert EditableFile(data, "x", KIND).changed("t", "nieuw").data.decode() == "# \u200bx\nt: nieuw\nu: v\u200b # w\n"
    assert EditableFile(data, "x", KIND).changed("u", "w").data.decode().startswith("# \u200bx\nt: o\u200bud\nu: w")


KIT = """\
titel: Een  # de titel
opgaven:
  # de eerste
  - titel: A
    vraag: B

  - titel: C
    # over de vraag
    vraag: D   # ook
kort: [a, b]
leeg: []
diep:
  een: 1
"""


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("    vraag: B\n", "    vraag: B\n    merkt: E\n", lambda file: file.added("opgaven[0].merkt", "E")),
        ("  - titel: A\n", "  - titel: A\n    merkt: E\n", lambda file: file.added("opgaven[0].merkt", "E", "titel")),
        ("  een: 1\n", "  een: 1\n  twee:\n    - x\n", lambda file: file.added("diep.twee", ["x"])),
        ("    vraag: B\n", "", lambda file: file.removed("opgaven[0].vraag")),
        ("  - titel: A\n    vraag", "  - vraag", lambda file: file.removed("opgaven[0].titel")),
        ("    vraag: D   # ook\n", "", lambda file: file.removed("opgaven[1].vraag")),
        ("  - titel: C\n    #", "  - \n    #", lambda file: file.removed("opgaven[1].titel")),
        ("kort: [a, b]\n", "", lambda file: file.removed("kort")),
        ("[a, b]", "[b]", lambda file: file.removed("kort[0]")),
        ("[a, b]", "[a]", lambda file: file.removed("kort[1]")),
        ("[a, b]", "[a, x, b]", lambda file: file.inserted("kort", 1, "x")),
        ("[a, b]", '[a, b, "x, y"]', lambda file: file.inserted("kort", 2, "x, y")),
        ("leeg: []", "leeg: [x]", lambda file: file.inserted("leeg", 0, "x")),
        ("diep:\n  een: 1\n", "diep: {}\n", lambda file: file.removed("diep.een")),
        ("  - titel: A\n    vraag: B\n", "", lambda file: file.removed("opgaven[0]")),
        (
            "    vraag: B\n",
            "    vraag: B\n\n  - titel: Nieuw\n    vraag: |\n      een\n      twee\n",
            lambda file: file.inserted("opgaven", 1, {"titel": "Nieuw", "vraag": "een\ntwee"}),
        ),
        (
            "  # de eerste\n",
            "  - titel: Nieuw\n\n  # de eerste\n",
            lambda file: file.inserted("opgaven", 0, {"titel": "Nieuw"}),
        ),
        (
            KIT[KIT.index("  # de eerste") : KIT.index("kort:")],
            """  - titel: C
    # over de vraag
    vraag: D   # ook

  # de eerste
  - titel: A
    vraag: B
""",
            lambda file: file.moved("opgaven", 0, 1),
        ),
        ("[a, b]", "[b, a]", lambda file: file.moved("kort", 1, 0)),
        (
            "    vraag: D   # ook\n",
            "    vraag: D   # ook\n\n  - titel: Nieuw\n    wie:\n      - x\n",
            lambda file: file.inserted("opgaven", 2, {"titel": "Nieuw", "wie": ["x"]}),
        ),
    ],
)
@pytest.mark.parametrize("shape", SHAPES)
def test_keys_and_items_come_and_go_by_whole_lines(before: str, after: str, change: Any, shape: str) -> None:
    assert KIT.count(before) == 1
    data = shaped(KIT.encode(), shape)
    made = change(EditableFile(data, "x", KIND)).data
    assert made == shaped(KIT.replace(before, after).encode(), shape)


EXAMPLES = """\
# Eigen rollen:
# - schrijf met u.
#rollen:
#  - naam: Iemand

titel: Een
spel:
  fiche: €
#  geld: 15
# Over iets anders.
kort: x

# Kleur.
#huisstijl:
#  kleur: rood
"""


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("#huisstijl:", 'huisstijl:\n  kleur: "#005ca9"\n#huisstijl:', ("huisstijl", {"kleur": "#005ca9"})),
        ("#  geld: 15", "  geld: 3\n#  geld: 15", ("spel.geld", "3")),
        ("  fiche: €", "  fiche: €\n  kleur: rood", ("spel.kleur", "rood")),
        ("kort: x\n", "kort: x\nanders: y\n", ("anders", "y")),
    ],
)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_key_comes_above_its_example(before: str, after: str, change: tuple[str, Any], shape: str) -> None:
    made = EditableFile(shaped(EXAMPLES.encode(), shape), "x", KIND).added(*change).data
    assert made == shaped(EXAMPLES.replace(before, after).encode(), shape)


def test_the_last_item_leaves_an_empty_list_behind() -> None:
    file = EditableFile(b"a:\n  # over b\n  - b\nc: d\n", "x", KIND)
    made = file.removed("a[0]").data
    assert made == b"a: []\n  # over b\nc: d\n"
    assert held(made) == {"a": [], "c": "d"}


NEW: list[Any] = [
    "kort",
    "twee\nregels: x",
    ["a", "b: c"],
    {"titel": "T", "lijst": ["x"], "diep": {"k": "v: w"}},
    [],
    {},
]


def steps(file: EditableFile, whole: Any, way: tuple[int | str, ...] = ()) -> Iterator[tuple[str, Any, EditableFile]]:
    """Yield every key and item that can be added or taken away: how, what is then in the file, and the file."""
    path = spelled(way)
    if isinstance(whole, dict):
        for new in NEW:
            yield f"added {path}", {**whole, "nieuw": new}, file.added(spelled((*way, "nieuw")), new)
        for key in whole if way or len(whole) > 1 else ():
            left = {each: value for each, value in whole.items() if each != key}
            yield f"removed {key} of {path}", left, file.removed(spelled((*way, key)))
    elif isinstance(whole, list):
        for index in {0, 1, len(whole)} & set(range(len(whole) + 1)):
            for new in NEW:
                yield f"{index} in {path}", [*whole[:index], new, *whole[index:]], file.inserted(path, index, new)
        for index, to in {(0, len(whole) - 1), (len(whole) - 1, 0), (0, 1), (1, 0)} if len(whole) > 1 else ():
            order = [*whole[:index], *whole[index + 1 :]]
            order.insert(to, whole[index])
            yield f"{index} of {path} to {to}", order, file.moved(path, index, to)
        for index in range(len(whole)):
            yield f"removed {index} of {path}", [*whole[:index], *whole[index + 1 :]], file.removed(f"{path}[{index}]")


def holders(whole: Any, way: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], Any]]:
    """Yield every mapping and list with the way to it."""
    inside = whole.items() if isinstance(whole, dict) else enumerate(whole) if isinstance(whole, list) else None
    if inside is not None:
        yield way, whole
        for part, value in inside:
            yield from holders(value, (*way, part))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "data",
    [STYLES.encode(), KIT.encode(), pytest.param(CASUSSEN[0].read_bytes(), marks=pytest.mark.long)],
    ids=["styles", "kit", CASUSSEN[0].parent.name],
)
def test_every_key_and_item_comes_and_goes_by_itself(data: bytes, shape: str) -> None:
    data = shaped(data, shape)
    file, whole, count = EditableFile(data, "x", KIND), held(data), 0
    every = list(holders(whole))
    for way, holder in every if len(every) < 20 else every[::4]:
        for what, left, made in steps(file, holder, way):
            expected = put(whole, way, left)
            assert bare(held(made.data)) == bare(expected), what
            count += 1
    assert count > 30


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"t: &a x\nu: v\n", "x.yaml:1:4: een woord met & vooraan mag hier niet"),
        (b"t: &a x\nu: *a\n", "x.yaml:2:4: een woord met * vooraan mag hier niet"),
        (b"t: !!str x\n", "x.yaml:1:4: een woord met ! vooraan mag hier niet"),
        (b"t: [a\nu: b\n", "x.yaml:1:4: wat met [ begint, wordt niet goed gesloten"),
        (b"t: a\nt: b\n", "x.yaml:2:1: de sleutel 't' staat hier voor de tweede keer"),
        (b"t: a\n---\nt: b\n", "x.yaml:2:1: hier begint een tweede document"),
        (b"", "x.yaml: dit bestand is leeg"),
        (b"t: caf\xe9\n", "x.yaml:1:7: dit bestand is niet opgeslagen als UTF-8"),
    ],
)
def test_a_file_that_is_not_sound_is_not_changed(data: bytes, said: str) -> None:
    with pytest.raises(AuthorError) as caught:
        EditableFile(data, "x.yaml", KIND)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file: file.changed("weg", "x"), "'weg' staat niet in dit bestand"),
        (lambda file: file.changed("opgaven", "x"), "'opgaven' is geen tekst maar een lijst of een blok"),
        (lambda file: file.changed("titel", "a\x00b"), "hier staat een onzichtbaar teken (U+0000)"),
        (lambda file: file.changed("titel", "a\u2028b"), "hier staat een onzichtbaar teken (U+2028)"),
        (lambda file: file.added("titel", "x"), "'titel' staat er al"),
        (lambda file: file.added("titel.x", "x"), "'titel' is geen blok met sleutels"),
        (lambda file: file.inserted("titel", 0, "x"), "'titel' is geen lijst"),
        (lambda file: file.inserted("kort", 3, "x"), "'kort' is geen lijst met zo veel punten"),
        (lambda file: file.moved("titel", 0, 0), "'titel' is geen lijst"),
        (lambda file: file.moved("kort", 0, 2), "'kort' is geen lijst met zo veel punten"),
        (lambda file: file.removed(""), "het hele bestand kan niet weg"),
        (lambda file: file.removed("opgaven[9]"), "'opgaven[9]' staat niet in dit bestand"),
    ],
)
def test_what_cannot_be_is_said_in_dutch(change: Any, said: str) -> None:
    file = EditableFile(KIT.encode(), "casus.yaml", KIND)
    with pytest.raises(AuthorError) as caught:
        change(file)
    assert said in str(caught.value)
    assert "hint: " in str(caught.value)
    assert file.data == KIT.encode()
