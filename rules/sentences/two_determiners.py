"""sentences/two-determiners"""

import re
from collections.abc import Iterator

from newslint import Article, Finding, Role, Rule, Severity, Span, expression, flags, passes

# Words that open a noun phrase and nothing else; of them "her" and "his" may stand alone ("not like his the ...").
_OPENS = "the|a|an|its|our|their|my|your"
_OPENS_TOO = f"{_OPENS}|his|another|this|these|those"
_PAIR = expression(
    rf"""
    (?<![\w’'.\-])(?:
        (?P<one>{_OPENS})\ (?P<two>{_OPENS_TOO})
        |(?:is|are|was|were|am)\ been
    )(?![\w’'.*\-])
    """,
    re.VERBOSE,
)
# Where to look for them: to try the expression at each letter takes ten times as long.
_PHRASES = (
    *[f"{one} {two}" for one in _OPENS.split("|") for two in _OPENS_TOO.split("|")],
    *[f"{form} been" for form in ("is", "are", "was", "were", "am")],
)
_UNREAD = (Role.TABLE, Role.FURNITURE, Role.HEADLINE)


class TwoDeterminers(Rule):
    """Two words meet of which each opens a noun phrase, or two forms of be: "the his car", "a an old one", "was been".

    What is left where one word was to replace another. In fourteen million words of print each of these pairs stands
    four times or less, where chance alone would bring hundreds. Capitals are left alone: they open titles ("a The Hague
    office"). Mend: delete one of the two.

    On 5 million words of edited copy: read 20 warnings, right 20.
    """

    severity = Severity.WARNING
    reference = "Corrections in the histories of news sites"
    reads_quotes = True
    examples = (
        flags("He sold [[the his]] car, and bought [[a an]] old one."),
        flags("She [[was been]] chosen, and they [[are been]] able to pay for [[our their]] bridge."),
        passes("It has been a The Hague office; a “the” and an “a” opened it. What it is, the mayor asked."),
        passes("They made her its head. The one, the other, all the others and both the others have been heard."),
    )

    @property
    def phrases(self) -> tuple[str, ...]:
        return _PHRASES

    def check(self, article: Article) -> Iterator[Finding]:
        end = 0
        for hit in article.hits(self.id):
            match = _PAIR.match(article.text, hit.start) if hit.start >= end else None
            if match is None:
                continue
            end = match.end()
            if match["one"] and match["one"] == match["two"]:
                continue  # sentences/repeated-word
            block = article.block_at(match.start())
            if block is not None and block.role not in _UNREAD:
                message = f"“{match[0]}”: one of the two is left over."
                yield self.finding(Span(*match.span()), message)
