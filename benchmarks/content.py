"""Opgaven without end, in plain Dutch: the same ones for every program that is measured."""

from dataclasses import dataclass

_THINGS = (
    "rust in de straat", "een vaste plek", "hulp om de hoek", "een warm huis", "werk dat past", "een veilige weg",
    "tijd voor elkaar", "een goed gesprek", "een tuin voor iedereen", "eten uit de buurt", "een eigen kamer",
    "iemand die belt", "een bus die rijdt",
)  # fmt: skip
_PEOPLE = (
    "mensen die alleen wonen", "kinderen die lopen of fietsen", "ouders die vroeg beginnen", "buren zonder auto",
    "wie slecht ter been is", "ondernemers in het dorp", "vrijwilligers van de club",
)  # fmt: skip
_RUBS = (
    "De club wil haar leden houden. Maar wie let op?",
    "Bewoners willen de auto’s weg. Ouders willen dichtbij stoppen.",
    "Groot is goedkoper per plaats, en klein is dichtbij.",
    "Elke betaler bewaakt zijn eigen geld. Wie doorbetaalt, doet dat voor een ander.",
    "Hulp vragen voelt voor sommigen als falen.",
)
_NOTICES = (
    "Om half negen kunt u in de straat gewoon praten.",
    "U belt één nummer en praat elke week met dezelfde mens.",
    "Elke wijk heeft een vaste plek waar de groep vertrekt.",
    "U loopt in uw eigen wijk ergens binnen, zonder brief.",
)


@dataclass(frozen=True)
class Card:
    """The texts of one opgave."""

    titel: str
    vraag: str
    voor_wie: str
    schuurt: str
    merkt: str


def cards(count: int) -> list[Card]:
    """Return `count` different opgaven."""
    found = []
    for number in range(count):
        thing, people = _THINGS[number % len(_THINGS)], _PEOPLE[number % len(_PEOPLE)]
        found.append(
            Card(
                f"{thing.capitalize()} {number + 1}",
                f"Hoe zorgen we samen dat {people} {thing} vinden?",
                f"{people.capitalize()}, en wie bij hen in straat {number + 1} woont.",
                _RUBS[number % len(_RUBS)],
                _NOTICES[number % len(_NOTICES)],
            )
        )
    return found


def casus(found: list[Card]) -> str:
    """Return a casus with these opgaven."""
    head = (
        "formaat: 1\ntitel: Meten\ngemeente: Proefstad\nvraag: Hoe zorgen we samen dat dit snel gaat?\n"
        "verhaal: Dit verhaal is kort.\n"
        "kader: {geld: Geld., tijd: Tijd., vast: [Niets.], beslist: De raad., uitkomst: Een besluit.}\nopgaven:\n"
    )
    entries = (
        f'  - titel: "{card.titel}"\n    vraag: "{card.vraag}"\n    voor_wie: "{card.voor_wie}"\n'
        f'    schuurt: "{card.schuurt}"\n    merkt: "{card.merkt}"\n'
        for card in found
    )
    return head + "".join(entries)


def own_cards(count: int) -> str:
    """Return `count` cards of a casus's own: roles, aanpakken, and cards of a kind that has a layout of the program."""
    groups = ("inwoners", "ondernemers", "beroepskrachten", "vrijwilligers", "gemeente")
    roles = "".join(
        f"  - naam: Buur {number}\n    groep: {groups[number % len(groups)]}\n    kracht: kennis\n"
        "    wil: wonen in een straat waar mensen elkaar helpen.\n    brengt: een sleutel van het buurthuis.\n"
        "    niet_alleen: een hele straat opknappen.\n    uitspraak: Ik help graag, maar niet elke dag.\n"
        for number in range(count // 2)
    )
    ways = "".join(
        f"  - titel: Samen klussen {number}\n    tekst: Elke zaterdag knappen buren één plek op.\n"
        "    vraagt: [inwoners]\n    geld: 2\n    tijd: 1\n    steun: 1\n    stappen: 3\n"
        for number in range(count - count // 2)
    )
    return f"rollen:\n{roles}aanpakken:\n{ways}"
