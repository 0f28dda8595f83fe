"""What the rules about sentences share: full stops, and words that cannot be a sentence's last."""

from __future__ import annotations

from newslint import english


def words(text: str) -> frozenset[str]:
    """A set of words, written as one text."""
    return frozenset(text.split())


STOPS = ".!?…"
CLOSERS = "\"'”’»)]"

# Titles that stand before a name, never at the end of a sentence.
TITLES = words("Mr Mrs Ms Messrs Sen Sens Rep Reps Gov Prof Lt Sgt Capt Rev")

# Words that hardly ever end a sentence: where the stop is missing too, the next word is missing with it.
OPEN_ENDED = (
    english.NEVER_LAST
    | (english.CLOSED - words("all another both but by having how i it one so yet you"))
    | words(
        """
        according between either even few including it's just like made much near neither not only other said says since
        such that's throughout until very within
        """
    )
)
# Words that may as well end a heading ("What lies ahead", "Why it is over"): no sign in a paragraph of one sentence.
MAY_END = words(
    "about are at be did do does few for he her in is many most much no not on she that they this was we were why"
)


def word_before(text: str, position: int) -> str:
    """The word that ends at ``position`` with its inner points: ``p.m`` before the last point of p.m.

    No longer than 60 characters: a line of nothing but points is no word.
    """
    start = position
    while start > position - 60 and start and (text[start - 1].isalnum() or text[start - 1] in ".'’&"):
        start -= 1
    return text[start:position]
