"""A frame as text that a person can read and compare: places in points, one item a line."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple

from speelveld.typeset import Frame, Group, Item, Picture, Shape, Tag, TextRun


def frame_text(frame: Frame) -> str:
    """Return the whole frame; groups are indented, numbers have one decimal, a hyphen of ours is '~'."""
    size = f"{_n(frame.size.width)} x {_n(frame.size.height)}"
    return "\n".join([f"{frame.title!r} {frame.lang} {size}", *_lines(frame.items, "  ")]) + "\n"


def lines_of(frame: Frame) -> list[str]:
    """Return the text of each run in drawing order, soft hyphens shown as '-', ends stripped."""
    return [run.text.replace("\N{SOFT HYPHEN}", "-").strip() for run in frame.texts()]


def tags(items: Iterable[Item]) -> Iterator[Tag]:
    """Yield the tags of what is read aloud, outside in."""
    for item in items:
        if isinstance(item, Group):
            if item.tag is not None and item.tag.role != "Artifact":
                yield item.tag
            yield from tags(item.items)


def _lines(items: Iterable[Item], indent: str) -> Iterator[str]:
    for item in items:
        match item:
            case Group():
                yield f"{indent}{' '.join(_name(item))}"
                yield from _lines(item.items, f"{indent}  ")
            case TextRun():
                text = item.text.replace("\N{SOFT HYPHEN}", "~")
                yield f"{indent}{_n(item.x)},{_n(item.baseline)} {item.face} {_n(item.size)} {item.color.name} {text!r}"
            case Shape():
                paint = [f"fill {item.fill.name}"] if item.fill else []
                paint += [f"stroke {item.stroke.name} {_n(item.line)}"] if item.stroke else []
                paint += [f"dash {' '.join(map(_n, item.dash))}"] if item.dash else []
                path = " ".join(_n(part) if isinstance(part, float) else str(part) for part in _flat(item))
                yield f"{indent}shape {', '.join(paint)}: {path}"
            case Picture():
                box = item.box
                yield f"{indent}picture {item.file.name} {_n(box.x)},{_n(box.y)} {_n(box.width)} x {_n(box.height)}"


def _name(group: Group) -> Iterator[str]:
    tag = group.tag
    yield "group" if tag is None else tag.role
    if tag is not None:
        yield from (f"{key}={getattr(tag, key)!r}" for key in ("alt", "lang", "scope") if getattr(tag, key))
        if tag.span > 1:
            yield f"span={tag.span}"
    if group.matrix:
        yield f"matrix={' '.join(map(_n, astuple(group.matrix)))}"


def _flat(shape: Shape) -> list[str | float]:
    return [part for step, points in shape.path for part in (step, *(number for point in points for number in point))]


def _n(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
