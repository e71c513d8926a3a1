"""Everything one build shares (layouts, theme, fonts, pictures), and the setting of one component with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from speelveld import resources
from speelveld.casus import Basisdeck, Casus
from speelveld.deck import FILTERS, Component, Face, Kit, load_kit, own_components
from speelveld.errors import KitError, Problem
from speelveld.markup import Layouts
from speelveld.markup.theme import Theme, huisstijl_colors, load_theme
from speelveld.options import Options
from speelveld.pictures import CasusPictures
from speelveld.press import Setting
from speelveld.spel import Rules
from speelveld.typeset import FontFiles, Job, Layout, Metrics, Set, typeset_kind


@dataclass(frozen=True, slots=True)
class Loaded:
    """A casus with the standard deck beside it and the rules it is played by."""

    casus: Casus
    deck: Basisdeck
    rules: Rules
    path: Path


@dataclass(slots=True)
class Studio:
    """What every stage of one build shares."""

    loaded: Loaded
    options: Options
    layouts: Layouts
    theme: Theme
    metrics: Metrics
    fonts: Mapping[str, Path]
    pictures: CasusPictures
    kit: Kit
    kit_files: frozenset[str]

    def layout(self, step: int) -> Layout:
        """Return what typesetting asks for, at one step of the sizes."""
        return Layout(self.theme, self.metrics, self.pictures, step, kit_files=self.kit_files)


def open_studio(loaded: Loaded, options: Options) -> Studio:
    """Return the studio for one build of a casus."""
    bundled = resources.bundled("layouts")
    folders = [
        folder
        for folder in (*options.first_layouts, loaded.path / "layouts", loaded.path, *options.last_layouts)
        if folder.is_dir()
    ]
    layouts = Layouts(folders, bundled, FILTERS)
    find = partial(_first, folders, bundled)
    theme = load_theme(find("stijl.yaml"))
    casus = loaded.casus
    if casus.huisstijl.kleur:
        theme = theme.with_colors(huisstijl_colors(theme, casus.huisstijl.kleur))
    if options.low_ink:
        try:
            theme = theme.sparing_ink()
        except ValueError as error:
            raise KitError([Problem(str(error))]) from error
    fonts = resources.font_files()
    if own := casus.huisstijl.lettertype:
        for face in fonts:
            file = getattr(own, face) or (own.vet if face in ("halfvet", "vet_cursief") else own.gewoon)
            fonts[face] = file.path
    deck_folder = resources.bundled("decks") / "basis"
    names = frozenset(str(path) for path in deck_folder.glob("*.yaml"))
    kit = load_kit(find("kit.yaml"))
    kit = Kit(kit.opdrachten, (*kit.onderdelen, *own_components(casus)))
    return Studio(
        loaded, options, layouts, theme, FontFiles(fonts), fonts, CasusPictures(casus, loaded.path), kit, names
    )


def _first(folders: Sequence[Path], bundled: Path, name: str) -> Path:
    return next((folder / name for folder in (*folders, bundled) if (folder / name).is_file()), bundled / name)


def set_component(studio: Studio, component: Component) -> Setting:
    """Return a component with all its faces set, at one step of the sizes."""
    onderdeel = component.onderdeel
    if component.papier is not None:
        found = _set(studio, [component.papier])
        return Setting(onderdeel.naam, onderdeel.titel, onderdeel.per, pages=found.frames[0], step=found.step)
    fronts = _set(studio, [kaart.front for kaart in component.kaarten])
    backs = _set(studio, component.achterkanten).frames
    blanks = _set(studio, [kaart.front for kaart in component.lege]).frames
    return Setting(
        onderdeel.naam,
        onderdeel.titel,
        onderdeel.per,
        fronts=[frames[0] for frames in fronts.frames],
        backs=[frames[0] for frames in backs],
        back_of=[kaart.back for kaart in component.kaarten],
        blanks=[(frames[0], kaart.back) for frames, kaart in zip(blanks, component.lege, strict=True)],
        blank_count=onderdeel.leeg_aantal,
        step=fronts.step,
    )


def _set(studio: Studio, faces: Sequence[Face]) -> Set:
    def jobs() -> Iterator[Job]:
        for face in faces:
            yield Job(studio.layouts.render(face.layout, face.data), face.name)

    steps = max(len(style.sizes) for style in studio.theme.styles.values())
    return typeset_kind(jobs, studio.layout, steps)
