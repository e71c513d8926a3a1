"""Gradients and what is not opaque → objects of a file for a press."""

from pikepdf import Array, Dictionary, Name, Object, Pdf

from speelveld.pdf.blends import Blends, Layer, Shading, Veil, used, veiled
from speelveld.pdf.corners import sides
from speelveld.pdf.shadings import SPACES


def add_blends(pdf: Pdf, blends: Blends) -> dict[str, dict[str, Object]]:
    """Add what `blends` needs to `pdf`; each by its kind of resource and its name."""
    made: dict[str, dict[str, Object]] = {}
    for piece in blends.pieces:
        match piece:
            case Shading():
                kind, found = "Shading", Object.parse(piece.text.encode("ascii"))
            case Layer():
                kind, found = "XObject", _layer(pdf, piece, made)
            case Veil():
                kind, found = "ExtGState", Object.parse(veiled(piece, "null").encode("ascii"))
                if piece.layer:
                    found.SMask.G = made["XObject"][piece.layer]
        made.setdefault(kind, {})[piece.name] = pdf.make_indirect(found)
    return made


def _layer(pdf: Pdf, layer: Layer, made: dict[str, dict[str, Object]]) -> Object:
    names = used(layer.operators)
    inside = {
        f"/{kind}": Dictionary({f"/{name}": known[name] for name in names if name in known})
        for kind, known in made.items()
    }
    stream = pdf.make_stream(layer.operators.encode("ascii"))
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(side, 3) for side in sides(layer.box)]),
        Group=Dictionary(S=Name.Transparency, CS=Name(SPACES[layer.ink]), I=True),
        Resources=Dictionary(inside),
    )
    return stream
