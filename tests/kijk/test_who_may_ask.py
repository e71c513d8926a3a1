"""The page answers to itself alone: no other site, name, program or address gets in."""

import asyncio
from typing import Any

import pytest

from speelveld.kijk.guard import KEY, MOST_BODY, Guard

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
JSON = {"content-type": "application/json", "origin": f"http://{HOST}"}


async def inside(scope: Any, receive: Any, send: Any) -> None:
    """Answer what gets in with how many bytes came along."""
    del scope
    taken, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        taken += len(message.get("body", b""))
        more = message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(taken).encode()})


class Browser:
    """Asks a guard, with the cookies it got."""

    def __init__(self) -> None:
        self.guard = Guard(inside, PORT, key="geheim")
        self.cookie = ""

    def ask(
        self, path: str = "/", method: str = "GET", query: str = "", body: bytes = b"", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        sent: list[Any] = []
        given = {"host": HOST, "content-length": str(len(body)), **headers}
        if self.cookie and "cookie" not in given:
            given["cookie"] = self.cookie
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in given.items()],
        }

        async def receive() -> Any:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        asyncio.run(self.guard(scope, receive, send))
        told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return sent[0]["status"], told, sent[1]["body"]

    def enter(self) -> None:
        status, headers, _ = self.ask(query=f"{KEY}=geheim")
        assert (status, headers["location"]) == (303, "/")
        self.cookie = headers["set-cookie"].partition(";")[0]


@pytest.fixture
def browser() -> Browser:
    found = Browser()
    found.enter()
    return found


def test_the_secret_is_changed_for_a_cookie_that_no_script_reads_and_the_address_is_plain_again() -> None:
    _, headers, body = Browser().ask(query=f"{KEY}=geheim")
    assert headers["location"] == "/"
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in headers["set-cookie"].split(";")}
    assert "geheim" not in headers["set-cookie"]
    assert body == b""


@pytest.mark.parametrize("query", ["", f"{KEY}=", f"{KEY}=geheimer", f"{KEY}=Geheim", f"{KEY}=g%C3%A9heim", "x=geheim"])
def test_without_the_secret_nobody_gets_in(query: str) -> None:
    assert Browser().ask(query=query)[0] == 403


@pytest.mark.parametrize("path", ["/", "/api/kit", "/page/main.js", "/picture/1", "/font/a", "/news"])
def test_nothing_is_read_without_the_cookie(path: str, browser: Browser) -> None:
    assert browser.ask(path)[0] == 200
    for cookie in (
        "",
        "speelveld-8123=",
        "speelveld-8123=x",
        "speelveld-8124=x",
        browser.cookie.replace("8123", "8124"),
    ):
        assert browser.ask(path, cookie=cookie)[0] == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"[::1]:{PORT}", f"localhost.:{PORT}", ""],
)
def test_another_name_that_points_here_gets_nothing(host: str, browser: Browser) -> None:
    """DNS rebinding: the browser then sends the name of the other site, and its cookies."""
    assert browser.ask(host=host)[0] == 421
    assert browser.ask(host=host, query=f"{KEY}=geheim")[0] == 421


def test_localhost_is_this_computer_too(browser: Browser) -> None:
    assert browser.ask(host=f"LocalHost:{PORT}")[0] == 200


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": f"https://{HOST}"}, 403),
        ({"origin": f"http://127.0.0.1:{PORT + 1}"}, 403),
        ({"content-type": "application/json; charset=utf-8"}, 200),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": ""}, 415),
    ],
)
def test_only_the_page_itself_changes_something(changes: dict[str, str], status: int, browser: Browser) -> None:
    assert browser.ask("/api/save", "POST", body=b"{}", **{**JSON, **changes})[0] == status
    without = {name: value for name, value in JSON.items() if name not in changes}
    if changes and status != 200:
        assert browser.ask("/api/save", "POST", body=b"{}", **without)[0] == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_ways_to_ask_are_no_way_around(method: str, browser: Browser) -> None:
    assert browser.ask("/api/save", method, origin="http://evil.example")[0] == 403


def test_no_more_is_taken_than_a_casus_can_be(browser: Browser) -> None:
    assert browser.ask("/api/save", "POST", body=b"x" * MOST_BODY, **JSON)[2] == str(MOST_BODY).encode()
    assert browser.ask("/api/save", "POST", body=b"x" * (MOST_BODY + 1), **JSON)[0] == 413
    # One that says it is shorter than it is ends before it is all in.
    lying = browser.ask("/api/save", "POST", body=b"x" * (MOST_BODY + 1), **{**JSON, "content-length": "2"})
    assert lying[2] == b"0"
    assert browser.ask("/api/save", "POST", body=b"{}", **{**JSON, "content-length": "many"})[0] == 411


def test_no_answer_may_be_framed_guessed_or_read_by_another_site(browser: Browser) -> None:
    for _, headers, _ in (browser.ask(), browser.ask("/api/kit", cookie=""), browser.ask(host="evil.example")):
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["referrer-policy"] == "no-referrer"
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["frame-ancestors"] == "'none'"
        assert (policy["script-src"], policy["style-src"], policy["connect-src"]) == ("'self'",) * 3
        assert "access-control-allow-origin" not in headers
