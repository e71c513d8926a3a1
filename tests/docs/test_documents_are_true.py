"""What the documents say is so: commands, options, files and links exist."""

import re
from pathlib import Path

import click
import pytest

from speelveld.build.checking import check_words
from speelveld.build.pipeline import load
from speelveld.cli.main import cli
from speelveld.deck.rules import load_rules
from speelveld.errors import AuthorError, ExitCode
from speelveld.markup.filters.texts import NUMERALS
from speelveld.woorden import WOORDEN

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "docs/handleiding.md",
        "docs/opmaak.md",
        "docs/woordenlijst.md",
        "docs/keuzes.md",
        "docs/speelverslag.md",
        "docs/voorbeelden.md",
    )
]


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts} | {
        "--help",
        "-h",
    }


def test_the_documents_are_there() -> None:
    assert [path.name for path in DOCUMENTS if not path.is_file()] == []
    assert len(DOCUMENTS) == 10


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (path.parent / link).exists()] == []


def commands(start: str, *paths: Path) -> list[str]:
    """Return the lines of examples in documents that begin with `start`."""
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    found = [line.partition("#")[0].strip() for line in lines if line.startswith(f"{start} ")]
    assert found, start
    return found


def test_every_command_in_the_documents_exists_with_its_options() -> None:
    lines = commands("speelveld", *DOCUMENTS)
    assert len(lines) >= 12
    for line in lines:
        words = line.split()
        command = cli.commands[words[1]]
        assert {word for word in words[2:] if word.startswith("--")} <= options_of(command), line


def test_every_target_of_make_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    there = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    texts = " ".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    named = {line.split()[1] for line in commands("make", *DOCUMENTS)} | set(re.findall(r"`make ([a-z]+)`", texts))
    assert len(named) >= 4
    assert named - there == set()


def test_every_script_in_the_documents_exists() -> None:
    texts = " ".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    scripts = set(re.findall(r"\bpython ([\w/]+\.py)", texts))
    modules = {f"{name.replace('.', '/')}.py" for name in re.findall(r"\bpython -m (tests[\w.]+)", texts)}
    assert scripts
    assert modules
    assert [path for path in scripts | modules if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_the_project_that_is_named_is_there(path: Path) -> None:
    top = "|".join(sorted(entry.name for entry in ROOT.iterdir() if entry.is_dir()))
    named = re.findall(rf"`((?:{top})/[\w./-]+)`", path.read_text(encoding="utf-8"))
    # Authors have a folder `layouts` of their own, and what is made lies in `out`.
    theirs = ("out/", "layouts/") if path.name == "opmaak.md" else ("out/",)
    assert [name for name in named if not name.startswith(theirs) and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/keuzes.md"])
def test_every_room_that_is_named_is_there(name: str) -> None:
    rooms = re.findall(r"`([a-z_]+)/`", (ROOT / name).read_text(encoding="utf-8"))
    assert [room for room in rooms if not any((top / room).is_dir() for top in (ROOT, ROOT / "src/speelveld"))] == []


HANDLEIDING = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8")


def test_every_command_in_a_sentence_of_the_handleiding_exists_with_its_options() -> None:
    named = [code.split() for code in re.findall(r"`speelveld ([^`]+)`", HANDLEIDING)]
    assert len(named) > 8
    for words in named:
        known = options_of(cli.commands[words[0]]) if words[0] in cli.commands else options_of(cli)
        assert words[0] in cli.commands or words[0].startswith("--"), words
        assert {word for word in words if word.startswith("--")} <= known, words


def test_every_option_in_the_handleiding_is_one_of_the_program() -> None:
    known = {option for command in (cli, *cli.commands.values()) for option in options_of(command)}
    named = set(re.findall(r"`(--[a-z-]+)", HANDLEIDING))
    assert len(named) > 20
    assert named - known == set()


def test_every_command_is_in_the_handleiding() -> None:
    assert [name for name in cli.commands if f"speelveld {name}" not in HANDLEIDING] == []


def test_every_file_in_the_handleiding_is_one_that_the_program_makes_or_reads() -> None:
    named = set(re.findall(r"`([\w/-]+\.(?:pdf|png|json|yaml))`", HANDLEIDING))
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    jobs = (ROOT / "layouts" / "kit.yaml").read_text(encoding="utf-8")
    theirs = {"jansen.yaml", "drukkers/jansen.yaml"}  # an example of a file of one's own

    def known(name: str) -> bool:
        stem = re.sub(r"^\d+-", "", Path(name).stem)
        # A file for the web begins with the title of its casus.
        job = stem.rpartition("-")[2]
        in_deck = any((ROOT / folder / name.removeprefix("deck/")).is_file() for folder in ("decks/basis", "."))
        return bool(
            in_deck
            or f'"{Path(name).name}"' in source
            or re.search(rf"naam: ({stem}|{job})\b", jobs)
            or f'"{stem}"' in source
        )

    assert len(named) > 6
    assert [name for name in sorted(named - theirs) if not known(name)] == []


def test_the_places_in_the_examples_of_messages_are_those_of_the_casus_to_start_from(tmp_path: Path) -> None:
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    spoilt = text.replace("\nopgaven:\n", "\nopgavn:\n")
    (tmp_path / "casus.yaml").write_text(spoilt, encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        load(tmp_path, "mijn-casus")
    assert "opgavn" in caught.value.problems[-1].message
    assert f"fout: {caught.value.problems[-1]}" in HANDLEIDING
    jargon = text.replace("stoppen, maar bewoners willen", "stoppen, maar stakeholders willen")
    (tmp_path / "casus.yaml").write_text(jargon, encoding="utf-8")
    (remark,) = check_words(load(tmp_path, "mijn-casus")).casus
    assert f"let op: {remark.problem}" in HANDLEIDING


def test_no_line_of_the_changelog_stands_there_twice() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    bullets = re.findall(r"(?m)^- .*(?:\n  .*)*", text)
    assert len(bullets) > 20
    assert [bullet for bullet in bullets if bullets.count(bullet) > 1] == []


def test_every_option_of_maak_is_in_the_handleiding() -> None:
    text = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8")
    hidden = {"--json", "--stil", "--help", "-h", "--layouts"}
    assert [option for option in sorted(options_of(cli.commands["maak"]) - hidden) if option not in text] == []


def test_the_handleiding_names_every_exit_status() -> None:
    last = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8").rsplit("eindigt met een getal", 1)[1]
    assert {int(number) for number in re.findall(r"\d", last)} == {int(code) for code in ExitCode}


def test_the_woordenlijst_has_the_words_and_the_scales_of_the_game() -> None:
    text = (ROOT / "docs/woordenlijst.md").read_text(encoding="utf-8")
    rules = load_rules(ROOT / "decks/basis/spel.yaml", 120, {})
    told = {word.rstrip("*"): means for word, means in re.findall(r"^\| ([\w ]+\*?) \| (.*) \|$", text, re.MULTILINE)}
    assert f"van 0 tot {rules.steun_hoogst}" in told["steun"]
    assert f"van 0 tot {rules.regie_hoogst}" in told["regie"]
    assert f"de {NUMERALS[rules.dreamteam]} rollen" in told["dreamteam"]
    assert set(re.findall(r"^\| (\w+)\* \|", text, re.MULTILINE)) == set(WOORDEN)


def test_the_documents_stand_on_their_own() -> None:
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        assert "../shared" not in text
        assert "/work" not in text


def test_the_table_of_rooms_is_the_house() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = [
        name for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE) for name in re.findall(r"`([\w/]+)`", row)
    ]
    source = ROOT / "src" / "speelveld"
    rooms = {path.name + "/" for path in source.iterdir() if path.is_dir() and path.name != "__pycache__"}
    rooms |= {path.stem for path in source.glob("*.py") if not path.stem.startswith("__")}
    assert len(rooms) > 20
    assert sorted(named) == sorted(rooms)
