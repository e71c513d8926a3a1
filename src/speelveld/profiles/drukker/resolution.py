"""Whether a picture has dots enough for the size it is printed at."""

from dataclasses import dataclass

from speelveld.errors import Problem
from speelveld.files import ReadFile
from speelveld.pixels import read_picture
from speelveld.profiles.drukker.shop import LEAST_DPI
from speelveld.typeset import Picture
from speelveld.units import to_mm

_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Found:
    """A picture as it is printed: `dpi` dots to the inch; `width` is how wide it can be at most, in points."""

    name: str
    dpi: float
    width: float
    transparent: bool

    def problem(self, titel: str) -> Problem | None:
        """Return what to tell the user if it has too few dots; `titel` is the component it stands on."""
        if self.dpi >= LEAST_DPI - 0.5:
            return None
        message = (
            f"{titel}: het plaatje '{self.name}' heeft hier {self.dpi:.0f} dpi; voor drukwerk is {LEAST_DPI} dpi nodig"
        )
        most = int(to_mm(self.width))
        return Problem(message, hint=f"neem een groter plaatje; dit is scherp tot {most} mm breed")


class Resolution:
    """Looks at each file once."""

    def __init__(self) -> None:
        self._sizes: dict[ReadFile, tuple[int, int, bool]] = {}

    def of(self, picture: Picture, scale: float) -> Found:
        """Return what `picture` is like when its face is drawn at `scale`."""
        wide, high, transparent = self._size(picture.file)
        across, down = picture.box.width * scale / _INCH, picture.box.height * scale / _INCH
        dpi = min(wide / across, high / down) if across and down else float(LEAST_DPI)
        return Found(picture.file.name, dpi, wide / LEAST_DPI * _INCH, transparent)

    def _size(self, file: ReadFile) -> tuple[int, int, bool]:
        if file not in self._sizes:
            image = read_picture(file.data)
            clear = image.has_transparency_data and _is_clear(image.convert("RGBA"))
            self._sizes[file] = (image.width, image.height, clear)
        return self._sizes[file]


def _is_clear(image: object) -> bool:
    """Tell whether something in an RGBA picture is transparent indeed."""
    from PIL import Image

    assert isinstance(image, Image.Image)
    return image.getchannel("A").getextrema() != (255, 255)
