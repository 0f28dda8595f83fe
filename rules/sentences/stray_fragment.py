"""sentences/stray-fragment"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from newslint import Article, Finding, Role, Rule, Sentence, Severity, Span, english, expression, flags, passes

from ._stops import CLOSERS, OPEN_ENDED, STOPS, TITLES, word_before, words
from ._tails import is_signed, tails

_PRONOUNS = english.PRONOUNS | words("there this that these those who which")
_DETERMINERS = (english.DETERMINERS - {"both", "each", "every", "many", "most", "several"}) | words(
    "anyone anything nothing not"
)
# Not "I did.", which answers a question.
_AUXILIARIES = english.BE_AND_HAVE | english.MODALS
# Verb forms with which only a question or an inversion starts, so that a statement has lost its subject.
_SUBJECTLESS = words(
    "Is Is. Was Was. Were Were. Are Are. Has Has. Be. Been Been. Being. Have. Will. Said Said. Says Says. Added"
)

_RELATIVE = words("Which Whom Whose Who")
_DECK = 400  # characters in which a headline and its deck stand
_HABIT = 2  # paragraphs: where more begin in lower case, the copy is laid out so

_VERBS = rf"(?:(?:{'|'.join(sorted(_AUXILIARIES))})(?: (?=\w)|(?=[.])))+[.]"
_ONLY_VERBS = expression(rf"{_VERBS}\s*(?:\n|$)")
_VERBS_LAST = expression(rf"[?!][\"”’)]* (?P<verbs>{_VERBS})\Z")  # no sentence to the reader: its first letter is small


class StrayFragment(Rule):
    """A scrap of a sentence stands where a sentence should.

    The remains of a cut or of a machine: a few words left at the end of a paragraph ("There is", "says Mr."), a verb
    without anything else ("be."), a sentence that starts in lower case after a full stop. Abbreviations, quoted words
    that lead on (“Why?” she asked), lower-case names (iPhone, eBay, von Trapp, and those of the house list), web
    addresses and short answers ("Would it rain? It would.") are no scraps.

    On 1.3 million words as published: read 28 warnings, right 22, of which 13 are damage of the scrape.
    """

    gathers_all = True
    reference = "Every desk's proof-reading list"
    reads_quotes = True
    examples = (
        flags("The bridge reopened on Monday after a long repair. [[There is]]\n\nTraffic was light on the first day."),
        flags("The bridge reopened on Monday, the council told us. [[says Mr.]]\n\nTraffic was light all day."),
        flags("The bridge reopened on Monday after a long repair. [[be.]]\n\nTraffic was light."),
        flags("The bridge reopened. [[said it was possible.]] Traffic was light."),
        flags("The bridge is due to reopen on Monday at noon. [[They have.]]\n\nTraffic was light all day."),
        flags("The bridge reopened. [[Had reopened in May.]] Traffic was light. Had rain come, it would have shut."),
        flags("The bridge reopened. [[Which the council.]] Traffic was light."),
        flags("The bridge reopened on Monday.\n\n[[, and]] the rest of the money will come from the harbour fund."),
        flags("Who was to pay for the bridge? [[was.]]\n\nTraffic was light on the first day."),
        passes("The fair was free. A day that Hale Holdings PLC. organized in the spring drew thousands to the town."),
        passes("“Why now?” she asked. The U.S. government and Smith & Co. said nothing at 5 p.m. on Monday."),
        passes("The depot lies off Rte. nine, which floods in spring, and the former Sec. of State owns it."),
        passes("It is sold on phones. iPhone users pay more. eBay sells it too. von Trapp sang. example.org has it."),
        passes("The mill was all we had.” Ann Roe, miller\n\nIt closed on Monday, and the town lost its last works."),
        passes('She calls it a "low-I.Q." remark. The U.S.’ largest ports are full.'),
        passes("Said Ali, a driver, said he saw it all."),
        passes("The town is spoken of as if it were a machine. It is not. It is us."),
        passes("Would it rain? It would. Is it fair? It is. Had he known, he would have come."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        taken: set[int] = set()
        for search in (self._lower_case, self._beheaded, self._left_over, self._clipped, self._nameless):
            for finding in search(article):
                if finding.start not in taken:
                    taken.add(finding.start)
                    yield finding

    def _lower_case(self, article: Article) -> Iterator[Finding]:
        """Sentences that start in lower case."""
        text = article.text
        found: list[tuple[str, Finding]] = []
        for previous, sentence in pairwise(article.sentences):
            start, end, said, block = sentence
            if not said[0].islower() or block != previous.block or not article.blocks[block].is_prose:
                continue
            word = said.split(None, 1)[0]
            if not _is_plain(text, start, word) or not self._ends(text, previous.text, start):
                continue
            stopped = previous.text.rstrip(CLOSERS)[-1:] == "."
            if "<" in said or (not stopped and (end < article.blocks[block].end or end - start > 40)):
                continue
            found.append((word, self.finding(sentence, f"“{_short(said)}” starts in lower case after a full stop.")))
        starts = Counter(word for word, _ in found)
        for word, finding in found:
            # A word that keeps its lower case at the start of two sentences is a name (bell hooks), if it is no verb.
            known = word in OPEN_ENDED or english.is_plain_reporting_verb(word) or starts[word] == 1
            if known and not article.house.opens(word):
                yield finding

    def _beheaded(self, article: Article) -> Iterator[Finding]:
        """Paragraphs that begin within a sentence, after one that ended: ", and the rest", "ing the pier will cost"."""
        text = article.text
        prose = [
            block
            for block in article.blocks
            if block.is_prose or (block.role is Role.HEADLINE and text.startswith((", ", "; "), block.start))
        ]
        found = []
        for before, block in pairwise(prose):
            first, *rest = text[block.start : block.end].split(None, 2)
            heading = not block.is_prose
            if len(rest) < 2 or not (heading or text[block.end - 1] in STOPS + CLOSERS):
                continue
            closed = text[max(before.start, before.end - 3) : before.end].rstrip(CLOSERS).endswith(".")
            stopped = text[before.end - 1] == "."
            if (closed and first[0] in ",;)") or (
                stopped and first[0].islower() and _is_plain(text, block.start, first)
            ):
                found.append(Span(block.start, block.start + len(first) + 1 + len(rest[0])))
        if len(found) <= _HABIT:
            for span in found:
                yield self.finding(span, f"The paragraph begins within a sentence: “{text[span.start : span.end]}”.")

    @staticmethod
    def _ends(text: str, previous: str, start: int) -> bool:
        """Whether the sentence before the lower-case word at ``start`` ends so that another one must begin."""
        bare = previous.rstrip(CLOSERS)
        if bare.endswith(("..", "…", ". .", "….")) or previous.endswith((")", "]")):
            return False
        if bare.endswith("."):
            return True
        if _ONLY_VERBS.match(text, start) is not None:
            return True
        word = text[start : start + 40].split(None, 1)[0]
        return bare == previous and (english.is_plain_reporting_verb(word) or word in _AUXILIARIES)

    def _left_over(self, article: Article) -> Iterator[Finding]:
        """A word or a few without a stop after the last sentence of a paragraph."""
        for paragraph in article.blocks:
            low = max(paragraph.start, paragraph.end - 40)
            left = paragraph.is_prose and _VERBS_LAST.search(article.text, low, paragraph.end)
            if left:
                yield self._scrap(article.text, *left.span("verbs"))
        for tail in tails(article):
            block = article.block_at(tail.start)
            if not tail.alone and len(tail.words) <= 3 and not (block and is_signed(article.text, tail.start, block)):
                yield self._scrap(article.text, tail.start, tail.end)

    def _scrap(self, text: str, start: int, end: int, severity: Severity = Severity.WARNING) -> Finding:
        return self.finding(Span(start, end), f"“{_short(text[start:end])}” is left over here.", severity=severity)

    def _clipped(self, article: Article) -> Iterator[Finding]:
        """Sentences of a verb with a pronoun at most ("It is."), and such as start with a verb that needs a subject."""
        text, blocks, before = article.text, article.blocks, ""
        for sentence in article.sentences:
            start, end, said, block = sentence
            previous, before = before, said
            first = said[:6].partition(" ")[0]
            if first in _SUBJECTLESS or (first == "Had" and self._had_done(article, sentence)):
                deck = text[:start].rstrip()[-1:] == ";" if start < _DECK else False  # "Roe wins;\nIs first in May."
                if blocks[block].is_prose and not deck and _lacks_subject(said) and not article.in_quotation(sentence):
                    yield self.finding(sentence, f"“{_short(said)}” has no subject.")
            elif first in _RELATIVE and end - start < 40 and self._leads_nowhere(article, sentence):
                yield self._scrap(text, start, end)
            elif end - start < 28 and said[-1] == "." and blocks[block].is_prose and start > blocks[block].start:
                severity = _bareness(said, previous)
                if severity is not None:
                    yield self._scrap(text, start, end, severity)

    @staticmethod
    def _had_done(article: Article, sentence: Sentence) -> bool:
        """Whether "Had" has a participle beside it, and so no subject: "Had paid it in May", not "Had he paid"."""
        return [row.tag for row in article.tagged(sentence)[1:2]] == ["VBN"]

    @staticmethod
    def _leads_nowhere(article: Article, sentence: Sentence) -> bool:
        """Whether a short sentence is a relative clause without its verb: "Which the council."."""
        block = article.blocks[sentence.block]
        if not block.is_prose or sentence.text[-1] != "." or len(sentence.text.split()) < 3:
            return False
        return not article.has_finite_verb(sentence) and not article.in_quotation(sentence)

    def _nameless(self, article: Article) -> Iterator[Finding]:
        """Titles without their name at the end of a paragraph: "says Mr."."""
        text = article.text
        for block in article.blocks:
            if text[block.end - 1] != "." or not block.is_prose:
                continue
            last = word_before(text, block.end - 1)
            if last in TITLES:
                start = article.sentence_start(block.end - 1)
                if not text[start].islower():
                    yield self._scrap(text, max(start, text.rfind(" ", 0, block.end - len(last) - 2) + 1), block.end)


def _bareness(said: str, previous: str) -> Severity | None:
    """How surely a short sentence is a verb without the rest of it; None if it is a sentence of its own.

    "It had." answers a question or an earlier "had": that is for the editor to see. "It had not." is a sentence.
    """
    bare = said[:-1].lower().split()
    if not bare or said[0].islower() or len(bare) > 3 or bare[-1] not in _AUXILIARIES | {"not", "also"}:
        return None
    if not all(word in _AUXILIARIES or word in _PRONOUNS or word in ("not", "also") for word in bare):
        return None
    if previous.endswith(("?", "?”", '?"')) or (len(bare) == 3 and bare[-1] == "not"):
        return None
    answers = len(bare) > 1 and bare[-1] in previous.lower().split()
    return Severity.INFO if answers else Severity.WARNING


def _lacks_subject(said: str) -> bool:
    """Whether a sentence that starts with a finite verb lacks its subject: no question, no inversion, no quotation."""
    if said[-1] != "." or any(mark in said for mark in ':“”"?'):
        return False
    second = said.split(None, 2)[1:2]
    if not second:
        return True
    if second[0][0].isupper() and " said " in said:
        return False  # Said Ali, a driver, said
    if said[0] == "S" or said[0] == "A":  # said, says, added
        return said[0] == "S" or second[0] in ("that", "that.")
    return second[0].islower() and second[0].strip(".,") not in _PRONOUNS | _DETERMINERS


def _is_plain(text: str, start: int, word: str) -> bool:
    """Whether a lower-case word is an ordinary one, not a name, an address or a mark of a list."""
    bare = word.rstrip(",;:.!?…\"'”’»)]")
    if not bare.replace("-", "").replace("'", "").replace("’", "").isalpha() or not bare.islower():
        return False
    after = text[start + len(word) + 1 : start + len(word) + 2]
    if len(bare) == 1 and (bare not in "ai" or not after.islower()):
        return False
    return not (english.is_particle(bare) and after.isupper())


def _short(text: str) -> str:
    """The first words of a long piece, for a message."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= 6 else " ".join(parts[:5]) + " …"
