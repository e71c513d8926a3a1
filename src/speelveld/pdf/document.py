"""What is drawn on a surface → the bytes of a finished PDF; the same input gives the same bytes."""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO

from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.pdf.draft import Draft
from speelveld.pdf.finish import finish
from speelveld.pdf.fonts import Faces, font
from speelveld.pdf.metadata import Facts
from speelveld.pdf.operators import Space
from speelveld.pdf.pressed import Pressed
from speelveld.pdf.sealed import new_canvas
from speelveld.pdf.surface import Surface


def make_pdf(
    draw: Callable[[Surface], None],
    *,
    first: Size,
    fonts: Mapping[str, ReadFile],
    facts: Facts,
    date: datetime,
    pressed: Pressed | None = None,
) -> bytes:
    """Return the finished PDF of what `draw` puts on the surface; `first` is the size of the first page.

    One that is `pressed` is for a press, in CMYK; every other one is in RGB.
    """
    space: Space = "cmyk" if pressed else "rgb"
    buffer = BytesIO()
    canvas = new_canvas(buffer, first, font(fonts["gewoon"]))
    surface = Surface(canvas, Faces(fonts, canvas), space=space, tagged=facts.tagged)
    draw(surface)
    if pressed:
        from speelveld.pdf.press_finish import finish_pressed  # nothing but a press waits for pikepdf

        canvas.save()
        return finish_pressed(buffer.getvalue(), surface, facts, date, pressed)
    return finish(Draft(canvas), surface, facts, date)
