"""newslint, the copy desk's linter: what a rule author imports, and nothing else."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.analysis.attributions import Attribution
    from newslint.analysis.dates import Date
    from newslint.analysis.numbers import Number
    from newslint.analysis.people import Mention, Person
    from newslint.analysis.quotes import Quote
    from newslint.analysis.sentences import Sentence
    from newslint.analysis.tokens import Token
    from newslint.article import Article
    from newslint.block import Block, Role
    from newslint.errors import NewslintError
    from newslint.expressions import expression
    from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity
    from newslint.rule import CorpusRule, Example, Rule, flags, passes
    from newslint.span import Passage, Span

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

# Where each name lives: a module is imported when the first of its names is asked for.
_HOMES = {
    name: module
    for module, names in {
        "analysis.attributions": "Attribution",
        "analysis.dates": "Date",
        "analysis.numbers": "Number",
        "analysis.people": "Mention Person",
        "analysis.quotes": "Quote",
        "analysis.sentences": "Sentence",
        "analysis.tokens": "Token",
        "article": "Article",
        "block": "Block Role",
        "errors": "NewslintError",
        "expressions": "expression",
        "finding": "Edit Finding Fix Related Safety Severity",
        "rule": "CorpusRule Example Rule flags passes",
        "span": "Passage Span",
    }.items()
    for name in names.split()
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
