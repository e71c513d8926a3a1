"""One file put on disk, whole or not at all."""

from pathlib import Path
from tempfile import TemporaryDirectory


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, in a folder that is made if it is not there.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent) as drafts:
        draft = Path(drafts, path.name)
        draft.write_bytes(content)
        draft.replace(path)
