"""The server of the page: on this computer only, until Ctrl-C or the button that stops it."""

import asyncio
import json
import socket
import sys
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import uvicorn
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from watchfiles import awatch

from speelveld.errors import Problem, UsageError
from speelveld.kijk.begin import ANSWERS, Begin
from speelveld.kijk.casusfile import STRANGE, ClashError, RefusedError
from speelveld.kijk.guard import Guard
from speelveld.kijk.remarks import Remark
from speelveld.kijk.workshop import Workshop

HOST = "127.0.0.1"
BUG = "Dit is een fout van het programma, niet van u. In het venster waarin u het startte, staat wat er misging."
# It is no module: it is for browsers that know none.
_FOR_OLD = "old.js"
_PAGE = Path(__file__).parent / "page"
# How long a stream may be silent before something is sent, so that a page sees that it was cut off; in seconds.
_BEAT = 15.0
_FOREVER = {"cache-control": "private, max-age=31536000, immutable"}
_NEVER = {"cache-control": "no-store"}


def listening(port: int | None) -> socket.socket:
    """Return a socket that listens on this computer; without a port on any that is free.

    Raises:
        UsageError: the port is taken, or no program of this user may have it.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # A run that has just ended keeps its port for a minute (RFC 9293, 3.6.1). On Windows two could then have one port.
    if sys.platform != "win32":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port or 0))
    except OSError as error:
        found.close()
        hint = "kies een andere met --poort, of laat --poort weg: dan wordt er een gezocht"
        raise UsageError([Problem(f"poort {port} kan niet: die is bezet of niet toegestaan", hint=hint)]) from error
    found.listen(64)
    return found


class Pages:
    """The pages that look on, and the news for each of them."""

    def __init__(self) -> None:
        """Nobody looks on yet."""
        self._waiting: set[asyncio.Queue[Mapping[str, Any] | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def here(self) -> None:
        """Take the loop that runs now for the one to tell."""
        self._loop = asyncio.get_running_loop()

    def tell(self, news: Mapping[str, Any]) -> None:
        """Tell all pages; may be called from another thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._put, news)

    def stop(self) -> None:
        """Tell all pages that it is over; may be called from another thread, or from what hears a signal."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._put, None)

    def _put(self, news: Mapping[str, Any] | None) -> None:
        for waiting in self._waiting:
            waiting.put_nowait(news)

    async def stream(self, gone: Callable[[], None]) -> AsyncIterator[str]:
        """Yield what a page hears from now on, as server-sent events (WHATWG HTML, 9.2); `gone` hears that it went."""
        waiting: asyncio.Queue[Mapping[str, Any] | None] = asyncio.Queue()
        self._waiting.add(waiting)
        try:
            yield "retry: 1000\n\n"
            while True:
                try:
                    news = await asyncio.wait_for(waiting.get(), _BEAT)
                except TimeoutError:
                    yield ": \n\n"
                    continue
                if news is None:
                    yield "event: stopped\ndata: {}\n\n"
                    return
                yield f"event: news\ndata: {json.dumps(news, ensure_ascii=False)}\n\n"
        finally:
            self._waiting.discard(waiting)
            gone()


def application(workshop: Workshop, pages: Pages, stop: Callable[[], None]) -> Starlette:
    """Return what answers the page; `stop` ends the program."""
    environment = Environment(loader=FileSystemLoader(_PAGE), autoescape=True, undefined=StrictUndefined)
    index = environment.get_template("index.html.j2")
    modules = sorted(path.name for path in _PAGE.glob("*.js") if path.name != _FOR_OLD)

    async def front(_: Request) -> Response:
        return HTMLResponse(index.render(titel=workshop.title, bestand=workshop.name, modules=modules), headers=_NEVER)

    async def kit(_: Request) -> Response:
        return JSONResponse(await _asked(workshop.everything), headers=_NEVER)

    async def face(request: Request) -> Response:
        return JSONResponse(await _asked(workshop.face, request.query_params.get("id", "")), headers=_NEVER)

    async def picture(request: Request) -> Response:
        svg = await _asked(workshop.picture, request.path_params["name"])
        return Response(svg, media_type="image/svg+xml", headers=_NEVER)

    async def fonts(_: Request) -> Response:
        return Response(await _asked(workshop.stylesheet), media_type="text/css", headers=_NEVER)

    async def font(request: Request) -> Response:
        data = await _asked(workshop.font, request.path_params["name"])
        return Response(data, media_type="font/ttf", headers=_FOREVER)

    async def news(request: Request) -> Response:
        page = request.query_params.get("page", "")
        return StreamingResponse(
            pages.stream(lambda: workshop.gone(page)), media_type="text/event-stream", headers=_NEVER
        )

    async def stopped(_: Request) -> Response:
        stop()
        return JSONResponse({})

    return Starlette(
        routes=[
            Route("/", front),
            Route("/fonts.css", fonts),
            Route("/font/{name}", font),
            Route("/picture/{name}", picture),
            Route("/news", news),
            Route("/api/kit", kit),
            Route("/api/face", face),
            Route("/api/try", _posted(workshop.tried, field=str, value=str, face=str, page=str), methods=["POST"]),
            Route("/api/save", _posted(workshop.save, field=str, value=str, before=str, page=str), methods=["POST"]),
            Route(
                "/api/arrange",
                _posted(workshop.arrange, what=str, path=str, index=int, to=int, seen=dict),
                methods=["POST"],
            ),
            Route("/api/put", _posted(workshop.put, path=str, value=object, before=object), methods=["POST"]),
            Route("/api/undo", _posted(workshop.undo), methods=["POST"]),
            Route("/api/redo", _posted(workshop.redo), methods=["POST"]),
            Route("/api/ways", _posted(workshop.look_as, inktarm=bool, vellen=bool), methods=["POST"]),
            Route("/api/stop", stopped, methods=["POST"]),
            Mount("/page", StaticFiles(directory=_PAGE)),
        ],
        exception_handlers={HTTPException: _not_there, KeyError: _not_there},
    )


class Door:
    """Answers as the application that is behind it now: the choice of a casus first, and then that casus."""

    def __init__(self, app: ASGIApp) -> None:
        """Let `app` answer."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self.app(scope, receive, send)


def beginning(begin: Begin, use: Callable[[Path], None], stop: Callable[[], None]) -> Starlette:
    """Return what answers before there is a casus; `use` is told of the file of the one that was chosen, once."""
    environment = Environment(loader=FileSystemLoader(_PAGE), autoescape=True, undefined=StrictUndefined)
    index = environment.get_template("begin.html.j2")
    pool = ThreadPoolExecutor(1, "begin")
    chosen: list[Path] = []

    def chosen_by(choose: Callable[..., Path]) -> Callable[..., "Future[Mapping[str, Any]]"]:
        def act(**answers: str) -> Mapping[str, Any]:
            if chosen:
                raise RefusedError("Er is al een casus open. Laad deze bladzijde opnieuw.")
            chosen.append(choose(**answers))
            use(chosen[0])
            return {}

        return lambda **answers: pool.submit(act, **answers)

    async def front(_: Request) -> Response:
        return HTMLResponse(index.render(), headers=_NEVER)

    async def choices(_: Request) -> Response:
        return JSONResponse(await _asked(lambda: pool.submit(begin.choices)), headers=_NEVER)

    async def stopped(_: Request) -> Response:
        stop()
        return JSONResponse({})

    answers = dict.fromkeys(ANSWERS, str)
    return Starlette(
        routes=[
            Route("/", front),
            Route("/api/begin", choices),
            Route("/api/begin/open", _posted(chosen_by(begin.opened), path=str), methods=["POST"]),
            Route("/api/begin/copy", _posted(chosen_by(begin.copied), example=str), methods=["POST"]),
            Route("/api/begin/new", _posted(chosen_by(begin.new), **answers), methods=["POST"]),
            Route("/api/stop", stopped, methods=["POST"]),
            Mount("/page", StaticFiles(directory=_PAGE)),
        ],
        exception_handlers={HTTPException: _not_there, KeyError: _not_there},
    )


async def _not_there(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return PlainTextResponse("Dit is er niet.", status_code=status)


async def _asked(ask: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Return what the workshop answers, while others are served."""
    return await asyncio.wrap_future(ask(*given, **named))


def _is(value: object, kind: type) -> bool:
    return kind is object or type(value) is kind


def _posted(ask: Callable[..., Any], **kinds: type) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers a request that changes something: its body is an object with these names."""

    async def answer(request: Request) -> Response:
        try:
            body = await request.json()
        except (ValueError, RecursionError):
            body = None
        if isinstance(body, dict) and "page" in kinds:
            body = {"page": "", **body}
        if not isinstance(body, dict) or not all(_is(body.get(name), kind) for name, kind in kinds.items()):
            return JSONResponse({"message": STRANGE}, status_code=400)
        try:
            return JSONResponse(await _asked(ask, **{name: body.get(name) for name in kinds}))
        except ClashError as clash:
            return JSONResponse({"message": str(clash), "there": clash.there}, status_code=409)
        except RefusedError as refusal:
            told = {
                "message": str(refusal),
                "remarks": [Remark("mistake", each, "").as_data(()) for each in refusal.problems],
            }
            return JSONResponse(told, status_code=422)
        except Exception:
            # The page goes on; who started the program sees what to pass on.
            traceback.print_exc()
            return JSONResponse({"message": BUG}, status_code=500)

    return answer


class _Server(uvicorn.Server):
    """A server whose open streams end before it waits for them."""

    def __init__(self, config: uvicorn.Config, pages: Pages) -> None:
        super().__init__(config)
        self._pages = pages
        self.ended = asyncio.Event()

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Stop, told by a signal: no second one is needed, as the streams end by themselves."""
        del sig, frame
        self.end()

    def end(self) -> None:
        """Stop."""
        self.should_exit = True
        self._pages.stop()
        asyncio.get_running_loop().call_soon_threadsafe(self.ended.set)


def serve(
    first: Workshop | Begin,
    pages: Pages,
    found: socket.socket,
    opened: Callable[[str], None],
    start: Callable[[Path], Workshop] | None = None,
) -> None:
    """Serve a casus, or the choice of one, until it is stopped; `opened` is told the address once somebody can look.

    `start` gives the workshop of the casus that was chosen.
    """
    asyncio.run(_serve(first, pages, found, opened, start))


async def _serve(
    first: Workshop | Begin,
    pages: Pages,
    found: socket.socket,
    opened: Callable[[str], None],
    start: Callable[[Path], Workshop] | None,
) -> None:
    pages.here()
    holder: list[_Server] = []
    tasks: list[asyncio.Task[None]] = []
    loop = asyncio.get_running_loop()

    def stop() -> None:
        holder[0].end()

    def use(workshop: Workshop) -> None:
        door.app = application(workshop, pages, stop)
        tasks.append(asyncio.create_task(_watch(workshop, server.ended)))

    def chosen(path: Path) -> None:
        assert start is not None, "who may choose a casus is told how to start it"
        workshop = start(path)
        loop.call_soon_threadsafe(use, workshop)

    door = Door(Starlette() if isinstance(first, Workshop) else beginning(first, chosen, stop))
    guard = Guard(door, found.getsockname()[1])
    config = uvicorn.Config(
        guard,
        log_level="critical",
        access_log=False,
        lifespan="off",
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, pages)
    holder.append(server)
    if isinstance(first, Workshop):
        use(first)
    tasks.append(asyncio.create_task(_when_started(server, lambda: opened(guard.address))))
    try:
        await server.serve(sockets=[found])
    finally:
        server.ended.set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _when_started(server: uvicorn.Server, then: Callable[[], None]) -> None:
    while not server.started:
        await asyncio.sleep(0.01)
    then()


async def _watch(workshop: Workshop, ended: asyncio.Event) -> None:
    """Look again when a file changes that the kit is made of; a folder that goes away is looked for again."""
    back = False
    while not ended.is_set():
        folders = [folder for folder in workshop.folders if folder.is_dir()]
        if folders:
            before = [_identity(folder) for folder in folders]
            how: dict[str, Any] = {"debounce": 100, "step": 20, "rust_timeout": 1000, "yield_on_timeout": True}
            try:
                async for changes in awatch(*folders, stop_event=ended, **how):
                    # Of a drive that comes back no system tells, and what changed before it is watched nobody saw.
                    if changes or back or workshop.is_broken:
                        workshop.changed_outside()
                    back = False
                    if [_identity(folder) for folder in folders] != before:
                        break
            except (OSError, RuntimeError):
                pass
        workshop.changed_outside()
        back = True
        try:
            await asyncio.wait_for(ended.wait(), 2.0)
        except TimeoutError:
            continue


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder apart from another that came in its place; None if there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
