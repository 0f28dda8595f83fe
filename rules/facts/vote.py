import re
from collections.abc import Iterator
from itertools import chain

from newslint import (
    Article,
    Figure,
    Finding,
    Found,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    compiled,
    english,
    expression,
    flags,
    passes,
    readings,
)

from ._reference import quoted_as_hints
from ._sides import missaid_sides

THIRD = (
    r"(?:(?:,? and|,? with|,|;)? {third}~3 (?:abstain\w*|abstentions?|absent|absentees|absences|undecided|"
    r"blank|spoil\w*|invalid))?"
)


class Vote(Rule):
    """A vote, score or tally that its own margin, majority or house does not fit.

    “By 52 votes to 47, a majority of four”: it is five. “The 11-member council voted 7-5”: that is 12 votes. The rule
    adds for, against, abstentions and absent members and compares them with the size of the body that the article
    gives, takes one side from the other for the margin, and reports a motion that the smaller side carried.

    Who is counted once more on one side (“one of the six who voted against”) is one of the two sides told before.

    On 13 million words of edited copy, on some of which it was mended: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The bill passed by 52 votes to 47, a majority of [[four]]."),
        flags("The 11-member council voted [[7-5]] to sell the mill."),
        flags("They won 24-17, a [[nine-point]] victory."),
        flags("The bill was adopted by [[47 votes to 52]]."),
        flags("They voted by nine to four to sell. Ana Ruiz, one of the [[six]] who voted against, left."),
        passes("They voted by nine to four to sell. Ana Ruiz, one of the four who voted against, left."),
        passes("The bill passed by 52 votes to 47, a majority of five."),
        passes("The 11-member council voted 7-3 to sell the mill, with one member absent."),
        passes("They won 24-17, a seven-point victory."),
        flags("They were ahead by 1-11 to 0-9 at half-time, a lead of [[seven]]."),
        passes("They were ahead by 1-11 to 0-9 at half-time, a lead of five."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        for reading in article.view(readings):
            if len(reading.figures) < 2:
                continue
            for way in _TALLIES:
                tally = next(way.finditer(reading), None)
                if tally is not None:
                    yield from self._tally(article, reading, tally)
                    break
        for side, vote in missaid_sides(article):
            yes, no = vote["yes"], vote["no"]
            yield self.finding(
                Span(side.figure, side.end),
                f"{side.text} is neither side of a vote of {yes.text} to {no.text}.",
                related=[(Span(yes.start, no.end), "the vote")],
            )

    def _tally(self, article: Article, reading: Reading, tally: Found) -> Iterator[Finding]:
        yes, no, third = tally["yes"], tally["no"], tally.get("third")
        margin = _margin(reading, tally)
        votes = _VOTING.search(reading.text) is not None
        score = _GOALS_AND_POINTS.search(article.text, max(0, yes.start - 12), no.end + 12)
        if score is not None:
            yield from self._gaelic(score, margin)
            return
        if not no.exact or english.MEASURES.get(no.unit) or no.kind == "m":
            return  # 172 – fewer than 100 votes short of it
        if margin is not None and margin not in (yes, no, third) and margin.exact and _comparable(yes, no, margin):
            gap = yes.slack.minus(no.slack)
            if not gap.meets(margin.slack) and not no.slack.minus(yes.slack).meets(margin.slack):
                yield self.finding(
                    Span(margin.figure, margin.end),
                    f"{yes.value:,g} − {no.value:,g} = {abs(yes.value - no.value):,g}, not {margin.text}.",
                    related=[(Span(yes.start, no.end), "the two sides")],
                )
                return
        if not votes or yes.kind != "n":
            return
        plainly = yes.exact and no.exact and not reading.text[: tally.match.start()].endswith("from ")
        if (
            plainly
            and no.unit in _VOTES
            and yes.value < no.value
            and _CARRIED.search(reading.text, 0, tally.match.start() + 1)
            and not _NOT.search(reading.text)
        ):
            yield self.finding(
                Span(yes.figure, no.end),
                f"Carried by {yes.text} against {no.text}: the smaller side.",
            )
            return
        size, everybody = _house(article, reading, (yes, no, third))
        if size is None:
            return
        cast = yes.value + no.value + (third.value if third else 0)
        shown = f"{yes.value:g} + {no.value:g}" + (f" + {third.value:g}" if third else "")
        if cast > size.value or (everybody and cast != size.value):
            yield self.finding(
                Span(yes.figure, (third or no).end),
                f"{shown} = {cast:g} votes, of {size.value:g}.",
                related=[(Span(size.start, size.end), "the size of the body")],
            )

    def _gaelic(self, score: re.Match[str], margin: Figure | None) -> Iterator[Finding]:
        """A lead that goals and points do not give: a goal is worth three points."""
        goals, points, their_goals, their_points = map(int, score.groups())
        one, two = 3 * goals + points, 3 * their_goals + their_points
        if margin is not None and margin.exact and margin.unit in ("", "point") and margin.value != abs(one - two):
            yield self.finding(
                Span(margin.figure, margin.end),
                f"With three points a goal it is {one} to {two}: {abs(one - two)}, not {margin.text}.",
                related=[(Span(*score.span()), "the score")],
            )


def _margin(reading: Reading, tally: Found) -> Figure | None:
    """The margin that the sentence gives for its tally; not one that would have been needed."""
    for way in _MARGINS:
        for found in way.finditer(reading):
            low, high = sorted((tally.places["no"], found.places["margin"]))
            if _OF_ERROR.match(reading.text, found.match.end()) or reading.text[: found.places["margin"]].endswith(
                _ROOM
            ):
                continue
            if high - low < 110 and not _NEEDED.search(reading.text, low, high):
                return found["margin"]
    return None


def _comparable(yes: Figure, no: Figure, margin: Figure) -> bool:
    return yes.kind == no.kind and margin.kind in (yes.kind, "p")


def _house(article: Article, reading: Reading, tally: tuple[Figure | None, ...]) -> tuple[Figure | None, bool]:
    """How many vote in the body that the sentence names, and whether all are said to have voted."""
    for found in _ALL.finditer(reading):
        if found["size"] not in tally:
            return found["size"], True
    for found in chain(_SIZE.finditer(reading), _AMONG.finditer(reading)):
        if found["size"] not in tally:
            return found["size"], False
    sizes = article.view(_sizes)
    words = set(compiled(r"[a-z]+").findall(reading.text.lower()))
    known = [figures for noun, figures in sizes.items() if noun in words]
    if len(known) == 1 and len(words & _BODIES) == 1 and len({figure.value for figure in known[0]}) == 1:
        return known[0][0], False
    return None, False


def _sizes(article: Article) -> dict[str, list[Figure]]:
    """Body -> its sizes, over the article: "the 15-member council"."""
    found: dict[str, list[Figure]] = {}
    for reading in article.view(readings):
        for size in _SIZE.finditer(reading):
            found.setdefault(size.match["body"].lower(), []).append(size["size"])
    return found


BODY = (
    r"(?P<body>council|board|committee|commission|court|parliament|assembly|senate|house|chamber|panel|"
    r"jury|bench|legislature|"
    r"cabinet|caucus|union|body|union|synod|congress|knesset|duma|tribunal)"
)
_BODIES = frozenset(BODY[len("(?P<body>") : -1].split("|"))
_SIZE = Template(
    rf"{{size}}[- ](?:member|seat|strong|person|judge|man|justice|councillor|"
    rf"delegate)(?: (?!the )[\w'-]+){{0,3}}? {BODY}\b(?! (?:\w+ )?(?:conference|caucus|delegation|group|party|bloc)\b)"
)
_AMONG = Template(r"\bamong (?:the|its|their) {size} (?:members|councillors|judges|senators|delegates|lawmakers|MPs)\b")
_ALL = Template(
    r"\ball {size} (?:members|councillors|judges|justices|senators|delegates|directors|jurors|votes|"
    r"lawmakers|MPs)\b(?! (?:who|from|in|of|on)\b)"
)
TO = r"(?:-| – | to | votes to | against )"
_TALLIES = (
    Template(
        rf"{{yes:n$}}(?<![\w.,/-]..)(?: votes)?{TO}{{no:n$}}(?![\w/-]|"
        rf"[.,]\d)(?:-{{third}})?[^.;:!?\ue020-\ue07f]{{0,60}}?{THIRD}",
        optional="third",
    ),
    # 52 for and 47 against, with two abstentions
    Template(
        rf"{{yes}}~4 (?:in favou?r|for|yes|aye|backing|supporting)~3(?:,| and|,? to|"
        rf",? with)+ {{no}}~4 (?:against|opposed|opposing|no|nay)\b{THIRD}",
        optional="third",
    ),
)
_MARGINS = (
    Template(r"\b(?:majority|margin|lead|difference|gap|advantage|plurality) of (?:just |only )?{margin:n$}"),
    Template(r"{margin}[ -](?:vote|seat|goal) (?:majority|margin|lead|win|victory|advantage|gap|defeat|loss)"),
    Template(r"{margin:p} (?:majority|margin|lead|win|victory|advantage|gap|defeat|loss)"),
    Template(
        r"\b(?:won|lost|beaten|win|winning|losing|passed|failed|defeated|ahead|behind)(?: it|"
        r" the \w+)? by (?:just |only )?{margin:np}(?! votes to| to\b|-| –)"
    ),
)
_OF_ERROR = expression(r" (?:margin )?(?:of|for) error\b")
_ROOM = ("±", "± ", "+/-", "+/- ", "plus or minus ", "minus ", "margin of error of ")
_NEEDED = expression(r"\b(?:would|could|need\w*|must|should|if|last|previous\w*|earlier|while|but)\b", re.I)
# 1-11 to 0-9: goals and points, as in Gaelic games.
_GOALS_AND_POINTS = expression(r"(?<![\d-])(\d{1,2})-(\d{1,2})(?:,| to| against| v\.?)? (\d{1,2})-(\d{1,2})(?![\d-])")
_VOTING = expression(
    r"""
    \b(?:
        vot(?:e|es|ed|ing)|ballots?|motion|bill|resolution|amendment|passed
        |approved|adopted|ruled|rul(?:ed|ing)|carried|rejected
    )\b
    """,
    re.I | re.VERBOSE,
)
_CARRIED = expression(r"\b(?:passed|approved|adopted|carried|won|elected|backed|endorsed|upheld|ratified)\b", re.I)
_VOTES = frozenset({"", "vote", "member", "senator", "councillor", "lawmaker", "deputy", "judge", "justice", "person"})
_NOT = expression(
    r"""
    \b(?:
        not|failed|rejected|defeated|lost|narrowly[ ]missed|against|two-thirds
        |supermajority|overrid\w+|veto\w*
    )\b
    """,
    re.I | re.VERBOSE,
)
