"""Objects that are written as text, and files that are packed from them, say what was meant to who reads them."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from speelveld.files import ReadFile
from speelveld.geometry import Matrix, Rect
from speelveld.pdf import raw
from speelveld.pdf.extent import extent
from speelveld.pdf.packed import packed
from speelveld.typeset import Picture


@pytest.mark.parametrize(
    "text",
    [
        "Kaart 1",
        "",
        "(half",
        "a\\b) (c",
        "twee\nregels",
        "één café – 3 €",
        "\N{SOFT HYPHEN}",
        "\N{GRINNING FACE}",
        "þÿ",
    ],
)
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assert str(pikepdf.Object.parse(raw.string(text).encode("ascii"))) == text


@pytest.mark.parametrize(
    ("value", "said"), [(1.0, "1"), (-0.0001, "0"), (1e-9, "0"), (841.889764, "841.89"), (1e15, "1000000000000000")]
)
def test_a_number_has_no_exponent_and_no_idle_zeros(value: float, said: str) -> None:
    assert raw.decimal(value, 2) == said


def test_what_is_in_a_dictionary_comes_out_of_it() -> None:
    written = raw.dictionary({"S": "/P", "K": raw.array([0, 1, raw.dictionary({"MCID": 2})]), "T": raw.string("a)")})
    read = pikepdf.Object.parse(written.encode("ascii"))
    assert read.S == pikepdf.Name.P
    assert [read.K[0], read.K[1], read.K[2].MCID] == [0, 1, 2]
    assert str(read.T) == "a)"


def file(count: int, *, left_out: int = 0) -> bytes:
    """Return a file with a catalog, an empty page, a stream, and `count` numbers that the catalog names."""
    numbers = [number for number in range(10, 10 + count) if number != left_out]
    small = {
        1: raw.dictionary({"Type": "/Catalog", "Pages": "2 0 R", "Own": raw.array(map(raw.reference, numbers))}),
        2: "<</Type /Pages /Kids [5 0 R] /Count 1>>",
        5: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources <<>>>>",
        3: raw.dictionary({"Title": raw.string("Proef")}),
        **{number: str(number * 7) for number in numbers},
    }
    streams = {4: raw.stream({"Type": "/Proef"}, b"binnen\nendstream?")}
    return packed({number: text.encode("ascii") for number, text in small.items()}, streams, 1, 3)


@pytest.mark.parametrize("count", [1, 195, 196, 197, 198, 1000])
def test_every_object_is_found_in_a_packed_file(count: int) -> None:
    with pikepdf.open(BytesIO(file(count)), attempt_recovery=False) as pdf:
        assert [int(own) for own in pdf.Root.Own] == [number * 7 for number in range(10, 10 + count)]
        assert pdf.get_object(4, 0).read_raw_bytes() == b"binnen\nendstream?"
        assert str(pdf.docinfo.Title) == "Proef"
        assert not pdf.check_pdf_syntax()


def test_a_number_without_an_object_is_free() -> None:
    with pikepdf.open(BytesIO(file(300, left_out=150)), attempt_recovery=False) as pdf:
        assert len(pdf.Root.Own) == 299
        assert pdf.get_object(150, 0) is None
        assert pdf.get_object(151, 0) == 151 * 7


def test_files_are_known_apart_by_what_is_in_them() -> None:
    def mark(data: bytes) -> bytes:
        with pikepdf.open(BytesIO(data)) as pdf:
            return bytes(pdf.trailer.ID[0])

    assert mark(file(5)) == mark(file(5))
    assert mark(file(5)) != mark(file(6))


@pytest.mark.parametrize(
    ("matrix", "box"),
    [
        (Matrix(2.0, 0.0, 0.0, 2.0, 5.0, 7.0), (5.0, 7.0, 62.0, 60.0)),
        (Matrix(0.0, 1.0, -1.0, 0.0, 0.0, 0.0), (-30.0, 0.0, 30.0, 31.0)),
        # A turn by an eighth: the box around the two turned boxes, which is smaller than that around all, turned.
        (Matrix(1.0, 1.0, -1.0, 1.0, 0.0, 0.0), (-10.0, 0.0, 20.0, 61.0)),
    ],
)
def test_the_box_around_items_is_as_tight_as_it_can_be(matrix: Matrix, box: tuple[float, ...]) -> None:
    items = [
        Picture(ReadFile(Path("a"), b""), Rect(0.0, 0.0, 10.0, 10.0)),
        Picture(ReadFile(Path("b"), b""), Rect(30.0, 29.0, 1.0, 1.0)),
    ]
    found = extent(items, matrix)
    assert found is not None
    assert (found.x, found.y, found.width, found.height) == pytest.approx(box)
