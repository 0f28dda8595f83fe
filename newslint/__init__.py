"""newslint, the copy desk's linter: the way in for programs, and what a rule author imports.

A program: ``lint`` one text, or keep a ``Linter``; see ``newslint.api``. A rule: ``Rule`` and what it sees.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint import english
    from newslint.analysis.acceptability.doubts import Doubt, find_doubts, find_faint_doubts
    from newslint.analysis.acceptability.signs import is_damaged
    from newslint.analysis.figures.dates import Date
    from newslint.analysis.figures.figure import Figure, singular
    from newslint.analysis.figures.numbers import Number
    from newslint.analysis.figures.readings import Reading, readings
    from newslint.analysis.figures.relations import Relation
    from newslint.analysis.figures.slack import Interval
    from newslint.analysis.figures.templates import Found, Template
    from newslint.analysis.figures.unmet import unmet_relations
    from newslint.analysis.names.clashes import Clash
    from newslint.analysis.names.identity import Traits, find_traits, known_from, same_person
    from newslint.analysis.names.likeness import likeness
    from newslint.analysis.names.people import Mention, Person
    from newslint.analysis.page.lines import lines_at_ends
    from newslint.analysis.quotations.pairing import Pairing, QuoteMark
    from newslint.analysis.quotations.quotes import Quote
    from newslint.analysis.quotations.signed import signed_quotations
    from newslint.analysis.restatements.pairs import find_heading_clashes
    from newslint.analysis.speech.attributions import Attribution
    from newslint.analysis.text.distinct import distinct_words, every_place, lines_where, lower_words, places_of
    from newslint.analysis.text.sentences import Sentence
    from newslint.analysis.text.tokens import Token, find_tokens, token_texts
    from newslint.api import Linter, Mended, Result, Settings, lint, load
    from newslint.article import Article, Transcript
    from newslint.findings.cast import Cast
    from newslint.findings.report import FieldPlace, Located, Place, RelatedPlace, RuleInfo
    from newslint.model.block import Block, Role
    from newslint.model.errors import NewslintError
    from newslint.model.expressions import compiled, expression, one_of
    from newslint.model.finding import Edit, Finding, Fix, Related, Safety, Severity
    from newslint.model.kept import kept
    from newslint.model.literals import Literals
    from newslint.model.memo import Memo, Sieve
    from newslint.model.named_tuple import NamedTuple
    from newslint.model.span import Passage, Span
    from newslint.model.standing import Standing
    from newslint.rule import CorpusRule, Example, Group, GroupRule, Rule, flags, passes

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "Cast",
    "Clash",
    "CorpusRule",
    "Date",
    "Doubt",
    "Edit",
    "Example",
    "FieldPlace",
    "Figure",
    "Finding",
    "Fix",
    "Found",
    "Group",
    "GroupRule",
    "Interval",
    "Linter",
    "Literals",
    "Located",
    "Memo",
    "Mended",
    "Mention",
    "NamedTuple",
    "NewslintError",
    "Number",
    "Pairing",
    "Passage",
    "Person",
    "Place",
    "Quote",
    "QuoteMark",
    "Reading",
    "Related",
    "RelatedPlace",
    "Relation",
    "Result",
    "Role",
    "Rule",
    "RuleInfo",
    "Safety",
    "Sentence",
    "Settings",
    "Severity",
    "Sieve",
    "Span",
    "Standing",
    "Template",
    "Token",
    "Traits",
    "Transcript",
    "compiled",
    "distinct_words",
    "english",
    "every_place",
    "expression",
    "find_doubts",
    "find_faint_doubts",
    "find_heading_clashes",
    "find_tokens",
    "find_traits",
    "flags",
    "is_damaged",
    "kept",
    "known_from",
    "likeness",
    "lines_at_ends",
    "lines_where",
    "lint",
    "load",
    "lower_words",
    "one_of",
    "passes",
    "places_of",
    "readings",
    "same_person",
    "signed_quotations",
    "singular",
    "token_texts",
    "unmet_relations",
]

# Where each name lives: a module is imported when the first of its names is asked for.
_HOMES = {
    name: module
    for module, names in {
        "analysis.speech.attributions": "Attribution",
        "analysis.figures.dates": "Date",
        "analysis.figures.figure": "Figure singular",
        "analysis.figures.readings": "Reading readings",
        "analysis.figures.relations": "Relation",
        "analysis.figures.slack": "Interval",
        "analysis.figures.templates": "Found Template",
        "analysis.figures.unmet": "unmet_relations",
        "analysis.figures.numbers": "Number",
        "analysis.names.clashes": "Clash",
        "analysis.names.identity": "Traits find_traits known_from same_person",
        "analysis.names.likeness": "likeness",
        "analysis.names.people": "Mention Person",
        "analysis.page.lines": "lines_at_ends",
        "analysis.quotations.pairing": "Pairing QuoteMark",
        "analysis.quotations.quotes": "Quote",
        "analysis.quotations.signed": "signed_quotations",
        "analysis.restatements.pairs": "find_heading_clashes",
        "analysis.acceptability.doubts": "Doubt find_doubts find_faint_doubts",
        "analysis.acceptability.signs": "is_damaged",
        "analysis.text.distinct": "distinct_words every_place lines_where lower_words places_of",
        "analysis.text.sentences": "Sentence",
        "analysis.text.tokens": "Token find_tokens token_texts",
        "article": "Article Transcript",
        "findings.cast": "Cast",
        "findings.report": "FieldPlace Located Place RelatedPlace RuleInfo",
        "api": "Linter Mended Result Settings lint load",
        "model.block": "Block Role",
        "model.errors": "NewslintError",
        "model.expressions": "compiled expression one_of",
        "model.kept": "kept",
        "model.literals": "Literals",
        "model.memo": "Memo Sieve",
        "model.named_tuple": "NamedTuple",
        "model.finding": "Edit Finding Fix Related Safety Severity",
        "rule": "CorpusRule Example Group GroupRule Rule flags passes",
        "model.span": "Passage Span",
        "model.standing": "Standing",
    }.items()
    for name in names.split()
}


def __getattr__(name: str) -> object:
    if name == "english":
        return import_module(f"{__name__}.english")  # binds itself here
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
