"""The transcripts and documents that an article's quotations are checked against: read once a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newslint.article import Transcript
from newslint.model.document import Document
from newslint.model.errors import NewslintError

KEY = "sources"  # in the front matter: a path or a list of paths, from the article's folder


class Sources:
    """Reads source texts by path; ``read`` gives the document that a file holds, in whatever format."""

    def __init__(self, given: tuple[Path, ...], read: Callable[[Path], Document]) -> None:
        self._given = given
        self._read = read
        self._texts: dict[Path, Transcript] = {}

    def of(self, path: Path, document: Document) -> tuple[Transcript, ...]:
        """The sources of the run and those that the article at ``path`` names. Raises NewslintError."""
        named = named_sources(document)
        if not self._given and not named:
            return ()
        return tuple(self._text(source) for source in dict.fromkeys((*self._given, *(path.parent / n for n in named))))

    def _text(self, path: Path) -> Transcript:
        if path not in self._texts:
            try:
                self._texts[path] = Transcript(path.name, self._read(path).text)
            except NewslintError as error:
                raise NewslintError(path.as_posix(), f"this source {error.message}") from None
        return self._texts[path]


def named_sources(document: Document) -> tuple[str, ...]:
    """The paths that the article's front matter names. Raises NewslintError if they are no paths."""
    if document.markup == "html":
        return ()
    named = document.metadata.other.get(KEY, ())
    if isinstance(named, str):
        return (named,)
    if not isinstance(named, (list, tuple)) or not all(isinstance(name, str) for name in named):
        raise NewslintError(KEY, "write the sources in the front matter as a list of paths: sources: [transcript.txt]")
    return tuple(named)
