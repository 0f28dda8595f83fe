"""One shard: its items read and linted, its tables written under a temporary name and renamed when whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from newslint.archive.compare import group_rules
from newslint.archive.item import Item
from newslint.archive.items import bytes_of
from newslint.archive.plan import shard_items
from newslint.archive.tables import TABLES, TableWriter, add_article, add_entry
from newslint.model.document import Document
from newslint.model.errors import NewslintError, one_line
from newslint.model.named_tuple import NamedTuple
from newslint.run.deadline import deadline
from newslint.run.run import Run

# An item, and which of its articles; -1 for the opening of the item.
At = tuple[int, int]
LOST = "killed or hung its process, twice: left out"


class Done(NamedTuple):
    """A shard that is written: its number, its articles, and what went wrong in it."""

    shard: int
    articles: int
    troubles: int


def shard_folder(archive: Path, number: int) -> Path:
    return archive / f"shard-{number:06}"


def is_whole(archive: Path, number: int) -> bool:
    """Whether a shard is there with all its tables, each to its end: a power cut may have left less of them."""
    folder = shard_folder(archive, number)
    try:
        for name in TABLES:
            with (folder / f"{name}.parquet").open("rb") as file:
                file.seek(-4, os.SEEK_END)
                if file.read() != b"PAR1":
                    return False
    except OSError:
        return False
    return True


def do_shard(
    job: Run,
    archive: Path,
    number: int,
    start: int,
    skip: Collection[At] = (),
    begun: Callable[[At], object] = lambda at: None,
) -> Done:
    """Write a shard. ``start``: of its line in the plan. ``skip``: articles that killed or hung a process twice.

    ``begun`` hears of every article before it is read. Raises NewslintError: the shard cannot be written.
    """
    final = shard_folder(archive, number)
    part = ""
    try:
        part = tempfile.mkdtemp(prefix=f"{final.name}.part-", dir=archive)
        os.chmod(part, 0o777 & ~_umask())
        with TableWriter(Path(part)) as tables:
            for index, item in enumerate(shard_items(archive, start)):
                _Reading(job, tables, item, index, skip, begun).read()
        try:
            os.rename(part, final)
        except OSError:
            if not is_whole(archive, number):  # another process, thought to be dead, has written it
                raise
        return Done(number, tables.articles, tables.troubles)
    except OSError as error:
        raise NewslintError(str(final), f"cannot be written: {error.strerror or error}") from None
    finally:
        if part:
            shutil.rmtree(part, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


class _Reading:
    """One item's way into the tables, an article at a time."""

    def __init__(
        self,
        job: Run,
        tables: TableWriter,
        item: Item,
        index: int,
        skip: Collection[At],
        begun: Callable[[At], object],
    ) -> None:
        self._job = job
        self._tables = tables
        self._item = item
        self._index = index
        self._skip = skip
        self._begun = begun
        self._names: set[str] = set()

    def read(self) -> None:
        name, path = self._item.name, Path(self._item.name)
        if not self._begin(-1, name):
            return
        try:
            with one_line(name), deadline(name, self._job.options.timeout):
                data = bytes_of(self._item, self._job.options.most)
                source, documents = self._job.opener.opened(path, data)
        except NewslintError as error:
            self._tables.add_trouble(name, str(error))
            return
        for number, document in enumerate(documents):
            about = name if len(documents) == 1 else self._name(document, number)
            if self._begin(number, about):
                try:
                    with one_line(about), deadline(about, self._job.options.timeout):
                        self._lint(path, about, source, document)
                except NewslintError as error:
                    self._tables.add_trouble(about, str(error))

    def _begin(self, number: int, name: str) -> bool:
        at = self._index, number
        self._begun(at)
        if at in self._skip:
            self._tables.add_trouble(name, LOST)
        return at not in self._skip

    def _name(self, document: Document, number: int) -> str:
        """An article's name among those of the item, of which no two have the same."""
        name = f"{self._item.name}#{document.name or number + 1}"
        if name in self._names:
            name = f"{name} ({number + 1})"
        self._names.add(name)
        return name

    def _lint(self, path: Path, name: str, source: str, document: Document) -> None:
        job = self._job
        article = job.article(path, document)
        report = job.check_articles(path, source, [article])
        if report.foreign:
            add_entry(self._tables, name, article)
        else:
            add_article(self._tables, name, article, job.finished(report), group_rules(job.settings_for(path)))
        for error in report.errors:
            self._tables.add_trouble(name, error)
