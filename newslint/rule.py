"""Rule, and the examples that are its tests and its documentation."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from newslint.article import Article
from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity
from newslint.span import HasSpan, Span


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of copy with the places that a rule must report marked ``[[so]]``; no marks: it must stay silent.

    ``becomes`` is the copy after all fixes and single suggestions of the rule. ``markup`` names the reader. ``sources``
    are the texts that the copy quotes from.
    """

    text: str
    becomes: str | None = None
    markup: str = "plain"
    sources: tuple[str, ...] = ()

    @property
    def flags(self) -> bool:
        return "[[" in self.text


def flags(text: str, *, becomes: str | None = None, markup: str = "plain", sources: tuple[str, ...] = ()) -> Example:
    """Copy that the rule reports, exactly at the ``[[marks]]``."""
    if "[[" not in text:
        raise ValueError(f"mark what is flagged with [[ ]]: {text!r}")
    return Example(text, becomes, markup, sources)


def passes(text: str, *, markup: str = "plain", sources: tuple[str, ...] = ()) -> Example:
    """Copy about which the rule says nothing."""
    return Example(text, None, markup, sources)


@dataclass(frozen=True)
class Rule:
    """One thing that a copy editor would mark. Subclass it as a frozen dataclass; annotated fields are options.

    ``id`` is filled in from the file's path when the rule is loaded.
    """

    id: str = field(default="", kw_only=True)

    severity: ClassVar[Severity] = Severity.WARNING
    source: ClassVar[str] = ""
    examples: ClassVar[tuple[Example, ...]] = ()
    reads_quotes: ClassVar[bool] = False

    def check(self, article: Article) -> Iterable[Finding]:
        """Findings in clean-text offsets, in any order."""
        raise NotImplementedError

    @property
    def phrases(self) -> tuple[str, ...]:
        """Phrases, in lower case, that the run's one automaton looks for; found in ``article.hits(self.id)``."""
        return ()

    @property
    def manual(self) -> str:
        """The rule's documentation: its docstring."""
        return inspect.cleandoc(self.__doc__ or "")

    @property
    def summary(self) -> str:
        return self.manual.split("\n", 1)[0]

    def finding(
        self,
        where: HasSpan,
        message: str,
        *,
        suggest: str | Iterable[str] | None = None,
        fix: str | None = None,
        by_hand: bool = False,
        related: Iterable[tuple[HasSpan, str]] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule at ``where``.

        ``suggest`` is one replacement or several, best first, for an editor to choose, and only ``by_hand`` where no
        program may apply it (names); ``fix`` is a replacement that cannot change the meaning and may be applied
        unasked. Both replace the words at ``where``.
        """
        span = Span(where.start, where.end)
        mend = None
        if fix is not None:
            mend = Fix((Edit(span, fix),), Safety.SAFE)
        elif suggest is not None:
            first, *rest = [suggest] if isinstance(suggest, str) else list(suggest)
            safety = Safety.BY_HAND if by_hand else Safety.SUGGESTION
            mend = Fix((Edit(span, first),), safety, tuple(rest))
        links = tuple(Related(Span(place.start, place.end), words) for place, words in related)
        return Finding(self.id, message, span, severity or self.severity, links, mend)


class CorpusRule(Rule):
    """A rule that sees many articles, in two pure steps.

    ``collect`` runs once for each article, in any process; its value must be small and picklable. ``compare`` runs
    once at the end over all values, by file name, and gives findings for any of the files. In an example the articles
    are parted by a line ``=====``.
    """

    def check(self, article: Article) -> Iterator[Finding]:
        return iter(())

    def collect(self, article: Article) -> object:
        raise NotImplementedError

    def compare(self, values: dict[str, object]) -> Iterable[tuple[str, Finding]]:
        """(file name, finding) pairs; spans are clean-text offsets of that file."""
        raise NotImplementedError

    def learn(self, values: dict[str, object]) -> str:
        """A TOML rule that holds what these articles show, for a desk to keep; empty if they show nothing."""
        return ""
