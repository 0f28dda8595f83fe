"""Lines that speak to somebody in a story that else speaks in quotations only.

A story tells; who else says "you", orders or asks in it is the page. In 7.5 million words of print hardly a paragraph
begins with a question without a verb or with an order, but in columns, which speak to their readers throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from newslint.analysis.page.lines import Line
from newslint.analysis.text.tokens import token_texts
from newslint.english.function_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, INTERROGATIVES, PRONOUNS
from newslint.english.page_words import ASKS
from newslint.model.expressions import expression

# What it weighs that a line speaks to readers there: by orders, by "you" or by both; by a question without a verb.
_ORDERS_AND_YOU, _ORDERS, _YOU, _ASKS = 3.5, 2.5, 1.2, 4.2
_LEAST_VOICE = 5  # paragraphs of prose that make a story
_FEW = 3
_MARKS_OF_SPEECH = frozenset('"“”‘«')
_PERSONS = frozenset("you your yours you're you've you'll we our we're we've we'll my i i'm i've i'll".split())
_SENTENCE = expression(r"[.!?:;–—]\s")
_QUESTION = expression(r"([A-Z][^?.!:;\n]{4,60})[?](?=\s\S)")
_MOST_ASKED = 9  # words
_NO_OPENING = AUXILIARIES | CONJUNCTIONS | DETERMINERS | INTERROGATIVES | PRONOUNS
_FINITE = frozenset(["VBZ", "VBP", "MD", "CLI"])
_NOUNS = ("N", "P", "POS")
_OBJECTS = frozenset("the a an your our this these any one two three".split())


class Voice:
    """To whom the paragraphs of a story speak."""

    def __init__(self, prose: Sequence[Line]) -> None:
        self._prose = prose

    @cached_property
    def _speaking(self) -> list[Line]:
        return [line for line in self._prose if _MARKS_OF_SPEECH.isdisjoint(line.text) and _says_you(line.text)]

    def weight(self, line: Line) -> float:
        """What it weighs that a line says "you", orders or asks something, where nothing else in the story does.

        A few such lines may stand in one story; what stands first may be a standfirst.
        """
        text, prose = line.text, self._prose
        if not _MARKS_OF_SPEECH.isdisjoint(text) or len(prose) <= _LEAST_VOICE or line is prose[0]:
            return 0.0
        you, orders, asks = _says_you(text), _orders(text), is_fragment_of_question(text)
        if not (you or orders or asks) or len(self._speaking) > _FEW:
            return 0.0
        if not all(other is line or _orders(other.text) for other in self._speaking):
            return 0.0
        if asks:
            return _ASKS
        return (_ORDERS_AND_YOU if you else _ORDERS) if orders else _YOU


def _says_you(text: str) -> bool:
    return not _PERSONS.isdisjoint(text.lower().replace("’", "'").split()) or " us " in text


def _orders(text: str) -> bool:
    """Whether a sentence of a line begins with what a page asks of its readers, or orders otherwise."""
    sentences = [words for words in _SENTENCE.split(text) if words.strip()]
    return any(words.split(None, 1)[0].lower() in ASKS for words in sentences) or is_order(text)


def is_order(text: str) -> bool:
    """Whether a line begins with an order and its object, whatever the verb: "Slide the bar to compare"."""
    first, *rest = text.split(None, 2)
    if not rest or rest[0].lower() not in _OBJECTS or not first.isalpha() or first.lower() in _NO_OPENING:
        return False
    from newslint.analysis.tagger.tagger import tag

    tags = tag(list(token_texts(text, 0, len(text))))
    return tags[0] == "IMP" and "VBD" not in tags


def is_fragment_of_question(text: str) -> bool:
    """Whether a line begins with a question without a verb, and goes on: "Hungry for more? ..."."""
    found = _QUESTION.match(text) if "?" in text else None
    if found is None:
        return False
    words = found[1].split()
    if not 1 < len(words) <= _MOST_ASKED or words[0].lower() in _NO_OPENING:
        return False
    from newslint.analysis.tagger.tagger import tag

    tags = tag([*words, "?"])
    return tags[0] not in _NOUNS and _FINITE.isdisjoint(tags)  # not "Her best trick? ..."
