"""Everything one build shares (layouts, theme, fonts, pictures), and the setting of one onderdeel with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from speelveld import resources
from speelveld.build.blanco import blank_kit
from speelveld.build.filling import Filling, Told
from speelveld.build.kept import MOST_FACES, Kept, key_of, setting_key
from speelveld.build.letters import own_family
from speelveld.build.own_files import written_in
from speelveld.build.pictures import CasusPictures
from speelveld.build.shelf import CasusAssets, Shelf
from speelveld.casus import Basisdeck, Casus, DeckFiles, Places
from speelveld.casus.folder import caged
from speelveld.colors.inks import Inks
from speelveld.deck import (
    OWN_CARDS,
    SOURCES,
    Face,
    Kit,
    OnderdeelFaces,
    load_kit,
    named,
    own_onderdelen,
    wording_of,
)
from speelveld.deck.rules import Rules
from speelveld.errors import AuthorError, KitError, Problem, Source, SpeelveldError
from speelveld.files import ReadFile
from speelveld.geometry import Size
from speelveld.markup import Layouts
from speelveld.markup.huisstijl import huisstijl_colors
from speelveld.markup.style import Theme
from speelveld.markup.theme import load_theme
from speelveld.options import Options
from speelveld.pages import SetOnderdeel
from speelveld.paper import LARGE, LEAST_LARGE, PRESS_INK, in_mm
from speelveld.typeset import FilledFace, FontFiles, Frame, Layout, Metrics, SetFaces, typeset_kind, typeset_one
from speelveld.units import mm
from speelveld.written.foreign import is_dutch

# A tenth of a millimetre: less cannot be cut.
_SAME = mm(0.1)
# No font for reading has small letters that are larger in proportion.
_LEAST_RATIO = 0.8
_WITH_OPTION = "noem die map zelf, met --layouts"
# The letters that Dutch uses most, about as often as it does.

_SAMPLE = "een van de ontmoeting in het buurthuis dinsdag, kosten vrijwilligers"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A casus with the standard deck beside it and the rules it is played by."""

    casus: Casus
    deck: Basisdeck
    rules: Rules
    path: Path
    files: DeckFiles
    blank: bool = False
    """Whether there is no casus: its places are then to be filled in."""
    warnings: tuple[Problem, ...] = ()
    """What is odd about what was asked instead of what the casus says."""
    origin: ReadFile | None = None
    """The file of the casus, as it was read."""
    wrong: bool = False
    """Whether something in the casus is wrong, and was left out."""
    partly: bool = False
    """Whether a text was left out with it."""


@dataclass(slots=True)
class Studio:
    """What every stage of one build shares."""

    loaded: Loaded
    options: Options
    layouts: Layouts
    filling: Filling
    theme: Theme
    metrics: Metrics
    fonts: Mapping[str, ReadFile]
    pictures: CasusPictures
    shelf: Shelf
    kit: Kit
    kit_files: frozenset[str]
    letter_width: float
    """How wide the bold letters are, where 1 is as wide as those of the usual font."""
    remarks: tuple[Problem, ...] = ()
    """What the author should know of the fonts."""
    notes: tuple[str, ...] = ()
    """What was done with the fonts that asks nothing of the author."""
    kept: Kept | None = None
    _setting: str = ""

    def setting_key(self) -> str:
        """Return a key for what all its faces are set with."""
        if not self._setting:
            of = self.theme, self.fonts, self.targets
            self._setting = (self.kept or Kept()).made("setting", of, lambda: setting_key(*of))
        return self._setting

    @property
    def targets(self) -> tuple[str, ...]:
        """What a link within a file may lead to."""
        return tuple(onderdeel.naam for onderdeel in self.kit.onderdelen)

    def layout(self, step: int) -> Layout:
        """Return what typesetting asks for, at one step of the sizes."""
        assets = CasusAssets(self.pictures, self.shelf)
        before = self.kept.parts(self.setting_key()) if self.kept else None
        return Layout(
            self.theme,
            self.metrics,
            assets,
            step,
            kit_files=self.kit_files,
            targets=self.targets,
            own_file=self.loaded.casus.source.name,
            before=before,
        )

    def enlarged(self) -> "Studio":
        """Return the studio that sets what is enlarged afterwards: no letter is then too small for large print."""
        return replace(self, theme=self.theme.at_least(LEAST_LARGE / LARGE), shelf=Shelf(), _setting="")


def open_studio(loaded: Loaded, options: Options, presses: Sequence[Inks] = (), kept: Kept | None = None) -> Studio:
    """Return the studio for one build of a casus; `presses` print its files, beside the usual one.

    What is in `kept` is not set again.

    Raises:
        AuthorError: a kind of card has the name of another onderdeel.
        KitError: the kit or the theme is wrong.
    """
    bundled = resources.bundled("layouts")
    folders = [
        folder
        for folder in (
            *options.first_layouts,
            caged(loaded.path / "layouts", loaded.path, _WITH_OPTION),
            loaded.path,
            *(caged(folder, folder.parent, _WITH_OPTION) for folder in options.last_layouts),
        )
        if folder.is_dir()
    ]
    casus = loaded.casus
    wording = wording_of(casus)
    deck_files = frozenset(map(str, loaded.files.paths()))
    languages = {casus.source.name: str(casus.taal.casus)} if not is_dutch(casus.taal.casus) else {}
    memory = kept or Kept()
    there = written_in(folders) if memory.stays else ()
    own_file = casus.source.name
    known = (folders, there, repr(sorted(wording.swapped.items())), deck_files, languages, own_file)
    layouts = memory.made(
        "layouts",
        known,
        lambda: Layouts(
            folders, bundled, wording, deck_files, trusted=(Rules,), languages=languages, own_file=own_file
        ),
    )
    filling = memory.made("filling", known, lambda: Filling(layouts, stays=memory.stays))
    filling.begin()
    find = partial(_first, folders, bundled)
    wished = (folders, there, casus.huisstijl.kleur, presses, options.low_ink)
    theme = memory.made("theme", wished, lambda: _theme(find("stijl.yaml"), casus, presses, options))
    fonts: Mapping[str, ReadFile] = memory.made("fonts", None, resources.fonts)
    remarks: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    usual = metrics = memory.made("usual metrics", None, lambda: FontFiles(fonts))
    if own := casus.huisstijl.lettertype:
        places = Places({casus.source.name: loaded.path / Path(casus.source.name).name})
        family = own_family(own, fonts, casus, places, memory.of_files)
        fonts, remarks, notes = family.files, family.remarks, family.notes
        metrics = memory.made("metrics", fonts, lambda: FontFiles(fonts))
        heights = usual.x_height("gewoon"), metrics.x_height("gewoon")
        ratio = max(heights[0] / max(heights), _LEAST_RATIO)
        theme = memory.made("theme for font", (theme, ratio), partial(theme.for_font, ratio))
    names = deck_files.union(map(str, bundled.rglob("*.xml.j2")))
    sources = (*SOURCES, *loaded.deck.vrij)
    kit = memory.made("kit", (there, folders, sources), lambda: load_kit(find("kit.yaml"), sources))
    if loaded.blank:
        kit = blank_kit(kit)
    own_cards = own_onderdelen(casus)
    if own_cards and not any(job.naam == OWN_CARDS and job.soort == "kaarten" for job in kit.opdrachten):
        message = f"deze casus heeft kaartsoorten, maar er is geen opdracht '{OWN_CARDS}' om ze in te printen"
        hint = f"voeg een opdracht toe met naam: {OWN_CARDS}"
        raise KitError([Problem(message, Source(str(find("kit.yaml"))), hint)])
    taken = {onderdeel.naam for onderdeel in kit.onderdelen}
    if clashing := [soort.naam for soort in casus.kaartsoorten if soort.naam in taken]:
        hint = "kies een andere naam"
        raise AuthorError([Problem(f"er is al een onderdeel '{naam}'", naam.source, hint) for naam in clashing])
    kit = named(Kit(kit.opdrachten, (*kit.onderdelen, *own_cards)), wording)
    return Studio(
        loaded,
        options,
        layouts,
        filling,
        theme,
        metrics,
        fonts,
        CasusPictures(casus, loaded.path),
        Shelf(),
        kit,
        names,
        metrics.measure(_SAMPLE, "vet").width / usual.measure(_SAMPLE, "vet").width,
        remarks,
        notes,
        kept,
    )


def _theme(path: Path, casus: Casus, presses: Sequence[Inks], options: Options) -> Theme:
    """Return the theme of one build, in its usual font.

    Raises:
        KitError: it is wrong.
    """
    theme = load_theme(path)
    if casus.huisstijl.kleur:
        usual_press = Inks(resources.press_profile(), PRESS_INK)
        theme = theme.with_colors(huisstijl_colors(theme, casus.huisstijl.kleur, (usual_press, *presses)))
    if options.low_ink:
        try:
            theme = theme.sparing_ink()
        except ValueError as error:
            raise KitError([Problem(str(error))]) from error
    return theme


def _first(folders: Sequence[Path], bundled: Path, name: str) -> Path:
    own = (caged(folder / name, folder) for folder in folders if (folder / name).is_file())
    return next(own, bundled / name)


def set_onderdeel(studio: Studio, faces: OnderdeelFaces) -> SetOnderdeel:
    """Return an onderdeel with all its faces set, at one step of the sizes."""
    onderdeel = faces.onderdeel
    if faces.papier is not None:
        found, key = _set(studio, [faces.papier])
        _note(studio, onderdeel.naam, [key])
        return SetOnderdeel(onderdeel.naam, onderdeel.titel, onderdeel.per, pages=found.frames[0], step=found.step)
    # Blank cards lie beside the others: letters of the same size, and what is in both at the same height.
    found, key = _set(studio, [kaart.front for kaart in (*faces.kaarten, *faces.lege)])
    fronts, blanks = found.frames[: len(faces.kaarten)], found.frames[len(faces.kaarten) :]
    behind, key_behind = _set(studio, faces.achterkanten)
    backs = behind.frames
    _note(studio, onderdeel.naam, [key, key_behind])
    if onderdeel.formaat is not None:
        sides = ((onderdeel.layout, fronts), (onderdeel.achter, backs), (onderdeel.leeg, blanks))
        _check_sizes(studio, onderdeel.formaat, sides)
    return SetOnderdeel(
        onderdeel.naam,
        onderdeel.titel,
        onderdeel.per,
        fronts=[frames[0] for frames in fronts],
        backs=[frames[0] for frames in backs],
        back_of=[kaart.back for kaart in faces.kaarten],
        blanks=[(frames[0], kaart.back) for frames, kaart in zip(blanks, faces.lege, strict=True)],
        blank_count=onderdeel.leeg_aantal,
        step=found.step,
    )


def set_paper(studio: Studio, face: Face) -> Sequence[Frame]:
    """Return the pages of a paper that is no onderdeel of its own."""
    return _set(studio, [face])[0].frames[0]


def set_anyhow(studio: Studio, face: Face) -> Frame | None:
    """Return a card in the smallest letters, whether it fits or not; None if it is no card.

    Raises:
        KitError: its layout is wrong.
    """
    last = max(len(style.sizes) for style in studio.theme.styles.values()) - 1
    root = studio.layouts.render(face.layout, face.data)
    return typeset_one(studio.layout(last), root)[0] if root.name == "card" else None


def _note(studio: Studio, naam: str, keys: Sequence[str | None]) -> None:
    known = [key for key in keys if key is not None]
    if len(known) == len(keys):
        studio.shelf.note(naam, key_of(known))


def _check_sizes(studio: Studio, size: Size, sides: Sequence[tuple[str | None, Sequence[Sequence[Frame]]]]) -> None:
    """Refuse a card that is drawn larger or smaller than it is cut: its ink would lie on the next card.

    Raises:
        KitError: a layout draws a card of another size, or of more than one page.
    """
    problems = []
    for name, cards in sides:
        if name is None:
            continue
        place = studio.layouts.place(name)
        if any(len(frames) > 1 for frames in cards):
            problems.append(Problem("een kaart heeft maar één bladzijde", place, "gebruik <card>, niet <document>"))
        drawn = next((frames[0].size for frames in cards if not _as_large(frames[0].size, size)), None)
        if drawn is not None:
            message = f"deze kaart is {in_mm(drawn)}, maar het formaat is {in_mm(size)}"
            hint = "geef <card> de w en h van het formaat, of verander het formaat"
            problems.append(Problem(message, place, hint))
    if problems:
        raise KitError(problems)


def _as_large(size: Size, other: Size) -> bool:
    return abs(size.width - other.width) < _SAME and abs(size.height - other.height) < _SAME


def _set(studio: Studio, faces: Sequence[Face]) -> tuple[SetFaces, str | None]:
    """Return the faces, set, and the key of what they are made of; None where nothing tells that."""
    steps = max(len(style.sizes) for style in studio.theme.styles.values())

    def filled() -> Iterator[FilledFace]:
        for face in faces:
            yield FilledFace(studio.layouts.render(face.layout, face.data), face.name)

    kept = studio.kept
    if kept is None or len(faces) > MOST_FACES:
        return typeset_kind(filled, studio.layout, steps), None
    try:
        told = [studio.filling.told(face) for face in faces]
        keys = [_key(studio, each) for each in told]
    except (SpeelveldError, LookupError):
        # Said where it was always said, after what is wrong with the faces before it.
        return typeset_kind(filled, studio.layout, steps), None
    key = key_of([studio.setting_key(), *keys])
    found = kept.find(key, studio.pictures.named, studio.shelf.named)
    if found is None:
        known = [
            FilledFace(partial(studio.layouts.read, each.filled), face.name, key_of([studio.setting_key(), own]))
            for face, each, own in zip(faces, told, keys, strict=True)
        ]
        found = typeset_kind(lambda: known, studio.layout, steps, *((kept, filled) if kept.stays else ()))
        kept.keep(key, found, studio.pictures.name_of, studio.shelf.name_of)
    return found, key


def _key(studio: Studio, told: Told) -> str:
    """Return a key for all that a face shows.

    Raises:
        LookupError: that cannot be told without setting it.
        SpeelveldError: what it borrows is wrong.
    """
    pictures = (f"{name}: {studio.pictures.key(name)}" for name in told.needed.get("image", ()))
    others = (f"{naam}: {studio.shelf.key(naam)}" for naam in told.needed.get("thumbnail", ()))
    return key_of([told.content, *pictures, *others])
