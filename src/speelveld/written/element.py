"""What every mapping that people write becomes: frozen, closed to unknown keys, and aware of where it begins."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from speelveld.errors import Source
from speelveld.written.refusal import RefusedError, refused
from speelveld.written.tree import Blok

_NOWHERE = Source("")


class Written(BaseModel):
    """A mapping of the author as a model; a part that the author left out has the place of the whole."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,  # only what is loaded is built, once, as part of the whole
        field_title_generator=lambda name, _: name.replace("_", " ").capitalize(),
    )

    # A layout may call whatever a value offers, and these two of pydantic's read files and unpickle.
    parse_raw: ClassVar[None] = None  # type: ignore[assignment]
    parse_file: ClassVar[None] = None  # type: ignore[assignment]

    refuse_blanks: ClassVar[bool] = False
    """Whether a key with nothing behind it is a mistake; otherwise it is as if it were not there."""

    as_one: ClassVar[bool] = False
    """Whether its parts say nothing without each other, so that where one is wrong the others are of no use."""

    _source: Source = PrivateAttr(default_factory=lambda: _NOWHERE)  # a plain default is copied each time

    @property
    def source(self) -> Source:
        """Where this part begins."""
        return self._source

    def _agree(self) -> None:
        """Look whether the values go together; a RefusedError says that they do not."""

    @model_validator(mode="wrap")
    @classmethod
    def _keep_source(cls, value: Any, build: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(value, Blok):
            return build(value)
        if value.blanks:  # a known key that is blank counts as missing, an unknown one must still be refused
            refuse = cls.refuse_blanks
            value.update({key: blank for key, blank in value.blanks.items() if refuse or key not in cls.model_fields})
        element = build(value)
        element._source = value.source
        try:
            element._agree()
        except RefusedError as refusal:
            raise refused(refusal) from refusal
        return element
