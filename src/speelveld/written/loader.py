"""Which reader of YAML there is: libyaml, or, in a PyYAML without it, the same in pure Python, ten times as slow.

Both give the same events with the same marks. Where they differ, pure Python is made to do as libyaml does.
"""

import re
from typing import Any

import yaml

# Pure Python ends a text between brackets at a question mark, and libyaml (0.2.5) does not. A question mark that begins
# a key stands behind a bracket or a sign; any other is put aside as a character that no text of an author may hold.
_ASIDE = "\ue003"
_QUESTION = re.compile(r"(?<=[^\s\[\]{},])\?|(?<=[^\s\[\]{},:?-] )\?")
# Pure Python knows no tab between words either.
_TAB = re.compile(r"(?<=\S)[ \t]*\t[ \t]*")

# What pure Python says of a mistake, and what libyaml says of the same one.
_WORDS = (
    ("expected ',' or", "did not find expected ',' or"),
    ("but found '<document start>'", "did not find expected <document start>"),
    ("expected '<document start>'", "did not find expected <document start>"),
    ("expected the node content", "did not find expected node content"),
)
_BLOCKS = {"block mapping": "did not find expected key", "block collection": "did not find expected '-' indicator"}


class PureLoader(yaml.SafeLoader):
    """What reads YAML in pure Python."""

    def __init__(self, text: str) -> None:
        """Read `text`, as far as events are asked for."""
        spaced = _TAB.sub(lambda match: " " * len(match[0]), text)
        super().__init__(_QUESTION.sub(_ASIDE, spaced))

    def get_event(self) -> Any:
        """Return the next event, if there is one."""
        event: Any = super().get_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(_ASIDE, "?")
        return event


LOADER: Any = getattr(yaml, "CSafeLoader", PureLoader)


def words(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """Return problem and context of a mistake as libyaml says them."""
    problem, context = error.problem or "", error.context or ""
    if "expected <block end>" in problem:
        return next((words for block, words in _BLOCKS.items() if block in context), problem), context
    return next((libyaml for pure, libyaml in _WORDS if pure in problem), problem), context
