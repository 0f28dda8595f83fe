"""Whether a line belongs to the story that it stands in: to whom it speaks, what it shares, where it stands.

A story tells; who else says "you", orders or asks in it is the page. In 7.5 million words of print hardly a paragraph
begins with a question without a verb or with an order, but in columns, which speak to their readers throughout. And a
paragraph names what the others name; a line of the page comes from elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.analysis.page.lines import Line
from newslint.analysis.text.tokens import token_texts
from newslint.english.function_words import CLOSED, PREPOSITIONS
from newslint.english.page_words import ASKS
from newslint.model.expressions import expression
from newslint.model.kept import kept

_LEAST_STORY = 5  # paragraphs of prose that make a story
_MARKS_OF_SPEECH = frozenset('"“”‘«')
_PERSONS = frozenset("you your yours you're you've you'll we our we're we've we'll my i i'm i've i'll".split())
_SENTENCE = expression(r"[.!?:;–—]\s")
_QUESTION = expression(r"([A-Z][^?.!:;\n]{4,60})[?](?=\s\S)")
_MOST_ASKED = 9  # words
_NO_OPENING = CLOSED - PREPOSITIONS
_FINITE = frozenset(["VBZ", "VBP", "MD", "CLI"])
_NOUNS = ("N", "P", "POS")
_OBJECTS = frozenset("the a an your our this these any one two three".split())
_WORD = expression(r"[^\W\d_]{4,}")
_STEM = 6  # letters: "flood", "floods" and "flooded" are one
# A code that readers send, a number that they call.
_CODE = expression(r"\b(?:[A-Z]{3,}\d*\s(?:to|at|on)\s\d{4}|\d{5,6}|\d{3}[- ]\d{4})\b")
_CLOCK = expression(r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b")


class Story:
    """The paragraphs of a story: what they speak of, and to whom."""

    def __init__(self, prose: Sequence[Line]) -> None:
        self._prose = prose

    @property
    def is_short(self) -> bool:
        """Whether there are too few paragraphs to tell what belongs to them."""
        return len(self._prose) <= _LEAST_STORY

    @cached_property
    def _told(self) -> list[Line]:
        """The paragraphs without a quotation."""
        return [line for line in self._prose if _MARKS_OF_SPEECH.isdisjoint(line.text)]

    @cached_property
    def _speaking(self) -> list[Line]:
        return [line for line in self._told if _says_you(line.text)]

    @cached_property
    def _ordering(self) -> list[Line]:
        return [line for line in self._told if _requests(line.text)]

    @cached_property
    def _asking(self) -> list[Line]:
        return [line for line in self._told if "?" in line.text]

    @cached_property
    def _stems(self) -> Counter[str]:
        """How many paragraphs have a word; a name keeps its capital."""
        return Counter(stem for line in self._prose for stem in _stems(line.text))

    def may_own(self, line: Line) -> bool:
        """A cheap look: whether a line that speaks to nobody may be the story's, which is short or shares its words."""
        return self.is_short or len(self._known(line, _stems(line.text))) > 1

    def _known(self, line: Line, stems: set[str]) -> list[str]:
        """The words of a line that other paragraphs have, too."""
        own = any(line is other for other in self._prose)
        return [stem for stem in stems if self._stems[stem] > own]

    def signs(self, line: Line) -> Iterator[str]:
        """What speaks for a line of the page or of the story, each sign by its name."""
        text, prose = line.text, self._prose
        if _CODE.search(text):
            yield "a code or a number to call"
        if _CLOCK.search(text):
            yield "a time of day"
        if not _MARKS_OF_SPEECH.isdisjoint(text) or self.is_short:
            yield "no story"
            return
        if line is prose[0]:
            yield "opens the story"
        yield from self._voice(line)
        yield from self._shared(line)

    def _voice(self, line: Line) -> Iterator[str]:
        text = line.text
        alone = 0
        for sign, shown, others in (
            ("says you", _says_you(text), self._speaking),
            ("requests", _requests(text), self._ordering),
            ("asks", "?" in text, self._asking),
        ):
            if shown:
                many = sum(other is not line for other in others)
                alone += not many
                yield f"{sign}, as others do:{min(many, 3)}"
        if alone > 1:
            yield f"alone in it:{alone}"
        if is_fragment_of_question(text):
            yield "a question without a verb"

    def _shared(self, line: Line) -> Iterator[str]:
        stems = _stems(line.text)
        shared = self._known(line, stems)
        names = [stem for stem in stems if stem[0].isupper()]
        yield f"words shared:{min(len(shared), 4)}"
        yield f"share of words shared:{len(shared) * 4 // max(len(stems), 1)}/4"
        known = sum(stem[0].isupper() for stem in shared)
        named = "nobody" if not names else "the story's" if known == len(names) else "some" if known else "others"
        yield f"names: {named}"
        speaks = "you" if _says_you(line.text) else "readers" if _requests(line.text) else "nobody"
        yield f"speaks to {speaks}, names {named}"
        much = "much" if len(shared) * 4 > len(stems) else "little" if shared else "nothing"
        yield f"speaks to {speaks}, shares {much}"


@kept
def _stems(text: str) -> set[str]:
    """The first letters of the longer words, in lower case but for names; the first word of a line is none."""
    words = {word for word in _WORD.findall(text) if word.lower() not in CLOSED}
    return {word if word[0].isupper() else word[:_STEM] for word in words}


@kept
def _says_you(text: str) -> bool:
    return not _PERSONS.isdisjoint(text.lower().replace("’", "'").split()) or " us " in text


@kept
def _requests(text: str) -> bool:
    """Whether a sentence of a line begins with what a page asks of its readers, or orders otherwise."""
    sentences = [words for words in _SENTENCE.split(text) if words.strip()]
    return any(words.split(None, 1)[0].lower() in ASKS or is_order(words) for words in sentences)


@kept
def is_order(text: str) -> bool:
    """Whether a line begins with an order and its object, whatever the verb: "Slide the bar to compare"."""
    first, *rest = text.split(None, 2)
    if not rest or rest[0].lower() not in _OBJECTS or not first.isalpha() or first.lower() in _NO_OPENING:
        return False
    from newslint.analysis.tagger.tagger import tag

    tags = tag(list(token_texts(text, 0, len(text))))
    return tags[0] == "IMP" and "VBD" not in tags


@kept
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
