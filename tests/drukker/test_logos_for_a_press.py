"""A logo with gradients and glass goes to a press in its inks; where that cannot be, the shop is not sent a file."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from speelveld.errors import AuthorError
from speelveld.pdf.preflight import Findings, inspect
from tests.makers.kits import ROOT, Made, Maker, make_kit
from tests.oracles.verapdf import check

pytestmark = pytest.mark.slow

ROOT_TAG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">'
PLAIN = '<rect width="100" height="40" fill="#005ca9"/>'
GRADIENT = (
    '<linearGradient id="g"><stop stop-color="#005ca9"/><stop offset="1" stop-color="#00a9e0"/></linearGradient>'
    '<circle cx="50" cy="20" r="15" fill="url(#g)"/>'
)
GLASS = '<g opacity=".5"><rect width="60" height="40" fill="#005ca9"/><circle cx="60" cy="20" r="15"/></g>'
FADING = GRADIENT.replace('#00a9e0"', '#00a9e0" stop-opacity="0"')
BOARD = ("speelbord",)


@pytest.fixture
def casus(tmp_path: Path) -> Callable[[str], Path]:
    """Return what makes a casus with a logo."""

    def made(body: str) -> Path:
        shutil.copy(ROOT / "decks" / "nieuw" / "casus.yaml", tmp_path)
        (tmp_path / "logo.svg").write_text(f"{ROOT_TAG}{body}</svg>", encoding="utf-8")
        with (tmp_path / "casus.yaml").open("a", encoding="utf-8") as file:
            file.write("\nhuisstijl: {logo: logo.svg, logo_tekst: Logo van ons}\n")
        return tmp_path

    return made


def found(made: list[Made]) -> Findings:
    (board,) = made
    return inspect(board.pdf)


@pytest.mark.parametrize(("body", "clear"), [(PLAIN, False), (GRADIENT, False), (GLASS, True), (FADING, True)])
def test_a_logo_is_printed_in_cmyk_and_the_check_sees_what_is_clear(
    casus: Callable[[str], Path], files: Maker, body: str, clear: bool
) -> None:
    made = files(casus(body), only=BOARD)
    findings = found(made)
    assert findings.foreign == ()
    assert findings.transparent is clear
    assert findings.ink <= 300.01
    with pikepdf.open(BytesIO(made[0].pdf)) as pdf:
        group = pdf.pages[0].obj.get("/Group")
        # ISO 15930-7, 6.3: what is mixed, is mixed in the inks of the press.
        assert (group is not None and group.CS == "/DeviceCMYK") is clear


@pytest.mark.parametrize("body", [PLAIN, GRADIENT])
def test_what_is_not_clear_may_be_pdfx_1a(casus: Callable[[str], Path], files: Maker, body: str) -> None:
    findings = found(files(casus(body), "x1a", BOARD))
    assert (findings.version, findings.transparent) == ("PDF/X-1a:2003", False)


@pytest.mark.parametrize("body", [GLASS, FADING])
def test_what_is_clear_is_refused_for_pdfx_1a(casus: Callable[[str], Path], files: Maker, body: str) -> None:
    with pytest.raises(AuthorError) as caught:
        files(casus(body), "x1a", BOARD)
    (problem,) = caught.value.problems
    assert problem.message == "het logo is hier en daar doorzichtig, en dat kan niet in PDF/X-1a: Speelbord"
    assert problem.hint == "vraag de drukker of PDF/X-4 mag, of bewaar het logo als png met een dekkende achtergrond"


def pressed(content: str, **resources: pikepdf.Object) -> Findings:
    """Return what is found on a page of 100 by 100 with this content."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.obj.Resources = pikepdf.Dictionary({f"/{key}": value for key, value in resources.items()})
    page.obj.Contents = pdf.make_stream(content.encode())
    out = BytesIO()
    pdf.save(out)
    return inspect(out.getvalue())


def test_the_ink_of_a_gradient_is_that_of_its_darkest_stop() -> None:
    middle = "[<</FunctionType 2 /Domain [0 1] /C0 [.1 .2 0 0] /C1 [.9 .8 .7 .1] /N 1>>"
    text = (
        "<</Sh <</ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 1 0] /Function <</FunctionType 3 /Domain [0 1] "
        f"/Functions {middle} <</FunctionType 2 /Domain [0 1] /C0 [.9 .8 .7 .1] /C1 [0 0 0 1] /N 1>>] "
        "/Bounds [.5] /Encode [0 1 0 1]>>>>>>"
    )
    shading = pikepdf.Object.parse(text.encode())
    assert pressed("q 0 0 50 50 re W n /Sh sh Q", Shading=shading).ink == pytest.approx(250)
    rgb = pikepdf.Object.parse(text.replace("CMYK", "RGB").encode())
    assert pressed("/Sh sh", Shading=rgb).foreign == ("/DeviceRGB",)


def test_what_is_cut_off_lays_no_ink_and_no_thin_line() -> None:
    thin = "1 1 1 1 k 1 1 1 1 K .1 w 70 70 20 20 re B"
    assert pressed(f"q 0 0 50 50 re W n {thin} Q").ink == 0
    assert pressed(f"q 0 0 50 50 re W n {thin} Q").thinnest is None
    seen = pressed(f"q 0 0 80 80 re W n {thin} Q")
    assert (seen.ink, seen.thinnest) == (400, pytest.approx(0.1))
    # A clip ends where its graphics state does, and within another one only what both show is seen.
    assert pressed(f"q 0 0 50 50 re W n Q {thin}").ink == 400
    assert pressed(f"q 0 0 80 80 re W n q 0 0 60 90 re W n {thin} Q Q").ink == 0


def test_a_logo_that_is_clear_keeps_to_pdf_a(casus: Callable[[str], Path], tmp_path: Path) -> None:
    folder = casus(GLASS + FADING)
    made = [one for one in make_kit(folder, ("web",), only=BOARD) if one.pdf]
    path = tmp_path / "bord.pdf"
    path.write_bytes(made[0].pdf)
    wrong = check([("2a", path), ("ua1", path)])
    assert list(wrong.values()) == [[], []]
