"""One spelling for a name everywhere: the edits that an editor is offered at a name in two forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.article import Article
from newslint.findings.report import Located
from newslint.model.finding import Edit, Safety
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span


class Everywhere(NamedTuple):
    """Every place of a name in its odd form, and its right one, in offsets of the source."""

    odd: str
    right: str
    outside: tuple[Edit, ...]
    inside: tuple[Edit, ...]


def everywhere(finding: Located, articles: Sequence[Article], source: str) -> Everywhere | None:
    """What would put one spelling everywhere, if a finding is about a name in two forms."""
    fix = finding.fix
    if fix is None or not finding.related or fix.safety is not Safety.BY_HAND:
        return None
    if len({edit.replacement for edit in fix.edits}) != 1:
        return None
    odd, right = source[finding.place.start : finding.place.end], fix.edits[0].replacement
    if not odd[:1].isupper() or not right[:1].isupper():
        return None
    outside: list[Edit] = []
    inside: list[Edit] = []
    for article in articles:
        for match in re.finditer(rf"(?<!\w){re.escape(odd)}(?!\w)", article.text):
            span = Span(*match.span())
            if article.source_map.is_verbatim(span):
                edit = Edit(article.source_map.to_source(span), right)
                (inside if article.in_quotation(span) else outside).append(edit)
    return Everywhere(odd, right, tuple(outside), tuple(inside))
