"""A built kit → files: its PDFs, pictures of their pages, one overview, and the manifest that lists them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from speelveld import resources
from speelveld.build.pipeline import Built
from speelveld.build.previews import Entry, Previews
from speelveld.deck import asks
from speelveld.markup.inline import unmarked
from speelveld.options import Options
from speelveld.output.digest import digest
from speelveld.output.folder import KitResult, write_kit
from speelveld.output.former import DRAWN_BY, former_kit
from speelveld.pages import Part, Print
from speelveld.pdf import DuplexPreference, Facts, Surface, make_pdf
from speelveld.pdf.drawing import draw_part
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
    built: Built, folder: Path, options: Options, progress: Callable[[str], None]
) -> tuple[KitResult, Mapping[str, object]]:
    """Write the kit into `folder`, whole or not at all, and return what happened and the manifest.

    Raises:
        WriteError: the folder cannot be written, or holds files that are not ours.
    """
    files: dict[str, bytes] = {}
    entries: list[Entry] = []
    drawn: dict[str, bytes] = {}
    drawn_by = _drawn_by() if options.previews else ""
    with Previews(files, former_kit(folder, drawn_by)) as pictures:
        for print_ in built.prints:
            progress(print_.bestand)
            name, profile = f"{print_.profile}/{print_.bestand}", built.profile_of(print_)
            pdf = drawn.get(print_.drawn_as) or print_pdf(built, print_, options)
            if print_.drawn_as:
                drawn[print_.drawn_as] = pdf
            files[name] = pdf
            entries.append({**_entry(name, print_), **profile.inspected(print_, pdf)})
            # The pictures show the kit once, as its first profile has it.
            if options.previews and profile is built.profiles[0]:
                entries += pictures.add(name, pdf, print_, profile.pictures)
        if options.previews:
            progress("overzicht.png")
            entries.append(pictures.overview(built, options))
    manifest = {
        "programma": "speelveld",
        "versie": resources.program_version(),
        "casus": {"titel": unmarked(built.casus.titel), "gemeente": str(built.casus.gemeente)},
        "datum": options.date.strftime("%Y-%m-%d"),
        "tafels": built.tables,
        "deelnemers": built.participants,
        "inktarm": options.low_ink,
        **{key: value for profile in built.profiles for key, value in profile.facts().items()},
        **({"printer": {"naam": options.printer.printer, **options.printer.as_data()}} if options.printer else {}),
        "layouts": [{"bestand": path.name, "sha256": digest(path.read_bytes())} for path in built.layouts],
        **({DRAWN_BY: drawn_by} if drawn_by else {}),
        "bestanden": entries,
    }
    return write_kit(folder, files, manifest), manifest


def _drawn_by() -> str:
    from speelveld.output.previews import drawn_by

    return drawn_by()


def _entry(name: str, print_: Print) -> Entry:
    on_paper = {
        "papier": print_.paper,
        "gewicht": print_.weight,
        "zijden": "dubbel" if print_.two_sided else "enkel",
        "vellen": print_.sheets,
        **({"exemplaren": print_.copies} if print_.copies else {}),
    }
    return {
        "bestand": name,
        "titel": print_.titel,
        "profiel": print_.profile,
        **(on_paper if print_.paper else {}),
        "bladzijden": len(print_.pages),
        "onderdelen": [_part_entry(part, on_paper=bool(print_.paper)) for part in print_.parts],
    }


def _part_entry(part: Part, *, on_paper: bool) -> Entry:
    return {
        "onderdeel": part.naam,
        "bladzijden": len(part.pages),
        **({"vellen": part.sheets} if on_paper else {}),
        "per": part.per,
        "kaarten": part.cards,
        "lettertrap": part.step,
    }
