"""Counts with the years or places that they announce: "twice, in 1990, 1995 and 2001"; "three firms, based in ..."."""

import re
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, compiled, english, expression, readings


class Announced(NamedTuple):
    """A count, how many things it announces, and whether fewer of them would be an error too."""

    start: int
    end: int
    words: str
    stated: int
    listed: int
    sure: bool
    list_end: int


_YEARS = (
    "(?P<list>(?:[\ue079\ue064].(?:,[ ](?:in[ ]|on[ ])?|[ ]and[ ](?:in[ ]|on[ ]|again[ ]in[ ]|again[ ]on[ ])?|"
    ",[ ]and[ ](?:in[ ]|on[ ]|again[ ]in[ ]|most[ ]recently[ ]in[ ])?)){1,12}[\ue079\ue064].)(?![\\w-])"
)
_TIMES = expression(
    rf"""
    (?:
        \b(?P<word>once)\b|\ue078(?P<times>.)  # once, three times
        |\ue06e(?P<things>.)[ ][a-z'-]+s(?=,[ ]in[ ])  # three albums, in 1998
        |\ue06e(?P<count>.)[ ]  # three occasions
         (?:
             times|occasions|separate[ ]occasions|seasons|years|elections|editions
             |games|tournaments|championships|titles
         )
    )(?P<mark>,|:|[ ]–|[ ]\(|[ ]-)?[ ]?(?:in|on|winning[ ]in|first[ ]in)?[ ]?{_YEARS}  # , in 2010 and 2014
    """,
    re.I | re.VERBOSE,
)
_ONCE = expression(
    r"""
    (?P<word>\ue078(?P<times>.))(?:[ ][\w'-]+){0,4}(?:,|:|[ ]–|[ ]\()[ ]?  # three times last year:
    (?P<list>
        once[ ][^.;:!?,]{2,80}?(?:,[ ]once[ ][^.;:!?,]{2,80}){0,6},?[ ]and[ ]once\b  # once in Ghent and once in Oslo
    )
    """,
    re.I | re.VERBOSE,
)
_WORDS = {"once": 1, "twice": 2, "thrice": 3}
_NAME = r"[A-Z][\w'-]+(?: (?:of |on |upon |the )?[A-Z][\w'-]+){0,3}"
# three stops on the way, at Dakar and at Recife; warned twice, in March by letter, in May and in June
_PLACES = Template(
    r"{count:nx}(?: [a-z][\w'-]*){0,5}, (?P<list>(?P<at>in|on|at|"
    r"to) (?-i:[A-Z])[^,.;:!?]{1,40}?(?:, (?P=at) (?-i:[A-Z])[^,.;:!?]{1,40}?)*,? and "
    r"(?P=at) (?-i:[A-Z])[^,.;:!?]{1,40}?)(?=[,.;:]|$)"
)
_WAYS = Template(
    r"{count} (?:[a-z]+ )?(?:ways|reasons|things|options|conditions|questions|problems|steps|parts|aims|"
    r"goals|choices|"
    r"demands|points|tasks|kinds|types|lessons|rules|phases|stages)\b"
)
_NTH = expression(
    r"""
    (?:[.;:][ ]|,[ ]|;[ ]and[ ])(?:[Tt]he[ ])?  # ; and the
    (?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)[ ]  # second
    (?:is|was|would|will|are)\b  # was
    """,
    re.VERBOSE,
)
# in the second, ninth, 12th and 14th minutes
_ORDINALS = Template(
    r"{count}(?: [a-z][\w'-]*){1,3}[^.;:!?]{0,60}?,? (?:in|on|during) the "
    r"(?P<list>{nth:o}(?:, [\ue06f].)*,? and [\ue06f].) "
    r"(?:minutes|overs|rounds|games|sets|innings|days|weeks|months|years)"
)
_BASED = Template(
    r"{count}(?: [a-z][\w'-]*){1,4},? (?:all )?(?:based|located|headquartered|situated) (?:in|at) "
    rf"(?-i:(?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME}))(?=[,.;:)]| –|$)"
)


def occasions(article: Article) -> Iterator[Announced]:
    """Every count of times or firms with the years or places that it announces."""
    for reading in article.view(readings):
        text = reading.text
        for match in _TIMES.finditer(text) if reading.kinds & {"y", "d"} else ():
            listed = len(compiled("[\ue079\ue064]").findall(match["list"]))
            many = match["count"] or match["times"] or match["things"]
            if many and not match["mark"] and listed < reading.figures[ord(many) - 0xE100].value:
                continue  # 13 times in 2016 and 2017
            yield from _announced(
                match["word"],
                many,
                reading.figures,
                listed,
                article,
                reading.start,
                reading.end,
            )
        for match in _ONCE.finditer(text) if "x" in reading.kinds else ():
            listed = len(compiled(r"\bonce\b", re.I).findall(match["list"]))
            word = match["word"] if not match["times"] else None
            yield from _announced(word, match["times"], reading.figures, listed, article, reading.start, reading.end)
        yield from _in_turn(reading)
        yield from _numbered(article, reading)
        for found in _BASED.finditer(reading):
            count = found["count"]
            names = [
                name
                for name in compiled(r", (?:and )?| and ").split(found.match["list"])
                if name not in english.US_STATES
            ]
            if (
                count.exact
                and 2 <= count.value <= 20
                and len(names) != count.value
                and abs(len(names) - count.value) < 4
            ):
                stated = int(count.value)
                yield Announced(
                    count.figure, count.end, count.text, stated, len(names), len(names) > stated, reading.end
                )


def _numbered(article: Article, reading: Reading) -> Iterator[Announced]:
    """Two ways: the first is ..., the second ..., the third ..."""
    found = next(_WAYS.finditer(reading), None)
    if found is None or not found["count"].exact or not 2 <= found["count"].value <= 9:
        return
    block = article.blocks[reading.block]
    following = article.text[reading.start : min(block.end, reading.end + 600)]
    numbers = [english.ordinal(match["nth"]) or 0 for match in _NTH.finditer(following)]
    stated = int(found["count"].value)
    if numbers[:2] == [1, 2] and numbers == list(range(1, len(numbers) + 1)) and len(numbers) > stated:
        count = found["count"]
        yield Announced(count.figure, count.end, count.text, stated, len(numbers), True, block.end)


def _in_turn(reading: Reading) -> Iterator[Announced]:
    """Three stops, at Dakar and at Recife; three goals, in the second, ninth, 12th and 14th minutes; a trio of ..."""
    for way in (_PLACES, _ORDINALS):
        for found in way.finditer(reading):
            count, listed = found["count"], found.match["list"]
            pieces = len(compiled(r", (?:and )?| and ").findall(listed)) + 1
            stated = int(count.value)
            if count.exact and 2 <= stated <= 12 and count.value == stated and 0 < abs(pieces - stated) <= 3:
                yield Announced(count.figure, count.end, count.text, stated, pieces, way is _ORDINALS, reading.end)


def _announced(
    word: str | None, mark: str | None, figures: tuple[Figure, ...], listed: int, article: Article, start: int, end: int
) -> Iterator[Announced]:
    if mark is not None:
        figure = figures[ord(mark) - 0xE100]
        if figure.exact and figure.value == int(figure.value) and 2 <= figure.value < 30 and listed != figure.value:
            yield Announced(figure.figure, figure.end, figure.text, int(figure.value), listed, True, end)
    elif word is not None and _WORDS[word.lower()] != listed:
        at = article.text.lower().find(word.lower(), start, end)
        if at >= 0:
            yield Announced(at, at + len(word), word, _WORDS[word.lower()], listed, True, end)
