"""Words in the wrong mouth."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Protocol

from newslint import Article, Finding, NamedTuple, Person, Rule, Severity, Span, english, expression, flags, passes

from ._speech import Clause, clause_span, speaker_of, surname
from ._strangers import adders, strangers

_WORD = expression(r"\w+")
_OF = expression(r" (?:of|at|from|in) ")
_RUN = 4  # words that two quotations must share in a row before they are compared
_SHORT = 8  # words: shorter quotations are compared as a whole
_VERBATIM = 97  # per cent: so like must two quotations be where one of the speakers is a name only
_ENDS = ",.!?…—–-"
_WOMEN, _MEN = frozenset(("Mrs", "Ms", "Miss")), frozenset(("Mr", "Sir"))
_MOST = 8  # quotations that are remembered for one such run


class HasSpan(Protocol):
    """What has a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Quote(HasSpan, Protocol):
    """What is read of a quotation."""

    @property
    def text(self) -> str: ...
    @property
    def level(self) -> int: ...


class _Said(NamedTuple):
    """A quotation's words, normalised, with its attribution and who speaks: a member of the cast, or a name only."""

    span: Span
    words: list[str]
    row: Clause
    person: Person | None
    name: str  # the surname as it stands
    whole: bool  # whole sentences, not a few words within the paper's own


class Misattributed(Rule):
    """The same words are given to two people, or one quotation names two sources.

    A newspaper's worst ordinary error is words in the wrong mouth. Reported are a quotation that stands
    elsewhere in the article, word for word or nearly, with another speaker, and one with a named speaker before
    it and another after it. Both speakers must be named where they speak, and be different members of the cast: of a
    pronoun, a description, a paper or a spokesman's office nobody can be sure. Only where whole sentences stand there
    twice, word for word, may one of the two be a name that the cast lacks. Reported, too, is one who speaks right after
    another was brought in, who is then never heard, or right after another in the same breath, though paragraphs have
    passed since the article named him, or "added" to what another said. Find out who said it.

    Options: ``least_words``: shorter quotations are not compared; ``likeness``: how much of the shorter quotation the
    longer one must hold, in per cent of its letters.

    On 5 million words as published: read 3, right 1 and one worth a look; of 11 before it asked for two of the cast
    none was right.
    """

    severity = Severity.WARNING
    reference = "accuracy: who said it"
    reads_quotes = True
    examples = (
        flags(
            "Ann Lind met Tom Berg. “We never wanted it to close,” Lind said.\n\n"
            "[[“We never wanted it to close,” Berg said]]."
        ),
        flags("Ann Lind met Tom Berg. [[Lind said: “We never wanted it to close,” Berg said]]."),
        flags("Ann Lind met Tom Berg. “We never wanted it to close,” [[Lind said, Berg said]]."),
        flags(
            "Ann Lind met the board. “We never wanted this old yard to close,” Lind said.\n\n"
            "[[“We never wanted this old yard to close,” Norrby said]]."
        ),
        flags(
            "Ann Lind met Tom Berg. “We never wanted it to close,” Lind said.\n\n"
            "[[“We never wanted it to close,” said a member of the board]]."
        ),
        flags(
            "Tom Berg runs the yard.\n\nIt is old.\n\nAnn Lind, a clerk, said that it had to close.\n\n"
            "[[“We cannot pay for it any more,” Berg said]]. It opened in 1911."
        ),
        flags(
            "Tom Berg runs the yard.\n\nIt is old.\n\nAnn Lind is a clerk.\n\n"
            "“We cannot pay,” Lind said. [[“It has to close,” Berg said]]. It opened in 1911."
        ),
        flags(
            "Tom Berg runs the yard, and Ann Lind the bank.\n\n"
            "“We cannot pay,” said Ann Lind, who has counted. [[“It was late,” Mr. Berg added]]. “It has to close.”"
        ),
        passes(
            "Tom Berg runs the yard.\n\nAnn Lind, a clerk, said that it had to close.\n\n"
            "“We cannot pay for it any more,” she said.\n\n“I will not have it,” Berg said."
        ),
        passes(
            "Ann Lind met the board. “We never wanted this old yard to close,” Lind said.\n\n"
            "“We never wanted this old yard to close,” the board said."
        ),
        passes("When Ann Lind said “we never wanted it to close,” Tom Berg said he had not known."),
        passes("“We never wanted it to close,” Lind said.\n\n“We never wanted it to close,” Ann Lind said."),
        passes("“We never wanted it to close,” Ann Lind said.\n\n“I do want it to close,” Tom Berg said."),
        passes(
            "Ann Lind met Tom Berg. “We never wanted this old yard to close,” Lind said.\n\n"
            "“I heard her when she said, ‘We never wanted this old yard to close,’” Berg said."
        ),
        passes("“Yes, we can,” Ann Lind said.\n\n“Yes, we can,” Tom Berg said."),
        passes("Tom Berg was there. “They voted for it by mistake?” exclaimed an incredulous Tom Berg."),
        passes("“We never wanted it to close,” the club said.\n\n“We never wanted it to close,” Ann Lind said."),
    )
    least_words: int = 5
    likeness: int = 90

    def check(self, article: Article) -> Iterator[Finding]:
        said: list[_Said] = []
        for row in article.attributions:
            second = row.second
            if second is not None and row.quotes and _are_two(row, second):
                one, other = clause_span(article, row), clause_span(article, second)
                if article.text[min(one.end, other.end) : max(one.start, other.start)].strip():
                    whole = Span(min(one.start, other.start), max(one.end, other.end))
                    yield self.finding(whole, f"One quotation has two speakers: {_label(row)} and {_label(second)}.")
            if row.quotes:
                said += self._said(article, row, row.quotes)
        yield from self._compared(article, said)
        yield from self._again(article)
        for row, heard in strangers(article):
            message = f"{_label(row)} speaks here, but it was “{heard.name}” whom the copy before let speak."
            last = [mention for mention in heard.mentions if mention.start < row.cue.start][-1]
            yield self.finding(_joined(article, row, row.quotes[0]), message, related=[(last, "brought in here")])

        for row, before in adders(article):
            message = f"{_label(row)} “adds” here, and has said nothing before; it was {_label(before)} who spoke."
            spoke = [(clause_span(article, before), "who spoke")]
            yield self.finding(_joined(article, row, row.quotes[0]), message, related=spoke)

    def _again(self, article: Article) -> Iterator[Finding]:
        """Whole sentences given word for word to one of the cast, and to somebody who cannot be the same."""
        first: dict[tuple[str, ...], tuple[Clause, Quote]] = {}
        for row in article.attributions:
            for quote in () if row.inherited else row.quotes:
                if quote.level or not _is_whole(quote) or not _is_told(article, row, quote):
                    continue
                words = tuple(_WORD.findall(quote.text.lower()))
                if len(words) < self.least_words:
                    continue
                other, before = first.setdefault(words, (row, quote))
                if _label(row) != _label(other) and (_excludes(row, other) or _excludes(other, row)):
                    yield self.finding(
                        _joined(article, row, quote),
                        f"{_label(row)} says here what {_label(other)} says elsewhere in the article.",
                        related=[(_joined(article, other, before), f"the same words of {_label(other)}")],
                    )

    def _said(self, article: Article, row: Clause, quotes: Iterable[Quote]) -> Iterator[_Said]:
        person, name = speaker_of(row), _name_of(row)
        if person is None and not name:
            return
        for quote in quotes:
            if quote.level or not _is_told(article, row, quote):
                continue
            words = _WORD.findall(_own_words(article, quote).lower())
            whole = _is_whole(quote)
            if len(words) >= (self.least_words if whole else max(self.least_words, _SHORT)):
                yield _Said(Span(quote.start, quote.end), words, row, person, name, whole)

    def _compared(self, article: Article, said: list[_Said]) -> Iterator[Finding]:
        """Pairs of like quotations with different speakers; what is compared shares a run of words."""
        seen: dict[tuple[str, ...], list[_Said]] = {}
        for one in said:
            runs = set(zip(*(one.words[start:] for start in range(_RUN)), strict=False))
            others = {id(other): other for run in runs & seen.keys() for other in seen[run]}
            for other in others.values():
                if _may_be_one(one, other):
                    continue
                # A piece of a sentence may be quoted within other words by anybody.
                from rapidfuzz.fuzz import partial_ratio, ratio  # only where two quotations share words

                short = min(len(one.words), len(other.words)) < _SHORT
                in_cast = one.person is not None and other.person is not None
                likeness = partial_ratio if in_cast and one.whole and other.whole and not short else ratio
                least = self.likeness if in_cast else _VERBATIM
                if likeness(" ".join(one.words), " ".join(other.words)) < least:
                    continue
                yield self.finding(
                    _span(article, one),
                    f"{_label(one.row)} says here what {_label(other.row)} says elsewhere in the article.",
                    related=[(_span(article, other), f"the same words of {_label(other.row)}")],
                )
                break
            for run in runs:
                row = seen.get(run)
                if row is None:
                    seen[run] = [one]
                elif len(row) < _MOST and all((other.person, other.name) != (one.person, one.name) for other in row):
                    row.append(one)


def _may_be_one(one: _Said, other: _Said) -> bool:
    """Whether two quotations may be one speaker's: for a name that the cast lacks the words must be many, and whole."""
    if one.person is not None and other.person is not None:
        return _is_one(one.person, other.person)
    person = one.person or other.person
    name = other.name if one.person is not None else one.name
    if person is None or not (one.whole and other.whole) or min(len(one.words), len(other.words)) < _SHORT:
        return True
    return name in person.name.lower().split()


def _excludes(row: Clause, other: Clause) -> bool:
    """Whether a pronoun or a description cannot mean the other one, who is named: "she", Mr Berg; "a teacher", Lind.

    A body, or who speaks for it, may be anybody; so may "the farmer".
    """
    if row.speaker is None or other.speaker is None or not _is_sure(other):
        return False
    words = row.speaker.text.lower()
    if words in english.PRONOUNS:
        wrong = {"he": _WOMEN, "she": _MEN}.get(words, frozenset())
        return other.speaker.text.split()[0].rstrip(".") in wrong
    head = _OF.split(words, maxsplit=1)[0].split()[-1]
    return words.startswith(("a ", "an ")) and " for " not in words and not english.is_organisation_word(head.title())


def _is_sure(row: Clause) -> bool:
    """Whether an attribution names its speaker on the spot."""
    return speaker_of(row) is not None or bool(_name_of(row))


def _name_of(row: Clause) -> str:
    """The surname of a speaker who is named on the spot, in the cast or not; "" for anybody else."""
    return surname(row.speaker.text) if row.speaker is not None and row.named == row.speaker else ""


def _are_two(row: Clause, second: Clause) -> bool:
    one, other = speaker_of(row), speaker_of(second)
    return one is not None and other is not None and not _is_one(one, other)


def _is_one(one: Person, other: Person) -> bool:
    """Whether two members of the cast may be one person: they share a word of their names."""
    return one is other or not set(one.words).isdisjoint(other.words)


def _is_whole(quote: Quote) -> bool:
    """Whether a quotation holds whole sentences."""
    return quote.text[:1].isupper() and quote.text.rstrip("’'”\"")[-1:] in _ENDS


def _own_words(article: Article, quote: Quote) -> str:
    """A quotation without what it quotes itself: “she said, ‘We won,’ and left,” holds words of hers."""
    if "‘" not in quote.text and "'" not in quote.text:
        return quote.text
    low, high = (bisect_left(article.quotes, at, key=lambda row: row.start) for at in (quote.start, quote.end))
    text, at = "", quote.start
    for row in article.quotes[low:high]:
        if row.level > quote.level:
            text += article.text[at : row.start] + " "
            at = max(at, row.end)
    return text + article.text[at : quote.end] if at > quote.start else quote.text


def _span(article: Article, one: _Said) -> Span:
    return _joined(article, one.row, one.span)


def _joined(article: Article, row: Clause, quote: HasSpan) -> Span:
    """A quotation with its attribution."""
    clause = clause_span(article, row)
    return Span(min(quote.start, clause.start), max(quote.end, clause.end))


def _is_told(article: Article, row: Clause, quote: Quote) -> bool:
    """Whether a quotation stands in the story itself, in one paragraph with its attribution."""
    block = article.block_at(quote.start)
    return block is not None and block.is_prose and block.start <= row.cue.start < block.end


def _label(row: Clause) -> str:
    words = row.named or row.speaker
    return f"“{words.text}”" if words is not None else "nobody"
