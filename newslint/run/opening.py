"""Opening files: their bytes, their text in its encoding, and the articles that the reader of their format finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from newslint.disk.reading import read_file
from newslint.model.block import Role
from newslint.model.document import Document
from newslint.model.errors import NewslintError, NotCopyError
from newslint.readers import HEAD, Opened, Reader, documents_of, reader_for
from newslint.readers.decode import decode
from newslint.settings.config import Format


class Opener:
    """Opens files with these readers. ``encoding``: that the command line names; ``most``: bytes of the largest file.
    ``about``: a file's dialect of Markdown, and what the config says of its suffix.

    All methods raise NewslintError that names the file.
    """

    def __init__(
        self, readers: Sequence[Reader], encoding: str | None, most: int, about: Callable[[Path], tuple[str, Format]]
    ) -> None:
        self._readers = readers
        self._encoding = encoding
        self._most = most
        self._said = about

    def bytes_of(self, path: Path) -> bytes:
        """A file's bytes. Raises NewslintError: it is no regular file, too large, or cannot be read."""
        return read_file(path, self._most, option="--max-size")

    def decode(self, path: Path, data: bytes) -> str:
        """A file's text. Raises NewslintError that names the file."""
        return self._decoded(path, data, self._reader(path, data))

    def _decoded(self, path: Path, data: bytes, reader: Reader) -> str:
        try:
            return decode(data, self._encoding_by(reader, data))
        except ValueError as error:
            raise NewslintError(path.as_posix(), str(error)) from None

    def encoding_of(self, path: Path, data: bytes) -> str | None:
        """The encoding that the command line names, or the file itself in its format's way; None for the usual ones."""
        return self._encoding_by(self._reader(path, data), data)

    def _encoding_by(self, reader: Reader, data: bytes) -> str | None:
        if self._encoding is None and reader.encoding is not None:
            return reader.encoding(data)
        return self._encoding

    def _reader(self, path: Path, data: bytes) -> Reader:
        dialect, said = self._said(path)
        try:
            if said.reader:
                found = _named(said.reader, self._readers)
            else:
                found = reader_for(path.name, self._readers, data[:HEAD], markdown=dialect)
            return _with_columns(found, said) if said.texts else found
        except NotCopyError as error:
            raise error.about(path.as_posix()) from None

    def opened(self, path: Path, data: bytes) -> Opened:
        """What a file with these bytes holds. Raises NewslintError that names the file."""
        reader = self._reader(path, data)
        if reader.open is None:
            source = self._decoded(path, data, reader)
            return Opened(source, self._documents(path, source, reader))
        with _about(path):
            return reader.open(data)

    def source(self, path: Path, data: bytes) -> str:
        """The text that places in a file are offsets in."""
        return self.opened(path, data).source if self.is_packed(path, data) else self.decode(path, data)

    def is_packed(self, path: Path, data: bytes) -> bool:
        """Whether a file with these bytes is no text, so that nothing can be mended in it."""
        return self._reader(path, data).open is not None

    def may_be_packed(self, path: Path) -> bool:
        """Whether a file of this name may be no text: its bytes say."""
        said = self._said(path)[1].reader
        return any(
            reader.name == said if said else path.name.lower().endswith(reader.suffixes)
            for reader in self._readers
            if reader.open
        )

    def documents(self, path: Path, source: str, reader: str = "") -> tuple[Document, ...]:
        """The articles of a text that stands, or is to stand, in a file. ``reader``: by name, else as the file says."""
        if reader:
            return self._documents(path, source, _named(reader, self._readers))
        return self._documents(path, source, self._reader(path, source[:HEAD].encode("utf-8", "replace")))

    def _documents(self, path: Path, source: str, reader: Reader) -> tuple[Document, ...]:
        with _about(path):
            documents = documents_of(reader, source)
        skip = self._said(path)[1].skip
        return tuple(_without(document, skip) for document in documents) if skip else documents


def _named(name: str, readers: Sequence[Reader]) -> Reader:
    found = next((reader for reader in readers if reader.name == name), None)
    if found is None:
        known = [reader.name for reader in readers]
        raise NewslintError("formats", f"no such reader: {name!r}; there are {', '.join(known)}")
    return found


def _with_columns(reader: Reader, said: Format) -> Reader:
    """The reader with the fields or columns that the user names, where it has such."""
    from newslint.readers import rows

    columns = rows.Columns(said.texts, said.id)
    reads = {"json": rows.read_record, "jsonl": rows.read_jsonl, "csv": rows.read_csv}
    return reader._replace(read=partial(reads[reader.name], columns=columns)) if reader.name in reads else reader


def _without(document: Document, skip: Sequence[str]) -> Document:
    """The document with the blocks of some fields marked as no copy."""
    kept = []
    for block in document.blocks:
        field = document.field_at(block.start)
        name = field.name if field else ""
        if any(name == prefix or name.startswith((f"{prefix}/", f"{prefix}#")) for prefix in skip):
            block = block._replace(role=Role.FURNITURE, marked=True)
        kept.append(block)
    return document._replace(blocks=tuple(kept))


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """A reader's errors are about a line; they become errors about the file."""
    try:
        yield
    except NotCopyError as error:
        raise error.about(path.as_posix()) from None
    except NewslintError as error:
        raise NewslintError(path.as_posix(), f"{error.culprit}: {error.message}") from None
