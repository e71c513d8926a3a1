"""Numbers of a `spel.yaml` that are each right and together are not: a start above its scale, no minutes left to play.

They are held together in the tree, where each has its place, also where it stands in the file that this one extends.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from speelveld.errors import Problem
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Waarde

Path = tuple[str, ...]

_DIGITS = re.compile(r"[0-9]{1,3}")
# Keys that say what a number is of: 'steun' alone may be a scale, a start or what makes a plan carried.
_TELLING = ("schalen", "gedragen", "start", "open", "minuten")
_LASTS = "de fase {} duurt {} minuten"
_STEUN, _REGIE = ("schalen", "steun"), ("schalen", "regie")


class _Bound(NamedTuple):
    """The number at `path` is at most the one at `most`, or beneath it; `why` tells of that one where it is not."""

    path: Path
    most: Path
    why: str
    beneath: bool = False


def disagreements(root: Blok) -> Iterator[Problem]:
    """Yield which numbers contradict each other; what is no number is for the model to refuse."""
    lengths = root.get("lengtes")
    for bound in (
        *_ALWAYS,
        *(bound for length in (lengths if isinstance(lengths, Blok) else ()) for bound in _of(length)),
    ):
        yield from _beyond(root, bound)


_ALWAYS = (
    _Bound(("gedragen", "steun"), _STEUN, "die schaal loopt tot {}", beneath=True),
    _Bound(("gedragen", "regie"), _REGIE, "die schaal loopt tot {}", beneath=True),
    _Bound(("veel_steun",), _STEUN, "die schaal loopt tot {}", beneath=True),
    _Bound(("weinig_steun",), ("veel_steun",), "vanaf {} is het veel", beneath=True),
)


def _of(length: str) -> Iterator[_Bound]:
    here = ("lengtes", length)
    dreamteam, minutes = (*here, "dreamteam"), (*here, "minuten")
    yield _Bound((*here, "start", "steun"), _STEUN, "die schaal loopt tot {}")
    yield _Bound((*here, "start", "regie"), _REGIE, "die schaal loopt tot {}")
    yield _Bound((*here, "aanpakken"), (*here, "open", "aanpakken"), "er liggen er {} open")
    yield _Bound((*here, "aanpakken"), dreamteam, "met een dreamteam van {} is er op het bord voor meer geen plaats")
    yield _Bound(dreamteam, (*here, "open", "rollen"), "er liggen {} rollen open")
    yield _Bound(("hart_mensen",), dreamteam, f"een dreamteam van {length} minuten heeft er {{}}")
    yield _Bound((*here, "lezen"), (*minutes, "dreamteam"), _LASTS.format("dreamteam", "{}"))
    yield _Bound((*here, "vergelijken"), (*minutes, "terugkijken"), _LASTS.format("terugkijken", "{}"))
    yield _Bound(("buiten_spel",), (*minutes, "onderweg"), _LASTS.format("onderweg", "{}"), beneath=True)


def _beyond(root: Blok, bound: _Bound) -> Iterator[Problem]:
    number, most = _number(root, bound.path), _number(root, bound.most)
    if number is None or most is None or int(number) + bound.beneath <= int(most):
        return
    # Of two files, the place in that of the author.
    mine = [tekst.source for tekst in (number, most) if tekst.source.name == root.source.name]
    highest = int(most) - bound.beneath
    hint = f"kies voor {_named(bound.path)} hoogstens {highest}, of maak {_named(bound.most)} groter"
    message = f"{_named(bound.path)} is {number}, maar {bound.why.format(most)}"
    yield Problem(message, (mine or [number.source])[0], hint)


def _number(root: Blok, path: Path) -> Tekst | None:
    here: Waarde | None = root
    for key in path:
        here = here.get(key) if isinstance(here, Mapping) else None
    return here if isinstance(here, Tekst) and _DIGITS.fullmatch(here) else None


def _named(path: Path) -> str:
    of = f" onder '{path[-2]}'" if len(path) > 1 and path[-2] in _TELLING else ""
    return f"'{path[-1]}'{of}{f' bij {path[1]}' if path[0] == 'lengtes' else ''}"
