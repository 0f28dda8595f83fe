"""sentences/stray-fragment"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from newslint import Article, Block, Finding, Rule, Severity, Span, expression, flags, passes

from ._stops import AUXILIARIES, OPEN_ENDED, TITLES, is_abbreviation, sentence_start, word_before, words
from ._tails import tails

_REPORTING = words("said says say told added adds asked wrote explained noted continued")
_PRONOUNS = words("it they he she there we you i this that these those who which")
_DETERMINERS = words("the a an any anyone anything nothing no one another my your his her its our their some all not")
# Verb forms with which only a question or an inversion starts, so that a statement has lost its subject.
_SUBJECTLESS = words(
    "Is Is. Was Was. Were Were. Are Are. Has Has. Be. Been Been. Being. Have. Will. Said Said. Says Says. Added"
)
# Particles of names that keep their lower case: "von Trapp sang."
_PARTICLES = words("de da del della di du den der des dos el al la le ibn bin bint ten ter van von zu af av y")

_ONLY_VERBS = expression(
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could)(?: (?=\w)|(?=[.])))+[.]\s*(?:\n|$)"
)
_LOWER_START = expression(r"([.!?])([\"'”’»)\]]*)\s+(?=[a-z])")
_SENTENCE_END = expression(r"[.!?…][\"'”’»)\]]*(?=\s|$)")


class StrayFragment(Rule):
    """A scrap of a sentence stands where a sentence should.

    The remains of a cut or of a machine: a few words left at the end of a paragraph ("There is", "says Mr."), a verb
    without anything else ("be."), a sentence that starts in lower case after a full stop. Abbreviations, quoted words
    that lead on (“Why?” she asked), lower-case names (iPhone, eBay, von Trapp, and those of the house list), web
    addresses and short answers ("Would it rain? It would.") are no scraps.
    """

    source = "Every desk's proof-reading list"
    reads_quotes = True
    examples = (
        flags("The bridge reopened on Monday after a long repair. [[There is]]\n\nTraffic was light on the first day."),
        flags("The bridge reopened on Monday, the council told us. [[says Mr.]]\n\nTraffic was light all day."),
        flags("The bridge reopened on Monday after a long repair. [[be.]]\n\nTraffic was light."),
        flags("The bridge reopened. [[said it was possible.]] Traffic was light."),
        flags("The bridge is due to reopen on Monday at noon. [[They have.]]\n\nTraffic was light all day."),
        passes("“Why now?” she asked. The U.S. government and Smith & Co. said nothing at 5 p.m. on Monday."),
        passes("It is sold on phones. iPhone users pay more. eBay sells it too. von Trapp sang. example.org has it."),
        passes("Would it rain? It would. Is it fair? It is. Had he known, he would have come."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        taken: set[int] = set()
        for search in (self._lower_case, self._left_over, self._clipped, self._nameless):
            for finding in search(article):
                if finding.start not in taken:
                    taken.add(finding.start)
                    yield finding

    def _lower_case(self, article: Article) -> Iterator[Finding]:
        """Sentences that start in lower case."""
        text = article.text
        found: list[tuple[str, Finding]] = []
        for match in _LOWER_START.finditer(text):
            start = match.end()
            word = text[start : start + 40].split(None, 1)[0]
            if not _is_plain(text, start, word) or not self._ends(text, match, word):
                continue
            block = article.block_at(match.start())
            if block is None or start >= block.end or not block.is_prose:
                continue
            end = _end_of_sentence(text, start, block)
            if "<" in text[start:end] or (match[1] != "." and (end < block.end or end - start > 40)):
                continue
            message = f"“{_short(text[start:end])}” starts in lower case after a full stop."
            found.append((word, self.finding(Span(start, end), message)))
        names = {name.split()[0] for name in article.names if name[:1].islower()}
        starts = Counter(word for word, _ in found)
        for word, finding in found:
            # A word that keeps its lower case at the start of two sentences is a name (bell hooks), if it is no verb.
            known = word in OPEN_ENDED or word in _REPORTING or starts[word] == 1
            if known and word not in names:
                yield finding

    @staticmethod
    def _ends(text: str, match: re.Match[str], word: str) -> bool:
        """Whether the stop before the lower-case word does end a sentence."""
        mark, closers = match[1], match[2]
        stop = match.start()
        alone = _ONLY_VERBS.match(text, match.end()) is not None
        if text[stop - 1 : stop] in (".", "…") or ")" in closers or "]" in closers:
            return False
        if mark == ".":
            return alone or not is_abbreviation(text, stop)
        if closers:
            return alone
        return alone or word in _REPORTING or word in AUXILIARIES

    def _left_over(self, article: Article) -> Iterator[Finding]:
        """A word or a few without a stop after the last sentence of a paragraph."""
        for tail in tails(article):
            if not tail.alone and len(tail.words) <= 3:
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
            if first in _SUBJECTLESS:
                if blocks[block].is_prose and _lacks_subject(said) and not article.in_quotation(sentence):
                    yield self.finding(sentence, f"“{_short(said)}” has no subject.")
            elif end - start < 28 and said[-1] == "." and blocks[block].is_prose and start > blocks[block].start:
                severity = _bareness(said, previous)
                if severity is not None:
                    yield self._scrap(text, start, end, severity)

    def _nameless(self, article: Article) -> Iterator[Finding]:
        """Titles without their name at the end of a paragraph: "says Mr."."""
        text = article.text
        for block in article.blocks:
            if text[block.end - 1] != "." or not block.is_prose:
                continue
            last = word_before(text, block.end - 1)
            if last in TITLES:
                start = sentence_start(text, block.start, block.end)
                if not text[start].islower():
                    yield self._scrap(text, max(start, text.rfind(" ", 0, block.end - len(last) - 2) + 1), block.end)


def _bareness(said: str, previous: str) -> Severity | None:
    """How surely a short sentence is a verb without the rest of it; None if it is a sentence of its own.

    "It had." answers a question or an earlier "had": that is for the editor to see.
    """
    bare = said[:-1].lower().split()
    if not bare or said[0].islower() or len(bare) > 3 or bare[-1] not in AUXILIARIES | {"not", "also"}:
        return None
    if not all(word in AUXILIARIES or word in _PRONOUNS or word in ("not", "also") for word in bare):
        return None
    if previous.endswith(("?", "?”", '?"')):
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
    return not (bare in _PARTICLES and after.isupper())


def _end_of_sentence(text: str, start: int, block: Block) -> int:
    for match in _SENTENCE_END.finditer(text, start, block.end):
        if match.end() == block.end or match[0][0] != "." or not is_abbreviation(text, match.start()):
            return match.end()
    return block.end


def _short(text: str) -> str:
    """The first words of a long piece, for a message."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= 6 else " ".join(parts[:5]) + " …"
