"""A process with rules: takes a job, gives its answer, until its pipe is closed."""

from __future__ import annotations

from contextlib import suppress
from multiprocessing.connection import Connection

from newslint.model.errors import NewslintError, unforeseen
from newslint.run.settings import Options


def work(pipe: Connection, options: Options, seconds: float) -> None:
    """What the process does. Its first word is "" when it is ready, else what is wrong with its settings."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    from newslint.run.pool import end_with
    from newslint.server.answers import answer
    from newslint.server.checked import Desk

    end_with()
    gc.set_threshold(50_000)
    with suppress(OSError, EOFError):  # the parent has gone
        try:
            desk = Desk(options)
        except NewslintError as error:
            pipe.send(str(error))
            return
        except Exception as error:
            pipe.send(unforeseen(error))
            return
        pipe.send("")
        while True:
            pipe.send(answer(desk, pipe.recv(), seconds))
