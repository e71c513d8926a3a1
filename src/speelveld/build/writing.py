"""A built kit → files: its PDFs, pictures of their pages, one overview, and the manifests that list them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from speelveld import resources
from speelveld.build.fingerprint import Fingerprints
from speelveld.build.kept import drawing_key
from speelveld.build.parts import part_of, refusals
from speelveld.build.pipeline import Built
from speelveld.build.place import place_of
from speelveld.build.previews import OVERVIEW, Entry, Previews
from speelveld.deck import asks
from speelveld.markup.inline import unmarked
from speelveld.options import Options
from speelveld.output.digest import digest
from speelveld.output.folder import Bundle, KitResult, write_kits
from speelveld.output.former import former_kit
from speelveld.output.lock import Busy
from speelveld.pages import Part, Print
from speelveld.pdf import DuplexPreference, Facts, Surface, make_pdf
from speelveld.pdf.drawing import draw_part
from speelveld.profiles import PROFILES
from speelveld.sheet.duplex import Duplex

LANGUAGE = "nl-NL"


def print_pdf(built: Built, print_: Print, options: Options) -> bytes:
    """Return the PDF of one print job."""

    def draw(surface: Surface) -> None:
        for part in print_.parts:
            draw_part(surface, part, LANGUAGE)

    facts = _facts(built, print_, options)
    pressed = built.profile_of(print_).pressed(print_)
    return make_pdf(
        draw, first=print_.pages[0].size, fonts=built.fonts, facts=facts, date=options.date, pressed=pressed
    )


def _facts(built: Built, print_: Print, options: Options) -> Facts:
    printer = f" voor printer {print_.printer}" if print_.printer else ""
    return Facts(
        title=f"{print_.titel}{printer}: {unmarked(built.casus.titel)}",
        lang=LANGUAGE,
        author=asks(built.casus),
        subject=f"Speelveld, onderdeel {print_.titel.lower()}",
        creator=f"speelveld {resources.program_version()}",
        tagged=print_.tagged,
        duplex=_sides(print_, options),
    )


def _sides(print_: Print, options: Options) -> DuplexPreference:
    if not print_.two_sided:
        return "Simplex"
    # Papers turn like a book; only cards must lie behind their fronts.
    over_short_edge = options.duplex is Duplex.KORTE_ZIJDE and not print_.tagged
    return "DuplexFlipShortEdge" if over_short_edge else "DuplexFlipLongEdge"


def write(
    built: Built, folder: Path, options: Options, progress: Callable[[str], None], busy: Busy = lambda _: None
) -> tuple[KitResult, Mapping[str, object]]:
    """Write the kit into `folder`, whole or not at all, and return what happened and what there is.

    Each profile has a folder with a manifest of its own; pictures are beside these. What other profiles have there
    stays. `busy` hears of another process that writes there, which is waited for.

    Raises:
        WriteError: the folder cannot be written, holds files that are not ours or the kit of another casus, or is of a
            whole kit and this is a part.
    """
    files: dict[str, dict[str, bytes]] = {profile.name: {} for profile in built.profiles}
    entries: dict[str, list[Entry]] = {profile.name: [] for profile in built.profiles}
    shown: dict[str, bytes] = {}
    pictured: list[Entry] = []
    drawn: dict[str, bytes] = {}
    prints = Fingerprints()
    # The pictures show the kit once, as its first profile has it.
    first = built.profiles[0]
    with _pictures(built, folder, options, prints) if options.previews else nullcontext() as pictures:
        for print_ in built.prints:
            progress(print_.bestand)
            profile = built.profile_of(print_)
            pdf = drawn.get(print_.drawn_as) or print_pdf(built, print_, options)
            if print_.drawn_as:
                drawn[print_.drawn_as] = pdf
            files[profile.name][print_.bestand] = pdf
            pages = [[prints.page(page) for page in part.pages] for part in print_.parts]
            entries[profile.name].append({**_entry(print_, pages), **profile.inspected(print_, pdf)})
            if pictures is not None and profile is first:
                pictures.add(f"{profile.name}/{print_.bestand}", pdf, print_, _shows(built, print_, pdf, pages))
        if pictures is not None:
            progress(OVERVIEW)
            shown, pictured = pictures.finish()
    pictured = [{**entry, "profiel": first.name} for entry in pictured]
    facts = _of_the_kit(built, options)
    kits = {
        profile.name: Bundle(
            files[profile.name],
            {
                **facts,
                "profiel": profile.name,
                **profile.facts(),
                **_beside(built, options),
                "bestanden": entries[profile.name],
                "kaarten": [note.as_data(prints) for note in built.notes.get(profile.name, ())],
            },
            profile.name,
        )
        for profile in built.profiles
    }
    top = Bundle(shown, {**facts, "casus": _casus(built, folder), "bestanden": pictured})
    progress(str(folder))
    result = write_kits(folder, kits, top, list(PROFILES), partial(refusals, built, folder, options), busy)
    return result, _together(built, options, kits, pictured)


def _pictures(built: Built, folder: Path, options: Options, prints: Fingerprints) -> Previews:
    first = built.profiles[0]
    to_come = [print_ for print_ in built.prints if built.profile_of(print_) is first]
    tableau = "" if built.tableau is None else prints.page(built.tableau)
    return Previews(built, to_come, first.pictures, options, former_kit(folder), tableau)


def _shows(built: Built, print_: Print, pdf: bytes, pages: Sequence[Sequence[str]]) -> list[str]:
    """Return of each page of a file what its picture shows: what is on it, in which letters, drawn by what."""
    means, marks = drawing_key(built.fonts), [mark for part in pages for mark in part]
    if built.profile_of(print_).pressed(print_) is not None:
        # Inks make other colours of what is on a page.
        marks = [f"{digest(pdf)} {number}" for number in range(len(marks))]
    return [digest(f"{means} {mark}".encode()) for mark in marks]


def _of_the_kit(built: Built, options: Options) -> dict[str, object]:
    """Return what every manifest says."""
    return {
        "programma": "speelveld",
        "versie": resources.program_version(),
        "casus": _casus(built),
        "datum": options.date.strftime("%Y-%m-%d"),
    }


def _casus(built: Built, folder: Path | None = None) -> dict[str, object]:
    """Return which casus it is; for the folder of the whole kit also where that is."""
    told: dict[str, object] = {"titel": unmarked(built.casus.titel), "gemeente": str(built.casus.gemeente)}
    if built.origin is not None:
        told["sha256"] = digest(built.origin.data)
        if folder is not None:
            told["plek"] = place_of(built.origin.path, folder)
    return told


def _beside(built: Built, options: Options) -> dict[str, object]:
    """Return how a profile was made."""
    part = part_of(options)
    return {
        **({"deel": part} if part else {}),
        "tafels": built.tables,
        "deelnemers": built.participants,
        "inktarm": options.low_ink,
        **({"printer": {"naam": options.printer.printer, **options.printer.as_data()}} if options.printer else {}),
        "layouts": [{"bestand": file.name, "sha256": digest(file.data)} for file in built.layouts],
    }


def _together(
    built: Built, options: Options, kits: Mapping[str, Bundle], pictured: Sequence[Entry]
) -> Mapping[str, object]:
    """Return what was made now, of all profiles, with the names that files have in the folder of the kit."""
    entries: list[Entry] = []
    for name, bundle in kits.items():
        listed = bundle.manifest["bestanden"]
        assert isinstance(listed, list)
        entries += ({**entry, "bestand": bundle.within(entry["bestand"]), "profiel": name} for entry in listed)
    facts = {key: value for profile in built.profiles for key, value in profile.facts().items()}
    return {
        **_of_the_kit(built, options),
        **facts,
        **_beside(built, options),
        "bestanden": [*entries, *pictured],
    }


def _entry(print_: Print, pages: Sequence[Sequence[str]]) -> Entry:
    on_paper = {
        "papier": print_.paper,
        "gewicht": print_.weight,
        "zijden": "dubbel" if print_.two_sided else "enkel",
        "vellen": print_.sheets,
        **({"exemplaren": print_.copies} if print_.copies else {}),
    }
    return {
        "bestand": print_.bestand,
        "titel": print_.titel,
        "opdracht": print_.naam,
        **(on_paper if print_.paper else {}),
        "bladzijden": len(print_.pages),
        "onderdelen": [
            _part_entry(part, marks, on_paper=bool(print_.paper))
            for part, marks in zip(print_.parts, pages, strict=True)
        ],
    }


def _part_entry(part: Part, pages: Sequence[str], *, on_paper: bool) -> Entry:
    return {
        "onderdeel": part.naam,
        "bladzijden": len(part.pages),
        **({"vellen": part.sheets} if on_paper else {}),
        "per": part.per,
        "kaarten": part.cards,
        "lettertrap": part.step,
        "sha256": list(pages),
    }
