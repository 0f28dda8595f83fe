"""What is kept about requests: a line each, without copy, and counts for Prometheus."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from newslint.server.job import Answer
from newslint.version import VERSION

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
METRICS_TYPE = CONTENT_TYPE_LATEST


class Notes:
    """The log and the counts of one server. ``write`` takes a line of the log."""

    def __init__(self, write: Callable[[str], None] | None) -> None:
        self._write = write
        self._registry = registry = CollectorRegistry()
        about = Gauge("newslint_info", "The program.", ["version"], registry=registry)
        about.labels(VERSION).set(1)
        self._requests = Counter(
            "newslint_requests", "Requests answered.", ["route", "method", "status"], registry=registry
        )
        self._seconds = Histogram(
            "newslint_request_seconds",
            "From the head of a request to the end of its answer.",
            ["route"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._findings = Counter("newslint_findings", "Findings by rule.", ["rule"], registry=registry)
        self._words = Counter("newslint_words", "Words checked.", registry=registry)
        self._lost = Counter("newslint_workers_lost", "Processes started anew.", ["why"], registry=registry)
        self._held = Counter("newslint_held", "Answers given again without a check.", registry=registry)
        self._verdicts = Counter("newslint_feedback", "Verdicts of editors.", ["verdict"], registry=registry)
        self.workers = Gauge("newslint_workers", "Processes with rules that are up.", registry=registry)
        self.waiting = Gauge("newslint_waiting", "Requests that wait for a process.", registry=registry)

    def metrics(self) -> bytes:
        return generate_latest(self._registry)

    def answered(self, answer: Answer) -> None:
        for rule, count in answer.found.items():
            self._findings.labels(rule).inc(count)
        self._words.inc(answer.words)

    def held(self) -> None:
        self._held.inc()

    def lost(self, why: str) -> None:
        self._lost.labels(why).inc()
        self.line(event="process started anew", why=why)

    def verdict(self, verdict: str, count: int = 1) -> None:
        self._verdicts.labels(verdict).inc(count)

    def request(self, route: str, method: str, status: int, seconds: float, size: int, found: int | None) -> None:
        """``route``: as the program knows it, never what a client wrote behind it."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        more = {} if found is None else {"findings": found}
        self.line(method=method, route=route, status=status, ms=round(seconds * 1000, 1), bytes=size, **more)

    def line(self, **row: object) -> None:
        if self._write:
            stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            self._write(json.dumps({"time": stamp, **row}))


def to_stderr(line: str) -> None:
    sys.stderr.write(line + "\n")
