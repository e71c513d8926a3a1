"""Ctrl-C, or a system that says stop: the program ends at once, or by an exception where something is undone first.

An exception alone will not do. While libraries are read it may be lost: some catch whatever an import of theirs raises
(ReportLab has `except:` around several), and what is raised in a callback Python only prints, as a traceback.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

MESSAGE = "Gestopt; er is niets half gemaakt."

# A Ctrl-C; who logs off, stops a container or a service; a window that is closed, which Windows does not tell.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_came: list[int] = []


def status() -> int:
    """Return the exit status, as shells have it for a command that was stopped by the signal that came."""
    return 128 + (_came[-1] if _came else signal.SIGINT)


def stop_at_once() -> None:
    """End the program at such a signal from now on; where the user had it ignored, as with `nohup`, it still is."""
    for number in _SIGNALS:
        if signal.getsignal(number) in (signal.default_int_handler, signal.SIG_DFL):
            signal.signal(number, _stop)


@contextmanager
def undoing() -> Iterator[None]:
    """Within this such a signal is a KeyboardInterrupt, so that what was begun on a disk is undone.

    A thread beside the main one hears of no signal: who stops the program waits for it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [number for number in _SIGNALS if signal.getsignal(number) is _stop]
    for number in ours:
        signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, _stop)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    _came.append(number)
    raise KeyboardInterrupt


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    # Over the line that tells how far it is.
    start = "\r\x1b[K" if sys.stderr is not None and sys.stderr.isatty() else ""
    with suppress(OSError):
        os.write(2, f"{start}{MESSAGE}\n".encode())
    os._exit(128 + number)
