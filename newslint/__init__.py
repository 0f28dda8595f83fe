"""newslint, the copy desk's linter: what a rule author imports, and nothing else."""

from typing import TYPE_CHECKING

from newslint.article import Article
from newslint.block import Block, Role
from newslint.errors import NewslintError
from newslint.finding import Finding, Fix, Related, Safety, Severity
from newslint.rule import CorpusRule, Example, Rule, flags, passes
from newslint.span import Passage, Span

if TYPE_CHECKING:  # for annotations only: what the views of an article hold
    from newslint.analysis.dates import Date as Date
    from newslint.analysis.numbers import Number as Number
    from newslint.analysis.people import Person as Person
    from newslint.analysis.sentences import Sentence as Sentence

__all__ = [
    "Article",
    "Block",
    "CorpusRule",
    "Example",
    "Finding",
    "Fix",
    "NewslintError",
    "Passage",
    "Related",
    "Role",
    "Rule",
    "Safety",
    "Severity",
    "Span",
    "flags",
    "passes",
]
