"""What a kit can be made for: for the office printer, for a print shop, for a website."""

from collections.abc import Mapping

from speelveld.profiles import drukker, kantoor, web
from speelveld.profiles.profile import Profile

# In printing order; without a word of the user it is the first.
PROFILES: Mapping[str, type[Profile]] = {
    "kantoor": kantoor.Kantoor,
    "drukker": drukker.Drukker,
    "web": web.Web,
}
USUAL = next(iter(PROFILES))


def named(*names: str) -> tuple[Profile, ...]:
    """Return the profiles of these names, asked for without more; the usual one if there are none."""
    return tuple(PROFILES[name].asked(None, ()) for name in names or (USUAL,))
