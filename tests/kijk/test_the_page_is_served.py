"""`speelveld kijk` as one starts it: it says where, answers its own page, writes what is asked, and ends cleanly."""

import json
import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from speelveld.casus.loading import CASUS
from speelveld.written.editing import EditableFile
from tests.makers.commands import Speelveld
from tests.makers.served import Kijk, kijk

pytestmark = pytest.mark.slow

# A busy machine takes its time; a machine that hangs is found out.
PATIENCE = 60.0


class Visitor:
    """What a browser would hold of a run of the command."""

    def __init__(self, run: Kijk) -> None:
        self.run = run
        self.port = int(run.address.partition("127.0.0.1:")[2].partition("/")[0])
        self.cookie = ""
        assert self.ask(f"/{run.address.rpartition('/')[2]}")[0] == 303

    def ask(self, path: str, body: Any = None) -> tuple[int, Any]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": self.cookie}
        if body is not None:
            headers |= {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{self.port}"}
        connection.request("GET" if body is None else "POST", path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        data = answer.read()
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        connection.close()
        json_ = (answer.getheader("Content-Type") or "").startswith("application/json")
        return answer.status, json.loads(data) if json_ else data

    def kit(self) -> dict[str, Any]:
        """Return what the page shows when all has been looked at."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            status, kit = self.ask("/api/kit")
            assert status == 200
            if kit["ready"]:
                return dict(kit)
            time.sleep(0.1)
        raise AssertionError("nothing was made")


@pytest.fixture
def visitor(new_casus: Path, tmp_path: Path) -> Iterator[Visitor]:
    with kijk(new_casus, tmp_path / "cache") as run:
        yield Visitor(run)


def test_it_says_where_it_is_and_ends_cleanly_with_ctrl_c(visitor: Visitor) -> None:
    status, page = visitor.ask("/")
    assert status == 200
    assert b'<html lang="nl">' in page
    assert visitor.run.interrupt() == 0
    said = "\n".join(visitor.run.printed)
    assert "Traceback" not in said
    assert "Wat u bewaarde, staat in uw casus" in said


def test_it_ends_while_a_page_listens(visitor: Visitor) -> None:
    with socket.create_connection(("127.0.0.1", visitor.port)) as stream:
        stream.sendall(
            f"GET /news HTTP/1.1\r\nHost: 127.0.0.1:{visitor.port}\r\nCookie: {visitor.cookie}\r\n\r\n".encode()
        )
        assert b"200" in stream.recv(200)
        heard: list[bytes] = []

        def listen() -> None:
            while part := stream.recv(65536):
                heard.append(part)

        listener = Thread(target=listen)
        listener.start()
        begun = time.monotonic()
        assert visitor.run.interrupt() == 0
        assert time.monotonic() - begun < PATIENCE / 2
        listener.join(PATIENCE)
        assert b"event: stopped" in b"".join(heard)


def test_the_button_ends_it_too(visitor: Visitor) -> None:
    assert visitor.ask("/api/stop", {})[0] == 200
    assert visitor.run.ended() == 0


def test_all_of_a_kit_is_there_with_its_pictures_and_fonts(visitor: Visitor) -> None:
    kit = visitor.kit()
    names = [kind["name"] for kind in kit["kinds"]]
    assert {"opgavekaarten", "rolkaarten", "speelbord", "draaiboek", "casusblad"} <= set(names)
    for kind in kit["kinds"][::6]:
        face = kind["faces"][0]
        status, svg = visitor.ask(f"/picture/{face['picture']}")
        assert status == 200
        assert svg.startswith(b"<svg ")
        assert b"style=" not in svg, "the policy of the page allows no style in an element"
    status, css = visitor.ask("/fonts.css")
    fonts = re.findall(rb'url\("(/font/[^"]+)"\)', css)
    assert len(fonts) >= 3
    assert visitor.ask(fonts[0].decode())[1][:4] == b"\0\1\0\0"
    assert visitor.ask("/picture/0")[0] == 404
    assert visitor.ask("/font/geen")[0] == 404
    assert visitor.ask("/api/face?id=geen/voor/0")[0] == 404


def test_what_is_typed_is_drawn_and_what_is_saved_is_written(visitor: Visitor, new_casus: Path) -> None:
    kit = visitor.kit()
    before = (new_casus / "casus.yaml").read_bytes()
    face = next(face for kind in kit["kinds"] if kind["name"] == "opgavekaarten" for face in kind["faces"])
    spots = visitor.ask(f"/api/face?id={face['id']}")[1]["spots"]
    old = kit["fields"]["opgaven[0].titel"]["value"]
    assert old in [spot["text"] for spot in spots if spot["field"] == "opgaven[0].titel"]
    trial = visitor.ask("/api/try", {"field": "opgaven[0].titel", "value": "Heel anders", "face": face["id"]})[1]
    assert "Heel anders" in re.sub("<[^>]+>", "", trial["svg"])
    assert (new_casus / "casus.yaml").read_bytes() == before, "it is not saved yet"
    status, done = visitor.ask("/api/save", {"field": "opgaven[0].titel", "value": "Heel anders", "before": old})
    assert (status, done["value"]) == (200, "Heel anders")
    assert (new_casus / "casus.yaml").read_bytes() == before.replace(old.encode(), b"Heel anders", 1)
    assert visitor.kit()["undo"] == f"Zet terug: Titel – Opgave ‘{old}’"
    assert visitor.ask("/api/undo", {})[0] == 200
    assert (new_casus / "casus.yaml").read_bytes() == before
    assert visitor.ask("/api/undo", {})[0] == 422


def test_a_text_that_does_not_fit_is_shown_in_red_with_what_to_do(visitor: Visitor) -> None:
    kit = visitor.kit()
    face = next(face for kind in kit["kinds"] if kind["name"] == "opgavekaarten" for face in kind["faces"])
    trial = visitor.ask("/api/try", {"field": "opgaven[0].merkt", "value": "Een woord. " * 90, "face": face["id"]})[1]
    assert not trial["fits"]
    assert 'fill="#d4001a"' in trial["svg"]
    (mistake,) = (each for each in trial["remarks"] if each["kind"] == "mistake")
    assert "te lang" in mistake["message"]
    assert mistake["hint"] == "maak deze tekst korter"
    assert re.fullmatch(r"casus\.yaml:\d+:\d+", mistake["place"])
    good = visitor.ask("/api/try", {"field": "opgaven[0].merkt", "value": "Kort.", "face": face["id"]})[1]
    assert good["fits"]
    assert 'fill="#d4001a"' not in good["svg"]


def test_both_changed_is_told_with_what_the_file_holds(visitor: Visitor, new_casus: Path) -> None:
    kit = visitor.kit()
    file = new_casus / "casus.yaml"
    old = kit["fields"]["titel"]["value"]
    file.write_text(file.read_text("utf-8").replace(f"titel: {old}", "titel: Van een ander", 1), "utf-8")
    status, told = visitor.ask("/api/save", {"field": "titel", "value": "Van mij", "before": old})
    assert (status, told["there"]) == (409, "Van een ander")
    assert "Van een ander" in file.read_text("utf-8")


def test_broken_yaml_is_told_and_nothing_is_written(visitor: Visitor, new_casus: Path) -> None:
    kit = visitor.kit()
    file = new_casus / "casus.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("titel:", "titel: a: b:", 1), "utf-8")
    until = time.monotonic() + PATIENCE
    while not (now := visitor.ask("/api/kit")[1])["broken"] and time.monotonic() < until:
        time.sleep(0.1)
    assert re.search(r"casus\.yaml:\d+:\d+", now["broken"][0])
    assert {kind["name"] for kind in now["kinds"]} == {kind["name"] for kind in kit["kinds"]}
    assert (
        visitor.ask("/api/save", {"field": "titel", "value": "x", "before": kit["fields"]["titel"]["value"]})[0] == 422
    )
    file.write_text(good, "utf-8")
    while visitor.ask("/api/kit")[1]["broken"] and time.monotonic() < until:
        time.sleep(0.1)
    assert visitor.ask("/api/kit")[1]["broken"] == []


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"field": "titel"},
        {"field": "titel", "value": 3, "before": "x"},
        {"field": None, "value": "", "before": ""},
    ],
    ids=str,
)
def test_what_no_page_sends_is_refused(visitor: Visitor, body: Any, new_casus: Path) -> None:
    before = (new_casus / "casus.yaml").read_bytes()
    assert visitor.ask("/api/save", body if body is not None else "x")[0] == 400
    assert (new_casus / "casus.yaml").read_bytes() == before


ADD = {"what": "add", "path": "opgaven", "index": 0, "to": 0, "seen": {}}
DEEP: list[Any] = []
for _ in range(9):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("arrange", {**ADD, "what": "explode"}, 422),
        ("arrange", {**ADD, "path": ""}, 422),
        ("arrange", {**ADD, "path": "..["}, 422),
        ("arrange", {**ADD, "path": "titel"}, 422),
        ("arrange", {**ADD, "path": "weg[3].x"}, 422),
        ("arrange", {**ADD, "index": True}, 400),
        ("arrange", {**ADD, "index": "1"}, 400),
        ("arrange", {**ADD, "what": "remove", "index": -1}, 422),
        ("arrange", {**ADD, "what": "move", "index": 99}, 409),
        ("put", {"path": "", "value": "x", "before": None}, 422),
        ("put", {"path": "a b", "value": "x", "before": None}, 422),
        ("put", {"path": "titel.x", "value": "x", "before": None}, 422),
        ("put", {"path": "nieuw", "value": 3, "before": None}, 422),
        ("put", {"path": "nieuw", "value": {"a": [None, None]}, "before": None}, 422),
        ("put", {"path": "titel", "value": "x", "before": "anders"}, 409),
        ("put", {"path": "nieuw", "value": DEEP, "before": None}, 422),
        ("put", {"path": "nieuw", "value": {"a\0b": "x"}, "before": None}, 422),
    ],
    ids=str,
)
def test_what_cannot_come_go_or_move_is_refused(
    visitor: Visitor, new_casus: Path, path: str, body: Any, status: int
) -> None:
    before = (new_casus / "casus.yaml").read_bytes()
    assert visitor.ask(f"/api/{path}", body)[0] == status
    assert (new_casus / "casus.yaml").read_bytes() == before


def test_an_item_beyond_the_end_comes_last_and_says_so(visitor: Visitor, new_casus: Path) -> None:
    before = (new_casus / "casus.yaml").read_bytes()
    status, answer = visitor.ask("/api/arrange", {**ADD, "path": "cijfers", "index": 99})[:2]
    assert (status, answer["place"]) == (200, "cijfers[1]")
    assert visitor.ask("/api/undo", {})[0] == 200
    assert (new_casus / "casus.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "path",
    [
        "/page/../guard.py",
        "/page/%2e%2e/guard.py",
        "/page/..%2fguard.py",
        "/page//etc/passwd",
        "/../casus.yaml",
        "/casus.yaml",
    ],
)
def test_no_path_leads_out_of_the_page(visitor: Visitor, path: str) -> None:
    assert visitor.ask(path)[0] == 404


def test_a_port_that_is_taken_is_a_message(speelveld: Speelveld, new_casus: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = speelveld("kijk", str(new_casus), "--geen-browser", "--poort", str(taken.getsockname()[1]))
    assert told.status == 2
    assert "die is bezet of niet toegestaan" in told.err
    assert "laat --poort weg" in told.err


def test_an_example_is_not_written_on(speelveld: Speelveld) -> None:
    told = speelveld("kijk", "zutphen-dementie", "--geen-browser")
    assert told.status == 2
    assert "'zutphen-dementie' is een voorbeeld" in told.err
    assert "speelveld nieuw mijn-casus --van zutphen-dementie" in told.err


def test_fifty_saves_at_once_are_written_one_after_the_other(visitor: Visitor, new_casus: Path) -> None:
    values = visitor.kit()["fields"]
    whole = (new_casus / "casus.yaml").read_bytes()
    paths = [path for path, field in values.items() if field["kind"] == "text" and not field["fixed"]][:50]
    assert len(paths) > 30
    with ThreadPoolExecutor(16) as pool:

        def save(path: str) -> int:
            old = values[path]["value"]
            return visitor.ask("/api/save", {"field": path, "value": f"{old} ja", "before": old})[0]

        assert set(pool.map(save, paths)) == {200}
    now = EditableFile((new_casus / "casus.yaml").read_bytes(), "casus.yaml", CASUS).values
    assert {path: now[path] for path in paths} == {path: f"{values[path]['value']} ja" for path in paths}
    for _ in paths:
        assert visitor.ask("/api/undo", {})[0] == 200
    assert (new_casus / "casus.yaml").read_bytes() == whole, "step by step it is what it was, byte for byte"


@pytest.mark.parametrize("after", [0.0, 0.005, 0.02, 0.1])
def test_killed_while_it_saves_the_file_is_the_old_or_the_new_one(
    visitor: Visitor, new_casus: Path, tmp_path: Path, after: float
) -> None:
    old = visitor.kit()["fields"]["titel"]["value"]
    before = (new_casus / "casus.yaml").read_bytes()

    def save() -> None:
        with suppress(OSError, HTTPException):
            visitor.ask("/api/save", {"field": "titel", "value": "Heel anders", "before": old})

    saving = Thread(target=save)
    saving.start()
    time.sleep(after)
    visitor.run.kill()
    saving.join(PATIENCE)
    found = (new_casus / "casus.yaml").read_bytes()
    assert found in (before, before.replace(old.encode(), b"Heel anders", 1))
    with kijk(new_casus, tmp_path / "later") as later:
        assert Visitor(later).kit()["fields"]["titel"]["value"] in (old, "Heel anders")


def test_two_runs_on_one_casus_know_of_each_other(visitor: Visitor, new_casus: Path, tmp_path: Path) -> None:
    with kijk(new_casus, tmp_path / "other") as run:
        other = Visitor(run)
        old = visitor.kit()["fields"]["titel"]["value"]
        assert other.kit()["fields"]["titel"]["value"] == old
        assert visitor.ask("/api/save", {"field": "titel", "value": "Van de een", "before": old})[0] == 200
        assert other.ask("/api/save", {"field": "titel", "value": "Van de ander", "before": old})[0] == 409
        assert "Van de een" in (new_casus / "casus.yaml").read_text("utf-8")


def test_two_runs_that_write_at_the_same_time_lose_nothing_of_each_other(
    visitor: Visitor, new_casus: Path, tmp_path: Path
) -> None:
    with kijk(new_casus, tmp_path / "other") as run:
        other = Visitor(run)
        values = visitor.kit()["fields"]
        assert other.kit()["fields"] == values
        paths = [path for path, field in values.items() if field["kind"] == "text" and not field["fixed"]][:24]
        assert len(paths) == 24

        def save(who: Visitor, those: list[str]) -> list[int]:
            told = [(path, values[path]["value"]) for path in those]
            return [who.ask("/api/save", {"field": path, "value": f"{old} ja", "before": old})[0] for path, old in told]

        with ThreadPoolExecutor(2) as pool:
            saved = pool.map(save, (visitor, other), (paths[::2], paths[1::2]))
            assert {status for each in saved for status in each} == {200}
    now = visitor.run.values
    assert [path for path in paths if now[path] != f"{values[path]['value']} ja"] == []
