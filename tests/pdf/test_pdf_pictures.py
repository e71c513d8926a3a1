"""Pictures stand upright in their box at every turn, in their own colours, with what is clear left clear."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from speelveld.files import read_file
from speelveld.geometry import Rect, Size
from speelveld.typeset import Frame, Item, Picture
from speelveld.units import mm
from tests.makers.drawing import Ink, MakePdf, On, Sheet, square
from tests.oracles.boxes import Box
from tests.oracles.pixels import any_ink, ink_box, page

PAGE = Size(mm(80), mm(80))
FRAME = Size(mm(40), mm(30))
QUARTERS = {"ff0000": (0, 0), "00aa00": (1, 0), "0000ff": (1, 1), "aa00aa": (0, 1)}
Save = Callable[..., Path]


def quartered(mode: str = "RGB") -> Image.Image:
    """Return a picture of 40 by 20 pixels: red, green, blue and purple, clockwise from the top left."""
    image = Image.new("RGB", (40, 20))
    for color, (x, y) in QUARTERS.items():
        image.paste(f"#{color}", (x * 20, y * 10, x * 20 + 20, y * 10 + 10))
    return image.convert(mode)


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def saved(image: Image.Image, name: str = "beeld.png", **options: object) -> Path:
        path = tmp_path / name
        image.save(path, **options)
        return path

    return saved


def drawn(
    make: MakePdf, path: Path, *, at: Rect | None = None, turn: int = 0, under: list[Item] | None = None
) -> bytes:
    """Return a PDF with the picture 20 by 10 mm at (5, 5) in a frame of 40 by 30 mm."""
    picture = Picture(read_file(path), Rect(mm(5), mm(5), mm(20), mm(10)))
    frame = Frame(FRAME, (*(under or []), picture), "Beeld")
    return make([Sheet(PAGE, [On(frame, at or Rect(mm(10), mm(10), FRAME.width, FRAME.height), turn)])])


def images(pdf: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            pikepdf.Dictionary(found.stream_dict)
            for found in file.objects
            if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"
        ]


@pytest.mark.parametrize(
    ("turn", "box", "order"),
    [
        (0, Box(15, 15, 35, 25), "ff0000 00aa00 0000ff aa00aa"),
        (90, Box(25, 15, 35, 35), "aa00aa ff0000 00aa00 0000ff"),
        (180, Box(25, 25, 45, 35), "0000ff aa00aa ff0000 00aa00"),
        (270, Box(15, 25, 25, 45), "00aa00 0000ff aa00aa ff0000"),
    ],
)
def test_a_picture_stands_upright_in_its_frame(make: MakePdf, save: Save, turn: int, box: Box, order: str) -> None:
    size = FRAME if turn % 180 == 0 else FRAME.turned()
    at = Rect(mm(10), mm(10), size.width, size.height)
    picture = page(drawn(make, save(quartered()), at=at, turn=turn))
    seen = any_ink(picture)
    assert seen is not None
    assert seen.near(box, 0.3)
    middle_x, middle_y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    quarters = [
        Box(box.left, box.top, middle_x, middle_y),
        Box(middle_x, box.top, box.right, middle_y),
        Box(middle_x, middle_y, box.right, box.bottom),
        Box(box.left, middle_y, middle_x, box.bottom),
    ]
    for color, quarter in zip(order.split(), quarters, strict=True):
        found = ink_box(picture, color, 10)
        assert found is not None
        assert found.near(quarter, 0.6), color


def test_what_is_clear_shows_what_lies_under_it(make: MakePdf, save: Save, ink: Ink) -> None:
    image = Image.new("RGBA", (40, 20), (255, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 20, 20))
    pdf = drawn(make, save(image), under=[square(0, 0, 30, ink("0000ff"))])
    picture = page(pdf)
    red, blue = ink_box(picture, "ff0000", 5), ink_box(picture, "0000ff", 5)
    assert red is not None
    assert blue is not None
    assert red.near(Box(15, 15, 25, 25), 0.6)
    assert blue.near(Box(10, 10, 40, 40), 0.3)
    assert len(images(pdf)) == 2


@pytest.mark.parametrize("mode", ["P", "L", "LA", "I;16"])
def test_a_picture_of_another_kind_keeps_its_look(make: MakePdf, save: Save, mode: str) -> None:
    if mode == "I;16":
        grey = Image.new("I;16", (40, 20), 0x8000)
    else:
        plain = Image.new("RGB", (40, 20), (128, 128, 128))
        grey = plain.quantize(4) if mode == "P" else plain.convert(mode)
    picture = page(drawn(make, save(grey)))
    middle = picture.getpixel((round(25 / 25.4 * 300), round(20 / 25.4 * 300)))
    assert isinstance(middle, tuple)
    assert all(abs(part - 128) <= 2 for part in middle)


def test_a_palette_with_one_clear_colour_is_clear_there(make: MakePdf, save: Save) -> None:
    image = Image.new("P", (40, 20), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(1, (0, 0, 20, 20))
    picture = page(drawn(make, save(image, transparency=0)))
    assert ink_box(picture, "ff0000", 5) is None
    assert ink_box(picture, "0000ff", 5) is not None


def test_a_jpeg_goes_in_as_it_is(make: MakePdf, save: Save) -> None:
    path = save(quartered(), "foto.jpg", quality=95)
    (image,) = images(drawn(make, path))
    assert image.Filter == "/DCTDecode"
    assert image.Length == path.stat().st_size


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_it_was_taken(make: MakePdf, save: Save, orientation: int) -> None:
    # What a camera held in that way stores, so that turned back it shows the four quarters.
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = quartered().resize((200, 100), Image.Resampling.NEAREST)
    if orientation in back:
        stored = stored.transpose(back[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = save(stored, "foto.jpg", quality=95, subsampling=0, exif=exif)
    picture = page(drawn(make, path))
    for color, (x, y) in QUARTERS.items():
        spot = ((20 + 10 * x) / 25.4 * 300, (17.5 + 5 * y) / 25.4 * 300)
        pixel = picture.getpixel((round(spot[0]), round(spot[1])))
        wanted = tuple(int(color[index : index + 2], 16) for index in (0, 2, 4))
        assert isinstance(pixel, tuple)
        assert all(abs(one - two) < 20 for one, two in zip(pixel, wanted, strict=True)), (color, pixel)


def test_a_jpeg_for_a_press_becomes_rgb(make: MakePdf, save: Save) -> None:
    path = save(Image.new("CMYK", (40, 20), (0, 255, 255, 0)), "drukwerk.jpg", quality=95)
    pdf = drawn(make, path)
    assert [image.ColorSpace for image in images(pdf)] == ["/DeviceRGB"]
    assert ink_box(page(pdf), "ff0000", 60) is not None


def test_a_picture_with_a_profile_of_its_own_is_turned_into_srgb(make: MakePdf, save: Save) -> None:
    # In this profile the numbers for red mean another red than in sRGB.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    swapped = bytearray(profile)
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    path = save(Image.new("RGB", (40, 20), (255, 0, 0)), "ander.png", icc_profile=bytes(swapped))
    assert ink_box(page(drawn(make, path)), "00ff00", 30) is not None


def test_a_picture_with_a_broken_profile_shows_its_own_numbers(make: MakePdf, save: Save) -> None:
    path = save(Image.new("RGB", (40, 20), (255, 0, 0)), "stuk.png", icc_profile=b"geen profiel")
    assert ink_box(page(drawn(make, path)), "ff0000", 30) is not None


def test_a_picture_used_on_every_page_is_in_the_file_once(make: MakePdf, save: Save) -> None:
    frame = Frame(FRAME, (Picture(read_file(save(quartered())), Rect(0, 0, mm(20), mm(10))),), "Beeld")
    sheet = Sheet(PAGE, [On(frame, Rect(0, 0, FRAME.width, FRAME.height))] * 3)
    assert len(images(make([sheet, sheet]))) == 1
