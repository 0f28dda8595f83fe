"""sentences/repeated-passage"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from newslint import (
    Article,
    Finding,
    NamedTuple,
    Related,
    Rule,
    Sentence,
    Severity,
    Span,
    expression,
    flags,
    kept,
    passes,
    signed_quotations,
)

from ._stops import CLOSERS, STOPS

_FORMULA = 16  # words: a shorter sentence that comes back with another word is said of another: "Roe declined to ..."
_SEPARATORS = (", ", "; ", " – ", " — ", " and ")
_FIGURE_TWICE = expression(r"\b([a-z]+ [$£€]?\d[\d,.]*(?: [a-z]+){1,2})(?: [A-Za-z’'-]+){1,6} \1\b")
_FIGURE = expression(r" [$£€]?(\d[\d,.]*) [a-z]")
_LAST = STOPS + CLOSERS
_FEW = 3  # words of a phrase or a sentence that stands beside itself


class _Line(NamedTuple):
    """A sentence of the running copy."""

    start: int
    end: int
    block: int


class _Match(NamedTuple):
    """A sentence that stands twice: numbers of the copy and of the first one, and how much they share (0 to 1)."""

    copy: int
    first: int
    share: float


class RepeatedPassage(Rule):
    """A sentence or a paragraph stands twice.

    Copy that was pasted twice, or a paragraph that was moved and not deleted at its old place; small changes do not
    hide it. Sentences of fewer than ``words`` words are refrains and left alone, as are parallel sentences about
    different people, places or numbers, a question that opens paragraphs (an interviewer's, put to several people), a
    caption or a pull quote that repeats the story, and a line after a dash that says whose the words above it are. One
    sentence of a quotation that comes back, and what comes back twice or more (under every name of a voters' guide),
    are reported as information only, as is a short sentence that comes back with other words in it. Of three words on,
    a sentence or a phrase is reported that stands right beside itself, but not of what people say.

    On 403,000 words of edited copy: read 3 warnings, right 3; read 8 for information, worth a look 5. On 600,000 words
    of other papers that nothing was fitted on: read 13 warnings, right 12.
    """

    gathers_all = True
    reference = "Every desk's proof-reading list"
    reads_quotes = True
    examples = (
        flags(
            "The council voted on Monday to close the old swimming pool in the park.\n\nResidents were angry.\n\n"
            "[[The council voted on Monday to close the old swimming pool in the park.]]\n\nThe pool opened in 1936."
        ),
        flags(
            "The council voted late on Monday to close the old swimming pool in the park. Residents were angry.\n\n"
            "[[The council voted on Monday to close the old swimming pool in the park.]] The pool opened in 1936."
        ),
        flags("The council voted on Monday. [[It took ten minutes. It took ten minutes.]] The pool is closed."),
        flags("She stayed [[for 31 hours at the counter for 31 hours]], from six in the morning on."),
        flags("The council will vote in May, [[after the fair, after the fair]], and in June."),
        passes("“They shut the pool, they shut the pool. They shut the pool,” she said, again and again and again."),
        passes(
            "They lost.\n\n“We have won the vote on the old swimming pool in the park. It was late.\n"
            "Ana Lind, mayor of Moss.”\n\n"
            "“We have won the vote on the old swimming pool in the park. It was late,” Lind said."
        ),
        passes("It is over. The pool is closed.\n\nIt is over. The lights are out."),
        passes(
            "In the north of the county the party won 12 seats and lost three.\n\n"
            "In the south of the county the greens took eight seats, two more than last time."
        ),
    )
    share: float = 0.7
    words: int = 8

    def check(self, article: Article) -> Iterator[Finding]:
        blocks, text = article.blocks, article.text
        # A block that ends without a stop is a heading, a caption or a pull quote: it may say what the story says.
        apart = article.view(signed_quotations)
        prose = [
            block.is_prose
            and text[block.end - 1] in STOPS + CLOSERS
            and text[block.start] not in "-–—"
            and not any(span.contains(block) for span in apart)
            for block in blocks
        ]
        lines = [
            _Line(s.start, s.end, s.block)
            for s in article.sentences
            if prose[s.block] and not (text[s.end - 1] == "?" and s.start == blocks[s.block].start)
        ]
        matches = list(self._matches(text, lines))
        copies: dict[int, list[Finding]] = {}
        at = 0
        while at < len(matches):
            to = at
            while to + 1 < len(matches) and self._continues(matches[to], matches[to + 1]):
                to += 1
            copies.setdefault(matches[at].first, []).append(self._report(article, lines, matches[at : to + 1]))
            at = to + 1
        yield from self._beside(article, prose)
        for found, *others in copies.values():
            if others:  # under each entry of a guide or a list, or a page that was saved over and over
                again = tuple(Related(other.span, "again here") for other in others)
                found = found._replace(related=(*found.related, *again), severity=Severity.INFO)
            yield found

    def _beside(self, article: Article, prose: list[bool]) -> Iterator[Finding]:
        """Short sentences, and phrases of a sentence, that stand right beside themselves."""
        before: Sentence | None = None
        figures = _FIGURE.findall(article.text)
        again = len(set(figures)) < len(figures)
        for sentence in article.sentences:
            if not prose[sentence.block]:
                continue
            beside = _phrase_twice(sentence.text) or (_figure_twice(sentence.text) if again else None)
            twice = Span(sentence.start + beside[0], sentence.start + beside[1]) if beside else None
            if before is not None and before.block == sentence.block and before.text == sentence.text:
                twice = Span(before.start, sentence.end) if _FEW <= len(sentence.text.split()) < self.words else None
            if twice is not None and not article.in_quotation(twice):
                yield self.finding(twice, "This stands twice, side by side.")
            before = sentence

    @staticmethod
    def _continues(one: _Match, two: _Match) -> bool:
        """Whether two matches are parts of one passage; a short sentence between them may be missing."""
        return 0 < two.copy - one.copy <= 2 and 0 < two.first - one.first <= 2

    def _matches(self, text: str, lines: list[_Line]) -> Iterator[_Match]:
        # Every third three-word sequence of a sentence is noted under its hash; a later sentence that meets a fair
        # part of them is compared in full.
        seen: dict[int, int] = {}
        for number, line in enumerate(lines):
            words, keys = _words_of(text[line.start : line.end])
            if len(words) < self.words:
                continue
            met = [seen[key] for key in keys if key in seen]
            if met:
                first, count = max(Counter(met).items(), key=itemgetter(1))
                if count >= 2 and count * 3 >= len(words) * self.share * 0.5:
                    share = _share(_words_of(text[lines[first].start : lines[first].end])[0], words)
                    if share == 1 or (share >= self.share and _same_facts(text, lines[first], line)):
                        yield _Match(number, first, share)
                        continue
            for key in keys[::3]:
                seen.setdefault(key, number)

    def _report(self, article: Article, lines: list[_Line], run: list[_Match]) -> Finding:
        copy = Span(lines[run[0].copy].start, lines[run[-1].copy].end)
        first = Span(lines[run[0].first].start, lines[run[-1].first].end)
        what = "This passage" if len(run) > 1 else "This sentence"
        same = all(match.share == 1 for match in run)
        how = "stands twice" if same else "stands twice, nearly alike"
        one, two = (self._set_apart(article, lines[number].block) for number in (run[0].first, run[0].copy))
        quoted = (not same or len(run) == 1) and any(mark in article.text[copy.start : copy.end] for mark in '“”"')
        formula = not same and len(run) == 1 and len(article.text[copy.start : copy.end].split()) < _FORMULA
        severity = Severity.INFO if one != two or quoted or formula else None
        return self.finding(copy, f"{what} {how}.", related=[(first, "The first time.")], severity=severity)

    @staticmethod
    def _set_apart(article: Article, number: int) -> bool:
        """Whether a block is one quotation and nothing else, as a pull quote is."""
        block = article.blocks[number]
        return article.text[block.start] in '“"‘' and article.text[block.end - 1] in '”"’'


@kept
def _words_of(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a sentence, in lower case, and the hash of every three in a row."""
    words = tuple(text.lower().split())
    return words, tuple(map(hash, zip(words, words[1:], words[2:], strict=False)))


@kept
def _phrase_twice(text: str) -> tuple[int, int] | None:
    """The phrase of a sentence that stands right beside itself, both times: "after the fair, after the fair"."""
    lower = text.lower()
    if len(lower) != len(text):
        return None
    lower = lower.rstrip(_LAST)
    for separator in _SEPARATORS:
        if separator not in lower:
            continue
        at = 0
        for one, two in pairwise(lower.split(separator)):
            end = at + len(one) + len(separator) + len(two)
            if len(one) >= len(two) > 10 and one.endswith(two) and len(two.split()) >= _FEW:
                if len(one) == len(two) or one[-len(two) - 1] == " ":
                    return at + len(one) - len(two), end
            at += len(one) + len(separator)
    return None


@kept
def _figure_twice(text: str) -> tuple[int, int] | None:
    """The part of a sentence that tells a figure twice: "for 31 hours at the switchboard for 31 hours"."""
    found = _FIGURE_TWICE.search(text) if _FIGURE.search(text) else None
    return found.span() if found else None


def _same_facts(text: str, one: _Line, two: _Line) -> bool:
    """Whether two sentences that are nearly alike name the same names and numbers."""
    return _facts(text, one) == _facts(text, two)


def _facts(text: str, line: _Line) -> set[str]:
    words = text[line.start : line.end].split()[1:]
    return {word.strip(STOPS + CLOSERS + "“‘([,;:") for word in words if not word.islower() and word[0].isalnum()}


def _share(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """The part of their three-word sequences that two sentences share, of the longer one's."""
    if one == two:
        return 1.0
    first = set(zip(one, one[1:], one[2:], strict=False))
    second = set(zip(two, two[1:], two[2:], strict=False))
    return len(first & second) / max(len(first), len(second), 1)
