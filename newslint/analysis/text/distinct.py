"""The distinct words of an article: what an expression over the whole text would look for can be missed here sooner.

A word is a run of letters, digits and low lines here, so that whatever an expression finds between two ``\\b`` or the
like is one of them, or several.
"""

from collections.abc import Callable, Collection, Iterator, Set
from typing import TYPE_CHECKING

from newslint.model.expressions import expression
from newslint.model.kept import is_keeping, kept

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_RUN = expression(r"\w+")


def distinct_words(article: "Views") -> frozenset[str]:
    """The distinct words of an article as they are written."""
    if is_keeping():
        return frozenset().union(*map(_words_in, article.text.split("\n")))
    return frozenset(_RUN.findall(article.text))


@kept
def _words_in(line: str) -> frozenset[str]:
    return frozenset(_RUN.findall(line))


def lower_words(article: "Views") -> frozenset[str]:
    """The same in lower case."""
    return frozenset(map(str.lower, article.view(distinct_words)))


def places_of(article: "Views", words: Set[str]) -> list[tuple[int, int]]:
    """(start, end) of each place in the text where one of ``words`` stands, as it is written, in order.

    Most of a list of words stand nowhere in an article, and each of the others is sought sooner than all of them at
    every letter.
    """
    text = article.text
    found = []
    for start, word in every_place(text, words & article.view(distinct_words)):
        end = start + len(word)
        if not is_in_word(text[start - 1 : start]) and not is_in_word(text[end : end + 1]):
            found.append((start, end))
    found.sort()
    return found


# So many strings are sooner found one by one than by an automaton that has to be made first.
_FEW = 20


def every_place(text: str, strings: Collection[str]) -> Iterator[tuple[int, str]]:
    """(start, string) of each place where one of ``strings`` stands, within words too; in no order.

    However many they are, that takes no longer than a few passes over the text.
    """
    if len(strings) > _FEW:
        from ahocorasick_rs import AhoCorasick

        listed = list(strings)
        for index, start, _ in AhoCorasick(listed).find_matches_as_indexes(text, overlapping=True):
            yield start, listed[index]
        return
    for string in strings:
        start = text.find(string)
        while start >= 0:
            yield start, string
            start = text.find(string, start + 1)


def lines_where(text: str, holds: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """(start, end) of each line for which ``holds`` is true: where an expression that stays in its line may match."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if holds(line):
            yield start, end
        start = end + 1


def is_in_word(character: str) -> bool:
    """Whether a character, or none, belongs to a word."""
    return character.isalnum() or character == "_"
