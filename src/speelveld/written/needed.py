"""Names that the program itself uses, and which the mappings of a file must therefore have."""

from collections.abc import Iterator, Mapping, Sequence

from speelveld.errors import Problem
from speelveld.written.tree import Blok


def needed(root: Blok, names: Mapping[str, Sequence[str]], hint: str) -> Iterator[Problem]:
    """Yield which `names` a file lacks, by the key they stand under; that the key itself is lacking, others tell."""
    for key, wanted in names.items():
        part = root.get(key)
        missing = [name for name in wanted if name not in part.marks] if isinstance(part, Blok) else []
        if missing:
            yield Problem(f"onder '{key}' ontbreekt: {', '.join(missing)}", root.key_source(key), hint)


def usable(root: Blok, key: str, wanted: Sequence[str]) -> tuple[str, ...] | None:
    """Return the names under `key`, with those `wanted` that are lacking: using one is no mistake besides.

    None if it cannot be known which names there are.
    """
    part = root.get(key)
    return tuple(dict.fromkeys((*part.marks, *wanted))) if isinstance(part, Blok) else None
