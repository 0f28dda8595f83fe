"""``--fix`` and ``--diff``: mend the articles, or show what would be mended."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from newslint.commands._complain import complain
from newslint.commands._shared import counted
from newslint.disk.writing import replace_file
from newslint.findings.fixes import Mended, fix_text
from newslint.findings.report import FileReport, Located
from newslint.model.errors import NewslintError, NotCopyError, one_line
from newslint.model.named_tuple import NamedTuple
from newslint.readers.decode import encode
from newslint.run.run import Run

_INSTEAD = "mend it in its own program (of a Word file, --format docx:FILE writes a copy with the mends as comments)"


class PackedError(NewslintError):
    """A file that is no text, so that nothing can be mended in it."""


class Mending(NamedTuple):
    """What --fix did: how many mends, whether each file changed, reports of those that could not be mended."""

    mends: int = 0
    changed: tuple[bool, ...] = ()
    failed: tuple[FileReport, ...] = ()

    @property
    def errors(self) -> list[str]:
        return [error for file in self.failed for error in file.errors]


def mend(job: Run, path: Path, *, unsafe: bool) -> tuple[str, bytes, Mended]:
    """(source, its bytes, the mended source) of a file. Raises NewslintError."""
    opener = job.opener
    data = opener.bytes_of(path)
    source = _text_of(job, path, data)
    return source, data, mended(job, path, source, unsafe=unsafe)


def _text_of(job: Run, path: Path, data: bytes) -> str:
    if job.opener.is_packed(path, data):
        raise PackedError(path.as_posix(), f"cannot be mended in place; {_INSTEAD}")
    return job.opener.decode(path, data)


def mended(job: Run, path: Path, source: str, *, unsafe: bool) -> Mended:
    def check(text: str) -> tuple[Located, ...]:
        return job.check_text(path, text).findings

    return fix_text(source, check, unsafe=unsafe)


def fix_file(job: Run, path: Path, folder: Path, *, unsafe: bool) -> int:
    """Mend a file in its place, if it lies in ``folder``, links followed.

    Says how many mends it took; raises NewslintError with the file as it was.
    """
    source, data, (text, mends) = mend(job, path, unsafe=unsafe)
    _say_sealed(job, path, text)
    if text == source:
        return 0
    try:
        replace_file(path, encode(text, data, job.opener.encoding_of(path, data)), read=data, folder=folder)
    except ValueError as error:
        raise NewslintError(path.as_posix(), str(error)) from None
    return mends


def fix_files(job: Run, paths: list[Path], named: list[str], *, unsafe: bool) -> Mending:
    """Mend every file that was found in what was ``named``.

    Of a folder, the files that cannot be mended in place are only counted.
    """
    counts, failed = [], []
    packed = 0
    for path in paths:
        try:
            with one_line(path.as_posix()):
                counts.append(fix_file(job, path, _folder_of(path, named), unsafe=unsafe))
        except NotCopyError:
            continue
        except PackedError as error:
            if path in map(Path, named):
                failed.append(FileReport(path.as_posix(), errors=(str(error),)))
            else:
                packed += 1
        except NewslintError as error:
            failed.append(FileReport(path.as_posix(), errors=(str(error),)))
    _say_packed(packed)
    return Mending(sum(counts), tuple(count > 0 for count in counts), tuple(failed))


def _say_sealed(job: Run, path: Path, text: str) -> None:
    """Say what is left in fields whose letters do not stand in the file as such: mail in base64, bare cells."""
    fields = (field for article in job.articles(path, text) for field in article.document.fields)
    sealed = {field.name for field in fields if field.write is None}
    if not sealed:
        return
    found = job.check_text(path, text).findings
    left = sum(row.place.field is not None and row.place.field.name in sealed for row in found)
    if left:
        complain(f"{path.as_posix()}: {counted(left, 'finding')} in text that cannot be mended in place; do it by hand")


def _say_packed(count: int) -> None:
    if count:
        complain(f"files that cannot be mended in place: {count}; {_INSTEAD}")


def _folder_of(path: Path, named: list[str]) -> Path:
    """The named folder that a file was found in; for a file that was named itself, its own."""
    return next((Path(name) for name in named if path != Path(name) and path.is_relative_to(name)), path.parent)


def diff_lines(job: Run, path: Path, *, unsafe: bool) -> Iterator[str]:
    """A unified diff of what --fix would change."""
    source, _, (text, _) = mend(job, path, unsafe=unsafe)
    name = path.as_posix()
    for line in difflib.unified_diff(source.splitlines(True), text.splitlines(True), name, name):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def fix_stdin(job: Run, path: Path, data: bytes, *, unsafe: bool) -> int:
    """Standard input, mended, to standard output."""
    text = mended(job, path, _text_of(job, path, data), unsafe=unsafe).text
    sys.stdout.flush()
    sys.stdout.buffer.write(encode(text, data, job.opener.encoding_of(path, data)))
    return 0


def show_diff(job: Run, paths: list[Path], named: list[str], *, unsafe: bool) -> tuple[int, dict[str, int]]:
    """Print what --fix would change. The exit code, 1 if anything; and how many files of each kind were not read."""
    code = packed = 0
    names = set(map(Path, named))
    unread: dict[str, int] = {}
    for path in paths:
        try:
            with one_line(path.as_posix()):
                lines = list(diff_lines(job, path, unsafe=unsafe))
            code = max(code, int(bool(lines)))
            sys.stdout.writelines(lines)
        except NewslintError as error:
            if path not in names and isinstance(error, PackedError):
                packed += 1
            elif path not in names and isinstance(error, NotCopyError):
                unread[error.kind] = unread.get(error.kind, 0) + 1
            else:
                code = 2
                complain(error)
    _say_packed(packed)
    return code, unread
