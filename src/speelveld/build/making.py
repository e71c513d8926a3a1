"""The faces of a kit and what it is for → its files: what profiles need is set, no more, and each thing once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from speelveld.build.contents import Contents
from speelveld.build.late import settle
from speelveld.build.setting import COUNTED, Progress, Setter
from speelveld.build.studio import Studio, set_paper
from speelveld.deck import Face, Onderdeel, OnderdeelFaces, Shared
from speelveld.deck.kit_model import LARGE_PRINT
from speelveld.pages import Page, Part, Print, SetOnderdeel, tableau
from speelveld.pages.page import whole_page
from speelveld.profiles.office import Office, has_large_print
from speelveld.profiles.profile import Profile
from speelveld.profiles.work import Work


class Maker:
    """Makes the files of one build."""

    def __init__(
        self,
        studio: Studio,
        shared: Shared,
        every: Sequence[OnderdeelFaces],
        chosen: Sequence[OnderdeelFaces],
        progress: Progress,
    ) -> None:
        """Make nothing yet; `chosen` is what was asked of `every` onderdeel of the kit."""
        self._studio, self._shared, self._chosen = studio, shared, chosen
        self._every, self._progress = every, progress
        self._setter, self._contents = Setter(studio, every, progress), Contents(studio, shared)
        self._shown: Mapping[str, SetOnderdeel] = {}
        self._office = Office(studio.kit, studio.layout(0), studio.options)

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
        if not late:
            early = [faces for faces in early if faces.onderdeel.naam in usual]
        self._office.lay(self._setter.set(early, {}))
        if self._studio.options.large_print:
            self._office.lay_large(self._large(early))
        counted: Sequence[Print] = ()
        if late:
            counted = settle(self._office, self._setter, late, self._contents.opened, self._studio.layouts)
        found: list[Print] = []
        for profile in profiles:
            work = self._work(profile, counted)
            self._shown = self._shown or work.onderdelen
            prints = self._with_letter(profile, profile.prints(work))
            found += (replace(print_, profile=profile.name) for print_ in prints)
        return found

    @property
    def settings(self) -> Mapping[str, str]:
        """Of each onderdeel that was set, by name, a key of how that was."""
        return self._studio.shelf.keys

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
        opened = self._contents.opened(prints)
        letter = profile.letter(opened)
        if letter is None:
            return opened
        onderdeel = Onderdeel(letter.naam, letter.titel, letter.layout, (), per="avond")
        data = {**self._shared.for_layouts(), "soort": "", "onderdeel": onderdeel, **letter.data}
        frames = set_paper(self._studio, Face(letter.layout, data, letter.titel.lower()))
        pages = tuple(whole_page(frame) for frame in frames)
        part = Part(letter.naam, letter.titel, pages, len(pages), onderdeel.per)
        return [letter.as_print(part), *opened]

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
        return Work(self._studio.kit, taken, self._studio.layout(0), self._studio.options, self._office, *people)

    def _set_for(self, profile: Profile, counted: Sequence[Print]) -> Mapping[str, SetOnderdeel]:
        early = [faces for faces in self._taken(profile) if not faces.onderdeel.laat]
        late = [faces for faces in self._taken(profile) if faces.onderdeel.laat]
        onderdelen = self._setter.set(early, profile.data)
        return onderdelen | self._setter.set(late, {**profile.data, COUNTED: counted})
