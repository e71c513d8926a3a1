"""What is allowed in a casus but seldom meant; none of it stops a build."""

from collections.abc import Callable, Iterator

from speelveld.casus.model import Casus
from speelveld.casus.preceded import preceded
from speelveld.casus.unfinished import without_currency
from speelveld.errors import Problem
from speelveld.woorden.moments import DAYS, MONTHS, clock, dag, lacks_year, tijdstip
from speelveld.written.hints import quote
from speelveld.written.tekst import Tekst

_FEWEST, _MOST = 4, 24
_FEWEST_SEATS, _MOST_SEATS = 4, 7
_MOST_IN_TIME = 4
SEATS = f"aan een tafel zitten {_FEWEST_SEATS} tot {_MOST_SEATS} mensen"


def crowd_fits(people: int, tables: int) -> bool:
    """Tell whether so many people sit well at so many tables."""
    return _FEWEST_SEATS * tables <= people <= _MOST_SEATS * tables


def warnings(casus: Casus, *, whole: bool = True) -> list[Problem]:
    """Return what the author had better look at once more.

    Of a casus that is not `whole`, a part of which was left out, not what it lacks as a whole.
    """
    checks: tuple[Callable[[Casus], Iterator[Problem]], ...] = (
        _same_titles,
        _tables,
        _day,
        _time,
        preceded,
        without_currency,
    )
    if whole:
        checks = (
            _opgaven,
            _hearts,
            _same_titles,
            _figures,
            _tables,
            _day,
            _time,
            _gebieden,
            _logo,
            preceded,
            without_currency,
        )
    return [*casus.opgemerkt, *(problem for check in checks for problem in check(casus))]


def _opgaven(casus: Casus) -> Iterator[Problem]:
    number = len(casus.opgaven)
    source = casus.opgaven[0].source
    if number < _FEWEST:
        count = "is één opgave" if number == 1 else f"zijn {number} opgaven"
        yield Problem(f"er {count}; dan valt er weinig te kiezen", source, f"maak er liefst {_FEWEST} of meer")
    if number > _MOST:
        yield Problem(
            f"er zijn {number} opgaven; dat leest niemand aan tafel", source, f"maak er liefst {_MOST} of minder"
        )


def _hearts(casus: Casus) -> Iterator[Problem]:
    """Yield where what an opgave names makes no difference between one opgave and another."""
    hearts = [frozenset(opgave.hart) for opgave in casus.opgaven if opgave.hart]
    # Who puts two people of a group that is in every heart in the dreamteam has done right by any opgave.
    everywhere = sorted(frozenset.intersection(*hearts)) if len(hearts) > 1 else []
    if everywhere:
        what, then = "dezelfde groep in hun hart", "wie daar twee mensen van kiest, zit altijd goed"
        if len(set(hearts)) == 1:
            what, then = "hetzelfde hart", "dan maakt de keuze niets uit"
        message = f"alle opgaven hebben {what}: {' en '.join(everywhere)}; {then}"
        yield Problem(message, casus.opgaven[0].source, "geef elke opgave de twee groepen om wie zij echt draait")
    if hearts and len(hearts) < len(casus.opgaven):
        without = next(opgave for opgave in casus.opgaven if not opgave.hart)
        message = f"de opgave {quote(without.titel)} heeft geen 'hart', en andere wel"
        yield Problem(message, without.source, "schrijf bijvoorbeeld: hart: [inwoners, vrijwilligers]")


def _same_titles(casus: Casus) -> Iterator[Problem]:
    first: dict[str, Tekst] = {}
    for opgave in casus.opgaven:
        if opgave.titel in first:
            line = first[opgave.titel].source.line
            message = f"de opgave {quote(opgave.titel)} heet net als die op regel {line}"
            yield Problem(message, opgave.titel.source, "geef elke opgave een eigen titel")
        first.setdefault(opgave.titel, opgave.titel)


def _figures(casus: Casus) -> Iterator[Problem]:
    if not casus.cijfers and not any(opgave.cijfer for opgave in casus.opgaven):
        hint = "zet er onder 'cijfers:' een of twee neer, met bron en jaar"
        yield Problem("deze casus heeft geen cijfers", casus.source, hint)


def _tables(casus: Casus) -> Iterator[Problem]:
    people, tables = casus.bijeenkomst.deelnemers, casus.bijeenkomst.tafels
    if people and tables and not crowd_fits(people, tables):
        message = f"{people} deelnemers passen niet goed aan {tables} {'tafel' if tables == 1 else 'tafels'}"
        yield Problem(message, casus.bijeenkomst.source, SEATS)


def _day(casus: Casus) -> Iterator[Problem]:
    day = casus.bijeenkomst.datum
    named = dag(day) if isinstance(day, Tekst) else None
    if isinstance(day, Tekst) and named and named.date and named.weekday not in (None, named.date.weekday()):
        assert named.weekday is not None
        right = f"{named.date.day} {MONTHS[named.date.month - 1]} {named.date.year}"
        message = f"{right} is een {DAYS[named.date.weekday()]}, en hier staat {DAYS[named.weekday]}"
        yield Problem(message, day.source, "kijk na wat er niet klopt: de dag van de week of de datum")
    if isinstance(day, Tekst) and (said := lacks_year(day)):
        message = f"bij {quote(said)} staat geen jaar; zo weet het programma niet welke dag van de week dat is"
        yield Problem(message, day.source, "schrijf het jaar erbij, zoals: datum: 2026-12-03")


def _time(casus: Casus) -> Iterator[Problem]:
    time, length = casus.bijeenkomst.tijd, casus.bijeenkomst.duur
    if time is None:
        return
    read = tijdstip(time)
    if read is None:
        message = f"in {quote(time)} is geen begintijd te vinden; de papieren tellen nu minuten vanaf het begin"
        yield Problem(message, time.source, 'schrijf het als: tijd: "19:30"')
        return
    if read.guessed:
        other = clock(read.begin + 12 * 60)
        message = f"{quote(time)} lezen we als {clock(read.begin)}"
        yield Problem(message, time.source, f'is het {other}? Schrijf dan: tijd: "{other}"')
    # With more tables the game itself ends later.
    if read.einde is not None and (casus.bijeenkomst.tafels or 1) <= _MOST_IN_TIME:
        takes = (read.einde - read.begin) % (24 * 60)
        if takes != length:
            message = (
                f"van {clock(read.begin)} tot {clock(read.einde)} is {takes} minuten, en het spel duurt er {length}"
            )
            yield Problem(message, time.source, f"de papieren houden {clock(read.begin + length)} aan als einde")


def _gebieden(casus: Casus) -> Iterator[Problem]:
    placed = {str(name) for gebied in casus.gebieden for name in gebied.opgaven}
    for opgave in casus.opgaven if casus.gebieden else ():
        if opgave.id not in placed:
            message = f"de opgave {quote(opgave.titel)} staat bij geen enkel gebied"
            yield Problem(message, opgave.source, f"zet de id '{opgave.id}' bij een gebied")


def _logo(casus: Casus) -> Iterator[Problem]:
    tekst = casus.huisstijl.logo_tekst
    if tekst and not casus.huisstijl.logo:
        yield Problem("er is een 'logo_tekst', maar geen logo", tekst.source, "schrijf erbij: logo: logo.png")
