"""An oracle that reads tags: the tree of a PDF as text, and what is wrong with how tree and pages hang together.

It follows ISO 32000-1, 14.7 and 14.8, reads with pikepdf, and imports nothing of ours. veraPDF looks at what a tree
says, not at whether each mark and each link on a page is used once and leads back to its element; that is looked at
here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_PAINT = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"})


@dataclass
class Content:
    """What stands on one page: the text of every mark, which marks come twice, and what stands in no mark at all."""

    texts: dict[int, str] = field(default_factory=dict)
    repeated: list[int] = field(default_factory=list)
    unmarked: Counter[str] = field(default_factory=Counter)
    nested: int = 0


def tree_text(pdf: bytes) -> str:
    """Return the tag tree: a line for each element, and a line for its text with the pages it is on."""
    with pikepdf.open(BytesIO(pdf)) as file:
        contents = [_content(page) for page in file.pages]
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        return "\n".join(_lines(file.Root.StructTreeRoot.K, 0, None, contents, numbers)) + "\n"


def faults(pdf: bytes) -> list[str]:
    """Return what is wrong between tree and pages; an empty list if all is well."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return list(_faults(file))


def _faults(file: pikepdf.Pdf) -> Iterator[str]:
    yield from _link_faults(file)
    root = file.Root.StructTreeRoot
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    owners: dict[tuple[int, int], pikepdf.Object] = {}
    for element, page, mark in _marks(root.K, None):
        if page is None:
            yield f"mark {mark} of a {element.S} is on no page"
            continue
        place = (numbers[page.objgen], mark)
        if place in owners:
            yield f"page {place[0]}, mark {mark}: two elements hold it"
        owners[place] = element
    flat = list(root.ParentTree.Nums)
    parents: Mapping[int, pikepdf.Object] = dict(zip(map(int, flat[::2]), flat[1::2], strict=True))
    for number, page in enumerate(file.pages):
        content = _content(page)
        yield from (f"page {number}: mark {mark} comes twice" for mark in content.repeated)
        yield from (f"page {number}: {count} × {kind} in no mark" for kind, count in content.unmarked.items())
        if content.nested:
            yield f"page {number}: marks within marks"
        if page.obj.get("/Tabs") != "/S":
            yield f"page {number}: no reading order for tabs"
        row = parents.get(int(page.obj.StructParents)) if "/StructParents" in page.obj else None
        known = {} if row is None else dict(enumerate(row))
        for mark in sorted(content.texts.keys() | {mark for place, mark in owners if place == number}):
            if mark not in content.texts:
                yield f"page {number}: mark {mark} is in the tree and not on the page"
            elif (number, mark) not in owners:
                yield f"page {number}: mark {mark} is on the page and not in the tree"
            elif mark not in known or known[mark].objgen != owners[number, mark].objgen:
                yield f"page {number}: the parent tree gives mark {mark} another element"
        if set(known) - set(content.texts):
            yield f"page {number}: the parent tree knows marks that are not there"


def _link_faults(file: pikepdf.Pdf) -> Iterator[str]:
    """Yield what is wrong with annotations: each is a Link that its element holds, and says where it leads."""
    root = file.Root.StructTreeRoot
    flat = list(root.ParentTree.Nums)
    parents: Mapping[int, pikepdf.Object] = dict(zip(map(int, flat[::2]), flat[1::2], strict=True))
    holders: dict[tuple[int, int], pikepdf.Object] = {}
    for element in _tree(root.K):
        for kid in _kids(element):
            if not isinstance(kid, int) and kid.get("/Type") == "/OBJR":
                holders[kid.Obj.objgen] = element
    for number, page in enumerate(file.pages):
        for link in page.obj.get("/Annots", pikepdf.Array()):
            where = f"page {number}: the link {str(link.get('/Contents', '')) or 'without words'!r}"
            holder = holders.pop(link.objgen, None)
            if holder is None:
                yield f"{where} is in no element"
            elif holder.S != "/Link":
                yield f"{where} is in a {holder.S}"
            elif parents.get(int(link.get("/StructParent", -1)), holder.K).objgen != holder.objgen:
                yield f"{where} leads back to another element"
            if not str(link.get("/Contents", "")).strip():
                yield f"{where} says not where it leads"
            if link.Subtype != "/Link" or int(link.get("/F", 0)) != 4:
                yield f"{where} is not printed with its page"
            if "/Dest" not in link and link.get("/A", pikepdf.Dictionary()).get("/S") != "/URI":
                yield f"{where} leads nowhere"
            left, bottom, right, top = map(float, link.Rect)
            corners = list(map(float, link.QuadPoints))
            inside = all(left <= x <= right for x in corners[::2]) and all(bottom <= y <= top for y in corners[1::2])
            if not inside or len(corners) % 8 or left >= right or bottom >= top:
                yield f"{where} has no place to click"
    for element in holders.values():
        yield f"a {element.S} holds a link that is on no page"


def _tree(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in _kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield from _tree(kid)


def _marks(
    element: pikepdf.Object, page: pikepdf.Object | None
) -> Iterator[tuple[pikepdf.Object, pikepdf.Object | None, int]]:
    page = element.get("/Pg", page)
    for kid in _kids(element):
        if isinstance(kid, int):
            yield element, page, kid
        elif kid.get("/Type") == "/MCR":
            yield element, kid.get("/Pg", page), int(kid.MCID)
        elif kid.get("/Type") != "/OBJR":
            yield from _marks(kid, page)


def _kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _lines(
    element: pikepdf.Object,
    depth: int,
    page: pikepdf.Object | None,
    contents: list[Content],
    numbers: Mapping[tuple[int, int], int],
) -> Iterator[str]:
    page = element.get("/Pg", page)
    facts = [f"{key.lstrip('/')}={str(element[key])!r}" for key in ("/Alt", "/Lang") if key in element]
    attributes = element.get("/A", pikepdf.Dictionary())
    facts += [
        f"{key.lstrip('/')}={str(attributes[key]).lstrip('/')}"
        for key in ("/Scope", "/ColSpan", "/ListNumbering")
        if key in attributes
    ]
    facts += ["BBox"] if "/BBox" in attributes else []
    yield "  " * depth + " ".join([str(element.S).lstrip("/"), *facts])
    where: list[int] = []
    said = ""
    for kid in _kids(element):
        if isinstance(kid, int) or kid.get("/Type") == "/MCR":
            mark = kid if isinstance(kid, int) else int(kid.MCID)
            own = page if isinstance(kid, int) else kid.get("/Pg", page)
            assert own is not None
            number = numbers[own.objgen]
            where += [number + 1] if number + 1 not in where else []
            said += contents[number].texts.get(mark, "?").replace("\N{SOFT HYPHEN}", "")
            continue
        if where:
            yield _said(depth, where, said)
        where, said = [], ""
        if kid.get("/Type") == "/OBJR":
            yield "  " * (depth + 1) + f"link: {kid.Obj.Contents}"
        else:
            yield from _lines(kid, depth + 1, page, contents, numbers)
    if where:
        yield _said(depth, where, said)


def _said(depth: int, pages: list[int], text: str) -> str:
    return "  " * (depth + 1) + f"{'+'.join(map(str, pages))}: {text.strip()}"


def _content(page: pikepdf.Page) -> Content:
    fonts = {name: _unicode(font) for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items()}
    content = Content()
    open_marks: list[int | None] = []
    current: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                facts = operands[1] if len(operands) > 1 else {}
                mark = int(facts["/MCID"]) if "/MCID" in facts else None
                if mark is None and str(operands[0]) != "/Artifact":
                    content.unmarked[f"a mark {operands[0]} without a number"] += 1
                content.nested += len(open_marks) > 0
                if mark is not None:
                    content.repeated += [mark] if mark in content.texts else []
                    content.texts.setdefault(mark, "")
                open_marks.append(mark)
            case "EMC" if not open_marks:
                content.unmarked["EMC"] += 1
            case "EMC":
                open_marks.pop()
            case "Tf":
                current = fonts[str(operands[0])]
            case operation if operation in _TEXT or operation in _PAINT:
                if not open_marks:
                    content.unmarked[operation] += 1
                elif operation in _TEXT and open_marks[-1] is not None:
                    content.texts[open_marks[-1]] += _decoded(operands[-1], current)
            case _:
                pass
    content.nested += len(open_marks) > 0
    return content


def _decoded(shown: pikepdf.Object, codes: Mapping[int, str]) -> str:
    strings = (
        [part for part in shown if isinstance(part, pikepdf.String)] if isinstance(shown, pikepdf.Array) else [shown]
    )
    return "".join(codes.get(code, "\N{REPLACEMENT CHARACTER}") for string in strings for code in bytes(string))


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    """Return the character of every code of a simple font, by its ToUnicode."""
    found: dict[int, str] = {}
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, values in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[[^\]]*\]|<\w+>)", block):
            listed = re.findall(r"<(\w+)>", values)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                value = listed[offset] if values.startswith("[") else f"{int(listed[0], 16) + offset:04x}"
                found[int(first, 16) + offset] = bytes.fromhex(value).decode("utf-16-be")
    return found
