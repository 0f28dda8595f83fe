"""``check --watch``: the report again whenever an article, the config or a rule is saved."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from newslint.commands._complain import complain
from newslint.commands._shared import articles_in, options_from
from newslint.findings.report import FileReport, Report
from newslint.model.errors import NewslintError
from newslint.run.run import Run
from newslint.settings.config import FILE_NAME

# Seconds between two looks; one look at a thousand files takes some milliseconds.
_PAUSE = 0.5
Stamps = dict[Path, tuple[int, int]]


class Watcher:
    """Keeps the reports of what has not changed since the last look."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.articles: Stamps = {}
        self.rules: Stamps = {}
        self._reports: dict[Path, FileReport] = {}
        self._job: Run | None = None

    def look(self) -> bool:
        """Whether anything has been saved, written or taken away since the last look."""
        named = [path for path in self.arguments.paths if path != "-"]
        job = self._job or Run(options_from(self.arguments))
        articles = _stamps(articles_in(job, named, []))
        rules = _stamps(_rule_files(job))
        changed = {path for path in {*articles, *self.articles} if articles.get(path) != self.articles.get(path)}
        if self._job is not None and rules == self.rules and not changed:
            return False
        if self._job is None or rules != self.rules:
            job = Run(options_from(self.arguments))
            self._reports.clear()
        for path in changed:
            self._reports.pop(path, None)
        self.articles, self.rules, self._job = articles, rules, job
        return True

    def forget(self) -> None:
        """Read everything anew at the next look."""
        self._job = None

    def check(self, job: Run, paths: list[Path], arguments: argparse.Namespace) -> Report:
        """The report of all files, of which only those are read that have changed."""
        for path in paths:
            if path not in self._reports:
                self._reports[path] = job.check_file(path)
        return job.compared([self._reports[path] for path in paths])

    def show(self) -> None:
        from newslint.commands.check import check_once

        assert self._job is not None
        if sys.stdout.isatty():
            print("\x1b[2J\x1b[H", end="")
        check_once(self.arguments, self._job, self.check)
        print(time.strftime("%H:%M:%S"), "waiting for changes; Ctrl-C ends", file=sys.stderr, flush=True)


def watch(arguments: argparse.Namespace) -> int:
    """Report, wait, report; until interrupted. Raises NewslintError for what cannot be watched."""
    if "-" in arguments.paths or arguments.fix or arguments.diff or arguments.since:
        raise NewslintError("--watch", "goes with files and folders only: neither - nor --fix, --diff, --since")
    watcher = Watcher(arguments)
    trouble = ""
    while True:
        try:
            if watcher.look():
                watcher.show()
                trouble = ""
        except NewslintError as error:  # a config that is half written: the next look may find it whole
            if str(error) != trouble:
                complain(error)
            trouble = str(error)
            watcher.forget()
        time.sleep(_PAUSE)


def _stamps(paths: Iterable[Path]) -> Stamps:
    """When each file was last changed, and how long it is."""
    found: Stamps = {}
    for path in paths:
        try:
            state = os.stat(path)
        except OSError:
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found


def _rule_files(job: Run) -> list[Path]:
    """The config that holds here and the files of its packs."""
    config = job.settings_for(Path("article.txt")).config
    own = [Path(part.origin) for part in config.layers if part.is_file]
    packs = [file for pack in config.packs for file in (config.root / pack).rglob("*.toml")]
    return [Path(FILE_NAME), *own, *packs, *map(Path, config.beside(config.name_lists))]
