"""Fonts of others: each is drawn as its file has it, and each family builds every casus.

    python -m tests.tools.fonts FOLDER … [--zonder-casussen]

Takes every .ttf, .otf, .woff, .woff2 and .ttc under the folders. Of each it draws some letters, once as the program
would and once straight from the file, both with FreeType (Pillow), and tells how many points differ. Then it sets every
bundled casus, and the one to begin with, in each family: a family is the files of one name, by how heavy and how
slanted they say they are. What is refused is told with its reason.

Tried in November 2026, from Debian (apt-get download fonts-liberation fonts-crosextra-carlito fonts-crosextra-caladea
fonts-lato fonts-noto-core fonts-open-sans fonts-roboto-unhinted fonts-dejavu-core) and from npm (npm pack
@amsterdam/design-system-assets).
"""

import argparse
import io
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from speelveld.build.pipeline import build, load
from speelveld.errors import SpeelveldError
from speelveld.fonts import FontError, drawn_font
from speelveld.options import Options

ROOT = Path(__file__).resolve().parents[2]
KINDS = frozenset((".ttf", ".otf", ".woff", ".woff2", ".ttc"))
LETTERS = "AaBbEegGkMOoQRsSwà&€8"
# So large that hints, which are left out, move the edge of a letter by a point at most.
SIZE = 400
ALIKE = 0.03
MINUTE = datetime(2026, 12, 3, tzinfo=UTC)


def main() -> None:
    """Print what became of each font and each family; exit with 1 if one is drawn wrong or does not build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--zonder-casussen", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(path for folder in arguments.folders for path in folder.rglob("*") if path.suffix.lower() in KINDS)
    counts: Counter[str] = Counter()
    families: dict[str, dict[str, Path]] = {}
    for path in paths:
        found = drawn(path)
        counts[found.partition(":")[0]] += 1
        if found != "goed":
            print(f"{path.name}: {found}")
        if found == "goed":
            family, face = face_of(path)
            families.setdefault(family, {}).setdefault(face, path)
    print(f"{len(paths)} bestanden: {dict(counts)}")
    built: Counter[str] = Counter()
    if not arguments.zonder_casussen:
        for family, faces in families.items():
            for casus, said in casussen(faces):
                built["goed" if not said else "fout"] += 1
                if said:
                    print(f"{family} {casus}: {said}")
        print(f"{len(families)} families: {dict(built)}")
    raise SystemExit(1 if counts["anders"] or counts["fout"] or built["fout"] else 0)


def drawn(path: Path) -> str:
    """Return whether a font is drawn as its file has it."""
    data = path.read_bytes()
    try:
        font = drawn_font(data, "gewoon")
    except FontError as error:
        return f"geweigerd: {error}"
    except Exception as error:
        return f"fout: {type(error).__name__}: {error}"
    if font.place is not None or font.old_figures:
        return "goed"  # the file itself is drawn otherwise, and rightly so
    try:
        files = [ImageFont.truetype(io.BytesIO(each), SIZE) for each in (font.data, unpacked(data))]
    except OSError:
        return "goed"  # FreeType itself does not read the file
    worst, letter = max((difference(letter, *files), letter) for letter in LETTERS if letter in font.characters)
    return "goed" if worst <= ALIKE else f"anders: {worst:.1%} van de inkt van {letter!r}"


def unpacked(data: bytes) -> bytes:
    """Return a font as FreeType reads it."""
    if data[:4] not in (b"wOFF", b"wOF2"):
        return data
    font, out = TTFont(io.BytesIO(data)), io.BytesIO()
    font.flavor = None
    font.save(out)
    return out.getvalue()


def difference(letter: str, *files: ImageFont.FreeTypeFont) -> float:
    """Return how much of a letter is drawn otherwise, as a part of its ink."""
    one, other = (picture(letter, file) for file in files)
    # Not the greys at its edge, but what is more than a point beside it.
    apart = ImageChops.difference(one, other).filter(ImageFilter.MinFilter(3))
    return sum(apart.histogram()[128:]) / max(1, sum(other.histogram()[128:]))


def picture(letter: str, file: ImageFont.FreeTypeFont) -> Image.Image:
    """Return a letter, white on black."""
    image = Image.new("L", (SIZE * 2, SIZE * 2), 0)
    ImageDraw.Draw(image).text((SIZE // 2, SIZE * 3 // 2), letter, font=file, fill=255, anchor="ls")
    return image


def face_of(path: Path) -> tuple[str, str]:
    """Return the family of a font, and which of its faces it is."""
    font = TTFont(path, fontNumber=0)
    family = font["name"].getDebugName(16) or font["name"].getDebugName(1) or path.stem
    weight, slanted = font["OS/2"].usWeightClass, bool(font["OS/2"].fsSelection & 1)
    faces = {400: "gewoon", 600: "halfvet", 700: "vet"}
    slants = {400: "cursief", 700: "vet_cursief"}
    return family, (slants if slanted else faces).get(weight, f"gewicht {weight}")


def casussen(faces: dict[str, Path]) -> Iterator[tuple[str, str]]:
    """Yield each casus with what is wrong with it in a family; nothing where it can be made."""
    known = {face: path for face, path in faces.items() if not face.startswith("gewicht")}
    if "gewoon" not in known:
        return
    for folder in sorted(path.parent for path in (ROOT / "decks").glob("*/casus.yaml")):
        with TemporaryDirectory() as place:
            casus = Path(place, folder.name)
            shutil.copytree(folder, casus)
            lines = ["", "huisstijl:", "  lettertype:"]
            for face, path in known.items():
                shutil.copy(path, casus / path.name)
                lines.append(f'    {face}: "{path.name}"')
            with (casus / "casus.yaml").open("a", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
            try:
                build(load(casus, folder.name), Options(MINUTE, previews=False), lambda _: None)
            except SpeelveldError as error:
                yield folder.name, str(error).partition("\n")[0]
            else:
                yield folder.name, ""


if __name__ == "__main__":
    main()
