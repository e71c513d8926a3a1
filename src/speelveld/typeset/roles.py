"""Which tag an element with a role gets, and whether it stands where that means something."""

from speelveld.markup import Node
from speelveld.typeset.frame import ARTIFACT, Tag
from speelveld.typeset.layout import Layout

CELLS = frozenset({"TH", "TD"})
SCOPES = {"col": "Column", "row": "Row"}
# What means something only right within something else (ISO 32000-1, 14.8.4.3). A text has been an LBody by itself in
# layouts of others, so that this is free.
_HOLDERS = {"LI": "L", "TR": "Table", "TH": "TR", "TD": "TR"}
# What is read aloud without a role; what is in a list or table of its own is looked at there.
_SPOKEN = {
    "text": "P",
    "p": "P",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "checkbox": "P",
    "image": "Figure",
    "qr": "Figure",
}
_PARTS = {holder: part for part, holder in _HOLDERS.items()} | {"TR": "TH of TD"}


def role_tag(layout: Layout, node: Node, role: str) -> Tag:
    """Return the tag of an element with `role`; the head of a table says whether it heads a column or a row."""
    if role == ARTIFACT.role:
        return ARTIFACT
    scope = SCOPES[layout.choice(node, "scope", tuple(SCOPES))] if role == "TH" else None
    if scope is None and "scope" in node.attributes:
        layout.wrong(node, "kenmerk 'scope' hoort bij een kop van een tabel", 'geef ook role="TH"')
    return Tag(role, alt=node.attributes.get("alt"), lang=node.attributes.get("lang"), scope=scope)


def check_roles(layout: Layout, root: Node) -> None:
    """Note each role that stands in another than the one it is a part of, or lacks the part that it has to have."""
    _check(layout, root, "")


def _check(layout: Layout, node: Node, within: str) -> None:
    role = node.attributes.get("role") or _SPOKEN.get(node.name, "")
    holder = _HOLDERS.get(role)
    if holder is not None and within != holder:
        layout.wrong(node, f"rol {role!r} staat alleen in een element met rol {holder!r}", "zet dat eromheen")
    elif within in _PARTS and role not in ("", "Artifact") and _HOLDERS.get(role) != within:
        layout.wrong(node, f"in rol {within!r} staat alleen rol {_PARTS[within]}, en niet {role!r}")
    for child in node.children:
        _check(layout, child, role or within)
