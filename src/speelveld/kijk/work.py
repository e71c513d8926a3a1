"""One thread that does one thing after the other: what is asked goes before what is looked at."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from math import inf
from time import monotonic
from typing import TypeVar

_T = TypeVar("_T")
ASKED, LOOKING, MEASURING = range(3)


class Worker:
    """The thread; what it is given later but is more urgent goes first."""

    def __init__(self, name: str) -> None:
        """Nothing is done before `start`."""
        self._waiting: queue.PriorityQueue[tuple[int, int, Callable[[], object]]] = queue.PriorityQueue()
        self._turns = count()
        self._asked = -inf
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is being done, and no more."""
        self.soon(-1, _stop)
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def soon(self, urgency: int, act: Callable[[], object]) -> None:
        """Do something when its turn comes; nobody waits for it."""
        self._waiting.put((urgency, next(self._turns), act))

    def later(self, seconds: float, urgency: int, act: Callable[[], object]) -> None:
        """Do something when its turn comes, and not before so much time has gone by."""
        timer = threading.Timer(seconds, self.soon, (urgency, act))
        timer.daemon = True
        timer.start()

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for an answer."""
        with self._waiting.mutex:
            return bool(self._waiting.queue) and self._waiting.queue[0][0] <= ASKED

    @property
    def since_asked(self) -> float:
        """How many seconds ago somebody last asked for something."""
        return monotonic() - self._asked

    def ask(self, act: Callable[[], _T]) -> "Future[_T]":
        """Return what `act` will give, or raise."""
        future: Future[_T] = Future()
        self._asked = monotonic()

        def answer() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(act())
            except Exception as error:
                future.set_exception(error)

        self.soon(ASKED, answer)
        return future

    def _run(self) -> None:
        while True:
            _, _, act = self._waiting.get()
            if act is _stop:
                return
            act()


def _stop() -> None:
    """Stand for the end."""
