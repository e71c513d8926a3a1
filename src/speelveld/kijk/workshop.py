"""One casus that is looked at and written on: what the page asks is done here, one thing after the other.

A text that is tried lies over the file until it is saved or given up.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from speelveld.build.live import Changed, Live, Looked, Refused
from speelveld.casus.schema import json_schema
from speelveld.errors import Problem, SpeelveldError
from speelveld.files import Store
from speelveld.kijk.arranging import Arranged, Arranger
from speelveld.kijk.casusfile import STRANGE, CasusFile, RefusedError
from speelveld.kijk.described import Describer, named
from speelveld.kijk.faces import Face
from speelveld.kijk.journal import Journal
from speelveld.kijk.limits import Limits
from speelveld.kijk.remarks import Places, Remark, faces_of, remarks
from speelveld.kijk.seen import Seen
from speelveld.kijk.work import ASKED, LOOKING, MEASURING, Worker
from speelveld.options import Options
from speelveld.written.editing import EditableFile
from speelveld.written.paths import parts_of

News = Mapping[str, Any]
# Of blocks and lists within each other.
_DEEPEST = 8
# So many faces are told of together while a kit is looked at.
_TOGETHER = 12
# No text of a card or paper is nearly so long, in characters; setting it would keep everybody waiting.
MOST_TEXT = 20_000
# Who types, types on: what else changed is looked at when no key came for so many seconds.
_AFTER_A_KEY = 0.25
# Who has not asked for anything for so many seconds, does not see that memory is given back after so many looks.
_QUIET, _UNTIDY = 2.0, 5


@dataclass(frozen=True, slots=True)
class Trial:
    """A value that is typed on a page and not saved, the path it is of, and the file as it would be with it."""

    path: str
    value: str
    file: EditableFile
    page: str


class Workshop:
    """One casus; all that its methods return comes from one thread, in the order in which it was asked."""

    def __init__(
        self,
        path: Path,
        name: str,
        options: Options,
        journal: Path | None,
        tell: Callable[[News], None],
        store: Store | None = None,
    ) -> None:
        """Look at nothing yet: `start` does.

        `path` is the casus.yaml or its folder, `name` how the user wrote it; `tell` hears what changes, and is called
        from the thread of the workshop. All that is told and answered has a `number`, and what is later a higher one.
        """
        self._path, self._asked, self._options, self._store = path, name, options, store
        self._hears, self._numbers = tell, count(1)
        self._casus = CasusFile(path / "casus.yaml" if path.is_dir() else path, Journal(journal))
        schema = json_schema()
        self._describer = Describer(schema)
        self._arranger = Arranger(list(schema["properties"]), lambda: options.date.date())
        self._seen = Seen(self._live())
        self._worker = Worker("workshop")
        self._limits = Limits(self._worker, self._data, self._may_measure, self._tell_room)
        self._trial: Trial | None = None
        self._looked: Looked | None = None
        self._remarks: list[Remark] = []
        self._sheets = False
        self._told: set[str] = set()
        self._looking: Iterator[Changed | Refused | Looked] | None = None

    @property
    def name(self) -> str:
        """What messages call the file."""
        return self._casus.name

    @property
    def title(self) -> str:
        """What the casus is called, as far as that can be read."""
        return self._casus.values.get("titel") or self.name

    @property
    def is_broken(self) -> bool:
        """Whether the file is gone, or cannot be read."""
        return bool(self._casus.broken)

    @property
    def folders(self) -> Sequence[Path]:
        """Where something may change that the kit is made of."""
        options = self._options
        return [self._casus.path.parent, *options.decks, *options.first_layouts, *options.last_layouts]

    def start(self) -> None:
        """Begin to look."""
        self._worker.start()
        self.changed_outside()

    def stop(self) -> None:
        """Finish what is being done."""
        self._worker.stop()

    def changed_outside(self) -> None:
        """Hear that a file changed, perhaps one of the kit."""
        self._worker.soon(ASKED, self._read_again)

    def everything(self) -> "Future[News]":
        """Return all that a page shows before anything is opened."""
        return self._answer(self._everything)

    def face(self, id: str) -> "Future[News]":
        """Return where the values of a face stand, and those of its fields that are not in the casus.

        Raises:
            KeyError: there is no such face.
        """
        return self._answer(lambda: self._open(self._seen.faces[id]))

    def picture(self, name: str) -> "Future[str]":
        """Return a picture by its name.

        Raises:
            KeyError: that is no picture of now.
        """
        return self._worker.ask(lambda: self._seen.picture(name))

    def stylesheet(self) -> "Future[str]":
        """Return what a page needs to draw the texts."""
        return self._worker.ask(lambda: self._seen.letters.stylesheet(lambda name: f"/font/{name}"))

    def font(self, name: str) -> "Future[bytes]":
        """Return a font by its name.

        Raises:
            KeyError: there is none.
        """
        return self._worker.ask(lambda: self._seen.letters.files[name])

    def tried(self, field: str, value: str, face: str, page: str = "") -> "Future[News]":
        """Return how a face looks with another text at the path `field`, which is not written.

        It lies over the file until it is saved, another page saves, or the page it is typed on goes.
        """
        return self._answer(lambda: self._try(field, value, face, page))

    def gone(self, page: str) -> None:
        """Hear that a page looks on no more."""
        self._worker.soon(ASKED, lambda: self._give_up(page))

    def save(self, field: str, value: str, before: str, page: str = "") -> "Future[News]":
        """Write a value that was `before`; return how it is written.

        Raises:
            ClashError: it is something else by now.
            RefusedError: it cannot be written.
        """
        return self._answer(lambda: self._save(field, value, before, page))

    def arrange(self, what: str, path: str, index: int, to: int, seen: dict[str, str]) -> "Future[News]":
        """Add, copy, move or remove an item of the list at `path`; return the path of where it then is.

        `what` is 'add', 'copy', 'move' or 'remove'; `seen` holds the texts of the item at `index`, by their paths.

        Raises:
            ClashError: it is something else by now.
            RefusedError: it cannot be done.
        """
        return self._answer(lambda: self._arrange(what, path, index, to, seen))

    def put(self, path: str, value: Any, before: Any) -> "Future[News]":
        """Write a value, list or block at a key that may not be there yet, or take that away (None).

        Raises:
            ClashError: it is not `before`.
            RefusedError: it cannot be written.
        """
        return self._answer(lambda: self._put(path, value, before))

    def undo(self) -> "Future[News]":
        """Take the last change back.

        Raises:
            RefusedError: the file holds something else by now, or nothing was changed.
        """
        return self._answer(lambda: self._step(-1))

    def redo(self) -> "Future[News]":
        """Do again what was taken back; errors are as for `undo`."""
        return self._answer(lambda: self._step(1))

    def look_as(self, inktarm: bool, vellen: bool) -> "Future[News]":
        """Look at the kit as it prints with little ink, or as sheets to cut."""
        return self._answer(lambda: self._look_as(inktarm, vellen))

    def _answer(self, act: Callable[[], News]) -> "Future[News]":
        return self._worker.ask(lambda: self._numbered(act()))

    # The rest is of the thread alone.

    def _numbered(self, news: News) -> News:
        return {**news, "number": next(self._numbers)}

    def _tell(self, news: News) -> None:
        self._hears(self._numbered(news))

    def _live(self) -> Live:
        return Live(self._path, self._asked, self._options, store=self._store)

    def _everything(self) -> News:
        ways = {"inktarm": self._options.low_ink, "vellen": self._sheets}
        return {
            "fonts": self._seen.fonts,
            "kinds": self._kinds(),
            "remarks": self._all_remarks(),
            "ways": ways,
            "ready": self._looking is None and self._looked is not None,
            **self._of_the_file(),
        }

    def _of_the_file(self) -> dict[str, Any]:
        last, following = self._casus.journal.last, self._casus.journal.next
        return {
            "title": self.title,
            "file": self.name,
            "broken": self._casus.broken,
            "fields": self._fields(),
            "undo": f"Zet terug: {last.label}" if last else "",
            "redo": f"Doe opnieuw: {following.label}" if following else "",
        }

    def _kinds(self) -> list[dict[str, Any]]:
        if self._sheets:
            return self._seen.sheets(self._looked.built if self._looked else None)
        return self._seen.kinds()

    def _fields(self) -> dict[str, dict[str, Any]]:
        values, limits = self._casus.values, self._limits
        return {
            path: {**asdict(each), "value": values[path], "deck": False, "room": _left(limits.of(path), values[path])}
            for path, each in self._describer.described(values).items()
        }

    def _all_remarks(self) -> list[dict[str, Any]]:
        if not self._remarks:
            return []
        shows, cards = self._seen.shows(), self._seen.cards()
        return [each.as_data(faces_of(each, shows, cards)) for each in self._remarks]

    def _open(self, face: Face) -> News:
        shown, extra = self._seen.spots(face.frame, self._casus.values)
        for field in dict.fromkeys(spot["field"] for spot in shown):
            self._limits.find(self._seen.live, face, field)
        found = {"id": face.id, "picture": face.picture, "spots": shown, "fields": extra}
        return {**found, **self._red(face)}

    def _red(self, face: Face) -> News:
        """Return how a face looks on which a text does not fit; nothing if all of it does."""
        file = self._trial.file if self._trial else self._casus.good
        if file is None or all(each.kind != "mistake" for each in self._remarks):
            return {}
        shows, cards = self._seen.shows(), self._seen.cards()
        for each in self._remarks:
            value = file.values.get(each.path)
            if each.kind == "mistake" and value is not None and face.id in faces_of(each, shows, cards):
                red = self._too_long(face, file.data, each.path, value)
                if "spots" in red:
                    return {**red, "field": each.path, "fits": False}
        return {}

    def _may_measure(self, field: str) -> bool:
        wrong = {each.path for each in self._remarks if each.kind == "mistake"}
        return not wrong or field in wrong

    def _tell_room(self, field: str, room: int) -> None:
        self._tell({"rooms": {field: room}})

    def _read_again(self) -> None:
        """Read the casus if another program changed it, and look at the kit."""
        if self._casus.read_again():
            self._trial = self._over_what_is_there(self._trial)
            self._limits.forget()
            self._tell(self._of_the_file())
        self._look()

    def _over_what_is_there(self, trial: Trial | None) -> Trial | None:
        """Return what is typed over the file as it is now; None where it holds no such value any more."""
        if trial is None or self._casus.broken:
            return None
        try:
            file = self._casus.with_value(trial.path, trial.value)
        except SpeelveldError:
            return None
        return None if file is None else replace(trial, file=file)

    def _data(self) -> bytes | None:
        """Return the casus as it is to be looked at: with the text that is tried, or as the file is."""
        return self._casus.data if self._trial is None else self._trial.file.data

    def _look(self) -> None:
        """Look at the whole kit, step by step; what is asked in the meantime goes first."""
        self._looking = self._seen.live.look(self._data())
        self._worker.soon(LOOKING, partial(self._look_on, self._looking))

    def _look_on(self, looking: Iterator[Changed | Refused | Looked]) -> None:
        if looking is not self._looking:
            return
        found: dict[str, Face | None] = {}
        for each in looking:
            if isinstance(each, Looked):
                self._end(each)
                self._tell_faces(found, done=True)
                return
            if isinstance(each, Refused):
                continue
            id, found[id] = self._seen.take(each)
            if len(found) >= _TOGETHER or self._worker.is_asked:
                break
        self._tell_faces(found, done=False)
        self._worker.soon(LOOKING, partial(self._look_on, looking))

    def _end(self, looked: Looked) -> None:
        """Keep what there is to say of a kit that was looked at whole."""
        self._looked, self._looking = looked, None
        self._worker.later(_QUIET, MEASURING, self._tidy)
        # The places of a file that cannot be read are not those of its last good text.
        good = self._trial.file if self._trial else None if self._casus.broken else self._casus.good
        places = Places.of(self.name, good)
        warnings = looked.built.warnings if looked.built else ()
        self._remarks = remarks(looked.mistakes, warnings, looked.words.casus if looked.words else (), places)

    def _tidy(self) -> None:
        """Give memory back when nobody has asked for anything for a while; who types would wait for it."""
        if self._worker.since_asked >= _QUIET:
            self._seen.live.tidy(_UNTIDY)

    def _tell_faces(self, found: Mapping[str, Face | None], *, done: bool) -> None:
        """Tell of the faces that look otherwise; when faces came or went, of all of them."""
        news: dict[str, Any] = {"remarks": self._all_remarks()} if done else {}
        there = set(self._seen.faces)
        if (done and (self._sheets or there != self._told)) or not self._told:
            news["kinds"] = self._kinds()
            self._told = there
        elif not self._sheets:
            news["faces"] = {id: face.as_data() for id, face in found.items() if face and id in self._told}
        if any(news.values()) or done:
            self._tell({"fonts": self._seen.fonts, **news})

    def _try(self, field: str, value: str, id: str, page: str) -> News:
        answer: dict[str, Any] = {"svg": "", "fits": True, "remarks": [], "room": None}
        if too_long := _too_many(value):
            return {**answer, "fits": False, "remarks": _as_mistakes([too_long], field)}
        try:
            file = self._casus.with_value(field, value)
        except SpeelveldError as error:
            return {**answer, "remarks": _as_mistakes(error.problems, field)}
        if file is None:
            return answer
        data = file.data
        self._trial = Trial(field, value, file, page) if value != self._casus.values[field] else None
        mine = [each for each in self._look_until(id, file) if each.path == field]
        answer["remarks"] = [each.as_data(()) for each in mine]
        answer["fits"] = not any(each.kind == "mistake" for each in mine)
        face = self._seen.faces.get(id)
        if face is None:
            return answer
        self._limits.find(self._seen.live, face, field)
        if not answer["fits"]:
            return {**answer, **self._too_long(face, data, field, value)}
        spots, _ = self._seen.spots(face.frame, {**self._casus.values, field: value})
        left = _left(self._limits.of(field), value)
        return {**answer, "svg": self._seen.picture(face.picture), "spots": spots, "room": left}

    def _look_until(self, id: str, file: EditableFile) -> Sequence[Remark]:
        """Look until it is known how a face looks, or why it cannot be set, and return why; the rest comes later."""
        found: dict[str, Face | None] = {}
        known: Sequence[Remark] = ()
        onderdeel = id.partition("/")[0]
        self._looking = looking = self._seen.live.look(file.data)
        for each in looking:
            if isinstance(each, Looked):
                self._end(each)
                self._tell_faces(found, done=True)
                return self._remarks
            if isinstance(each, Refused):
                if each.onderdeel == onderdeel:
                    known = remarks(each.mistakes, (), (), Places.of(self.name, file))
                    break
                continue
            key, found[key] = self._seen.take(each)
            # What is of another onderdeel comes when all of this one was told.
            of_it = f"{onderdeel}/"
            if id in found or (not key.startswith(of_it) and any(seen.startswith(of_it) for seen in found)):
                break
        self._tell_faces(found, done=False)
        self._worker.later(_AFTER_A_KEY, LOOKING, partial(self._look_on, looking))
        return known

    def _too_long(self, face: Face, data: bytes, field: str, value: str) -> News:
        """Return how a card looks on which a text does not fit, and by how many characters that is."""
        frame = self._seen.live.anyhow(data, face.onderdeel, face.side, face.number)
        if frame is None:
            return {"svg": self._seen.picture(face.picture)}
        limit = self._limits.of(field)
        # Until it is known how much fits, the last word is what is too much.
        start = min(len(value) if limit is None else limit, len(value.rstrip().rpartition(" ")[0]))
        spots, _ = self._seen.spots(frame, {**self._casus.values, field: value})
        svg = self._seen.too_long(frame, field, value, start)
        return {"svg": svg, "spots": spots, "room": None if limit is None else start - len(value)}

    def _give_up(self, page: str) -> None:
        if self._trial is not None and self._trial.page == page:
            self._trial = None
            self._look()

    def _save(self, field: str, value: str, before: str, page: str) -> News:
        if too_long := _too_many(value):
            raise RefusedError(f"{too_long.message}. Wat u typte, staat nog hier.", (too_long,))
        if self._trial is not None and self._trial.page != page:
            self._trial = None
        self._casus.save(field, value, before, self._label(field))
        return {"value": self._written(field)}

    def _arrange(self, what: str, path: str, index: int, to: int, seen: dict[str, str]) -> News:
        arranger, here = self._arranger, _a_path(f"{_a_path(path)}[{index}]")
        ways: Mapping[str, tuple[str, Callable[[], Arranged], int]] = {
            "add": ("Erbij", lambda: arranger.added(path, index), index),
            "copy": ("Kopie", lambda: arranger.copied(path, index, seen), index + 1),
            "move": ("Verplaatst", lambda: arranger.moved(path, index, to, seen), to),
            "remove": ("Weggehaald", lambda: arranger.removed(path, index, seen), -1),
        }
        if what not in ways:
            raise RefusedError(STRANGE)
        did, change, place = ways[what]
        if what == "add":
            held = self._casus.good.held(path) if self._casus.good else None
            place = min(index, len(held) if isinstance(held, list) else 0)
        of = self._describer.item(path if what == "add" else here, self._casus.values)
        self._casus.rearrange(path, f"{did}: {of}", change())
        self._arranged()
        return {"place": f"{path}[{place}]" if place >= 0 else ""}

    def _put(self, path: str, value: Any, before: Any) -> News:
        label = self._describer.item(_a_path(path), self._casus.values)
        self._casus.rearrange(path, label, self._arranger.put(path, _plain(value), _plain(before)))
        self._arranged()
        return {}

    def _arranged(self) -> None:
        """Go on from a file in which things came, went or moved."""
        self._trial = None
        self._limits.forget()
        self._tell(self._of_the_file())
        self._look()

    def _step(self, by: int) -> News:
        change = self._casus.step(by)
        if change.at < 0:
            self._written(change.path)
        else:
            self._arranged()
        self._tell({"say": f"{'Teruggezet' if by < 0 else 'Opnieuw gedaan'}: {change.label}."})
        return {}

    def _written(self, field: str) -> str:
        """Go on from a value that was written, and return it."""
        if self._trial is not None and self._trial.path == field:
            self._trial = None
        self._trial = self._over_what_is_there(self._trial)
        self._limits.forget()
        self._tell(self._of_the_file())
        self._look()
        return self._casus.values[field]

    def _label(self, field: str) -> str:
        described = self._describer.described(self._casus.values).get(field)
        if described is None:
            raise RefusedError("Deze tekst staat niet meer in het bestand.")
        return named(described)

    def _look_as(self, inktarm: bool, vellen: bool) -> News:
        if inktarm != self._options.low_ink:
            self._options = replace(self._options, low_ink=inktarm)
            self._seen, self._told = Seen(self._live()), set()
            self._look()
        if vellen != self._sheets:
            self._sheets = vellen
            self._tell({"kinds": self._kinds()})
        return {}


def _a_path(text: str) -> str:
    """Return a text that is the path of a value.

    Raises:
        RefusedError: it is none.
    """
    try:
        if parts_of(text):
            return text
    except ValueError:
        pass
    raise RefusedError(STRANGE)


def _plain(value: Any, deep: int = 0) -> Any:
    """Return what a page sent as texts, lists and blocks.

    Raises:
        RefusedError: it is something else, or lies deeper than anything in a casus.
    """
    if deep <= _DEEPEST:
        match value:
            case None if not deep:
                return None
            case str():
                return value
            case list():
                return [_plain(each, deep + 1) for each in value]
            case dict() if all(isinstance(key, str) for key in value):
                return {key: _plain(each, deep + 1) for key, each in value.items()}
    raise RefusedError(STRANGE)


def _left(limit: int | None, value: str) -> int | None:
    return None if limit is None else limit - len(value)


def _as_mistakes(problems: Sequence[Problem], field: str) -> list[dict[str, Any]]:
    return [Remark("mistake", each, field).as_data(()) for each in problems]


def _too_many(value: str) -> Problem | None:
    """Return why a text is not even tried; None if it is."""
    if len(value) <= MOST_TEXT:
        return None
    many, most = (f"{number:,}".replace(",", ".") for number in (len(value), MOST_TEXT))
    return Problem(f"deze tekst heeft {many} tekens, en meer dan {most} kan niet", hint="haal een deel weg")
