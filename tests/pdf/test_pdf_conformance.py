"""Every file of every bundled kit keeps to PDF/A-2, and what is tagged to PDF/UA-1: asked of veraPDF in one run."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from speelveld.sheet.duplex import Duplex
from tests.makers.kits import CASUSSEN, ROOT, USUAL, bundled_kit, make_kit
from tests.makers.once import once
from tests.oracles.spoken import poor
from tests.oracles.tagtree import faults
from tests.oracles.verapdf import Broken, check

pytestmark = pytest.mark.slow

OTHER = "otherwise"
"""A kit with every option that changes how it is printed."""
Change = Callable[[pikepdf.Pdf], None]
Files = Callable[[bool], dict[str, Path]]
Verdicts = Callable[[bool], Mapping[tuple[str, str], list[Broken]]]
"""Of the usual kits and all that is made here, or of the others."""


def _section(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return the first part behind the contents."""
    return pdf.Root.StructTreeRoot.K.K[1]


def _first(element: pikepdf.Object, role: str) -> pikepdf.Object:
    """Return the first element of a role, in reading order."""
    return next(found for found in _elements(element) if str(found.S) == f"/{role}")


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.get("/K", Array()):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _xmp(old: bytes, new: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return change


def _without_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _without_mark(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[0].Contents
    contents.write(contents.read_bytes().replace(b"/P <</MCID 1>> BDC", b"/Span BMC", 1))


def _empty_alt(pdf: pikepdf.Pdf) -> None:
    _first(_section(pdf), "Figure").Alt = pikepdf.String("")


def _skipped_heading(pdf: pikepdf.Pdf) -> None:
    _section(pdf).K[0].S = Name.H3


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _without_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _without_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.FontDescriptor.FontFile2


def _without_unicode(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.ToUnicode


def _without_scope(pdf: pikepdf.Pdf) -> None:
    del _first(_section(pdf), "TH").A


def _paragraph_in_item(pdf: pikepdf.Pdf) -> None:
    _first(_section(pdf), "LI").K[0].S = Name.P


def _without_title_in_window(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences.DisplayDocTitle


def _with_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _short_row(pdf: pikepdf.Pdf) -> None:
    row = _first(_section(pdf), "TR")
    row.K = Array([row.K[0]])


def _link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].Annots[0]


def _speechless_link(pdf: pikepdf.Pdf) -> None:
    del _link(pdf).Contents


def _link_in_a_span(pdf: pikepdf.Pdf) -> None:
    _first(pdf.Root.StructTreeRoot.K.K[0], "Link").S = Name.Span


def _link_without_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Tabs


def _hidden_link(pdf: pikepdf.Pdf) -> None:
    _link(pdf).F = 2


_UA_SCHEMA = b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
# A file that is spoiled in one way, and a rule that then has to be broken.
MUTANTS: Mapping[str, tuple[Change, str, str]] = {
    "no tag tree": (_without_tree, "ua1", "7.1-11"),
    "text in no mark": (_without_mark, "ua1", "7.1-3"),
    "an empty alternative": (_empty_alt, "ua1", "7.3-1"),
    "a heading skipped": (_skipped_heading, "ua1", "7.4.2-1"),
    "no language": (_without_language, "ua1", "7.2-34"),
    "no scope in a table head": (_without_scope, "ua1", "7.5-1"),
    "a paragraph straight in a list item": (_paragraph_in_item, "ua1", "7.2-20"),
    "a row that is too short": (_short_row, "ua1", "7.2-42"),
    "no title in the window": (_without_title_in_window, "ua1", "7.1-10"),
    "no title": (_xmp(b"dc:title>", b"dc:rights>"), "ua1", "7.1-9"),
    "no claim of PDF/UA": (_xmp(b"<pdfuaid:part>1</pdfuaid:part>", b""), "ua1", "5-1"),
    "characters without Unicode": (_without_unicode, "ua1", "7.21.7-1"),
    "fonts left out": (_without_font, "2a", "6.2.11.4.1-1"),
    "no colour profile": (_without_profile, "2a", "6.2.4.3-2"),
    "no claim of PDF/A": (_xmp(b"<pdfaid:part>2</pdfaid:part>", b""), "2a", "6.6.4-2"),
    "the claim of PDF/UA not described": (
        _xmp(_UA_SCHEMA, _UA_SCHEMA.replace(b"pdfua/", b"ander/")),
        "2a",
        "6.6.2.3.1-1",
    ),
    "a script": (_with_script, "2a", "6.5.1-1"),
    "a link that says not where it leads": (_speechless_link, "ua1", "7.18.5-2"),
    "a link that is none to the tree": (_link_in_a_span, "ua1", "7.18.5-1"),
    "links in no order": (_link_without_order, "ua1", "7.18.3-1"),
    "a link that is not printed": (_hidden_link, "2a", "6.3.2-2"),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, paper: bytes) -> Files:
    """Return what gives every file to check, by a name that tells where it is from."""

    @cache
    def made(usual: bool) -> dict[str, Path]:
        folder = tmp_path_factory.mktemp("keuring")
        paths = {}
        for number, (name, data) in enumerate(_files(usual, paper)):
            paths[name] = folder / f"{number}.pdf"
            paths[name].write_bytes(data)
        return paths

    return made


def _files(usual: bool, paper: bytes) -> Iterator[tuple[str, bytes]]:
    for casus in USUAL if usual else sorted(set(CASUSSEN) - set(USUAL)):
        # Hand-outs of both profiles are the same file, as a test below shows: looked at once.
        for made in {made.pdf: made for made in bundled_kit(casus)}.values():
            yield f"{'tagged ' if made.tagged else ''}{casus}/{made.name}", made.pdf
    if not usual:
        return
    yield "tagged paper", paper
    for made in make_kit(ROOT / "decks" / "nieuw", paper="a3", large_print=True, duplex=Duplex.GEEN):
        yield f"{'tagged ' if made.tagged else ''}{OTHER}/{made.name}", made.pdf
    for name, (change, _, _) in MUTANTS.items():
        with pikepdf.open(BytesIO(paper)) as pdf:
            change(pdf)
            out = BytesIO()
            pdf.save(out)
            yield f"mutant {name}", out.getvalue()


@pytest.fixture(scope="module")
def verdicts(files: Files) -> Verdicts:
    """Return what gives the rules each file breaks, by flavour and name."""
    return lambda usual: once(lambda: _verdicts(files(usual)), "verdicts", usual)


def _verdicts(files: Mapping[str, Path]) -> Mapping[tuple[str, str], list[Broken]]:
    asked = []
    for name in files:
        if name.startswith("mutant "):
            asked.append((MUTANTS[name.removeprefix("mutant ")][1], name))
        else:
            asked += [("ua1", name), ("2a", name)] if name.startswith("tagged ") else [("2b", name)]
    found = check([(flavour, files[name]) for flavour, name in asked])
    return {(flavour, name): found[flavour, files[name]] for flavour, name in asked}


def _told(verdicts: Verdicts, casus: str) -> list[str]:
    found = verdicts(casus in (*USUAL, OTHER, "paper"))
    own = {asked: broken for asked, broken in found.items() if asked[1].removeprefix("tagged ").startswith(casus)}
    assert len(own) >= 2
    return [
        f"{flavour} {name}: {found.rule} {found.says} {found.place}"
        for (flavour, name), broken in own.items()
        for found in broken
    ]


@pytest.mark.parametrize("casus", [*CASUSSEN, OTHER, "paper"])
def test_every_file_keeps_to_the_standards_it_claims(verdicts: Verdicts, casus: str) -> None:
    assert _told(verdicts, casus) == []


@pytest.mark.parametrize("casus", CASUSSEN)
def test_every_tagged_file_makes_sense_to_who_listens(files: Files, casus: str) -> None:
    tagged = [path for name, path in files(casus in USUAL).items() if name.startswith(f"tagged {casus}/")]
    assert len(tagged) == 8
    for path in tagged:
        assert poor(path.read_bytes()) == []


@pytest.mark.parametrize("casus", CASUSSEN)
def test_the_kits_hold_papers_and_sheets(files: Files, casus: str) -> None:
    made = files(casus in USUAL)
    assert [name for name in made if name.startswith(f"tagged {casus}/")]
    assert [name for name in made if name.startswith(f"{casus}/")]


@pytest.mark.parametrize("casus", CASUSSEN)
def test_every_mark_and_link_of_every_tagged_file_leads_to_its_element_and_back(files: Files, casus: str) -> None:
    tagged = [path for name, path in files(casus in USUAL).items() if name.startswith(f"tagged {casus}/")]
    assert len(tagged) > 6
    for path in tagged:
        assert faults(path.read_bytes()) == []


def test_the_check_passes_what_it_should(verdicts: Verdicts) -> None:
    assert verdicts(True)["ua1", "tagged paper"] == []
    assert verdicts(True)["2a", "tagged paper"] == []


@pytest.mark.parametrize("mutant", MUTANTS)
def test_the_check_can_fail(verdicts: Verdicts, mutant: str) -> None:
    _, flavour, rule = MUTANTS[mutant]
    assert rule in [broken.rule for broken in verdicts(True)[flavour, f"mutant {mutant}"]]
