"""The one error that users see: a line that names the culprit and the mend."""

from collections.abc import Iterator
from contextlib import contextmanager

# Where what nobody foresaw is told.
REPORT_AT = "https://github.com/newslint/newslint/issues"


class NewslintError(Exception):
    """Something that stops newslint from doing its work on a file, a rule or a setting.

    ``culprit`` names the file, rule, plugin or setting; ``message`` says what is wrong and how to mend it.
    """

    def __init__(self, culprit: str, message: str) -> None:
        super().__init__(f"{culprit}: {message}")
        self.culprit = culprit
        self.message = message

    def __reduce__(self) -> tuple[type, tuple[str, ...]]:
        """For the way from one process to another."""
        return type(self), (self.culprit, self.message)


class NotCopyError(NewslintError):
    """A file of a kind that newslint does not read. ``kind``: in the plural, for counting such files in a folder."""

    def __init__(self, culprit: str, message: str, kind: str = "files") -> None:
        super().__init__(culprit, message)
        self.kind = kind

    def __reduce__(self) -> tuple[type, tuple[str, ...]]:
        return type(self), (self.culprit, self.message, self.kind)

    def about(self, path: str) -> "NotCopyError":
        """The same of a file."""
        return NotCopyError(path, self.message, self.kind)


class Overtime(BaseException):
    """A file's time is over. No Exception, so that nothing on the way takes it for a fault of its own."""


def unforeseen(error: BaseException) -> str:
    """What to say of an error that is our own mistake, or the machine's."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}{f' ({error.filename})' if error.filename else ''}"
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return f"newslint failed here ({said}); that is our mistake: please tell {REPORT_AT}, with the file if you may"


@contextmanager
def one_line(culprit: str) -> Iterator[None]:
    """Whatever fails within becomes a NewslintError about ``culprit``."""
    try:
        yield
    except NewslintError:
        raise
    except Exception as error:
        raise NewslintError(culprit, unforeseen(error)) from error


def nearest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A clause that offers the most similar known word, or nothing: ``; did you mean "select"?``."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word[:100], known, scorer=fuzz.ratio, score_cutoff=60)
    return f'; did you mean "{best[0]}"?' if best else ""
