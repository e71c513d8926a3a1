"""The text of a YAML file in, its values with their places out: every scalar is a text, nothing is guessed.

One pass over the events of libyaml. References, tags and a second document are refused; what a value should be is for
the model to say.
"""

import re
import unicodedata
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from speelveld.errors import Problem, Source, SpeelveldError, in_order
from speelveld.written.builder import NULLS, Builder
from speelveld.written.characters import UNSEEN, unprintable_in
from speelveld.written.going_on import LONGEST, MOST, Parts
from speelveld.written.hints import quote
from speelveld.written.kind import FileKind
from speelveld.written.lines import Lines
from speelveld.written.loader import LOADER
from speelveld.written.pasted import HARD, Cleaned, cleaned, plain
from speelveld.written.syntax import HASH, IN_QUOTES, INDENTED_OTHERWISE, NO_LIST_HERE, explain
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Fout, Leeg

WHITE = f" \t\r\n{HARD}"
_PERCENT = re.compile(r"^%", re.MULTILINE)
# Words behind a #, where a text may stand before it.
_COMMENT = re.compile(r"\S[ \t]+#[ \t]+\S")
_COMMENT_HERE = re.compile(r"[ \t]+(?P<words>#[ \t]+[^\r\n]*\S)")
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_LINE_ENDS = re.compile(r"\n+")
_HASH_HERE = re.compile(r"[ \t]+#(?=[^\s#])")


class Parsed(NamedTuple):
    """The top mapping of a file, and what is wrong with it though it can be read."""

    root: Blok
    problems: list[Problem]


def parse(text: str, name: str, kind: FileKind) -> Parsed:
    """Return the values of a YAML file; `name` is how its author knows it.

    Where it is not YAML, reading goes on behind that part of it, as far as that can be done.

    Raises:
        SpeelveldError: none of it is YAML, or it holds more than such a file can need; of the class that `kind` says.
    """
    pasted = cleaned(text)
    text = pasted.text
    _refuse_directive(text, name, kind)
    parts, told = Parts(), list[Problem]()
    while True:
        parser = _Parser(text, name, kind, pasted, parts)
        try:
            parser.read()
        except MarkedYAMLError as error:
            problem = explain(error, text, name, parser.last)
            assert problem.source is not None
            line = problem.source.line - 1
            problem = replace(problem, source=pasted.place(problem.source))
            rest = parts.without(text, line) if kind.goes_on and len(text) <= LONGEST and len(told) < MOST else None
            if not _follows(problem, told):
                told.append(problem)
            if rest is None:
                raise kind.error(in_order([*parser.builder.problems, *told])) from error
            text = rest
            continue
        except SpeelveldError as error:
            if not told:
                raise
            raise kind.error(in_order([*told, *error.problems])) from error
        break
    root, builder = parser.builder.root, parser.builder
    problems = [*told, *builder.problems]
    if not parser.complete or (told and not isinstance(root, Blok)):
        raise kind.error(in_order(problems))
    if root is None or isinstance(root, Leeg):
        raise builder.fatal("dit bestand is leeg", Source(name), kind.begin)
    if not isinstance(root, Blok):
        hint = f"schrijf op elke regel een sleutel, een dubbele punt en een spatie, zoals: {kind.example}"
        raise builder.fatal("dit bestand begint niet met een sleutel", root.source, hint)
    root.remarks = [*pasted.remarks(name), *parser.remarks]
    root.broken = bool(told)
    return Parsed(root, problems)


def _follows(problem: Problem, told: list[Problem]) -> bool:
    """Tell whether a mistake says no more than one before it: where one line is amiss, all below may seem to be."""
    again = any(each.source == problem.source for each in told)
    said = {each.message for each in told} & {INDENTED_OTHERWISE, NO_LIST_HERE}
    return again or problem.message in said


def _refuse_directive(text: str, name: str, kind: FileKind) -> None:
    """Refuse `%YAML` and `%TAG` unparsed: libyaml's time is quadratic in their number."""
    found = _PERCENT.search(text)
    if found and all(not line.strip() or line.lstrip().startswith("#") for line in text[: found.start()].splitlines()):
        place = Lines(text).place(found.start(), name)
        raise kind.error([Problem("een regel die met % begint, mag hier niet", place, "haal deze regel weg")])


class _Parser:
    def __init__(self, text: str, name: str, kind: FileKind, pasted: Cleaned, parts: Parts) -> None:
        self.builder = Builder(name, kind, pasted)
        self.complete = True
        self.last: Any = None  # the last scalar, for a word on a quotation mark that closes too late
        self._text = text
        self._name = name
        self._kind = kind
        self._pasted = pasted
        self._blanks = parts.blanks
        self._normal = unicodedata.is_normalized("NFC", text)
        self._has_hash = HASH.search(text) is not None
        self._has_comment = _COMMENT.search(text) is not None
        self.remarks: list[Problem] = []
        self._has_escape = "\\" in text

    def read(self) -> None:
        get_event = LOADER(self._text).get_event
        handlers = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._mapping,
            MappingEndEvent: self._end,
            SequenceStartEvent: self._sequence,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._nothing,
            DocumentEndEvent: self._document_end,
            StreamStartEvent: self._nothing,
            StreamEndEvent: self._nothing,
        }
        for _ in range(self._kind.most_values):
            event = get_event()
            if event is None:
                return
            handlers[type(event)](event)
        message, hint = self._kind.too_much
        raise self.builder.fatal(message, Source(self._name), hint)

    def _scalar(self, event: Any) -> None:
        self.last = event
        marked = event.anchor or event.tag
        if marked:
            self._refuse_mark(event)
        value, style, builder = event.value.strip(WHITE), event.style, self.builder
        if value[:1] in UNSEEN and not value.strip(UNSEEN):
            value = ""
        if not self._normal or (style == '"' and self._has_escape):
            value = self._printable(value, event)
        if builder.wants_key:
            self._key(value, event, told=bool(marked))
            return
        if "\n" in value and style != "|" and self._kind.goes_on:
            value = self._as_paragraphs(value, event)
        source = builder.source(event.start_mark)
        if self._has_comment and self._kind.goes_on and not style and " " in value:
            self._note_comment(event.end_mark.index)
        cut = self._has_hash and not style and self._refuse_hash(event.end_mark.index)
        if self._blanks and event.start_mark.line in self._blanks and value == "~":
            marked = True  # what stood here has been told to be wrong
        if marked or (cut and not value):
            builder.value(Fout(source))
        else:
            builder.value(
                Tekst(value, source, builder.field, builder.path) if style or value not in NULLS else Leeg(source)
            )

    def _as_paragraphs(self, value: str, event: Any) -> str:
        """Return a text that was folded, with its paragraphs: YAML makes one line end of an empty line in it."""
        written = self._text[event.start_mark.index : event.end_mark.index]
        if "\\n" in written or not _EMPTY_LINE.search(written):
            return value
        return _LINE_ENDS.sub(lambda ends: ends[0] + "\n", value)

    def _note_comment(self, index: int) -> None:
        """Note that words behind a text are not printed: `Het college # nog navragen`."""
        found = _COMMENT_HERE.match(self._text, index)
        if found:
            said = " ".join(found[0].split())
            message = f"achter deze tekst staat een opmerking, {quote(said)}; die komt nergens"
            hint = f"hoort het bij de tekst, {IN_QUOTES}; zet een opmerking liever op een eigen regel"
            self.remarks.append(Problem(message, self._place(found.end() - len(found["words"])), hint))

    def _printable(self, value: str, event: Any) -> str:
        """Return a value with each accent in its letter; what an escape brought in that cannot be printed is told."""
        problems = unprintable_in(value, self.builder.source(event.start_mark))
        for problem in problems:
            self.builder.add(problem)
        return value if problems else plain(unicodedata.normalize("NFC", value))

    def _key(self, key: str, event: Any, *, told: bool) -> None:
        if key == "<<" and not event.style:
            self.complete = False
            self.builder.problem(
                "'<<' mag hier niet", self.builder.source(event.start_mark), "schrijf de sleutels voluit"
            )
        self.builder.key(key, event.start_mark, plain=not event.style, told=told)

    def _mapping(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_mark(event)
        self.builder.mapping(event.start_mark)

    def _sequence(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_mark(event)
        self.builder.sequence(event.start_mark)

    def _end(self, _: Any) -> None:
        self.builder.end()

    def _alias(self, event: Any) -> None:
        self.complete = False
        source = self.builder.source(event.start_mark)
        self.builder.problem("een woord met * vooraan mag hier niet", source, f"hoort de * bij de tekst, {IN_QUOTES}")
        self.builder.value(Fout(source))

    def _refuse_mark(self, event: Any) -> None:
        sign = "&" if event.anchor else "!"
        source = self.builder.source(event.start_mark)
        hint = f"hoort de {sign} bij de tekst, {IN_QUOTES}"
        self.builder.problem(f"een woord met {sign} vooraan mag hier niet", source, hint)

    def _refuse_hash(self, index: int) -> bool:
        """Refuse `Buurt #3`: YAML takes `#3` for a comment, and the words would vanish unseen."""
        found = _HASH_HERE.match(self._text, index)
        if found:
            message = f"vanaf de # is dit een opmerking en {self._kind.comment}"
            hint = f"hoort de # bij de tekst, {IN_QUOTES}; is het een opmerking, zet dan een spatie na de #"
            self.builder.problem(message, self._place(found.end() - 1), hint)
        return found is not None

    def _document_end(self, event: Any) -> None:
        rest = event.end_mark.index
        for line in self._text[rest:].splitlines(keepends=True):
            if line.strip() and not line.lstrip().startswith("#"):
                break
            rest += len(line)
        explicit = event.end_mark.index > event.start_mark.index
        if self._text.startswith("---", rest) or (explicit and rest < len(self._text)):
            hint = "maak er twee bestanden van, of haal de regel '---' of '...' weg"
            raise self.builder.fatal("hier begint een tweede document", self._place(rest), hint)

    def _place(self, index: int) -> Source:
        return self._pasted.place(self._lines.place(index, self._name))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def _nothing(self, _: Any) -> None:
        pass
