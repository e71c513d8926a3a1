"""What is asked goes before what is looked at, and that before what is measured; nothing is done at the same time."""

import threading
import time
from collections.abc import Iterator

import pytest

from speelveld.kijk.work import ASKED, LOOKING, MEASURING, Worker

PATIENCE = 20.0


@pytest.fixture
def worker() -> Iterator[Worker]:
    found = Worker("proef")
    found.start()
    yield found
    found.stop()


def test_what_is_more_urgent_goes_first(worker: Worker) -> None:
    gate, order = threading.Event(), list[str]()
    worker.soon(ASKED, lambda: gate.wait(PATIENCE))
    worker.soon(MEASURING, lambda: order.append("measured"))
    worker.soon(LOOKING, lambda: order.append("looked"))
    asked = [worker.ask(lambda number=number: order.append(f"asked {number}")) for number in (1, 2)]
    last = threading.Event()
    worker.soon(MEASURING, last.set)
    gate.set()
    assert [each.result(PATIENCE) for each in asked] == [None, None]
    assert last.wait(PATIENCE)
    assert order == ["asked 1", "asked 2", "looked", "measured"]


def test_who_works_on_is_told_that_somebody_waits(worker: Worker) -> None:
    gate, found = threading.Event(), list[bool]()

    def work() -> None:
        found.append(worker.is_asked)
        gate.wait(PATIENCE)
        found.append(worker.is_asked)

    worker.soon(LOOKING, work)
    while not found:
        time.sleep(0.01)
    worker.soon(MEASURING, lambda: None)
    answer = worker.ask(lambda: 3)
    gate.set()
    assert answer.result(PATIENCE) == 3
    assert found == [False, True]


def test_what_comes_later_comes(worker: Worker) -> None:
    done, began = threading.Event(), time.monotonic()
    worker.later(0.05, LOOKING, done.set)
    assert done.wait(PATIENCE)
    assert time.monotonic() - began >= 0.05


def test_a_mistake_is_of_who_asked_and_the_rest_goes_on(worker: Worker) -> None:
    with pytest.raises(KeyError, match="kaart"):
        worker.ask(lambda: {}["kaart"]).result(PATIENCE)
    assert worker.ask(lambda: "goed").result(PATIENCE) == "goed"


def test_it_stops_though_much_is_left() -> None:
    found = Worker("proef")
    found.start()
    for _ in range(1000):
        found.soon(MEASURING, lambda: time.sleep(0.05))
    began = time.monotonic()
    found.stop()
    assert time.monotonic() - began < PATIENCE
