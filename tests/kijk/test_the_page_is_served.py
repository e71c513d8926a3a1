"""`speelveld kijk` as one starts it: it says where, answers its own page, writes what is asked, and ends cleanly."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from speelveld.casus.loading import CASUS
from speelveld.written.editing import EditableFile

pytestmark = pytest.mark.slow

# A busy machine takes its time; a machine that hangs is found out.
PATIENCE = 60.0


@dataclass
class Kijk:
    """A run of the command, and what a browser would hold of it."""

    process: "subprocess.Popen[str]"
    address: str
    cookie: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.address.partition("127.0.0.1:")[2].partition("/")[0])

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

    def end(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


def begin(casus: Path, *options: str) -> Kijk:
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "speelveld", "kijk", str(casus), "--geen-browser", *options]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/\?sleutel=\S+", first)
    if address is None:
        said = first + process.stdout.read()
        process.communicate()
        raise AssertionError(said)
    kijk = Kijk(process, address[0])
    assert kijk.ask(f"/{kijk.address.rpartition('/')[2]}")[0] == 303
    return kijk


@pytest.fixture
def kijk(new_casus: Path) -> Iterator[Kijk]:
    found = begin(new_casus)
    yield found
    found.process.kill()
    found.process.communicate()


def test_it_says_where_it_is_and_ends_cleanly_with_ctrl_c(kijk: Kijk) -> None:
    status, page = kijk.ask("/")
    assert status == 200
    assert b'<html lang="nl">' in page
    code, said = kijk.end()
    assert code == 0
    assert "Traceback" not in said
    assert "Wat u bewaarde, staat in uw casus" in said


def test_it_ends_while_a_page_listens(kijk: Kijk) -> None:
    with socket.create_connection(("127.0.0.1", kijk.port)) as stream:
        stream.sendall(f"GET /news HTTP/1.1\r\nHost: 127.0.0.1:{kijk.port}\r\nCookie: {kijk.cookie}\r\n\r\n".encode())
        assert b"200" in stream.recv(200)
        heard: list[bytes] = []

        def listen() -> None:
            while part := stream.recv(65536):
                heard.append(part)

        listener = Thread(target=listen)
        listener.start()
        begun = time.monotonic()
        assert kijk.end()[0] == 0
        assert time.monotonic() - begun < PATIENCE / 2
        listener.join(PATIENCE)
        assert b"event: stopped" in b"".join(heard)


def test_the_button_ends_it_too(kijk: Kijk) -> None:
    assert kijk.ask("/api/stop", {})[0] == 200
    kijk.process.communicate(timeout=PATIENCE)
    assert kijk.process.returncode == 0


def test_all_of_a_kit_is_there_with_its_pictures_and_fonts(kijk: Kijk) -> None:
    kit = kijk.kit()
    names = [kind["name"] for kind in kit["kinds"]]
    assert {"opgavekaarten", "rolkaarten", "speelbord", "draaiboek", "casusblad"} <= set(names)
    for kind in kit["kinds"][::6]:
        face = kind["faces"][0]
        status, svg = kijk.ask(f"/picture/{face['picture']}")
        assert status == 200
        assert svg.startswith(b"<svg ")
        assert b"style=" not in svg, "the policy of the page allows no style in an element"
    status, css = kijk.ask("/fonts.css")
    fonts = re.findall(rb'url\("(/font/[^"]+)"\)', css)
    assert len(fonts) >= 3
    assert kijk.ask(fonts[0].decode())[1][:4] == b"\0\1\0\0"
    assert kijk.ask("/picture/0")[0] == 404
    assert kijk.ask("/font/geen")[0] == 404
    assert kijk.ask("/api/face?id=geen/voor/0")[0] == 404


def test_what_is_typed_is_drawn_and_what_is_saved_is_written(kijk: Kijk, new_casus: Path) -> None:
    kit = kijk.kit()
    before = (new_casus / "casus.yaml").read_bytes()
    face = next(face for kind in kit["kinds"] if kind["name"] == "opgavekaarten" for face in kind["faces"])
    spots = kijk.ask(f"/api/face?id={face['id']}")[1]["spots"]
    old = kit["fields"]["opgaven[0].titel"]["value"]
    assert old in [spot["text"] for spot in spots if spot["field"] == "opgaven[0].titel"]
    trial = kijk.ask("/api/try", {"field": "opgaven[0].titel", "value": "Heel anders", "face": face["id"]})[1]
    assert "Heel anders" in re.sub("<[^>]+>", "", trial["svg"])
    assert (new_casus / "casus.yaml").read_bytes() == before, "it is not saved yet"
    status, done = kijk.ask("/api/save", {"field": "opgaven[0].titel", "value": "Heel anders", "before": old})
    assert (status, done) == (200, {"value": "Heel anders"})
    assert (new_casus / "casus.yaml").read_bytes() == before.replace(old.encode(), b"Heel anders", 1)
    assert kijk.kit()["undo"] == f"Zet terug: Titel van Opgave ‘{old}’"
    assert kijk.ask("/api/undo", {})[0] == 200
    assert (new_casus / "casus.yaml").read_bytes() == before
    assert kijk.ask("/api/undo", {})[0] == 422


def test_a_text_that_does_not_fit_is_shown_in_red_with_what_to_do(kijk: Kijk) -> None:
    kit = kijk.kit()
    face = next(face for kind in kit["kinds"] if kind["name"] == "opgavekaarten" for face in kind["faces"])
    trial = kijk.ask("/api/try", {"field": "opgaven[0].merkt", "value": "Een woord. " * 90, "face": face["id"]})[1]
    assert not trial["fits"]
    assert 'fill="#d4001a"' in trial["svg"]
    (mistake,) = (each for each in trial["remarks"] if each["kind"] == "mistake")
    assert "te lang" in mistake["message"]
    assert mistake["hint"] == "maak deze tekst korter"
    assert re.fullmatch(r"casus\.yaml:\d+:\d+", mistake["place"])
    good = kijk.ask("/api/try", {"field": "opgaven[0].merkt", "value": "Kort.", "face": face["id"]})[1]
    assert good["fits"]
    assert 'fill="#d4001a"' not in good["svg"]


def test_both_changed_is_told_with_what_the_file_holds(kijk: Kijk, new_casus: Path) -> None:
    kit = kijk.kit()
    file = new_casus / "casus.yaml"
    old = kit["fields"]["titel"]["value"]
    file.write_text(file.read_text("utf-8").replace(f"titel: {old}", "titel: Van een ander", 1), "utf-8")
    status, told = kijk.ask("/api/save", {"field": "titel", "value": "Van mij", "before": old})
    assert (status, told["there"]) == (409, "Van een ander")
    assert "Van een ander" in file.read_text("utf-8")


def test_broken_yaml_is_told_and_nothing_is_written(kijk: Kijk, new_casus: Path) -> None:
    kit = kijk.kit()
    file = new_casus / "casus.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("titel:", "titel: a: b:", 1), "utf-8")
    until = time.monotonic() + PATIENCE
    while not (now := kijk.ask("/api/kit")[1])["broken"] and time.monotonic() < until:
        time.sleep(0.1)
    assert re.search(r"casus\.yaml:\d+:\d+", now["broken"][0])
    assert {kind["name"] for kind in now["kinds"]} == {kind["name"] for kind in kit["kinds"]}
    assert kijk.ask("/api/save", {"field": "titel", "value": "x", "before": kit["fields"]["titel"]["value"]})[0] == 422
    file.write_text(good, "utf-8")
    while kijk.ask("/api/kit")[1]["broken"] and time.monotonic() < until:
        time.sleep(0.1)
    assert kijk.ask("/api/kit")[1]["broken"] == []


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
def test_what_no_page_sends_is_refused(kijk: Kijk, body: Any, new_casus: Path) -> None:
    before = (new_casus / "casus.yaml").read_bytes()
    assert kijk.ask("/api/save", body if body is not None else "x")[0] == 400
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
def test_no_path_leads_out_of_the_page(kijk: Kijk, path: str) -> None:
    assert kijk.ask(path)[0] == 404


def test_a_port_that_is_taken_is_a_message(new_casus: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(AssertionError, match="die is bezet of niet toegestaan") as caught:
            begin(new_casus, "--poort", str(taken.getsockname()[1]))
        assert "laat --poort weg" in str(caught.value)


def test_an_example_is_not_written_on() -> None:
    with pytest.raises(AssertionError, match="is een voorbeeld"):
        begin(Path("zutphen-dementie"))


def test_fifty_saves_at_once_are_written_one_after_the_other(kijk: Kijk, new_casus: Path) -> None:
    values = kijk.kit()["fields"]
    whole = (new_casus / "casus.yaml").read_bytes()
    paths = [path for path, field in values.items() if field["kind"] == "text" and not field["fixed"]][:50]
    assert len(paths) > 30
    with ThreadPoolExecutor(16) as pool:

        def save(path: str) -> int:
            old = values[path]["value"]
            return kijk.ask("/api/save", {"field": path, "value": f"{old} ja", "before": old})[0]

        assert set(pool.map(save, paths)) == {200}
    now = EditableFile((new_casus / "casus.yaml").read_bytes(), "casus.yaml", CASUS).values
    assert {path: now[path] for path in paths} == {path: f"{values[path]['value']} ja" for path in paths}
    for _ in paths:
        assert kijk.ask("/api/undo", {})[0] == 200
    assert (new_casus / "casus.yaml").read_bytes() == whole, "step by step it is what it was, byte for byte"


@pytest.mark.parametrize("after", [0.0, 0.005, 0.02, 0.1])
def test_killed_while_it_saves_the_file_is_the_old_or_the_new_one(kijk: Kijk, new_casus: Path, after: float) -> None:
    old = kijk.kit()["fields"]["titel"]["value"]
    before = (new_casus / "casus.yaml").read_bytes()

    def save() -> None:
        with suppress(OSError, HTTPException):
            kijk.ask("/api/save", {"field": "titel", "value": "Heel anders", "before": old})

    saving = Thread(target=save)
    saving.start()
    time.sleep(after)
    kijk.process.kill()
    kijk.process.wait(PATIENCE)
    saving.join(PATIENCE)
    found = (new_casus / "casus.yaml").read_bytes()
    assert found in (before, before.replace(old.encode(), b"Heel anders", 1))
    later = begin(new_casus)
    assert later.kit()["fields"]["titel"]["value"] in (old, "Heel anders")
    assert later.end()[0] == 0


def test_two_runs_on_one_casus_know_of_each_other(kijk: Kijk, new_casus: Path) -> None:
    other = begin(new_casus)
    try:
        old = kijk.kit()["fields"]["titel"]["value"]
        assert other.kit()["fields"]["titel"]["value"] == old
        assert kijk.ask("/api/save", {"field": "titel", "value": "Van de een", "before": old})[0] == 200
        assert other.ask("/api/save", {"field": "titel", "value": "Van de ander", "before": old})[0] == 409
        assert "Van de een" in (new_casus / "casus.yaml").read_text("utf-8")
    finally:
        assert other.end()[0] == 0
