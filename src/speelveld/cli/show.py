"""Problems as text and as JSON, and progress on a terminal."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from speelveld.errors import ExitCode, Problem, SpeelveldError

if TYPE_CHECKING:
    from speelveld.build.checking import Melding


def problem_text(error: SpeelveldError, casus: str | None = None) -> str:
    """Return every problem on its own lines, and how many there are; `casus` is the one of several they belong to."""
    lines = [f"{click.style('fout:', fg='red', bold=True)} {problem}" for problem in error.problems]
    # What was asked for and is not there has no place, and nothing in it to look at again.
    if error.exit_code in (ExitCode.AUTHOR, ExitCode.KIT) and any(problem.source for problem in error.problems):
        count = len(error.problems)
        nothing = "Er" if casus is None else f"Van '{casus}'"
        lines += ["", f"{count} {'fout' if count == 1 else 'fouten'} gevonden. {nothing} is niets gemaakt."]
        if error.exit_code == ExitCode.AUTHOR:
            lines.append("Los dit op en controleer opnieuw; er kan dan nog iets bij komen.")
    return "\n".join(lines)


def warning_text(problem: Problem) -> str:
    """Return a warning on its own lines, so that nobody takes it for a mistake."""
    return f"{click.style('let op:', fg='yellow', bold=True)} {problem}"


def number_of_warnings(number: int) -> str:
    """Return '1 waarschuwing' or '3 waarschuwingen'."""
    return f"{number} {'waarschuwing' if number == 1 else 'waarschuwingen'}"


def as_json(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return problems as data: bestand, regel, kolom, melding, hint."""
    return [
        {
            "bestand": problem.source.name if problem.source else None,
            "regel": problem.source.line or None if problem.source else None,
            "kolom": problem.source.column or None if problem.source else None,
            "melding": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]


def remarks_as_json(meldingen: "Sequence[Melding]") -> list[dict[str, Any]]:
    """Return remarks on the words as data: besides what every problem has, the controle, the veld and the woorden."""
    return [
        {**as_json([each.problem])[0], "controle": each.controle, "veld": each.veld, "woorden": each.woorden}
        for each in meldingen
    ]


class Progress:
    """One line on a terminal that says what is being made; nothing at all where there is no terminal."""

    def __init__(self, *, quiet: bool) -> None:
        # There is no stderr at all without a console (pythonw), or where it was closed (2>&-).
        self._told = not quiet
        self._shown = sys.stderr is not None and sys.stderr.isatty() and not quiet

    def __call__(self, what: str) -> None:
        """Show `what` in the place of what was shown before."""
        if self._shown:
            click.echo(f"\r\x1b[K  {what} …", nl=False, err=True)

    def tell(self, text: str) -> None:
        """Say something that a person must know before it is done, also where there is no terminal."""
        if self._told:
            self.done()
            click.echo(text, err=True)

    def done(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
