"""What a pack may ask for: a pack comes with the copy at times, and must not be able to stop a run."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.model.expressions import expression

# Characters of an expression, and the steps that its counted repeats come to: (a{100}){100} is 10,000.
_LONGEST, _STEPS = 2_000, 50_000
_FIELDS = ("found", "better", "why")
_FIELD = expression(r"\{\{|\}\}|\{(found|better|why)\}")
_TOKEN = expression(
    r"""
    \\.                                                   # \d, \(
    | \[ (?: \\. | [^\]\\] ) (?: \\. | [^\]\\] )* \]       # [a-z], [^\]]
    | \{ \s* (\d*) \s* (?: , \s* (\d*) \s* )? \}           # {3}, {2,5}, {,7}
    | .
    """,
    re.DOTALL | re.VERBOSE,
)


def fill(template: str, **words: str) -> str:
    """A message with its {found}, {better} and {why} filled in; nothing else in it is looked at."""
    return _FIELD.sub(lambda match: words.get(match[1], "") if match[1] else match[0][0], template)


def check_template(template: str) -> None:
    """Raise ValueError for a message that asks for more than there is: {found:>1500000000}, {found.__class__}."""
    if not {"{", "}"} & set(_FIELD.sub("", template)):
        return
    from string import Formatter

    try:
        fields = list(Formatter().parse(template))
    except ValueError as error:
        raise ValueError(
            f"`message` {template[:80]!r}: {error}; write {{{{ and }}}} for the braces themselves"
        ) from None
    for _, name, form, conversion in fields:
        if name is not None and (name not in _FIELDS or form or conversion):
            raise ValueError(f"`message` may hold {{found}}, {{better}} and {{why}}, not {{{name[:40]}...}}")


def check_expression(text: object) -> None:
    """Raise ValueError for an expression that is wrong, or so large that to compile it would take its time."""
    import regex

    if not isinstance(text, str):
        raise ValueError(f"`regex` is a text, not {text!r}")
    if len(text) > _LONGEST or _steps(text) > _STEPS:
        raise ValueError(f"the expression {text[:80]!r} is too large, or repeats repeats too often; make it simpler")
    try:
        regex.compile(text)
    except (regex.error, ValueError, IndexError, KeyError, OverflowError, RecursionError) as error:
        raise ValueError(f"the expression {text[:80]!r} is wrong: {error}") from None


def _steps(text: str) -> int:
    """How long the expression would be with its counted repeats written out."""
    open_ = [0]  # what each group that is open comes to so far
    last = 0  # what the last item came to
    for token in _TOKEN.finditer(text):
        words = token[0]
        if words == "(":
            open_.append(0)
            last = 0
        elif words == ")" and len(open_) > 1:
            last = open_.pop() + 1
            open_[-1] += last
        elif words[0] == "{" and (token[1] or token[2]):
            times = max(_count(token[1]), _count(token[2]))
            open_[-1] += last * max(times - 1, 0)
            last *= max(times, 1)
        else:
            last = 1
            open_[-1] += 1
        if open_[-1] > _STEPS:
            return open_[-1]
    return sum(open_)


def _count(digits: str | None) -> int:
    return 0 if not digits else int(digits) if len(digits) < 10 else _STEPS


def check_phrases(where: str, phrases: Iterable[object]) -> tuple[str, ...]:
    """The phrases, all of them texts with something in them. Raises ValueError."""
    rows = tuple(phrases)
    for row in rows:
        if not isinstance(row, str) or not row.strip():
            raise ValueError(f"`{where}` holds texts with at least one letter, not {row!r}")
    return rows  # type: ignore[return-value]
