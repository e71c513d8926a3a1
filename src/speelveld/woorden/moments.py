"""Days and times as people write them in Dutch → a date, or minutes after midnight; nothing is printed here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_HOURS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_DAY = 24 * 60
# Half acht, said without a part of the day, is in the evening: nobody meets then in the morning. Nine may be either.
_LAST_OF_THE_EVENING = 8 * 60 + 30
# Before this hour a time in figures was perhaps meant for the evening.
_EARLY = 8 * 60

_PART = re.compile(r"\b(?:(?P<late>middags|avonds|namiddags)|ochtends|morgens|voormiddags)\b", re.IGNORECASE)
_BEGIN = re.compile(r"\b(?:start\w*|aanvang\w*|begin\w*|van start|eerste ronde)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:inloop\w*|ontvangst|deur\w*|zaal open|open|welkom|koffie\w*|thee|aankomst)\b", re.IGNORECASE
)

_FIGURES = (
    r"(?<![\d.,:€-])(?P<hour>[01]?\d|2[0-3])"
    r"(?:\s*[:.]\s*(?P<minutes>[0-5]\d)(?![\d.:])\s*(?:(?:u(?:ur)?|h)\b)?"
    r"|\s*[uh]\s*(?P<after>[0-5]\d)(?!\d)"
    r"|\s+uur\s+(?P<late>[0-5]\d)(?!\d)"
    r"|\s*u(?:ur|re)?\b"
    # '19-21 uur' and 'van 7 tot 9 uur': the hour is said once.
    r"|(?=\s*(?:-|–|tot|en)\s*\d\d?(?:[:.]\d\d)?\s*u(?:ur)?\b))"
)
_WORD = "|".join((*_HOURS, *(str(number) for number in range(1, 13)), "één"))
_SPOKEN = (
    r"\b(?:(?P<less>vijf|tien|5|10|kwart|kwartier)\s+(?P<side>voor|over)\s+)?"
    rf"(?P<half>half\s+)?(?P<word>{_WORD})(?P<uur>\s+uur)?\b"
)
_TIME = re.compile(f"{_FIGURES}|{_SPOKEN}", re.IGNORECASE)
_UNIT = re.compile(r"\s+u(?:ur)?$", re.IGNORECASE)
_BARE = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minutes>[0-5]\d))?")
_UNTIL = re.compile(r"\s*(?:en|tot(?:\s+(?:en\s+met|ongeveer|uiterlijk))?|t/m|[-–—]|tm)\s*", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;/|()\n]|\.\s|\s+(?:en|daarna|vervolgens)\s+")
# What may stand around a time, or from one time to another, without saying anything more.
_AROUND = re.compile(
    r"(?:\b(?:van|vanaf|om|tot|uur|u|rond|circa|ca|tussen|en|t/m|'?s|des|avonds|middags|namiddags|ochtends|morgens"
    r"|aanvang|start|begin)\b|[\s:.,;()–—'’-])*",
    re.IGNORECASE,
)

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"mrt": 3, "sept": 9}
_MONTH = "|".join((*MONTHS, *sorted(_SHORT, key=len, reverse=True)))
_WEEKDAY = "|".join((*DAYS, *(name[:2] for name in DAYS)))
_WORDS = re.compile(
    rf"(?:(?:op\s+)?(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?P<day>\d\d?)(?:e|ste|de)?\s+(?:(?P<month>{_MONTH})\.?)\s+(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"(?:(?:op\s+)?(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?P<day>\d\d?)\s*[-/.]\s*(?P<month>\d\d?)\s*[-/.]\s*(?P<year>\d{{4}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tijdstip:
    """When something begins and perhaps ends, in minutes after midnight."""

    begin: int
    einde: int | None = None
    guessed: bool = False
    """Whether it may as well have been twelve hours away."""
    more: bool = False
    """Whether the text says more than this, such as when the doors open."""


@dataclass(frozen=True, slots=True)
class _Found:
    minutes: int
    start: int
    end: int
    guessed: bool


def tijdstip(text: str) -> Tijdstip | None:
    """Return when it begins by a text such as '19.30 uur', 'van 19:30 tot 21:30' or 'half acht'; None if it is unclear.

    Of more times the one that is called the start counts, else the first that is not when the doors open.
    """
    read = _first_and_last(text)
    if read is None:
        return None
    first, last = read
    rest = text[: first.start] + (text[last.end :] if last else text[first.end :])
    return Tijdstip(
        first.minutes,
        last.minutes if last else None,
        guessed=first.guessed,
        more=_AROUND.fullmatch(rest) is None,
    )


def ending_after(text: str, length: int) -> str:
    """Return the text with the end that it names, if any, `length` minutes after its begin; the rest stays."""
    first, last = _first_and_last(text) or (None, None)
    if first is None or last is None:
        return text
    if last.minutes == (first.minutes + length) % _DAY:
        return text
    unit = _UNIT.search(text[last.start : last.end])
    return text[: last.start] + clock(first.minutes + length) + (unit[0] if unit else "") + text[last.end :]


def _first_and_last(text: str) -> tuple[_Found, _Found | None] | None:
    found = list(_times(text))
    if not found:
        return None
    said = [(time, _label(text, found, number)) for number, time in enumerate(found)]
    starts = [time for time, label in said if label == "begin"]
    others = [time for time, label in said if label != "before"]
    first = (starts or others or found)[0]
    following = [time for time in found if time.start >= first.end]
    last = following[0] if following and _UNTIL.fullmatch(text[first.end : following[0].start]) else None
    return first, last


def clock(minutes: int) -> str:
    """Return minutes after midnight as '19:30'."""
    return f"{minutes // 60 % 24}:{minutes % 60:02d}"


def _times(text: str) -> Iterator[_Found]:
    bare = _BARE.fullmatch(text.strip().rstrip("."))
    if bare:
        yield _Found(int(bare["hour"]) * 60 + int(bare["minutes"] or 0), 0, len(text), guessed=False)
        return
    for match in _TIME.finditer(text):
        minutes, spoken = _minutes(match)
        if minutes is None:
            continue
        late, guessed = _is_late(text, match), False
        if late is None:
            guessed = spoken or 60 <= minutes < _EARLY
            late = spoken and minutes <= _LAST_OF_THE_EVENING
        if late and minutes < _DAY // 2:
            minutes += _DAY // 2
        yield _Found(minutes, match.start(), match.end(), guessed)


def _minutes(match: re.Match[str]) -> tuple[int | None, bool]:
    """Return minutes after midnight, and whether they were said in words of half a day."""
    if match["hour"]:
        past = match["minutes"] or match["after"] or match["late"] or 0
        return int(match["hour"]) * 60 + int(past), False
    if not (match["half"] or match["less"] or match["uur"]):
        return None, True  # 'acht' may be anything
    word = match["word"].lower().replace("é", "e")
    hour = int(word) if word.isdigit() else _HOURS.index(word) + 1
    minutes = hour % 12 * 60 - (30 if match["half"] else 0)
    if match["less"]:
        past = {"vijf": 5, "tien": 10}.get(match["less"].lower(), 15)
        past = int(match["less"]) if match["less"].isdigit() else past
        minutes += past if match["side"].lower() == "over" else -past
    return minutes % (_DAY // 2), True


def _is_late(text: str, match: re.Match[str]) -> bool | None:
    """Return whether a time is after noon by the words that go with it; None if there are none."""
    after = _PART.search(_CLAUSE.split(text[match.end() :])[0])
    before = list(_PART.finditer(_CLAUSE.split(text[: match.start()])[-1]))
    found = after or (before[-1] if before else None)
    return None if found is None else found["late"] is not None


def _label(text: str, found: list[_Found], number: int) -> str | None:
    """Return whether the words beside a time call it the 'begin', or what comes 'before' that."""
    time = found[number]
    low = found[number - 1].end if number else 0
    high = found[number + 1].start if number + 1 < len(found) else len(text)
    before = _CLAUSE.split(text[low : time.start])[-1]
    after = _CLAUSE.split(text[time.end : high])[0]
    for words in (before, after):
        if _BEGIN.search(words):
            return "begin"
        if _BEFORE.search(words):
            return "before"
    return None


def spoken_day(day: date) -> str:
    """Return a date as 'donderdag 3 december 2026'."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Dag:
    """A day that a text names: the date, and the number of the weekday that it says, Monday being 0."""

    date: date | None
    weekday: int | None = None
    whole: bool = True
    """Whether the text says nothing else."""


def dag(text: str) -> Dag | None:
    """Return the day that a text names, its date None if there is no such day; None if it names none with a year."""
    plain = " ".join(text.split())
    if found := _ISO.fullmatch(plain):
        return Dag(_date(int(found[1]), int(found[2]), int(found[3])))
    match = _WORDS.search(plain) or _NUMBERS.search(plain)
    if match is None:
        return None
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _SHORT.get(month) or MONTHS.index(month) + 1
    name = (match["weekday"] or "").lower()
    weekday = next((index for index, day in enumerate(DAYS) if name and day.startswith(name)), None)
    whole = match.span() == (0, len(plain.rstrip(".")))
    return Dag(_date(int(match["year"]), number, int(match["day"])), weekday, whole)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
