"""Which files of the bundled kits changed: `schrijf` notes the SHA-256 of every file, `vergelijk` names what differs.

    python tests/tools/same_kits.py schrijf /tmp/before.json
    python tests/tools/same_kits.py vergelijk /tmp/before.json

Every casus and the one to begin with, in three profiles, sparing ink, and without duplex. `--bron MAP` takes the
program of another checkout. A file of before that is gone, and one that is new, differ too.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
ALL = ("--profiel", "kantoor", "--profiel", "web", "--profiel", "drukker", "--grootletter")
VARIANTS: Mapping[str, Sequence[str]] = {
    "gewoon": ALL,
    "inktarm": (*ALL, "--inktarm", "--drukker", "x1a", "--bord", "a0"),
    "enkelzijdig": ("--duplex", "geen", "--bord", "a2", "--papier", "a3", "--tafels", "3"),
}


def files_of(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below `folder` by its path there."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(root: Path, casus: Path, options: Sequence[str], out: Path) -> None:
    """Build one kit with the program in `root`."""
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "speelveld", "maak", str(casus), *options]
    command += ["--datum", "2026-11-29", "--uit", str(out), "--stil"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{casus.name} {' '.join(options)}: {done.stderr}")


def hashes(root: Path, only: Sequence[str]) -> dict[str, str]:
    """Return the SHA-256 of every file of every kit, by variant, casus and path."""
    casussen = sorted(
        path.parent for path in (root / "decks").glob("*/casus.yaml") if path.parent.name in only or not only
    )
    assert casussen, "there is no casus to build"
    found: dict[str, str] = {}
    with TemporaryDirectory() as scratch, ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {
            f"{variant}/{casus.name}": pool.submit(build, root, casus, options, Path(scratch, variant, casus.name))
            for variant, options in VARIANTS.items()
            for casus in casussen
        }
        for name, job in jobs.items():
            job.result()
            found |= {f"{name}/{path}": value for path, value in files_of(Path(scratch, name)).items()}
    return found


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return a line for each file that is not the same."""
    return [
        f"{'weg' if name not in after else 'nieuw' if name not in before else 'anders'}: {name}"
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    ]


def main() -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wat", choices=["schrijf", "vergelijk"])
    parser.add_argument("bestand", type=Path)
    parser.add_argument("--bron", type=Path, default=ROOT)
    parser.add_argument("--alleen", nargs="*", default=[], help="names of casussen")
    chosen = parser.parse_args()
    found = hashes(chosen.bron.resolve(), chosen.alleen)
    if chosen.wat == "schrijf":
        chosen.bestand.write_text(json.dumps(found, indent=0), encoding="utf-8")
        print(f"{len(found)} files noted")
        return 0
    before = json.loads(chosen.bestand.read_text(encoding="utf-8"))
    if chosen.alleen:
        before = {name: value for name, value in before.items() if name.split("/")[1] in chosen.alleen}
    lines = differences(before, found)
    print("\n".join(lines) or f"{len(found)} files are the same, byte for byte")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
