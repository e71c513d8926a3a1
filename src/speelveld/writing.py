"""A built kit → files: its PDFs, pictures of their pages, one overview, and the manifest that lists them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from speelveld import resources
from speelveld.options import Options
from speelveld.output.digest import digest
from speelveld.output.folder import KitResult, write_kit
from speelveld.output.previews import overview, render_previews
from speelveld.pdf import Element, Facts, Surface, make_pdf
from speelveld.pipeline import Built
from speelveld.press import Print
from speelveld.typeset import Tag

PREVIEW_DPI = 60
LONGEST_PREVIEW = 1400
FOLDER = "kantoor"


def print_pdf(built: Built, print_: Print, options: Options) -> bytes:
    """Return the PDF of one print job."""

    def draw(surface: Surface) -> None:
        for part in print_.parts:
            element = None
            if surface.structure is not None:
                element = Element(Tag("Sect"))
                surface.structure.root.kids.append(element)
            for page in part.pages:
                surface.start_page(page.size)
                for laid in page.laid:
                    for level, title in laid.frame.headings if surface.structure else ():
                        surface.structure.outline.append((level, title, surface.pages))  # type: ignore[union-attr]
                    surface.draw(laid.frame, laid.box, laid.turn, clip=laid.clip, parent=element)
                surface.end_page()

    gemeente = str(built.casus.gemeente)
    facts = Facts(
        title=f"{print_.titel}: {built.casus.titel}",
        lang="nl-NL",
        author=f"Gemeente {gemeente}" if not gemeente.lower().startswith("gemeente") else gemeente,
        subject=f"Speelveld, onderdeel {print_.titel.lower()}",
        creator=f"speelveld {resources.program_version()}",
        tagged=print_.tagged,
        duplex=("DuplexFlipShortEdge" if options.duplex == "korte-zijde" else "DuplexFlipLongEdge") if print_.two_sided else "Simplex",
    )
    return make_pdf(draw, first=print_.pages[0].size, fonts=built.fonts, facts=facts, date=options.date)


def write(built: Built, folder: Path, options: Options, progress: Callable[[str], None]) -> tuple[KitResult, Mapping[str, object]]:
    """Write the kit into `folder`, whole or not at all, and return what happened and the manifest.

    Raises:
        WriteError: the folder cannot be written, or holds files that are not ours.
    """
    files: dict[str, bytes] = {}
    entries: list[dict[str, object]] = []
    pictures: list[tuple[str, bytes]] = []
    for print_ in built.prints:
        progress(print_.bestand)
        data = print_pdf(built, print_, options)
        name = f"{FOLDER}/{print_.bestand}"
        files[name] = data
        entries.append(
            {
                "bestand": name,
                "titel": print_.titel,
                "profiel": "kantoor",
                "papier": print_.paper,
                "gewicht": print_.weight,
                "zijden": "dubbel" if print_.two_sided else "enkel",
                "bladzijden": len(print_.pages),
                "vellen": print_.sheets,
                "onderdelen": [
                    {"onderdeel": part.naam, "bladzijden": len(part.pages), "vellen": part.sheets, "per": part.per, "kaarten": part.cards, "lettertrap": part.step}
                    for part in print_.parts
                ],
            }
        )
        if options.previews:
            for number, png in enumerate(render_previews(data, PREVIEW_DPI, LONGEST_PREVIEW), 1):
                picture = f"voorbeelden/{print_.bestand.removesuffix('.pdf')}-{number:02d}.png"
                files[picture] = png
                entries.append({"bestand": picture, "van": name, "bladzijde": number})
                pictures.append((print_.titel, png))
    if options.previews:
        progress("overzicht.png")
        files["overzicht.png"] = overview(pictures, built.fonts["gewoon"])
        entries.append({"bestand": "overzicht.png", "titel": "De hele kit in één plaatje"})
    manifest = {
        "programma": "speelveld",
        "versie": resources.program_version(),
        "casus": {"titel": str(built.casus.titel), "gemeente": str(built.casus.gemeente)},
        "datum": options.date.strftime("%Y-%m-%d"),
        "tafels": built.tables,
        "deelnemers": built.participants,
        "layouts": [{"bestand": path.name, "sha256": digest(path.read_bytes())} for path in built.layouts],
        "bestanden": entries,
    }
    return write_kit(folder, files, manifest), manifest
