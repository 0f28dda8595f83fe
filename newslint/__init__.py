"""newslint, the copy desk's linter: what a rule author imports, and nothing else."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newslint.analysis.people import Mention, Person
from newslint.article import Article
from newslint.block import Block, Role
from newslint.errors import NewslintError
from newslint.expression import expression
from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity
from newslint.rule import CorpusRule, Example, Rule, flags, passes
from newslint.span import Passage, Span

if TYPE_CHECKING:
    from newslint.analysis.attributions import Attribution
    from newslint.analysis.dates import Date
    from newslint.analysis.numbers import Number
    from newslint.analysis.quotes import Quote
    from newslint.analysis.sentences import Sentence
    from newslint.analysis.tokens import Token

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "CorpusRule",
    "Date",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "Mention",
    "NewslintError",
    "Number",
    "Passage",
    "Person",
    "Quote",
    "Related",
    "Role",
    "Rule",
    "Safety",
    "Sentence",
    "Severity",
    "Span",
    "Token",
    "expression",
    "flags",
    "passes",
]

# What the views hold, by module of newslint.analysis; imported only by whom asks, for most runs need few of the views.
_VIEWS = {
    "Attribution": "attributions",
    "Date": "dates",
    "Number": "numbers",
    "Quote": "quotes",
    "Sentence": "sentences",
    "Token": "tokens",
}


def __getattr__(name: str) -> object:
    if name not in _VIEWS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.analysis.{_VIEWS[name]}"), name)
