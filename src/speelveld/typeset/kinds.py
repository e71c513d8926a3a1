"""A whole kind of card at once: the largest sizes at which every card fits, and the heights that their boxes share."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from speelveld.errors import AuthorError, KitError, Problem
from speelveld.markup import Node
from speelveld.typeset.faces import measure_one, typeset_one
from speelveld.typeset.faults import Fault, Misfit, TooLong, told_once
from speelveld.typeset.frame import Frame
from speelveld.typeset.heights import to_blame
from speelveld.typeset.layout import Layout

# Finding out how much too long a text is takes some milliseconds; nobody mends more than this at once.
MOST_MISFITS = 200
# Boxes of one name may stand in those of another, and these in those of a third; deeper, they stand in themselves.
_DEEPEST = 8

Steps = Mapping[str, int]
"""The step of each part that fits by itself, '' being all the rest; a part that is not named is at the first."""


@dataclass(frozen=True)
class FilledFace:
    """A filled layout to set: the tree, and how messages name it."""

    root: Node
    name: str

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


def typeset_kind(
    filled: Callable[[], Iterable[FilledFace]], make_layout: Callable[[int], Layout], steps: int
) -> SetFaces:
    """Return the frames of all faces of one kind at the largest step of the sizes that fits every one of them.

    `filled` is called once for every step that is tried, so that trees need not be kept. Those of faces with boxes that
    share a height are kept: these faces are set when the heights of all of them are known.

    Raises:
        AuthorError: a text of the author does not fit at the smallest step; every one of them is named.
        KitError: a layout is wrong, or a text of the standard deck does not fit.
    """
    faces, kind = _Faces(filled), _Kind(make_layout, steps - 1)
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
                if face.shares_heights:
                    self._kept.append(face)
                    break
                yield face
                yield from self._rest
        yield from self._kept
        for face in self._rest:
            self._kept.append(face)
            yield face


class _Kind:
    """The faces of one kind at the steps that are tried, and their frames when they fit."""

    def __init__(self, make_layout: Callable[[int], Layout], last: int) -> None:
        self.steps: Steps = {}
        self.frames: list[tuple[Frame, ...]] = []
        self._make_layout, self._last = make_layout, last

    def fits(self, faces: Iterable[FilledFace]) -> bool:
        """Set the faces at the steps of now; False: some do not fit, and `steps` are smaller ones to try.

        Raises:
            AuthorError, KitError: as for `typeset_kind`.
        """
        layout = self._layout()
        self.frames = []
        sharing: dict[int, FilledFace] = {}
        for number, face in enumerate(faces):
            if face.shares_heights:
                sharing[number] = face
            self.frames.append(_try(layout, face))
            if layout.all_misfits and self._grow_smaller(layout, face):
                return False
        if not sharing:
            _raise(layout, layout.all_misfits)
            return True
        return self._fits_with_heights(layout, sharing, faces)

    def _layout(self) -> Layout:
        layout = self._make_layout(self.steps.get("", 0))
        layout.steps = self.steps
        return layout

    def _grow_smaller(self, layout: Layout, face: FilledFace) -> bool:
        """Take the next steps at which `face` fits by itself, or the last; False: there are none."""
        found = _smaller(layout, self._last)
        if found is None:
            return False
        while found is not None:
            self.steps = found
            layout = self._layout()
            _try(layout, face)
            found = _smaller(layout, self._last)
        return True

    def _fits_with_heights(
        self, layout: Layout, sharing: Mapping[int, FilledFace], faces: Iterable[FilledFace]
    ) -> bool:
        """Set the faces that were only measured, with each box as high as the highest of its name."""
        if layout.all_misfits:
            _raise(layout, self._misfits_without_heights(faces))
        rising = None
        for _ in range(_DEEPEST):
            layout.heights.rise()
            for number, face in sharing.items():
                layout.start(face.name, keep=face.shares_heights)
                self.frames[number] = tuple(typeset_one(layout, face.root))
                if (found := _smaller(layout, self._last)) is not None:
                    self.steps = found
                    return False
            rising = layout.heights.rising()
            if rising is None:
                break
        if rising is not None:
            layout.wrong(rising.node, "dit vak wordt steeds hoger: er staan vakken van dezelfde naam in elkaar")
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


def _try(layout: Layout, face: FilledFace) -> tuple[Frame, ...]:
    """Return the frames of a face; of one that shares heights none yet, but what does not fit is noted."""
    layout.start(face.name, keep=face.shares_heights)
    if face.shares_heights:
        measure_one(layout, face.root)
        return ()
    return tuple(typeset_one(layout, face.root))


def _smaller(layout: Layout, last: int) -> Steps | None:
    """Return the steps with the next for each part in which something does not fit; None: all fits, or nothing helps.

    Where such a part is at the last step, what fits by itself may still make room for it.
    """
    parts = {"": layout, **layout.parts}
    tight = [name for name, part in parts.items() if part.misfits]
    if not tight:
        return None
    for names in (tight, parts):
        if able := [name for name in names if parts[name].step < last]:
            return {**layout.steps, **{name: parts[name].step + 1 for name in able}}
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
