"""Whether a block without a final stop is a paragraph that lost its end, or a heading: its signs, weighed."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from newslint.analysis.page.prose_weights import WEIGHTS
from newslint.analysis.text.sentences import find_sentences
from newslint.english.function_words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, PRONOUNS
from newslint.model.block import Block
from newslint.model.named_tuple import NamedTuple

# Words with which no heading ends, but a paragraph cut off in the middle may.
OPEN_ENDED = (PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS) | frozenset(
    """
    a after also an before between both either even her his its just more most my neither not only our over said says
    since such the their then there these this those through under until very within your
    """.split()
)
PAST = frozenset("was were had has have said would could did been told also he she they his their it".split())
_OPENERS = frozenset(
    "he she they it we i the a an in on at but and this these those there that as after before when while although if "
    "for under since last according during despite even most many some one two his her their its our not".split()
)
_ASKERS = frozenset("what why who how where when which whose is are can do does did will would should has".split())
_LENGTHS = (3, 5, 6, 10, 16, 26, 40)  # words at most
_MOST_HEADINGS = 6  # more of them say no more


class Around(NamedTuple):
    """Where a block stands: its place, how many blocks there are, whether those beside it lack a final stop, too;
    ``others``: how many other short blocks do.
    """

    place: int
    total: int
    before: bool
    after: bool
    others: int


def capital_share(tokens: Sequence[str]) -> float:
    """The share of longer words after the first that are capitalised: 1.0 in "Mayor Opens Bridge", also if none is."""
    long = [word for word in tokens[1:] if len(word) > 3]
    if not long:
        return 1.0 if all(word[0].isupper() for word in tokens) else 0.0
    return sum(word[0].isupper() or word[0].isdigit() for word in long) / len(long)


def signs_of(block: str, tokens: Sequence[str], around: Around) -> dict[str, float]:
    """What speaks for a paragraph or for a heading: sign -> how much of it there is."""
    lower = [token.lower() for token in tokens[:41]]
    size = len(tokens)
    share = capital_share(tokens)
    sentences = find_sentences(block, (Block(0, len(block)),)) if size > 8 else ()
    longest = next((str(most) for most in _LENGTHS if size <= most), "more")
    signs: dict[str, float] = {
        "any block": 1,
        f"words: {longest}": 1,
        "starts in lower case": block[0].islower(),
        "ends in a mark": not block[-1].isalnum() and block[-1] != ",",
        "first block": around.place == 0 and around.total > 1,
        "last block": around.place == around.total - 1,
        "headings elsewhere": min(around.others, _MOST_HEADINGS),
        "starts with a figure": block[0].isdigit(),
        "capitals": block.isupper(),
        "colon": ": " in block,
        "heading after": around.after,
        "heading before": around.before,
        "title case": size > 3 and share > 0.7,
        "asks": lower[0] in _ASKERS,
        "sentences": size > 8 and len(sentences) > 1,
        "clipped": size > 11 and len(sentences) > 1 and len(sentences[-1].text.split()) < 4,
        "in quotes": block[0] in "'‘\"“",
        "opens as prose": lower[0] in _OPENERS,
        "past or pronoun": min(3, sum(word in PAST for word in lower)),
        "comma": min(2, block.count(", ")),
        "article": min(3, sum(word in ("the", "a", "an") for word in lower)),
        "share of capitals": share,
        "ends open": block[-1] == "," or (block[-1].isalnum() and tokens[-1] in OPEN_ENDED),
    }
    return {sign: value for sign, value in signs.items() if value}


def weight(block: str, tokens: Sequence[str], around: Around) -> float:
    """Log-odds that a block is a paragraph that lost its end, by weights that ``training.roles`` fitted."""
    return fsum([WEIGHTS.get(sign, 0.0) * value for sign, value in signs_of(block, tokens, around).items()])
