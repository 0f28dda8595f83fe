"""Rule, and the examples that are its tests and its documentation."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any, ClassVar, Self, dataclass_transform

from newslint.article import Article
from newslint.model.finding import Edit, Finding, Fix, Related, Safety, Severity
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import HasSpan, Span
from newslint.model.standing import ORDINARY_STANDING, Standing

# The precedence of a rule about which nobody says anything.
ORDINARY = 50


class Example(NamedTuple):
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


@cache
def _fields(base: type) -> tuple[str, ...]:
    """The names that a class itself annotates, but for class variables."""
    return tuple(
        name
        for name, kind in vars(base).get("__annotations__", {}).items()
        if not ("ClassVar[" in kind if isinstance(kind, str) else getattr(kind, "__origin__", kind) is ClassVar)
    )


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Rule:
    """One thing that a copy editor would mark: a frozen value. A subclass's annotated fields are its options.

    ``id`` is filled in from the file's path when the rule is loaded, and ``precedence`` from its package's table
    (``rules_in``) unless the class sets it. Of two findings as grave about one fault, that of the rule with the higher
    precedence speaks: from 0 to 100. Fields need defaults; ClassVar is no field. It is no dataclass, since generating
    the code of fifty of them took longer than reading the article.
    """

    id: str = ""
    precedence: int = ORDINARY

    severity: ClassVar[Severity] = Severity.WARNING
    reference: ClassVar[str] = ""
    examples: ClassVar[tuple[Example, ...]] = ()
    reads_quotes: ClassVar[bool] = False
    # Whether it is in force, who answers for it, since when and where it holds.
    standing: ClassVar[Standing] = ORDINARY_STANDING
    # A library without which the rule says nothing; `newslint rules` tells where it is not installed.
    needs: ClassVar[str] = ""
    # Whether all that lies on the words of a finding is part of its fault: a line of furniture, a garbled character.
    claims_words: ClassVar[bool] = False
    # Whether the same message at several places of one article is one fault, such as a name misspelt throughout.
    gathers: ClassVar[bool] = False
    # Whether many findings in one article are one fault, whatever each says: lines of furniture in a bad paste, lost
    # stops by the dozen. More than three of one severity are one finding, at the first place.
    gathers_all: ClassVar[bool] = False
    # Whether it finds lines of the page: those that stand next to each other are one fault, whichever rule found each.
    furniture: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        """A severity may be written as in a config: ``severity = "info"``. Raises TypeError for none of the three."""
        if cls.severity not in tuple(Severity):
            known = ", ".join(f"Severity.{one.name}" for one in Severity)
            raise TypeError(f"{cls.__name__}.severity is one of {known}, not {cls.severity!r}")
        cls.severity = Severity(cls.severity)

    def __init__(self, **values: Any) -> None:
        known = self._names()
        for name in values:
            if name not in known:
                raise TypeError(f"{type(self).__name__} has no option {name!r}")
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a rule is a frozen value: {name!r} cannot be set; use having({name}=...)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a rule is a frozen value: {name!r} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.values() == other.values()

    def __hash__(self) -> int:
        return hash((type(self), tuple(self.values().values())))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.values().items())})"

    def values(self) -> dict[str, Any]:
        """The rule's fields, its id and its options, with their values."""
        return {name: getattr(self, name) for name in self._names()}

    @classmethod
    @cache
    def _names(cls) -> tuple[str, ...]:
        """The annotated names of the class and its bases, but for class variables."""
        return tuple(dict.fromkeys(name for base in reversed(cls.__mro__) for name in _fields(base)))

    def having(self, **changes: Any) -> Self:
        """The same rule with other values of its fields."""
        return type(self)(**{**self.values(), **changes})

    def check(self, article: Article) -> Iterable[Finding]:
        """Findings in clean-text offsets, in any order."""
        raise NotImplementedError

    @property
    def phrases(self) -> tuple[str, ...]:
        """Phrases, in lower case, that the run's one automaton looks for; found in ``article.hits(self.id)``."""
        return ()

    @property
    def lacks(self) -> str:
        """The library that the rule needs and that is not installed; empty if nothing is amiss."""
        return self.needs if self.needs and find_spec(self.needs) is None else ""

    @property
    def manual(self) -> str:
        """The rule's documentation: its docstring."""
        from inspect import cleandoc  # only where somebody reads it: it brings half the standard library

        return cleandoc(self.__doc__ or "")

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
        faint: bool = False,
    ) -> Finding:
        """A finding of this rule at ``where``; one that is ``faint`` is told only in an article with other faults.

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
        return Finding(self.id, message, span, severity or self.severity, links, mend, faint)


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


class Group(NamedTuple):
    """What articles say of one thing, such as a person or a quotation.

    ``rows``: (article, row) pairs, sorted; of what is said most often perhaps only some. ``counts``: in how many
    articles each thing is said, the second value of a row. ``articles``: how many were read at all.
    """

    key: str
    rows: list[tuple[str, list[Any]]]
    counts: Mapping[str, int]
    articles: int


class GroupRule(CorpusRule):
    """A rule that sees what very many articles say of one thing: a person, a quotation.

    ``collect`` gives rows, [key, what is said, ...] lists of plain values, the first two of them texts. Rows with one
    key, of all articles, are one group, which ``judge`` sees alone: a run has them in memory, an archive lets a
    database put them together. Of what it finds at one place of an article only the first is told.
    """

    # A group is judged that has rows of so many articles,
    least: ClassVar[int] = 2
    # and, where this is true, in which not all say the same.
    differ: ClassVar[bool] = False

    def collect(self, article: Article) -> list[list[Any]]:
        raise NotImplementedError

    def judge(self, group: Group) -> Iterable[tuple[str, Finding]]:
        """(article, finding) pairs of a group."""
        raise NotImplementedError

    def compare(self, values: dict[str, object]) -> Iterator[tuple[str, Finding]]:
        groups: dict[str, list[tuple[str, list[Any]]]] = {}
        for name in sorted(values):
            for row in values[name]:  # type: ignore[attr-defined]
                groups.setdefault(row[0], []).append((name, row))
        told: set[tuple[str, Span]] = set()
        for key in sorted(groups):
            said = {(row[1], article) for article, row in groups[key]}
            counts: dict[str, int] = {}
            for words, _ in said:
                counts[words] = counts.get(words, 0) + 1
            if len(said) >= self.least and (len(counts) > 1 or not self.differ):
                for name, finding in self.judge(Group(key, groups[key], counts, len(values))):
                    if (name, finding.span) not in told:
                        told.add((name, finding.span))
                        yield name, finding
