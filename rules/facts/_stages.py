"""A change, what it led to, and what there was before: "rose by three to 18; it had stood at 16"."""

from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, english, one_of

from ._arithmetic import comparable
from ._joined import in_passages

_WORD = one_of(english.UP | english.DOWN)
_STEP = Template(
    rf"\b(?P<word>{_WORD})(?: (?!to\b|from\b|by\b)[\w'-]+){{0,4}}?(?: by)?(?: a (?:further|record))? {{step:n$m%p}}"
    r"(?: (?!and|or|but|to|from|in|on|more|less|for)[\w'-]+){0,3}?,? to (?:a (?:record|total of) )?{after:n$m%}"
)
_BEFORE = Template(
    r"\b(?:stood at|had been|has been|was|were|had|normally|usually|previously|earlier|"
    r"compared with)(?: (?:only|just|at|already))? {before:n$m%}"
)


class Stage(NamedTuple):
    """Before + step should be after; ``right`` is what it is."""

    before: Figure
    step: Figure
    after: Figure
    right: float
    up: bool


def stages(article: Article) -> Iterator[Stage]:
    """Every change of a passage with its size, its outcome and what went before, where they do not fit."""
    yield from in_passages(article, _stage)


def _stage(reading: Reading) -> Stage | None:
    if len(reading.figures) < 3 or reading.kinds & {"y", "d"}:
        return None  # by 500,000 to 10.1 million; in 2007 it was 9.2 million: that is not what it rose from
    for found in _STEP.finditer(reading):
        step, after = found["step"], found["after"]
        if (step.kind != after.kind and step.kind != "p") or not (step.exact and after.exact):
            continue
        if step.kind == "%" or (step.kind == "p" and after.kind != "%"):
            continue
        if step.kind in "m$" and step.unit != after.unit:
            continue
        like = [f for f in reading.figures if f not in (step, after) and comparable(f, after)]
        named = [match["before"] for match in _BEFORE.finditer(reading) if match["before"] in like]
        if len(like) != 1 or len(named) != 1 or not named[0].exact:
            continue
        before = named[0]
        up = found.match["word"].lower() in english.UP
        made = before.slack.plus(step.slack) if up else before.slack.minus(step.slack)
        right = before.value + (step.value if up else -step.value)
        if made.meets(after.slack) or right <= 0 or not 0.5 < after.value / right < 2:
            continue
        if (after.value > before.value) != up and after.value != before.value:
            continue  # another series
        return Stage(before, step, after, right, up)
    return None
