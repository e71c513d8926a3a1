"""What Jinja and the XML reader say in English → the same in Dutch, as far as a writer of layouts meets it."""

import re
from collections.abc import Iterable
from xml.parsers import expat

from speelveld.written.hints import meant

_CODES = expat.errors.codes
_XML = {
    expat.errors.XML_ERROR_NO_ELEMENTS: "de layout geeft geen enkel element",
    expat.errors.XML_ERROR_SYNTAX: "een layout begint met een element",
    expat.errors.XML_ERROR_INVALID_TOKEN: "hier staat een teken dat in XML niet kan, zoals een losse & of <",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "een kenmerk staat twee keer in hetzelfde element",
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "een &…; bestaat hier niet; schrijf het teken zelf",
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "na het buitenste element staat nog iets; er is er maar één",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "een element is niet afgemaakt: er ontbreekt een >",
    expat.errors.XML_ERROR_BAD_CHAR_REF: "een &#…; wijst een teken aan dat niet bestaat",
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION: "een <![CDATA[ is niet afgemaakt: er ontbreekt een ]]>",
    expat.errors.XML_ERROR_MISPLACED_XML_PI: "<?xml …?> kan alleen vooraan staan; in een layout is het niet nodig",
}
_BY_CODE = {_CODES[message]: dutch for message, dutch in _XML.items()}
NOT_CLOSED = frozenset({_CODES[expat.errors.XML_ERROR_TAG_MISMATCH], _CODES[expat.errors.XML_ERROR_NO_ELEMENTS]})

_JINJA = (
    (
        r"Unexpected end of template.*block that needs to be closed is '(\w+)'",
        r"het blok '{% \1 %}' wordt niet afgesloten",
    ),
    (r"Unexpected end of template", r"de layout houdt midden in een blok op"),
    (r"Encountered unknown tag '(\w+)'", r"'{% \1 %}' bestaat niet, of staat op de verkeerde plek"),
    (r"No filter named '(\w+)'", r"het filter '\1' bestaat niet"),
    (r"No test named '(\w+)'", r"de test '\1' bestaat niet"),
    (r"Missing end of (\w+)", r"'\1' wordt niet afgesloten"),
    (r"block '(\w+)' defined twice", r"het blok '\1' staat er twee keer"),
    (r"expected token 'end of statement block', got '(.+)'", r"dit '\1' hoort niet in {% … %}"),
    (r"expected token 'end of print statement', got '(.+)'", r"dit '\1' hoort niet in {{ … }}"),
    (r"expected token '(.+)', got '(.+)'", r"hier hoort '\1' te staan, niet '\2'"),
    (r"Expected an expression", r"hier ontbreekt iets tussen de haken"),
    (r"unexpected end of template", r"de layout houdt midden in een {{ … }} of {% … %} op"),
    (r"unexpected char ['\"](.+)['\"] at", r"het teken '\1' kan hier niet staan"),
    (r"unexpected 'end of statement block'", r"hier ontbreekt iets tussen de haken"),
    (r"unexpected '(.+)'", r"'\1' kan hier niet staan"),
    (r"cannot assign attribute on non-namespace", r"alleen een namespace kan zo een waarde krijgen"),
    (r"extended multiple times", r"een layout breidt er maar één uit, en hier staan er twee"),
    (r"Required block '(\w+)' not found", r"het blok '\1' moet u zelf vullen"),
    (r"no parent block called '(\w+)'", r"er is geen eerder blok '\1', dus super() kan hier niet"),
    (r"template '(.+?)' .*does not export the requested name '(\w+)'", r"'\1' heeft geen '\2' om binnen te halen"),
    (r"there is no previous item", r"het eerste punt van een lus heeft geen vorig punt"),
    (r"there is no next item", r"het laatste punt van een lus heeft geen volgend punt"),
    (r"parameter '(\w+)' was not provided", r"de macro vraagt ook om '\1'"),
    (r"No caller defined", r"deze macro is er voor {% call %}, en heeft dan een inhoud"),
    (r"item, sequence was empty", r"deze lijst is leeg; vraag eerst of er iets in staat"),
    (r"method must be common", r"'round' kent alleen 'common', 'ceil' en 'floor'"),
    (r"You can only sort by either", r"'dictsort' sorteert alleen op 'key' of op 'value'"),
    (r"map requires a filter argument", r"'map' vraagt om de naam van een filter"),
    (r"Missing parameter for attribute name", r"dit filter vraagt om de naam van een kenmerk"),
)
_OPEN = re.compile(r"block that needs to be closed is '(\w+)'", re.DOTALL)
_BRACES = re.compile(r"(?P<comment>\{#.*?#\})|(?P<open>\{\{|\{%)|(?P<close>\}\}|%\})", re.DOTALL)
_CLOSES = {"{{": "}}", "{%": "%}"}
_NAMED = re.compile(r"No (?:filter|test) named '(\w+)'")


def of_xml(code: int) -> str:
    """Return what is wrong with a filled layout, for the code of an error of expat."""
    return _BY_CODE.get(code, "dit is geen goede XML")


def of_jinja(message: str) -> str:
    """Return what is wrong with a layout, for an error of Jinja; it says little of one that is not known."""
    for pattern, dutch in _JINJA:
        if match := re.search(pattern, message, re.DOTALL):
            return match.expand(dutch)
    return "dit kan hier niet; kijk na wat er tussen de haken staat"


def open_block(message: str, source: str) -> int | None:
    """Return the line where the block begins that Jinja's `message` says is never closed."""
    named = _OPEN.search(message)
    if named is None:
        return None
    lines: list[int] = []
    for tag in re.finditer(rf"\{{%[-+]?\s*(end)?{named[1]}\b", source):
        if tag[1] is None:
            lines.append(source.count("\n", 0, tag.start()) + 1)
        elif lines:
            lines.pop()
    return lines[-1] if lines else None


def open_braces(source: str, wrong: int) -> tuple[str, str, int] | None:
    """Return the '{{' or '{%' before the mistake in line `wrong` that has no end, that end, and the line it stands in.

    Jinja reads on into what follows, and complains of the first thing there that is no expression.
    """
    begun: re.Match[str] | None = None
    for braces in _BRACES.finditer(source):
        if braces["close"] and begun and braces["close"] == _CLOSES[begun[0]]:
            begun = None
        elif braces["open"]:
            if begun:
                break
            begun = braces
    if begun is None:
        return None
    line = source.count("\n", 0, begun.start()) + 1
    return (begun[0], _CLOSES[begun[0]], line) if line <= wrong else None


def hint_for(message: str, names: Iterable[str]) -> str | None:
    """Return 'bedoelt u …?' where Jinja's `message` names a filter or test that looks like one of `names`."""
    match = _NAMED.search(message)
    return meant(match[1], sorted(names)) if match else None
