"""The file with a print shop's wishes → a `PrintShop`; everything that is wrong with it is said at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from speelveld import resources
from speelveld.deck.kit import parse_format
from speelveld.errors import AuthorError, Problem, Source, in_order
from speelveld.geometry import Size
from speelveld.paper import BLEED, FORMATS, PRESS_FORMATS, PRESS_STANDARDS, SAFE, PressStandard, in_mm
from speelveld.profiles.drukker.icc import check_profile
from speelveld.profiles.drukker.shop import PrintShop
from speelveld.units import mm, parse_length, to_mm
from speelveld.written.hints import quote, suggest
from speelveld.written.kind import FileKind
from speelveld.written.parser import parse
from speelveld.written.reading import read_text
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Leeg, Waarde

_SHOP = FileKind(AuthorError, begin="begin met een regel zoals: afloop: 3 mm", example="afloop: 3 mm")
KEYS = ("naam", "afloop", "veilig", "pdf", "icc", "conditie", "inkt", "snijtekens", "bestanden", "eerst", "formaten")
# More than this is no bleed but another size of paper; and no shop keeps text farther than this from a cut.
_MOST_BLEED, _MOST_SAFE = mm(10), mm(20)
_LEAST_INK, _MOST_INK = 240, 300
_LONGEST_NAME = 60
_STANDARD_PROFILE, _STANDARD_CONDITION = "FOGRA39L_coated.icc", "FOGRA39"
# Beyond this a card of the kit would be cut off, or get a border that it does not have.
_MOST_OFF = mm(1)

_Made = TypeVar("_Made")


def load_shop(path: Path, name: str) -> PrintShop:
    """Return the print shop that the file at `path` describes; `name` is how messages name the file.

    Raises:
        AuthorError: the file is wrong, or the profile it names is; every mistake is named.
    """
    root, problems = parse(read_text(path, name, _SHOP), name, _SHOP)
    reader = _Reader(root, problems)
    standard: PressStandard = reader.value("pdf", _one_of(PRESS_STANDARDS), "x4")
    own = reader.value("icc", lambda text: _profile(path.parent, text, oldest=standard == "x1a"), None)
    condition = reader.value("conditie", _word, None)
    if condition and "icc" not in root:
        message = "'conditie' hoort bij een eigen profiel, en er is geen 'icc'"
        reader.wrong(message, root.key_source("conditie"), "haal deze regel weg, of noem het profiel met 'icc'")
    shop = PrintShop(
        name=reader.value("naam", _word, path.stem),
        profile=own or resources.press_profile(_STANDARD_PROFILE),
        condition=condition if own else _STANDARD_CONDITION,
        standard=standard,
        bleed=reader.value("afloop", _between(0.0, _MOST_BLEED), BLEED),
        safe=reader.value("veilig", _between(0.0, _MOST_SAFE), SAFE),
        ink=reader.value("inkt", _percentage, _MOST_INK),
        marks=reader.value("snijtekens", _yes, False),
        apart=reader.value("bestanden", _one_of(("samen", "apart")), "samen") == "apart",
        backs_first=reader.value("eerst", _one_of(("voorkant", "achterkant")), "voorkant") == "achterkant",
        sizes=reader.sizes(),
        source=root.key_source("veilig") if "veilig" in root else Source(name),
    )
    if reader.problems:
        raise AuthorError(in_order(reader.problems))
    return shop


class _Reader:
    """One file, and what is wrong with it."""

    def __init__(self, root: Blok, problems: list[Problem]) -> None:
        self.problems = problems
        self._root = root
        self._unknown(root, KEYS)

    def value(self, key: str, read: Callable[[str], _Made], standard: _Made) -> _Made:
        """Return what `read` makes of the text under `key`; `standard` where there is none, or where it is wrong."""
        return self._value(self._root, key, read, standard)

    def sizes(self) -> Mapping[str, Size]:
        """Return what the cards of the kit become in this shop."""
        found = self._root.get("formaten")
        if found is None:
            return PRESS_FORMATS
        if not isinstance(found, Blok):
            self.wrong("hier hoort een blok met 'groot' en 'klein'", found.source, "schrijf: groot: 105 mm x 148 mm")
            return PRESS_FORMATS
        self._unknown(found, tuple(PRESS_FORMATS))
        return {kind: self._value(found, kind, _grown(FORMATS[kind]), size) for kind, size in PRESS_FORMATS.items()}

    def wrong(self, message: str, source: Source, hint: str | None) -> None:
        """Note a mistake."""
        self.problems.append(Problem(message, source, hint))

    def _unknown(self, block: Blok, known: tuple[str, ...]) -> None:
        for key in block.marks:
            if key not in known:
                self.wrong(f"onbekende sleutel {quote(key)}", block.key_source(key), suggest(key, known))

    def _value(self, block: Blok, key: str, read: Callable[[str], _Made], standard: _Made) -> _Made:
        found: Waarde | None = block.get(key)
        if found is None:
            blank = block.blanks.get(key)
            if isinstance(blank, Leeg | Tekst):
                self.wrong(f"'{key}' is leeg", blank.source, "vul iets in, of haal deze regel weg")
            return standard
        if not isinstance(found, Tekst):
            self.wrong(f"'{key}' is één waarde, geen lijst of blok", found.source, None)
            return standard
        try:
            return read(str(found))
        except _WrongError as error:
            self.wrong(f"'{key}': {error}", found.source, error.hint)
        except ValueError as error:
            self.wrong(f"'{key}': {error}", found.source, None)
        return standard


class _WrongError(ValueError):
    """A value that cannot be, with how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def _word(text: str) -> str:
    if len(text) > _LONGEST_NAME:
        raise _WrongError(f"dit is langer dan {_LONGEST_NAME} tekens", "kies een kortere naam")
    return " ".join(text.split())


def _one_of(known: Any) -> Callable[[str], Any]:
    def read(text: str) -> str:
        if text.lower() not in known:
            raise _WrongError(f"{quote(text)} kan hier niet", suggest(text, tuple(known)))
        return text.lower()

    return read


def _yes(text: str) -> bool:
    answer: str = _one_of(("ja", "nee"))({"true": "ja", "false": "nee"}.get(text.lower(), text))
    return answer == "ja"


def _between(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        length = 0.0 if text.strip() == "0" else parse_length(text)
        if not least <= length <= most + 1e-9:
            raise _WrongError(
                f"{quote(text)} kan hier niet", f"kies een maat van {to_mm(least):g} tot {to_mm(most):g} mm"
            )
        return length

    return read


def _percentage(text: str) -> int:
    number = text.removesuffix("%").strip()
    if not (number.isascii() and number.isdigit() and len(number) < 5 and _LEAST_INK <= int(number) <= _MOST_INK):
        hint = f"kies een heel getal van {_LEAST_INK} tot en met {_MOST_INK} %"
        raise _WrongError(f"{quote(text)} kan hier niet", hint)
    return int(number)


def _profile(folder: Path, text: str, *, oldest: bool) -> Path:
    path = folder / text
    if not path.resolve().is_relative_to(folder.resolve()):
        message = f"het profiel {quote(text)} ligt niet in de map van dit bestand"
        raise _WrongError(message, "leg het profiel naast dit bestand, dan kunt u beide meenemen")
    if not path.is_file():
        raise _WrongError(f"het bestand {quote(path.name)} bestaat niet", "leg het profiel naast dit bestand")
    try:
        check_profile(path, oldest=oldest)
    except ValueError as error:
        hint = "vraag de drukker om het ICC-profiel van zijn pers, in CMYK; zonder 'icc' geldt FOGRA39"
        raise _WrongError(str(error), hint) from error
    return path


def _grown(card: Size) -> Callable[[str], Size]:
    """Return what reads a size that a card of `card` can be printed at: no smaller, and of its proportions."""

    def read(text: str) -> Size:
        size = parse_format(text)
        scale = min(size.width / card.width, size.height / card.height)
        off = max(size.width - card.width * scale, size.height - card.height * scale)
        if scale < 1 or off > _MOST_OFF:
            hint = f"kies een maat met de verhouding van {in_mm(card)}, en niet kleiner"
            raise _WrongError(f"{quote(text)} past niet bij deze kaart", hint)
        return size

    return read
