"""A frame, or a page with frames on it → one SVG, drawn as the PDF of the same frames in RGB.

Coordinates are points, downwards from the top left, as in the frame. All that decides how it looks stands in
attributes, but for the fonts: these, and what a text is, come from the stylesheet of `Letters`.
"""

from collections.abc import Callable, Iterable

from speelveld.files import ReadFile
from speelveld.geometry import NO_PATH, Matrix, Path, Rect, Size
from speelveld.pages import Page
from speelveld.scherm.fields import Starts, Value
from speelveld.scherm.letters import Letters
from speelveld.scherm.pictures import as_data
from speelveld.scherm.shapes import drawn_gradient, drawn_shape
from speelveld.scherm.texts import Beyond, drawn_run
from speelveld.scherm.written import attribute, number, steps, transform
from speelveld.typeset import Frame, Group, Inset, Item, Outline, Picture, Shade, Shape, TextRun


class Drawing:
    """What is being drawn: the elements so far, and names that are used once on a page."""

    def __init__(
        self,
        letters: Letters,
        name: str,
        picture: Callable[[ReadFile], str],
        value: Value | None,
        beyond: Beyond | None = None,
    ) -> None:
        """Draw nothing yet; `name` tells this drawing apart from the others on its page.

        `picture` is the address of a picture. `value` knows what fields hold; without it nothing says where in its
        value a text begins. What is `beyond` the room of a value is drawn in red.
        """
        self._beyond = beyond
        self._letters, self._name, self._picture = letters, name, picture
        self._value = value or (lambda _: None)
        self._starts = Starts(self._value)
        self._small = 0
        self._number = 0
        self.parts: list[str] = []

    def frame(self, frame: Frame) -> None:
        """Add a frame, at the origin."""
        self._starts = Starts(self._value)
        if frame.ground is not None:
            self._item(frame.ground)
        self._items(frame.items)

    def placed(self, frame: Frame, at: Rect, turn: int, clip: Rect | None) -> None:
        """Add a frame so that it fills `at`, turned clockwise, and only within `clip`."""
        if clip is not None:
            self.parts.append(f"<g{self._clip(Outline(Path.outline(clip)))}>")
        self.parts.append(f'<g transform="{transform(Matrix.filling(at, frame.size, turn))}">')
        self.frame(frame)
        self.parts.append("</g>" if clip is None else "</g></g>")

    def _items(self, items: Iterable[Item]) -> None:
        for item in items:
            self._item(item)

    def _item(self, item: Item) -> None:
        match item:
            case TextRun():
                starts = None if self._small else self._starts.of(item)
                self.parts.append(drawn_run(item, self._letters, starts, self._beyond))
            case Shape():
                self.parts.append(drawn_shape(item))
            case Shade():
                self._shade(item)
            case Picture():
                self._image(item)
            case Group():
                self._group(item)
            case Inset():
                self._inset(item)

    def _shade(self, shade: Shade) -> None:
        name = self._new()
        paint, outline = f"url(#{name})", shade.outline
        fill, stroke = (paint if color else None for color in (outline.fill, outline.stroke))
        self.parts.append(drawn_gradient(shade.gradient, name))
        self.parts.append(drawn_shape(outline, fill, stroke))

    def _image(self, picture: Picture) -> None:
        box = picture.box
        where = f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
        address = attribute("href", self._picture(picture.file))
        self.parts.append(f'<image {where} preserveAspectRatio="none"{address}/>')

    def _group(self, group: Group) -> None:
        said = "" if group.matrix is None else f' transform="{transform(group.matrix)}"'
        if group.opacity < 1:
            said += f' opacity="{number(group.opacity, 4)}"'
        # One element for each: what is seen lies within all of them.
        clips = [self._clip(outline) for outline in group.clip]
        opened = [said + "".join(clips[:1]), *clips[1:]]
        if not any(opened):
            self._items(group.items)
            return
        self.parts.append("".join(f"<g{each}>" for each in opened))
        self._items(group.items)
        self.parts.append("</g>" * len(opened))

    def _inset(self, inset: Inset) -> None:
        self._small += 1
        matrix = Matrix.into(inset.box, 0, inset.scale)
        clip = self._clip(Outline(Path.outline(inset.frame.size.box)))
        self.parts.append(f'<g transform="{transform(matrix)}"{clip}>')
        if inset.frame.ground is not None:
            self._item(inset.frame.ground)
        self._items(inset.frame.items)
        self.parts.append("</g>")
        self._small -= 1

    def _clip(self, outline: Outline) -> str:
        name = self._new()
        rule = ' clip-rule="evenodd"' if outline.even_odd else ""
        # Without a path nothing is left.
        inside = "" if outline.path == NO_PATH else f'<path d="{steps(outline.path)}"{rule}/>'
        self.parts.append(f'<clipPath id="{name}">{inside}</clipPath>')
        return f' clip-path="url(#{name})"'

    def _new(self) -> str:
        self._number += 1
        return f"{self._name}-{self._number}"


def drawn_frame(
    frame: Frame,
    letters: Letters,
    *,
    name: str = "s",
    picture: Callable[[ReadFile], str] = as_data,
    value: Value | None = None,
    beyond: Beyond | None = None,
) -> str:
    """Return `frame` as an SVG of its own size; the words are as for a `Drawing`.

    A text that is written in a file has `data-pad`, its path there, and `data-bestand`, the file where that is not the
    casus; with `value` also `data-vanaf`, where in the value it begins.
    """
    drawing = Drawing(letters, name, picture, value, beyond)
    drawing.frame(frame)
    return _closed(drawing, frame.size, frame.title, frame.lang)


def drawn_page(
    page: Page,
    letters: Letters,
    title: str,
    *,
    name: str = "s",
    picture: Callable[[ReadFile], str] = as_data,
    value: Value | None = None,
) -> str:
    """Return a printed page with all that lies on it, as `drawn_frame` does."""
    drawing = Drawing(letters, name, picture, value)
    for laid in page.laid:
        drawing.placed(laid.frame, laid.box, laid.turn, laid.clip)
    return _closed(drawing, page.size, title, "nl-NL")


def _closed(drawing: Drawing, size: Size, title: str, lang: str) -> str:
    wide, high = number(size.width), number(size.height)
    said = attribute("lang", lang) + attribute("aria-label", title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="speelveld" role="img"{said}'
        f' width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}">{"".join(drawing.parts)}</svg>'
    )
