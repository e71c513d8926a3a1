"""What stops a bundle from being made, for who makes it."""

from collections.abc import Iterable


class BundleError(Exception):
    """All that is wrong with what was given, each in a sentence that says what to do."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))
