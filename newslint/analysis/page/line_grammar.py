"""What the grammar of a line says of whether it tells or orders: finite verbs, tense, names, imperatives."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.english.abbreviations import precedes_name
from newslint.english.page_words import ASKS

SENTENCE_ENDS = frozenset(".?!:")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "CLI"))
_MOST = 3  # names or sentences; more of them say no more


def grammar_of(parts: Sequence[str]) -> Iterator[str]:
    """Signs of verbs and names in the words and marks of a line, as the tagger has them, sentence by sentence.

    Title case would hide the verbs from it.
    """
    from newslint.analysis.tagger.tagger import tag

    sentences = list(_sentences(parts))
    tags = [tag([one[0], *[part.lower() if part[1:].islower() else part for part in one[1:]]]) for one in sentences]
    every = [one for row in tags for one in row]
    yield f"finite verbs:{min(sum(one in _FINITE for one in every), 2)}"
    yield from _orders(sentences, tags)
    if any("VBD" in row for row, one in zip(tags, sentences, strict=True) if one[-1] != "?"):
        yield "past tense"
    if every[0] == "VBG":
        yield "starts in -ing"
    if names := every.count("P"):
        yield f"names:{min(names, _MOST)}"
    if len(tags) > 1:
        yield f"sentences:{min(len(tags), _MOST)}"


def _orders(sentences: list[Sequence[str]], tags: list[list[str]]) -> Iterator[str]:
    if tags[0][0] == "IMP":
        yield "orders"
    if any(row[0] == "IMP" for row in tags[1:]):
        yield "orders after a stop"
    if any("IMP" in row[1:] for row in tags):
        yield "orders later"
    for (asked, after), row in zip(pairwise(sentences), tags[1:], strict=True):
        if asked[-1] == "?" and (row[0] == "IMP" or after[0].lower() in ASKS):
            yield "asks, then orders"
            return


def _sentences(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The parts of a line up to each stop, colon or question mark, none empty."""
    start = 0
    for at, part in enumerate(parts):
        if part in SENTENCE_ENDS and at > start and not (part == "." and precedes_name(parts[at - 1].lower())):
            yield parts[start : at + 1]
            start = at + 1
    if start < len(parts):
        yield parts[start:]
