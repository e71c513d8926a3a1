"""What each key of a casus is called on the page, for who never saw the file: here and nowhere else.

A key that an author chose (of an own kind of card, of a list of words) has no name here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A name for a value, what it is for, and whether the bounds of a number help who fills it in."""

    label: str
    help: str
    bounds: bool = True


_SEEN = "Bijvoorbeeld: klopt, met de dag erbij. Dit wordt niet geprint."
_WEB = "Waar dit op het web staat. Begin met https://."
_FILE = "De naam van een bestand in de map van uw casus"
_DRAWN = "Op de tekening van deze rol"
_SHORT = "Vul de korte naam van die kaart in."
_MONEY = "In geldfiches. Met een min: dat gaat eraf."
_TIME = "In kwartalen. Met een min: dat gaat eraf."
_SCALE = "Met een min: dat gaat eraf."

LABELS: Mapping[str, Label] = {
    "formaat": Label("Versie van het bestand", "Die kiest het programma."),
    "titel": Label("Titel van de casus", "Kort, met waar het over gaat."),
    "gemeente": Label("Gemeente", "De naam van uw gemeente."),
    "landschap": Label("Omgeving", "Zo wordt de straat op het bord en de papieren getekend."),
    "vraag": Label("Vraag van de casus", "Daar gaat het hele spel over. Begin met: Hoe zorgen we samen dat …"),
    "verhaal": Label("Verhaal", "Dit wordt hardop voorgelezen. Laat een regel leeg tussen twee alinea’s."),
    "let_op": Label(
        "Vooraf voor de spelleider", "Wat die moet weten, zoals wat u niet belooft. Een ander leest dit niet."
    ),
    "opening": Label("Wat de spelleider zegt aan het begin", "Over dit onderwerp, hardop."),
    "slot": Label("Wat de spelleider zegt aan het eind", "Zoals bij wie u verder kunt praten."),
    "aan_tafel": Label("Rol die altijd open ligt", _SHORT),
    "weglaten": Label("Standaardkaart die niet meedoet", _SHORT),
    "*.id": Label("Korte naam", "Zo heet deze kaart in het bestand. Wie speelt, ziet dat niet."),
    "*.titel": Label("Titel", "Kort: hij staat groot op de kaart."),
    "*.icoon": Label("Tekening op de kaart", "De naam van een teken van lucide.dev, zoals sprout."),
    "*.bron": Label("Waar dit vandaan komt", "Waar dit in het echt gebeurde of geldt."),
    "*.url": Label("Webadres van de bron", _WEB),
    "*.nagezocht": Label("Is de bron nagezocht?", _SEEN),
    "*.vervangt": Label("Standaardkaart die hiervoor weggaat", _SHORT),
    "cijfers.tekst": Label("Zin met het cijfer", "Eén zin met het getal erin."),
    "cijfers.bron": Label("Bron van het cijfer", "Wie dit heeft gemeten of geteld."),
    "cijfers.jaar": Label("Jaar van het cijfer", "Over welk jaar het cijfer gaat.", bounds=False),
    "cijfers.url": Label("Webadres van het cijfer", _WEB),
    "cijfers.nagezocht": Label("Is het cijfer nagezocht?", _SEEN),
    "cijfers.getal": Label("Getal dat groot staat", "Welk getal uit de zin dat is. Of: geen."),
    "*.cijfer.tekst": Label("Zin met het cijfer", "Eén zin met het getal erin."),
    "*.cijfer.bron": Label("Bron van het cijfer", "Wie dit heeft gemeten of geteld."),
    "*.cijfer.jaar": Label("Jaar van het cijfer", "Over welk jaar het cijfer gaat.", bounds=False),
    "*.cijfer.url": Label("Webadres van het cijfer", _WEB),
    "*.cijfer.nagezocht": Label("Is het cijfer nagezocht?", _SEEN),
    "*.cijfer.getal": Label("Getal dat groot staat", "Welk getal uit de zin dat is. Of: geen."),
    "kader.geld": Label("Hoeveel geld er is", "In woorden. Noem een bedrag, als u dat weet."),
    "kader.tijd": Label("Hoeveel tijd er is", "In woorden, zoals: het plan moet voor de zomer klaar zijn."),
    "kader.vast": Label("Wat al vastligt", "Eén ding dat niet meer verandert."),
    "kader.beslist": Label("Wie beslist", "En wanneer."),
    "kader.uitkomst": Label("Wat er met de uitkomst gebeurt", "En binnen welke tijd."),
    "opgaven.vraag": Label("Vraag", "De vraag van deze opgave. Begin met: Hoe zorgen we samen dat …"),
    "opgaven.voor_wie": Label("Voor wie dit is", "Voor welke mensen deze opgave is."),
    "opgaven.schuurt": Label("Waar het schuurt", "Wat hier moeilijk is, en waarover mensen anders denken."),
    "opgaven.merkt": Label(
        "Wat mensen straks merken", "Wat beter is als het lukt. Op de kaart staat erboven: Straks merkt u."
    ),
    "opgaven.hart": Label("Groep om wie het draait", "Kies de twee groepen voor wie deze opgave het meest telt."),
    "opgaven.past": Label("Aanpak die hier past", _SHORT),
    "rollen.naam": Label("Wie deze rol is", "Zo staat het boven de kaart."),
    "rollen.groep": Label("Groep van deze rol", "Bij welke groep deze rol hoort."),
    "rollen.kracht": Label("Kracht van deze rol", "Waarmee deze rol kan helpen."),
    "rollen.uitspraak": Label("Wat deze rol zegt", "In de ik-vorm."),
    "rollen.wil": Label("Wat deze rol wil", "Op de kaart staat erboven: U wilt."),
    "rollen.brengt": Label("Wat deze rol inbrengt", "Op de kaart staat erboven: U brengt in."),
    "rollen.niet_alleen": Label("Wat deze rol niet alleen kan", "Waarvoor anderen nodig zijn."),
    "*.portret.huid": Label("Kleur van de huid", f"{_DRAWN}, van heel licht (1) tot heel donker (6)."),
    "*.portret.haar": Label("Haar", f"{_DRAWN}."),
    "*.portret.haarkleur": Label("Kleur van het haar", f"{_DRAWN}."),
    "*.portret.bril": Label("Met een bril", f"{_DRAWN}."),
    "*.portret.baard": Label("Met een baard", f"{_DRAWN}."),
    "*.portret.hoofddoek": Label("Met een hoofddoek", f"{_DRAWN}."),
    "*.portret.hoorapparaat": Label("Met een hoorapparaat", f"{_DRAWN}."),
    "*.portret.rolstoel": Label("In een rolstoel", f"{_DRAWN}."),
    "*.portret.kleren": Label("Kleren", f"{_DRAWN}."),
    "aanpakken.tekst": Label("Wat we doen", "Zo dat iemand het voor zich ziet."),
    "aanpakken.geld": Label("Geld dat het kost", "In geldfiches."),
    "aanpakken.tijd": Label("Tijd die het kost", "In kwartalen."),
    "aanpakken.stappen": Label("Stappen die het brengt", "Zoveel stappen gaat de pion vooruit."),
    "aanpakken.steun": Label("Steun die het brengt", _SCALE),
    "aanpakken.regie": Label("Regie die het brengt", _SCALE),
    "aanpakken.vraagt": Label("Groep die nodig is", "Zonder deze groep lukt de aanpak maar half."),
    "*.regels.tekst": Label("Volgens de regels: wat we doen", "Dit mag altijd."),
    "*.regels.geld": Label("Volgens de regels: geld", _MONEY),
    "*.regels.tijd": Label("Volgens de regels: tijd", _TIME),
    "*.regels.steun": Label("Volgens de regels: steun", _SCALE),
    "*.regels.regie": Label("Volgens de regels: regie", _SCALE),
    "*.regels.stappen": Label("Volgens de regels: stappen", "Zoveel stappen gaat de pion vooruit."),
    "*.mogelijkheid.tekst": Label("Volgens de mogelijkheden: wat we doen", "Dit kan alleen met hulp."),
    "*.mogelijkheid.geld": Label("Volgens de mogelijkheden: geld", _MONEY),
    "*.mogelijkheid.tijd": Label("Volgens de mogelijkheden: tijd", _TIME),
    "*.mogelijkheid.steun": Label("Volgens de mogelijkheden: steun", _SCALE),
    "*.mogelijkheid.regie": Label("Volgens de mogelijkheden: regie", _SCALE),
    "*.mogelijkheid.stappen": Label("Volgens de mogelijkheden: stappen", "Zoveel stappen gaat de pion vooruit."),
    "*.mogelijkheid.als.groep": Label("Kan alleen met deze groep", "Een rol uit deze groep moet dan helpen."),
    "*.mogelijkheid.als.kracht": Label("Kan alleen met deze kracht", "Een rol met deze kracht moet dan helpen."),
    "*.mogelijkheid.als.regie": Label("Kan alleen met zoveel regie", "Of meer."),
    "kansen.titel": Label("Wat er gebeurt, kort", "In een paar woorden: het staat groot op de kaart."),
    "kansen.tekst": Label("Wat er gebeurt", "De situatie, in twee of drie zinnen."),
    "uitdagingen.titel": Label("Wat er gebeurt, kort", "In een paar woorden: het staat groot op de kaart."),
    "uitdagingen.tekst": Label("Wat er gebeurt", "De situatie, in twee of drie zinnen."),
    "bijeenkomst.datum": Label("Dag", "Zoals 2026-12-03, of in woorden."),
    "bijeenkomst.tijd": Label("Hoe laat het begint", "Zoals 19:30. Het eind mag erbij."),
    "bijeenkomst.plaats": Label("Waar het is", "Het gebouw en de zaal."),
    "bijeenkomst.contact": Label("Bij wie mensen terechtkunnen", "Een mailadres of een telefoonnummer."),
    "bijeenkomst.spelleider": Label("Wie het spel leidt", "Een naam, of wat iemand doet."),
    "bijeenkomst.duur": Label("Hoe lang het duurt", "In minuten."),
    "bijeenkomst.tafels": Label("Hoeveel tafels", "Aan elke tafel speelt één groep."),
    "bijeenkomst.deelnemers": Label("Hoeveel mensen meedoen", "Zonder de spelleiders."),
    "spel.geld": Label("Geld aan het begin", "In geldfiches."),
    "spel.tijd": Label("Tijd aan het begin", "In kwartalen."),
    "spel.steun": Label("Steun aan het begin", "Waar de steun begint op het bord."),
    "spel.regie": Label("Regie aan het begin", "Waar de regie begint op het bord."),
    "spel.pad": Label("Stappen tot het resultaat", "Zo lang is het pad op het bord."),
    "spel.fiche": Label("Wat één geldfiche waard is", "Een bedrag, zoals € 30.000."),
    "verloop.titel": Label("Titel van het verloop", "Van wat tot wat het gaat."),
    "verloop.uitleg": Label("Hoe u het verloop leest", "Dit staat boven aan het blad."),
    "verloop.stappen.naam": Label("Naam van deze stap", "Kort."),
    "verloop.stappen.tekst": Label("Wat er dan gebeurt", "In een of twee zinnen."),
    "verloop.stappen.vraag": Label("Vraag voor aan tafel", "Waar de groep bij deze stap over praat."),
    "gebieden.naam": Label("Naam van het gebied", "Zoals mensen het noemen."),
    "gebieden.tekst": Label("Wat hier speelt", "In een of twee zinnen."),
    "gebieden.opgaven": Label("Opgave die hier speelt", "Vul de korte naam van die opgave in."),
    "gebieden.resultaten": Label("Wat hier straks beter is", "Eén ding dat mensen merken."),
    "gebieden.middelen": Label("Wat daarbij helpt", "Zoals een subsidie."),
    "huisstijl.kleur": Label("Kleur van de gemeente", "Zoals #005ca9."),
    "huisstijl.logo": Label("Bestand met het logo", f"{_FILE}: png, jpg of svg."),
    "huisstijl.logo_tekst": Label("Logo in woorden", "Dit hoort wie het logo niet ziet."),
    "huisstijl.lettertype.gewoon": Label("Gewone letter", f"{_FILE}: ttf, otf of woff2."),
    "huisstijl.lettertype.halfvet": Label("Halfvette letter", f"{_FILE}."),
    "huisstijl.lettertype.vet": Label("Vette letter", f"{_FILE}."),
    "huisstijl.lettertype.cursief": Label("Schuine letter", f"{_FILE}."),
    "huisstijl.lettertype.vet_cursief": Label("Vette schuine letter", f"{_FILE}."),
    "afbeelding.bestand": Label("Bestand met het plaatje", f"{_FILE}: png of jpg."),
    "afbeelding.alt": Label("Plaatje in woorden", "Dit hoort wie het plaatje niet ziet."),
    "afbeelding.bron": Label("Maker van het plaatje", "Van wie het plaatje is."),
    "kaartsoorten.naam": Label("Naam van deze soort kaarten", "Zo heet ook het bestand met deze kaarten."),
    "kaartsoorten.layout": Label("Bestand met de voorkant", f"{_FILE}: de opmaak."),
    "kaartsoorten.keerzijde": Label("Bestand met de achterkant", f"{_FILE}: de opmaak."),
    "kaartsoorten.formaat": Label("Maat van deze kaarten", "Groot, klein of een eigen maat."),
    "taal.casus": Label("Taal van de casus", "Als dat geen Nederlands is."),
    "taal.negeer.controle": Label("Melding die weg mag: welke controle", "Het woord dat voor de melding staat."),
    "taal.negeer.tekst": Label("Melding die weg mag: welke tekst", "Het woord uit de melding, of de eerste woorden."),
    "taal.negeer.veld": Label("Melding die weg mag: waar", "Alleen in teksten onder deze sleutel van het bestand."),
}

_WORD = "Zo heet dit in uw spel."
_OF_A_WORD: Mapping[str, Label] = {
    "woord": Label("Uw woord", _WORD),
    "lidwoord": Label("De of het", "Wat er voor uw woord staat."),
    "meervoud": Label("Uw woord voor meer dan één", "Zoals: vraagstukken."),
    "samenstelling": Label("Uw woord aan een ander woord vast", "Zoals mogelijkheids- in mogelijkheidskaart."),
}
_LISTS_OF_WORDS = ("jargon", "werkwoorden")
_OWN_WORDS: Mapping[str, Label] = {
    "gemeente": Label("Wie de vraag stelt", "Als dat geen gemeente is."),
}

# What stands in a list or block, for who hears a name with its label; of a list, with its name or number.
HOLDERS: Mapping[str, str] = {
    "opgaven": "Opgave",
    "rollen": "Rol",
    "aanpakken": "Aanpak",
    "kansen": "Kans",
    "uitdagingen": "Uitdaging",
    "cijfers": "Cijfer",
    "kaarten": "Kaart",
    "kaartsoorten": "Soort kaarten",
    "stappen": "Stap",
    "gebieden": "Gebied",
    "negeer": "Melding die weg mag",
    "kader": "Kader",
    "bijeenkomst": "Bijeenkomst",
    "spel": "Begin van het spel",
    "verloop": "Verloop",
    "huisstijl": "Huisstijl",
    "afbeelding": "Plaatje",
    "woorden": "Uw woorden",
    "jargon": "Uw vaktaal",
    "werkwoorden": "Uw vaktaal",
    "taal": "Taal",
}


def label_of(keys: Sequence[str]) -> Label | None:
    """Return what the value at a path is called, by the keys of the path; None where its author chose the key."""
    if keys[0] == "woorden" and len(keys) > 1:
        if len(keys) == 2:
            return _OWN_WORDS.get(keys[1]) or Label(f"Uw woord voor ‘{keys[1]}’", _WORD)
        return _OF_A_WORD.get(keys[2])
    if keys[:2] == ["kaartsoorten", "kaarten"]:
        return LABELS["*.titel"] if keys[2:] == ["titel"] else None
    if keys[0] == "taal" and len(keys) == 3 and keys[1] in _LISTS_OF_WORDS:
        return Label(f"Liever dan ‘{keys[2].replace('|', '')}’", "Dit raadt de controle van de taal dan aan.")
    ends = (".".join(("*", *keys[start:])) for start in range(1, len(keys)))
    return next((LABELS[each] for each in (".".join(keys), *ends) if each in LABELS), None)
