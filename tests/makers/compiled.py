"""Layouts that were compiled before in this process: more than a third of the time of a kit goes to compiling them."""

import pytest
from jinja2.bccache import Bucket, BytecodeCache

from speelveld.markup import Layouts


class Compiled(BytecodeCache):
    """Keeps what Jinja compiled by name, file and text, so that a layout that was changed is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], object] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


def keep_compiled(patch: pytest.MonkeyPatch) -> None:
    """Let all layouts share what was compiled, whatever the words of their casus."""
    compiled, plain = Compiled(), Layouts.__init__

    def made(self: Layouts, *arguments: object, **more: object) -> None:
        plain(self, *arguments, **more)  # type: ignore[arg-type]
        self._environment.bytecode_cache = compiled

    patch.setattr(Layouts, "__init__", made)
