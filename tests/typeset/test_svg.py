"""A logo in SVG: what drawing programs write for a logo is drawn, the rest is refused by name."""

import pytest

from speelveld.typeset.svg import Drawing, read_svg


def drawing(body: str, view: str = "0 0 100 50") -> Drawing:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'.encode())


def corners(found: Drawing, index: int = 0) -> list[tuple[float, float]]:
    return [(round(points[-1].x, 3), round(points[-1].y, 3)) for _, points in found.shapes[index].path if points]


def test_a_path_keeps_its_place_and_colour() -> None:
    found = drawing('<path d="M10 20h30v5z" fill="#f00"/>')
    assert (found.width, found.height) == (100, 50)
    assert corners(found) == [(10, 20), (40, 20), (40, 25)]
    assert found.shapes[0].fill is not None
    assert found.shapes[0].fill.rgb == (1.0, 0.0, 0.0)


def test_the_view_box_moves_the_drawing() -> None:
    assert corners(drawing('<rect x="10" y="20" width="4" height="2"/>', "10 20 40 40"))[0] == (0, 0)


def test_transforms_work_from_right_to_left_and_through_groups() -> None:
    body = '<g transform="translate(10 0) scale(2)"><path transform="rotate(90)" d="M1 0L0 0"/></g>'
    assert corners(drawing(body)) == [(10, 2), (10, 0)]


def test_the_look_comes_from_attributes_styles_and_classes() -> None:
    body = (
        "<style>.cls-1,.b{fill:#00ff00;stroke:none}</style>"
        '<g fill="blue"><rect width="1" height="1"/><rect class="cls-1" width="1" height="1"/>'
        '<rect style="fill:rgb(255,0,0)" width="1" height="1"/></g>'
    )
    found = drawing(body)
    assert [shape.fill.rgb if shape.fill else None for shape in found.shapes] == [(0, 0, 1), (0, 1, 0), (1, 0, 0)]


def test_a_hole_is_a_hole() -> None:
    found = drawing('<path fill-rule="evenodd" d="M0 0h9v9h-9zM3 3h3v3h-3z"/><path d="M0 0h9v9z"/>')
    assert [shape.even_odd for shape in found.shapes] == [True, False]


def test_a_stroke_grows_with_its_group() -> None:
    found = drawing('<g transform="scale(3)"><line x2="5" stroke="black" stroke-width="2"/></g>')
    assert found.shapes[0].line == pytest.approx(6)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<text>Zutphen</text>", "<text>"),
        ('<image href="foto.png"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ('<rect width="1" height="1" fill="url(#verloop)"/>', "kleur 'url(#verloop)'"),
        ('<g clip-path="url(#a)"><rect width="1" height="1"/></g>', "clip-path"),
        ('<rect width="1" height="1" opacity="0.5"/>', "doorzichtig"),
        ('<rect width="1" height="1" transform="perspective(3)"/>', "'perspective'"),
    ],
)
def test_what_cannot_be_drawn_is_named(body: str, said: str) -> None:
    with pytest.raises(ValueError, match="de SVG") as caught:
        drawing(body)
    assert said in str(caught.value)


def test_a_drawing_without_a_size_is_refused() -> None:
    with pytest.raises(ValueError, match="hoe groot"):
        read_svg(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
