"""newslint, the copy desk's linter: what a rule author imports, and nothing else."""

from newslint.analysis.people import Mention, Person
from newslint.article import Article
from newslint.block import Block, Role
from newslint.errors import NewslintError
from newslint.expression import expression
from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity
from newslint.rule import CorpusRule, Example, Rule, flags, passes
from newslint.span import Passage, Span

__all__ = [
    "Article",
    "Block",
    "CorpusRule",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "Mention",
    "NewslintError",
    "Passage",
    "Person",
    "Related",
    "Role",
    "Rule",
    "Safety",
    "Severity",
    "Span",
    "expression",
    "flags",
    "passes",
]
