"""The files that a new casus begins with: a copy of one that comes with the program, and the schema an editor reads."""

import json
from pathlib import Path

from speelveld import resources
from speelveld.casus.deck_files import DeckFiles
from speelveld.casus.deck_loading import load_deck
from speelveld.casus.every_key import every_key
from speelveld.casus.schema import json_schema

_SCHEMA = "casus.schema.json"


def new_files(casus: Path, *, alles: bool = False) -> dict[str, bytes]:
    """Return the files of the casus in a folder by their names in it; the casus itself comes last.

    A casus that names a schema gets that beside it; with `alles` every key there is stands below it, as comments.
    """
    files = sorted(path for path in casus.rglob("*") if path.is_file() and path.name != "LICENSE")
    files.sort(key=lambda path: path.name == "casus.yaml")
    found = {path.relative_to(casus).as_posix(): path.read_bytes() for path in files}
    text = found.pop("casus.yaml")
    deck = load_deck(DeckFiles((), resources.bundled("decks") / "basis"))
    if f"$schema={_SCHEMA}".encode() in text:
        schema = json.dumps(json_schema(deck), ensure_ascii=False, indent=1)
        found[_SCHEMA] = f"{schema}\n".encode()
    if alles:
        text += f"\n{every_key(deck)}".encode()
    return {**found, "casus.yaml": text}
