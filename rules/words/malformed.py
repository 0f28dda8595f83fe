"""words/malformed"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint import Article, Finding, Role, Rule, Span, expression, flags, kept, passes

_Fault = tuple[int, int, str, str | None]

# Not within a code, a web address, a version, a score.
_START, _END = r"(?<![\w.,:/@#=&+’'\-–])", r"(?![\w@/=&+]|[.,:]\d)"
# Most figures are written as figures are; only what is not is read closely.
_FIGURE = expression(r"[$€£¥₹\d](?<![^\s“‘(\"'].)(?:(?<=\d)|[$€£¥₹]?\d)[^\s“”’\")]*")
_PLAIN = expression(
    r"""
    [$€£¥₹]?(?:\d{1,4}|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:s|m|bn|%|km|kg|am|pm)?  # £1,000.5m
    [.,;:?!]*
    |1?\d[:.][0-5]\d[.,]?  # 9.30
    """,
    re.VERBOSE,
)
_MONEY = r"[$€£¥₹]"
_STARTS = expression(rf"(?:{_MONEY}|\d)(?<!\d.)")  # where one may begin
# Groups of digits after a comma; lists ("12,14,16") and the lakhs of India ("1,00,000") go on after the odd group.
_GROUPS = expression(
    rf"{_START}(?:{_MONEY}\d{{1,3}}|\d{{3}}|\d{{1,3}}(?:,\d{{3}})+)"  # what stands before the odd group
    rf",(?:\d{{1,2}}|\d{{4,}}){_END}(?! ?%)"
)
_LONG_GROUP = expression(rf"(?<!{_MONEY}){_START}\d{{2}},\d{{4,5}}{_END}")
_DATE = expression(rf"{_START}\d{{1,2}},(?:19|20)\d\d{_END}")
_ORDINAL = expression(rf"{_START}(\d+)(nd|rd|th|the){_END}(?!-)")
_STOPS = expression(rf"(?<![\w.]){_MONEY}?\d+(?:\.\.|,,|,\.|\.,)\d+\w*(?!\.\w)")
_SIGNS = expression(rf"(?<!\S){_MONEY}{{2}}\d[\d,.]*\b|{_START}\d[\d.]*%%")
_YEAR = expression(rf"{_START}(?:19|20)\d{{3}}(?<!00){_END}(?! [a-z]+s\b)")
_BEFORE_YEAR, _LONGEST_BEFORE = expression(r"\b(?:in|of|by|since|until|from|between|and) \Z"), 8
_GLUED = "of|on|and|for|from|with|people|percent|years|men|women|children"
_WORD = expression(rf"{_START}{_MONEY}?\d[\d,.]*({_GLUED}){_END}")
_LETTER = expression(rf"{_START}(?:1[89]|2O|20)(?:O\d|\dO|OO){_END}|{_START}2O\d\d{_END}")  # in a year
_CLOCK = expression(r"(?<![\d:.,$€£–-])(\d{1,2})(?:[:.](\d\d))? ?[ap](?:m\b|\.m\.)")


class Malformed(Rule):
    """A figure is written as no figure is: “274,00”, “143th”, “12the”, “20224”, “$1..5m”, “9:75 p.m.”.

    Groups of two or four digits after a comma, the wrong ending of an ordinal, a year of five digits of which one
    stands twice, two stops or signs in a number, a letter O among digits, a word glued to its number, an hour or a
    minute that no clock has. Lakhs and crores (1,00,000), lists, codes, versions, measures (48in, 17st, 5million) and
    whatever stands in a web address are left alone. On 13 million words of edited news each form was a slip in all but
    one or two cases.

    On 1.3 million words as published: read 5 warnings, right 5.
    """

    reference = "Corrections in the histories of news sites"
    reads_quotes = True
    examples = (
        flags("It costs the town [[274,00]] a year, and the firm [[$143,00]]."),
        flags(
            "It was his [[143th]] match, on the [[12the]] of June.",
            becomes="It was his 143rd match, on the 12th of June.",
        ),
        flags("The bridge was closed in [[20224]] for repairs.", becomes="The bridge was closed in 2024 for repairs."),
        flags("They paid [[$1..5m]] for it at [[9:75 p.m.]], some [[37percent]] less."),
        passes("In Delhi 1,00,000 people heard it; 12,34,567 did not. Pages 12,14 and 16,18,20. Art. 5,5."),
        passes("He is 6ft 3in, weighs 17st 2lb and got £5million at 9:45 p.m. on the 11th, 12th, 13th and 23rd."),
        passes("The ZIP code is 20005, the version 1.2..3 and the address example.org/143th/12the."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for block in article.blocks:
            if block.role is not Role.TABLE:
                for start, end, message, right in _faults(article.text[block.start : block.end]):
                    yield self.finding(Span(block.start + start, block.start + end), message, suggest=right)


@kept
def _faults(text: str) -> tuple[_Fault, ...]:
    """(start, end, message, how it is written) of each in a block."""
    if all(_is_plain(text, match) for match in _FIGURE.finditer(text)):
        return ()
    return tuple(_all(text))


def _all(text: str) -> Iterator[_Fault]:
    starts = [match.start() for match in _STARTS.finditer(text)]
    for pattern in (_GROUPS, _LONG_GROUP):
        for match in _matches(pattern, text, starts):
            if not _DATE.match(text, match.start()):
                yield _wrong(match, "the digits after a comma are not three")
    for match in _matches(_ORDINAL, text, starts):
        right = match[1] + _ending(int(match[1][-2:]))
        if match[0] != right:
            yield _wrong(match, f"“{right}” is the ordinal", right)
    for match in _matches(_YEAR, text, starts):
        year = _year(match[0])
        if year and _BEFORE_YEAR.search(text, max(match.start() - _LONGEST_BEFORE, 0), match.start()):
            yield _wrong(match, "a year has four digits", year)
    for pattern, fault in (
        (_STOPS, "two marks stand where one may"),
        (_SIGNS, "a sign stands twice"),
        (_LETTER, "a letter O stands for a nought"),
    ):
        for match in _matches(pattern, text, starts):
            yield _wrong(match, fault)
    for match in _matches(_WORD, text, starts):
        spaced = text[match.start() : match.start(1)] + " " + match[1]
        yield _wrong(match, "a space is missing after the number", spaced)
    for match in _matches(_CLOCK, text, starts):
        if int(match[1]) > 12 or int(match[2] or 0) > 59:
            yield _wrong(match, "no clock shows that")


def _matches(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """What an expression that begins with a figure finds, tried only where one begins."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def _wrong(match: re.Match[str], fault: str, right: str | None = None) -> _Fault:
    return (*match.span(), f"“{match[0]}”: {fault}.", right)


def _is_plain(text: str, match: re.Match[str]) -> bool:
    """Whether a figure is surely well-formed."""
    figure = match[0].rstrip(".,;:?!")
    if figure[-2:] in ("st", "nd", "rd", "th") and figure[:-2].isdigit():
        return figure[-2:] == _ending(int(figure[-4:-2]))
    after = text[match.end() : match.end() + 3]
    if after in (" p.", " a.", " pm", " am") and figure.isdigit():
        return int(figure) < 13
    return _PLAIN.fullmatch(match[0]) is not None or "-" in figure


def _ending(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _year(digits: str) -> str | None:
    """The year that was meant, if one of five digits stands twice in a row."""
    for at in range(1, len(digits)):
        year = digits[:at] + digits[at + 1 :]
        if digits[at] == digits[at - 1] and 1900 <= int(year) < 2040:
            return year
    return None
