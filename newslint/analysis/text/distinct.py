"""The distinct words of an article: what an expression over the whole text would look for can be missed here sooner.

A word is a run of letters, digits and low lines here, so that whatever an expression finds between two ``\\b`` or the
like is one of them, or several.
"""

from typing import TYPE_CHECKING

from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_RUN = expression(r"\w+")


def distinct_words(article: "Views") -> frozenset[str]:
    """The distinct words of an article as they are written."""
    return frozenset(_RUN.findall(article.text))


def lower_words(article: "Views") -> frozenset[str]:
    """The same in lower case."""
    return frozenset(map(str.lower, article.view(distinct_words)))
