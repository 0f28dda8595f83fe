"""One shard: its items read and linted, its tables written under a temporary name and renamed when whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from pathlib import Path

from newslint.archive.compare import group_rules
from newslint.archive.items import Item, bytes_of
from newslint.archive.tables import Rows, add_article, no_rows, write_tables
from newslint.model.errors import NewslintError, NotCopyError, one_line
from newslint.run.deadline import deadline
from newslint.run.run import Run


def shard_folder(archive: Path, number: int) -> Path:
    return archive / f"shard-{number:06}"


def do_shard(
    job: Run,
    archive: Path,
    number: int,
    items: tuple[Item, ...],
    skip: Collection[int] = (),
    begun: Callable[[int], object] = lambda index: None,
) -> tuple[int, int]:
    """Write a shard; (articles, troubles). ``skip``: items that killed or hung a process twice.

    ``begun`` hears the index of every item before it is read. Raises NewslintError: the shard cannot be written.
    """
    rows = no_rows()
    for index, item in enumerate(items):
        begun(index)
        if index in skip:
            rows["troubles"].append({"article": item.name, "message": "killed or hung its process, twice: left out"})
            continue
        _read(job, rows, item)
    final = shard_folder(archive, number)
    part = final.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        write_tables(rows, part)
        part.rename(final)
    except NewslintError:
        shutil.rmtree(part, ignore_errors=True)
        raise
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise NewslintError(str(final), f"cannot be written: {error.strerror or error}") from None
    return len(rows["articles"]), len(rows["troubles"])


def _read(job: Run, rows: Rows, item: Item) -> None:
    """Add an item's articles, or the trouble with it, to the rows."""
    path = Path(item.name)
    try:
        with one_line(item.name), deadline(item.name, job.options.timeout):
            source, articles = job.read(path, bytes_of(item, job.options.most))
            rules = group_rules(job.settings_for(path))
            for number, article in enumerate(articles, 1):
                name = item.name if len(articles) == 1 else f"{item.name}#{article.document.name or number}"
                report = job.check_articles(path, source, [article])
                add_article(rows, name, article, report, rules)
                rows["troubles"] += [{"article": name, "message": error} for error in report.errors]
    except NotCopyError as error:
        rows["troubles"].append({"article": item.name, "message": str(error)})
    except NewslintError as error:
        rows["troubles"].append({"article": item.name, "message": str(error)})
