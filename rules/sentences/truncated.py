"""sentences/truncated"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from newslint import Article, Finding, Rule, Severity, Span, english, expression, flags, passes

from ._stops import MAY_END, words
from ._tails import Tail, tails

# Prepositions that hardly ever stand without their noun, and words that let them: "what it stands for", "has to be
# dealt with". On 10.8 million words of edited news twelve sentences end like that without one of these.
_MAY_HANG = words("about against as by in on onto than to without")
_HANGING = (english.PREPOSITIONS - _MAY_HANG) | words("between including")
_STRANDING = words("that being be been worth too enough")
_STRANDING_TAGS = ("W", "TO")
_NOUNS = ("N", "P")
_VERBS = ("VBD", "VBP", "VBZ", "MD", "CLI", "IMP", "VB", "VBN", "VBG")
_CUT_WORD = expression(r"\b[a-z]{2,20}-$")
_RELATIVE = expression(r", (?P<clause>(?:who|whose|which)\b[^,.;:?!]*)[.]$")
_STOP = expression(r"[.](?=[\"”’)]*(?:\s|$))")


class Truncated(Rule):
    """A paragraph, or the whole article, ends before its end.

    Its last words cannot end a sentence: they ask for another word ("into the"), with a stop or without. A sentence
    that may be whole and only lacks its stop is sentences/no-full-stop. Headings, captions, lists, links and signatures
    need no stop. A page on which many paragraphs break off, as lists of teasers do, is one finding.

    On 1.3 million words as published: read 28 warnings, right 23, of which 18 are damage of the scrape; read 12 for
    information, worth a look 9.
    """

    gathers_all = True
    reference = "Every desk's proof-reading list"
    reads_quotes = True
    examples = (
        flags("The fair opened on Monday. [[It drew thousands of visitors to the]]\n\nRain kept others away."),
        flags("The fair opened on Monday. It drew thousands of visitors to [[the.]]\n\nRain kept others away."),
        flags("The fair opened on Monday. [[The mayor hinted that the town would gladly]]\n\nRain kept others away."),
        flags("The fair opened on Monday, according to reports [[from.]]\n\nRain kept others away."),
        flags(
            "The fair opened on Monday.\n\nRain kept others away.\n\n[[The mayor, who had hoped for sun, spoke to the]]"
        ),
        flags("The fair opened on Monday. The mayor said that he would not be there to [[he-]]"),
        flags("The fair opened on Monday. [[Ann Cole, whose two brothers.]] Rain kept others away."),
        passes("The fair opened on Monday. It drew thousands of visitors to the old town\n\nRain kept others away."),
        passes("The fair opened on Monday.\n\nRain keeps others away\n\nThe mayor had hoped for sun, he said."),
        passes("Visitors must know:\n\na. the fair is free for children; and\n\nb. dogs must stay at home."),
        passes("The fair is what the town is known for. It has much to be proud of. It was much asked for."),
        passes("The fair opened on Monday.\n\nThe mayor had hoped for sun, he said. By Ann Baker"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for tail in tails(article):
            if tail.unfinished and (tail.alone or len(tail.words) > 3):
                message = f"The paragraph breaks off after “{tail.words[-1]}”."
                yield self.finding(tail, message, severity=None if self._is_sure(tail) else Severity.INFO)
        yield from self._stopped_short(article)
        yield from self._cut_words(article)
        yield from self._open_relatives(article)

    def _stopped_short(self, article: Article) -> Iterator[Finding]:
        """Stops after a word that cannot be the last."""
        text = article.text
        for match in _STOP.finditer(text):
            stop = match.start()
            word = (text[max(0, stop - 10) : stop].split() or ("",))[-1]
            if word in english.NEVER_LAST or (word in _HANGING and self._hangs(article, stop)):
                where = Span(stop - len(word), stop + 1)
                block = article.block_at(where.start)
                if block is not None and block.is_prose and where.start > block.start:  # "a." may number an item
                    yield self.finding(where, f"A sentence cannot end with “{word}”.")

    def _cut_words(self, article: Article) -> Iterator[Finding]:
        """Paragraphs whose last word is cut: "She would be there to he-"."""
        for block in article.blocks:
            cut = (
                _CUT_WORD.search(article.text, max(block.start, block.end - 30), block.end) if block.is_prose else None
            )
            if cut is not None:
                yield self.finding(Span(*cut.span()), f"The paragraph breaks off within a word: “{cut[0]}”.")

    def _open_relatives(self, article: Article) -> Iterator[Finding]:
        """Sentences that end within a relative clause, before any verb: "Mr Cole, whose two brothers."."""
        for sentence in article.sentences:
            if ", who" not in sentence.text and ", which" not in sentence.text:
                continue
            if not sentence.text.endswith(".") or not article.blocks[sentence.block].is_prose:
                continue
            opened = _RELATIVE.search(sentence.text)
            if opened is None or article.in_quotation(sentence) or article.has_finite_verb(sentence):
                continue
            if not any(word.tag in _VERBS for word in article.tagged(sentence)):
                yield self.finding(sentence, f"The sentence ends before its verb: “{opened['clause']}”.")

    @staticmethod
    def _hangs(article: Article, stop: int) -> bool:
        """Whether a preposition before a stop has lost its noun: nothing before it can be what it belongs to."""
        sentences = article.sentences
        sentence = sentences[bisect_right(sentences, (stop,)) - 1]
        tagged = article.tagged(Span(sentence.start, stop))
        if len(tagged) < 3 or tagged[-2].tag not in _NOUNS or tagged[-2].token.text in ("sort", "kind"):
            return False
        for one, two in pairwise(tagged[:-1]):
            if two.tag in _STRANDING_TAGS or two.token.text.lower() in _STRANDING:
                return False
            if two.tag == "PRP" and one.tag in (*_NOUNS, "R", "J", "CD"):
                return False  # "the groups he won support from"
        return tagged[0].tag not in _STRANDING_TAGS

    @staticmethod
    def _is_sure(tail: Tail) -> bool:
        """Whether a paragraph of a single sentence can be no heading and no standfirst."""
        if not tail.alone:
            return True
        names = sum(not word[0].islower() for word in tail.words)
        long = 14 if tail.words[-1] in MAY_END else 4
        return len(tail.words) > long and names * 2 < len(tail.words)
