"""One text that people wrote in, one value out: numbers, choices, colours, lengths, names; or a `RefusedError`."""

import re
from collections.abc import Callable, Collection

from speelveld.units import parse_length, spoken, to_mm
from speelveld.written.hints import quote, slug, suggest
from speelveld.written.refusal import RefusedError
from speelveld.written.tekst import Tekst

_WHOLE = re.compile(r"[+-]?(?:0|[1-9]\d{0,8})", re.ASCII)
_THOUSANDS = re.compile(r"([+-]?[1-9]\d{0,2})((?:[._ \u00a0]\d{3})+)", re.ASCII)
_FRACTION = re.compile(r"[+-]?\d+[.,]\d+", re.ASCII)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_PARTS = re.compile(r"(?:rgb:? *)?\(?(\d{1,3}) *[,/; ] *(\d{1,3}) *[,/; ] *(\d{1,3})\)?", re.ASCII | re.IGNORECASE)
_HEX_ALONE = re.compile(r"(?=.*\d)[0-9a-fA-F]{6}", re.ASCII)
_IDENT = re.compile(r"[a-z0-9-]+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d{1,9}(?:[.,]\d{1,9})?|[.,]\d{1,9})", re.ASCII)
_LONGEST_LENGTH = 40
_A_LITTLE = 1e-9  # points: 10 mm read back from points is not 10 mm to the last bit
# What YAML itself takes for true and false, and what people write in Dutch.
_ANSWERS = {
    **dict.fromkeys(("ja", "true", "yes", "on"), True),
    **dict.fromkeys(("nee", "false", "no", "off"), False),
}


def whole_number(tekst: Tekst, low: int, high: int) -> int:
    """Return a number written in digits, with a sign if need be."""
    if _WHOLE.fullmatch(tekst):
        number = int(tekst)
        if low <= number <= high:
            return number
        raise RefusedError(f"'{tekst.field}' is {number}; dat moet van {low} tot en met {high} zijn")
    raise RefusedError(f"'{tekst.field}' is {quote(tekst)}; hier hoort een heel getal", _number_hint(tekst, low, high))


def _number_hint(tekst: str, low: int, high: int) -> str:
    if parts := _THOUSANDS.fullmatch(tekst):
        return f"schrijf {parts[1]}{re.sub('[^0-9]', '', parts[2])}, zonder teken ertussen"
    if _FRACTION.fullmatch(tekst):
        return "rond af: schrijf een getal zonder komma of punt"
    if tekst[:1] in "−–" and _WHOLE.fullmatch(tekst[1:]):
        return f"schrijf -{tekst[1:]}, met het gewone minteken"
    if re.fullmatch(r"[+-]?0\d{1,8}", tekst, re.ASCII):
        return f"een getal begint niet met 0: schrijf {int(tekst)}"
    return f"schrijf het in cijfers, van {low} tot en met {high}"


def decimal(tekst: Tekst, low: float, high: float, unit: str) -> float:
    """Return a number with or without decimals, behind a point or a comma."""
    right = _DECIMAL.fullmatch(tekst)
    if right and low <= (number := float(tekst.replace(",", "."))) <= high:
        return number
    bounds = f"van {_said(low)} tot en met {_said(high)} {unit}"
    if right:
        raise RefusedError(f"'{tekst.field}' is {quote(tekst)}; dat moet {bounds} zijn")
    raise RefusedError(f"'{tekst.field}' is {quote(tekst)}; hier hoort een getal", f"schrijf een getal {bounds}")


def _said(number: float) -> str:
    return spoken(number, signed=False)


def length(tekst: Tekst, low: float, high: float) -> float:
    """Return a length from `low` to `high` in points; nothing needs no unit."""
    try:
        found = 0.0 if tekst == "0" else parse_length(tekst[:_LONGEST_LENGTH])
    except ValueError:
        message = f"'{tekst.field}': {quote(tekst)} is geen maat; schrijf een getal met mm, cm of pt, zoals '3 mm'"
        raise RefusedError(message) from None
    if low <= found <= high + _A_LITTLE:
        return found
    hint = f"kies een maat van {_said(to_mm(low))} tot {_said(to_mm(high))} mm"
    raise RefusedError(f"'{tekst.field}': {quote(tekst)} kan hier niet", hint)


def one_of(known: Collection[str]) -> Callable[[Tekst], str]:
    """Return what reads one of a few fixed words; capitals make no difference."""

    def read(tekst: Tekst) -> str:
        if tekst.lower() in known:
            return str(tekst).lower()
        raise RefusedError(f"'{tekst.field}': {quote(tekst)} kan hier niet", suggest(tekst, known))

    return read


def yes_or_no(tekst: Tekst) -> bool:
    """Return whether the answer is yes."""
    answer = _ANSWERS.get(tekst.lower())
    if answer is None:
        raise RefusedError(f"'{tekst.field}': {quote(tekst)} kan hier niet", "kies uit: 'ja', 'nee'")
    return answer


def is_ident(text: str) -> bool:
    """Tell whether a text is made of small letters, digits and hyphens."""
    return _IDENT.fullmatch(text) is not None


def ident(tekst: Tekst) -> Tekst:
    """Return a name made of small letters, digits and hyphens."""
    if is_ident(tekst):
        return tekst
    message = f"'{tekst.field}' is {quote(tekst)}; dat mag alleen kleine letters, cijfers en streepjes hebben"
    raise RefusedError(message, f"schrijf bijvoorbeeld: {slug(tekst) or 'vrije-dag'}")


def colour(tekst: Tekst) -> Tekst:
    """Return a colour as '#005ca9', which may also be written as '#05c', 'rgb(0, 92, 169)' or 'darkblue' (CSS)."""
    if _COLOUR.fullmatch(tekst):
        return tekst
    found = _css_colour(" ".join(tekst.split()))
    if found:
        return tekst.saying(found)
    message = f"'{tekst.field}' is {quote(tekst)}; dat is geen kleur"
    raise RefusedError(message, 'schrijf # en zes cijfers of letters a-f, tussen aanhalingstekens: "#005ca9"')


def _css_colour(text: str) -> str | None:
    from PIL import (
        ImageColor,  # knows the names and notations of CSS; only a colour written in one of them waits for it
    )

    if bare := _PARTS.fullmatch(text):  # as a house style lists them: '0, 92, 169' or 'RGB 0/92/169'
        text = f"rgb({bare[1]},{bare[2]},{bare[3]})"
    elif _HEX_ALONE.fullmatch(text):
        text = f"#{text}"
    elif "," not in text:  # 'rgb(0 92 169)', as CSS has it now
        text = re.sub(r"(?<=[\d%]) +(?=\d)", ",", text)
    try:
        red, green, blue, *alpha = ImageColor.getrgb(text.replace(" ", "").lower())
    except ValueError:
        return None
    if alpha not in ([], [255]) or max(red, green, blue) > 255:
        return None
    return f"#{red:02x}{green:02x}{blue:02x}"
