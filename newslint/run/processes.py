"""Many files: the cache asked first, the rest linted in several processes, the reports in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newslint.findings.report import FileReport, Report
from newslint.model.errors import NewslintError, one_line
from newslint.run.cache import Cache
from newslint.run.run import Run
from newslint.run.settings import Options

# Below this much text a second process costs more than it saves.
_BYTES_A_PROCESS = 100_000
# A run of fewer files is quick enough, and leaves no folder behind.
CACHED_FROM = 9


def check_all(
    job: Run,
    paths: list[Path],
    *,
    jobs: int = 0,
    cache: Cache | None = None,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """The report of a run over files. ``jobs``: processes, 0 for as many as are worth it."""
    files: list[FileReport] = []
    missed: list[tuple[int, Path, bytes]] = []
    for path in paths:
        found: FileReport | None = None
        if cache:
            try:
                with one_line(path.as_posix()):
                    data = job.opener.bytes_of(path)
                    settings = job.settings_for(path)
                    found = cache.get(path, data, settings.key)
                    if found:
                        found = found._replace(source=job.opener.source(path, data), fail_on=settings.config.fail_on)
            except NewslintError as error:
                found = FileReport(path.as_posix(), errors=(str(error),))
            if not found:
                missed.append((len(files), path, data))
        else:
            missed.append((len(files), path, b""))
        files.append(found or FileReport(path.as_posix()))
    done = len(files) - len(missed)
    for (index, path, data), file in zip(missed, _checked(job, [path for _, path, _ in missed], jobs), strict=True):
        files[index] = file
        if cache:
            cache.put(path, data, job.settings_for(path).key, file)
        done += 1
        if progress:
            progress(done)
    return job.compared(files)


class Checking:
    """The checking of files, as work for processes (``run.pool``)."""

    def __init__(self, job: Run) -> None:
        self._job = job

    def __reduce__(self) -> tuple[object, ...]:
        return _checking, (self._job.options,)

    @property
    def timeout(self) -> float:
        return self._job.options.timeout

    def do(self, path: Path) -> FileReport:
        return self._job.check_file(path)

    def lost(self, path: Path, why: str) -> FileReport:
        return FileReport(path.as_posix(), errors=(f"{path.as_posix()}: {why}",))


def _checking(options: Options) -> Checking:
    return Checking(Run(options))


def _checked(job: Run, paths: list[Path], jobs: int) -> Iterator[FileReport]:
    jobs = jobs or _worth(paths)
    if jobs < 2 or len(paths) < 2 or job.times is not None:
        for path in paths:
            yield job.check_file(path)
        return
    from newslint.run.pool import Pool

    job.warm_up(paths[0])
    yield from Pool(Checking(job), paths, jobs)


def _worth(paths: Iterable[Path]) -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores < 2:
        return 1
    size = 0
    for path in paths:
        try:
            size += path.stat().st_size
        except OSError:
            continue
        if size >= cores * _BYTES_A_PROCESS:
            break
    return max(1, min(cores, size // _BYTES_A_PROCESS))
