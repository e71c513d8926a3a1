"""Real SVGs, drawn by the program and by resvg, and compared by pixel; no test, for it needs files of other people.

    python -m pip install resvg-py
    python -m tests.tools.logos --sample 250 --seed 2026 FOLDER …

Every folder is searched for `*.svg`; of more than `--sample` a draw is taken, the same for the same seed. Each is drawn
as a logo in a PDF, and rendered by PDFium at TIMES times WIDTH pixels; so is what resvg makes of it, on white. Both are
made WIDTH pixels wide. A pixel of one differs when one of its three colours is more than TOLERANCE of 255 outside what
the pixels of the other are there and next to it: edges are smoothed in more ways than one. A file is right when at most
SHARE of the pixels differ, either way. One that is not is looked at again, FINER times as fine, for PDFium draws no
line thinner than a pixel; and then by Poppler, if that is there, for PDFium turns some corners wrongly. The figures of
each folder come out, and with `--keep` a picture of both for what is not right.
"""

import argparse
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops, ImageFilter

from speelveld.typeset.svg import read_svg
from tests.makers.logo import logo_pdf, logo_picture

WIDTH, TIMES, FINER = 240, 4, 5
Renderer = Callable[[bytes, float, float], Image.Image]
TOLERANCE, SHARE = 32, 0.002
_ROOT = re.compile(r"<(?:\w+:)?svg\b[^>]*?(?=/?>)")
_SIZE = re.compile(r"""\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')""")


def by_program(path: Path, times: int, renderer: Renderer = logo_picture) -> Image.Image:
    """Return a logo as it comes out of a PDF, WIDTH pixels wide; ValueError says why it is not drawn."""
    data = path.read_bytes()
    drawing = read_svg(data)
    large = renderer(data, float(WIDTH), times)
    # A picture has whole pixels, and a page need not.
    ratio = drawing.height / drawing.width
    box = (0.0, 0.0, min(large.width, WIDTH * times), min(large.height, WIDTH * times * ratio))
    return large.resize((WIDTH, max(1, round(WIDTH * ratio))), Image.Resampling.BOX, box)


def by_poppler(data: bytes, width: float, times: float) -> Image.Image:
    """Return what `logo_picture` does, by another program."""
    with TemporaryDirectory() as folder:
        pdf = Path(folder, "logo.pdf")
        pdf.write_bytes(logo_pdf(data, width))
        options = ("-r", str(72 * times), "-png", "-singlefile")
        subprocess.run(["pdftoppm", *options, str(pdf), str(pdf.with_suffix(""))], check=True)
        return Image.open(BytesIO(pdf.with_suffix(".png").read_bytes())).convert("RGB")


def by_resvg(path: Path, times: int) -> Image.Image | None:
    """Return what resvg makes of it, on white and WIDTH pixels wide; None if that cannot read it."""
    import resvg_py

    def drawn(wide: int, **source: str) -> Image.Image:
        look = {"width": wide, "background": "white", "languages": ["nl"], "dpi": 96}
        return Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(**look, **source)))).convert("RGB")

    try:
        plain = drawn(WIDTH, svg_path=str(path))
        found = resized(path, WIDTH * times)
        if found is None:
            return plain
        text, size = found
        if abs(plain.height - size[1]) > 2 + size[1] // 50:
            return plain
        return drawn(WIDTH * times, svg_string=text).resize(size, Image.Resampling.BOX)
    except (ValueError, OSError):
        return None


def resized(path: Path, wide: int) -> tuple[str, tuple[int, int]] | None:
    """Return a file that asks to be so many pixels wide, and its size once it is small; None if that is not known.

    resvg makes the size of a drawing whole before it scales, which moves all by up to a pixel.
    """
    try:
        data = path.read_bytes()
        drawing = read_svg(data)
        text = data.decode("utf-8")
    except ValueError:
        return None
    match = _ROOT.search(text)
    if match is None:
        return None
    ratio = drawing.height / drawing.width
    tag = _SIZE.sub("", match[0]) + f' width="{wide}" height="{max(1, round(wide * ratio))}"'
    if "viewBox" not in tag:
        tag += f' viewBox="0 0 {drawing.width} {drawing.height}"'
    if "preserveAspectRatio" not in tag and abs(1 / ratio - _ratio(tag)) < 1e-6:
        tag += ' preserveAspectRatio="none"'
    return text[: match.start()] + tag + text[match.end() :], (WIDTH, max(1, round(WIDTH * ratio)))


def _ratio(tag: str) -> float:
    match = re.search(r"""viewBox\s*=\s*["']([^"']*)""", tag)
    parts = match[1].replace(",", " ").split() if match else []
    return float(parts[2]) / float(parts[3]) if len(parts) == 4 and float(parts[3]) else 0.0


def small(image: Image.Image, box: tuple[float, float, float, float] | None = None) -> Image.Image:
    """Return a picture made WIDTH pixels wide."""
    wide, high = (box[2], box[3]) if box else image.size
    return image.resize((WIDTH, max(1, round(WIDTH * high / wide))), Image.Resampling.BOX, box)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return which share of the pixels differs; 1 if the pictures differ in form."""
    if one.size != other.size:
        return 1.0
    return max(_outside(one, other), _outside(other, one))


def _outside(one: Image.Image, other: Image.Image) -> float:
    low, high = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    bands = ImageChops.lighter(ImageChops.subtract(one, high), ImageChops.subtract(low, one)).split()
    worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    # The outermost pixels are covered for as much as the size was rounded.
    inside = worst.crop((1, 1, one.width - 1, one.height - 1)) if min(one.size) > 2 else worst
    return sum(inside.histogram()[TOLERANCE + 1 :]) / (one.width * one.height)


def judge(path: Path, keep: Path | None) -> tuple[str, str]:
    """Return what became of a file, and how or why."""
    share = 1.0
    looks: list[tuple[int, Renderer]] = [(TIMES, logo_picture), (TIMES * FINER, logo_picture)]
    if which("pdftoppm"):
        looks.append((TIMES * FINER, by_poppler))
    for times, renderer in looks:
        theirs = by_resvg(path, times)
        if theirs is None:
            return "onleesbaar voor resvg", ""
        try:
            ours = by_program(path, times, renderer)
        except ValueError as error:
            return "geweigerd", str(error)
        share = difference(ours, theirs)
        if share <= SHARE:
            return "goed", ""
    if keep is not None:
        beside = Image.new("RGB", (ours.width + theirs.width, max(ours.height, theirs.height)), "grey")
        beside.paste(ours, (0, 0))
        beside.paste(theirs, (ours.width, 0))
        beside.save(keep / f"{share:.3f}-{path.stem[:60]}.png")
    return "anders", f"{share:.1%}"


def drawn_files(folder: Path, sample: int, seed: int) -> list[Path]:
    """Return the SVGs of a folder, or a draw of them."""
    found = sorted(path for path in folder.rglob("*.svg") if path.is_file() and not path.is_symlink())
    return found if len(found) <= sample else random.Random(seed).sample(found, sample)


def report(folder: Path, arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the figures of a folder, and what is not right in it."""
    files = drawn_files(folder, arguments.sample, arguments.seed)
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for path in files:
        try:
            verdict, why = judge(path, arguments.keep)
        except Exception as error:  # a fault of the program is what this looks for
            verdict, why = "TRACEBACK", f"{type(error).__name__}: {error}"
        counts[verdict] += 1
        if verdict in ("anders", "TRACEBACK"):
            yield f"  {verdict} {path.relative_to(folder)} {why}"
        elif why:
            reasons[why.partition(" (regel")[0].partition(" op regel")[0]] += 1
    for why, count in reasons.most_common(arguments.reasons):
        yield f"  {count:5} geweigerd: {why}"
    readable = len(files) - counts["onleesbaar voor resvg"]
    yield f"{folder.name}: {dict(counts)}; goed {counts['goed'] / max(1, readable):.1%} van {readable}"


def main() -> None:
    """Print the figures of each folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=250)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--reasons", type=int, default=12)
    arguments = parser.parse_args()
    for folder in arguments.folders:
        for line in report(folder, arguments):
            print(line)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
