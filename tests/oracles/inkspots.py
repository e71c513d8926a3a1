"""Dots → where ink is: what hangs together, its middle, where it begins and ends; nothing of ours, and no paper."""

import re
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageOps

Dots = tuple[int, int, int, int]
"""The sides of a box of dots: left, top, right, bottom."""
_INKED = re.compile(rb"[\x00-\xf4]+")


def connected(image: Image.Image) -> list[Dots]:
    """Return the boxes around all ink that hangs together, corners too."""
    data, width = image.tobytes(), image.width
    boxes: list[list[int]] = []
    parent: list[int] = []

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    above: list[tuple[int, int, int]] = []
    for y in range(image.height):
        row: list[tuple[int, int, int]] = []
        first = 0
        for found in _INKED.finditer(data, y * width, (y + 1) * width):
            start, end = found.start() - y * width, found.end() - y * width
            own = -1
            while first < len(above) and above[first][1] < start:
                first += 1
            index = first
            while index < len(above) and above[index][0] <= end:
                other = root(above[index][2])
                if own < 0:
                    own = other
                elif own != other:
                    parent[other] = own
                    _grow(boxes[own], boxes[other])
                index += 1
            if own < 0:
                own = len(parent)
                parent.append(own)
                boxes.append([start, y, end, y + 1])
            _grow(boxes[own], [start, y, end, y + 1])
            row.append((start, end, own))
        above = row
    return [tuple(box) for number, box in enumerate(boxes) if parent[number] == number]  # type: ignore[misc]


def darker(image: Image.Image, than: int) -> Dots | None:
    """Return the box around all dots of a grey below `than`; None if there are none."""
    return image.convert("L").point(lambda value: 255 if value < than else 0).getbbox()


def colored(image: Image.Image, color: str, slack: int) -> Dots | None:
    """Return the box around all dots of a colour, each channel within `slack`; None if there are none."""
    channels = ImageChops.difference(image, Image.new("RGB", image.size, color)).split()
    distance = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return distance.point(lambda value: 255 if value <= slack else 0).getbbox()


def _grow(box: list[int], other: list[int]) -> None:
    box[:] = [min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])]


def steps(profile: bytes) -> Iterator[float]:
    """Yield where a profile of greys steps from one level to the next, between dots."""
    place, apart = 3, 3
    while place < len(profile) - apart:
        before, after = profile[place - apart], profile[place + apart]
        if abs(after - before) > 12:
            # The far side of the slope: where it is level again.
            end = place + apart
            while end < len(profile) - 1 and abs(profile[end + 1] - profile[end]) > 2:
                end += 1
            start = place - apart
            span = profile[start : end + 1]
            # As if the first level ran on until the step, and the last began there.
            share = sum((grey - span[-1]) / (span[0] - span[-1]) for grey in span) if span[0] != span[-1] else 0
            yield start + share
            place = end + apart
        place += 1


def weighed(piece: Image.Image) -> tuple[float, float]:
    """Return the middle of the ink in a piece, in dots from its top left."""
    grey = ImageOps.invert(piece)
    found = []
    for size in ((grey.width, 1), (1, grey.height)):
        # In 32 bits: the share of a hair in a long row is less than a level of grey.
        line = grey.convert("F").resize(size, Image.Resampling.BOX)
        weights = [float(line.getpixel((n, 0) if size[1] == 1 else (0, n))) for n in range(max(size))]  # type: ignore[arg-type]
        found.append(sum((n + 0.5) * weight for n, weight in enumerate(weights)) / sum(weights))
    return found[0], found[1]


def dark_runs(line: Image.Image, below: int) -> list[tuple[int, int]]:
    """Return start and end of each dark run of one row of dots."""
    pattern = re.compile(b"[\x00-" + re.escape(bytes([below])) + b"]+")
    return [found.span() for found in pattern.finditer(line.tobytes())]
