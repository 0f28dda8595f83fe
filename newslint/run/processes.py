"""Many files: the cache asked first, the rest linted in several processes, the reports in the order of the files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newslint.findings.report import FileReport, Report
from newslint.model.errors import NewslintError
from newslint.run.cache import Cache
from newslint.run.run import Options, Run

# Below this much text a second process costs more than it saves.
_BYTES_A_PROCESS = 400_000
# A run of fewer files is quick enough, and leaves no folder behind.
CACHED_FROM = 9
_CHUNK = 16

_worker: Run


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
                data = job.bytes_of(path)
                settings = job.settings_for(path)
                found = cache.get(path, data, settings.key)
                if found:
                    found = found._replace(source=job.decode(path, data), fail_on=settings.config.fail_on)
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


def _checked(job: Run, paths: list[Path], jobs: int) -> Iterator[FileReport]:
    jobs = jobs or _worth(paths)
    if jobs < 2 or len(paths) < 2 or job.times is not None:
        for path in paths:
            yield job.check_file(path)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A forked process has the rules loaded already.
    method = "fork" if sys.platform == "linux" else "spawn"
    if method == "fork":
        for path in paths[:1]:
            job.check_file(path)
    with ProcessPoolExecutor(jobs, get_context(method), _begin, (job.options,)) as pool:
        try:
            yield from pool.map(_check, [path.as_posix() for path in paths], chunksize=_CHUNK)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


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


def _begin(options: Options) -> None:
    import signal

    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    _worker = Run(options)


def _check(path: str) -> FileReport:
    return _worker.check_file(Path(path))
