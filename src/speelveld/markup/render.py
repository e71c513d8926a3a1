"""A layout and its data → a tree of elements; every mistake of the layout becomes a Problem with file and line."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Template, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from speelveld.errors import KitError, Problem, Source
from speelveld.files import ReadFile
from speelveld.markup.blocks import unused_blocks
from speelveld.markup.content import Contents
from speelveld.markup.environment import make_environment
from speelveld.markup.filters import filters_of
from speelveld.markup.limits import LayoutError
from speelveld.markup.messages import hint_for, of_jinja, open_block, open_braces
from speelveld.markup.node import Node
from speelveld.markup.parse import parse
from speelveld.markup.sources import LayoutLoader
from speelveld.markup.swapping import Swapper
from speelveld.woorden import Wording

# A page of text is some 5 kB; what is larger than this is a loop that went wrong.
MOST_CHARACTERS = 4_000_000

OWN_WORDS = Wording({})


@dataclass(frozen=True, slots=True)
class Filled:
    """A layout filled with data, with the marks of who wrote its texts."""

    text: str
    layout: Source


class Layouts:
    """The layouts of one kit, compiled once each and filled as often as there are cards."""

    def __init__(
        self,
        folders: Sequence[Path],
        bundled: Path,
        wording: Wording = OWN_WORDS,
        deck_files: Collection[str] = (),
        trusted: tuple[type, ...] = (),
        languages: Mapping[str, str] = MappingProxyType({}),
        own_file: str = "",
    ) -> None:
        """Seek layouts in `folders` and then among the bundled ones.

        `wording` is what the casus calls the game's words, also in the texts of `deck_files`. Of objects that are no
        plain values a layout may call methods only where their type is among `trusted`. `languages` are those of the
        texts of some files, by the name of the file. Places call the file of the casus `own_file`.
        """
        self._swapper = Swapper(wording, deck_files) if wording else None
        self._languages = languages
        self._contents = Contents(wording, deck_files, languages, own_file)
        self._loader = LayoutLoader(folders, bundled)
        self._environment = make_environment(self._loader, filters_of(wording), trusted)
        self._compiled: dict[str, Template] = {}

    @property
    def files(self) -> tuple[ReadFile, ...]:
        """The layout files read so far, as they were then, in the order of first use."""
        return tuple(ReadFile(path, data) for path, data in self._loader.files.items())

    def place(self, name: str) -> Source:
        """Return where the layout `name` lies; its name alone where there is none."""
        return Source(str(self._loader.folders.find(name) or name))

    def render(self, name: str, data: Mapping[str, Any]) -> Node:
        """Return the tree of the layout `name` filled with `data`.

        Raises:
            KitError: the layout cannot be found, is wrong, or asks for data that are not there.
        """
        return self.read(self.fill(name, data))

    def fill(self, name: str, data: Mapping[str, Any]) -> Filled:
        """Return the text of the layout `name` filled with `data`.

        Raises:
            KitError: the layout cannot be found, is wrong, or asks for data that are not there.
        """
        try:
            text = self._filled(name, data)
        except KitError:
            raise
        except Exception as error:
            # A layout can call whatever its data and filters offer, so whatever goes wrong in it is the layout's.
            raise KitError([self._problem(name, error)]) from error
        return Filled(text, Source(str(self._compiled[name].filename)))

    def read(self, filled: Filled) -> Node:
        """Return the tree that a filled layout describes.

        Raises:
            KitError: it is no well-formed XML, or uses an element or attribute that does not exist.
        """
        return (
            parse(filled.text, filled.layout, self._loader.stamps, self._swapper, self._languages)
            if filled.text.strip()
            else _nothing(filled.layout)
        )

    def content(self, filled: Filled) -> str:
        """Return all of a filled layout that decides what its tree looks like: not where its texts were written."""
        return self._contents.of(filled.text)

    def _filled(self, name: str, data: Mapping[str, Any]) -> str:
        self._environment.allowance.renew()
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = self._environment.get_template(name)
            if problems := unused_blocks(self._environment, name):
                del self._compiled[name]
                raise KitError(problems)
        chunks: list[str] = []
        length = 0
        for chunk in template.generate(data):
            chunks.append(chunk)
            length += len(chunk)
            if length > MOST_CHARACTERS:
                message = "de layout maakt veel te veel tekst; loopt er een lus te lang door?"
                raise KitError([Problem(message, self.place(name))])
        return "".join(chunks)

    def _problem(self, name: str, error: BaseException) -> Problem:
        source = self._place(name, error)
        match error:
            case TemplateNotFound():
                hint = self._loader.folders.meant(str(error.name))
                return Problem(f"layout {error.name!r} bestaat niet", None if error.name == name else source, hint)
            case TemplateSyntaxError() if left := open_braces(error.source or "", error.lineno):
                begin, end, line = left
                hint = f"schrijf '{end}' waar het ophoudt"
                return Problem(f"dit '{begin}' wordt niet afgesloten", Source(error.filename or name, line), hint)
            case TemplateSyntaxError():
                line = open_block(str(error.message), error.source or "") or error.lineno
                return self._jinja(str(error.message), Source(error.filename or name, line))
            case SecurityError():
                return Problem(f"dit mag niet in een layout: {error}", source)
            case LayoutError() | UndefinedError():
                return Problem(str(error), source)
            case TemplateError():
                return self._jinja(str(error), source)
            case RecursionError():
                return Problem("de layout roept zichzelf aan, en daar komt geen einde aan", source)
            case SyntaxError() | MemoryError():
                return Problem("er staan te veel blokken of haken in elkaar", source)
            case ZeroDivisionError():
                return Problem("de layout deelt hier door nul", source)
            case _:
                hint = "een tekst is geen getal, en niet alles is een lijst of is aan te roepen"
                return Problem("de layout doet hier iets met een waarde waar die niet voor is", source, hint)

    def _jinja(self, message: str, source: Source) -> Problem:
        names = [*self._environment.filters, *self._environment.tests]
        return Problem(of_jinja(message), source, hint_for(message, names))

    def _place(self, name: str, error: BaseException) -> Source:
        """Return the last place in a layout that `error` went through; Jinja keeps it only in the traceback."""
        files = {str(path) for path in self._loader.files}
        found, trace = None, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in files:
                found = Source(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
            trace = trace.tb_next
        return found or self.place(name)


def _nothing(source: Source) -> Node:
    raise KitError(
        [Problem("de layout is leeg", source, 'schrijf een <card w="…" h="…" title="…"> of een <document …>')]
    )
