"""A whole kind of card at once: the largest sizes at which every card fits, and the heights that their boxes share."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from speelveld.errors import AuthorError, KitError, Problem
from speelveld.markup import Node
from speelveld.typeset.faces import measure_one, typeset_one
from speelveld.typeset.faults import SLACK, Fault, Misfit, TooLong, told_once
from speelveld.typeset.frame import Frame
from speelveld.typeset.heights import to_blame
from speelveld.typeset.layout import Layout

# Finding out how much too long a text is takes some milliseconds; nobody mends more than this at once.
MOST_MISFITS = 200
# Boxes of one name may stand in those of another, and these in those of a third; deeper, they stand in themselves.
_DEEPEST = 8

Steps = Mapping[str, int]
"""The step of each part that fits by itself, '' being all the rest; a part that is not named is at the first."""


class FilledFace:
    """A filled layout to set: the tree, made when it is asked for, and how messages name it."""

    def __init__(self, root: Node | Callable[[], Node], name: str, key: str | None = None) -> None:
        """`key` tells it apart from all that is set otherwise; None: nothing does."""
        self._root = root
        self.name, self.key = name, key

    @cached_property
    def root(self) -> Node:
        """The tree."""
        return self._root if isinstance(self._root, Node) else self._root()

    @cached_property
    def shares_heights(self) -> bool:
        """Whether any of its boxes is as high as others of its name; looked for once."""
        return _shares_heights(self.root)


def _shares_heights(node: Node) -> bool:
    return "same-height" in node.attributes or any(map(_shares_heights, node.children))


@dataclass(frozen=True, slots=True)
class SetFaces:
    """The frames of each filled face, and the step that fits all of them (of several: the smallest letters)."""

    frames: tuple[tuple[Frame, ...], ...]
    step: int


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one face at some steps: no more than others of its kind have to know, and its frames.

    Of a face that shares heights and was only measured there are no frames.
    """

    shares_heights: bool
    frames: tuple[Frame, ...]
    heights: Mapping[str, float]
    """The highest box of each name that shares its height."""
    parts: Mapping[str, bool]
    """The parts that fit by themselves, '' being all the rest, and whether something does not fit in them."""


TriedKey = tuple[str, tuple[tuple[str, int], ...], tuple[tuple[str, float], ...] | None]
"""Of what it came: the face, the steps, and the heights that boxes have at least; None: it was only tried."""


class Tries(Protocol):
    """Remembers what came of faces that were tried before."""

    def find_tried(self, key: TriedKey) -> Tried | None:
        """Return what came of it, or None."""

    def keep_tried(self, key: TriedKey, tried: Tried) -> None:
        """Keep what came of it."""


def typeset_kind(
    filled: Callable[[], Iterable[FilledFace]],
    make_layout: Callable[[int], Layout],
    steps: int,
    tries: Tries | None = None,
    anew: Callable[[], Iterable[FilledFace]] | None = None,
) -> SetFaces:
    """Return the frames of all faces of one kind at the largest step of the sizes that fits every one of them.

    `filled` is called once for every step that is tried, so that trees need not be kept. Those of faces with boxes that
    share a height are kept: these faces are set when the heights of all of them are known. What `tries` remembers of a
    face is not set again. Where something is wrong, that is told of the faces of `anew`, if it is given: those of
    `filled` may have been filled before their texts came to stand where they stand now.

    Raises:
        AuthorError: a text of the author does not fit at the smallest step; every one of them is named.
        KitError: a layout is wrong, or a text of the standard deck does not fit.
    """
    faces, kind = _Faces(filled), _Kind(make_layout, steps - 1, tries, anew)
    try:
        while not kind.fits(faces):
            pass
    except _DoubtError:
        # What is remembered does not say what is wrong.
        faces, kind = _Faces(anew or filled), _Kind(make_layout, steps - 1)
        while not kind.fits(faces):
            pass
    return SetFaces(tuple(kind.frames), max(kind.steps.values(), default=0))


class _Faces:
    """Filled faces, to go through as often as there are steps to try."""

    def __init__(self, filled: Callable[[], Iterable[FilledFace]]) -> None:
        self._filled = filled
        self._rest: Iterator[FilledFace] = iter(())
        self._kept: list[FilledFace] = []

    def __iter__(self) -> Iterator[FilledFace]:
        """Yield the faces from the first one on; those of a kind whose first one shares heights are made once."""
        if not self._kept:
            self._rest = iter(self._filled())
            for face in self._rest:
                if face.key is not None or face.shares_heights:
                    self._kept.append(face)
                    break
                yield face
                yield from self._rest
        yield from self._kept
        for face in self._rest:
            self._kept.append(face)
            yield face


class _DoubtError(Exception):
    """Something is wrong, and what was remembered takes part in it."""


class _Kind:
    """The faces of one kind at the steps that are tried, and their frames when they fit."""

    def __init__(
        self, make_layout: Callable[[int], Layout], last: int, tries: Tries | None = None, anew: object = None
    ) -> None:
        self.steps: Steps = {}
        self.frames: list[tuple[Frame, ...]] = []
        self._make_layout, self._last, self._tries = make_layout, last, tries
        self._doubt = anew is not None
        self._grown: tuple[int, Tried] | None = None

    def fits(self, faces: Iterable[FilledFace]) -> bool:
        """Set the faces at the steps of now; False: some do not fit, and `steps` are smaller ones to try.

        Raises:
            AuthorError, KitError: as for `typeset_kind`.
        """
        layout, parts = self._layout(), {"": False}
        self.frames = []
        sharing: dict[int, FilledFace] = {}
        highest: dict[str, float] = {}
        grown, self._grown = self._grown, None
        for number, face in enumerate(faces):
            tried = grown[1] if grown and grown[0] == number else self._try(layout, face)
            if tried.shares_heights:
                sharing[number] = face
            self.frames.append(tried.frames)
            _grow(highest, tried.heights)
            _join(parts, tried.parts)
            if any(parts.values()) and self._grow_smaller(parts, face, number):
                return False
        if sharing:
            return self._fits_with_heights(layout, parts, highest, sharing, faces)
        self._raise_doubt(layout, parts)
        _raise(layout, layout.all_misfits)
        return True

    def _raise_doubt(self, layout: Layout, parts: Mapping[str, bool], *, rising: bool = False) -> None:
        """Refuse to say what is wrong, if anything is, where that cannot be known."""
        if self._doubt and (rising or any(parts.values()) or layout.faults):
            raise _DoubtError

    def _layout(self) -> Layout:
        layout = self._make_layout(self.steps.get("", 0))
        layout.steps = self.steps
        return layout

    def _try(self, layout: Layout, face: FilledFace, given: Mapping[str, float] | None = None) -> Tried:
        """Return what comes of a face; one that shares heights is only measured, until the heights are `given`."""
        key: TriedKey | None = None
        if self._tries is not None and face.key is not None:
            at_least = None if given is None else tuple(sorted(given.items()))
            key = face.key, tuple(sorted(self.steps.items())), at_least
            if (found := self._tries.find_tried(key)) is not None:
                self._doubt = True
                return found
        faults = len(layout.faults)
        tried = _try(layout, face, measure=given is None and face.shares_heights)
        if self._tries is not None and key is not None and len(layout.faults) == faults:
            self._tries.keep_tried(key, tried)
        return tried

    def _grow_smaller(self, parts: Mapping[str, bool], face: FilledFace, number: int) -> bool:
        """Take the next steps at which `face` fits by itself, or the last; False: there are none.

        As it comes out there it need not be set again, unless there is more to tell of it.
        """
        found = _smaller(parts, self.steps, self._last)
        if found is None:
            return False
        while found is not None:
            self.steps = found
            layout = self._layout()
            tried = self._try(layout, face)
            found = _smaller(tried.parts, self.steps, self._last)
        if not (tried.shares_heights or layout.faults or any(tried.parts.values())):
            self._grown = number, tried
        return True

    def _fits_with_heights(
        self,
        layout: Layout,
        parts: dict[str, bool],
        highest: dict[str, float],
        sharing: Mapping[int, FilledFace],
        faces: Iterable[FilledFace],
    ) -> bool:
        """Set the faces that were only measured, with each box as high as the highest of its name."""
        if any(parts.values()):
            self._raise_doubt(layout, parts)
            _raise(layout, self._misfits_without_heights(faces))
        rising = False
        for _ in range(_DEEPEST):
            layout.heights.rise(highest)
            given, highest = highest, {}
            for number, face in sharing.items():
                tried = self._try(layout, face, given)
                self.frames[number] = tried.frames
                _grow(highest, tried.heights)
                _join(parts, tried.parts)
                if (found := _smaller(parts, self.steps, self._last)) is not None:
                    self.steps = found
                    return False
            rising = any(height > given.get(name, 0.0) + SLACK for name, height in highest.items())
            if not rising:
                break
        self._raise_doubt(layout, parts, rising=rising)
        if (zone := layout.heights.rising()) is not None:
            layout.wrong(zone.node, "dit vak wordt steeds hoger: er staan vakken van dezelfde naam in elkaar")
        if layout.all_misfits:
            _raise(layout, self._misfits_without_heights(faces))
            long = [misfit for misfit in layout.all_misfits if isinstance(misfit, TooLong)]
            worst = max(long, key=lambda misfit: misfit.excess, default=None)
            _raise(layout, to_blame(layout.heights, worst, layout.kit_files) if worst else layout.all_misfits)
        _raise(layout, ())
        return True

    def _misfits_without_heights(self, faces: Iterable[FilledFace]) -> Sequence[Misfit]:
        """Return what does not fit where each box is as high as it is by itself."""
        layout = self._layout()
        for face in faces:
            layout.start(face.name)
            typeset_one(layout, face.root)
        return layout.all_misfits


def _try(layout: Layout, face: FilledFace, *, measure: bool) -> Tried:
    """Return what comes of a face; what does not fit is noted in `layout`."""
    layout.start(face.name, keep=face.shares_heights)
    before = {name: len(part.misfits) for name, part in _parts(layout).items()}
    layout.touched.clear()
    frames: tuple[Frame, ...] = ()
    with layout.heights.apart() as heights:
        if measure:
            measure_one(layout, face.root)
        else:
            frames = tuple(typeset_one(layout, face.root))
    parts = {
        name: len(part.misfits) > before.get(name, 0)
        for name, part in _parts(layout).items()
        if not name or name in layout.touched
    }
    return Tried(face.shares_heights, frames, heights, parts)


def _parts(layout: Layout) -> Mapping[str, Layout]:
    return {"": layout, **layout.parts}


def _grow(highest: dict[str, float], heights: Mapping[str, float]) -> None:
    for name, height in heights.items():
        highest[name] = max(height, highest.get(name, height))


def _join(parts: dict[str, bool], other: Mapping[str, bool]) -> None:
    for name, tight in other.items():
        parts[name] = tight or parts.get(name, False)


def _smaller(parts: Mapping[str, bool], steps: Steps, last: int) -> Steps | None:
    """Return the steps with the next for each part in which something does not fit; None: all fits, or nothing helps.

    Where such a part is at the last step, what fits by itself may still make room for it.
    """
    tight = [name for name, is_tight in parts.items() if is_tight]
    if not tight:
        return None
    for names in (tight, parts):
        if able := [name for name in names if steps.get(name, 0) < last]:
            return {**steps, **{name: steps.get(name, 0) + 1 for name in able}}
    return None


def _raise(layout: Layout, misfits: Sequence[Misfit]) -> None:
    """Raise what was found wrong: with a mistake of the author among it as the author's, otherwise as the kit's."""
    found: list[Fault] = list(layout.faults)
    # In a layout that is wrong nothing fits as it was meant; its mistakes come first.
    if all(fault.by_author for fault in found):
        found += told_once([misfit.fault(layout.kit_files) for misfit in misfits[:MOST_MISFITS]])
    problems = [fault.problem for fault in sorted(found, key=lambda fault: not fault.by_author)]
    if len(misfits) > MOST_MISFITS:
        problems.append(Problem(f"er past nog meer niet ({len(misfits) - MOST_MISFITS} keer); los eerst dit op"))
    if any(fault.by_author for fault in found):
        raise AuthorError(dict.fromkeys(problems))
    if found:
        raise KitError(dict.fromkeys(problems))
