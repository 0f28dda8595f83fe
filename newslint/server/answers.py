"""Every kind of request that a process with rules answers, and how each says that it does not."""

from __future__ import annotations

from collections.abc import Callable

from newslint.model.errors import NewslintError, NotCopyError, unforeseen
from newslint.model.named_tuple import NamedTuple
from newslint.run.deadline import deadline, too_long
from newslint.server import api, drawing, languagetool, typerighter
from newslint.server.checked import Desk
from newslint.server.job import Answer, Job, RefusalError, dumped


class Kind(NamedTuple):
    """A kind of request."""

    answer: Callable[[Desk, Job], Answer]
    refusal: Callable[[int, str], Answer]


def problem(status: int, why: str) -> Answer:
    """RFC 9457: problem details."""
    return Answer(dumped({"title": why, "status": status}), "application/problem+json", status)


KINDS = {
    "languagetool": Kind(languagetool.check, languagetool.refusal),
    "typerighter": Kind(typerighter.check, typerighter.refusal),
    "typerighter-stream": Kind(typerighter.stream, typerighter.refusal),
    "typerighter-categories": Kind(typerighter.categories, typerighter.refusal),
    "check": Kind(api.check, problem),
    "rules": Kind(api.rules, problem),
    "draw": Kind(drawing.draw, problem),
    "read": Kind(drawing.read, problem),
}


def refused(kind: str, status: int, why: str) -> Answer:
    """A refusal as the clients of a kind of request read it."""
    return (KINDS[kind].refusal if kind in KINDS else problem)(status, why)


def answer(desk: Desk, job: Job, seconds: float) -> Answer:
    """The answer to a request; whatever is wrong with it is said in its own protocol."""
    try:
        with deadline("the text", seconds):
            return KINDS[job.kind].answer(desk, job)
    except RefusalError as error:
        return refused(job.kind, error.status, error.why)
    except NotCopyError as error:
        return refused(job.kind, 415, error.message)
    except NewslintError as error:
        if error.message == too_long(seconds):
            return refused(job.kind, 503, f"not checked: it took longer than {seconds:g} s")
        return refused(job.kind, 422, str(error))
    except Exception as error:
        return refused(job.kind, 500, unforeseen(error))
