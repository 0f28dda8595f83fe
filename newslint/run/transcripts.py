"""The transcripts and documents that an article's quotations are checked against: read once a run.

An article comes from outside, and what it names must give nothing away: its words would stand in a message for all to
read. So it may name files of copy only, below the folder of the config, by paths that do not lead upwards.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PureWindowsPath

from newslint.article import Transcript
from newslint.disk.reading import inside
from newslint.model.document import Document
from newslint.model.errors import NewslintError

KEY = "sources"  # in the front matter: a path or a list of paths, from the article's folder


class Sources:
    """Reads source texts by path; ``read`` gives the documents in a file, of a kind with one of ``suffixes``."""

    def __init__(
        self, given: tuple[Path, ...], read: Callable[[Path], tuple[Document, ...]], suffixes: tuple[str, ...]
    ) -> None:
        self._given = given
        self._read = read
        self._suffixes = suffixes
        self._texts: dict[Path, Transcript] = {}

    def of(self, path: Path, document: Document, root: Path | None) -> tuple[Transcript, ...]:
        """The sources of the run and those that the article at ``path`` names below ``root``; None: it may name none.

        Raises NewslintError.
        """
        named = named_sources(document) if root is not None else ()
        if not self._given and not named:
            return ()
        if root is not None:
            for name in named:
                self._check(name, path.parent / name, root)
        return tuple(self._text(source) for source in dict.fromkeys((*self._given, *(path.parent / n for n in named))))

    def _check(self, name: str, source: Path, root: Path) -> None:
        """Raise NewslintError for a path that an article may not name."""
        parts = PureWindowsPath(name).parts  # it knows the separators and the drives of all systems
        if not name.isprintable() or PureWindowsPath(name).anchor or name.startswith("~") or ".." in parts:
            raise NewslintError(KEY, f"{name!r} is no path downwards from the article; --source names any file")
        if any(part.startswith(".") for part in parts) or not name.lower().endswith(self._suffixes):
            kinds = ", ".join(self._suffixes)
            raise NewslintError(KEY, f"{name!r} is no file of copy ({kinds}); --source names any file")
        if not inside(source, root):
            raise NewslintError(KEY, f"{name!r} leads out of the folder of the config; --source names any file")

    def _text(self, path: Path) -> Transcript:
        if path not in self._texts:
            try:
                self._texts[path] = Transcript(path.name, "\n\n".join(part.text for part in self._read(path)))
            except NewslintError as error:
                raise NewslintError(path.as_posix(), f"this source {error.message}") from None
        return self._texts[path]


def named_sources(document: Document) -> tuple[str, ...]:
    """The paths that the article's front matter names, of the web none. Raises NewslintError if they are no paths."""
    if document.markup == "html":
        return ()
    named = document.metadata.other.get(KEY) or ()
    if isinstance(named, str):
        named = (named,)
    if not isinstance(named, (list, tuple)) or not all(isinstance(name, str) for name in named):
        raise NewslintError(KEY, "write the sources in the front matter as a list of paths: sources: [transcript.txt]")
    return tuple(name for name in named if "://" not in name)
