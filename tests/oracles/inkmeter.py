"""How much ink lies on a page, dot by dot: by another renderer, with overprint; imports nothing of the program."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageMath

MM = 72 / 25.4
FULL = 255


def separations(gs: str, pdf: Path, dpi: int) -> Iterator[Image.Image]:
    """Yield each page in CMYK, a dot of 0 to 255 for each ink, nothing converted and nothing lost."""
    with TemporaryDirectory() as folder:
        command = [gs, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc", "-sCompression=lzw"]
        command += ["-dOverprint=/enable", f"-r{dpi}", "-o", f"{folder}/%04d.tif", str(pdf)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        for file in sorted(Path(folder).iterdir()):
            with Image.open(file) as image:
                assert image.mode == "CMYK"
                yield image.copy()


def most_ink(image: Image.Image) -> float:
    """Return the most ink of any dot, in percent of one ink."""
    cyan, magenta, yellow, black = image.split()
    total = ImageMath.lambda_eval(
        lambda bands: bands["c"] + bands["m"] + bands["y"] + bands["k"], c=cyan, m=magenta, y=yellow, k=black
    )
    return total.getextrema()[1] * 100 / FULL  # type: ignore[no-any-return,union-attr]
