"""Writes what Jinja makes of the bundled layouts into a folder, for `shipped` to find; done when a wheel is built."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from speelveld.markup.environment import make_environment
from speelveld.markup.filters import filters_of
from speelveld.markup.shipped import key_of
from speelveld.markup.sources import LayoutLoader
from speelveld.woorden import Wording


def write_compiled(bundled: Path, folder: Path) -> Sequence[Path]:
    """Write a file of Python for each layout below `bundled` into `folder`, and return these; others there stay.

    Raises:
        KitError: a layout is no UTF-8.
        OSError: a file cannot be written.
        TemplateSyntaxError: a layout is wrong.
    """
    loader = LayoutLoader((), bundled)
    environment = make_environment(loader, filters_of(Wording({})))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for path in sorted(bundled.glob("*/*.j2")):
        source, filename, _ = loader.get_source(environment, path.relative_to(bundled).as_posix())
        key = key_of(environment, source, path.name)
        assert key is not None, "the source of Jinja lies beside it"
        target = folder / f"{key}.py"
        _write(target, environment.compile(source, path.name, filename, raw=True))
        written.append(target)
    return written


def _write(path: Path, text: str) -> None:
    """Write a file that another program may be reading or writing too."""
    with TemporaryDirectory(dir=path.parent) as drafts:
        draft = Path(drafts, path.name)
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
