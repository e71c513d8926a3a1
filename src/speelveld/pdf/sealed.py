"""ReportLab, sealed off: it behaves the same whatever settings a user, a machine or a folder has for it."""

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from types import ModuleType

from speelveld.geometry import Size
from speelveld.pdf.raw import packed_stream


@contextmanager
def _without(*prefixes: str) -> Iterator[None]:
    """Hide the environment variables that begin with `prefixes`; ReportLab stops at one it cannot read."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith(prefixes)}
    try:
        yield
    finally:
        os.environ.update(hidden)


# ReportLab runs these where it finds them; one that is loaded already is not sought. With `reportlab_settings` and
# `reportlab_mods` go the files `.reportlab_settings` and `.reportlab_mods` in the home folder.
for _name in ("reportlab_mods", "reportlab_settings", "reportlab.local_rl_mods", "reportlab.local_rl_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
with _without("RL_"):
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc, pdfmetrics
    from reportlab.pdfbase.pdfdoc import PDFPage as ReportLabPage
    from reportlab.pdfbase.pdfdoc import PDFStream as ReportLabStream
    from reportlab.pdfbase.pdfdoc import format as _format
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

# Text encodings of binary data make a file a fifth larger; nothing is ever fetched from elsewhere.
rl_config.useA85 = False
rl_config.trustedHosts = None
rl_config.trustedSchemes = []

_PDF_VERSION = (1, 7)


class _Packing:
    """Packs streams as `packed_stream` does: ReportLab offers no level."""

    pdfname = "FlateDecode"

    def encode(self, text: str | bytes) -> bytes:
        return packed_stream(text.encode() if isinstance(text, str) else text)

    def decode(self, encoded: bytes) -> bytes:
        return zlib.decompress(encoded)


pdfdoc.PDFZCompress = _Packing()


def new_font(name: str, data: bytes) -> TTFont:
    """Return the TrueType font in `data`, registered as `name` for `new_canvas`."""
    # Subsets that keep ASCII on its own codes are larger, and would split a text over more fonts.
    font = TTFont(name, BytesIO(data), asciiReadable=0)
    pdfmetrics.registerFont(font)
    return font


def new_canvas(out: BytesIO, first: Size, font: TTFont) -> Canvas:
    """Return an empty document, written to `out` once it is saved; every page begins with `font` selected."""
    with _without("SOURCE_DATE_EPOCH"):  # the date is an argument of the build, and is set when the file is finished
        return Canvas(
            out,
            pagesize=(first.width, first.height),
            pageCompression=1,
            invariant=1,
            initialFontName=font.fontName,
            pdfVersion=_PDF_VERSION,
        )


def written(thing: object, document: object) -> bytes:
    """Return an object of a ReportLab document as it stands in a file, without its number."""
    body: bytes = _format(thing, document, toplevel=1)
    return body


__all__ = ["Canvas", "ReportLabPage", "ReportLabStream", "TTFont", "new_canvas", "new_font", "written"]
