"""Kinds of faults as LanguageTool's clients know them.

Clients colour and filter by the category and the issue type, and Superdesk decides all by the type: it drops those that
it does not know (style, inconsistency, duplication), and of its "spelling" ones (misspelling, whitespace, other) what
stands in one of its dictionaries. So names and facts are called grammar here, and style a locale violation.
"""

from __future__ import annotations

from newslint.model.named_tuple import NamedTuple


class Category(NamedTuple):
    """A category of LanguageTool's, its name for people, and the issue type that is sent with it."""

    id: str
    name: str
    issue_type: str = "grammar"


_OTHER = Category("MISC", "Miscellaneous")
_BY_ISSUE = {
    "addition": Category("MISC", "What does not belong in the story"),
    "characters": Category("TYPOGRAPHY", "Characters", "characters"),
    "duplication": Category("REPETITIONS", "Repetitions"),
    "grammar": Category("GRAMMAR", "Grammar"),
    "inconsistency": Category("SEMANTICS", "Facts and quotations"),
    "inconsistent-entities": Category("PROPER_NOUNS", "Names"),
    "markup": Category("TYPOGRAPHY", "Characters", "characters"),
    "misspelling": Category("TYPOS", "Possible typo", "misspelling"),
    "numbers": Category("SEMANTICS", "Facts and quotations"),
    "style": Category("STYLE", "Style", "locale-violation"),
    "typographical": Category("PUNCTUATION", "Punctuation", "typographical"),
    "whitespace": Category("TYPOGRAPHY", "Characters", "typographical"),
}


def category_of(issue: str) -> Category:
    """The category of an issue type of ITS 2.0 (``RuleFile.issue``)."""
    return _BY_ISSUE.get(issue, _OTHER)


def shouted(rule: str) -> str:
    """A rule's id in LanguageTool's manner: ``names/inconsistent-spelling`` is ``NAMES_INCONSISTENT_SPELLING``."""
    return rule.upper().replace("/", "_").replace("-", "_")
