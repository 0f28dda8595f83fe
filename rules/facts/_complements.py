"""What is left of a whole whose part is a share or a kind: "half of the 480 flats are let; 340 stand empty"."""

from collections.abc import Iterator

from newslint import Article, Figure, Interval, NamedTuple, Reading, Template, singular

from ._joined import with_following

_KINDS = (
    frozenset("man woman".split()),
    frozenset("boy girl".split()),
    frozenset("adult child".split()),
    frozenset("son daughter".split()),
    frozenset("male female".split()),
)
# Half of the 480 flats ... 340 stand empty; won four of their six matches and lost four
_SHARE = Template(
    r"{part:nf%}(?: [\w'-]+){0,2}? of (?:the |its |their |his |her |all |those |these )?{whole}"
    r"(?: (?!and\b|but\b|or\b|including\b)[\w'-]+){1,6}?(?:,? and|,? but|;|,) (?P<verb>(?:[a-z]+ ){0,2}?)"
    r"(?:the (?:other |rest, |remaining )?)?{rest}"
)
# 23 people, 17 of them men. The eight women ...
_OF_THEM = Template(
    r"{whole}(?: [\w'-]+){1,4}?,? (?:and )?{part:nf} of (?:them|whom)(?: were| are| was|,)? (?P<kind>[a-z]+)"
    r"[^;:!?\ue000-\ue0ff]{0,80}?\b[Tt]he (?P<other>other |rest, |remaining )?{rest}(?P<noun>(?: [a-z]+)?)"
)


class Complement(NamedTuple):
    """A whole, a part of it, and what is said to be the rest; ``right`` is."""

    whole: Figure
    part: Figure
    rest: Figure
    right: float


def complements(article: Article) -> Iterator[Complement]:
    """Every rest of a whole that its other part does not leave, or that is more than it leaves."""
    last = -1
    for reading, both in with_following(article):
        if reading.sentence <= last or not reading.kinds & {"n", "f"}:
            continue
        found = _left(reading) or _kinds(both)
        if found is not None:
            last = reading.sentence + 1
            yield found


def _left(reading: Reading) -> Complement | None:
    for found in _SHARE.finditer(reading):
        whole, part, rest = found["whole"], found["part"], found["rest"]
        if not (whole.exact and part.exact and rest.exact) or len(reading.figures) > 3 or rest.unit or not whole.unit:
            continue
        if part.kind == "n":
            if not found.match["verb"] or part.value > whole.value:
                continue
            left = Interval(0, whole.value - part.value)
        else:
            share = part.slack if part.kind == "f" else Interval(part.slack.low / 100, part.slack.high / 100)
            left = whole.slack.times(Interval(1 - share.high, 1 - share.low))
        value = (
            part.value * (whole.value if part.kind == "f" else whole.value / 100) if part.kind != "n" else part.value
        )
        right = whole.value - value
        again = part.kind != "n" and abs(value - rest.value) < 0.02 * value  # the part, told once more
        if left.meets(rest.slack) or rest.value > whole.value or right <= 0 or again:
            continue
        if not 0.3 < rest.value / right < 3:
            continue
        return Complement(whole, part, rest, right)
    return None


def _kinds(reading: Reading) -> Complement | None:
    for found in _OF_THEM.finditer(reading):
        whole, part, rest = found["whole"], found["part"], found["rest"]
        if not (whole.exact and part.exact and rest.exact) or not whole.value:
            continue
        kind, noun = _noun(found.match["kind"]), rest.unit or _noun(found.match["noun"].strip())
        if not found.match["other"] and not any(kind != noun and {kind, noun} <= pair for pair in _KINDS):
            continue
        share = part.value / whole.value if part.kind == "n" else part.value
        right = whole.value * (1 - share)
        slack = (
            whole.slack.times(Interval(1 - part.slack.high, 1 - part.slack.low))
            if part.kind == "f"
            else (whole.slack.minus(part.slack))
        )
        if slack.meets(rest.slack) or not 0.2 < rest.value / max(right, 1e-9) < 5:
            continue
        return Complement(whole, part, rest, right)
    return None


def _noun(word: str) -> str:
    return singular(word) or word
