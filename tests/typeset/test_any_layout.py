"""Whatever a layout asks for, there are either frames with sensible numbers or a mistake in words; never a crash."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speelveld.errors import Problem, SpeelveldError
from speelveld.markup import Layouts
from speelveld.markup.vocabulary import ALL, CHILDREN, ROOTS, TEXTED
from speelveld.typeset import FilledFace, Frame, Group, Item, Layout, Picture, Shape, TextRun, typeset_kind
from speelveld.typeset.builders import BUILDERS
from tests.typeset.frametext import frame_text
from tests.typeset.halfem import HalfEm, NoPictures, tekst, theme

LENGTH = ["0mm", "1mm", "20pt", "3cm", "60pt"]
EDGES = ["2pt", "1pt 3pt", "1mm 2mm 3mm 4mm"]
COLOR = ["inkt", "lijn", "wit", "geen"]
GOOD = {
    "align": ["center", "right"],
    "alt": ["Een tekening"],
    "balance": ["ja"],
    "color": COLOR,
    "columns": ["1fr", "1fr 2fr 20pt", "20pt 30pt"],
    "count": ["2", "7"],
    "d": ["M 1 1 L 5 5 Z", "M 1 1 a 3 3 0 0 1 4 4"],
    "dash": ["1mm 2mm"],
    "data": ["https://www.zutphen.nl"],
    "fill": COLOR,
    "fit": ["a", "b"],
    "grow": ["1", "2.5"],
    "h": ["10pt", "80pt"],
    "head": ["ja", "nee"],
    "head-fill": COLOR,
    "keep": ["ja"],
    "keep-with-next": ["ja"],
    "lang": ["en"],
    "margin": EDGES,
    "marker": ["–"],
    "name": ["users"],
    "padding": EDGES,
    "points": ["0mm 0mm 5mm 0mm 5mm 5mm"],
    "role": ["Figure", "Artifact", "Note", "P"],
    "rules": ["none"],
    "safe": ["0mm"],
    "same-height": ["a", "b"],
    "scope": ["col"],
    "span": ["1", "2"],
    "src": ["foto"],
    "start": ["3"],
    "stroke": COLOR,
    "style": ["tekst", "groot", "kop", "trap"],
    "title": ["x"],
    "turn": ["45", "90", "-180"],
    "valign": ["middle", "bottom"],
    "viewbox": ["0 0 24 24"],
    "w": ["60pt", "180pt"],
}
BAD = [
    "",
    "x",
    "5",
    "-5mm",
    "400mm",
    "9999999mm",
    "nan",
    "inf",
    "-1",
    "999999",
    "rood",
    "0 0 0 0",
    "1mm 2mm 3mm 4mm 5mm",
]
TEXTS = [
    "woord",
    "een paar woorden bij elkaar",
    "mogelijkheden " * 9,
    "{{ t }}",
    "★",
    "<br/>",
    "<b>vet</b>deel",
    "€\u00a010.000",
    " ",
]


def test_every_element_is_set_by_a_function_of_its_own() -> None:
    parts = {name for name, known in ALL.items() if known.kind != "box"}
    assert BUILDERS.keys() == ALL.keys() - parts - {"page-break", "section", "header", "footer", "edge"}


@st.composite
def element(draw: st.DrawFn, name: str, depth: int) -> str:
    known = ALL[name]
    keys = (
        draw(st.lists(st.sampled_from(sorted(known.attributes)), unique=True, max_size=4)) if known.attributes else []
    )
    attributes = {}
    for key in (*keys, *known.required):
        pool = GOOD.get(key, LENGTH) if draw(st.integers(0, 60)) else BAD
        attributes[key] = draw(st.sampled_from(pool))
    if name in ROOTS:
        attributes |= {"w": "220pt", "h": draw(st.sampled_from(["120pt", "220pt"])), "title": "x", "margin": "20pt"}
        attributes = {key: value for key, value in attributes.items() if key in known.attributes}
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    inside = []
    if name in TEXTED and draw(st.booleans()):
        inside = draw(st.lists(st.sampled_from(TEXTS), max_size=3))
    elif depth and CHILDREN[name]:
        names = draw(st.lists(st.sampled_from(sorted(CHILDREN[name])), max_size=4))
        inside = [draw(element(child, depth - 1)) for child in names]
    return f"<{name}{written}>{''.join(inside)}</{name}>"


def numbers(items: Iterable[Item]) -> Iterator[float]:
    for item in items:
        match item:
            case Group():
                yield from astuple(item.matrix) if item.matrix else ()
                yield from numbers(item.items)
            case TextRun():
                yield from (item.x, item.baseline, item.size, item.width)
            case Shape():
                yield from (number for point in item.path.points for number in point)
                yield from (item.line, *item.dash)
            case Picture():
                yield from (item.box.x, item.box.y, item.box.width, item.box.height)


@settings(max_examples=250, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.sampled_from(sorted(ROOTS)).flatmap(lambda root: element(root, 4)))
def test_any_layout_gives_frames_or_mistakes(tmp_path_factory: Callable[..., Path], source: str) -> None:
    folder = tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    (folder / "willekeurig.xml.j2").write_text(source, encoding="utf-8")
    data = {"t": tekst("een **tekst** van de schrijver, met mogelijkheden")}

    def jobs() -> list[FilledFace]:
        return [FilledFace(Layouts([folder], folder).render("willekeurig.xml.j2", data), "kaart")]

    frames: Sequence[Frame] = ()
    problems: tuple[Problem, ...] = ()
    try:
        frames = typeset_kind(jobs, lambda step: Layout(theme(), HalfEm(), NoPictures(), step), 3).frames[0]
    except SpeelveldError as error:
        problems = error.problems
    assert bool(frames) != bool(problems)
    assert all(problem.source is not None for problem in problems)
    for frame in frames:
        assert all(math.isfinite(number) for number in numbers(frame.items))
        assert frame_text(frame)
