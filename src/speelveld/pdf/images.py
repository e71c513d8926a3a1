"""Picture files → image XObjects in sRGB: upright, with their transparency, unchanged where a PDF can hold them."""

from speelveld.files import ReadFile
from speelveld.pdf.draft import Draft
from speelveld.pdf.raw import reference
from speelveld.pixels import holds_as_it_is, in_srgb, opened, read_picture

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


def add_image(draft: Draft, file: ReadFile) -> int:
    """Return the number of `file` as an image XObject of `draft`."""
    found = opened(file.data)
    if holds_as_it_is(found):
        return draft.add_stream({**_xobject(found.mode, found.size), "Filter": "/DCTDecode"}, file.data, coded=True)
    image = in_srgb(read_picture(file.data))
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    plain = image.convert("L" if image.mode in ("L", "LA") else "RGB")
    facts = _xobject(plain.mode, plain.size)
    if alpha is not None and alpha.getextrema() != (255, 255):
        facts["SMask"] = reference(draft.add_stream(_xobject("L", alpha.size), alpha.tobytes()))
    return draft.add_stream(facts, plain.tobytes())


def _xobject(mode: str, size: tuple[int, int]) -> dict[str, object]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": _SPACES[mode],
        "BitsPerComponent": 8,
    }
