"""From drawn pages to the finished file: pictures, forms, tags, bookmarks, metadata, and hints for the printer."""

from datetime import datetime

from speelveld.pdf.blends import Blends, Layer, Shading, Veil, used, veiled
from speelveld.pdf.corners import sides
from speelveld.pdf.draft import Draft
from speelveld.pdf.images import add_image
from speelveld.pdf.labels import page_labels
from speelveld.pdf.metadata import Facts, write_metadata, write_output_intent, write_preferences
from speelveld.pdf.outline import write_outline
from speelveld.pdf.raw import array, decimal, dictionary, reference, string
from speelveld.pdf.shadings import SPACES
from speelveld.pdf.surface import Form, Surface
from speelveld.pdf.tree import write_tree

_STRUCTURE_ORDER = "/S"


def finish(draft: Draft, surface: Surface, facts: Facts, date: datetime) -> bytes:
    """Return the PDF with all that ReportLab cannot write; the same input gives the same bytes."""
    resources = _resources(draft, surface)
    for page in draft.pages:
        page["MediaBox"] = page["TrimBox"] = f"[0 0 {decimal(page.width, 6)} {decimal(page.height, 6)}]"
        page["Tabs"] = _STRUCTURE_ORDER
        page["Resources"] = resources
    write_preferences(draft, facts)
    write_output_intent(draft)
    if surface.root is not None:
        write_tree(draft, surface.root, surface.places)
    if surface.bookmarks:
        write_outline(draft, surface.bookmarks)
    _label(draft, surface)
    return draft.save(write_metadata(draft, facts, date))


def _label(draft: Draft, surface: Surface) -> None:
    """Write what pages are called, if that is more than their numbers."""
    numbers: list[object] = []
    for first, title, numbered in page_labels(surface.parts, surface.pages):
        numbers += first, dictionary({"P": string(title), **({"S": "/D"} if numbered else {})})
    if numbers:
        draft.catalog["PageLabels"] = dictionary({"Nums": array(numbers)})


def _resources(draft: Draft, surface: Surface) -> str:
    """Add pictures, and forms, which may hold pictures; every page names them, and the fonts, in the same way."""
    facts: dict[str, object] = {"Font": draft.fonts, "ProcSet": "[/PDF /Text]"}
    drawn = {name: reference(add_image(draft, file)) for (file, _), name in surface.pictures.items()}
    blends = _blends(draft, surface.blends)
    drawn |= blends.pop("XObject", {})
    facts |= {kind: dictionary(names) for kind, names in blends.items()}
    if surface.forms:
        inside = reference(draft.add(dictionary({**facts, "XObject": dictionary(drawn)})))
        drawn |= {form.name: reference(_form(draft, form, inside)) for form in surface.forms}
    if drawn:
        facts["XObject"] = dictionary(drawn)
    return reference(draft.add(dictionary(facts)))


def _blends(draft: Draft, blends: Blends) -> dict[str, dict[str, str]]:
    """Add what gradients and what is not opaque need; each by its kind of resource and its name."""
    made: dict[str, dict[str, str]] = {}
    for piece in blends.pieces:
        match piece:
            case Shading():
                kind, number = "Shading", draft.add(piece.text)
            case Layer():
                kind, number = "XObject", _layer(draft, piece, made)
            case Veil():
                layer = made["XObject"][piece.layer] if piece.layer else ""
                kind, number = "ExtGState", draft.add(veiled(piece, layer))
        made.setdefault(kind, {})[piece.name] = reference(number)
    return made


def _layer(draft: Draft, layer: Layer, made: dict[str, dict[str, str]]) -> int:
    names = used(layer.operators)
    inside = {
        kind: dictionary(found)
        for kind, known in made.items()
        if (found := {name: known[name] for name in names if name in known})
    }
    facts = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": array(decimal(side, 3) for side in sides(layer.box)),
        "Group": dictionary({"S": "/Transparency", "CS": SPACES[layer.ink], "I": "true"}),
        "Resources": dictionary(inside),
    }
    return draft.add_stream(facts, layer.operators.encode("ascii"))


def _form(draft: Draft, form: Form, resources: str) -> int:
    facts = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": array(decimal(side, 3) for side in sides(form.box)),
        "Resources": resources,
    }
    return draft.add_stream(facts, form.operators.encode("ascii"))
