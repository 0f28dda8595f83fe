"""Which words, endings and tags the network knows by themselves."""

from collections import Counter
from collections.abc import Iterable

from newslint.analysis.acceptability.network import SHAPES, ending, form

__all__ = ["ENDINGS", "SHAPES", "TAGS", "WORDS", "count"]

WORDS, ENDINGS = 7000, 1500
TAGS = tuple("VBD VBP VBZ MD VB VBN VBG TO IMP CLI N P J R D PRP POS W IN CC CD X .".split())


def count(sentences: Iterable[Iterable[str]]) -> tuple[list[str], list[str]]:
    """The commonest words and endings, the commonest first."""
    words, endings = Counter[str](), Counter[str]()
    for sentence in sentences:
        for word in sentence:
            text = form(word)
            endings[ending(text)] += 1
            if not text[0].isdigit():
                words[text] += 1
    return [w for w, _ in words.most_common(WORDS)], [e for e, _ in endings.most_common(ENDINGS)]
