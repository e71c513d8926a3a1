"""The page of a trial → a folder with its PDF, its picture and what was measured, whole or not at all."""

from pathlib import Path

from speelveld import resources
from speelveld.options import Options
from speelveld.output.folder import write_kit
from speelveld.proefspeel.page import Drawn
from speelveld.proefspeel.told import Data

# A manifest of its own: in the folder of a kit it lies beside `kit.json`, and neither touches the other's files.
MANIFEST = "proefspeel.json"


def write_trial(drawn: Drawn, titel: str, proef: Data, folder: Path, options: Options) -> list[Path]:
    """Write the page into `folder` and return the paths of its files.

    Raises:
        WriteError: the folder cannot be written, or a file that is not ours stands in the way; it is as it was.
    """
    files: dict[str, bytes | Path] = {"proefspeel.pdf": drawn.pdf, "proefspeel.png": drawn.png}
    manifest = {
        "programma": "speelveld",
        "versie": resources.program_version(),
        "casus": titel,
        "datum": options.date.strftime("%Y-%m-%d"),
        "uitkomst": proef,
        "bestanden": [{"bestand": name} for name in files],
    }
    return list(write_kit(folder, files, manifest, MANIFEST).written)
