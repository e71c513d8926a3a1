"""From ReportLab's file to the finished one for a press: pictures and forms, boxes, and what PDF/X asks for."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from speelveld.pdf.corners import sides
from speelveld.pdf.metadata import Facts
from speelveld.pdf.press_blends import add_blends
from speelveld.pdf.press_images import add_press_image
from speelveld.pdf.press_pages import press_facts, press_pages, save_pressed
from speelveld.pdf.pressed import Pressed
from speelveld.pdf.surface import Form, Surface


def finish_pressed(data: bytes, surface: Surface, facts: Facts, date: datetime, pressed: Pressed) -> bytes:
    """Return the PDF for a press; it has no tags and no bookmarks, which mean nothing there."""
    with pikepdf.open(BytesIO(data)) as pdf:
        blends = add_blends(pdf, surface.blends)
        _add_xobjects(pdf, surface, pressed, blends)
        for key in (Name.Outlines, Name.PageMode):
            if key in pdf.Root:
                del pdf.Root[key]
        press_pages(pdf, pressed, blends.get("ExtGState", {}), mixes=surface.blends.is_clear)
        press_facts(pdf, pressed, facts, date)
        return save_pressed(pdf, pressed)


def _add_xobjects(pdf: Pdf, surface: Surface, pressed: Pressed, blends: Mapping[str, Mapping[str, Object]]) -> None:
    """Add pictures, and forms, which may hold pictures; every page names them in the same way."""
    fonts = pdf.pages[0].obj.Resources.Font
    images = {
        f"/{name}": add_press_image(pdf, file, pressed.inks, ground, pressed.widths[file])
        for (file, ground), name in surface.pictures.items()
    }
    images |= {f"/{name}": layer for name, layer in blends.get("XObject", {}).items()}
    others = {f"/{kind}": _named(blends[kind]) for kind in ("Shading", "ExtGState") if kind in blends}
    resources = pdf.make_indirect(Dictionary({"/Font": fonts, "/XObject": Dictionary(images), **others}))
    forms = {f"/{form.name}": _form(pdf, form, resources) for form in surface.forms}
    objects = pdf.make_indirect(Dictionary({**images, **forms}))
    for page in pdf.pages if images or forms else ():
        page.obj.Resources[Name.XObject] = objects
    for page in pdf.pages if "Shading" in blends else ():
        page.obj.Resources[Name.Shading] = _named(blends["Shading"])


def _named(objects: Mapping[str, Object]) -> Dictionary:
    return Dictionary({f"/{name}": found for name, found in objects.items()})


def _form(pdf: Pdf, form: Form, resources: Object) -> Object:
    stream = pdf.make_stream(form.operators.encode("ascii"))
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(side, 3) for side in sides(form.box)]),
        Resources=resources,
    )
    return stream
