"""sentences/repeated-word"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq

from newslint import Article, Finding, Role, Rule, Span, english, expression, flags, kept, passes

from ._stops import words

# Doubled by mistake whatever stands around them, so that one may go unasked.
_NEVER_TWICE = words("of its from at into") | (
    english.NEVER_LAST - words("whose every nor because although unless whereas")
)

# Doubled rightly often enough that only the context tells: handled one by one.
_IN_CONTEXT = words("that had is was are were do does did her in on over by through")

# Doubled for emphasis, as a sound or as a plea, by a reporter too ...
_ON_PURPOSE = words(
    """
    very long far many no yes yeah ha hee ho hey bye knock tsk tut chop blah hear tick tock beep bang boom choo boo rah
    woof hush yada cha aye etc ditto
    """
)
# ... and by people who talk.
_IN_SPEECH = _ON_PURPOSE | words(
    """
    really so too much more most big old little good bad great extra super mega pretty nice high low never ever always
    again way well now there here where yep nope hi hello run go wait stop please okay ok can later half deep hard slow
    quick faster up out down what why who
    """
)

# Verbs that take "in", "on" ... as a part of themselves: "checked in in March", "what goes on on the street".
_PHRASAL = words(
    """
    bring bringing brought build built call called calling came check checked checking close closed come comes
    coming dial drop dropped get getting give given giving go goes going gone got hand handed join joined kick
    kicked kicks let live lived lives log logged logging look looked move moved moving opt opted phone phoned plug
    plugged pull pulled settle settled sign signed sit sleep start started stay stayed step stepped stop stopped
    sworn take taken taking thrown took trade traded tune tuned tuning turn turned walk walked weigh weighed went
    hold held holds keep carry carried carries moves passed pass passing run ran running stand stood put set break
    broke
    """
)

# "testified that that he saw": the second one is no pronoun
_AFTER_THAT = english.PRONOUNS | words("the there a an has have")

_QUESTION = words("what all who whatever thing things reason problem")


# One to four words, then the same again.
# "went door to door to ask": what pairs with itself.
_PAIRED = words(
    "arm back bit cheek coast day door end face hand head heart hour house inch month mouth neck one page person "
    "piece shoulder side step street time toe town village wall week word year"
)

# No name ends on one of these: "Question on Question on".
_NEVER_LAST = words("of on in to for from with at by and the a an")

_PATTERN = expression(
    r"""
    (?<![\w'’\-])
    ([^\W\d_]+(?:['’][^\W\d_]+)?(?:[ \xa0][^\W\d_]+(?:['’][^\W\d_]+)?){0,3})  # one to four words
    \s+\1(?![\w'’\-])  # the same again
    """,
    re.VERBOSE,
)
_LONGEST = 4
# Tables and the furniture of a page (lists of links) repeat words as they please.
_UNREAD = (Role.TABLE, Role.FURNITURE)


def _may_repeat(lower: str) -> bool:
    """A quick look, since the pattern is slow: whether one to four words stand twice in a row, marks aside."""
    for mark in '“"(‘':
        lower = lower.replace(mark, " ")
    found = lower.split()
    places = range(len(found))
    for at in compress(places, map(str.startswith, found[1:], found)):
        if len(found[at + 1]) - len(found[at]) < 2:
            return True
    return any(
        _stands_again(found, at, count)
        for count in range(2, _LONGEST + 1)
        for at in compress(places, map(eq, found, found[count:]))
    )


def _stands_again(found: list[str], at: int, count: int) -> bool:
    """Whether the words that follow are the same, too; the last of them may have a mark."""
    *once, last = found[at : at + count]
    *again, marked = found[at + count : at + 2 * count] or [""]
    return once == again and marked.startswith(last)


@kept
def _repeats(lower: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, the words) of all that stands twice in a block."""
    if not _may_repeat(lower):
        return ()
    return tuple([(*match.span(), match[1]) for match in _PATTERN.finditer(lower)])


class RepeatedWord(Rule):
    """A word, or a few, stand twice in a row by mistake.

    The eye skips a doubled "the", and a spelling checker may too. Doubled on purpose and left alone: "had had", "no,
    no", "a long, long time", names such as Bora Bora, sounds, and a particle that meets a preposition ("checked in in
    March"). Inside quotation marks the rule still looks, since nobody is quoted as saying "the the".

    On 1.3 million words as published: read 24 warnings, right 24. On 300,000 words of other papers that nothing was
    fitted on: read 11 warnings, right 10.
    """

    reference = "Every desk's proof-reading list"
    reads_quotes = True
    examples = (
        flags("The council met in [[the the]] town hall.", becomes="The council met in the town hall."),
        flags("She [[said said]] so.", becomes="She said so."),
        flags("“We want [[to to]] stay,” he said.", becomes="“We want to stay,” he said."),
        flags("It was held [[during the during the]] war.", becomes="It was held during the war."),
        flags("She lost [[a lot of a lot of]] sleep over it.", becomes="She lost a lot of sleep over it."),
        flags("The bank is likely [[to leak or slump to leak or slump]] soon."),
        passes("Omar Said runs the mill. “It pays,” Said said on Monday. The town is glad of Said."),
        passes("He had had enough, and said that that was all."),
        passes("They flew to Bora Bora a long long time ago."),
        passes("Sales rose when shops checked in in March."),
        passes("He said it over and over and over."),
        passes("“No no,” she said, “what it is is a mess.”"),
        passes("He went door to door to ask who had seen the dog."),
        passes("New Zealand and the new New York office; gave her her prize."),
        passes("The Drive In in Leeds opens in May. They went from town to town to talk."),
    )
    allowed: frozenset[str] = frozenset()

    def check(self, article: Article) -> Iterator[Finding]:
        text, lower = article.text, article.lower
        for block in article.blocks:
            if block.role in _UNREAD:
                continue
            for low, high, doubled in _repeats(lower[block.start : block.end]):
                start, end = block.start + low, block.start + high
                if doubled in self.allowed or self._on_purpose(article, doubled, start, end):
                    continue
                once = text[start : start + len(doubled)]
                safe = doubled in _NEVER_TWICE
                message = f"“{once}” stands twice."
                fix, suggest = (once, None) if safe else (None, once)
                yield self.finding(Span(start, end), message, fix=fix, suggest=suggest)

    def _on_purpose(self, article: Article, doubled: str, start: int, end: int) -> bool:
        text, lower = article.text, article.lower
        if (name := _in_name(text, doubled, start, end)) is not None:
            return name
        if _is_bearer(article, start, end, doubled):
            return True
        before = [word.strip("“\"‘'(") for word in lower[max(0, start - 60) : start].split()[-7:]]
        after = lower[end : end + 30].split()[:1]
        if " " in doubled or "\xa0" in doubled:
            once = doubled.split()
            if len(once) > 2 and once[-1] not in _NEVER_LAST and article.in_quotation(Span(start, end)):
                return True
            if before[-1:] == ["from"] and once[-1] == "to":
                return True  # from city to city to talk
            return _phrase_on_purpose(once, [word.strip(".,!?”\"'’") for word in after])
        follower = after[0] if after else ""
        if follower.startswith(("[sic", "(sic")):
            return True
        if doubled not in _NEVER_TWICE and doubled in (before[-1:] + [word.strip(".,!?”\"'’") for word in after]):
            return True  # three in a row are meant
        if doubled in _ON_PURPOSE or (len(doubled) == 1 and doubled not in "ai"):
            return True
        if doubled in _IN_SPEECH and article.in_quotation(Span(start, end)):
            return True
        if doubled == "first" and follower.strip(".,’'s") in ("lady", "ladies", "minister", "sea", "lord", "secretary"):
            return True
        if doubled not in _IN_CONTEXT:
            return False
        if doubled == "that":
            return follower not in _AFTER_THAT
        if doubled in ("had", "her", "do", "does", "did"):
            return True
        if doubled in ("is", "was", "are", "were"):
            return not _QUESTION.isdisjoint(before)
        return bool(before) and before[-1] in _PHRASAL


def _is_bearer(article: Article, start: int, end: int, doubled: str) -> bool:
    """Whether the first is somebody's name, whom the article calls so elsewhere: "Said said"."""
    once = article.text[start : start + len(doubled)]
    if doubled in _NEVER_TWICE or not once[0].isupper() or not article.text[end - len(doubled)].islower():
        return False
    inventory = article.name_inventory
    return any(not inventory.opens_sentence(index) for index in inventory.forms.get(once, ()))


def _in_name(text: str, doubled: str, start: int, end: int) -> bool | None:
    """Whether capitals show that a name holds the words twice, or begins or ends between them; None: they show nothing.

    None ends on a word such as "of": Bora Bora, the new New York office, the The Hague office, the Drive In in Leeds.
    """
    first, second = text[start], text[end - len(doubled)]
    if second.isupper() and (doubled not in _NEVER_TWICE or first.isupper() or len(doubled) == 1):
        return doubled.split()[-1] not in _NEVER_LAST or not text[end - 1].islower() or " " not in doubled
    if any(c.isupper() for c in text[start + 1 : start + len(doubled.split()[0])]):
        return True  # shouted, or an acronym
    ends = first.isupper() and doubled not in _NEVER_TWICE and text[:start].rstrip(" ")[-1:].isalpha()
    return True if ends else None


def _phrase_on_purpose(once: list[str], after: list[str]) -> bool:
    """Such as "worse and worse and worse", "day by day by day", "call a lie a lie"."""
    if len(once) > 2:
        return len(set(once) - {"and", "or"}) < 2 or after == once[:1]
    one, two = once
    if once in (["same", "old"], ["to", "have"]):  # "We are going to have to have a word."
        return True
    if one in _PAIRED and two in ("to", "by", "after", "in", "on"):
        return True
    return one == two or one in ("a", "an", "no") or "and" in once or "or" in once or after == [one]
