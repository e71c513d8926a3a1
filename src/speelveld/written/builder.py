"""Values come in one by one, a tree with the place of each goes out; what no file can ever need is refused."""

from speelveld.errors import Problem, Source, SpeelveldError, in_order
from speelveld.written.hints import quote
from speelveld.written.kind import FileKind
from speelveld.written.pasted import Cleaned
from speelveld.written.paths import below
from speelveld.written.tekst import Tekst
from speelveld.written.tree import Blok, Fout, Leeg, Mark, Rij, Waarde

MAX_ITEMS = 200
_MAX_DEPTH = 32
_MAX_PROBLEMS = 100

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TOO_DEEP = f"dit blok ligt meer dan {_MAX_DEPTH} lagen diep", "laat minder blokken in elkaar staan"


class Builder:
    """The tree so far, and what is wrong with it; a stack instead of recursion, so that depth costs nothing."""

    def __init__(self, name: str, kind: FileKind, pasted: Cleaned) -> None:
        """Begin an empty tree of the file called `name`, which was read as `pasted`."""
        self.root: Waarde | None = None
        self.problems: list[Problem] = []
        self._name = name
        self._pasted = pasted
        self._kind = kind
        self._here: Blok | Rij | None = None
        self._key: str | None = None
        self._told = False
        self._path = ""
        self._stack: list[tuple[Blok | Rij | None, str]] = []

    @property
    def wants_key(self) -> bool:
        """Whether a mapping is open that waits for its next key."""
        return self._key is None and type(self._here) is Blok

    @property
    def field(self) -> str:
        """The key that the next value stands under, also for the items of a list."""
        return self._here.field if type(self._here) is Rij else self._key or ""

    @property
    def path(self) -> str:
        """The path of the next value."""
        here = self._here
        if type(here) is Rij:
            return below(self._path, len(here))
        return below(self._path, self._key) if self._key is not None else self._path

    def source(self, mark: Mark) -> Source:
        """Return the place that libyaml calls `mark`."""
        return self._pasted.place(Source(self._name, mark.line + 1, mark.column + 1))

    def key(self, key: str, mark: Mark, *, plain: bool, told: bool) -> None:
        """Give the mapping its next key; of one that has been `told` to be wrong, the value is of no use either."""
        here = self._here
        assert type(here) is Blok
        if plain and key in NULLS:
            raise self.fatal(
                "vóór deze dubbele punt ontbreekt de sleutel", self.source(mark), "schrijf zoals: titel: …"
            )
        if len(here.marks) >= MAX_ITEMS:
            raise self.fatal(f"dit blok heeft meer dan {MAX_ITEMS} sleutels", here.source, "haal sleutels weg")
        if key in here.marks:
            first = here.key_source(key).line
            hint = f"de eerste staat op regel {first}; haal een van de twee weg"
            self.problem(f"de sleutel {quote(key)} staat hier voor de tweede keer", self.source(mark), hint)
        else:
            here.marks[key] = self.source(mark) if self._pasted.dropped else mark
        self._key, self._told = key, told

    def value(self, value: Waarde) -> None:
        """Give the list or mapping that is open its next value."""
        here = self._here
        if type(here) is Blok:
            if self._told:
                value, self._told = Fout(value.source), False
            if self._key is None:
                hint = "schrijf een gewoon woord vóór de dubbele punt; zet tekst tussen dubbele aanhalingstekens"
                raise self.fatal("een lijst, blok of verwijzing kan geen sleutel zijn", value.source, hint)
            if isinstance(value, Leeg) or (not value and isinstance(value, Tekst)):
                here.blanks[self._key] = value
            else:
                here[self._key] = value
            self._key = None
        elif type(here) is Rij:
            if len(here) >= here.limit:
                raise self.fatal(f"deze lijst heeft meer dan {here.limit} punten", here.source, "maak de lijst korter")
            here.append(value)
        else:
            self.root = value

    def mapping(self, mark: Mark) -> None:
        """Open a mapping."""
        self._begin(Blok(self.source(mark)))

    def sequence(self, mark: Mark) -> None:
        """Open a list."""
        field = self.field
        limit = self._kind.long_lists.get(field, MAX_ITEMS) if len(self._stack) == 1 else MAX_ITEMS
        self._begin(Rij(self.source(mark), field, limit))

    def end(self) -> None:
        """Close the list or mapping that is open."""
        self._here, self._path = self._stack.pop()

    def problem(self, message: str, source: Source, hint: str) -> None:
        """Note something wrong; after a hundred of them it is no use to read on."""
        self.add(Problem(message, source, hint))

    def add(self, problem: Problem) -> None:
        """Note something wrong."""
        self.problems.append(problem)
        if len(self.problems) >= _MAX_PROBLEMS:
            raise self._kind.error(in_order(self.problems))

    def fatal(self, message: str, source: Source, hint: str) -> SpeelveldError:
        """Return the error to raise if the rest of the file cannot be understood."""
        return self._kind.error(in_order([*self.problems, Problem(message, source, hint)]))

    def _begin(self, value: Blok | Rij) -> None:
        if len(self._stack) >= _MAX_DEPTH:
            message, hint = TOO_DEEP
            raise self.fatal(message, value.source, hint)
        path, before = self.path, (self._here, self._path)
        self.value(value)
        self._stack.append(before)
        self._here, self._path = value, path
