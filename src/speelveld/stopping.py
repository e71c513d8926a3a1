"""Ctrl-C: where nothing needs undoing the program ends at once; elsewhere it is an exception, and all is undone first.

An exception alone will not do. While libraries are read it may be lost: some catch whatever an import of theirs raises
(ReportLab has `except:` around several), and what is raised in a callback Python only prints, as a traceback.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

STATUS = 128 + signal.SIGINT
"""The exit status, as shells have it for a command that was stopped."""
MESSAGE = "Gestopt; er is niets half gemaakt."


def stop_at_once() -> None:
    """End the program at a Ctrl-C from now on; where the user had it ignored, as with `nohup`, it still is."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


@contextmanager
def undoing() -> Iterator[None]:
    """Within this a Ctrl-C is a KeyboardInterrupt, so that what was begun on a disk is undone."""
    ours = signal.getsignal(signal.SIGINT) is _stop
    if ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if ours:
            signal.signal(signal.SIGINT, _stop)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    # Over the line that tells how far it is.
    start = "\r\x1b[K" if sys.stderr is not None and sys.stderr.isatty() else ""
    with suppress(OSError):
        os.write(2, f"{start}{MESSAGE}\n".encode())
    os._exit(STATUS)
