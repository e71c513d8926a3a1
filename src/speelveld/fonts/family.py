"""What the files of a family are called beside its faces: with figures of one width, and those that step in."""

_TABULAR, _SPARE = " tabel", " reserve"


def tabular_of(face: str) -> str:
    """Return the name of `face` with figures that are all equally wide."""
    return face + _TABULAR


def spare_of(face: str) -> str:
    """Return the name of the face that draws what `face` has no sign for."""
    return face.removesuffix(_TABULAR) + _SPARE
