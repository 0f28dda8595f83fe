"""The language server in this process, spoken to in bytes: whatever a client says, the next document is served."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
import threading
from functools import cache

from pygls.io_ import run_async

from newslint.lsp.aside import Input
from newslint.lsp.features import build
from newslint.lsp.server import NewslintServer
from newslint.lsp.session import Preferences

_HEADER = re.compile(rb"Content-Length: \d+\r\nContent-Type: [^\r]*\r\n\r\n")
LAST = "file:///fuzz/last.txt"


class _Heard:
    """What the server says."""

    def __init__(self) -> None:
        self.data = b""

    def write(self, data: bytes) -> None:
        self.data += data

    def close(self) -> None:
        pass


class _Reader:
    """pygls' way to read, without its threads."""

    def __init__(self, data: bytes) -> None:
        self.input = Input(io.BytesIO(data))

    async def readline(self) -> bytes:
        return self.input.readline()

    async def readexactly(self, size: int) -> bytes:
        return self.input.read(size)


_loop = cache(asyncio.new_event_loop)


@cache
def _server() -> NewslintServer:
    server = build()
    start = {"id": 0, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}
    _loop().run_until_complete(_session(server, _framed(start) + _framed({"method": "initialized", "params": {}})))
    return server


def _framed(message: dict[str, object] | bytes) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def frames(data: bytes) -> None:
    """Each line of ``data`` is the body of a message; data that begins as a header stands as it is."""
    logging.disable(logging.CRITICAL)
    try:
        _talk(_server(), data)
    finally:
        logging.disable(logging.NOTSET)


def _talk(server: NewslintServer, data: bytes) -> None:
    server.session.documents.clear()
    server.session.troubles.clear()
    server.prefer({})
    server.protocol._shutdown = False
    server.pulls = False
    if data[:8].lower() == b"content-":
        _loop().run_until_complete(_session(server, data))
        return
    item = {"uri": LAST, "languageId": "plaintext", "version": 7, "text": "They met to to vote."}
    last = _framed({"method": "textDocument/didOpen", "params": {"textDocument": item}})
    said = b"".join(map(_framed, filter(None, data.split(b"\n"))))
    heard = _loop().run_until_complete(_session(server, said + last))
    if heard is None or server.pulls or server.protocol._shutdown:
        return
    (found,) = (
        message["params"]["diagnostics"]
        for message in map(json.loads, _HEADER.split(heard)[1:])
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == LAST
    )
    if server.session.preferences == Preferences():
        assert [row["code"] for row in found] == ["sentences/repeated-word"]


async def _session(server: NewslintServer, data: bytes) -> bytes | None:
    """What the server says to bytes, all its work done; None where it was told to exit."""
    heard = _Heard()
    server.protocol.set_writer(heard)
    others = asyncio.all_tasks()
    try:
        await run_async(threading.Event(), _Reader(data), server.protocol)
        async with asyncio.timeout(20):
            while left := asyncio.all_tasks() - others:
                await asyncio.wait(left)
    except SystemExit:
        return None
    return heard.data
