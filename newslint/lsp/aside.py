"""What the server does beside its loop: work in threads, its client watched, files that only it may see."""

from __future__ import annotations

import asyncio
import atexit
import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol

from newslint.lsp.buffer import NoPositionError
from newslint.run.deadline import deadline_in_thread

# Seconds that a question may take to be answered.
_ANSWER = 5.0
# Seconds between two looks whether the client is still there.
_WATCH = 3.0
# Bytes of a message and of a line of its header; of a document of the largest size each character may be escaped.
_LONGEST_MESSAGE = 400_000_000
_LONGEST_LINE = 1000
T = TypeVar("T")


class AnsweringProtocol(LanguageServerProtocol):
    """Answers a request that is not as the protocol has it with an error; pygls only logs one, and the client waits.

    And forgets what is done: pygls keeps the future of each notification for good, some 2.5 KB an edit.
    """

    def _execute_handler(
        self,
        msg_id: int | str,
        handler: Any,
        callback: Callable[[Any], object],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        def done(future: Any) -> None:
            self._request_futures.pop(msg_id, None)
            callback(future)

        super()._execute_handler(msg_id, handler, done, args, kwargs)

    def structure_message(self, data: dict[str, Any]) -> Any:
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise


class Input:
    """The client's bytes, in bounded pieces: pygls takes as many as a header says, whatever that is.

    Where a length or a header line cannot be, nothing that follows can be told apart: the input ends there.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readline(self) -> bytes:
        line = self._file.readline(_LONGEST_LINE)
        return line if len(line) < _LONGEST_LINE else self._end("a header line without an end")

    def read(self, size: int) -> bytes:
        return self._file.read(size) if size <= _LONGEST_MESSAGE else self._end("a message longer than any can be")

    def _end(self, what: str) -> bytes:
        logging.getLogger(__name__).error("the client sends %s; newslint ends", what)
        return b""


async def aside(work: Callable[..., T], *arguments: object) -> T:
    """Work done in a thread, while others are served."""
    return await asyncio.get_running_loop().run_in_executor(None, work, *arguments)


async def answer(otherwise: T, work: Callable[..., T], *arguments: object) -> T:
    """The answer to a question about a document; ``otherwise`` where it fails or takes too long, which is logged.

    Raises JsonRpcInvalidParams for a position that there is not.
    """

    def answered() -> T:
        with deadline_in_thread("the editor's question", _ANSWER):
            return work(*arguments)

    try:
        return await aside(answered)
    except NoPositionError as error:
        raise JsonRpcInvalidParams(str(error)) from None
    except Exception:
        logging.getLogger(__name__).exception("a question could not be answered")
        return otherwise


async def watch(client: int) -> None:
    """End when the client's process has ended, however it did."""
    if os.name == "nt" or not _runs(client):  # Windows closes our input; a client in another container is not seen
        return
    while _runs(client):
        await asyncio.sleep(_WATCH)
    os._exit(1)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


@cache
def private_folder() -> Path:
    """A folder of ours alone: in the common one for temporary files somebody else may have laid a link."""
    folder = tempfile.mkdtemp(prefix="newslint-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
