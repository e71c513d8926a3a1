"""The faces of a kit and what it is for → its files: what profiles need is set, no more, and each thing once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from speelveld.build.contents import Contents
from speelveld.build.fingerprint import Fingerprints
from speelveld.build.late import settle
from speelveld.build.notes import CardName, CardNote, card_names, notes_of
from speelveld.build.picking import EarlierKit, Picks, picked
from speelveld.build.setting import COUNTED, Progress, Setter
from speelveld.build.studio import Studio, set_paper
from speelveld.deck import Face, Onderdeel, OnderdeelFaces, Shared
from speelveld.deck.kit_model import LARGE_PRINT
from speelveld.markup.inline import unmarked
from speelveld.pages import Page, Part, Print, SetOnderdeel, tableau
from speelveld.pages.page import whole_page
from speelveld.profiles.office import Earlier, Made, Office, has_large_print
from speelveld.profiles.profile import Profile
from speelveld.profiles.work import Work
from speelveld.written.hints import whole_slug

# Cards that are named in a sentence; of more one reads only how many there are.
_MOST_NAMED = 20


class Maker:
    """Makes the files of one build."""

    def __init__(
        self,
        studio: Studio,
        shared: Shared,
        every: Sequence[OnderdeelFaces],
        chosen: Sequence[OnderdeelFaces],
        progress: Progress,
        picks: Picks | None = None,
        since: Mapping[str, EarlierKit] | None = None,
    ) -> None:
        """Make nothing yet; `chosen` is what was asked of `every` onderdeel of the kit.

        Of the onderdelen in `picks` there are only some cards; `since` has the earlier kit of each profile from which
        only what differs is made.
        """
        self._picks, self._since = picks or {}, since or {}
        self._studio, self._shared, self._chosen = studio, shared, chosen
        self._every, self._progress = every, progress
        self._setter, self._contents = Setter(studio, every, progress), Contents(studio, shared)
        self._shown: Mapping[str, SetOnderdeel] = {}
        self._marks = Fingerprints()
        self._larger: Mapping[str, SetOnderdeel] = {}
        self.notes: dict[str, tuple[CardNote, ...]] = {}
        self.told: dict[str, None] = {}
        self._office = Office(studio.kit, studio.layout(0), studio.options, _parts_of(studio))

    @cached_property
    def _names(self) -> Mapping[str, Sequence[CardName]]:
        return {faces.onderdeel.naam: self._named(faces) for faces in self._chosen}

    def prints(self, profiles: Sequence[Profile]) -> list[Print]:
        """Return the files of all profiles.

        Raises:
            AuthorError: something of the author does not fit; all such things are named.
            KitError: something of the kit is wrong.
            UsageError: a profile makes nothing of what was asked.
        """
        wanted = {faces.onderdeel.naam for profile in profiles for faces in self._taken(profile)}
        late = [faces for faces in self._chosen if faces.onderdeel.laat and faces.onderdeel.naam in wanted]
        usual = {faces.onderdeel.naam for profile in profiles if not profile.data for faces in self._taken(profile)}
        # Papers count what the office printer needs, whatever the kit is for.
        early = [faces for faces in self._chosen if not faces.onderdeel.laat]
        alone = bool(late) and not early
        if alone:
            # Who asks for nothing else means what such a paper says of the whole kit.
            early = [faces for faces in self._every if not faces.onderdeel.laat]
        if not late:
            early = [faces for faces in early if faces.onderdeel.naam in usual]
        self._office.lay(self._picked(self._setter.set(early, {})))
        if self._studio.options.large_print:
            self._larger = self._picked(self._large(early))
            self._office.lay_large(self._larger)
        counted: Sequence[Print] = ()
        if late:
            telling = [faces for faces in self._every if faces.onderdeel.laat] if alone else late
            counted = settle(self._office, self._setter, telling, self._contents.opened, self._studio.layouts)
        if alone:
            self._office.keep(wanted)
        found: list[Print] = []
        for profile in profiles:
            work = self._work(profile, counted)
            self._shown = self._shown or work.onderdelen
            self.notes[profile.name] = notes_of(work.onderdelen, self._names)
            prints = self._contents.opened(profile.prints(work))
            if profile.name in self._since:
                prints = self._since_then(profile, work, prints)
            found += (replace(print_, profile=profile.name) for print_ in self._with_letter(profile, prints))
        return found

    @property
    def settings(self) -> Mapping[str, str]:
        """Of each onderdeel that was set, by name, a key of how that was."""
        return self._studio.shelf.keys

    @property
    def onderdelen(self) -> tuple[SetOnderdeel, ...]:
        """The onderdelen as an office printer needs them, in the order of the kit."""
        there = self._office.onderdelen
        return tuple(there[each.naam] for each in self._studio.kit.onderdelen if each.naam in there)

    def _since_then(self, profile: Profile, work: Work, prints: Sequence[Print]) -> list[Print]:
        """Return of the files of a profile what differs from its earlier kit: cards, sheets, or whole files."""
        earlier, notes = self._since[profile.name], self.notes[profile.name]
        places, gone = earlier.changed(notes, self._marks)
        self._tell(places, gone)
        if profile.whole_files:
            return [print_ for print_ in prints if earlier.differs(print_, self._marks)]
        cards = {naam: picked(work.onderdelen[naam], numbers) for naam, numbers in places.items()}
        office = Office(self._studio.kit, self._studio.layout(0), self._studio.options)
        office.lay(cards)
        office.lay_large({naam: picked(self._larger[naam], places[naam]) for naam in places if naam in self._larger})
        again = profile.prints(replace(work, onderdelen=cards, office=office)) if cards else ()
        smaller = {print_.naam: print_ for print_ in again}
        found = []
        for print_ in prints:
            if not all(part.cards for part in print_.parts):
                found.append(earlier.new_pages(print_, self._marks))
            elif print_.naam in smaller:
                found.append(replace(smaller[print_.naam], bestand=print_.bestand))
        return [print_ for print_ in found if print_.parts]

    def _tell(self, places: Picks, gone: Sequence[str]) -> None:
        names = (self._names[naam][number] for naam, numbers in places.items() for number in numbers)
        if new := [f"{name.nummer} {name.titel}" for name in names if name.nummer]:
            self.told[f"Nieuw of veranderd: {_listed(new)}."] = None
        if gone:
            self.told[f"Haal uit de kit die er al was: {_listed(gone)}."] = None

    def _named(self, faces: OnderdeelFaces) -> list[CardName]:
        names, numbers = card_names(faces), self._picks.get(faces.onderdeel.naam)
        return names if numbers is None else [names[number] for number in numbers]

    def _picked(self, settings: Mapping[str, SetOnderdeel]) -> dict[str, SetOnderdeel]:
        return {
            naam: picked(setting, self._picks[naam]) if naam in self._picks else setting
            for naam, setting in settings.items()
        }

    def tableau(self) -> Page | None:
        """Return the picture of the game in play, of what the first profile was made of; None without a board."""
        onderdelen = self._shown
        kit, kinds = self._studio.kit, dict[str, SetOnderdeel]()
        board: SetOnderdeel | None = None
        for onderdeel in kit.onderdelen:
            if onderdeel.naam in onderdelen:
                kinds.setdefault(onderdeel.soort, onderdelen[onderdeel.naam])
                if any(kit.opdracht(job).papier == "bord" for job in onderdeel.opdrachten):
                    board = board or onderdelen[onderdeel.naam]
        return tableau(board.pages[0], kinds) if board and board.pages else None

    def _with_letter(self, profile: Profile, prints: Sequence[Print]) -> list[Print]:
        """Return the files of a profile behind the paper that goes with them, if it has one."""
        letter = profile.letter(prints) if prints else None
        if letter is None:
            return list(prints)
        onderdeel = Onderdeel(letter.naam, letter.titel, letter.layout, (), per="avond")
        data = {**self._shared.for_layouts(), "soort": "", "onderdeel": onderdeel, **letter.data}
        frames = set_paper(self._studio, Face(letter.layout, data, letter.titel.lower()))
        pages = tuple(whole_page(frame) for frame in frames)
        part = Part(letter.naam, letter.titel, pages, len(pages), onderdeel.per)
        return [letter.as_print(part), *prints]

    def _large(self, early: Sequence[OnderdeelFaces]) -> Mapping[str, SetOnderdeel]:
        """Return the cards as they are set to be enlarged: without their sources, in a kit that lists those."""
        kit = self._studio.kit
        if not any(onderdeel.toont == LARGE_PRINT for onderdeel in kit.onderdelen):
            return {}
        jobs = {job.naam for job in kit.opdrachten if has_large_print(job)}
        cards = [faces for faces in early if jobs.intersection(faces.onderdeel.opdrachten)]
        return Setter(self._studio.enlarged(), self._every, self._progress).set(cards, {LARGE_PRINT: True})

    def _taken(self, profile: Profile) -> list[OnderdeelFaces]:
        return [faces for faces in self._chosen if profile.takes(self._studio.kit, faces.onderdeel)]

    def _work(self, profile: Profile, counted: Sequence[Print]) -> Work:
        onderdelen = self._set_for(profile, counted) if profile.data else self._office.onderdelen
        taken = {faces.onderdeel.naam: onderdelen[faces.onderdeel.naam] for faces in self._taken(profile)}
        people = self._shared.tables, self._shared.participants
        casus = whole_slug(unmarked(self._shared.casus.titel))
        return Work(self._studio.kit, taken, self._studio.layout(0), self._studio.options, self._office, *people, casus)

    def _set_for(self, profile: Profile, counted: Sequence[Print]) -> Mapping[str, SetOnderdeel]:
        early = [faces for faces in self._taken(profile) if not faces.onderdeel.laat]
        late = [faces for faces in self._taken(profile) if faces.onderdeel.laat]
        onderdelen = self._picked(self._setter.set(early, profile.data))
        return onderdelen | self._setter.set(late, {**profile.data, COUNTED: counted})


def _parts_of(studio: Studio) -> dict[Made, Earlier] | None:
    """Return the parts of files that were made before in this process; None: it makes one kit."""
    kept = studio.kept
    if kept is None or not kept.stays:
        return None
    parts: dict[Made, Earlier] = kept.made("parts", (studio.setting_key(), studio.options), dict)
    return parts


def _listed(names: Sequence[str]) -> str:
    """Return names in a row; of very many only the first, and how many more there are."""
    some = list(dict.fromkeys(names))
    rest = f"; en nog {len(some) - _MOST_NAMED}" if len(some) > _MOST_NAMED else ""
    return "; ".join(some[:_MOST_NAMED]) + rest
