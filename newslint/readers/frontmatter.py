"""Front matter: YAML between ``---`` lines or TOML between ``+++`` lines, at the very start of a Markdown file."""

from __future__ import annotations

import re

from newslint.model.document import Metadata
from newslint.model.errors import NewslintError
from newslint.model.expressions import expression
from newslint.readers.metadata import as_metadata

_OPENING = expression(r"(---|\+\+\+)[ \t]*(\r\n|\n|\r)")
_CLOSING = {
    "---": expression(r"(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": expression(r"(?:\r\n|\n|\r)\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
_BLANK = expression(r"[ \t]*[\r\n]")
_KEY = expression(r"[A-Za-z_][\w .-]{0,40}[:=](?:\s|\Z)")
_MEND = "mend it, or put a blank line before it if it is no front matter"


def front_matter(source: str) -> tuple[int, Metadata]:
    """Where the text begins, and what the front matter says: (0, nothing) if there is none.

    Raises NewslintError, naming the line, for front matter that is never closed or cannot be parsed.
    """
    opening = _OPENING.match(source)
    if opening is None or _BLANK.match(source, opening.end()):  # a rule across the page
        return 0, Metadata()
    fence, start = opening[1], opening.end()
    closing = _CLOSING[fence].search(source, start - len(opening[2]))
    looks = _KEY.match(source, start) is not None
    if closing is None:
        if looks:
            raise _error(1, f"the front matter that begins with {fence} is never closed with {fence}")
        return 0, Metadata()
    text = "\n".join(re.split(r"\r\n|\n|\r", source[start : max(closing.start(), start)]))
    try:
        values = _yaml(text) if fence == "---" else _toml(text)
    except NewslintError:
        if looks:
            raise
        return 0, Metadata()
    if values is None or not all(isinstance(key, str) for key in values):
        return 0, Metadata()
    return closing.end(), as_metadata(values)


def _yaml(text: str) -> dict[str, object] | None:
    import yaml

    from newslint.readers.yaml_values import load_yaml

    try:
        values = load_yaml(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise _error(line, f"the front matter is not YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise _error(2, f"the front matter is not YAML: {' '.join(str(error).split())[:80]}") from None
    except RecursionError:
        raise _error(2, "the front matter is nested too deeply") from None
    except (ValueError, TypeError, OverflowError, AttributeError) as error:  # a date such as 2024-02-31
        raise _error(2, f"the front matter holds an impossible value: {' '.join(str(error).split())[:80]}") from None
    if text.strip() and not isinstance(values, dict):
        return None
    return values or {}


def _toml(text: str) -> dict[str, object]:
    import rtoml

    try:
        return rtoml.loads(text)
    except ValueError as error:
        message, _, place = str(error).rpartition(" at line ")
        line = int(place.partition(" ")[0]) if message else 1
        raise _error(line + 1, f"the front matter is not TOML: {message or error}") from None


def _error(line: int, problem: str) -> NewslintError:
    return NewslintError(f"line {line}", f"{problem}; {_MEND}")
