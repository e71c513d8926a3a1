"""Trees of elements in, frames out: every text measured, broken into lines and placed, in points."""

from speelveld.typeset import icons, lists, pictures, shapes, stacks, tables, text
from speelveld.typeset.box import Assets, Layout
from speelveld.typeset.faces import Job, Set, typeset_kind, typeset_one
from speelveld.typeset.frame import Frame, Group, Item, Picture, Shape, Tag, TextRun
from speelveld.typeset.metrics import FontFiles, Measured, Metrics

# Importing a module registers its builders.
BUILDER_MODULES = (icons, lists, pictures, shapes, stacks, tables, text)

__all__ = [
    "BUILDER_MODULES",
    "Assets",
    "FontFiles",
    "Frame",
    "Group",
    "Item",
    "Job",
    "Layout",
    "Measured",
    "Metrics",
    "Picture",
    "Set",
    "Shape",
    "Tag",
    "TextRun",
    "typeset_kind",
    "typeset_one",
]
