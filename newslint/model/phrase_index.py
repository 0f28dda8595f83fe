"""All phrases of all rules, found in one pass over the text by one automaton."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# Texts that are searched for those phrases alone of which they have the first word: to build the automaton of all takes
# ten times as long, and pays only where there are more texts.
_FEW = 2
_WORD = expression(r"[^\W_]+")


class Hit(NamedTuple):
    """A phrase of a rule at its place. ``phrase`` is as the rule gave it, in lower case."""

    start: int
    end: int
    phrase: str


class HasPhrases(Protocol):
    """A rule, as far as the index knows it."""

    @property
    def id(self) -> str: ...
    @property
    def phrases(self) -> tuple[str, ...]: ...


class PhraseIndex:
    """The phrases of a run's rules in one Aho-Corasick automaton, built when texts ask often enough."""

    def __init__(self, rules: Iterable[HasPhrases]) -> None:
        self._owners: dict[str, list[str]] = {}
        for rule in rules:
            for phrase in rule.phrases:
                self._owners.setdefault(phrase, []).append(rule.id)
        self._phrases = list(self._owners)
        self._automaton: AhoCorasick | None = None
        self._asked = 0

    def build(self) -> None:
        """Build the automaton of all phrases, for many texts to come."""
        if self._automaton is None and self._phrases:
            self._automaton = _automaton(self._phrases)

    def hits(self, lower: str) -> dict[str, tuple[Hit, ...]]:
        """Every phrase that stands as whole words in a lower-case text, by rule id, in the order of the text."""
        if not self._phrases:
            return {}
        text = lower.replace("’", "'").replace("\n", " ").replace("\xa0", " ")
        self._asked += 1
        if self._asked > _FEW:
            self.build()
        phrases = self._phrases if self._automaton else self._possible(text)
        automaton = self._automaton or _automaton(phrases)
        found: dict[str, list[Hit]] = {}
        size = len(text)
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if start and text[start].isalnum() and text[start - 1].isalnum():
                continue
            if end < size and text[end - 1].isalnum() and text[end].isalnum():
                continue
            phrase = phrases[index]
            for owner in self._owners[phrase]:
                found.setdefault(owner, []).append(Hit(start, end, phrase))
        return {owner: tuple(sorted(rows)) for owner, rows in found.items()}

    def _possible(self, text: str) -> list[str]:
        """The phrases of which a text has the first word; or that begin with a mark."""
        words = set(_WORD.findall(text))
        return [
            phrase for phrase in self._phrases if (first := phrase.partition(" ")[0]) in words or not first.isalnum()
        ]


def _automaton(phrases: Sequence[str]) -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(phrases)
