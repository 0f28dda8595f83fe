"""`newslint archive collect`: what it asks for, and what it says meanwhile."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.commands._complain import complain
from newslint.commands._extras import need
from newslint.commands._shared import (
    add_config_arguments,
    add_reading_arguments,
    add_rule_arguments,
    counted,
    options_from,
    process_count,
)

if TYPE_CHECKING:
    from newslint.archive.ledger import Ledger
    from newslint.archive.shard import Done

SHARD = 2.0  # MB of copy in a shard, about: some 800 articles
_OFTEN, _SELDOM = 0.5, 60.0  # seconds between two lines of progress, on a terminal and elsewhere
_STOPPED = {signal.SIGINT: 130, signal.SIGTERM: 143}


def add_arguments(collect: argparse.ArgumentParser) -> None:
    collect.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="folders, files, zip, tar, WARC, Parquet, or - for JSON lines"
    )
    collect.add_argument("--out", type=Path, required=True, metavar="DIR", help="the archive")
    collect.add_argument(
        "--jobs", type=process_count, default=os.cpu_count() or 1, metavar="N", help="processes (default: one a core)"
    )
    collect.add_argument(
        "--runner",
        choices=["processes", "ray"],
        default="processes",
        help="who reads: processes of this machine (default), or the Ray cluster of RAY_ADDRESS (needs newslint[ray])",
    )
    collect.add_argument(
        "--shard-size", type=float, default=SHARD, metavar="MB", help=f"bytes of a shard, about (default: {SHARD:g})"
    )
    collect.add_argument(
        "--timeout", type=float, default=60.0, metavar="SECONDS", help="give an article up after so long (default: 60)"
    )
    add_rule_arguments(collect)
    add_config_arguments(collect)
    add_reading_arguments(collect)


def run(arguments: argparse.Namespace) -> int:
    from newslint.archive.ledger import Ledger
    from newslint.archive.plan import locked, planned
    from newslint.run.run import Run

    if arguments.runner == "ray":
        need("--runner ray", "archive,ray", "ray")
    options = options_from(arguments)
    job = Run(options)
    archive: Path = arguments.out
    with locked(archive), _stopping() as stopped:
        try:
            plan = planned(
                archive,
                arguments.sources,
                job.suffixes,
                stamp=job.settings_for(Path("article.txt")).key,
                size=int(arguments.shard_size * 1e6),
            )
            ledger = Ledger(archive, plan)
            progress = _Progress(ledger)
            for number in ledger.mended:
                complain(f"{archive}: shard {number} was not whole, and is read again")
            if ledger.before:
                print(f"{counted(ledger.before, 'shard')} there already", file=sys.stderr)
            try:
                articles = sum(done.articles for done in _read(arguments, ledger, progress))
                ledger.clear()
            finally:
                progress.end()
        except KeyboardInterrupt:
            complain(f"{archive}: stopped; the same command goes on from here")
            return _STOPPED.get(stopped[0], 130) if stopped else 130
    print(f"{counted(articles, 'article')} read into {archive}{progress.rate()}", file=sys.stderr)
    return _told_troubles(archive)


def _read(arguments: argparse.Namespace, ledger: Ledger, progress: _Progress) -> Iterator[Done]:
    runner: Iterable[Done]
    options = options_from(arguments)
    if arguments.runner == "ray":
        from newslint.archive.on_ray import RayCollector

        runner = RayCollector(options, ledger, progress.show)
    else:
        from newslint.archive.collect import Collector

        runner = Collector(options, ledger, arguments.jobs, progress.article)
    # A cluster tells on standard output what becomes of its machines.
    quiet = open(os.devnull, "w") if arguments.runner == "ray" else None  # noqa: SIM115
    with redirect_stdout(quiet or sys.stdout):
        for done in runner:
            progress.done(done.articles)
            yield done


@contextmanager
def _stopping() -> Iterator[list[signal.Signals]]:
    """SIGTERM is heard as Ctrl-C is: processes are ended, and what is whole stays. Gives the signals that came."""
    heard: list[signal.Signals] = []

    def stop(number: int, frame: object) -> None:
        heard.append(signal.Signals(number))
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield heard
    finally:
        signal.signal(signal.SIGTERM, before)


class _Progress:
    """How far a run is: articles, their rate, and the time that is left; on a terminal always in the same line."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._begun = self._shown = time.monotonic()
        self._articles = self._of_shards = 0
        self._terminal = sys.stderr.isatty()

    def article(self) -> None:
        self._articles += 1
        self.show()

    def done(self, articles: int) -> None:
        self._of_shards += articles
        self._articles = max(self._articles, self._of_shards)
        self.show()

    def show(self) -> None:
        now = time.monotonic()
        if now - self._shown < (_OFTEN if self._terminal else _SELDOM):
            return
        self._shown = now
        share = self._ledger.share_done
        left = f", {_time((now - self._begun) * (1 - share) / share)} left" if share else ""
        line = f"{self._articles:,} articles, {self._articles / (now - self._begun):.0f} a second{left}"
        print(f"\r{line:<70}" if self._terminal else line, end="" if self._terminal else "\n", file=sys.stderr)
        sys.stderr.flush()

    def end(self) -> None:
        if self._terminal:
            print("\r" + " " * 70, end="\r", file=sys.stderr)

    def rate(self) -> str:
        seconds = time.monotonic() - self._begun
        return f" in {_time(seconds)}, {self._of_shards / seconds:.0f} a second" if seconds > _SELDOM else ""


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def _told_troubles(archive: Path) -> int:
    from newslint.archive.query import asked

    _, rows = asked(archive, "SELECT article, message FROM troubles ORDER BY ALL")
    for article, message in rows:
        words = str(message)
        complain(words if words.startswith(str(article)) else f"{article}: {words}")
    return 2 if rows else 0
