"""Some cards of a kit instead of all: those a user names, or those that differ from an earlier kit.

A kind is always set whole, so that a card looks as it does among the others; then the rest is left out.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import ascii_letters
from typing import Any

from speelveld.build.fingerprint import Fingerprints
from speelveld.build.notes import CardName, CardNote
from speelveld.build.place import other_casus
from speelveld.errors import Problem, UsageError
from speelveld.output.manifest import NAME, Earlier, read_manifest
from speelveld.pages import Part, Print, SetOnderdeel
from speelveld.paper import BOARDS
from speelveld.written.hints import meant

# What people put between two of them that is no comma.
_BETWEEN = re.compile(r"[\s;+]+|-(?=[A-Za-z]?\d)")
# A card as people write its number, 'O 3'.
_NUMBERED = re.compile(r"[a-z] \d{1,3}")

Picks = Mapping[str, tuple[int, ...]]
"""For each onderdeel the cards that are wanted, by their places from 0."""


_CARDS = "kaarten"


def named_cards(wanted: Sequence[str], cards: Mapping[str, Sequence[CardName]]) -> dict[str, tuple[int, ...]]:
    """Return the cards that a user means; each is a number, an id or a title, and a title may hold commas.

    Raises:
        UsageError: some name no card of this kit; all of these are named.
    """
    known: dict[str, list[tuple[str, int]]] = {}
    for naam, listed in cards.items():
        for place, card in enumerate(listed):
            number = f"{card.titel} {card.nummer}" if card.nummer.isdigit() else card.nummer
            for word in {*map(_plain, (number, card.id, card.titel, *_in_words(naam, card)))} - {""}:
                known.setdefault(word, []).append((naam, place))
    found: dict[tuple[str, int], None] = {}
    problems: list[Problem] = []
    for text in wanted:
        for word in _split(text, known):
            if (plain := _plain(word)) in known:
                found |= dict.fromkeys(known[plain])
            else:
                if word.isdigit() and (several := _with_letter(word, cards)):
                    message = f"er is meer dan één kaart {word}"
                    problems.append(Problem(message, hint=f"noem ook de letter: {several}"))
                    continue
                if word in cards:
                    hint = f"alle {word} krijgt u met: --alleen {word}"
                    problems.append(Problem(f"{word!r} is een soort, en geen kaart", hint=hint))
                    continue
                shown = [name for listed in cards.values() for card in listed for name in (card.nummer, card.titel)]
                near = meant(word, filter(None, shown))
                pieces = [piece for piece in _BETWEEN.split(word) if piece]
                if len(pieces) > 1 and all(_plain(piece) in known for piece in pieces):
                    near = f"zet er komma's tussen: --kaarten {','.join(pieces)}"
                hint = near or "welke er zijn, ziet u met: speelveld kaarten, en daarachter uw casus"
                problems.append(Problem(f"kaart {word!r} zit niet in deze kit", hint=hint))
    if problems:
        raise UsageError(problems)
    places = {naam: tuple(sorted(place for at, place in found if at == naam)) for naam in cards}
    return {naam: numbers for naam, numbers in places.items() if numbers}


def _in_words(naam: str, card: CardName) -> tuple[str, ...]:
    """Return what people call card O1 of the opgavekaarten: 'opgavekaart 1' and 'opgave 1'."""
    number = card.nummer.lstrip(ascii_letters)
    if number == card.nummer or not naam.endswith(_CARDS):
        return ()
    kind = naam.removesuffix(_CARDS)
    return f"{kind}kaart {number}", f"{kind} {number}"


def _plain(name: str) -> str:
    words = " ".join(name.split()).casefold()
    return words.replace(" ", "") if _NUMBERED.fullmatch(words) else words


def _with_letter(number: str, cards: Mapping[str, Sequence[CardName]]) -> str:
    """Return how the cards of a number are named, in a row; nothing if there are none."""
    wanted = number.lstrip("0")
    every = [card for listed in cards.values() for card in listed]
    lettered = [card.nummer for card in every if card.nummer.lstrip(ascii_letters) == wanted and card.nummer != wanted]
    return ", ".join([*lettered, *(f"{card.titel} {wanted}" for card in every if card.nummer == wanted)])


def _split(text: str, known: Mapping[str, object]) -> Iterator[str]:
    """Yield the names in a list with commas; where more of it together is the title of a card, that is meant."""
    pieces = text.split(",")
    while pieces:
        for count in range(len(pieces), 0, -1):
            name = ",".join(pieces[:count]).strip()
            if count == 1 or _plain(name) in known:
                if name:
                    yield name
                del pieces[:count]
                break


def picked(setting: SetOnderdeel, places: Sequence[int]) -> SetOnderdeel:
    """Return an onderdeel with some of its cards, without blank ones to fill the sheet."""
    fronts, backs = [setting.fronts[place] for place in places], [setting.back_of[place] for place in places]
    used = list(dict.fromkeys(back for back in backs if back is not None))
    return replace(
        setting,
        fronts=fronts,
        backs=[setting.backs[back] for back in used],
        back_of=[None if back is None else used.index(back) for back in backs],
        blanks=(),
        blank_count=0,
    )


@dataclass(frozen=True, slots=True)
class EarlierKit:
    """What one profile of an earlier kit was: fingerprints of its cards by onderdeel, and of its pages by print job."""

    cards: Mapping[str, Mapping[str, Sequence[str]]]
    """By onderdeel and fingerprint, what each card with that was called."""
    pages: Mapping[str, Sequence[str]]
    papers: Mapping[str, str]
    """By print job, the paper it was for."""
    asked: Mapping[str, Any]
    """For how many tables and people it was, and whether it spares ink."""

    def asked_otherwise(self, asked: Mapping[str, Any], papers: Mapping[str, str]) -> list[str]:
        """Return the options that it was made with and this kit, which is for `asked` and on `papers`, is not."""
        found: list[str] = []
        for key, option in (("tafels", "--tafels"), ("deelnemers", "--deelnemers")):
            if not found and isinstance(was := self.asked.get(key), int) and was != asked[key]:
                found.append(f"{option} {was}")
        if isinstance(was := self.asked.get("inktarm"), bool) and was != asked["inktarm"]:
            found.append("--inktarm" if was else "geen --inktarm")
        others = (self.papers[job] for job, paper in papers.items() if self.papers.get(job, paper) != paper)
        found += (f"{'--bord' if paper in BOARDS else '--papier'} {paper}" for paper in dict.fromkeys(others))
        return found

    def changed(self, notes: Sequence[CardNote], prints: Fingerprints) -> tuple[dict[str, tuple[int, ...]], list[str]]:
        """Return the cards that it has not, or not so many of, and what those are called that are gone."""
        found: dict[str, list[int]] = {}
        places: Counter[str] = Counter()
        left = {naam: {mark: list(called) for mark, called in held.items()} for naam, held in self.cards.items()}
        for note in notes:
            naam, mark = note.name.onderdeel, prints.card(note.front, note.back)
            place, places[naam] = places[naam], places[naam] + 1
            if held := left.get(naam, {}).get(mark):
                held.pop(0)
            else:
                found.setdefault(naam, []).append(place)
        gone = [called for naam in places for held in left.get(naam, {}).values() for called in held if called]
        return {naam: tuple(held) for naam, held in found.items()}, gone

    def differs(self, print_: Print, prints: Fingerprints) -> bool:
        """Tell whether a file has other pages than it had."""
        return list(self.pages.get(print_.naam, ())) != [prints.page(page) for page in print_.pages]

    def new_pages(self, print_: Print, prints: Fingerprints) -> Print:
        """Return a file with only the sheets that differ, each with both its sides; without parts if none does."""
        step = 2 if print_.two_sided else 1
        marks = [prints.page(page) for page in print_.pages]
        held = self.pages.get(print_.naam, ())
        known = {tuple(held[place : place + step]) for place in range(0, len(held), step)}
        keep = [tuple(marks[place - place % step :][:step]) not in known for place in range(len(marks))]
        parts: list[Part] = []
        place = 0
        for part in print_.parts:
            kept = [number for number in range(place, place + len(part.pages)) if keep[number]]
            if kept:
                # A sheet is counted where its front is: its back may be of the next part.
                sheets = sum(number % step == 0 for number in kept) if part.sheets else 0
                pages = tuple(part.pages[number - place] for number in kept)
                parts.append(replace(part, pages=pages, sheets=sheets))
            place += len(part.pages)
        return replace(print_, parts=tuple(parts))


def refuse_of_another(folder: Path, casus: Path) -> None:
    """Refuse to compare with the kit of another casus: all in it would differ.

    Raises:
        UsageError: the kit in `folder`, or around it, says that it is of another.
    """
    other = other_casus(folder, casus) or other_casus(folder.parent, casus)
    if other is not None:
        message = f"de kit in '{folder}' is van een andere casus: {other}"
        raise UsageError([Problem(message, hint="noem achter --sinds de map met een eerdere kit van deze casus")])


def earlier_kit(folder: Path, profile: str) -> EarlierKit:
    """Return what the kit in `folder` was for a profile; the folder is that of the whole kit, or of the profile.

    Raises:
        UsageError: there is no such kit, or it is of a version that did not keep what was on its cards.
    """
    for path in (folder / profile / NAME, folder / NAME):
        manifest = _read(path)
        if manifest is not None and manifest.facts.get("profiel") == profile:
            try:
                return _of(manifest.facts)
            except (LookupError, TypeError, AttributeError, json.JSONDecodeError):
                break
    message = f"in '{folder}' ligt geen kit van {profile} om mee te vergelijken"
    hint = "noem de map van een hele kit; een kit van een eerdere versie maakt u eerst opnieuw"
    raise UsageError([Problem(message, hint=hint)])


def _read(path: Path) -> Earlier | None:
    try:
        return read_manifest(path)
    except OSError:
        return None


def _of(facts: Mapping[str, Any]) -> EarlierKit:
    cards: dict[str, dict[str, list[str]]] = {}
    for card in facts["kaarten"]:
        held = cards.setdefault(str(card["onderdeel"]), {}).setdefault(str(card["sha256"]), [])
        held.append(f"{card['nummer']} {card['titel']}" if card["nummer"] else "")
    pages = {
        str(entry["opdracht"]): [str(mark) for part in entry["onderdelen"] for mark in part["sha256"]]
        for entry in facts["bestanden"]
    }
    papers = {str(entry["opdracht"]): str(entry["papier"]) for entry in facts["bestanden"] if entry.get("papier")}
    return EarlierKit(cards, pages, papers, facts)
