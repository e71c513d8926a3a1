"""Games to try the rules on: the standard deck, and decks that chance makes, stranger than anyone would."""

from dataclasses import replace
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

from speelveld.build.pipeline import load
from speelveld.deck import choose_cards
from speelveld.deck.rules import Rules, load_rules
from speelveld.proefspeel.playing import table_of
from speelveld.proefspeel.table import Table, lay_out

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "decks" / "basis" / "spel.yaml"


def standard(duur: int = 120, casus: str = "nieuw", **own: int) -> Table:
    loaded = load(ROOT / "decks" / casus, "casus.yaml")
    cards = choose_cards(loaded.casus, loaded.deck)
    return table_of(loaded.casus, cards, load_rules(RULES, duur, own))


def strange(seed: int) -> Table:
    """Return rules and cards of which every number is chance: short piles, dear cards, few roles, a crowded path."""
    dice = Random(seed)
    rules = _rules(dice)
    rollen = [
        SimpleNamespace(
            id=f"r{n}", naam=f"rol {n}", groep=dice.choice(rules.groepen), kracht=dice.choice(rules.krachten)
        )
        for n in range(dice.randint(1, 14))
    ]
    aanpakken = [
        SimpleNamespace(
            id=f"a{n}",
            titel=f"aanpak {n}",
            geld=dice.randint(0, 4),
            tijd=dice.randint(0, 3),
            stappen=dice.randint(0, 7),
            steun=dice.randint(-2, 3),
            regie=dice.randint(-2, 2),
            vraagt=tuple(dice.sample(rules.groepen, dice.randint(0, 2))),
        )
        for n in range(dice.randint(1, 16))
    ]
    kansen = [_event(dice, rules, f"k{n}") for n in range(dice.randint(0, 5))]
    uitdagingen = [_event(dice, rules, f"u{n}") for n in range(dice.randint(0, 5))]
    ids = [aanpak.id for aanpak in aanpakken]
    opgaven = [
        SimpleNamespace(
            id=f"o{n}",
            titel=f"opgave {n}",
            hart=tuple(dice.sample(rules.groepen, dice.choice([0, 2, 2]))),
            past=tuple(dice.sample(ids, min(len(ids), dice.randint(0, 3)))),
        )
        for n in range(dice.randint(0, 4))
    ]
    own = [card.id for card in (*aanpakken, *kansen, *uitdagingen) if dice.random() < 0.2]
    named = [rol.id for rol in rollen if dice.random() < 0.4]
    return lay_out(rules, rollen, aanpakken, kansen, uitdagingen, opgaven, named, own)  # type: ignore[arg-type]


def _rules(dice: Random) -> Rules:
    rules = load_rules(RULES, 120, {})
    pad = dice.randint(12, 30)
    spaces = dice.sample(range(1, pad), dice.randint(3, 11))
    return replace(
        rules,
        geld=dice.randint(0, 15),
        tijd=dice.randint(1, 12),
        steun=dice.randint(0, 10),
        regie=dice.randint(0, 6),
        pad=pad,
        vakken={space: dice.choice(["kans", "uitdaging", "thematafel"]) for space in spaces},
        aanpakken=dice.randint(1, 7),
        dreamteam=dice.randint(1, 7),
        open_rollen=dice.randint(1, 12),
        open_aanpakken=dice.randint(1, 14),
        weinig_steun=dice.randint(0, 4),
        weinig_steun_tijd=dice.randint(0, 2),
        veel_steun=dice.randint(6, 9),
        veel_steun_stappen=dice.randint(0, 2),
        groep_ontbreekt_steun=dice.randint(0, 2),
        fiche_tekort_tijd=dice.randint(0, 2),
        herleggen=dice.randint(0, 3),
        herleggen_tijd=dice.randint(0, 2),
        hart_mensen=dice.randint(1, 3),
        hart_steun=dice.randint(0, 2),
        past_stappen=dice.randint(0, 2),
        eigen_bovenop=dice.randint(0, 3),
    )


def _event(dice: Random, rules: Rules, name: str) -> Any:
    def way() -> dict[str, int]:
        return {
            "geld": dice.randint(-3, 2),
            "tijd": dice.choice([-2, -1, 0, 0, 0, 1]),
            "steun": dice.randint(-3, 3),
            "regie": dice.randint(-2, 2),
            "stappen": dice.randint(0, 4),
        }

    asks = dice.choice(["groep", "kracht", "regie"])
    value = {"groep": dice.choice(rules.groepen), "kracht": dice.choice(rules.krachten), "regie": dice.randint(0, 6)}
    condition = SimpleNamespace(**{key: value[key] if key == asks else None for key in value})
    return SimpleNamespace(
        id=name, titel=name, regels=SimpleNamespace(**way()), mogelijkheid=SimpleNamespace(**way(), als=condition)
    )
