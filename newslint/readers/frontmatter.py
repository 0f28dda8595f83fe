"""Front matter: YAML between ``---`` lines or TOML between ``+++`` lines, at the very start of a Markdown file."""

from __future__ import annotations

from newslint.model.document import Metadata
from newslint.model.errors import NewslintError
from newslint.model.expressions import compiled, expression
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span
from newslint.readers.front_copy import Written, in_toml, in_yaml, moved
from newslint.readers.metadata import as_metadata

_OPENING = expression(r"(---|\+\+\+)[ \t]*(\r\n|\n|\r)")
_CLOSING = {
    "---": expression(r"(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": expression(r"(?:\r\n|\n|\r)\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
_BLANK = expression(r"[ \t]*[\r\n]")
_KEY = expression(r"[A-Za-z_][\w .-]{0,40}[:=](?:\s|\Z)")
_PLAIN = expression(r"(?m)^([A-Za-z_][\w-]{0,40})[ \t]*[:=][ \t]*[\"']?([^\n]*?)[\"']?[ \t]*$")
_LINE = expression(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_LONGEST = 300  # characters of a line at fault that are shown
_MEND = "mend it, or put a blank line before it if it is no front matter"


class FrontMatter(NamedTuple):
    """Where the text begins, and what stands before it; ``fault``: the line that cannot be parsed.

    ``copy``: what of it is copy, in the order of the source.
    """

    end: int = 0
    metadata: Metadata = Metadata()
    fault: Span | None = None
    copy: tuple[Written, ...] = ()


class _Parsed(NamedTuple):
    """Its values by key, and those of them that are copy, with their places in the text that was parsed."""

    values: dict[str, object]
    copy: tuple[Written, ...] = ()


class _Fault(NamedTuple):
    """Why front matter cannot be parsed. ``line`` counts from 1, the fence being line 1."""

    line: int
    problem: str


def front_matter(source: str) -> FrontMatter:
    """The front matter of a source; one that cannot be parsed gives what its plain lines say, and its fault.

    Raises NewslintError for front matter that is never closed: nobody can tell where the article begins.
    """
    opening = _OPENING.match(source)
    if opening is None or _BLANK.match(source, opening.end()):  # a rule across the page
        return FrontMatter()
    fence, start = opening[1], opening.end()
    closing = _CLOSING[fence].search(source, start - len(opening[2]))
    looks = _KEY.match(source, start) is not None
    if closing is None:
        if looks:
            raise NewslintError(
                "line 1", f"the front matter that begins with {fence} is never closed with {fence}; {_MEND}"
            )
        return FrontMatter()
    text = "\n".join(compiled(r"\r\n|\n|\r").split(source[start : max(closing.start(), start)]))
    parsed = _yaml(text) if fence == "---" else _toml(text)
    if isinstance(parsed, _Fault):
        if not looks:
            return FrontMatter()
        metadata = as_metadata(dict(_PLAIN.findall(text)))._replace(fault=parsed.problem)
        return FrontMatter(closing.end(), metadata, _line(source, start, closing.start(), parsed.line))
    if parsed is None or not all(isinstance(key, str) for key in parsed.values):
        return FrontMatter()
    copy = tuple(sorted(moved(parsed.copy, source, start, closing.start()), key=lambda written: written.start))
    return FrontMatter(closing.end(), as_metadata(parsed.values), copy=copy)


def _line(source: str, start: int, end: int, number: int) -> Span:
    """The line of that number between the fences, or the last with words before it."""
    found = Span(start, end)
    for count, match in enumerate(_LINE.finditer(source, start, end), 2):
        if match[0].strip():
            found = Span(match.start(), min(match.end(), match.start() + _LONGEST))
        if count >= number:
            break
    return found


def _yaml(text: str) -> _Parsed | _Fault | None:
    import yaml

    from newslint.readers.yaml_values import load_yaml

    try:
        values, node = load_yaml(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        return _Fault(line, f"is not YAML: {error.problem or error.context}")
    except yaml.YAMLError as error:
        return _Fault(2, f"is not YAML: {' '.join(str(error).split())[:80]}")
    except RecursionError:
        return _Fault(2, "is nested too deeply")
    except (ValueError, TypeError, OverflowError, AttributeError) as error:  # a date such as 2024-02-31
        return _Fault(2, f"holds an impossible value: {' '.join(str(error).split())[:80]}")
    if text.strip() and not isinstance(values, dict):
        return None
    return _Parsed(values, tuple(in_yaml(node, text))) if values else _Parsed({})


def _toml(text: str) -> _Parsed | _Fault:
    import rtoml

    try:
        values = rtoml.loads(text)
        return _Parsed(values, tuple(in_toml(values, text)))
    except ValueError as error:
        message, _, place = str(error).rpartition(" at line ")
        line = int(place.partition(" ")[0]) if message else 1
        return _Fault(line + 1, f"is not TOML: {message or error}")
