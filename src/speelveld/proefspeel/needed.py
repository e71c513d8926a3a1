"""What playing needs and a kit does not, so that it may be missing; reads nothing of what plays."""

import shlex
import subprocess
import sys
from importlib.util import find_spec

from speelveld.errors import Problem, UsageError


def refuse_without_numpy() -> None:
    """Do nothing where numpy is installed; it comes with the extra `proefspeel`.

    Raises:
        UsageError: it is not there, with what to type to get it.
    """
    if find_spec("numpy") is None:
        message = "proefspelen kan nog niet: het pakket numpy is niet geïnstalleerd"
        raise UsageError([Problem(message, hint=f"typ: {_install()}")])


def _install() -> str:
    """Return the line that adds numpy to this Python, for who has pip and for who has uv."""
    with_pip = [sys.executable, "-m", "pip", "install", "numpy"]
    words = with_pip if find_spec("pip") else ["uv", "pip", "install", "--python", sys.executable, "numpy"]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
