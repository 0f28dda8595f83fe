"""The .gitignore files, read as git reads them, whoever wrote them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from newslint.disk.reading import read_file
from newslint.model.errors import NewslintError
from newslint.model.expressions import expression

# Bytes of a .gitignore, and of its longest line: no real one comes near.
_MOST, _LONGEST = 1_000_000, 1_000
# "**/" in one line: each may stand for any number of folders.
_DEEP = 3
# A pathspec's expression has [^/]* for each asterisk, and tries every way to share a name among them: with seven of
# them a name of 60 letters takes minutes. Of two in one name the first may take the shortest way and keep it.
_STAR = r"\[\^/\]\*"
_SHARED = expression(rf"{_STAR}((?:(?!{_STAR})(?:\\.|\[(?:\\.|[^\]\\])+\]|[^\[\\/()]))+)(?={_STAR})", re.DOTALL)


_RUN = expression(rf"(?:{_STAR}){{2,}}")  # of ****, each but one


def _possessive(text: str) -> re.Pattern[str]:
    return re.compile(_SHARED.sub(r"(?>[^/]*?\1)", _RUN.sub("[^/]*", text)))


class Ignores:
    """The .gitignore files from the repository's root down to the folder that is walked.

    ``trouble(file, message)`` is told of lines that cannot be understood; they leave nothing out.
    """

    def __init__(self, root: Path, trouble: Callable[[Path, str], None]) -> None:
        self._specs: dict[Path, Any] = {}
        self._trouble = trouble
        top = root.resolve()
        for folder in (top, *top.parents):
            if (folder / ".git").exists():
                for above in (folder, *reversed([p for p in top.parents if folder in p.parents])):
                    self.enter(above)
                break

    def enter(self, folder: Path) -> None:
        file = folder / ".gitignore"
        try:
            # Git does not follow a link here either.
            if file.is_symlink() or not file.exists():
                return
            lines = read_file(file, _MOST).decode("utf-8", "replace").splitlines()
        except OSError as error:
            self._trouble(file, f"cannot be read: {error.strerror}")
        except NewslintError as error:
            self._trouble(file, error.message)
        else:
            self._specs[folder.resolve()] = self._spec(file, lines)

    def _spec(self, file: Path, lines: Sequence[str]) -> Any:
        from pathspec import GitIgnoreSpec

        patterns: list[Any] = []
        for number, line in enumerate(lines, 1):
            try:
                if len(line) > _LONGEST or line.count("**") > _DEEP:
                    raise ValueError("too long, or too many **")
                with warnings.catch_warnings(action="ignore"):  # Python warns of [[a] and [a--b]
                    for pattern in GitIgnoreSpec.from_lines([line]).patterns:
                        if pattern.regex is not None:
                            pattern.regex = _possessive(pattern.regex.pattern)
                        patterns.append(pattern)
            except (ValueError, re.error, OverflowError, RecursionError) as error:
                self._trouble(file, f"line {number} leaves nothing out: {error}; mend the line")
        return GitIgnoreSpec(patterns)

    def hit(self, path: Path, folder: bool = False) -> bool:
        """Whether a file or folder is left out."""
        if not self._specs:
            return False
        full = path.parent.resolve() / path.name
        for base, spec in self._specs.items():
            if base == full.parent or base in full.parents:
                name = full.relative_to(base).as_posix() + ("/" if folder else "")
                if spec.match_file(name):
                    return True
        return False
