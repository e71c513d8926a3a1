"""Draw kalibratie.png, the picture of the handleiding: the calibration sheet as one sees it against the light.

The sheet is the real one, printed by a printer that lays backs 2.5 mm too far to the right and 1 mm too low. Run it
with `make plaatjes` after the sheet has changed.
"""

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
GROUND, INK, MARK = "#eceef0", "#16191d", "#a93400"
# On the sheet, in millimetres: where the lines meet, and what of it is shown larger.
X_MEETS, Y_MEETS, RADIUS = (147.0, 80.5), (29.5, 197.0), 4.5
X_SHOWN, Y_SHOWN = (128.0, 65.0, 166.0, 90.0), (6.0, 182.0, 44.0, 207.0)
SHEET_WIDTH, PIECE_WIDTH, MARGIN = 740, 600, 30
LEFT = SHEET_WIDTH + 2 * MARGIN

Box = tuple[float, float, float, float]
Point = tuple[float, float]


def main() -> None:
    """Write the picture."""
    sheet = _sheet()
    picture = Image.new("RGB", (LEFT + PIECE_WIDTH + MARGIN, 1108), GROUND)
    whole = _piece(sheet, (0.0, 0.0, 210.0, 297.0), SHEET_WIDTH, X_MEETS, Y_MEETS)
    picture.paste(whole, (MARGIN, MARGIN))
    _say(picture, 20, "Het meetvel tegen het licht", 38, "vet")
    _say(picture, 74, "Zwart: de voorkant. Grijs: de achterkant, door het papier.", 23)
    _say(picture, 126, "x = +2,5: de achterkant ligt 2,5 mm te ver naar rechts", 25, "halfvet", MARK)
    picture.paste(_piece(sheet, X_SHOWN, PIECE_WIDTH, X_MEETS), (LEFT, 168))
    _say(picture, 576, "y = −1: de achterkant ligt 1 mm te laag", 25, "halfvet", MARK)
    picture.paste(_piece(sheet, Y_SHOWN, PIECE_WIDTH, Y_MEETS), (LEFT, 618))
    _say(picture, 1026, "speelveld kalibreer --printer balie --x 2,5 --y -1", 26, "halfvet")
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


def _piece(sheet: Image.Image, box: Box, width: int, *meets: Point) -> Image.Image:
    """Return a piece of the sheet, `width` pixels wide, with a ring around where lines meet."""
    left, top, right, bottom = box
    scale = 2 * width / (right - left)
    pixels = [round(side / 25.4 * DPI) for side in box]
    piece = sheet.crop((pixels[0], pixels[1], pixels[2], pixels[3])).resize(
        (2 * width, round(scale * (bottom - top))), Image.Resampling.LANCZOS
    )
    for x, y in meets:
        centre = ((x - left) * scale, (y - top) * scale)
        reach = RADIUS * scale
        sides = (centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach)
        ImageDraw.Draw(piece).ellipse(sides, outline=MARK, width=8)
    return piece.resize((width, piece.height // 2), Image.Resampling.LANCZOS)


def _say(picture: Image.Image, top: int, text: str, size: int, face: str = "gewoon", color: str = INK) -> None:
    font = ImageFont.truetype(str(font_files()[face]), size)
    ImageDraw.Draw(picture).text((LEFT, top), text, color, font)


if __name__ == "__main__":
    main()
