"""Draw kalibratie.png, the picture of the handleiding: the calibration sheet as one sees it against the light.

The sheet is the real one, printed by a printer that lays backs 2.5 mm too far to the right and 1 mm too low. Run it
with `make plaatjes` after the sheet has changed.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

from speelveld.kalibratie.sheet import calibration_pdf
from speelveld.resources import font_files
from speelveld.sheet.duplex import Duplex

TARGET = Path(__file__).with_suffix(".png")
DPI = 144
RIGHT, UP = 2.5, -1.0
PAPER, INK, MARK = "#ffffff", "#16191d", "#a93400"
# On the sheet, in millimetres: where the lines meet, and what of it is shown larger.
X_MEETS, Y_MEETS = (147, 83.5), (35.5, 197)
X_SHOWN, Y_SHOWN = (122, 65, 172, 92), (10, 180, 60, 207)


def main() -> None:
    """Write the picture."""
    sheet = _sheet()
    picture = Image.new("RGB", (1480, 1130), "#eceef0")
    whole = sheet.copy()
    for (x, y), radius in ((X_MEETS, 4.5), (Y_MEETS, 4.5)):
        _ring(whole, x, y, radius, 4)
    whole = whole.resize((760, round(760 * sheet.height / sheet.width)), Image.Resampling.LANCZOS)
    picture.paste(whole, (28, 28))
    _words(picture, 28 + 760 + 36)
    for box, meets, top in ((X_SHOWN, X_MEETS, 250), (Y_SHOWN, Y_MEETS, 640)):
        picture.paste(_larger(sheet, box, meets), (28 + 760 + 36, top))
    picture.quantize(48, dither=Image.Dither.NONE).save(TARGET, optimize=True)


def _sheet() -> Image.Image:
    """Return the sheet against the light: the front, and through the paper the back, paler and less sharp."""
    pdf = calibration_pdf("a4", Duplex.LANGE_ZIJDE, None, datetime(2026, 1, 1, tzinfo=UTC))
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        front, back = (document[number].render(scale=DPI / 72).to_pil().convert("L") for number in (0, 1))
    right, up = (length / 25.4 * DPI for length in (RIGHT, UP))
    matrix = (1, 0, -right, 0, 1, up)
    behind = ImageOps.mirror(back).transform(back.size, Image.Transform.AFFINE, matrix, fillcolor="white")
    pale = behind.filter(ImageFilter.GaussianBlur(0.9)).point(lambda grey: 255 - (255 - grey) * 0.6)
    return ImageChops.darker(front, pale).convert("RGB")


def _ring(image: Image.Image, x: float, y: float, radius: float, width: int) -> None:
    x, y, radius = (length / 25.4 * DPI for length in (x, y, radius))
    ImageDraw.Draw(image).ellipse((x - radius, y - radius, x + radius, y + radius), outline=MARK, width=width)


def _larger(sheet: Image.Image, box: tuple[float, float, float, float], meets: tuple[float, float]) -> Image.Image:
    ringed = sheet.copy()
    _ring(ringed, *meets, 5.5, 3)
    piece = ringed.crop(tuple(round(side / 25.4 * DPI) for side in box))
    return ImageOps.expand(piece.resize((600, round(600 * piece.height / piece.width)), Image.Resampling.LANCZOS), 2, "#c3c8ce")


def _words(picture: Image.Image, left: int) -> None:
    draw, fonts = ImageDraw.Draw(picture), font_files()

    def say(top: int, text: str, size: int, face: str = "gewoon", color: str = INK) -> None:
        draw.multiline_text((left, top), text, color, ImageFont.truetype(str(fonts[face]), size), spacing=9)

    say(24, "Het meetvel tegen het licht", 40, "vet")
    say(82, "Zwart is de voorkant. Grijs is de achterkant,\ndie u door het papier ziet.", 27)
    say(180, "x = +2,5", 36, "vet", MARK)
    say(584 - 14, "y = −1", 36, "vet", MARK)
    say(188, "                    de achterkant ligt 2,5 mm te ver naar rechts", 21)
    say(578, "                de achterkant ligt 1 mm te laag", 21)
    say(985, "U typt:", 27)
    say(1024, "speelveld kalibreer --printer balie --x 2,5 --y -1", 26, "halfvet")


if __name__ == "__main__":
    main()
