"""From ReportLab's file to the finished one for a press: pictures and forms, boxes, and what PDF/X asks for."""

from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from speelveld.pdf.corners import sides
from speelveld.pdf.metadata import Facts
from speelveld.pdf.press_images import add_press_image
from speelveld.pdf.press_pages import press_facts, press_pages, save_pressed
from speelveld.pdf.pressed import Pressed
from speelveld.pdf.surface import Form, Surface


def finish_pressed(data: bytes, surface: Surface, facts: Facts, date: datetime, pressed: Pressed) -> bytes:
    """Return the PDF for a press; it has no tags and no bookmarks, which mean nothing there."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _add_xobjects(pdf, surface, pressed)
        for key in (Name.Outlines, Name.PageMode):
            if key in pdf.Root:
                del pdf.Root[key]
        press_pages(pdf, pressed)
        press_facts(pdf, pressed, facts, date)
        return save_pressed(pdf, pressed)


def _add_xobjects(pdf: Pdf, surface: Surface, pressed: Pressed) -> None:
    """Add pictures, and forms, which may hold pictures; every page names them in the same way."""
    fonts = pdf.pages[0].obj.Resources.Font
    images = {
        f"/{name}": add_press_image(pdf, file, pressed.inks, ground, pressed.widths[file])
        for (file, ground), name in surface.pictures.items()
    }
    resources = pdf.make_indirect(Dictionary(Font=fonts, XObject=Dictionary(images)))
    forms = {f"/{form.name}": _form(pdf, form, resources) for form in surface.forms}
    objects = pdf.make_indirect(Dictionary({**images, **forms}))
    for page in pdf.pages if images or forms else ():
        page.obj.Resources[Name.XObject] = objects


def _form(pdf: Pdf, form: Form, resources: Object) -> Object:
    stream = pdf.make_stream(form.operators.encode("ascii"))
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(side, 3) for side in sides(form.box)]),
        Resources=resources,
    )
    return stream
