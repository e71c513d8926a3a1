"""A loaded casus → the trial of it, with the numbers of its own rules and cards."""

from collections.abc import Collection, Mapping

from speelveld.build.pipeline import rules_of
from speelveld.build.studio import Loaded
from speelveld.casus import Casus
from speelveld.deck import Cards, choose_cards, shortages, unplayable
from speelveld.deck.rules import Rules
from speelveld.errors import AuthorError, Problem
from speelveld.proefspeel.own import Eigen, EigenKaart
from speelveld.proefspeel.table import Table, lay_out
from speelveld.proefspeel.trial import Progress, Trial, run_trial

# What a casus can bring that has numbers, and how one of them is called.
OWN = {"aanpakken": "aanpak", "kansen": "kans", "uitdagingen": "uitdaging"}


def try_casus(loaded: Loaded, potjes: int, zaad: int, progress: Progress) -> Trial:
    """Return what `potjes` games of each kind of team show; the same `zaad` gives the same games.

    Raises:
        AuthorError: the casus leaves out all cards of a kind without which nobody can play.
    """
    cards = choose_cards(loaded.casus, loaded.deck)
    source = loaded.casus.weglaten[0].source if loaded.casus.weglaten else loaded.casus.source
    hint = "laat minder kaarten weg met 'weglaten', of maak er zelf bij"
    missing = [kind for kind in ("rollen", "aanpakken") if not cards.of(kind)]
    if missing:
        raise AuthorError(
            [Problem(f"er zijn geen {kind}, dus er valt niet te spelen", source, hint) for kind in missing]
        )

    def table(changed: Mapping[str, int]) -> Table:
        return table_of(loaded.casus, cards, rules_of(loaded.casus, loaded.files, changed))

    return run_trial(table, potjes, zaad, progress, own_cards(loaded))


def own_cards(loaded: Loaded) -> Eigen:
    """Return what the casus brings itself and what can break the balance."""
    casus, rules = loaded.casus, rules_of(loaded.casus, loaded.files)

    def without(gone: Collection[EigenKaart]) -> Table | None:
        names = {card.id for card in gone}
        fewer = casus.model_copy(
            update={kind: [card for card in getattr(casus, kind) if card.id not in names] for kind in OWN}
        )
        cards = choose_cards(fewer, loaded.deck)
        return table_of(fewer, cards, rules) if cards.aanpakken else None

    found = [
        EigenKaart(soort, str(card.id), str(card.titel)) for kind, soort in OWN.items() for card in getattr(casus, kind)
    ]
    return Eigen(found, without)


def table_of(casus: Casus, cards: Cards, rules: Rules) -> Table:
    """Return what lies on the table of a casus."""
    own = {str(card.id) for kind in OWN for card in getattr(casus, kind)}
    return lay_out(
        rules,
        cards.rollen,
        cards.aanpakken,
        cards.kansen,
        cards.uitdagingen,
        opgaven=cards.opgaven if any(opgave.hart or opgave.past for opgave in cards.opgaven) else (),
        genoemd=[str(rol.id) for rol in cards.genoemd],
        eigen=own,
    )


def warnings(loaded: Loaded) -> list[Problem]:
    """Return what is odd about the cards of a casus before a game is played."""
    cards = choose_cards(loaded.casus, loaded.deck)
    return [
        *loaded.warnings,
        *shortages(cards, loaded.rules, loaded.casus),
        *unplayable(cards, loaded.rules, loaded.casus),
    ]
