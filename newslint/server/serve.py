"""Listening: from the settings to the last answer."""

from __future__ import annotations

import asyncio
import socket
import sys

import uvicorn

from newslint.model.errors import NewslintError
from newslint.server.app import Server, app_of
from newslint.server.notes import Notes, to_stderr
from newslint.server.settings import Settings

# Seconds that requests under way are waited for when the server is told to stop, beyond their own deadline.
_LAST = 3.0
# Connections at a time.
_CONNECTIONS = 1000


def serve(settings: Settings) -> int:
    """Listen until SIGTERM or an interrupt; returns the exit code. Raises NewslintError where it cannot begin."""
    listening = _bound(settings)
    try:
        asyncio.run(_listen(listening, settings))
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()
    return 0


async def _listen(listening: socket.socket, settings: Settings) -> None:
    server = Server(settings, Notes(to_stderr if settings.log else None))
    config = uvicorn.Config(
        app_of(server),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="off",
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=int(settings.seconds + _LAST),
    )
    await server.workers.start()
    try:
        await _Server(config).serve(sockets=[listening])
    finally:
        await server.workers.stop()


class _Server(uvicorn.Server):
    """Uvicorn's, which says where it listens once it does."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            host, port = sockets[0].getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            sys.stderr.write(f"newslint listens at http://{shown}:{port}/ (Ctrl+C ends it)\n")
            sys.stderr.flush()


def _bound(settings: Settings) -> socket.socket:
    """The socket that it listens at. Raises NewslintError."""
    where = f"{settings.host}:{settings.port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        raise NewslintError(where, f"cannot listen there: {error.strerror or error}; choose another --port") from None
    return listening
