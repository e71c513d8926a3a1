"""From ReportLab's file to the finished one: pictures, forms, tags, bookmarks, metadata, and hints for the printer."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from speelveld.colors import Color
from speelveld.pdf.images import add_image
from speelveld.pdf.metadata import Facts, write_metadata, write_output_intent, write_preferences
from speelveld.pdf.press_images import add_press_image
from speelveld.pdf.pressed import Pressed, press_facts, press_pages, save_pressed
from speelveld.pdf.surface import Form, Surface
from speelveld.pdf.tree import write_outline, write_tree
from speelveld.units import mm

# A form is cut off at its box; a line along the edge of a frame reaches over it.
_FORM_BLEED = mm(5)
_STRUCTURE_ORDER = Name.S


def finish(data: bytes, surface: Surface, facts: Facts, date: datetime) -> bytes:
    """Return the PDF with all that ReportLab cannot write; the same input gives the same bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _add_xobjects(pdf, surface, lambda file, _: add_image(pdf, file))
        for page in pdf.pages:
            _tidy(page.obj)
        for key in (Name.Outlines, Name.PageMode):
            if key in pdf.Root:
                del pdf.Root[key]
        write_preferences(pdf, facts)
        write_output_intent(pdf)
        if surface.root is not None:
            write_tree(pdf, surface.root, surface.places)
        if surface.bookmarks:
            write_outline(pdf, surface.bookmarks)
        write_metadata(pdf, facts, date)
        out = BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            # XMP names no version of PDF; looking for one would load an XML parser.
            fix_metadata_version=False,
        )
    return out.getvalue()


def finish_pressed(data: bytes, surface: Surface, facts: Facts, date: datetime, pressed: Pressed) -> bytes:
    """Return the PDF for a press; it has no tags and no bookmarks, which mean nothing there."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _add_xobjects(
            pdf, surface, lambda file, ground: add_press_image(pdf, file, pressed.inks, ground, pressed.widths[file])
        )
        for key in (Name.Outlines, Name.PageMode):
            if key in pdf.Root:
                del pdf.Root[key]
        press_pages(pdf, pressed)
        press_facts(pdf, pressed, facts, date)
        return save_pressed(pdf, pressed)


def _add_xobjects(pdf: Pdf, surface: Surface, add: Callable[[Path, Color | None], Object]) -> None:
    """Add pictures, and forms, which may hold pictures; every page names them in the same way."""
    fonts = pdf.pages[0].obj.Resources.Font
    images = {f"/{name}": add(*key) for key, name in surface.pictures.items()}
    resources = pdf.make_indirect(Dictionary(Font=fonts, XObject=Dictionary(images)))
    forms = {f"/{form.name}": _form(pdf, form, resources) for form in surface.forms}
    objects = pdf.make_indirect(Dictionary({**images, **forms}))
    for page in pdf.pages if images or forms else ():
        page.obj.Resources[Name.XObject] = objects


def _form(pdf: Pdf, form: Form, resources: Object) -> Object:
    size = form.frame.size
    box = (-_FORM_BLEED, -_FORM_BLEED, size.width + _FORM_BLEED, size.height + _FORM_BLEED)
    stream = pdf.make_stream(form.operators.encode("ascii"))
    stream.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([round(side, 3) for side in box]), Resources=resources
    )
    return stream


def _tidy(page: Object) -> None:
    # ReportLab writes an empty transition dictionary on every page, which PDF/A readers refuse.
    if "/Trans" in page:
        del page["/Trans"]
    page["/TrimBox"] = page["/MediaBox"]
    page["/Tabs"] = _STRUCTURE_ORDER
