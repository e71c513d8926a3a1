"""A ReportLab canvas with everything it would read from its surroundings set here, so that the same input gives the same bytes."""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from speelveld.geometry import Size
from speelveld.pdf.finish import Facts, finish
from speelveld.pdf.fonts import registered
from speelveld.pdf.structure import Structure
from speelveld.pdf.surface import Space, Surface


def make_pdf(
    draw: Callable[[Surface], None],
    *,
    first: Size,
    fonts: Mapping[str, Path],
    facts: Facts,
    date: datetime,
    space: Space = "rgb",
) -> bytes:
    """Return the finished PDF of what `draw` puts on the surface; `first` is the size of the first page."""
    # ReportLab takes these from environment variables and files in the home folder unless they are set.
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.useA85 = 0
    rl_config.invariant = 1
    pdfdoc.rl_config = rl_config
    faces = registered(fonts)
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(first.width, first.height),
        pageCompression=1,
        invariant=1,
        bottomup=1,
        initialFontName=next(iter(faces.values())).fontName,
        pdfVersion=(1, 7),
        lang=facts.lang,
    )
    canvas.setTitle(facts.title)
    surface = Surface(canvas, faces, space=space, structure=Structure(facts.lang) if facts.tagged else None)
    draw(surface)
    canvas.save()
    return finish(buffer.getvalue(), facts, surface.structure, date)
