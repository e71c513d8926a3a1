"""The faces of a kit and what it is for → its files: what profiles need is set, no more, and each thing once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from speelveld.build.contents import Contents
from speelveld.build.late import settle
from speelveld.build.setting import COUNTED, Progress, Setter
from speelveld.build.studio import Studio
from speelveld.deck import OnderdeelFaces, Shared
from speelveld.pages import Print, SetOnderdeel
from speelveld.profiles.office import Office
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
        self._studio, self._chosen = studio, chosen
        self._setter, self._contents = Setter(studio, every, progress), Contents(studio, shared)
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
        counted: Sequence[Print] = ()
        if late:
            counted = settle(self._office, self._setter, late, self._contents.opened, self._studio.layouts)
        return [
            replace(print_, profile=profile.name)
            for profile in profiles
            for print_ in self._contents.opened(profile.prints(self._work(profile, counted)))
        ]

    def _taken(self, profile: Profile) -> list[OnderdeelFaces]:
        return [faces for faces in self._chosen if profile.takes(self._studio.kit, faces.onderdeel)]

    def _work(self, profile: Profile, counted: Sequence[Print]) -> Work:
        onderdelen = self._set_for(profile, counted) if profile.data else self._office.onderdelen
        taken = {faces.onderdeel.naam: onderdelen[faces.onderdeel.naam] for faces in self._taken(profile)}
        return Work(self._studio.kit, taken, self._studio.layout(0), self._studio.options, self._office)

    def _set_for(self, profile: Profile, counted: Sequence[Print]) -> Mapping[str, SetOnderdeel]:
        early = [faces for faces in self._taken(profile) if not faces.onderdeel.laat]
        late = [faces for faces in self._taken(profile) if faces.onderdeel.laat]
        onderdelen = self._setter.set(early, profile.data)
        return onderdelen | self._setter.set(late, {**profile.data, COUNTED: counted})
