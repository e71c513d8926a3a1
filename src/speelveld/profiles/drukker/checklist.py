"""What a print shop's files are checked for, before and after they are made, as words and as data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from speelveld.geometry import Size
from speelveld.pages import Print
from speelveld.paper import PRESS_STANDARDS, in_mm
from speelveld.pdf.preflight import Findings, inspect
from speelveld.profiles.columns import columns
from speelveld.profiles.drukker.icc import profile_name
from speelveld.profiles.drukker.shop import LEAST_DPI, THINNEST, PrintShop
from speelveld.units import spoken, to_mm

Data = dict[str, Any]

# A file has three digits; what differs less than this is the same length.
_SAME = 0.01
_GOOD, _MIND = "goed", "let op"


def shop_data(shop: PrintShop) -> Data:
    """Return what the files are made for, as `kit.json` says it."""
    return {
        "naam": shop.name,
        "norm": PRESS_STANDARDS[shop.standard].name,
        "icc": profile_name(shop.profile),
        "conditie": shop.condition,
        "afloop": _mm(shop.bleed),
        "veilig": _mm(shop.safe),
        "inkt": shop.ink,
        "dpi": LEAST_DPI,
        "dunste_lijn": _mm(THINNEST),
        "snijtekens": shop.marks,
        "bestanden": "apart" if shop.apart else "samen",
        "eerst": "achterkant" if shop.backs_first else "voorkant",
    }


def conditions(shop: PrintShop, prints: Sequence[Print]) -> list[str]:
    """Return the lines to show before the files are made: what they will keep to, and how many pages each gets."""
    condition = f"{shop.condition}, {profile_name(shop.profile)}" if shop.condition else profile_name(shop.profile)
    rows = [(print_.bestand, f"{len(print_.pages)} blz.", trim_of(print_), sides_of(shop, print_)) for print_ in prints]
    return [
        f"Drukwerk voor {shop.name}. Hier worden de bestanden op nagekeken:",
        f"  norm          {PRESS_STANDARDS[shop.standard].name}; drukprofiel {condition}",
        f"  afloop        {_spoken(shop.bleed)} mm om elke bladzijde; {'met' if shop.marks else 'zonder'} snijtekens",
        f"  veilig        tekst blijft {_spoken(shop.safe)} mm van de snijlijn",
        f"  kleur         alleen CMYK, ten hoogste {shop.ink} % inkt; zwarte tekst is 100 % zwart en drukt over",
        f"  plaatjes      ten minste {LEAST_DPI} dpi",
        f"  lijnen        ten minste {_spoken(THINNEST)} mm; letters in het bestand",
        "",
        *columns(rows),
    ]


def inspected(print_: Print, data: bytes, shop: PrintShop) -> Data:
    """Return what was found in the bytes of a file, for its entry in `kit.json`."""
    findings = inspect(data)
    return {
        "keuring": {
            "uitkomst": _MIND if any(_faults(findings, print_, shop)) else _GOOD,
            "opmerkingen": list(_faults(findings, print_, shop)),
            "norm": findings.version,
            "pdf": findings.pdf,
            "bladzijden": findings.pages,
            "snijmaat": [in_mm(trim) for trim in findings.trims],
            "afloop": None if findings.bleed is None else _mm(findings.bleed),
            "conditie": findings.condition,
            "inkt": round(findings.ink, 1),
            "dpi": None if findings.dpi is None else round(findings.dpi),
            "dunste_lijn": None if findings.thinnest is None else _mm(findings.thinnest),
            "lettertypen": list(findings.fonts),
        }
    }


def outcome(entries: Sequence[Mapping[str, Any]], *, short: bool = False) -> list[str]:
    """Return the lines to show after the files are made, from their entries in `kit.json`.

    In short only those of files in which something is amiss, and how many are right.
    """
    if short:
        amiss = [entry for entry in entries if entry["keuring"]["opmerkingen"]]
        right = len(entries) - len(amiss)
        told = f"Nagekeken in de bestanden voor de drukker: {right} van de {len(entries)} goed."
        return [told, *(outcome(amiss)[1:] if amiss else ())]
    rows, remarks = [], []
    for entry in entries:
        keuring = entry["keuring"]
        name = str(entry["bestand"]).rpartition("/")[2]
        line = "geen lijnen" if keuring["dunste_lijn"] is None else f"lijn {_number(keuring['dunste_lijn'])} mm"
        dots = "geen plaatjes" if keuring["dpi"] is None else f"{keuring['dpi']} dpi"
        size = f"{' en '.join(keuring['snijmaat'])} + {_number(keuring['afloop'])} mm"
        said = f"{keuring['norm']}, {keuring['bladzijden']} blz., {size}"
        count = len(keuring["lettertypen"])
        letters = f"{count} {'lettertype' if count == 1 else 'lettertypen'} ingesloten"
        rows.append((keuring["uitkomst"], name, said, f"inkt {_number(keuring['inkt'])} %", dots, line, letters))
        remarks += [f"  {_MIND}: {name}: {text}" for text in keuring["opmerkingen"]]
    return ["Nagekeken in de bestanden zelf:", *columns(rows), *remarks]


def _faults(findings: Findings, print_: Print, shop: PrintShop) -> Iterator[str]:
    """Yield what a print shop would refuse, in words."""
    standard, ink = PRESS_STANDARDS[shop.standard], _number(round(findings.ink, 1))
    bleed, thinnest, dpi = findings.bleed or 0.0, findings.thinnest or THINNEST, findings.dpi or LEAST_DPI
    checks = {
        f"het bestand is geen {standard.name}": (findings.version, findings.pdf) != (standard.name, standard.version),
        f"er zijn {findings.pages} bladzijden en geen {len(print_.pages)}": findings.pages != len(print_.pages),
        "er is een bladzijde zonder snijlijn of afloop": findings.bleed is None,
        f"de afloop is {_spoken(bleed)} mm": findings.bleed is not None and bleed < shop.bleed - _SAME,
        "het drukprofiel ontbreekt": findings.condition != (shop.condition or "Custom"),
        f"er is een plek met {ink} % inkt": findings.ink > shop.ink + _SAME,
        f"er is een plaatje met {dpi:.0f} dpi": dpi < LEAST_DPI - 0.5,
        f"er is een lijn van {_spoken(thinnest)} mm": thinnest < THINNEST - _SAME,
        f"deze letters ontbreken: {', '.join(findings.loose_fonts)}": bool(findings.loose_fonts),
        "er zijn kleuren die geen CMYK zijn": bool(findings.foreign),
        "er is zwarte tekst die niet overdrukt": not findings.black_overprints,
        "er drukt iets over dat niet zwart is": not findings.others_knock_out,
        "er is iets doorzichtig": findings.transparent and shop.standard == "x1a",
        "er staat een link of notitie op een bladzijde": bool(findings.annotations),
        "het bestand zegt niet of er overvulling in zit": findings.trapped != "/False",
    }
    yield from (text for text, wrong in checks.items() if wrong)


def trim_of(print_: Print) -> str:
    """Return what the pages of a file are cut to."""
    box = print_.pages[0].trim
    assert box is not None
    return in_mm(Size(box.width, box.height))


def sides_of(shop: PrintShop, print_: Print) -> str:
    """Return which sides of what lie in a file, in which order."""
    if not print_.two_sided:
        return "één kant"
    if shop.apart:
        return "voorkanten" if not print_.pages[0].back else "achterkanten"
    first, then = ("achterkant", "voorkant") if shop.backs_first else ("voorkant", "achterkant")
    return f"{first} en {then} om en om"


def _mm(length: float) -> float:
    return round(to_mm(length), 2)


def _spoken(length: float) -> str:
    return spoken(to_mm(length), signed=False)


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}".replace(".", ",")
