"""The process that listens: takes requests in, has a process with rules answer them, and keeps notes."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newslint.model.errors import NewslintError
from newslint.server import feedback, languagetool, page
from newslint.server.answers import problem, refused
from newslint.server.gate import ALLOWED, IN_FORM, SAFE, Gate
from newslint.server.held import Held
from newslint.server.job import Answer, Job, RefusalError, dumped
from newslint.server.notes import METRICS_TYPE, Notes
from newslint.server.settings import Settings
from newslint.server.workers import BusyError, GoneError, LostError, Workers
from newslint.version import VERSION

# Seconds that a client may take to send its request.
_PATIENCE = 30.0
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
Answering = Callable[[Request], Any]


class Server:
    """What the routes share."""

    def __init__(self, settings: Settings, notes: Notes) -> None:
        self.settings = settings
        self.notes = notes
        self.gate = Gate(settings)
        self.held = Held(settings.hold)
        self.workers = Workers(settings.options, settings.workers, settings.seconds, notes.lost)

    async def ask(self, kind: str, request: Request) -> Answer:
        """The answer of a process with rules."""
        try:
            body = await self.body(request)
            if request.url.path in IN_FORM:
                form = f"{request.url.query}&{body.decode('utf-8', 'replace')}"
                self.gate.token(request.url.path, form, request.headers)
            job = Job(kind, body, request.url.query, request.headers.get("content-type", ""))
            answer = await self._answer(job, request)
        except RefusalError as error:
            return refused(kind, error.status, error.why)
        except BusyError:
            answer = refused(kind, 503, "too many requests wait; try again")
            return answer._replace(headers={"retry-after": "2"})
        except GoneError:
            raise ClientDisconnect from None
        except LostError as error:
            return refused(kind, 503 if error.late else 500, error.why)
        self.notes.answered(answer)
        return answer

    async def _answer(self, job: Job, request: Request) -> Answer:
        """The answer that is held for a job, else that of a process, which is held then."""
        key = self.held.key(job)
        if held := self.held.get(key):
            self.notes.held()
            return held
        answer = await self.workers.ask(job, request.is_disconnected)
        self.held.put(key, answer)
        return answer

    async def body(self, request: Request) -> bytes:
        """What a request brings. Raises RefusalError: too much, or too slowly."""
        said = request.headers.get("content-length", "0")
        if said.isdigit() and int(said) > self.settings.most:
            raise self._too_large()
        pieces, size = [], 0
        try:
            async with asyncio.timeout(_PATIENCE):
                async for piece in request.stream():
                    size += len(piece)
                    if size > self.settings.most:
                        raise self._too_large()
                    pieces.append(piece)
        except TimeoutError:
            raise RefusalError(408, f"the request was not there within {_PATIENCE:g} s") from None
        return b"".join(pieces)

    def _too_large(self) -> RefusalError:
        return RefusalError(
            413, f"the text is too long: more than {self.settings.most / 1e6:g} MB; --max-size allows more"
        )

    async def feedback(self, request: Request) -> Answer:
        """Keep editors' verdicts."""
        if self.settings.feedback is None:
            return problem(404, "verdicts are not kept; newslint serve --feedback FILE keeps them")
        try:
            rows = feedback.rows_of(Job("feedback", await self.body(request)))
            await asyncio.to_thread(feedback.add, self.settings.feedback, rows)
        except RefusalError as error:
            return problem(error.status, error.why)
        except OSError as error:
            return problem(500, f"the verdict could not be kept: {error.strerror}")
        for row in rows:
            self.notes.verdict(row["verdict"])
        return Answer(b"", status=204)

    async def stats(self) -> Answer:
        """The verdicts by rule."""
        if self.settings.feedback is None:
            return problem(404, "verdicts are not kept; newslint serve --feedback FILE keeps them")
        try:
            sums = await asyncio.to_thread(_sums, self.settings.feedback)
        except NewslintError as error:
            return problem(500, error.message)
        return Answer(dumped({"rules": [{**one._asdict(), "right": one.right} for one in sums]}))

    def health(self) -> Answer:
        up = self.workers.alive
        about = {"status": "ok" if up else "no process with rules is up", "version": VERSION, "workers": up}
        return Answer(dumped(about), status=200 if up else 503)

    def metrics(self) -> Answer:
        self.notes.workers.set(self.workers.alive)
        self.notes.waiting.set(self.workers.waiting)
        return Answer(self.notes.metrics(), METRICS_TYPE)


def _sums(path: Path) -> list[feedback.Sum]:
    return feedback.summed(feedback.read(path)) if path.exists() else []


def app_of(server: Server) -> ASGIApp:
    """The application."""
    handlers = {HTTPException: _no_route, ClientDisconnect: _hung_up}
    return Doors(Starlette(routes=routes(server), exception_handlers=handlers), server)


def routes(server: Server) -> list[BaseRoute]:
    ask = partial(_asking, server)
    return [
        _route("/health", lambda _: server.health()),
        _route("/metrics", lambda _: server.metrics()),
        _route("/v2/check", ask("languagetool"), "GET", "POST"),
        _route("/v2/languages", lambda _: languagetool.languages()),
        _route("/v2/healthcheck", lambda _: Answer(b"OK", "text/plain")),
        _route("/check", ask("typerighter"), "POST"),
        _route("/checkStream", ask("typerighter-stream"), "POST"),
        _route("/categories", ask("typerighter-categories")),
        _route("/healthcheck", lambda _: server.health()),
        _route("/api/check", ask("check"), "POST"),
        _route("/api/rules", ask("rules")),
        _route("/api/draw", ask("draw"), "POST"),
        _route("/api/read", ask("read"), "POST"),
        _route("/", lambda _: page.page()),
        _route("/page/{name}", lambda request: page.part(request.path_params["name"])),
        _route("/api/feedback", server.feedback, "POST"),
        _route("/api/stats", lambda _: server.stats()),
        _route("/api/openapi.json", lambda _: _openapi()),
    ]


def _openapi() -> Answer:
    document = json.loads(Path(__file__).with_name("openapi.json").read_text(encoding="utf-8"))
    document["info"]["version"] = VERSION
    return Answer(dumped(document))


def _asking(server: Server, kind: str) -> Answering:
    async def answering(request: Request) -> Answer:
        return await server.ask(kind, request)

    return answering


def _route(path: str, answering: Answering, *methods: str) -> Route:
    async def endpoint(request: Request) -> Response:
        answer = answering(request)
        if asyncio.iscoroutine(answer):
            answer = await answer
        request.scope["newslint.found"] = sum(answer.found.values()) if answer.words else None
        return _response(answer)

    return Route(path, endpoint, methods=list(methods or ("GET",)))


def _response(answer: Answer) -> Response:
    return Response(answer.body, answer.status, dict(answer.headers), answer.content_type)


async def _no_route(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = (error.headers if isinstance(error, HTTPException) else None) or {}
    words = {404: "there is nothing here", 405: "this is asked in another way"}.get(status, "that went wrong")
    return _response(problem(status, words)._replace(headers=headers))


async def _hung_up(request: Request, error: Exception) -> Response:
    return Response(status_code=499)  # for the log; nobody reads it


class Doors:
    """Before every request: the gate; after it: a note."""

    def __init__(self, inner: Starlette, server: Server) -> None:
        self._inner = inner
        self._routes = inner.routes
        self._server = server

    def _methods(self, path: str) -> str:
        """How a path may be asked."""
        known = [route for route in self._routes if isinstance(route, Route) and route.path_regex.match(path)]
        return ", ".join(sorted({"OPTIONS", *(method for route in known for method in route.methods or ())}))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        began = time.perf_counter()
        headers = Headers(scope=scope)
        method = scope["method"] if scope["method"] in METHODS else "other"
        sent = {"status": 499, "size": 0}
        more: Mapping[str, str] = SAFE

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = message["status"]
                message["headers"] = [*message.get("headers", ()), *_raw(more)]
            sent["size"] += len(message.get("body", b""))
            await send(message)

        try:
            query = scope["query_string"].decode("latin-1")
            more = self._server.gate.pass_(scope["method"], scope["path"], query, headers)
        except RefusalError as error:
            await _response(_with_challenge(problem(error.status, error.why)))(scope, receive, sending)
        else:
            if method == "OPTIONS":
                preflight = ALLOWED if "access-control-allow-origin" in more else {}
                allow = {"allow": self._methods(scope["path"])}
                await Response(status_code=204, headers={**allow, **preflight})(scope, receive, sending)
            else:
                await self._inner(scope, receive, sending)
        route = scope.get("route")
        self._server.notes.request(
            route.path if isinstance(route, Route) else "-",
            method,
            sent["status"],
            time.perf_counter() - began,
            sent["size"],
            scope.get("newslint.found"),
        )


def _raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]


def _with_challenge(answer: Answer) -> Answer:
    return answer._replace(headers={"www-authenticate": 'Bearer realm="newslint"'}) if answer.status == 401 else answer
