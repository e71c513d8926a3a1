"""Why libyaml cannot read a text, in plain Dutch: the likeliest mistake, where it is, and how to mend it."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import MarkedYAMLError

from speelveld.errors import Problem, Source
from speelveld.written.builder import TOO_DEEP
from speelveld.written.lines import LINE_END
from speelveld.written.loader import words
from speelveld.written.pasted import BULLETS, DOUBLE, called

IN_QUOTES = "zet de hele tekst tussen dubbele aanhalingstekens"
TYPE_DASH = "begin elk punt van een lijst met een gewoon streepje en een spatie: '- '"
_TYPE_STRAIGHT = 'typ rechte aanhalingstekens om de hele tekst: "…"'
_STRAIGHT = 'begint de tekst met ’s of ’n, of staat er een " in? Gebruik dan de tekens ’ “ ”'
_NO_KEY = "laat hem inspringen als hij bij de tekst erboven hoort; zet er anders een sleutel of streepje voor"
INDENTED_OTHERWISE = "deze regel springt anders in dan de regels erboven"
NO_LIST_HERE = "hier kan geen lijst met streepjes beginnen"
_INDENT = "laat de sleutels van één blok even ver inspringen, met spaties"

_IN_CURLY = re.compile(rf"(?:\s*(?:- +)*[\w-]+:\s+|\s*(?:- +)+|.*[\[{{,]\s*)(?P<sign>[{DOUBLE}])")
_BULLET = re.compile(rf"\s*(?P<sign>[{re.escape(BULLETS)}])[ \u00a0]+\S")
_BRACKETED = re.compile(r"\s*(?:- +)*[\w-]+: *(?P<sign>[\[{])[^\]}]*[\]}] *(?=[^\s#,])")

_MARKED = re.compile(r"\s*(?:- +)*[\w-]+:\s+(?P<sign>[*&!])\w+[^\w\s]?\s+\S")
_DRIVE = re.compile(r"[\"'](?:[A-Za-z]:\\|\\\\)[^\"']*?(?P<name>[^\"'\\/]+\.\w+)[\"']")

_NO_SPACE = re.compile(r"(\s*(?:- +)*[A-Za-z_]+:)(?!//)[^\s:]")
HASH = re.compile(r"[ \t]#(?=[^\s#])")
_SIGNS = "]},:-?"
_KEY_ONLY = re.compile(r"\s*(?:- +)*[a-z_]+ *")


class _Case(NamedTuple):
    """What went wrong: libyaml's words, the place it saw the trouble and the place where that began."""

    problem: str
    context: str
    line: int
    column: int
    begin_line: int
    begin_column: int
    lines: list[str]
    last: Any

    @property
    def before(self) -> str:
        """What stands on the line before the trouble."""
        return self.lines[self.line][: self.column]

    @property
    def char(self) -> str:
        """The character where the trouble is; nothing at a line end."""
        return self.lines[self.line][self.column : self.column + 1]


class _Finding(NamedTuple):
    """A message with its hint, and a place counted from 0."""

    message: str
    hint: str
    line: int
    column: int


def explain(error: MarkedYAMLError, text: str, name: str, last: Any) -> Problem:
    """Return what is wrong with a text that libyaml refuses; `last` is the last scalar it could read."""
    mark, lines = error.problem_mark, [*LINE_END.split(text), ""]
    assert mark is not None, "libyaml marks every mistake but characters, which have been looked at"
    begin = error.context_mark or mark
    case = _Case(*words(error), mark.line, mark.column, begin.line, begin.column, lines, last)
    finding = next(found for rule in _RULES if (found := rule(case)))
    return Problem(finding.message, Source(name, finding.line + 1, finding.column + 1), finding.hint)


def _deep(case: _Case) -> _Finding | None:
    """Tell what the builder would have told, had libyaml not refused a thousand brackets before it."""
    if "nesting depth" not in case.problem:
        return None
    return _Finding(*TOO_DEEP, case.begin_line, case.begin_column)


def _tab(case: _Case) -> _Finding | None:
    if case.char != "\t" or "quoted scalar" in case.context:
        return None
    return _Finding("inspringen met een tab kan niet", "gebruik spaties in plaats van tabs", case.line, case.column)


def _curly(case: _Case) -> _Finding | None:
    """Tell that what should be quoted is between marks that only look so."""
    for line in (case.line, case.begin_line):
        text = case.lines[line]
        if (found := _IN_CURLY.match(text)) and "quoted scalar" not in case.context:
            sign = found["sign"]
            return _Finding(f"dit aanhalingsteken ({sign}) is krullend", _TYPE_STRAIGHT, line, found.start("sign"))
        open_with = text[case.begin_column : case.begin_column + 1]
        if "quoted scalar" in case.context and line == case.begin_line and open_with in "'\"":
            shut = next((at for at in range(case.begin_column + 1, len(text)) if text[at] in DOUBLE), None)
            if shut is not None and open_with not in text[shut:]:
                return _Finding(f"dit aanhalingsteken ({text[shut]}) is krullend", _TYPE_STRAIGHT, line, shut)
    return None


def _bullet(case: _Case) -> _Finding | None:
    """Tell that the points of a list begin with what only looks like a dash."""
    if "quoted scalar" in case.context:
        return None
    above = next((line for line in range(case.line - 1, -1, -1) if case.lines[line].strip()), case.line)
    for line in (case.line, above, case.begin_line):
        if found := _BULLET.match(case.lines[line]):
            return _Finding(f"hier staat {called(found['sign'])}", TYPE_DASH, line, found.start("sign"))
    return None


def _bracketed(case: _Case) -> _Finding | None:
    """Tell that a text begins with a word in brackets, which YAML takes for a list."""
    for line in (case.line, case.begin_line):
        found = _BRACKETED.match(case.lines[line])
        if found and line == case.line and found.end() == case.column:
            message = f"een tekst kan niet zomaar met {found['sign']} beginnen"
            return _Finding(message, IN_QUOTES, line, found.start("sign"))
    return None


def _missing_space(case: _Case) -> _Finding | None:
    if "mapping values" not in case.problem and "expected ':'" not in case.problem:
        return None
    for line in (case.begin_line, case.line - 1):
        if line >= 0 and (found := _NO_SPACE.match(case.lines[line])):
            key = found[1].strip(" -")
            return _Finding("na de dubbele punt ontbreekt een spatie", f"schrijf: {key} …", line, found.end(1))
    return None


def _quote(case: _Case) -> _Finding | None:
    if "quoted scalar" not in case.context:
        return None
    if "unexpected" in case.problem:
        message = "dit aanhalingsteken wordt niet gesloten"
        return _Finding(message, f"zet hetzelfde teken aan het einde; {_STRAIGHT}", case.begin_line, case.begin_column)
    hint = "schrijf \\\\ voor een backslash, of gebruik enkele aanhalingstekens"
    if found := _DRIVE.match(case.lines[case.begin_line][case.begin_column :]):
        hint = f"zet het bestand naast uw casus en schrijf alleen de naam: {found['name']}"
    behind = "unknown escape" in case.problem and case.char != "\\"  # pure Python points at what follows it
    return _Finding("na \\ staat een teken dat hier niet kan", hint, case.line, case.column - behind)


def _marked(case: _Case) -> _Finding | None:
    """Tell that a text begins with a mark of YAML's own, which it took for a value before the rest of the words."""
    found = _MARKED.match(case.lines[case.line])
    if found and "quoted scalar" not in case.context and case.column >= found.start("sign"):
        message = f"een tekst kan niet zomaar met {found['sign']} beginnen"
        how = f"{IN_QUOTES}; voor cursief schrijft u _zo_, voor vet **zo**" if found["sign"] == "*" else IN_QUOTES
        return _Finding(message, how, case.line, found.start("sign"))
    return None


def _special(case: _Case) -> _Finding | None:
    begin = case.lines[case.begin_line][case.begin_column : case.begin_column + 1]
    if any(word in case.context for word in ("alias", "anchor", "tag", "directive", "parsing a node")):
        message = f"een tekst kan niet zomaar met {begin} beginnen"
        return _Finding(message, IN_QUOTES, case.begin_line, case.begin_column)
    if "block scalar" in case.context:
        hint = f"zet de tekst op de regels eronder, met spaties ervoor; hoort de {begin} bij de tekst, {IN_QUOTES}"
        return _Finding(f"na {begin} kan op deze regel geen tekst staan", hint, case.begin_line, case.begin_column)
    misplaced = "node content" in case.problem or "mapping keys" in case.problem
    if "cannot start" in case.problem or (misplaced and case.char and case.char in _SIGNS):
        message = f"een tekst kan niet zomaar met {case.char} beginnen"
        return _Finding(message, IN_QUOTES, case.line, case.column)
    return None


def _colon(case: _Case) -> _Finding | None:
    in_brackets = "flow" in case.context and case.char == ":" and case.line == case.begin_line
    if "mapping values are not allowed" not in case.problem and not in_brackets:
        return None
    above = next((line for line in range(case.line - 1, -1, -1) if case.lines[line].strip()), None)
    if _KEY_ONLY.fullmatch(case.before) and not case.before[:1].isspace() and above is not None:
        # A key at the margin is where it belongs: it is the text above it that has none.
        return _Finding("deze regel heeft geen sleutel", _NO_KEY, above, 0)
    if _KEY_ONLY.fullmatch(case.before):
        return _Finding(
            "deze sleutel springt te ver in", _INDENT, case.line, len(case.before) - len(case.before.lstrip())
        )
    message = "in deze tekst staat een dubbele punt met een spatie erachter"
    return _Finding(message, IN_QUOTES, case.line, case.column)


def _hash(case: _Case) -> _Finding | None:
    """Tell that a colour without quotation marks made a comment of the rest of its line, and of the bracket there."""
    if "flow" not in case.context:
        return None
    line, column = _opening(case)
    for found in HASH.finditer(case.lines[line], column):
        if not any(case.lines[line].count(mark, column, found.start()) % 2 for mark in "\"'"):
            hint = f"hoort de # bij de tekst, {IN_QUOTES}"
            return _Finding("vanaf de # is deze regel een opmerking", hint, line, found.end() - 1)
    return None


def _bracket(case: _Case) -> _Finding | None:
    if "flow" in case.context:
        line, column = _opening(case)
        begin = case.lines[line][column : column + 1]
        end = {"{": "}", "[": "]"}.get(begin, "")
        message = f"wat met {begin} begint, wordt niet goed gesloten"
        hint = f"zet {end} aan het einde en een komma tussen de delen; hoort de {begin} bij een tekst, {IN_QUOTES}"
        return _Finding(message, hint, line, column)
    if case.char and case.char in "]},":
        hint = f"haal de {case.char} weg; hoort hij bij een tekst, {IN_QUOTES}"
        return _Finding(f"deze {case.char} hoort nergens bij", hint, case.line, case.column)
    return None


def _opening(case: _Case) -> tuple[int, int]:
    """Return the place of the bracket: libyaml names it, or else only the place where it was missed."""
    if case.lines[case.begin_line][case.begin_column : case.begin_column + 1] in ("{", "["):
        return case.begin_line, case.begin_column
    columns = ((line, max(case.lines[line].rfind(sign) for sign in "{[")) for line in range(case.begin_line, -1, -1))
    return next((line, column) for line, column in columns if column >= 0)


def _after_quote(case: _Case) -> _Finding | None:
    if case.last is None or not case.last.style or case.last.style not in "'\"":
        return None
    if not case.before.rstrip().endswith(("'", '"')):
        return None
    begin = case.last.start_mark
    message = "na het sluitende aanhalingsteken staat nog tekst"
    return _Finding(
        message, f"zet de hele tekst tussen één paar aanhalingstekens; {_STRAIGHT}", begin.line, begin.column
    )


def _dash(case: _Case) -> _Finding | None:
    rest = case.lines[case.line][case.column :]
    if "expected '-'" in case.problem:
        message = "deze regel springt verkeerd in, of er ontbreekt een streepje"
        return _Finding(
            message,
            "laat hem even ver inspringen als de sleutel erboven; begin een nieuw punt met '- '",
            case.line,
            case.column,
        )
    if "sequence entries" in case.problem or (rest.startswith("-") and "expected key" in case.problem):
        hint = "begin een lijst op een nieuwe regel, onder haar sleutel"
        return _Finding(NO_LIST_HERE, hint, case.line, case.column)
    return None


def _no_key(case: _Case) -> _Finding | None:
    if case.char != ":" or "expected key" not in case.problem:
        return None
    return _Finding("vóór deze dubbele punt ontbreekt de sleutel", "schrijf zoals: titel: …", case.line, case.column)


def _loose_text(case: _Case) -> _Finding | None:
    if "expected ':'" not in case.problem:
        return None
    return _Finding("deze regel heeft geen sleutel", _NO_KEY, case.begin_line, case.begin_column)


def _indent(case: _Case) -> _Finding | None:
    if "expected key" in case.problem or "<document start>" in case.problem:
        return _Finding(INDENTED_OTHERWISE, _INDENT, case.line, case.column)
    return None


def _other(case: _Case) -> _Finding:
    return _Finding("vanaf hier is dit geen geldige YAML", _INDENT, case.line, case.column)


_RULES: tuple[Callable[[_Case], _Finding | None], ...] = (
    _deep,
    _tab,
    _curly,
    _bullet,
    _bracketed,
    _missing_space,
    _quote,
    _marked,
    _special,
    _colon,
    _after_quote,
    _hash,
    _bracket,
    _dash,
    _no_key,
    _loose_text,
    _indent,
    _other,
)
