"""Who may ask: only the page that this program opened, on this computer.

Any site that a browser shows can send requests to a program on this computer, and a name of its own can be made to
point here (DNS rebinding). So the name and port asked for must be ours, all but the first page needs the cookie that
the secret in the address was changed for, and what changes something must come from our own page, as JSON, which no
form of another site can send.
"""

import hmac
from collections.abc import Iterable
from http.cookies import SimpleCookie
from secrets import token_urlsafe
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

# More than any casus; in bytes.
MOST_BODY = 2_000_000
KEY = "sleutel"
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_STRANGER = "Deze bladzijde hoort bij een ander venster. Open het adres dat 'speelveld kijk' noemde."


class Guard:
    """An ASGI application that lets through what comes from the page of this run, and refuses the rest."""

    def __init__(self, app: ASGIApp, port: int, key: str | None = None) -> None:
        """Let `app` answer; `port` is where it listens. The `key` is what an address must hold to get in."""
        self._app = app
        self._hosts = frozenset(f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost"))
        self.key = key or token_urlsafe(24)
        self._pass = token_urlsafe(24)
        # Cookies do not tell ports apart: each run has a name of its own.
        self._cookie = f"speelveld-{port}"
        self.address = f"http://127.0.0.1:{port}/?{KEY}={self.key}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(reversed(scope["headers"]))
        if headers.get(b"host", b"").lower() not in self._hosts:
            await _refuse(send, 421, "Dit adres is niet van dit programma.")
            return
        asked = parse_qs(scope["query_string"].decode("latin-1")).get(KEY, [""])[0]
        if scope["path"] == "/" and asked:
            await self._welcome(asked, send)
            return
        if not self._knows(headers.get(b"cookie", b"")):
            await _refuse(send, 403, _STRANGER)
            return
        if scope["method"] not in ("GET", "HEAD"):
            if wrong := _not_ours(headers):
                await _refuse(send, *wrong)
                return
            receive = _limited(receive)

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        await self._app(scope, receive, answered)

    def _knows(self, cookies: bytes) -> bool:
        held = SimpleCookie(cookies.decode("latin-1")).get(self._cookie)
        return held is not None and hmac.compare_digest(held.value, self._pass)

    async def _welcome(self, asked: str, send: Send) -> None:
        """Change the secret of the address for a cookie that no script can read, and go to the plain address."""
        if not hmac.compare_digest(asked.encode(), self.key.encode()):
            await _refuse(send, 403, _STRANGER)
            return
        cookie = f"{self._cookie}={self._pass}; Path=/; HttpOnly; SameSite=Strict"
        headers = ((b"location", b"/"), (b"set-cookie", cookie.encode()), (b"cache-control", b"no-store"))
        await _answer(send, 303, b"", headers)


def _not_ours(headers: dict[bytes, bytes]) -> tuple[int, str] | None:
    """Return why a request that changes something is none of our own page; None if it is."""
    if headers.get(b"origin") != b"http://" + headers[b"host"]:
        return 403, _STRANGER
    if headers.get(b"content-type", b"").partition(b";")[0].strip().lower() != b"application/json":
        return 415, "Dit verzoek is niet van deze bladzijde."
    length = headers.get(b"content-length", b"")
    if not length.isdigit():
        return 411, "Dit verzoek zegt niet hoe lang het is."
    return (413, "Deze tekst is veel te lang.") if int(length) > MOST_BODY else None


def _limited(receive: Receive) -> Receive:
    """Return what receives no more than a request may hold, whatever it says of itself."""
    left = MOST_BODY

    async def some() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        return message if left >= 0 else {"type": "http.disconnect"}

    return some


async def _refuse(send: Send, status: int, words: str) -> None:
    await _answer(send, status, words.encode(), ((b"content-type", b"text/plain; charset=utf-8"),))


async def _answer(send: Send, status: int, body: bytes, headers: Iterable[tuple[bytes, bytes]]) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length, *_HEADERS]})
    await send({"type": "http.response.body", "body": body})
