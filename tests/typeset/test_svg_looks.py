"""A logo looks in the PDF as it does in a browser; colours and places are reckoned by hand from the standards."""

import pytest
from PIL import Image

from tests.makers.logo import logo_frame, logo_pdf, logo_picture

WHITE, BLACK, BLUE, GOLD, RED = (255,) * 3, (0,) * 3, (0, 92, 169), (245, 196, 0), (255, 0, 0)
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
BLUE_BOX = '<rect width="100" height="40" fill="#005ca9"/>'

Spots = dict[tuple[float, float], tuple[int, ...]]


def svg(body: str, root: str = 'viewBox="0 0 100 40"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} {root}>{body}</svg>'.encode()


def seen(data: bytes, spots: Spots, slack: int = 5) -> None:
    """Check the colour at each place, in hundredths of the width."""
    picture = logo_picture(data, 100.0, 4.0)
    assert picture.width == 400
    found = {place: picture.getpixel((int(place[0] * 4), int(place[1] * 4))) for place in spots}
    for place, color in spots.items():
        assert max(abs(a - b) for a, b in zip(found[place], color, strict=True)) <= slack, (place, found[place], color)


CASES: dict[str, tuple[str, Spots]] = {
    "a rule for an element and one for an id": (
        "<style>path{fill:#005ca9} #zon{fill:#f5c400}</style>"
        '<path d="M0 0h60v40H0z"/><circle id="zon" cx="80" cy="20" r="15"/>',
        {(10, 20): BLUE, (80, 20): GOLD},
    ),
    "a comment before the first rule": (
        '<style>/* kleuren { */\n.a{fill:#005ca9}\n.b{fill:#f5c400}</style><path class="a" d="M0 0h60v40H0z"/>'
        '<circle class="b" cx="80" cy="20" r="15"/>',
        {(10, 20): BLUE, (80, 20): GOLD},
    ),
    "rules in CDATA, within a group": (
        '<style><![CDATA[.logo .blauw,path.geel{fill:#005ca9}]]></style><g class="logo"><path class="blauw" '
        'd="M0 0h50v40H0z"/></g><path class="blauw" d="M50 0h25v40z"/><path class="geel" d="M75 0h25v40H75z"/>',
        {(10, 20): BLUE, (60, 8): BLACK, (90, 20): BLUE},
    ),
    "the most precise rule wins, and of two equal ones the last": (
        "<style>.a{fill:red} rect{fill:lime} .a{fill:#005ca9} #n{fill:#f5c400} *{fill:green}</style>"
        '<rect class="a" width="50" height="40"/><rect id="n" class="a" x="50" width="50" height="40" fill="red"/>',
        {(10, 20): BLUE, (60, 20): GOLD},
    ),
    "what is important wins from a style attribute": (
        '<style>.a{fill:#005ca9 !important}</style><rect class="a" style="fill:red" width="100" height="40"/>',
        {(10, 20): BLUE},
    ),
    "a child, a brother, an attribute, a first child": (
        "<style>g>rect{fill:red} rect+rect{fill:#005ca9} [width='20']{fill:#f5c400} g :first-child{fill:lime}</style>"
        '<g><rect width="30" height="40"/><rect x="30" width="30" height="40"/><rect x="60" width="20" height="40"/>'
        "</g>",
        {(10, 20): (0, 255, 0), (40, 20): BLUE, (70, 20): GOLD, (90, 20): WHITE},
    ),
    "a style that only a reader of a dark screen sees": (
        "<style>rect{fill:#005ca9}@media (prefers-color-scheme:dark){rect{fill:#fff}}</style>" + BLUE_BOX,
        {(10, 20): BLUE},
    ),
    "a value with a name, and one for when that has none": (
        '<style>:root{--blauw:#005ca9}</style><rect width="50" height="40" fill="red" style="fill:var(--blauw)"/>'
        '<rect x="50" width="50" height="40" style="fill:var(--weg, #f5c400)"/>',
        {(10, 20): BLUE, (60, 20): GOLD},
    ),
    "per cents of the view": (
        '<rect width="100%" height="100%" fill="#005ca9"/><path d="M10 20h80" stroke="#fff" stroke-width="8"/>',
        {(2, 2): BLUE, (98, 38): BLUE, (50, 20): WHITE},
    ),
    "a move in a style": (
        '<rect width="30" height="30" fill="#005ca9" style="transform:translate(60px,5px)"/>',
        {(10, 20): WHITE, (62, 7): BLUE, (88, 33): BLUE, (62, 3): WHITE},
    ),
    "a turn in a style, about a place": (
        '<rect width="40" height="10" fill="#005ca9" style="transform:rotate(.25turn);transform-origin:20px 20px"/>',
        # A quarter clockwise about (20, 20): the bar at the top stands on the right, from x = 30 to 40.
        {(35, 2): BLUE, (35, 38): BLUE, (5, 5): WHITE},
    ),
    "an inner svg in its box, and cut off there": (
        BLUE_BOX + '<svg x="60" y="5" width="30" height="30" viewBox="0 0 10 10">'
        '<circle cx="5" cy="5" r="5" fill="#f5c400"/><rect x="-9" y="4" width="3" height="2"/></svg>',
        {(75, 20): GOLD, (62, 20): GOLD, (62, 7): BLUE, (5, 5): BLUE, (40, 20): BLUE},
    ),
    "an inner svg that shows what crosses its box": (
        '<svg x="60" y="5" width="30" height="30" overflow="visible"><rect x="-20" width="10" height="9"/></svg>',
        {(45, 8): BLACK, (65, 8): WHITE},
    ),
    "the branch of a switch without an extension": (
        '<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/" width="1" height="1"/>'
        f'<g>{BLUE_BOX}</g><rect width="100" height="40" fill="red"/></switch>',
        {(10, 20): BLUE},
    ),
    "the branch of a switch in Dutch": (
        f'<switch><g systemLanguage="en"><path d="M0 0h100v40H0z"/></g><g systemLanguage="fr, nl-NL">{BLUE_BOX}</g>'
        "</switch>",
        {(10, 20): BLUE},
    ),
    "a shape that is used twice, in two colours": (
        '<defs><path id="a" d="M0 0h30v30H0z"/></defs><use xlink:href="#a" x="5" y="5" fill="#005ca9"/>'
        '<use href="#a" x="50" y="5" fill="#f5c400"/>',
        {(7, 7): BLUE, (52, 33): GOLD, (42, 20): WHITE, (2, 2): WHITE},
    ),
    "a symbol is fitted where it is used": (
        '<symbol id="a" viewBox="0 0 10 10"><path d="M0 0h10v10H0zM20 0h5v5z" fill="#005ca9"/></symbol>'
        '<use href="#a" x="50" width="50" height="20"/>',
        # Fitted: 20 by 20, in the middle of 50 by 20.
        {(66, 2): BLUE, (84, 18): BLUE, (62, 10): WHITE, (90, 3): WHITE},
    ),
    "a clip as large as the drawing": (
        '<g clip-path="url(#c)"><path d="M0 0h60v40H0z" fill="#005CA9"/></g><defs><clipPath id="c">'
        '<rect width="100" height="40" fill="white"/></clipPath></defs>',
        {(10, 20): BLUE, (70, 20): WHITE},
    ),
    "a round clip": (
        f'<clipPath id="c"><circle cx="50" cy="20" r="15"/></clipPath><g clip-path="url(#c)">{BLUE_BOX}</g>',
        {(50, 20): BLUE, (36, 20): BLUE, (33, 20): WHITE, (40, 8): WHITE},
    ),
    "a clip with a hole": (
        '<clipPath id="c"><path clip-rule="evenodd" d="M0 0h100v40H0zM40 10h20v20H40z"/></clipPath>'
        f'<g clip-path="url(#c)">{BLUE_BOX}</g>',
        {(50, 20): WHITE, (30, 20): BLUE},
    ),
    "a clip of two shapes apart, in shares of the box": (
        '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".2" height="1"/><rect x=".8" width=".2" '
        'height="1"/></clipPath><rect x="50" width="50" height="40" fill="#005ca9" clip-path="url(#c)"/>',
        {(55, 20): BLUE, (75, 20): WHITE, (95, 20): BLUE, (10, 20): WHITE},
    ),
    "a clip of nothing hides all": (f'<clipPath id="c"/><g clip-path="url(#c)">{BLUE_BOX}</g>', {(10, 20): WHITE}),
    "a clip that is not there hides nothing": (f'<g clip-path="url(#weg)">{BLUE_BOX}</g>', {(10, 20): BLUE}),
    "a gradient from left to right": (
        '<linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#f00"/>'
        '</linearGradient><rect width="100" height="40" fill="url(#g)"/>',
        # At 25 hundredths of the way a quarter of 255.
        {(25.1, 20): (64, 0, 0), (50.1, 20): (128, 0, 0), (75.1, 5): (191, 0, 0)},
    ),
    "a gradient by another one, in units of the drawing, turned": (
        '<linearGradient id="a"><stop offset=".25" stop-color="#000"/><stop offset="75%" stop-color="#fff"/>'
        '</linearGradient><linearGradient id="g" xlink:href="#a" gradientUnits="userSpaceOnUse" x1="0" x2="40" '
        'gradientTransform="rotate(90)"/><rect width="100" height="40" fill="url(#g)"/>',
        # Downwards over 40: black above 10, white below 30, and half-way 128.
        {(50, 5): BLACK, (50, 20.1): (128,) * 3, (50, 35): WHITE},
    ),
    "a gradient whose stops are edges": (
        '<linearGradient id="g"><stop offset=".5" stop-color="#005ca9"/><stop offset=".5" stop-color="#f5c400"/>'
        '</linearGradient><rect width="100" height="40" fill="url(#g)"/>',
        {(48, 20): BLUE, (52, 20): GOLD},
    ),
    "two stops at the start of a gradient, and two at its end": (
        '<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="40" x2="60"><stop stop-color="#f00"/>'
        '<stop stop-color="#005ca9"/><stop offset="1" stop-color="#005ca9"/><stop offset="1" stop-color="#f5c400"/>'
        '</linearGradient><rect width="100" height="40" fill="url(#g)"/>',
        {(20, 20): RED, (42, 20): BLUE, (58, 20): BLUE, (80, 20): GOLD},
    ),
    "a gradient that turns back": (
        '<linearGradient id="g" x2=".25" spreadMethod="reflect"><stop stop-color="#000"/>'
        '<stop offset="1" stop-color="#fff"/></linearGradient><rect width="100" height="40" fill="url(#g)"/>',
        {(12.6, 20): (128,) * 3, (25, 20): (254,) * 3, (37.6, 20): (126,) * 3, (50, 20): BLACK, (75, 20): (254,) * 3},
    ),
    "a gradient that begins again": (
        '<linearGradient id="g" x2=".5" spreadMethod="repeat"><stop stop-color="#000"/>'
        '<stop offset="1" stop-color="#fff"/></linearGradient><rect width="100" height="40" fill="url(#g)"/>',
        {(25.1, 20): (128,) * 3, (75.1, 20): (128,) * 3, (51, 20): (5,) * 3},
    ),
    "a gradient round a middle": (
        '<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="50" cy="20" r="20"><stop stop-color="#000"/>'
        '<stop offset="1" stop-color="#fff"/></radialGradient><rect width="100" height="40" fill="url(#g)"/>',
        {(50, 20): (1,) * 3, (60.1, 20): (128,) * 3, (50, 30.1): (128,) * 3, (80, 20): WHITE},
    ),
    "a gradient round a middle that goes on": (
        '<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="50" cy="20" r="20" spreadMethod="repeat">'
        '<stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></radialGradient>'
        '<rect width="100" height="40" fill="url(#g)"/>',
        {(60.1, 20): (128,) * 3, (80.1, 20): (128,) * 3, (19.9, 20): (128,) * 3},
    ),
    "a gradient that fades away": (
        '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#f00" stop-opacity="0"/>'
        f'</linearGradient>{BLUE_BOX}<rect width="100" height="40" fill="url(#g)"/>',
        # Half red on blue: (0 + 255) / 2, 92 / 2, 169 / 2.
        {(50.1, 20): (128, 46, 84), (99, 20): (3, 91, 167)},
    ),
    "a gradient along a line": (
        '<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="100"><stop stop-color="#000"/>'
        '<stop offset="1" stop-color="#f00"/></linearGradient>'
        '<path d="M0 20h100" stroke="url(#g)" stroke-width="10" stroke-dasharray="40 20"/>',
        {(25.1, 20): (64, 0, 0), (25, 13): WHITE, (50, 20): WHITE, (75.1, 20): (191, 0, 0)},
    ),
    "a gradient of one stop, and a line of no length, are a colour": (
        '<linearGradient id="a"><stop stop-color="#005ca9"/></linearGradient><linearGradient id="b" x2="0">'
        '<stop stop-color="red"/><stop offset="1" stop-color="#f5c400"/></linearGradient>'
        '<rect width="50" height="40" fill="url(#a)"/><rect x="50" width="50" height="40" fill="url(#b)"/>',
        {(20, 20): BLUE, (80, 20): GOLD},
    ),
    "a gradient that is not there is what is written after it, or nothing": (
        '<rect width="50" height="40" fill="url(#weg) #005ca9"/><rect x="50" width="50" height="40" fill="url(#weg)"/>',
        {(20, 20): BLUE, (80, 20): WHITE},
    ),
    "a group that lets through": (
        '<g opacity="0.2"><path opacity="1" d="M0 0h100v40H0z" fill="#005ca9"/></g>',
        # A fifth of blue on white: 255 - 0.2 * (255 - c).
        {(10, 20): (204, 222, 238)},
    ),
    "shapes in a group that lets through do not show through each other": (
        '<g opacity=".5"><rect width="60" height="40" fill="#f00"/><rect x="40" width="60" height="40" fill="#00f"/>'
        "</g>",
        {(10, 20): (255, 128, 128), (50, 20): (128, 128, 255), (90, 20): (128, 128, 255)},
    ),
    "opacities are multiplied": (
        '<g opacity=".5"><rect width="100" height="40" fill="#000" fill-opacity=".5" opacity=".5"/></g>',
        {(10, 20): (223,) * 3},
    ),
    "what is not opaque at all is not there": (
        '<rect width="100" height="40" opacity="0"/><circle cx="20" cy="20" r="15" fill="#005ca9"/>'
        '<rect x="60" width="20" height="40" fill-opacity="0"/><rect x="80" width="9" height="9" fill="#0000"/>',
        {(20, 20): BLUE, (50, 20): WHITE, (70, 20): WHITE, (84, 4): WHITE},
    ),
    "a hidden group with a child that is shown": (
        '<g visibility="hidden"><path d="M0 0h50v40H0z"/><path visibility="visible" d="M50 0h50v40H50z"/></g>',
        {(20, 20): WHITE, (80, 20): BLACK},
    ),
    "a line of ten millimetres": (
        # In a drawing of 378 units a line of 10 mm is 37.8 of them: a tenth of its width.
        '<svg viewBox="0 0 378 151"><path d="M20 75h330" stroke="#005ca9" stroke-width="10mm"/></svg>',
        {(50, 16): BLUE, (50, 24): BLUE, (50, 14): WHITE, (50, 26): WHITE},
    ),
    "nothing is filled that has no area": (
        '<path d="M10 10L90 30" stroke="#f00" stroke-width="2" stroke-dasharray="20 100"/>'
        '<path d="M10 35h80M20 35h9"/>',
        {(15, 11.25): RED, (50, 20): WHITE, (70, 25): WHITE, (50, 35): WHITE},
    ),
    "round ends, dots and dashes": (
        '<g fill="none" stroke="#005ca9" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">'
        '<path d="M6 34 L20 6 L34 34"/><path d="M45 10h50" stroke-dasharray="0 10"/>'
        '<path d="M45 30h50" stroke-dasharray="8 10" stroke-linecap="butt"/></g>',
        {
            (20, 3.5): BLUE,
            (20, 2): WHITE,
            (5, 35): BLUE,
            (45, 10): BLUE,
            (50, 10): WHITE,
            (55, 10): BLUE,
            (56.5, 11.5): BLUE,
            (57.6, 12.6): WHITE,
            (47, 30): BLUE,
            (57, 30): WHITE,
            (65, 30): BLUE,
            (44, 30): WHITE,
        },
    ),
    "a square end, a bevelled corner, and dashes that begin later": (
        '<g fill="none" stroke="#000" stroke-width="10"><path d="M20 10h20" stroke-linecap="square"/>'
        '<path d="M60 40V10H90" stroke-linejoin="bevel"/><path d="M0 35h50" stroke-width="4" stroke-dasharray="10" '
        'stroke-dashoffset="5"/></g>',
        {
            (16, 10): BLACK,
            (14, 10): WHITE,
            (56, 6): WHITE,
            (58, 10): BLACK,
            (3, 35): BLACK,
            (8, 35): WHITE,
            (18, 35): BLACK,
        },
    ),
    "a sharp corner beyond the limit of SVG, which is not that of PDF": (
        # 10 wide, at an angle of 2·atan(3/20): 1/sin(half) is 6.7, more than 4 and less than 10.
        '<path d="M20 7 L60 20 L20 33" transform="translate(0 0)" fill="none" stroke="#000" stroke-width="2"/>'
        '<path d="M20 17 L40 20 L20 23" fill="none" stroke="#f00" stroke-width="6"/>',
        {(46, 20): WHITE, (40, 20): RED},
    ),
    "a sharp corner within a limit that is asked": (
        '<path d="M20 17 L40 20 L20 23" fill="none" stroke="#f00" stroke-width="6" stroke-miterlimit="8"/>',
        {(46, 20): RED, (58, 20): RED, (63, 20): WHITE},
    ),
    "a line is stretched with its shape": (
        '<path d="M10 0V10M0 5H5" stroke="#000" stroke-width="2" transform="scale(5 2)"/>',
        # Ten across for the upright one, four high for the level one.
        {(46, 5): BLACK, (54, 5): BLACK, (56, 5): WHITE, (12, 11.5): BLACK, (12, 13): WHITE},
    ),
    "a line before its fill": (
        '<rect x="20" y="10" width="60" height="20" fill="#f5c400" stroke="#005ca9" stroke-width="8" '
        'paint-order="stroke"/>',
        {(22, 20): GOLD, (18, 20): BLUE, (14, 20): WHITE},
    ),
    "an arc with its flags against the numbers": (
        '<path fill="#005ca9" d="M30 20a20 20 0 1140 0 20 20 0 01-40 0"/>',
        {(50, 2): BLUE, (50, 38): BLUE, (32, 20): BLUE, (32, 5): WHITE},
    ),
    "corners of two radii, and one for both": (
        '<rect width="40" height="40" rx="20" ry="5" fill="#000"/><rect x="50" width="40" height="40" ry="20"/>',
        {(1, 1): WHITE, (1, 6): BLACK, (10, 1): BLACK, (53, 3): WHITE, (70, 1): BLACK},
    ),
}


@pytest.mark.parametrize(("body", "spots"), CASES.values(), ids=CASES.keys())
def test_a_logo_looks_as_in_a_browser(body: str, spots: Spots) -> None:
    seen(svg(body), spots)


@pytest.mark.parametrize(
    ("written", "rgb"),
    [
        ("#05a", (0, 85, 170)),
        ("#005CA9", BLUE),
        ("#005ca9ff", BLUE),
        ("#f00f", RED),
        ("#ff000080", (255, 127, 127)),
        ("rgb(0,92,169)", BLUE),
        ("rgb(0 92 169)", BLUE),
        ("rgb(0%, 36%, 66%)", (0, 92, 168)),
        ("rgba(255, 0, 0, .5)", (255, 128, 128)),
        ("rgb(300, -4, 0)", RED),
        ("hsl(207, 100%, 33%)", (0, 93, 168)),
        ("hsl(207deg 100% 33% / 1)", (0, 93, 168)),
        ("darkblue", (0, 0, 139)),
        ("RebeccaPurple", (102, 51, 153)),
        ("currentColor", GOLD),
        ("inherit", (0, 128, 0)),
        ("#CD853F icc-color(naam, 1, 2)", (205, 133, 63)),
    ],
)
def test_every_way_to_write_a_colour_is_read(written: str, rgb: tuple[int, int, int]) -> None:
    body = f'<g color="#f5c400" fill="green"><rect width="100" height="40" fill="{written}"/></g>'
    seen(svg(body), {(50, 20): rgb}, slack=1)


@pytest.mark.parametrize(
    ("aspect", "left", "right"),
    [("", 30, 70), ("xMinYMin", 0, 40), ("xMaxYMid meet", 60, 100), ("none", 0, 100), ("xMidYMid slice", 0, 100)],
)
def test_a_view_is_fitted_in_its_box(aspect: str, left: float, right: float) -> None:
    root = f'width="100" height="40" viewBox="0 0 10 10" preserveAspectRatio="{aspect}"'
    data = svg('<rect width="10" height="10" fill="#005ca9"/>', root)
    inside = {(left + 1, 20.0): BLUE, (right - 1.5, 20.0): BLUE}
    outside = {(x, 20.0): WHITE for x in (left - 1.5, right + 1) if 0 < x < 100}
    seen(data, {**inside, **outside})


@pytest.mark.parametrize(
    ("root", "body", "spots"),
    [
        # 50 mm is 189 units, so a square of 94.5 is half of its width, and of 20 mm more than all of its height.
        ('width="50mm" height="20mm"', '<rect width="94.5" height="94.5" fill="#005ca9"/>', {49: BLUE, 51: WHITE}),
        ('width="72pt" height="1in"', '<rect width="48" height="96" fill="#005ca9"/>', {49: BLUE, 51: WHITE}),
        ('viewBox="0 0 1e3 400"', '<rect width="50%" height="1in" fill="#005ca9"/>', {49: BLUE, 51: WHITE}),
        (
            'viewBox="0 0 100 40"',
            '<rect font-size="10" width="5em" height="40" fill="#005ca9"/>',
            {49: BLUE, 51: WHITE},
        ),
    ],
)
def test_units_are_those_of_css(root: str, body: str, spots: dict[int, tuple[int, ...]]) -> None:
    seen(svg(body, root), {(x, 2): color for x, color in spots.items()})


def test_nothing_is_drawn_outside_the_box_of_the_logo() -> None:
    data = svg('<rect x="-50" y="-50" width="300" height="300" fill="#005ca9"/><path d="M50 20h900" stroke="red"/>')
    frame = logo_frame(data, 100.0)
    assert frame.items  # the page below is larger than the logo, and all around it stays white
    picture = beside(data)
    assert picture.getpixel((200, 100)) == BLUE
    assert {picture.getpixel(place) for place in ((98, 100), (303, 100), (200, 78), (200, 163))} == {WHITE}


def beside(data: bytes) -> Image.Image:
    """Return a logo of 50 by 20 in the middle of an empty logo of 100 by 50, with four pixels to the point."""
    inner = data.decode().replace("<svg ", '<svg x="25" y="20" width="50" height="20" ', 1)
    return logo_picture(svg(inner, 'viewBox="0 0 100 50"'), 100.0, 4.0)


def test_a_logo_that_keeps_to_its_box_needs_no_clip() -> None:
    content = logo_pdf(svg('<path d="M10 10h20v20z" fill="#005ca9"/>'), 100.0)
    assert b"Sh0" not in content
    (item,) = logo_frame(svg('<path d="M10 10h20v20z"/>'), 100.0).items
    assert [type(inner).__name__ for inner in item.items] == ["Shape"]  # type: ignore[union-attr]
