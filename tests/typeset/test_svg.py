"""A logo in SVG: what drawing programs write for a logo is drawn, the rest is refused by name."""

import pytest

from speelveld.svgxml import SvgError
from speelveld.typeset import Group, Shape
from speelveld.typeset.svg import Drawing, read_svg


def drawing(body: str, view: str = "0 0 100 50") -> Drawing:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'.encode())


def shapes(found: Drawing | Group) -> list[Shape]:
    return [shape for item in found.items for shape in ([item] if isinstance(item, Shape) else shapes(item))]


def corners(found: Drawing, index: int = 0) -> list[tuple[float, float]]:
    return [(round(points[-1].x, 3), round(points[-1].y, 3)) for _, points in shapes(found)[index].path if points]


def test_a_path_keeps_its_place_and_colour() -> None:
    found = drawing('<path d="M10 20h30v5z" fill="#f00"/>')
    assert (found.width, found.height) == (100, 50)
    assert corners(found) == [(10, 20), (40, 20), (40, 25)]
    assert shapes(found)[0].fill is not None
    assert shapes(found)[0].fill.rgb == (1.0, 0.0, 0.0)


def test_the_view_box_moves_the_drawing() -> None:
    assert corners(drawing('<rect x="10" y="20" width="4" height="2"/>', "10 20 40 40"))[0] == (0, 0)


def test_transforms_work_from_right_to_left_and_through_groups() -> None:
    body = '<g transform="translate(10 0) scale(2)"><path transform="rotate(90)" stroke="red" d="M1 0L0 0"/></g>'
    assert corners(drawing(body)) == [(10, 2), (10, 0)]


def test_the_look_comes_from_attributes_styles_and_classes() -> None:
    body = (
        "<style>.cls-1,.b{fill:#00ff00;stroke:none}</style>"
        '<g fill="blue"><rect width="1" height="1"/><rect class="cls-1" width="1" height="1"/>'
        '<rect style="fill:rgb(255,0,0)" width="1" height="1"/></g>'
    )
    found = drawing(body)
    assert [shape.fill.rgb if shape.fill else None for shape in shapes(found)] == [(0, 0, 1), (0, 1, 0), (1, 0, 0)]


def test_a_hole_is_a_hole() -> None:
    found = drawing('<path fill-rule="evenodd" d="M0 0h9v9h-9zM3 3h3v3h-3z"/><path d="M0 0h9v9z"/>')
    assert [shape.even_odd for shape in shapes(found)] == [True, False]


def test_a_stroke_grows_with_its_group() -> None:
    found = drawing('<g transform="scale(3)"><line x2="5" stroke="black" stroke-width="2"/></g>')
    assert shapes(found)[0].line == pytest.approx(6)


TEXT = "zet de tekst in uw tekenprogramma om in vormen, of bewaar het logo als png"
PNG = "bewaar het logo als png"


@pytest.mark.parametrize(
    ("body", "said", "hint"),
    [
        ("<text>Zutphen</text>", "de SVG gebruikt <text> op regel 2, en dat kan hier niet", TEXT),
        ('<image href="foto.png"/>', "de SVG gebruikt <image> op regel 2, en dat kan hier niet", PNG),
        ('<use href="anders.svg#a"/>', "de SVG verwijst naar een ander bestand ('anders.svg#a')", PNG),
        ('<g id="a"><use href="#a"/></g>', "de SVG verwijst met <use> naar zichzelf", PNG),
        (
            '<pattern id="p"/><rect width="1" height="1" fill="url(#p)"/>',
            "de SVG vult een vorm met een patroon, en dat kan hier niet (regel 2)",
            PNG,
        ),
        (
            '<mask id="m"/><rect width="1" height="1" mask="url(#m)"/>',
            "de SVG gebruikt mask, en dat kan hier niet",
            PNG,
        ),
        ('<rect width="1" height="1" style="filter:blur(2px)"/>', "de SVG gebruikt filter", PNG),
        ('<rect width="1" height="1" style="mix-blend-mode:multiply"/>', "(mix-blend-mode)", PNG),
        ('<rect width="1" height="1" clip-path="circle(3px)"/>', "clip-path 'circle(3px)'", PNG),
        ('<rect width="1" height="1" transform="perspective(3)"/>', "de bewerking 'perspective'", PNG),
        ('<rect width="1" height="1" fill="lichtblauw"/>', "de kleur 'lichtblauw'", PNG),
        ('<rect width="1sprong" height="1"/>', "de eenheid 'sprong'", PNG),
        ('<rect width="calc(1px + 2px)" height="1"/>', "de maat 'calc(1px + 2px)'", PNG),
        ('<path d="M0 0h9" stroke="red" vector-effect="non-scaling-stroke"/>', "(vector-effect)", PNG),
        ('<marker id="m"/><path d="M0 0h9" marker-end="url(#m)"/>', "pijlpunten (marker-end)", PNG),
        ("<style>rect:not(.a){fill:red}</style>", "':not()' in de stijl", PNG),
        ("<style>a~b{fill:red}</style>", "'~' in de stijl", PNG),
        ("<style>@import 'a.css';</style>", "@import in de stijl", PNG),
        ('<g><animate attributeName="x"/></g>', "<animate>", "neem een logo dat niet beweegt"),
        ('<rect width="1e999" height="1"/>', "een getal in de SVG is veel te groot", PNG),
        (
            '<g transform="scale(1e200)"><g transform="scale(1e200)"><rect width="1" height="1"/></g></g>',
            "te groot",
            PNG,
        ),
        ('<g transform="scale(1e8)"><path d="M0 0h1v1z"/></g>', "veel te ver buiten zijn eigen vlak", PNG),
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_cannot_be_drawn_is_named_with_its_line(body: str, said: str, hint: str) -> None:
    with pytest.raises(SvgError) as caught:
        drawing(f"\n{body}")
    assert said in str(caught.value)
    assert "regel" in str(caught.value) or "buiten" in said
    assert caught.value.hint == hint


def test_all_that_is_not_drawn_is_named_at_once() -> None:
    with pytest.raises(SvgError) as caught:
        drawing('<text>a</text>\n<image href="b"/>\n<text>c</text>\n<foreignObject/>\n<text>e</text>')
    places = [f"<{name}> op regel {line}" for name, line in (("text", 1), ("image", 2), ("text", 3))]
    said = str(caught.value)
    assert [place in said for place in places] == [True, True, True]
    assert said.endswith("; en nog 2")


@pytest.mark.parametrize(
    "body",
    [
        "<text> </text>",
        '<text visibility="hidden">a</text>',
        '<text display="none">a</text>',
        '<g opacity="0"><text>a</text></g>',
        "<image/>",
        '<rect width="1" height="1" filter="none" mask="none"/>',
        '<rect width="1" height="1" mask="url(#weg)"/>',
        "<switch><foreignObject requiredExtensions='http://ns.adobe.com/'/><g/></switch>",
        "<symbol id='a'><text>a</text></symbol>",
        "<style>a:hover{mask:url(#a)} @font-face{src:url(a)}</style>",
    ],
)
def test_what_no_browser_shows_is_no_reason_to_refuse(body: str) -> None:
    assert drawing(f'{body}<circle cx="9" cy="9" r="3"/>').items


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('width="50mm" height="20mm"', (50 / 25.4 * 96, 20 / 25.4 * 96)),
        ('width="2in" height="1in"', (192, 96)),
        ('width="3cm" height="72pt"', (3 / 2.54 * 96, 96)),
        ('width="6pc" height="4em"', (96, 64)),
        ('width="30" height="20px"', (30, 20)),
        ('viewBox="5 5 40 20"', (40, 20)),
        ('viewBox="0 0 40 20" width="100%" height="100%"', (40, 20)),
        ('viewBox="0 0 40 20" width="80mm" height="40mm"', (40, 20)),
        ('viewBox="0 0 40 20" width="80"', (40, 20)),
        ('viewBox="0 0 40 20" width="40" height="40"', (40, 40)),
        ('viewBox="0 0 40 20" style="width:30px;height:30px"', (30, 30)),
    ],
)
def test_a_drawing_is_as_large_as_a_browser_shows_it(root: str, size: tuple[float, float]) -> None:
    found = read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {root}/>'.encode())
    assert (found.width, found.height) == pytest.approx(size)


@pytest.mark.parametrize("root", ["", 'width="100%" height="100%"', 'width="40"', 'viewBox="0 0 4"', 'viewBox=""'])
def test_a_drawing_without_a_size_is_refused(root: str) -> None:
    with pytest.raises(SvgError, match="hoe groot"):
        read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {root}/>'.encode())


@pytest.mark.parametrize("view", ["0 0 1e-300 1e-300", "0 0 1e999 10", "0 0 1e8 1e8"])
def test_a_drawing_of_no_size_that_can_be_drawn_is_refused(view: str) -> None:
    with pytest.raises(SvgError, match=r"viewBox|maat"):
        drawing('<rect width="1" height="1"/>', view)


def test_a_radius_too_small_for_a_browser_is_a_straight_line() -> None:
    assert corners(drawing('<path stroke="red" d="M0 0 A1e-300 1 0 0 1 9 9z"/>')) == [(0, 0), (9, 9)]
