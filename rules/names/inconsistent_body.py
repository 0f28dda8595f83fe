"""names/inconsistent-body."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import (
    Article,
    Finding,
    NamedTuple,
    Role,
    Rule,
    Severity,
    Span,
    english,
    expression,
    flags,
    passes,
)

_CAPITAL, _REST = "[A-ZÀ-ÖØ-Þ]", r"[\w’'&-]*+"
_PART = _CAPITAL + _REST
_JOINT = r"[ \xa0](?:(?:of|and|for|on|in|the|&|of the|for the|and the)[ \xa0])?"
_LEAST = 3  # words with a capital
_NAME = expression(rf"{_CAPITAL}(?<![\w’'@#/-].){_REST}(?:{_JOINT}{_PART}){{{_LEAST - 1},}}")
_SMALL = frozenset("of and for on in the &".split())
_MOST = 9
_SLOT = 8  # words that stand in one place between the same others
_ALIKE = 70  # per cent of the letters of the two words that differ
_UNREAD = (Role.TABLE, Role.FURNITURE)


class _Body(NamedTuple):
    """A name of several words, as it stands; ``words`` without the article and a possessive ending."""

    start: int
    end: int
    words: tuple[str, ...]


class InconsistentBody(Rule):
    """A body, a place or a work of several words is named with one word changed.

    "Highland and Islands Transport Partnership" beside "Highlands and Islands Transport Partnership": another number,
    another ending, a slip. Words that are unlike (House and Senate), numerals and directions name two bodies and are
    left alone, as is what stands in capitals throughout. The form that stands less often, or later, is marked; look up
    which is right.

    On 1.1 million words as published: read 6, right 6.
    """

    severity = Severity.WARNING
    gathers = True
    reference = "Every desk's first rule: get the names right"
    examples = (
        flags("The Scottish Islands Trust met in May. The [[Scottish Island Trust]] has 40 members."),
        flags("The Board of Coastal Safety met. Later the [[Board of Coast Safety]] spoke."),
        passes("The House Ethics Committee met, and so did the Senate Ethics Committee and the North Skye Boat Club."),
        passes("A Gold Cup Heat. Two Gold Cup Heats. The Minister of Trade left the Ministry of Trade."),
        passes("North Dornish and Arab Units met. The North Dorns and Arab Units agreed."),
        passes("The First Marine Division left. The Third Marine Division stayed."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        bodies = list(_bodies(article))
        if len(bodies) < 2:
            return
        told = {clash.odd for clash in article.name_clashes}  # names/inconsistent-spelling says it
        places: dict[tuple[str, ...], list[_Body]] = {}
        for body in bodies:
            places.setdefault(body.words, []).append(body)
        holed: dict[tuple[str | int, ...], list[tuple[str, ...]]] = {}
        for words in places:
            for at, word in enumerate(words):
                if word[0].isupper():
                    holed.setdefault((at, *words[:at], *words[at + 1 :]), []).append(words)
        for key, forms in holed.items():
            if len(forms) > _SLOT:
                continue  # a slot that many words fill: First, Third, Fifth ... Division
            at = int(key[0])
            for index, one in enumerate(forms):
                for two in forms[index + 1 :]:
                    if _is_slip(one[at], two[at]):
                        odd, usual = sorted((one, two), key=lambda form: (len(places[form]), -places[form][0].start))
                        several = at + 1 == len(one) and one[at].rstrip("s") == two[at].rstrip("s")
                        if odd[at] not in told and not several:
                            yield from self._clash(places[odd], places[usual][0])

    def _clash(self, odd: list[_Body], usual: _Body) -> Iterator[Finding]:
        for body in odd:
            message = f"“{' '.join(body.words)}” here, “{' '.join(usual.words)}” elsewhere."
            yield self.finding(Span(body.start, body.end), message, related=[(Span(usual.start, usual.end), "so here")])


def _bodies(article: Article) -> Iterator[_Body]:
    text = article.text
    for match in _NAME.finditer(text):
        words = [word.removesuffix("’s").removesuffix("'s").rstrip("’'-") for word in match[0].split()]
        start = match.start()
        while words and (words[0] in english.SENTENCE_OPENERS or words[0] in ("The", "the") or words[1:2] == ["the"]):
            start += len(text[start : match.end()].split(None, 1)[0]) + 1  # "Later the Board of ..."
            words = words[1:]
        high = sum(word[0].isupper() for word in words)
        if not high >= _LEAST or len(words) > _MOST or match[0].isupper() or words[0] in _SMALL:
            continue
        block = article.block_at(start)
        if block is not None and block.role not in _UNREAD and not (block.is_prose is False and block.start == start):
            yield _Body(start, match.end(), tuple(words))


def _is_slip(one: str, two: str) -> bool:
    """Whether two words of a name are one word, changed: not two given names, nor two words of one form each."""
    if (
        one.lower() == two.lower()
        or one[0] != two[0]
        or english.is_numeral(one.lower())
        or len(min(one, two, key=len)) < 4
    ):
        return False
    if (english.is_name(one) and english.is_name(two)) or english.is_title(one) or english.is_title(two):
        return False  # Minister and Ministry of Trade
    if not english.PEOPLES.isdisjoint((one, two)) or _people(one, two) or _people(two, one):
        return False  # Syrian Kurdish and Arab fighters, Syrian Kurds and Arabs
    from rapidfuzz.fuzz import ratio  # only where two names share all other words

    return ratio(one.lower(), two.lower()) >= _ALIKE


def _people(adjective: str, plural: str) -> bool:
    """Kurdish, Kurds."""
    return adjective.endswith("ish") and plural == adjective.removesuffix("ish") + "s"
