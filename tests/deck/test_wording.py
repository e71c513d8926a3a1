"""The game's words are swapped in a sentence with their grammar: articles, adjectives, pronouns, compounds."""

import pytest

from speelveld.woorden import WOORDEN, Lidwoord, Woord, Wording, capital, known_forms
from speelveld.woorden.spelling import with_e, without_e


def calls(key: str, word: str, article: Lidwoord, plural: str | None, start: str = "") -> Wording:
    return Wording({key: Woord(word, article, plural, start or word)})


KRING = calls("dreamteam", "kring", "de", "kringen")
DOEL = calls("opgave", "doel", "het", "doelen")
PERSONAGE = calls("rol", "personage", "het", "personages")
PLAN = calls("aanpak", "plan", "het", "plannen")
SCHAP = calls("gemeente", "waterschap", "het", "waterschappen")
CORPORATIE = calls("gemeente", "corporatie", "de", "corporaties")
TEGENSLAG = calls("uitdaging", "tegenslag", "de", "tegenslagen")


@pytest.mark.parametrize(
    ("wording", "said", "then"),
    [
        (KRING, "Het dreamteam is klaar.", "De kring is klaar."),
        (KRING, "een goed dreamteam, het goede dreamteam", "een goede kring, de goede kring"),
        (KRING, "Ons dreamteam. Dit dreamteam, dat dreamteam", "Onze kring. Deze kring, die kring"),
        (KRING, "elk nieuw dreamteam, welk groot dreamteam", "elke nieuwe kring, welke grote kring"),
        (KRING, "uw eigen dreamteam", "uw eigen kring"),
        (KRING, "geen leeg dreamteam", "geen lege kring"),
        (KRING, "Een dreamteam dat werkt, helpt.", "Een kring die werkt, helpt."),
        (KRING, "twee dreamteams op het dreamteamblad", "twee kringen op het kringblad"),
        (KRING, "DREAMTEAM", "KRING"),
        (KRING, "Dreamteamblad", "Kringblad"),
        (DOEL, "Wie zegt dat dit de opgave is?", "Wie zegt dat dit het doel is?"),
        (DOEL, "Onze opgave en onze eigen opgave", "Ons doel en ons eigen doel"),
        (DOEL, "de opgave die nu voorgaat", "het doel dat nu voorgaat"),
        (DOEL, "Van wie is deze opgave?", "Van wie is dit doel?"),
        (DOEL, "Dezelfde opgave", "Hetzelfde doel"),
        (DOEL, "opgave- en rolkaarten", "doel- en rolkaarten"),
        (DOEL, "opgavegericht werken, Opgave-sturing, de opgavemanager", None),
        (PERSONAGE, "Kies een rol die niet uw eigen werk is.", "Kies een personage dat niet uw eigen werk is."),
        (PERSONAGE, "één willekeurige rol", "één willekeurig personage"),
        (PERSONAGE, "Een gedraaide rol telt.", "Een gedraaid personage telt."),
        (PERSONAGE, "Mag onze eigen rol eruit?", "Mag ons eigen personage eruit?"),
        (PERSONAGE, "Iedere rol, iedere lege rol", "Ieder personage, ieder leeg personage"),
        (PERSONAGE, "Geen rolstoel en geen controle.", None),
        (PERSONAGE, "Leg de rolkaart op een rolkaart.", "Leg de personagekaart op een personagekaart."),
        (PLAN, "de volgende aanpak, een eerste aanpak", "het volgende plan, een eerste plan"),
        (PLAN, "De aanpakken liggen open.", "De plannen liggen open."),
        (SCHAP, "Wat doet de gemeente straks niet meer zelf?", "Wat doet het waterschap straks niet meer zelf?"),
        (SCHAP, "Eén voorbeeld uit deze gemeente.", "Eén voorbeeld uit dit waterschap."),
        (SCHAP, "iemand van een gemeente die meedoet", "iemand van een waterschap dat meedoet"),
        (CORPORATIE, "Gemeente Zutphen. Alle gemeenten.", "Corporatie Zutphen. Alle corporaties."),
        (CORPORATIE, "vrijwilligers en gemeente", "vrijwilligers en corporatie"),
        # Longer words are of real gemeenten, whoever asks the question.
        (CORPORATIE, "Het gemeentehuis, de gemeenteraad en de Gemeentewet.", None),
        (CORPORATIE, "De buurgemeente deelt haar aanpak; een gemeentelijk plan.", None),
        (TEGENSLAG, "een nieuwe uitdaging die komt", "een nieuwe tegenslag die komt"),
        (calls("kans", "mogelijkheid", "de", "mogelijkheden", "mogelijkheids"), "kanskaart", "mogelijkheidskaart"),
        (
            calls("steun", "draagvlak", "het", None),
            "Steun gaat omhoog. De steun",
            "Draagvlak gaat omhoog. Het draagvlak",
        ),
        (calls("speelveld", "terrein", "het", "terreinen"), "Speelveld 0.1.0 · licentie", None),
        (calls("speelveld", "arena", "de", "arena’s"), "Het speelveld. Speelveld: ruimte", "De arena. Arena: ruimte"),
    ],
)
def test_a_word_is_swapped_with_its_grammar(wording: Wording, said: str, then: str | None) -> None:
    assert wording.changed(said)[0] == (said if then is None else then)


def test_words_may_change_places() -> None:
    both = Wording(
        {
            "kans": Woord("uitdaging", "de", "uitdagingen", "uitdaging"),
            "uitdaging": Woord("kans", "de", "kansen", "kans"),
        }
    )
    assert both.changed("Een kans of uitdaging. Kansen.")[0] == "Een uitdaging of kans. Uitdagingen."


@pytest.mark.parametrize(
    ("bare", "inflected"),
    [
        ("nieuw", "nieuwe"),
        ("groot", "grote"),
        ("heel", "hele"),
        ("leeg", "lege"),
        ("dik", "dikke"),
        ("lief", "lieve"),
        ("boos", "boze"),
        ("goed", "goede"),
        ("klein", "kleine"),
        ("dubbel", "dubbele"),
        ("ander", "andere"),
        ("half", "halve"),
        ("lokaal", "lokale"),
        ("gedraaid", "gedraaide"),
        ("vast", "vaste"),
        ("willekeurig", "willekeurige"),
        ("fris", "frisse"),
        ("grijs", "grijze"),
        ("gewoon", "gewone"),
    ],
)
def test_an_adjective_gains_and_loses_its_e(bare: str, inflected: str) -> None:
    assert (with_e(bare), without_e(inflected)) == (inflected, bare)


@pytest.mark.parametrize("adjective", ["eigen", "open", "laatste", "eerste", "tweede", "houten"])
def test_some_adjectives_stay(adjective: str) -> None:
    assert (with_e(adjective), without_e(adjective)) == (adjective, adjective)


@pytest.mark.parametrize(
    ("word", "begun"), [("kring", "Kring"), ("ijsje", "IJsje"), ("één keer", "Eén keer"), ("à", "À")]
)
def test_a_sentence_begins_with_a_capital(word: str, begun: str) -> None:
    assert capital(word) == begun


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("kring", ("de", "kringen")),
        ("buurtkring", ("de", "buurtkringen")),
        ("doel", ("het", "doelen")),
        ("mogelijkheid", ("de", "mogelijkheden")),
        ("verkenning", None),
        ("kliek", None),
        ("ding", None),
        ("personage", None),
        ("wijkteam", ("het", "wijkteams")),
        ("situatie", ("de", "situaties")),
        ("voorstelling", None),
        ("corporatie", ("de", "corporaties")),
        ("waterschap", ("het", "waterschappen")),
        ("basisschool", ("de", "basisscholen")),
        ("scholengemeenschap", ("de", "scholengemeenschappen")),
        ("veiligheidsregio", ("de", "veiligheidsregio’s")),
        ("landschap", None),
        ("verandering", ("de", "veranderingen")),
    ],
)
def test_article_and_plural_are_guessed_only_where_dutch_is_sure(word: str, forms: object) -> None:
    assert known_forms(word) == forms


def test_a_kind_gets_the_first_letter_of_its_name_that_is_free() -> None:
    assert Wording({}).letters == {key: word.letter for key, word in WOORDEN.items() if word.letter}
    assert DOEL.letters["opgave"] == "D"
    assert PERSONAGE.letters["rol"] == "P"
    # A is of the aanpakken, so the letter is the next of the word.
    assert calls("kans", "aanbod", "het", "aanbiedingen").letters["kans"] == "N"
    assert calls("opgave", "era", "de", "era’s").letters["opgave"] == "O"


def test_no_two_kinds_share_a_letter() -> None:
    same = Wording({key: Woord("aaa", "de", "aaas", "aaa") for key in WOORDEN})
    assert len(set(same.letters.values())) == len(same.letters)


@pytest.mark.parametrize(
    ("said", "then"), [("die", "dat"), ("Die", "Dat"), ("haar", "het"), ("de", "het"), ("hij", "het"), ("Zij", "Het")]
)
def test_a_pronoun_follows_the_word_it_stands_for(said: str, then: str) -> None:
    assert PLAN.pronoun(said, "aanpak") == then
    assert PLAN.pronoun(said, "rol") == said
