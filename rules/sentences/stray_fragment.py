"""sentences/stray-fragment"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint import Article, Block, Finding, Rule, Span, flags, passes

from ._stops import AUXILIARIES, CLOSERS, OPEN_ENDED, TITLES, is_abbreviation, sentence_start, word_before, words
from ._tails import tails

_REPORTING = words("said says say told added adds asked wrote explained noted continued")
# Particles of names that keep their lower case: "von Trapp sang."
_PARTICLES = words("de da del della di du den der des dos el al la le ibn bin bint ten ter van von zu af av y")


@cache
def _lower_start() -> re.Pattern[str]:
    return re.compile(r"([.!?])([\"'”’»)\]]*)\s+(?=[a-z])")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)")


@dataclass(frozen=True)
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
        passes("Would it rain? It would. She was told that he had not come. He had."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self._lower_case(article)
        yield from self._left_over(article)
        yield from self._bare_verbs(article)

    def _lower_case(self, article: Article) -> Iterator[Finding]:
        """Sentences that start in lower case."""
        text = article.text
        found: list[tuple[str, Finding]] = []
        for match in _lower_start().finditer(text):
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
        alone = word.rstrip(CLOSERS)[:-1] in AUXILIARIES and word.rstrip(CLOSERS)[-1:] == "."
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

    def _scrap(self, text: str, start: int, end: int) -> Finding:
        return self.finding(Span(start, end), f"“{_short(text[start:end])}” is left over here.")

    def _bare_verbs(self, article: Article) -> Iterator[Finding]:
        """A verb and no more ("It is."), or a title without its name, as the last sentence of a paragraph."""
        text = article.text
        for block in article.blocks:
            if text[block.end - 1] != "." or not block.is_prose:
                continue
            last = word_before(text, block.end - 1)
            if last in TITLES:
                start = sentence_start(text, block.start, block.end)
                if not text[start].islower():
                    yield self._scrap(text, max(start, text.rfind(" ", 0, block.end - len(last) - 2) + 1), block.end)
            elif last.lower() in AUXILIARIES:
                start = sentence_start(text, block.start, block.end)
                if start > block.start and self._is_bare(text, block, start):
                    yield self._scrap(text, start, block.end)

    @staticmethod
    def _is_bare(text: str, block: Block, start: int) -> bool:
        """Whether the sentence at ``start`` is a verb, with a pronoun at most, that no verb before it explains."""
        bare = text[start : block.end - 1].lower().split()
        if len(bare) > 2 or text[start].islower():
            return False
        if len(bare) == 1:
            return True
        before = text[sentence_start(text, block.start, start - 1) : start].lower()
        return "?" not in before and bare[-1] not in before.split()


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
    for match in _sentence_end().finditer(text, start, block.end):
        if match.end() == block.end or match[0][0] != "." or not is_abbreviation(text, match.start()):
            return match.end()
    return block.end


def _short(text: str) -> str:
    """The first words of a long piece, for a message."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= 6 else " ".join(parts[:5]) + " …"
