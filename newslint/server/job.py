"""What the process that listens and the processes that lint say to each other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from newslint.model.named_tuple import NamedTuple

JSON = "application/json"
# Fields of a form; more are no form of ours.
_MOST_FIELDS = 200


class Job(NamedTuple):
    """A request. ``kind``: which answer of ``answers.KINDS``; ``query``: as it stands behind the question mark."""

    kind: str
    body: bytes = b""
    query: str = ""
    content_type: str = ""


class Answer(NamedTuple):
    """What to send. ``found``: findings by rule; ``words``: that were read; both for the metrics.

    ``whole``: whether every rule that had a say had time for it, and to ask again would give the same.
    """

    body: bytes
    content_type: str = JSON
    status: int = 200
    headers: Mapping[str, str] = {}
    found: Mapping[str, int] = {}
    words: int = 0
    whole: bool = False


class RefusalError(Exception):
    """A request that gets no answer: its HTTP status, and a line that says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(status, why)
        self.status = status
        self.why = why


def dumped(value: object) -> bytes:
    """JSON in ASCII: half a surrogate pair, which a client may have sent, has no other form."""
    return json.dumps(value, separators=(",", ":")).encode()


def parsed(job: Job) -> dict[str, Any]:
    """The JSON object that a request brings. Raises RefusalError."""
    try:
        value = json.loads(job.body)
    except (ValueError, RecursionError):
        raise RefusalError(400, "the body is not JSON") from None
    if not isinstance(value, dict):
        raise RefusalError(400, "the body is to be a JSON object")
    return value


def fields(job: Job) -> dict[str, str]:
    """The fields of a form, those of the query among them. Raises RefusalError."""
    kind = job.content_type.partition(";")[0].strip().lower()
    if job.body and kind not in ("", "application/x-www-form-urlencoded", "text/plain"):
        raise RefusalError(415, f"the body is to be application/x-www-form-urlencoded, not {kind[:80]}")
    found: dict[str, str] = {}
    try:
        for part in (job.query, job.body.decode("utf-8", "replace")):
            found |= dict(parse_qsl(part, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise RefusalError(400, "too many fields") from None
    return found
