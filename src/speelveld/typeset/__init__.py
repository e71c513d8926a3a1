"""Trees of elements in, frames out: every text measured, broken into lines and placed, in points."""

from speelveld.typeset import (
    codes,
    forms,
    groups,
    icons,
    lists,
    patterns,
    pictures,
    portraits,
    rows,
    shapes,
    stacks,
    streets,
    tables,
    text,
    thumbnails,
)
from speelveld.typeset.faces import typeset_one
from speelveld.typeset.frame import (
    Ends,
    Field,
    Frame,
    Group,
    Inset,
    Item,
    Outline,
    Picture,
    Quote,
    Shade,
    Shape,
    Tag,
    TextRun,
)
from speelveld.typeset.gradient import Gradient, Stop
from speelveld.typeset.kinds import FilledFace, SetFaces, typeset_kind
from speelveld.typeset.layout import Assets, Layout
from speelveld.typeset.metrics import FontFiles, Measured, Metrics, Reach
from speelveld.typeset.places import ink_of

# Importing these modules registers the builders of their elements.
BUILDER_MODULES = (
    codes,
    forms,
    groups,
    icons,
    lists,
    patterns,
    pictures,
    portraits,
    rows,
    shapes,
    stacks,
    streets,
    tables,
    text,
    thumbnails,
)

__all__ = [
    "BUILDER_MODULES",
    "Assets",
    "Ends",
    "Field",
    "FilledFace",
    "FontFiles",
    "Frame",
    "Gradient",
    "Group",
    "Inset",
    "Item",
    "Layout",
    "Measured",
    "Metrics",
    "Outline",
    "Picture",
    "Quote",
    "Reach",
    "SetFaces",
    "Shade",
    "Shape",
    "Stop",
    "Tag",
    "TextRun",
    "ink_of",
    "typeset_kind",
    "typeset_one",
]
