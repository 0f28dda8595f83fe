"""All phrases of all rules, found in one pass over the text by one automaton."""

from collections.abc import Iterable
from typing import Protocol

from newslint.model.named_tuple import NamedTuple


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
    """The phrases of a run's rules in one Aho-Corasick automaton, built when the first article asks."""

    def __init__(self, rules: Iterable[HasPhrases]) -> None:
        self._owners: dict[str, list[str]] = {}
        for rule in rules:
            for phrase in rule.phrases:
                self._owners.setdefault(phrase, []).append(rule.id)
        self._phrases = list(self._owners)
        self._automaton: object | None = None

    def hits(self, lower: str) -> dict[str, tuple[Hit, ...]]:
        """Every phrase that stands as whole words in a lower-case text, by rule id, in the order of the text."""
        if not self._phrases:
            return {}
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            self._automaton = AhoCorasick(self._phrases)
        text = lower.replace("’", "'").replace("\n", " ").replace("\xa0", " ")
        found: dict[str, list[Hit]] = {}
        size = len(text)
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)  # type: ignore[attr-defined]
        for index, start, end in matches:
            if start and text[start].isalnum() and text[start - 1].isalnum():
                continue
            if end < size and text[end - 1].isalnum() and text[end].isalnum():
                continue
            phrase = self._phrases[index]
            for owner in self._owners[phrase]:
                found.setdefault(owner, []).append(Hit(start, end, phrase))
        return {owner: tuple(sorted(rows)) for owner, rows in found.items()}
