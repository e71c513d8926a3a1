"""Whatever is wrong with a picture is said when it is checked; what is not refused there, is drawn."""

import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from speelveld.geometry import Size
from speelveld.pixels import SHOWN_PIXELS, PictureError, picture_size, read_picture
from tests.makers.pictures import chunk, damaged, outcome, saved, sound_pictures, with_chunk, without

pytestmark = pytest.mark.slow

PLAIN = saved(Image.linear_gradient("L").resize((40, 30)), "PNG")
BROKEN = "geweigerd: is geen plaatje, of het is beschadigd"


@pytest.mark.parametrize(("name", "data"), sound_pictures(), ids=[name for name, _ in sound_pictures()])
def test_a_sound_picture_is_drawn(name: str, data: bytes) -> None:
    assert outcome(data) == "getekend", name


def test_no_damage_is_an_error_of_the_program() -> None:
    chance, pictures = random.Random(12), sound_pictures()
    found = {outcome(damaged(chance.choice(pictures)[1], chance)).partition(":")[0] for _ in range(120)}
    assert found == {"getekend", "geweigerd"}


def exif(kind: int, value: bytes) -> bytes:
    """Return a PNG chunk that says how the camera was held, as one value of a kind that may be wrong."""
    entry = b"\x01\x12" + kind.to_bytes(2) + b"\0\0\0\x01" + value
    return chunk(b"eXIf", b"MM\0\x2a\0\0\0\x08\0\x01" + entry + b"\0\0\0\0")


@pytest.mark.parametrize(
    ("data", "result"),
    [
        (with_chunk(PLAIN, exif(2, b"6\0\0\0")), "getekend"),
        (with_chunk(PLAIN, exif(3, b"\0\x63\0\0")), "getekend"),
        (with_chunk(PLAIN, exif(5, b"\xff\xff\xff\xff")), "getekend"),
        (with_chunk(PLAIN, chunk(b"eXIf", b"MM\0\x2a\0\0\0\x08\0\x05")), "getekend"),
        (with_chunk(PLAIN, chunk(b"eXIf", b"")), "getekend"),
        (with_chunk(PLAIN, chunk(b"iCCP", b"a\0\0" + zlib.compress(b"geen profiel"))), "getekend"),
        (with_chunk(PLAIN, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(70_000_000)))), BROKEN),
        (with_chunk(PLAIN, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(70_000_000))), last=True), BROKEN),
        (PLAIN[:33] + chunk(b"IDAT", zlib.compress(bytes(9))) + PLAIN[-12:], BROKEN),
        (PLAIN[:33] + chunk(b"IDAT", b"geen zlib") + PLAIN[-12:], BROKEN),
        (PLAIN[:33] + chunk(b"IDAT", zlib.compress(b"\x09" * 5000)) + PLAIN[-12:], BROKEN),
        (PLAIN[:33] + PLAIN[-12:], BROKEN),
        (without(dict(sound_pictures())["png P"], b"PLTE"), BROKEN),
    ],
)
def test_odd_facts_are_left_out_and_a_broken_picture_is_refused(data: bytes, result: str) -> None:
    assert outcome(data) == result


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_as_the_camera_was_held(turn: int) -> None:
    picture = Image.new("RGB", (40, 20), "white")
    picture.paste("red", (0, 0, 20, 10))
    held = Image.Exif()
    held[0x0112] = turn
    data = saved(picture, "PNG", exif=held)
    upright = read_picture(data)
    assert picture_size(data) == (Size(20, 40) if turn > 4 else Size(40, 20))
    assert upright.size == ((20, 40) if turn > 4 else (40, 20))
    # EXIF 2.3, table 6: where the first row and column are seen.
    top, left = turn in (1, 2, 5, 6), turn in (1, 4, 5, 8)
    x, y = 2 if left else upright.width - 3, 2 if top else upright.height - 3
    assert upright.getpixel((x, y)) == (255, 0, 0)


def test_a_picture_larger_than_a_page_shows_comes_smaller() -> None:
    for size in ((4242, 4242), (4243, 4243)):
        picture = read_picture(saved(Image.new("L", size, 200), "PNG"))
        fits = size[0] * size[1] <= SHOWN_PIXELS
        assert picture.size == (size if fits else (2122, 2122))
        assert picture.getextrema() == (200, 200)


def test_a_half_jpeg_of_a_phone_is_refused(tmp_path: Path) -> None:
    whole = dict(sound_pictures())["mpo"]
    with pytest.raises(PictureError):
        read_picture(whole[:600])


WORK = """
import sys, zlib
from pathlib import Path
from speelveld.colors.inks import Inks
from speelveld.files import read_file
from speelveld.resources import press_profile
import pikepdf
from speelveld.pdf.images import add_image
from speelveld.pdf.press_images import add_press_image
from speelveld.profiles.drukker.resolution import Resolution
class Draft:
    def add_stream(self, entries, data, *, coded=False):
        zlib.compress(data, 1)
        return 1
file = read_file(Path(sys.argv[1]))
add_image(Draft(), file)
Resolution()._size(file)
add_press_image(pikepdf.new(), file, Inks(press_profile(), 300), None, 600.0)
# Not ru_maxrss: before it is another program, the new process is as large as the one that starts it.
(most,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(most.split()[1]) // 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process took")
@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_fifty_million_points_take_at_most_400_megabytes(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "groot.png"
    Image.new(mode, (20_000, 2_500), 77).save(path, compress_level=1)
    found = subprocess.run([sys.executable, "-c", WORK, str(path)], capture_output=True, text=True, check=False)
    assert found.stderr == ""
    assert int(found.stdout) <= 400
